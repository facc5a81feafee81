// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Systemd
import Wording

/// Why a reminder came or why there is none, as lines and as JSON.
struct WhyText {
    let place: Place

    func text(_ explanation: Explanation) -> String {
        let idiom = Idiom(units: explanation.units, zone: place.zone)
        var lines = [headline(explanation, idiom)]
        if let trigger = explanation.trigger { lines.append(reason(trigger)) }
        lines += numbers(explanation, idiom)
        if let guideline = explanation.guideline {
            for id in [guideline] + explanation.others {
                let entry = Catalogue[id]
                lines.append("\(entry.title) (\(id.rawValue)): \(entry.advice)")
                if !entry.evidence.isEmpty { lines.append("  How sure: \(entry.evidence)") }
            }
        }
        lines += explanation.sources.map { "  Source: \($0.document), \($0.title)" }
        if let change = explanation.nextChange, explanation.standing != .shown {
            lines.append("This changes by itself \(idiom.about(change, now: place.now)); anything you log changes it now.")
        }
        return lines.joined(separator: "\n")
    }

    private func headline(_ explanation: Explanation, _ idiom: Idiom) -> String {
        let title = explanation.guideline.map { Catalogue[$0].title } ?? "Nothing"
        let time = idiom.time(explanation.at, now: place.now)
        let silence = explanation.silence.map(text) ?? ""
        switch explanation.standing {
        case .due: return "Due now: \(title)."
        case .shown: return "Shown \(time): \(title)."
        case .coming:
            let coming = "Comes \(idiom.about(explanation.at, now: place.now)): \(title)."
            return silence.isEmpty ? coming : "\(silence) \(coming)"
        case .silent: return silence.isEmpty ? "Nothing is due." : silence
        }
    }

    private func numbers(_ explanation: Explanation, _ idiom: Idiom) -> [String] {
        var lines = [
            "Drunk today: \(idiom.volume(explanation.intakeToday)) of \(idiom.volume(explanation.targetToday)).",
            "Short of water: \(idiom.volume(explanation.median.freeWaterDeficit)), surely "
                + "\(idiom.volume(explanation.lower.freeWaterDeficit)); losing "
                + "\(explanation.losses.water.formatted(idiom.units)).",
        ]
        let causes: [(Explanation.Cause, String)] = [
            (.baseline, "at rest"), (.heat, "to the heat"), (.workout, "to workouts"),
        ]
        let lost = causes.compactMap { cause, words in
            explanation.lostToday[cause].map { "\(idiom.volume($0)) \(words)" }
        }
        if !lost.isEmpty { lines.append("Lost today: \(lost.joined(separator: ", ")).") }
        if let threshold = explanation.threshold { lines.append("It speaks from \(idiom.volume(threshold)).") }
        if let thirst = explanation.thirstAt {
            lines.append("Thirst would come \(idiom.about(thirst, now: place.now)).")
        }
        if let loss = explanation.electrolyteLoss {
            lines.append("Salts lost in the workout: \(loss.formatted(idiom.units)).")
        }
        if let proposal = explanation.proposal {
            lines.append(
                explanation.isTotal
                    ? "Proposed: up to \(idiom.volume(proposal)) since the last reminder."
                    : "Proposed: \(idiom.volume(proposal)).")
        }
        return lines
    }

    private func reason(_ trigger: Reason.Trigger) -> String {
        switch trigger {
        case .forecastThirst: "Because thirst is in sight, by the cautious count."
        case .workoutForecast: "Because the workout would end with too much lost if you drank nothing."
        case .workoutDeficit: "Because the workout left you short of water."
        case .lastOfWorkout: "Because the workout left you short of water; this was the last of it."
        case .workoutElectrolytes: "Because the workout cost enough salts to replace them."
        case .surplus: "Because more has gone in than was lost."
        }
    }

    private func text(_ silence: Silence) -> String {
        switch silence {
        case .balanced: "Nothing is due: you are in balance."
        case .backingOff: "It was said, and comes again later."
        case .gap: "Too soon after the last reminder or drink."
        case .asleep: "You are asleep, by your settings."
        case .nearBedtime: "It is nearly bedtime."
        case .quietHours: "These are your quiet hours."
        case .paused: "You paused reminders. End it: hydratectl resume"
        case .snoozed: "You put reminders off. End it: hydratectl resume"
        case .away: "You are away from this computer."
        case .locked: "The screen is locked."
        case .noNotificationServer: "Nothing shows notifications on this desktop."
        case .tooLittle: "Too little is missing to speak of."
        case .surplus: "More has gone in than was lost; nothing is proposed until that is made up."
        case .capped: "You have drunk as much as is safe for now."
        case .volumesOff: "No volumes are proposed, as your settings ask for."
        case .unanswered: "Nothing was logged or answered for two days, so there is one reminder a day."
        }
    }

    /// `{"version":1,…}` with the keys of the interface's Explain.
    static func json(_ explanation: Explanation, _ place: Place) -> JSON {
        var fields = explanation.fields
        fields["sources"] = nil
        var document = fields.mapValues { JSON($0, at: place.zone.offset(at:)) }
        document["sources"] = .array(
            explanation.sources.map {
                .object(["document": .string($0.document), "title": .string($0.title)])
            })
        return .document(document)
    }
}
