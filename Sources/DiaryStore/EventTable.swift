// SPDX-License-Identifier: Apache-2.0

import Diary

/// A table that holds what entries of some kinds say besides their kind.
enum EventTable: String, CaseIterable {
    case drink, workout, climate
    case workoutStop = "workout_stop"
    case bodyMass = "body_mass"
    case cramp, injury, shown, undelivered, answer, snooze, pause, retraction

    /// The table for a kind; nil when the kind says everything.
    init?(_ kind: Event.Kind) {
        switch kind {
        case .drink: self = .drink
        case .workout, .plannedWorkout, .workoutStarted: self = .workout
        case .workoutStopped: self = .workoutStop
        case .climate: self = .climate
        case .bodyMass: self = .bodyMass
        case .cramp: self = .cramp
        case .injury: self = .injury
        case .shown: self = .shown
        case .undelivered: self = .undelivered
        case .answer: self = .answer
        case .snooze: self = .snooze
        case .pause: self = .pause
        case .retraction: self = .retraction
        case .meal, .stretch, .resume: return nil
        }
    }

    /// The columns in the order of ``Event/values`` and ``Event/init(_:from:)``.
    private var columns: [String] {
        let climate = ["air_c", "humidity_percent", "wind_m_per_s", "sun", "radiant_c"]
        return switch self {
        case .drink:
            [
                "beverage", "volume_ml", "water_fraction", "sodium_mmol_per_l", "potassium_mmol_per_l",
                "caffeine_mg_per_l", "alcohol_percent", "answers",
            ]
        case .workout:
            climate
                + [
                    "activity", "intensity", "met", "speed_m_per_s", "power_w", "clothing_clo", "water_c", "ends_at",
                    "recovers_quickly",
                ]
        case .workoutStop: ["recovers_quickly"]
        case .climate: climate + ["is_indoor", "water_c"]
        case .bodyMass: ["kilograms", "moment"]
        case .cramp, .injury: ["muscle", "side", "severity"]
        case .shown: ["reminder", "guideline", "volume_ml", "with_electrolytes"]
        case .undelivered: ["reminder"]
        case .answer: ["reminder", "answer"]
        case .snooze, .pause: ["until"]
        case .retraction: ["retracted"]
        }
    }

    private static let inserts = statements {
        "INSERT INTO \($0.rawValue) (entry, \(list($0.columns))) "
            + "VALUES (?\(String(repeating: ", ?", count: $0.columns.count)))"
    }

    private static let selects = statements { "SELECT \(list($0.columns)) FROM \($0.rawValue) WHERE entry = ?" }

    private static let walks = statements {
        "SELECT \(list($0.columns)), entry FROM \($0.rawValue) WHERE entry >= ? ORDER BY entry"
    }

    /// The same from a diary of the first version, in which nobody could ask for a quick recovery.
    private static let firstSelects = statements { table in
        let columns = table.columns.map { $0 == "recovers_quickly" ? "0" : $0 }
        return table == .workoutStop
            ? "SELECT 0 WHERE ? IS NOT NULL" : "SELECT \(list(columns)) FROM \(table.rawValue) WHERE entry = ?"
    }

    private static func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }

    private static func statements(_ text: (EventTable) -> String) -> [EventTable: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0, text($0)) })
    }

    /// The statement that stores a row: the entry's number, then ``Event/values``.
    var insert: String { EventTable.inserts[self, default: ""] }
    /// The statement that finds the row of an entry.
    var select: String { EventTable.selects[self, default: ""] }
    /// The statement that finds the row of an entry, or of the next that has one, and then those after it; the entry's
    /// number comes last.
    var walk: String { EventTable.walks[self, default: ""] }
    /// As ``select``, for a damaged diary whose tables nobody can bring up to date, the latest version first.
    var selects: [String] {
        let first = EventTable.firstSelects[self, default: ""]
        return first == select ? [select] : [select, first]
    }
}
