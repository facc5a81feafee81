// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// The hard rules: the one place that every proposed volume passes, and no rule can go around.
///
/// All numbers are choices of this project, made from the sources that physiology.md, section 5, names (Weschler
/// 2005, Miller 2015, NIOSH, TB MED 507, Shirreffs 1996).
struct DrinkingLimits {
    let situation: Situation

    /// Nothing below is proposed: the reminder waits.
    static let smallest = Volume.milliliters(100)
    /// Nothing above is proposed at once.
    static let largest = Volume.milliliters(300)
    /// What is proposed is a multiple of this, as a person would say it.
    static let step = Volume.milliliters(50)
    /// An unanswered proposal counts as drunk for this long.
    static let pendingFor = Duration.minutes(60)
    /// Once more has gone in than was lost, nothing is proposed for at least this long.
    static let stopFor = Duration.hours(1)

    static let perHour = Volume.liters(0.8)
    static let perThreeHours = Volume.liters(2)
    static let perDay = Volume.liters(8)
    /// Beyond this within an hour every drink is answered with the warning (TB MED 507: 1½ quarts).
    static let alarmPerHour = Volume.liters(1.42)
    /// A single drink beyond this is answered with the warning.
    static let alarmAtOnce = Volume.liters(1.5)

    /// `wanted`, as far as the rules allow; or why nothing may be proposed.
    func propose(_ wanted: Volume, meaning: ProposedVolume.Meaning) -> Result<ProposedVolume, Refusal> {
        if let refusal = prohibition { return .failure(refusal) }
        let deficit = situation.lower.waterDeficit
        let volume = min(wanted, deficit, Self.largest).roundedDown(to: Self.step)
        guard volume >= Self.smallest else { return .failure(Refusal(.tooLittle)) }
        let capped = min(volume, room).roundedDown(to: Self.step)
        guard capped >= Self.smallest else { return .failure(Refusal(.capped)) }
        return .success(ProposedVolume(checked: capped, meaning: meaning))
    }

    struct Refusal: Error, Hashable {
        let silence: Silence
        init(_ silence: Silence) { self.silence = silence }
    }

    /// What forbids every volume, whatever is wanted.
    var prohibition: Refusal? {
        if !Self.allowsVolumes(situation.configuration, situation.body) { return Refusal(.volumesOff) }
        if situation.isAsleep { return Refusal(.asleep) }
        if isStopped { return Refusal(.surplus) }
        if situation.lower.waterDeficit <= .zero { return Refusal(.balanced) }
        return nil
    }

    /// Whether volumes are proposed to this person at all: not under a condition of `[Health]`, not under 16, and not
    /// while a wrong line stands in the profile.
    static func allowsVolumes(_ configuration: Configuration, _ body: Body) -> Bool {
        configuration.health.fluid.isEmpty && body.ageGroup != .child && configuration.isTrustedForVolumes
    }

    /// Whether more has gone in than was lost, or did so less than an hour ago.
    private var isStopped: Bool {
        if situation.course.surplus(at: situation.at) != nil { return true }
        let sinceAnHour = situation.course.nodes(from: situation.at - Self.stopFor, to: situation.at)
        return sinceAnHour.contains { node in
            node.surplus.map { situation.at - $0.since < Self.stopFor } ?? false
        }
    }

    /// What the rolling caps leave.
    private var room: Volume {
        let history = situation.history
        let pending = history.pending(in: Self.pendingFor, at: situation.at)
        func left(_ cap: Volume, _ length: Duration) -> Volume {
            cap - history.drunk(in: length, endingAt: situation.at) - pending
        }
        var room = min(left(Self.perHour, .hours(1)), left(Self.perThreeHours, .hours(3)), left(dayCap, .days(1)))
        if let limit = situation.configuration.health.dailyLimit { room = min(room, left(limit, .days(1))) }
        return max(.zero, room)
    }

    /// 1.25 × a day's need at the waking rate, plus the cautious sweat of the last day, at most 8 L.
    private var dayCap: Volume {
        let need = Volume.milliliters(situation.body.capBaseline.millilitersPerHour * 20.8 * 1.25)
        return min(Self.perDay, need + situation.timeline.lowerSweat(in: .days(1), endingAt: situation.at))
    }
}

extension DrinkingLimits {
    /// What a drink logged at `instant` is answered with.
    static func warnings(for situation: Situation) -> [IntakeWarning] {
        var warnings: [IntakeWarning] = []
        let last = situation.history.drinks.last
        if let last, last.volume > alarmAtOnce { warnings.append(.largeDrink) }
        if situation.history.drunk(in: .hours(1), endingAt: last?.at ?? situation.at) > alarmPerHour {
            warnings.append(.tooFast)
        }
        if situation.course.surplus(at: situation.at) != nil { warnings.append(.surplus) }
        return warnings
    }
}
