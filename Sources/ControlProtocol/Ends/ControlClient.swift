// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology
import Systemd

/// The caller's end: asks the daemon on the session bus, which starts it when it does not run.
///
/// Every call is answered within five seconds, if only by an error that says why not. A change that nobody answered is
/// asked for once more under the same token, so that it is never logged twice.
public final class ControlClient {
    private let bus: Bus
    private let deadline = Deadline(.milliseconds(4300))

    private static let daemon = Bus.Target(ControlName.bus, ControlName.path, ControlName.interface)
    /// How long the first try of a change may take.
    private static let firstTry = Duration.milliseconds(2500)

    /// Connects to the session bus.
    /// - Throws: ``ControlError/noBus``.
    public init() throws(ControlError) {
        do {
            bus = try Bus.user()
        } catch {
            throw .noBus
        }
    }

    /// Asks for a change.
    public func perform(_ mutation: Mutation, token: Token = .random()) throws(ControlError) -> Acknowledgement {
        let arguments = mutation.arguments + [.string(token.text)]
        let reply: [DBusValue]
        do throws(BusError) {
            reply = try call(mutation.member, arguments, timeout: Self.firstTry)
        } catch {
            guard error.isTimeout else { throw failure(error) }
            reply = try insistently { () throws(BusError) in try call(mutation.member, arguments) }
        }
        return try understood { () throws(ControlError) in try Acknowledgement(mutation.member, reply) }
    }

    /// Reads the configuration anew, and gives its warnings.
    public func reload() throws(ControlError) -> [ConfigurationDiagnostic] {
        try ask(.reload, [])
    }

    /// The entries of instants from `from` up to but not at `to`, newest first; a `limit` of nil is all.
    public func entries(from: Instant, to: Instant, limit: UInt32?) throws(ControlError) -> [ListedEntry] {
        try ask(.listEntries, [from.dbusValue, to.dbusValue, .uint32(limit ?? 0)])
    }

    /// How the usual run goes on until `until` if nothing is drunk.
    public func forecast(until: Instant) throws(ControlError) -> [ForecastPoint] {
        try ask(.forecast, [until.dbusValue])
    }

    /// Why a reminder is or was shown, or why nothing is said; nil is the last one shown or the one to come.
    public func explain(_ reminder: ReminderID?) throws(ControlError) -> Explanation {
        let fields: [String: DBusValue] = try ask(.explain, [.string(reminder?.text ?? "")])
        return try understood { () throws(ControlError) in try Explanation(fields) }
    }

    /// What a guideline looks at, and where its numbers stand now.
    public func standing(of guideline: GuidelineID) throws(ControlError) -> GuidelineStanding {
        let fields: [String: DBusValue] = try ask(.explain, [.string(guideline.rawValue)])
        return try understood { () throws(ControlError) in try GuidelineStanding(fields) }
    }

    /// Where the person stands.
    public func status() throws(ControlError) -> ControlStatus {
        let properties = try insistently { () throws(BusError) in
            try bus.allProperties(Self.daemon, timeout: deadline.left)
        }
        return try understood { () throws(ControlError) in try ControlStatus(properties) }
    }

    /// The units that the person reads.
    public func units() throws(ControlError) -> UnitSystem {
        let value = try insistently { () throws(BusError) in
            try bus.property(Self.daemon, StatusProperty.units.rawValue, timeout: deadline.left)
        }
        guard let units = String(value).flatMap(UnitSystem.init) else {
            throw .unexpected(name: StatusProperty.units.rawValue, message: value.signature)
        }
        return units
    }

    private func ask<Value: DBusConvertible>(_ member: Member, _ arguments: [DBusValue]) throws(ControlError) -> Value {
        let reply = try insistently { () throws(BusError) in try call(member, arguments) }
        guard reply.count == 1, let value = Value(reply[0]) else {
            throw .unexpected(name: member.rawValue, message: reply.signature)
        }
        return value
    }

    private func call(_ member: Member, _ arguments: [DBusValue], timeout: Duration? = nil) throws(BusError)
        -> [DBusValue]
    {
        try bus.call(Self.daemon, member.rawValue, arguments, timeout: timeout ?? deadline.left)
    }

    private func insistently<Value>(_ body: () throws(BusError) -> Value) throws(ControlError) -> Value {
        do throws(BusError) {
            return try body()
        } catch {
            throw failure(error)
        }
    }

    /// An answer that cannot be read is the daemon's fault, not the caller's.
    private func understood<Value>(_ body: () throws(ControlError) -> Value) throws(ControlError) -> Value {
        do throws(ControlError) {
            return try body()
        } catch {
            throw .unexpected(name: error.code, message: error.row.details.message(error.row.summary))
        }
    }

    /// What an error means. A daemon that does not answer and does not run could not be started.
    private func failure(_ error: BusError) -> ControlError {
        let error = ControlError(error)
        switch error {
        case .timedOut: return isRunning ? .timedOut : .unavailable(unitState)
        case .unexpected(let name, _) where Self.isAbsence(name): return .unavailable(unitState)
        default: return error
        }
    }

    /// Errors of the bus itself that say that there is nobody to ask.
    private static func isAbsence(_ name: String) -> Bool {
        name.hasPrefix("org.freedesktop.DBus.Error.Spawn.") || name.hasPrefix("org.freedesktop.systemd1.")
            || ["ServiceUnknown", "NameHasNoOwner", "Disconnected", "NoServer"].contains {
                name == "org.freedesktop.DBus.Error.\($0)"
            }
    }

    // MARK: When there is no answer

    /// What is left of the five seconds for finding out why.
    private static let inquiry = Duration.milliseconds(100)

    private var isRunning: Bool {
        let driver = Bus.Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        let reply = try? bus.call(driver, "NameHasOwner", [.string(ControlName.bus)], timeout: Self.inquiry)
        return reply == [.boolean(true)]
    }

    /// The service manager's word on the unit; nil when it has none.
    private var unitState: UnitState? {
        func property(_ interface: String, _ name: String) -> String? {
            let unit = Bus.Target(
                "org.freedesktop.systemd1", "/org/freedesktop/systemd1/unit/hydrated_2eservice",
                "org.freedesktop.systemd1.\(interface)", startsService: false)
            return (try? bus.property(unit, name, timeout: Self.inquiry)).flatMap { String($0) }
        }
        guard let load = property("Unit", "LoadState"), let active = property("Unit", "ActiveState") else { return nil }
        return UnitState(
            load: load, active: active, sub: property("Unit", "SubState") ?? "",
            result: property("Service", "Result") ?? "")
    }
}

/// A point in time by which everything must be done.
private struct Deadline {
    private let end: ContinuousClock.Instant

    init(_ allowance: Duration) { end = .now + allowance }

    /// What is left; at least a moment, so that what can be answered at once still is.
    var left: Duration { max(ContinuousClock.now.duration(to: end), .milliseconds(50)) }
}

extension Token {
    /// A token that nobody else has.
    public static func random() -> Token {
        let bits = (0..<2).map { _ in UInt64.random(in: .min ... .max) }
        let digits = bits.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return Token(digits.joined())!
    }
}
