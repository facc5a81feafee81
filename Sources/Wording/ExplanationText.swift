// SPDX-License-Identifier: Apache-2.0

import Diary
public import Guidance
public import Physiology

/// What `hydratectl why` prints.
public enum ExplanationText {
    /// The lines of an explanation, the answer first, then the numbers, then where the advice comes from.
    public static func lines(_ explanation: Explanation, now: Instant, in idiom: Idiom) -> [String] {
        let phrase = ExplanationPhrase(explanation: explanation, now: now, idiom: idiom)
        return phrase.answer + phrase.numbers + phrase.next + phrase.guidelines
    }

    /// What made a reminder due and the numbers it looked at.
    public static func reason(_ trigger: Reason.Trigger, _ measures: [Measure], in idiom: Idiom) -> [String] {
        [sentence(trigger)] + measures.map { MeasureText.sentence($0, in: idiom) }
    }

    /// Why nothing is said, in a sentence.
    public static func sentence(_ silence: Silence) -> String {
        switch silence {
        case .balanced: "Your balance is fine: there is nothing to say."
        case .backingOff: "Something is due. It was said and comes again later, so as not to nag."
        case .gap: "Something is due, and the last reminder or drink was not long ago."
        case .asleep: "By your bedtime you are asleep."
        case .nearBedtime: "It is nearly bedtime: a drink now would only wake you."
        case .quietHours: "These are your quiet hours."
        case .paused: "Reminders are paused."
        case .snoozed: "Reminders are snoozed."
        case .away: "You are away from the desk. What is still true comes when you are back."
        case .locked: "The screen is locked. What is still true comes when you are back."
        case .noNotificationServer: "There is no notification server to show a bubble. It comes when there is one."
        case .tooLittle: "Less than a small glass would be proposed now: it waits until it is worth one."
        case .surplus: "You have taken in more than you lost. Nothing is proposed until that is made up."
        case .capped: "You have had as much lately as is proposed within hours or a day. Thirst decides."
        case .volumesOff: "No amounts are proposed, because of your settings, your age or a wrong line in them."
        case .unanswered: "Nothing was logged or answered for two days, so only one reminder a day comes."
        }
    }

    /// What would end the silence; nil when only time does.
    static func remedy(_ silence: Silence) -> String? {
        switch silence {
        case .balanced, .gap, .tooLittle, .capped, .asleep, .nearBedtime: nil
        case .surplus: "Please stop drinking for now. \(SafetyText.signs)"
        case .backingOff: "A drink logged or an answer starts over: hydratectl drink 250ml"
        case .quietHours: "To change them: [Quiet] in hydrated.conf."
        case .paused, .snoozed: "To hear more now: hydratectl resume"
        case .away, .locked: nil
        case .noNotificationServer: "Start one, for instance dunst or mako."
        case .volumesOff: "The settings behind it: [Profile] and [Health] in hydrated.conf."
        case .unanswered: "A logged drink brings the others back: hydratectl drink 250ml"
        }
    }

    /// What would end a reminder that stands; nil when only an answer or time does.
    static func change(_ trigger: Reason.Trigger) -> String? {
        switch trigger {
        case .workoutForecast: "It ends with the workout: hydratectl workout stop"
        case .surplus: "Time alone makes it up: it ends when nothing of it is left. \(SafetyText.signs)"
        case .heat: "A cooler reading ends it: hydratectl temperature 22C"
        case .workoutElectrolytes, .plainWater: "A meal or a drink with salts, when logged, makes up for it."
        case .plannedWorkout: "It ends when the workout begins, or is taken back: hydratectl undo"
        case .cramp, .crampFollowUp, .crampStillThere, .crampStillHurts: "Its buttons take your answer."
        default: nil
        }
    }

    static func sentence(_ trigger: Reason.Trigger) -> String {
        switch trigger {
        case .forecastThirst: "Even by the cautious estimate, thirst was on its way."
        case .workoutForecast: "Without drinking, the workout would end with more lost than is comfortable."
        case .workoutDeficit: "The workout left more to make up than the next meal does."
        case .lastOfWorkout: "The workout left more to make up, and this was the last reminder about it."
        case .quickRecovery: "You asked for a quick recovery, and the workout left more to make up."
        case .lastOfQuickRecovery:
            "You asked for a quick recovery from the workout, and this was the last reminder about it."
        case .workoutElectrolytes: "The workout cost enough salts to make up for."
        case .workoutLeftRunning: "The workout had gone on for longer than was planned or is usual."
        case .surplus: "More has gone in than was lost."
        case .plannedWorkout: "A workout that will cost a good deal comes up."
        case .heat: "A temperature reading rose into the heat."
        case .plainWater: "Much plain water went in while you sweat, or your sodium runs low."
        case .cramp: "You logged a cramp."
        case .crampFollowUp: "You logged a cramp ten minutes before."
        case .crampStillThere: "You answered that the cramp was still there."
        case .crampStillHurts: "You answered that it still hurts."
        case .crampAdvice: "The cramps you logged, with those before or with your settings, give reason to."
        case .crampsRecur: "Your cramps recur: at least three within 14 days."
        case .workoutInHeat: "A workout was planned or begun in great heat."
        case .heatInPregnancy:
            "A workout was planned or begun in great heat, and your settings say that you are pregnant."
        case .swim: "A swim was planned or begun."
        case .workoutBegins: "A workout was about to begin."
        case .workoutEnded: "A workout had ended."
        case .evening: "The evening had come, and no stretch was logged."
        case .bedtime: "Your bedtime was near."
        case .sitting: "You had been active at the desk for long, without a break."
        case .caffeine: "The caffeine you logged today passed what is thought harmless."
        case .load: "Hard workouts on several days of this week."
        case .profile: "It follows from what your settings say of you."
        case .dailyLimit: "What you logged today has reached the limit in your settings."
        }
    }
}

