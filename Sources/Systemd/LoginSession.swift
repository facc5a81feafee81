// SPDX-License-Identifier: Apache-2.0
// A session of this user, as systemd-logind tells of it.

/// What systemd-logind says of one session: hints, set by the desktop that runs in it, if it sets them at all.
public struct LoginSession: Hashable, Sendable {
    /// Such as "2" or "c1".
    public let id: String
    /// Such as "x11", "wayland" or "tty".
    public private(set) var type = ""
    /// Such as "seat0"; empty for a session without screen and keyboard of this machine.
    public private(set) var seat = ""
    /// Whether it has its seat now: no other session is in front.
    public private(set) var isActive = true
    /// Whether the desktop says that nobody uses it.
    public private(set) var isIdle = false
    /// When ``isIdle`` last changed, in microseconds since 1970; 0 if it never did.
    public private(set) var idleChangedAt: UInt64 = 0
    /// Whether a screen lock says that it is in front. Not every one does: false is not known to be unlocked.
    public private(set) var isLocked = false

    init(id: String) {
        self.id = id
    }

    /// Whether there is a desktop in it. A terminal's idle time says nothing of who sits before it.
    public var isGraphical: Bool { ["x11", "wayland", "mir"].contains(type) }

    /// Takes over the properties that are among these; the rest stays.
    mutating func take(_ properties: [String: DBusValue]) {
        type = properties["Type"].flatMap(String.init) ?? type
        seat = properties["Seat"]?.fields?.first.flatMap(String.init) ?? seat
        isActive = properties["Active"].flatMap(Bool.init) ?? isActive
        isIdle = properties["IdleHint"].flatMap(Bool.init) ?? isIdle
        idleChangedAt = properties["IdleSinceHint"].flatMap(UInt64.init) ?? idleChangedAt
        isLocked = properties["LockedHint"].flatMap(Bool.init) ?? isLocked
    }
}
