// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

/// A service manager: the socket that `NOTIFY_SOCKET` names.
final class Manager {
    let path: String
    /// What it was told, an assignment each.
    private(set) var told: [String] = []
    private let descriptor: Int32
    private var source: Source?

    init(on loop: EventLoop, in directory: String) throws {
        path = "\(directory)/notify"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { [path] in $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { [descriptor] in
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        source = try loop.io(descriptor, .readable) { [unowned self] _ in
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
            told += text.split(separator: "\n").map(String.init)
        }
    }

    deinit {
        source?.cancel()
        close(descriptor)
    }

    /// The line that `systemctl status` shows.
    var status: String { told.last { $0.hasPrefix("STATUS=") }.map { String($0.dropFirst(7)) } ?? "" }
    var readies: Int { told.count { $0 == "READY=1" } }
}
