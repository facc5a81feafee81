// SPDX-License-Identifier: Apache-2.0

/// One file of the configuration: `hydrated.conf` or a drop-in beside it.
public struct SettingsFile: Hashable, Sendable {
    /// The name that diagnostics give, such as "hydrated.conf" or a whole path.
    public let name: String
    /// Nil when the file is there and could not be read: nobody knows what it would have said.
    public let bytes: [UInt8]?

    public init(name: String, bytes: [UInt8]?) {
        self.name = name
        self.bytes = bytes
    }
}
