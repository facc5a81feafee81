// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
public import Physiology

/// What stands on the desktop for a reminder: plain text, unescaped, and its buttons.
public struct Bubble: Hashable, Sendable {
    /// What a press on a button means; the raw value is the action's id.
    public enum Action: String, CaseIterable, Sendable {
        /// The proposed drink was had.
        case drank
        case later, skip, seen
        /// Whether a cramp has let go, or a workout still runs.
        case yes, no
        case stillHurts = "still-hurts"
    }

    public struct Button: Hashable, Sendable {
        public let action: Action
        /// At most 14 characters, as narrow servers show no more.
        public let label: String
    }

    /// What a click on the bubble itself means.
    public static let seenLabel = "Seen"

    public let summary: String
    /// A few short lines.
    public internal(set) var body: String
    public let buttons: [Button]
    /// Whether it must not time out.
    public let isCritical: Bool
    /// Whether it asks something that only the person can tell.
    public var isQuestion: Bool { buttons.contains { $0.action == .yes } }
    /// What to type instead of pressing a button; nil where there is nothing to answer.
    public let command: AnswerCommand?

    /// The bubble of `reminder` at `now`.
    ///
    /// - Parameters:
    ///   - workout: the workout that is running.
    ///   - asksAboutHealth: whether the question about the person's health goes with it.
    public init(
        _ reminder: Reminder, at now: Instant, workout: ActiveWorkout? = nil, in idiom: Idiom,
        asksAboutHealth: Bool = false
    ) {
        let text = BubbleText(reminder: reminder, now: now, workout: workout, idiom: idiom)
        summary = text.summary
        body = (text.lines + (asksAboutHealth ? [SafetyText.healthNotice] : [])).joined(separator: "\n")
        buttons = text.buttons
        isCritical = reminder.isCritical
        command = AnswerCommand(for: reminder, buttons: buttons, in: idiom)
    }

    /// The bubble of `reminder`, which `plan` wants shown.
    public init(_ reminder: Reminder, of plan: Plan, in idiom: Idiom, asksAboutHealth: Bool = false) {
        self.init(
            reminder, at: plan.at, workout: plan.activeWorkout, in: idiom, asksAboutHealth: asksAboutHealth)
    }

    /// The body where there are no buttons to press.
    public var bodyWithoutButtons: String {
        command.map { "\(body)\n\($0.purpose): \($0.line)" } ?? body
    }

    /// All of it as lines of a terminal, which must not be typed into.
    public var terminalLines: [String] {
        [summary] + body.split(separator: "\n").map(String.init)
            + (command.map { ["In another terminal: \($0.line)"] } ?? [])
    }
}

extension Bubble {
    /// The one bubble that says that nothing can be logged.
    public static func diaryUnavailable(_ trouble: DiaryTrouble) -> Bubble {
        Bubble(
            summary: "Nothing can be logged", body: ErrorText.diaryUnavailable(trouble), buttons: [], isCritical: false)
    }

    init(summary: String, body: String, buttons: [Button], isCritical: Bool) {
        self.summary = summary
        self.body = body
        self.buttons = buttons
        self.isCritical = isCritical
        command = nil
    }
}

/// One reminder being put into words.
private struct BubbleText {
    let reminder: Reminder
    let now: Instant
    let workout: ActiveWorkout?
    let idiom: Idiom

    var summary: String {
        if reminder.asksWhetherWorkoutRuns { return "Is the workout still going?" }
        return switch reminder.guideline {
        case .drinkBeforeThirst: "Time for a drink"
        case .drinkDuringWorkout: "A few sips"
        case .drinkAfterWorkout: "Make up what you lost"
        case .replaceElectrolytes: "Salts as well as water"
        case .tooMuchWater: "Please stop drinking for now"
        default:
            switch reminder.reason.trigger {
            case .cramp where reminder.guideline != .crampInWater: "A cramp: this may help"
            case .crampFollowUp: "Has it let go?"
            case .crampStillThere where reminder.asksAboutCramp: "What else may help"
            case .crampStillHurts where reminder.guideline != .crampUrgentSigns: "While it still hurts"
            default: Catalogue[reminder.guideline].title
            }
        }
    }

    var lines: [String] {
        if reminder.asksWhetherWorkoutRuns { return leftRunning }
        return switch reminder.guideline {
        case .drinkBeforeThirst: [drink, thirst].compactMap(\.self) + salts + beside + comfort
        case .drinkDuringWorkout: [duringWorkout] + salts + beside + comfort
        case .drinkAfterWorkout: [drink] + afterWorkout + salts + beside + comfort
        case .replaceElectrolytes:
            [
                "You have sweated a lot. Something with salts may help, if you want to: "
                    + "a sports drink, a salty snack or your next meal."
            ]
        case .tooMuchWater: [surplus, SafetyText.signs]
        case .drinkBeforeWorkout: beforeWorkout + salts + beside + comfort
        default: isAboutCramp ? cramp : words
        }
    }

