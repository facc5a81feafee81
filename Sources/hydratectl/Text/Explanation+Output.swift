// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Systemd
import Wording

/// Why a reminder came or why there is none, for a reader and as JSON.
extension ControlProtocol.Explanation {
    func text(_ place: Place) -> String {
        ExplanationText.lines(spoken, now: place.now, in: Idiom(units: units, zone: place.zone))
            .joined(separator: "\n")
    }

    private var spoken: Wording.Explanation {
        let word = guideline.map { guideline in
            Wording.Explanation.Word(guideline: guideline, others: others, at: at, volume: proposal, trigger: trigger)
        }
        var spoken = Wording.Explanation(
            subject: .silence(silence ?? .balanced), at: at, median: median, lower: lower, threshold: threshold,
            thirstAt: thirstAt, loss: .init(total: losses.water, baseline: baselineRate, sweat: sweatRate),
            intakeToday: intakeToday, targetToday: targetToday)
        switch (standing, word) {
        case (.due, let word?), (.shown, let word?): spoken.subject = .reminder(word)
        case (.coming, _), (.silent, _), (_, nil): spoken.coming = word
        }
        return spoken
    }

    /// `{"version":1,…}` with the keys of the interface's Explain.
    func json(_ place: Place) -> JSON {
        var document = fields.filter { $0.key != "sources" }.mapValues { JSON($0, at: place.zone.offset(at:)) }
        document["sources"] = .array(
            sources.map { .object(["document": .string($0.document), "title": .string($0.title)]) })
        return .document(document)
    }
}
