// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What each guideline looks at.
extension Situation {
    /// The numbers that `guideline` looks at, with the levels at which it speaks.
    ///
    /// - Parameter proposal: what it has to say, if it has: the levels are then the ones it spoke at.
    func measures(of guideline: GuidelineID, _ proposal: Proposal? = nil) -> [Measure] {
        switch guideline {
        case .drinkBeforeThirst:
            [
                Measure(
                    .freeWater, .volume(lower.freeWaterDeficit),
                    from: .volume(proposal?.threshold ?? reminderThreshold))
            ]
        case .drinkDuringWorkout: workoutForecast
        case .drinkAfterWorkout:
            [Measure(.water, .volume(lower.waterDeficit), from: .volume(DrinkAfterWorkout.least))]
        case .drinkBeforeWorkout: [workoutCost]
        case .hotAndHumid: [heat]
        case .replaceElectrolytes: electrolytes
        case .noWaterAlone:
            [
                Measure(
                    .plainWater, .volume(history.plainWater(in: NoWaterAlone.window, endingAt: at)),
                    from: .volume(NoWaterAlone.much)),
                Measure(.plasmaSodium, plasmaSodium, from: .concentration(NoWaterAlone.low)),
            ]
        case .tooMuchWater:
            [
                Measure(
                    .surplus, .volume(max(.zero, -lower.waterDeficit)),
                    from: .volume(.liters(0.01 * body.mass.kilograms))),
                Measure(.plasmaSodium, plasmaSodium, from: .concentration(.millimolesPerLiter(137))),
            ]
        case .crampInWater where proposal?.trigger != .cramp:
            [Measure(.cramps, .count(cramps(within: .days(14)).count), from: .count(1))]
        case .crampWaterFirst, .crampThenSalts, .crampStopAndStretch, .crampToesTowardYou, .crampStandAndLoad,
            .crampHeat, .crampPinch, .crampCold, .crampBreathe, .crampInWater, .crampNoMassageIfInjured,
            .crampUrgentSigns, .seeADoctorSevere:
            [sinceCramp(proposal?.trigger == .crampFollowUp ? CrampAtHand.untilQuestion : .zero)]
        case .seeADoctorOften: [recurring, nightCramps]
        case .seeADoctorOneSided: [sidedCramps]
        case .medicineAndPotassium, .spineWalkBent:
            [Measure(.recentCramps, .count(recentCramps), from: .count(1))]
        case .overExertion: exertion
        case .conditionAndCramps, .mineralsInFood, .vitamins, .footwear, .easeStress, .contrastShower: [recurring]
        case .sportsMassage:
            [Measure(.hardDays, .count(hardDays(within: 7).count), from: .count(3)), recurring]
        case .fluidBalanceConditions:
            configuration.health.dailyLimit.map { [Measure(.intake, .volume(intakeToday), from: .volume($0))] } ?? []
        case .pregnancyMinerals: []
        case .warmUpAndStretch: [untilWorkout]
        case .stretchAfter:
            [
                Measure(
                    .sinceWorkout,
                    workout == nil ? workoutEnded(within: .days(1)).map { .duration(at - $0.end) } : nil,
                    from: .duration(StretchAfter.soonAfter))
            ]
        case .stretchBeforeBed: [untilBed(StretchBeforeBed.beforeBed)]
        case .stretchDaily: [untilBed(Self.evening)]
        case .moveOften:
            [
                Measure(
                    .sitting, activeSince.map { .duration(at - $0) }, from: .duration(configuration.reminders.move))
            ]
        case .hotSeasonStrain:
            [
                Measure(
                    .workoutHeat, startedOrPlanned.map { .temperature($0.climate.wbgt) },
                    from: .temperature(HeatLevel.hot.beginning ?? .celsius(0)))
            ]
        case .coldWater:
            [Measure(.swimWater, swimWater.map { .temperature($0) }, from: .temperature(ColdWater.cold))]
        case .lessCoffee:
            [
                Measure(
                    .caffeine, day.map { .mass(.milligrams(history.caffeine(since: $0.wake))) },
                    from: .mass(LessCoffee.harmless(to: body)))
            ]
        }
    }
}

// MARK: - Water and salts

