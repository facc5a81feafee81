// SPDX-License-Identifier: Apache-2.0

public import Guidance
public import Physiology

/// How everything stands: from a plan, or from the properties on the bus.
public struct Status: Hashable, Sendable {
    public struct Next: Hashable, Sendable {
        public var guideline: GuidelineID
        public var at: Instant
        public var volume: Volume?

        public init(guideline: GuidelineID, at: Instant, volume: Volume?) {
            self.guideline = guideline
            self.at = at
            self.volume = volume
        }
    }

    public struct Workout: Hashable, Sendable {
        public var activity: String
        public var start: Instant

        public init(activity: String, start: Instant) {
            self.activity = activity
            self.start = start
        }
    }

    /// What the person would have to see to.
    public enum Notice: Hashable, Sendable {
        /// `[Health] Checked=yes` is not set.
        case healthUnchecked
        /// A wrong line stands in `[Profile]` or `[Health]`.
        case untrusted
        /// The configuration has errors.
        case wrongConfiguration
        case diary(DiaryTrouble)
        case noNotificationServer
    }

    public var at: Instant
    /// The balance by the usual sweat rate; nil when the diary cannot be read.
    public var balance: WaterBalance?
    public var intakeToday: Volume
    public var targetToday: Volume
    public var thirstAt: Instant?
    public var next: Next?
    public var workout: Workout?
    public var climate: Climate?
    /// When the climate was read; nil for the usual room.
    public var climateReadAt: Instant?
    public var heatLevel: HeatLevel
    public var pausedUntil: Instant?
    public var presence: Presence
    public var notices: [Notice]

    public init(
        at: Instant, balance: WaterBalance?, intakeToday: Volume, targetToday: Volume, thirstAt: Instant? = nil,
        next: Next? = nil, workout: Workout? = nil, climate: Climate? = nil, climateReadAt: Instant? = nil,
        heatLevel: HeatLevel = .normal, pausedUntil: Instant? = nil, presence: Presence = .present,
        notices: [Notice] = []
    ) {
        self.at = at
        self.balance = balance
        self.intakeToday = intakeToday
        self.targetToday = targetToday
        self.thirstAt = thirstAt
        self.next = next
        self.workout = workout
        self.climate = climate
        self.climateReadAt = climateReadAt
        self.heatLevel = heatLevel
        self.pausedUntil = pausedUntil
        self.presence = presence
        self.notices = notices
    }

    public init(_ plan: Plan, notices: [Notice] = []) {
        self.init(
            at: plan.at, balance: plan.median, intakeToday: plan.intakeToday, targetToday: plan.targetToday,
            thirstAt: plan.thirstAt,
            next: plan.next.map { Next(guideline: $0.reminder.guideline, at: $0.at, volume: $0.reminder.volume) },
            workout: plan.activeWorkout.map { Workout(activity: $0.activity, start: $0.start) },
            climate: plan.climate.climate, climateReadAt: plan.climate.readAt,
            heatLevel: plan.climate.climate.heatLevel, pausedUntil: plan.pausedUntil, notices: notices)
    }
}

/// What `hydratectl status` prints, and the line that `systemctl status` shows.
public enum StatusText {
    /// A row: a word and what stands behind it.
    public struct Row: Hashable, Sendable {
        public let label: String
        public let text: String
    }

    public static func rows(_ status: Status, in idiom: Idiom) -> [Row] {
        var rows: [Row] = []
        if let balance = status.balance {
            rows.append(Row(label: "Balance", text: deficit(balance.waterDeficit, in: idiom)))
        }
        rows.append(Row(label: "Today", text: idiom.share(status.intakeToday, of: status.targetToday)))
        if let thirst = status.thirstAt {
            let text = thirst > status.at ? idiom.about(thirst, now: status.at, word: "around") : "near"
            rows.append(Row(label: "Thirst", text: text))
        }
        rows.append(Row(label: "Next", text: next(status, in: idiom)))
        if let workout = status.workout {
            let since = idiom.duration(status.at - workout.start)
            rows.append(Row(label: "Workout", text: "\(idiom.activity(workout.activity)), \(since) so far"))
        }
        if let climate = status.climate {
            rows.append(Row(label: "Climate", text: self.climate(climate, status, idiom)))
        }
        if let until = status.pausedUntil, until > status.at {
            rows.append(Row(label: "Paused", text: "until \(idiom.time(until, now: status.at))"))
        }
        if let wait = wait(status) { rows.append(Row(label: "Desk", text: wait)) }
        return rows
    }

