// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Systemd
import Wording

/// Why a reminder came or why there is none, for a reader and as JSON.
extension Explanation {
    func text(_ place: Place) -> String {
        ExplanationText.lines(self, now: place.now, in: Idiom(units: units, zone: place.zone))
            .joined(separator: "\n")
    }

    /// `{"version":1,…}` with the keys of the interface's Explain.
    func json(_ place: Place) -> JSON {
        var document = fields.filter { $0.key != "sources" }.mapValues { JSON($0, at: place.zone.offset(at:)) }
        document["sources"] = .array(
            sources.map { .object(["document": .string($0.document), "title": .string($0.title)]) })
        return .document(document)
    }
}

/// Where a guideline stands, for a reader and as JSON.
extension GuidelineStanding {
    func text(_ place: Place) -> String {
        GuidelineText.lines(Catalogue[guideline], self, in: Idiom(units: units, zone: place.zone))
            .joined(separator: "\n")
    }

    /// `{"version":1,…}` with the keys of the interface's Explain.
    func json(_ place: Place) -> JSON {
        .document(fields.mapValues { JSON($0, at: place.zone.offset(at:)) })
    }
}
