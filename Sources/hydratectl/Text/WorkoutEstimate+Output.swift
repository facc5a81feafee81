// SPDX-License-Identifier: Apache-2.0

import Physiology

extension WorkoutEstimate {
    /// The estimate as a document, unrounded: W/m², l/h, l, mmol/l, mmol, °C and minutes.
    ///
    /// The terms of the heat balance are null where it does not hold, in water and in a sauna.
    var json: JSON {
        .document([
            "metabolicEquivalent": .number(effort.met.met),
            "surfaceArea": .number(sweat.surfaceArea.squareMeters),
            "metabolicRate": .number(sweat.metabolicRate.wattsPerSquareMeter),
            "requiredEvaporation": sweat.terms.map { .number($0.requiredEvaporation.wattsPerSquareMeter) } ?? .null,
            "maximumEvaporation": sweat.terms.map { .number($0.maximumEvaporation.wattsPerSquareMeter) } ?? .null,
            "sweatPower": .number(sweat.sweatPower.wattsPerSquareMeter),
            "sweatRate": .object([
                "median": .number(sweat.median.litersPerHour), "lower": .number(sweat.lower.litersPerHour),
            ]),
            "sweatLoss": .object(["median": .number(medianLoss.liters), "lower": .number(lowerLoss.liters)]),
            "sodiumConcentration": .number(sodium.millimolesPerLiter),
            "electrolyteLoss": .number(electrolyteLoss.millimoles),
            "wbgt": .number(climate.wbgt.celsius),
            "heatLevel": .string(climate.heatLevel.rawValue),
            "thirstAfter": thirstAfter.map { .number($0.minutes) } ?? .null,
        ])
    }
}
