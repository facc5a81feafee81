// SPDX-License-Identifier: Apache-2.0

public import Guidance
public import Physiology

/// What `hydratectl why` prints.
public enum ExplanationText {
    /// The lines of an explanation, the answer first, then the numbers, then where the advice comes from.
    public static func lines(_ explanation: Explanation, now: Instant, in idiom: Idiom) -> [String] {
        let phrase = ExplanationPhrase(explanation: explanation, now: now, idiom: idiom)
        return phrase.answer + phrase.numbers + phrase.next + phrase.guidelines
    }

    /// Why nothing is said, in a sentence.
    public static func sentence(_ silence: Silence) -> String {
        switch silence {
        case .balanced: "Your balance is fine: there is nothing to say."
        case .backingOff: "Something is due. It was said and comes again later, so as not to nag."
        case .gap: "Something is due, and the last reminder or drink was only just now."
        case .asleep: "By your bedtime you are asleep."
        case .nearBedtime: "It is nearly bedtime: a drink now would only wake you."
        case .quietHours: "These are your quiet hours."
        case .paused: "Reminders are paused."
        case .snoozed: "Reminders are snoozed."
        case .away: "You are away from the desk. What is still true comes when you are back."
        case .locked: "The screen is locked. What is still true comes when you are back."
        case .noNotificationServer: "There is no notification server to show a bubble. It comes when there is one."
        case .tooLittle: "Less than a small glass would make up for what is missing: it waits until it is worth one."
        case .surplus: "You have taken in more than you lost. Nothing is proposed until that is made up."
        case .capped: "You have had as much lately as is proposed within hours or a day. Thirst decides."
        case .volumesOff: "No amounts are proposed, because of your settings, your age or a wrong line in them."
        case .unanswered: "Nothing was logged or answered for two days, so only one reminder a day comes."
        }
    }

    /// What would end the silence; nil when only time does.
    static func remedy(_ silence: Silence) -> String? {
        switch silence {
        case .balanced, .gap, .tooLittle, .capped, .surplus, .asleep, .nearBedtime: nil
        case .backingOff: "A drink logged or an answer starts over: hydratectl drink 250ml"
        case .quietHours: "To change them: [Quiet] in hydrated.conf."
        case .paused, .snoozed: "To hear more now: hydratectl resume"
        case .away, .locked: nil
        case .noNotificationServer: "Start one, for instance dunst or mako."
        case .volumesOff: "The settings behind it: [Profile] and [Health] in hydrated.conf."
        case .unanswered: "A logged drink brings the others back: hydratectl drink 250ml"
        }
    }

    static func sentence(_ trigger: Reason.Trigger) -> String {
        switch trigger {
        case .forecastThirst: "Even by the cautious estimate, thirst was on its way."
        case .workoutForecast: "Without drinking, the workout would end with more lost than is comfortable."
        case .workoutDeficit: "The workout left more to make up than the next meal does."
        case .lastOfWorkout: "The workout left more to make up, and this was the last reminder about it."
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

    var answer: [String] {
        switch explanation.subject {
        case .reminder(let word):
            [name(word, at: idiom.time(word.at, now: now))]
                + (word.trigger.map { [ExplanationText.sentence($0)] } ?? [])
        case .standing: ["The last reminder still stands; nothing new is due."]
        case .silence(let silence):
            [ExplanationText.sentence(silence)] + (ExplanationText.remedy(silence).map { [$0] } ?? [])
        }
    }

    var numbers: [String] {
        var lines = ["Balance: \(balance(explanation.median)); by the cautious estimate \(balance(explanation.lower))."]
        let free = explanation.lower.freeWaterDeficit
        if let threshold = explanation.threshold {
            lines.append(
                "Free water, which thirst follows: \(amount(free)); a reminder comes at \(idiom.rough(threshold)).")
        }
        if let thirstAt = explanation.thirstAt {
            lines.append("Thirst: \(idiom.about(thirstAt, now: now, word: "around")), if you drink nothing.")
        }
        if let loss = explanation.loss { lines.append("Losing: \(losses(loss)).") }
        lines.append("Today: \(idiom.share(explanation.intakeToday, of: explanation.targetToday)).")
        return lines
    }

    var next: [String] {
        guard let coming = explanation.coming else {
            return explanation.subject.isSilent ? ["Next: nothing in sight."] : []
        }
        return [
            "Next: \(name(coming, at: idiom.about(coming.at, now: now))) A drink moves it back, a workout or heat brings "
                + "it forward."
        ]
    }

    /// The guidelines behind it, with their sources.
    var guidelines: [String] {
        let word: Explanation.Word? =
            switch explanation.subject {
            case .reminder(let word): word
            case .standing, .silence: explanation.coming
            }
        guard let word else { return [] }
        return ([word.guideline] + word.others).flatMap { id in
            let guideline = Catalogue[id]
            var lines = ["Guideline \(id.rawValue): \(guideline.advice)"]
            if !guideline.evidence.isEmpty { lines.append("Evidence: \(guideline.evidence)") }
            lines += guideline.sources.map { "Source: \($0.document), \($0.title)" }
            if guideline.topic != .safety { lines.append("To switch it off: \(id.rawValue)=no under [Guidance]") }
            return lines
        }
    }

    private func name(_ word: Explanation.Word, at time: String) -> String {
        let volume = word.volume.map { ", \(idiom.volume($0))" } ?? ""
        let title =
            word.trigger == .workoutLeftRunning ? "Whether the workout still goes on" : Catalogue[word.guideline].title
        return "\(title) (\(time)\(volume))."
    }

    private func balance(_ balance: WaterBalance) -> String {
        let salts = balance.electrolyteDeficit
        let water = amount(balance.waterDeficit)
        return salts < .millimoles(5) ? water : "\(water) and \(idiom.electrolytes(salts)) of salts short"
    }

    /// "about 300 ml short", "about 200 ml to spare", "even".
    private func amount(_ deficit: Volume) -> String {
        StatusText.deficit(deficit, in: idiom)
    }

    private func losses(_ loss: Explanation.Loss) -> String {
        var text = idiom.rough(loss.total)
        if let baseline = loss.baseline, let sweat = loss.sweat {
            text +=
                sweat < .millilitersPerHour(10)
                ? ", breath, skin and urine alone"
                : ": \(idiom.rough(baseline)) by breath, skin and urine, \(idiom.rough(sweat)) by sweat"
        }
        return text
    }
}

extension Explanation.Subject {
    fileprivate var isSilent: Bool {
        if case .silence = self { true } else { false }
    }
}
