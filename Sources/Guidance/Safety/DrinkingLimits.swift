// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// The hard rules: the one place that every proposed volume passes, and no rule can go around.
///
/// All numbers are choices of this project, made from the sources that physiology.md, section 5, names (Weschler
/// 2005, Miller 2015, NIOSH, TB MED 507, Shirreffs 1996).
struct DrinkingLimits {
    let situation: Situation
    /// Whether the person is surely up, whatever the hour: with a cramp at hand.
    var isUp = false

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

    /// `wanted`, as far as the rules allow; or why nothing may be proposed.
    func propose(_ wanted: Volume, meaning: ProposedVolume.Meaning) -> Result<ProposedVolume, Refusal> {
        if let refusal = prohibition { return .failure(refusal) }
        let volume = min(wanted, situation.lower.waterDeficit, Self.largest).roundedDown(to: Self.step)
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
        if situation.isAsleep, !isUp { return Refusal(.asleep) }
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
        return surplusesOfLastHour.contains { situation.at - $0.since < Self.stopFor }
    }

    private var surplusesOfLastHour: [BalanceCourse.Surplus] {
        situation.course.nodes(from: situation.at - Self.stopFor, to: situation.at).compactMap(\.surplus)
    }
}

// MARK: - Rolling caps

extension DrinkingLimits {
    /// A rolling cap, and the time over which it counts.
    private struct Cap {
        let length: Duration
        let volume: Volume
        /// What it may come down to while nothing is drunk.
        let least: Volume
    }

    /// For a day: 1.25 × a day's need at the waking rate, plus the cautious sweat of the last day, at most 8 L; and what
    /// a clinician allows.
    private var caps: [Cap] {
        let need = Volume.milliliters(situation.body.capBaseline.millilitersPerHour * 20.8 * 1.25)
        let most = min(Self.perDay, situation.configuration.health.dailyLimit ?? Self.perDay)
        let sweat = situation.timeline.lowerSweat(in: .days(1), endingAt: situation.at)
        return [
            Cap(length: .hours(1), volume: Self.perHour, least: Self.perHour),
            Cap(length: .hours(3), volume: Self.perThreeHours, least: Self.perThreeHours),
            Cap(length: .days(1), volume: min(most, need + sweat), least: min(most, need)),
        ]
    }

    /// What the rolling caps leave.
    private var room: Volume {
        let used = pending
        return caps.reduce(Self.largest) { room, cap in
            min(room, cap.volume - situation.history.drunk(in: cap.length, endingAt: situation.at) - used)
        }
    }

    /// What was proposed and not answered: it counts as drunk for a while.
    var pending: Volume { pendingFromNowOn.last ?? .zero }

    /// What will be pending as one bubble after the other is forgotten: nothing in the end, what is now last.
    var pendingFromNowOn: [Volume] {
        var sums = [Volume.zero]
        for bubble in situation.history.proposals(after: situation.at - Self.pendingFor) where !bubble.isAnswered {
            sums.append(sums[sums.endIndex - 1] + (bubble.reminder.volume ?? .zero))
        }
        return sums
    }

    /// Instants at which the limits may let go of what they hold back now.
    func changes() -> [Instant] {
        let at = situation.at
        let surplusEnd = situation.course.endOfSurplus(after: at, until: situation.horizon)
        var instants = [surplusEnd].compactMap(\.self) + surplusesOfLastHour.map { $0.since + Self.stopFor }
        instants += situation.history.proposals(after: at - Self.pendingFor).map { $0.at + Self.pendingFor }
        // Only a cap that leaves less than the largest drink can hold anything back, today or in the days to come.
        for cap in caps {
            let drunk = situation.history.drunk(in: cap.length, endingAt: at)
            guard drunk + pending + Self.largest > cap.least else { continue }
            for drink in situation.history.drinks.reversed() {
                guard drink.at > at - cap.length else { break }
                instants.append(drink.at + cap.length)
            }
            if cap.length == .days(1) {
                instants += dayCapChanges(missing: drunk + pending + Self.smallest - cap.volume)
            }
        }
        return instants
    }

    /// The day's cap grows while sweat flows and shrinks as that of yesterday is left behind.
    private func dayCapChanges(missing: Volume) -> [Instant] {
        let segments = situation.timeline.segments
        func sweat(at instant: Instant) -> Double {
            segments.last { $0.start <= instant }?.sweat.lower.water.millilitersPerHour ?? 0
        }
        let growth = sweat(at: situation.at) - sweat(at: situation.at - .days(1))
        var instants = segments.flatMap { [$0.start, $0.start + .days(1)] }
        if growth > 0, missing > .zero {
            instants.append(situation.at.advanced(byHours: missing.milliliters / growth))
        }
        return instants.filter { $0 > situation.at }
    }
}

// MARK: - Warnings

extension DrinkingLimits {
    /// What the drink that was logged last is answered with, the gravest last.
    static func warnings(for situation: Situation) -> [IntakeWarning] {
        var warnings = cautions(in: situation).map { caution -> IntakeWarning in
            switch caution {
            case .largeDrink: .largeDrink
            case .muchInOneHour: .tooFast
            }
        }
        if situation.course.surplus(at: situation.at) != nil { warnings.append(.surplus) }
        return warnings
    }

    /// Beyond 1.42 L within an hour every drink is answered with the warning (TB MED 507: 1½ quarts).
    private static func cautions(in situation: Situation) -> [Caution] {
        guard let last = situation.history.lastLogged else { return [] }
        let entries = situation.timeline.entries
        let around = entries[entries.firstIndex(notBefore: last.at - .hours(1))...]
            .prefix { $0.at <= min(last.at + .hours(1), situation.at) }
        return Caution.all(for: last.drink, at: last.at, beside: around.lazy.filter { $0.id != last.entry })
    }
}
