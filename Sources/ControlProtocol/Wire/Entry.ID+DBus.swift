// SPDX-License-Identifier: Apache-2.0

import Diary
import Systemd

/// The diary numbers entries from 1; the bus carries them unsigned.
extension Entry.ID {
    var dbusValue: DBusValue { .uint64(UInt64(clamping: number)) }
}

extension FieldReader {
    mutating func entry(_ key: String) throws(ControlError) -> Entry.ID {
        let raw = try value(key, as: UInt64.self)
        guard let number = Int64(exactly: raw) else { throw .invalidArgument(name: key, value: String(raw)) }
        return Entry.ID(number)
    }
}
