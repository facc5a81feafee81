// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// A directory of a test's own; it is removed, with what is in it, with its last reference.
public final class TemporaryDirectory {
    public let path: String

    public init() throws {
        var template = Array("/tmp/hydrated-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw PrivateBus.Unavailable() }
        path = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws {
        guard FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8)) else {
            throw PrivateBus.Unavailable()
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