/// One explanation being put into words.
private struct ExplanationPhrase {
    let explanation: Explanation
    let now: Instant
    let idiom: Idiom

    /// Whether it explains a reminder that was shown or is about to be, and not a silence.
    private var isOfReminder: Bool { explanation.standing == .due || explanation.standing == .shown }

    var answer: [String] {
        if isOfReminder, let name = name(at: idiom.time(explanation.at, now: now)) {
            return [name] + (explanation.trigger.map { [ExplanationText.sentence($0)] } ?? [])
        }
        if isOfReminder { return ["The greeting of the first start; nothing else is due."] }
        guard explanation.silence != nil || explanation.standing == .silent else { return ["Not due yet."] }
        let silence = explanation.silence ?? .balanced
        return [ExplanationText.sentence(silence)] + (ExplanationText.remedy(silence).map { [$0] } ?? [])
    }

    var numbers: [String] {
        var lines = ["Balance: \(balance(explanation.median)); by the cautious estimate \(balance(explanation.lower))."]
        if let account = explanation.account {
            let items = AccountText.lines(account, in: idiom)
            if !items.isEmpty { lines += ["Since \(idiom.time(account.since, now: now)):"] + items }
        }
        // The numbers of a reminder to come stand with it.
        if explanation.standing != .coming { lines += measures }
        if let thirstAt = explanation.thirstAt {
            let time =
                thirstAt > explanation.at || explanation.standing == .coming
                ? idiom.about(thirstAt, now: now, word: "around") : "near"
            lines.append("Thirst: \(time), if you drink nothing.")
        }
        lines.append("Losing: \(losses).")
        lines.append("Today: \(idiom.share(explanation.intakeToday, of: explanation.targetToday)).")
        return lines
    }

    var next: [String] {
        guard explanation.standing == .coming, let name = name(at: hold ?? idiom.about(explanation.at, now: now)) else {
            return (explanation.standing == .silent ? ["Next: nothing in sight."] : changes) + last
        }
        return ["Next: \(name)"] + measures + changes + last
    }

    /// What a reminder waits for that would be shown by now; nil when its time has not come.
    private var hold: String? {
        guard explanation.at <= now else { return nil }
        switch explanation.silence {
        case .away, .locked: return "held until you are back"
        case .noNotificationServer: return "held until something shows bubbles"
        default: return nil
        }
    }

    /// The guidelines behind it, with their sources.
    var guidelines: [String] {
        guard let guideline = explanation.guideline else { return [] }
        return ([guideline] + explanation.others).flatMap { id in
            let guideline = Catalogue[id]
            var lines = ["Guideline \(id.rawValue): \(guideline.advice)"]
            if !guideline.evidence.isEmpty { lines.append("Evidence: \(guideline.evidence)") }
            lines += guideline.sources.map { "Source: \($0.document), \($0.title)" }
            if guideline.topic != .safety { lines.append("To switch it off: \(id.rawValue)=no under [Guidance]") }
            return lines
        }
    }

    private var measures: [String] { explanation.measures.map { MeasureText.sentence($0, in: idiom) } }

    /// What would make it another.
    private var changes: [String] {
        if let glass = explanation.glass {
            let start = "A drink of \(idiom.volume(glass.volume)) now would"
            guard let nextAt = glass.nextAt else { return ["\(start) leave no reminder in sight."] }
            let time = idiom.about(nextAt, now: now)
            return [
                explanation.standing == .coming
                    ? "\(start) move it to \(time)." : "\(start) put the next one off until \(time)."
            ]
        }
        if explanation.standing == .coming {
            // What a workout left is made up at a pace of its own.
            return explanation.trigger == .forecastThirst
                ? ["A drink moves it back, a workout or heat brings it forward."] : []
        }
        guard explanation.standing == .due, let trigger = explanation.trigger else { return [] }
        return ExplanationText.change(trigger).map { [$0] } ?? []
    }

    private var last: [String] {
        explanation.last.map {
            ["The last reminder came \(idiom.when($0.at, now: now)): hydratectl why \(idiom.plain($0.reminder.text))"]
        } ?? []
    }

    /// "Drink before you feel thirsty (14:00, 250 ml)."
    private func name(at time: String) -> String? {
        explanation.guideline.map { guideline in
            let volume = explanation.proposal.map { ", \(idiom.volume($0))" } ?? ""
            let title =
                explanation.trigger == .workoutLeftRunning
                ? "Whether the workout still goes on" : Catalogue[guideline].title
            return "\(title) (\(time)\(volume))."
        }
    }

    private func balance(_ balance: WaterBalance) -> String {
        let salts = balance.electrolyteDeficit
        let water = idiom.balance(balance.waterDeficit)
        return salts < .millimoles(5) ? water : "\(water) and \(idiom.electrolytes(salts)) of salts short"
    }

    private var losses: String {
        let text = idiom.rough(explanation.losses.water)
        guard let baseline = explanation.baselineRate, let sweat = explanation.sweatRate else { return text }
        return sweat < .millilitersPerHour(10)
            ? "\(text), breath, skin and urine alone"
            : "\(text): \(idiom.rough(baseline)) by breath, skin and urine, \(idiom.rough(sweat)) by sweat"
    }
}
