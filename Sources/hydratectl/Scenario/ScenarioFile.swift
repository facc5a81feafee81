// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The file that a scenario lies in.
enum ScenarioFile {
    /// More is no scenario that somebody wrote.
    private static let largest = 16 << 20

    /// Its text. Throws a ``ScenarioError`` when there is none.
    static func text(_ path: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= largest else {
                throw ScenarioError(path, "This is too large to be a scenario.", .data)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ScenarioError(path, "This is not text in UTF-8.", .data)
        }
        return text
    }

    private static func unreadable(_ path: String) -> ScenarioError {
        ScenarioError(path, "\(String(cString: strerror(errno))).", .noInput)
    }
}
