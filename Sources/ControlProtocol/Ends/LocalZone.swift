// SPDX-License-Identifier: Apache-2.0

public import Diary
import Glibc

/// The zone that the clocks of this machine show, as `tzset(3)` finds it: `$TZ`, else `/etc/localtime`.
public enum LocalZone {
    /// The zone now in force; universal time when neither place holds a zone that can be read, as the C library has it.
    public static func current() -> ZoneRules {
        guard let setting = getenv("TZ").map({ String(cString: $0) }) else {
            return read("/etc/localtime", name: link("/etc/localtime")) ?? .utc
        }
        let name = setting.first == ":" ? String(setting.dropFirst()) : setting
        if name.isEmpty { return .utc }
        return named(name) ?? (try? ZoneRules(posix: name, name: name)) ?? .utc
    }

    /// A zone of the system's database by its name, such as `Europe/Berlin`, or by its file's full path; nil when there
    /// is none.
    public static func named(_ name: String) -> ZoneRules? {
        guard !name.isEmpty, !name.split(separator: "/").contains("..") else { return nil }
        if name.first == "/" { return read(name, name: zoneName(inPath: name)) }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        return read("\(folder)/\(name)", name: name)
    }

    private static func read(_ path: String, name: String?) -> ZoneRules? {
        bytes(path).flatMap { try? ZoneRules(tzif: $0, name: name ?? "UTC") }
    }

    /// What is far larger than any zone is none.
    private static let largestFile = 1 << 20

    private static func bytes(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= largestFile {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }

    /// The name of the zone that a symbolic link leads to.
    private static func link(_ path: String) -> String? {
        guard let target = realpath(path, nil) else { return nil }
        defer { free(target) }
        return zoneName(inPath: String(cString: target))
    }

    private static func zoneName(inPath path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let folder = parts.lastIndex(of: "zoneinfo") else { return nil }
        return parts[(folder + 1)...].joined(separator: "/")
    }
}
