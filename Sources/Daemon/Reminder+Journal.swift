// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Systemd

/// A reminder as the fields of a message in the journal.
extension Reminder {
    var journalFields: [(JournalField, String)] {
        var fields: [(JournalField, String)] = [
            ("HYDRATED_GUIDELINE", guideline.rawValue), ("HYDRATED_REMINDER", id.text),
            ("HYDRATED_ELECTROLYTES", withElectrolytes ? "yes" : "no"),
        ]
        if let volume { fields.append(("HYDRATED_AMOUNT_ML", volume.journalText)) }
        for other in others { fields.append(("HYDRATED_OTHER_GUIDELINE", other.rawValue)) }
        return fields + reason.journalFields
    }
}

extension Reason {
    /// The trigger, both balances, and every number it looked at beside its level.
    var journalFields: [(JournalField, String)] {
        var fields: [(JournalField, String)] = [
            ("HYDRATED_TRIGGER", trigger.rawValue),
            ("HYDRATED_WATER_DEFICIT_ML", lower.waterDeficit.journalText),
            ("HYDRATED_FREE_WATER_DEFICIT_ML", lower.freeWaterDeficit.journalText),
            ("HYDRATED_USUAL_WATER_DEFICIT_ML", median.waterDeficit.journalText),
        ]
        if let thirstAt { fields.append(("HYDRATED_THIRST_AT", String(thirstAt.seconds))) }
        return fields + measures.flatMap(\.journalFields)
    }
}

extension Measure {
    /// Such as `HYDRATED_PLAIN_WATER_ML=1600` and `HYDRATED_PLAIN_WATER_THRESHOLD_ML=1500`.
    var journalFields: [(JournalField, String)] {
        [("", value), ("_THRESHOLD", threshold)].compactMap { part, reading in
            guard let reading, let field = JournalField("HYDRATED_\(subject.rawValue.asField)\(part)\(unit)") else {
                return nil
            }
            return (field, reading.number.journalText)
        }
    }

    private var unit: String {
        switch threshold.unit {
        case .count: ""
        case let unit: "_\(unit.rawValue.asField)"
        }
    }
}

extension WaterAccount {
    /// What each cause added to the water lacking in the usual run since waking, such as `HYDRATED_WORKOUT_ML=640`; what
    /// went in is below zero.
    var journalFields: [(JournalField, String)] {
        var sums: [(word: String, volume: Volume)] = []
        for item in items {
            if let index = sums.firstIndex(where: { $0.word == item.cause.word }) {
                sums[index].volume += item.usual
            } else {
                sums.append((item.cause.word, item.usual))
            }
        }
        return [("HYDRATED_ACCOUNT_SINCE", String(since.seconds))]
            + sums.compactMap { sum in
                JournalField("HYDRATED_ACCOUNT_\(sum.word.asField)_ML").map { ($0, sum.volume.journalText) }
            }
    }
}

extension Volume {
    fileprivate var journalText: String { milliliters.journalText }
}

extension Double {
    /// To a tenth, without a point where there is none to it.
    fileprivate var journalText: String {
        let tenths = (self * 10).rounded() / 10 + 0
        return Int64(exactly: tenths).map { String($0) } ?? tenths.description
    }
}

extension String {
    /// In the letters that a field of the journal may have.
    fileprivate var asField: String {
        String(uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
