// SPDX-License-Identifier: Apache-2.0

/// The activities that have names: 90 of the 2024 Adult Compendium of Physical Activities, the treadmill, the sauna.
public enum ActivityTable {
    /// All activities, kin beside kin.
    public static let all: [Activity] = onFoot + onWheels + conditioning + games + inWater + inactivity

    /// The activity that `text` names: its name, another name of it, its code, or the unmistakable beginning of one.
    /// Case does not matter.
    public static func find(_ text: String) throws(UnknownActivity) -> Activity {
        if let activity = index.find(text) { return activity }
        throw UnknownActivity(input: text, nearest: index.nearest(to: text))
    }

    private static let index = NameIndex(all)
}

extension Activity: Named {
    var otherNames: [String] { aliases + [code] }
}

extension Activity {
    /// The metabolic rates of one row.
    enum Demand {
        /// Of a pastime with one row: a fifth less when easy and more when hard (a choice of this project).
        case about(Double)
        /// Of a row that already says how hard it is.
        case always(Double)
        /// Of three rows of the Compendium; where it has no easy one, a fifth less (a choice of this project).
        case graded(Double, Double, Double)

        var values: (easy: Double, moderate: Double, hard: Double) {
            switch self {
            case .about(let met): (met * 0.8, met, met * 1.2)
            case .always(let met): (met, met, met)
            case .graded(let easy, let moderate, let hard): (easy, moderate, hard)
            }
        }
    }

    /// A row of the table.
    init(
        _ code: String, _ name: String, _ title: String, _ aliases: [String], _ demand: Demand, wearing clo: Double,
        air: AirSpeed, kmh: Double? = nil, setting: Effort.Setting = .land, locomotion: Locomotion = .other
    ) {
        self.code = code
        self.name = name
        self.title = title
        self.aliases = aliases
        (easy, moderate, hard) = (
            .met(demand.values.easy), .met(demand.values.moderate), .met(demand.values.hard)
        )
        clothing = .clo(clo)
        airSpeed = air
        typicalSpeed = kmh.map { .kilometersPerHour($0) }
        self.setting = setting
        self.locomotion = locomotion
    }
}