    /// What reminders wait for at the desk; nil when nothing there holds them back.
    private static func wait(_ status: Status) -> String? {
        switch status.presence {
        // In a workout one stands beside it.
        case .idle: status.workout == nil ? "not in use; reminders wait" : nil
        case .locked: "locked; reminders wait"
        case .away: "not in front; reminders wait"
        case .present, .unreachable: nil
        }
    }

    /// What the person would have to see to, a line each.
    public static func notices(_ status: Status) -> [String] {
        status.notices.map {
            switch $0 {
            case .healthUnchecked: SafetyText.healthNotice
            case .untrusted: SafetyText.untrusted
            case .wrongConfiguration: "hydrated.conf has errors. See: hydratectl reload"
            case .diary(let trouble): ErrorText.diaryUnavailable(trouble)
            case .noNotificationServer: "No notification server shows bubbles. Start one, for instance dunst or mako."
            }
        }
    }

    /// The whole of it: the rows in two columns, then the notices.
    public static func text(_ status: Status, in idiom: Idiom) -> String {
        let rows = rows(status, in: idiom)
        let width = rows.map(\.label.count).max() ?? 0
        let table = rows.map {
            $0.label + String(repeating: " ", count: width - $0.label.count) + "  " + $0.text
        }
        return (table + notices(status)).joined(separator: "\n")
    }

    /// The one line of the service manager: "Next reminder about 14:30".
    public static func serviceStatus(_ plan: Plan, presence: Presence = .present, in idiom: Idiom) -> String {
        if let until = plan.pausedUntil, until > plan.at { return "Paused until \(idiom.time(until, now: plan.at))" }
        guard let coming = plan.coming else {
            switch presence {
            case .present: return "No reminder in sight"
            case .unreachable: return "Reminders wait for a notification server"
            case .idle, .locked, .away: return "Reminders wait until you are back"
            }
        }
        return "Next reminder \(idiom.about(coming.at, now: plan.at))"
    }

    /// The one line while the diary cannot be used.
    public static func serviceStatus(_ trouble: DiaryTrouble) -> String { ErrorText.diaryUnavailable(trouble) }

    /// "about 300 ml short", "about 200 ml to spare", "even".
    static func deficit(_ deficit: Volume, in idiom: Idiom) -> String {
        switch deficit.milliliters {
        case 50...: "about \(idiom.rough(deficit)) short"
        case ...(-50): "about \(idiom.rough(-deficit)) to spare"
        default: "even"
        }
    }

    private static func next(_ status: Status, in idiom: Idiom) -> String {
        guard let next = status.next else { return "nothing in sight" }
        let volume = next.volume.map { "\(idiom.volume($0)), " } ?? ""
        let what = "(\(volume)\(next.guideline.rawValue))"
        let time = idiom.about(max(next.at, status.at), now: status.at)
        guard let hold = hold(status) else { return "\(time) \(what)" }
        return next.at > status.at ? "\(time), once \(hold) \(what)" : "held until \(hold) \(what)"
    }

    /// What a reminder waits for besides its time.
    private static func hold(_ status: Status) -> String? {
        if wait(status) != nil { return "you are back" }
        return status.presence == .unreachable ? "something shows bubbles" : nil
    }

    private static func climate(_ climate: Climate, _ status: Status, _ idiom: Idiom) -> String {
        var text = "\(idiom.temperature(climate.air)), \(climate.humidity.formatted(idiom.units))"
        if status.heatLevel > .normal {
            text += ", \(status.heatLevel == .extreme ? "extremely hot" : status.heatLevel.rawValue)"
        }
        if let read = status.climateReadAt {
            text += ", read \(idiom.when(read, now: status.at))"
        } else {
            text += ", the usual room"
        }
        return text
    }
}
