// SPDX-License-Identifier: Apache-2.0

public import Systemd

extension ControlError {
    /// The error as the daemon answers it.
    public var busError: BusError {
        let row = row
        return BusError(name: ControlName.errorPrefix + row.code, message: row.details.message(row.summary))
    }

    /// What an error of the bus means to a caller.
    ///
    /// Whether a call that nobody answered is ``timedOut`` or ``unavailable(_:)`` only ``ControlClient`` can tell.
    public init(_ error: BusError) {
        if error.name.hasPrefix(ControlName.errorPrefix),
            let known = ControlError(
                code: String(error.name.dropFirst(ControlName.errorPrefix.count)),
                details: ErrorDetails(endOf: error.message))
        {
            self = known
        } else if error.isTimeout {
            self = .timedOut
        } else {
            self = .unexpected(name: error.name, message: error.message)
        }
    }
}
