// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Glibc
import Settings
import Wording

/// The files of the configuration, as they lie there.
struct ConfigurationOnDisk {
    let places: ConfigurationPlaces

    /// No file that anybody means for hydrated is larger.
    private static let largest = 1 << 20

    /// All that there are, in the order in which they are read.
    var files: [SettingsFile] { places.files(names: Self.names) { Self.file($0) } }

    /// The person's own file; nil when it is not there.
    var own: SettingsFile? { Self.file(places.own) }

    /// The files with other bytes in the person's own.
    func files(with bytes: [UInt8]) -> [SettingsFile] {
        places.files(names: Self.names) { path in
            path == places.own ? SettingsFile(name: path, bytes: bytes) : Self.file(path)
        }
    }

    private static func file(_ path: String) -> SettingsFile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return errno == ENOENT || errno == ENOTDIR ? nil : SettingsFile(name: path, bytes: nil)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return SettingsFile(name: path, bytes: bytes) }
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count + count <= largest else { return SettingsFile(name: path, bytes: nil) }
            bytes += chunk[..<count]
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}

// MARK: - Writing

extension ConfigurationOnDisk {
    /// Puts `bytes` in the place of the person's own file, whole or not at all. Its mode stays, and a link goes on to
    /// lead where it leads.
    func write(_ bytes: [UInt8]) throws {
        // From here on it takes a moment: nobody is to be left with half of it.
        signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, SIG_DFL) }
        let target = Self.target(of: places.own)
        let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
        try Self.makeFolder(folder)

        var known = stat()
        let mode = stat(target, &known) == 0 ? known.st_mode & 0o7777 : 0o600
        var template = Array("\(folder)/.hydrated.conf.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failure(target) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do {
            defer { close(descriptor) }
            guard fchmod(descriptor, mode) == 0, Self.write(bytes, to: descriptor), fsync(descriptor) == 0,
                rename(path, target) == 0
            else {
                let failure = Self.failure(target)
                unlink(path)
                throw failure
            }
        }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    /// What a path leads to, be it there or not.
    private static func target(of path: String) -> String {
        var path = path
        // As many links as the kernel follows.
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count > 0 else { return path }
            let link = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            path = link.hasPrefix("/") ? link : String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) + link
        }
        return path
    }

    /// Makes a folder and those above it, as far as they are missing, for this person alone.
    private static func makeFolder(_ path: String) throws {
        var known = stat()
        if path.isEmpty || stat(path, &known) == 0 { return }
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func failure(_ path: String) -> InputError {
        InputError(SetupText.cannotWrite(file: path, reason: String(cString: strerror(errno))), .failure)
    }
}
