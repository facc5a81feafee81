// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// What the interface's properties tell: where the person stands, as of the last time anything was decided.
public struct ControlStatus: Hashable, Sendable {
    public var version: String
    public var balance: Balance
    public var nextReminder: NextReminder?
    /// When thirst is expected if nothing is drunk; nil when not within the horizon.
    public var thirstAt: Instant?
    public var activeWorkout: Workout?
    public var climate: ClimateInForce
    public var intakeToday: Volume
    public var targetToday: Volume
    public var pausedUntil: Instant?
    public var heatLevel: HeatLevel
    public var presence: Presence
    public var units: UnitSystem
    /// What a person should know of the daemon itself, the gravest first.
    public var notices: [Notice]

    /// The balance of the usual run at an instant, and how it goes on from there.
    public struct Balance: Hashable, Sendable {
        public var at: Instant
        public var balance: WaterBalance
        public var losses: Losses

        public init(at: Instant, balance: WaterBalance, losses: Losses) {
            self.at = at
            self.balance = balance
            self.losses = losses
        }
    }

    public struct NextReminder: Hashable, Sendable {
        public var id: ReminderID
        public var guideline: GuidelineID
        public var at: Instant
        /// The drink it proposes; nil when it proposes none.
        public var volume: Volume?

        public init(id: ReminderID, guideline: GuidelineID, at: Instant, volume: Volume?) {
            self.id = id
            self.guideline = guideline
            self.at = at
            self.volume = volume
        }
    }

    public struct Workout: Hashable, Sendable {
        public var activity: String
        public var start: Instant
        public var expectedEnd: Instant

        public init(activity: String, start: Instant, expectedEnd: Instant) {
            self.activity = activity
            self.start = start
            self.expectedEnd = expectedEnd
        }
    }

    /// The climate that counts now.
    public struct ClimateInForce: Hashable, Sendable {
        /// When it was read; nil for the usual indoor climate of the configuration.
        public var readAt: Instant?
        public var air: Temperature
        public var humidity: RelativeHumidity
        public var wind: Speed

        public init(readAt: Instant?, air: Temperature, humidity: RelativeHumidity, wind: Speed) {
            self.readAt = readAt
            self.air = air
            self.humidity = humidity
            self.wind = wind
        }
    }

    /// Something about the daemon itself.
    public enum Notice: Hashable, Sendable {
        /// The diary cannot be written to; nothing is logged.
        case diaryUnavailable(DiaryFault)
        /// The configuration has errors; the one before them is in force.
        case invalidConfiguration
        /// Nobody shows notifications.
        case noNotificationServer
        /// `[Health] Checked` is not set.
        case healthUnchecked
        /// A wrong line stands in `[Profile]` or `[Health]`: no volumes are proposed.
        case untrustedProfile
    }

    public init(
        version: String, balance: Balance, nextReminder: NextReminder? = nil, thirstAt: Instant? = nil,
        activeWorkout: Workout? = nil, climate: ClimateInForce, intakeToday: Volume, targetToday: Volume,
        pausedUntil: Instant? = nil, heatLevel: HeatLevel, presence: Presence, units: UnitSystem,
        notices: [Notice] = []
    ) {
        self.version = version
        self.balance = balance
        self.nextReminder = nextReminder
        self.thirstAt = thirstAt
        self.activeWorkout = activeWorkout
        self.climate = climate
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.pausedUntil = pausedUntil
        self.heatLevel = heatLevel
        self.presence = presence
        self.units = units
        self.notices = notices
    }
}

extension ControlStatus.Notice {
    /// The notice as the bus writes it, such as `diary-unavailable:disk-full`.
    public var code: String {
        switch self {
        case .diaryUnavailable(let fault): "diary-unavailable:\(fault.rawValue)"
        case .invalidConfiguration: "invalid-configuration"
        case .noNotificationServer: "no-notification-server"
        case .healthUnchecked: "health-unchecked"
        case .untrustedProfile: "untrusted-profile"
        }
    }

    /// Nil for a code that this version does not know.
    public init?(code: String) {
        let simple: [Self] = [.invalidConfiguration, .noNotificationServer, .healthUnchecked, .untrustedProfile]
        let known = simple + DiaryFault.allCases.map { .diaryUnavailable($0) }
        guard let notice = known.first(where: { $0.code == code }) else { return nil }
        self = notice
    }
}
