// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The little that the daemon reads of the file system itself.
enum FileSystem {
    enum Content {
        case missing
        case unreadable
        case bytes([UInt8])
    }

    /// No file that anybody means for hydrated is larger.
    private static let largest = 1 << 20

    /// What a file holds.
    static func read(_ path: String) -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return .bytes(bytes) }
            guard count > 0, bytes.count + count <= largest else { return .unreadable }
            bytes += chunk[..<count]
        }
    }

    /// The names in a folder, sorted; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names.sorted()
    }

    /// Whether a process has a handler for a signal.
    static func catches(_ signal: Int32, process: Int32) -> Bool {
        guard case .bytes(let bytes) = read("/proc/\(process)/status") else { return false }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let caught = lines.first { $0.hasPrefix("SigCgt:") }?.dropFirst(7).drop { $0.isWhitespace }
        return caught.flatMap { UInt64($0, radix: 16) }.map { $0 & 1 << (signal - 1) != 0 } ?? false
    }
}