extension Situation {
    /// Where a running workout stands, and where it would end without a drink.
    private var workoutForecast: [Measure] {
        let limits = WorkoutNeed.Limits(body)
        let end = workout.map { course.runs(at: $0.end).median }
        return [
            Measure(
                .usualFreeWater, workout == nil ? nil : .volume(median.freeWaterDeficit),
                from: .volume(DrinkDuringWorkout.threshold(body))),
            Measure(.waterAtEnd, end.map { .volume($0.waterDeficit) }, from: .volume(limits.waterDeficit)),
            Measure(
                .freeWaterAtEnd, end.map { .volume($0.freeWaterDeficit) }, from: .volume(limits.freeWaterDeficit)),
        ]
    }

    private var workoutCost: Measure {
        func volume(_ share: Double) -> Reading { .volume(.liters(share * body.mass.kilograms)) }
        guard let next = nextPlanned else { return Measure(.workoutCost, nil, from: volume(0.01)) }
        return Measure(
            .workoutCost, volume(DrinkBeforeWorkout.cost(of: next, body)),
            from: volume(DrinkBeforeWorkout.least(for: next, at: at)))
    }

    private var heat: Measure {
        let climate = timeline.climate.climate(at: at)
        let level = max(climate.heatLevel, .warm)
        return Measure(.heat, .temperature(climate.wbgt), from: .temperature(level.beginning ?? .celsius(0)))
    }

    private var plasmaSodium: Reading { .concentration(PlasmaSodium.predicted(for: lower, in: body).concentration) }

    /// What the last workout cost in salts, by whichever measure it was much; and what of it is still lacking.
    private var electrolytes: [Measure] {
        let lacking = Measure(
            .electrolytes, .amount(median.electrolyteDeficit), from: .amount(ReplaceElectrolytes.least))
        guard workout == nil, let last = workoutEnded(within: ReplaceElectrolytes.longest) else {
            return [Measure(.workoutElectrolytes, nil, from: .amount(ElectrolyteNeed.much)), lacking]
        }
        return ElectrolyteNeed.measures(of: last, in: self) + [lacking]
    }
}

// MARK: - Cramps

extension Situation {
    private var recurring: Measure {
        Measure(.cramps, .count(cramps(within: .days(14)).count), from: .count(3))
    }

    private var nightCramps: Measure {
        let atNight = cramps(within: .days(7)).filter { isNight(at: $0.at) }
        return Measure(.nightCramps, .count(atNight.count), from: .count(2))
    }

    private var sidedCramps: Measure {
        let sides = cramps(within: .days(60)).map(\.cramp.side).filter { $0 != .unspecified }
        let isOne = [[.left], [.right]].contains(Set(sides))
        return Measure(.sidedCramps, .count(isOne ? sides.count : 0), from: .count(3))
    }

    private var recentCramps: Int {
        recollection.cramps.filter { $0.loggedAt <= at && at - $0.loggedAt < CrampAdvice.latest }.count
    }

    private func sinceCramp(_ level: Duration) -> Measure {
        let age = recollection.latestCramp.map { at - $0.loggedAt }
        return Measure(
            .sinceCramp, age.flatMap { $0 < CrampAtHand.longest ? .duration($0) : nil }, from: .duration(level))
    }

    private var exertion: [Measure] {
        let last = recollection.latestCramp.flatMap { at - $0.loggedAt < CrampAdvice.latest ? $0 : nil }
        return [
            Measure(
                .crampsInWorkout, .count(last.flatMap { workout(during: $0.at) } == nil ? 0 : 1), from: .count(1)),
            Measure(.hardDaysInARow, .count(hardDaysInARow), from: .count(2)), recurring,
        ]
    }
}

// MARK: - Times

extension Situation {
    private var untilWorkout: Measure {
        let begun = workout.flatMap { at - $0.start < WarmUpAndStretch.around ? Duration.zero : nil }
        return Measure(
            .untilWorkout, (begun ?? nextPlanned.map { $0.start - at }).map { .duration($0) },
            from: .duration(WarmUpAndStretch.around))
    }

    private func untilBed(_ level: Duration) -> Measure {
        Measure(.untilBed, day.flatMap { at < $0.bed ? .duration($0.bed - at) : nil }, from: .duration(level))
    }

    private var swimWater: Temperature? {
        guard let swim = startedOrPlanned, swim.activity.isSwim else { return nil }
        return swim.details.waterTemperature ?? timeline.climate.reading(at: at)?.reading.waterTemperature
    }
}