    var buttons: [Bubble.Button] {
        if reminder.guideline == .tooMuchWater { return [.init(action: .seen, label: Bubble.seenLabel)] }
        if reminder.asksAboutCramp {
            return [
                .init(action: .yes, label: "Yes"), .init(action: .no, label: "No"),
                .init(action: .stillHurts, label: "Still hurts"),
            ]
        }
        if reminder.asksWhetherWorkoutRuns {
            return [.init(action: .yes, label: "Yes"), .init(action: .no, label: "It is over")]
        }
        let seen = Bubble.Button(action: .seen, label: Bubble.seenLabel)
        if reminder.proposal == nil, !Self.isAboutDrinking.contains(reminder.guideline) { return [seen] }
        if isAboutCramp, let volume = reminder.volume {
            return [.init(action: .drank, label: "Drank \(idiom.volume(volume))"), seen]
        }
        let rest: [Bubble.Button] = [.init(action: .later, label: "Later"), .init(action: .skip, label: "Skip")]
        guard let proposal = reminder.proposal else {
            let isDone = Catalogue[reminder.guideline].topic == .electrolytes
            return (isDone ? [.init(action: .seen, label: "Got it")] : []) + rest
        }
        let label =
            switch proposal.meaning {
            case .drink: "Drank \(idiom.volume(proposal.volume))"
            case .total: "Had it"
            }
        return [.init(action: .drank, label: label)] + rest
    }

    private var drink: String {
        guard let proposal = reminder.proposal else { return "A drink, if you want to." }
        return switch proposal.meaning {
        case .drink: "\(idiom.volume(proposal.volume)), if you want to."
        case .total: "Up to \(total(proposal.volume))"
        }
    }

    private static let isAboutDrinking: Set<GuidelineID> = [
        .drinkBeforeThirst, .drinkBeforeWorkout, .drinkDuringWorkout, .drinkAfterWorkout, .replaceElectrolytes,
        .noWaterAlone,
    ]

    private var isAboutCramp: Bool {
        switch reminder.reason.trigger {
        case .cramp, .crampFollowUp, .crampStillThere, .crampStillHurts: true
        default: false
        }
    }

    /// The steps of a cramp at hand, or the question about it.
    private var cramp: [String] {
        CrampText.lines(CrampRelief(reminder), in: idiom)
    }

    /// Whether a workout still runs, and what becomes of it without an answer.
    private var leftRunning: [String] {
        var lines: [String] = []
        if let workout {
            let since = idiom.duration(now - workout.start, isRough: true)
            lines.append("You began \(idiom.activity(workout.activity)) \(since) ago.")
        }
        let end = workout?.askedAt.map { " \(idiom.when($0, now: now))" } ?? ""
        return lines + [
            "Without an answer it counts as ended\(end).", "Another end: \(AnswerCommand.endOfWorkout)",
        ]
    }

    /// The advice of each guideline, and the drink if one is proposed.
    private var words: [String] {
        let advice =
            reminder.guideline == .fluidBalanceConditions && reminder.reason.trigger == .dailyLimit
            ? ["What your clinician allows for today is reached. Please drink no more than that."]
            : reminder.guidelines.map { id in
                id == .mineralsInFood && !reminder.withElectrolytes
                    ? SafetyText.mineralsWithoutSalts : Catalogue[id].advice
            } + (reminder.reason.trigger == .heatInPregnancy ? [SafetyText.heatInPregnancy] : [])
        return advice + (reminder.proposal == nil ? [] : [drink] + comfort)
    }

    /// What is missing beforehand, and what to take along.
    private var beforeWorkout: [String] {
        let luggage = reminder.provision.map { LuggageText.sentence(Luggage($0), now: now, in: idiom) }
        guard reminder.proposal != nil else { return [luggage ?? Catalogue[.drinkBeforeWorkout].advice] }
        return ["\(drink) Slowly, before you start."] + [luggage].compactMap(\.self)
    }

    private func total(_ volume: Volume) -> String {
        "\(idiom.volume(volume)) since the last reminder, what you have already drunk included."
    }

    /// When thirst would come; nil when it is not in sight.
    private var thirst: String? {
        guard let thirstAt = reminder.reason.thirstAt else { return nil }
        return thirstAt > now + .minutes(10)
            ? "Thirst would come \(idiom.about(thirstAt, now: now, word: "around"))." : "Thirst is near."
    }

    private var duringWorkout: String {
        var place: [String] = []
        if let workout {
            place.append(idiom.weather(workout.climate))
            place.append("\(idiom.duration(now - workout.start)) into \(idiom.activity(workout.activity))")
        }
        guard let volume = reminder.volume else { return "A few sips, if you want to." }
        return place.isEmpty ? "Up to \(total(volume))" : "\(place.joined(separator: ", ")): up to \(total(volume))"
    }

    private var afterWorkout: [String] {
        switch reminder.reason.trigger {
        case .lastOfWorkout: [Self.lastWord]
        case .quickRecovery: ["As you asked: back to normal sooner. The rest comes in small steps."]
        case .lastOfQuickRecovery: ["As you asked: back to normal sooner.", Self.lastWord]
        default: ["The rest comes with time and your meals."]
        }
    }

    private static let lastWord = "This is the last word on this workout. You may have lost more: drink to thirst."

    private var salts: [String] {
        reminder.withElectrolytes || reminder.others.contains(.replaceElectrolytes) ? [SafetyText.withSalts] : []
    }

    /// What is not about a drink, and said in the same bubble.
    private var beside: [String] {
        [GuidelineID.hotAndHumid, .warmUpAndStretch, .stretchAfter].filter(reminder.others.contains)
            .map { Catalogue[$0].advice }
    }

    /// In a workout and in the hours after it the body's word counts most.
    private var comfort: [String] {
        [.drinkBeforeThirst, .drinkBeforeWorkout].contains(reminder.guideline) && reminder.proposal?.meaning != .total
            ? [] : [SafetyText.bodyFirst]
    }

    private var surplus: String {
        let surplus = -reminder.reason.lower.waterDeficit
        return surplus >= .milliliters(100)
            ? "You have taken in about \(idiom.rough(surplus)) more than you lost. Drinking on is dangerous."
            : "Much water and little salt has gone in. Drinking more water is dangerous."
    }
}
