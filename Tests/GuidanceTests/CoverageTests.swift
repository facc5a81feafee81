// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

/// A day on which a guideline is said, and one like it on which it rightly is not.
struct Coverage: Sendable, CustomTestStringConvertible {
    let id: GuidelineID
    let said: @Sendable () -> Story
    let unsaid: @Sendable () -> Story

    init(_ id: GuidelineID, _ said: @escaping @Sendable () -> Story, unless unsaid: @escaping @Sendable () -> Story) {
        self.id = id
        self.said = said
        self.unsaid = unsaid
    }

    var testDescription: String { id.rawValue }
}

@Suite("Each guideline has a day on which it speaks, and one on which it is silent")
struct CoverageTests {
    @Test("none is missing")
    func complete() {
        #expect(Set(Self.all.map(\.id)) == Set(GuidelineID.allCases))
        #expect(Self.all.count == GuidelineID.allCases.count)
    }

    @Test("it speaks", arguments: all)
    func speaks(_ coverage: Coverage) {
        let told = coverage.said().told()
        #expect(told.contains { $0.guidelines.contains(coverage.id) }, "\(told.map(\.id.text))")
    }

    @Test("it is silent", arguments: all)
    func silent(_ coverage: Coverage) {
        let told = coverage.unsaid().told()
        #expect(!told.contains { $0.guidelines.contains(coverage.id) }, "\(told.map(\.id.text))")
    }

    static let all: [Coverage] = drinking + cramps + doctor + moving + living

    private static let drinking: [Coverage] = [
        Coverage(.drinkBeforeThirst) {
            Story().drinking(100, at: 8)
        } unless: {
            Story().drinking(300, at: 7.5, 9, 11, 13).until(14)
        },
        Coverage(.hotAndHumid) {
            Story().climate(9, air: 33, humidity: 70)
        } unless: {
            Story().climate(9, air: 20)
        },
        Coverage(.drinkBeforeWorkout) {
            Story().plans("running", 15, 17, air: 30)
        } unless: {
            Story().plans("walking", 15, 15.5)
        },
        Coverage(.drinkDuringWorkout) {
            Story().starts("running", 12, air: 31, until: 14)
        } unless: {
            Story().starts("walking", 12, until: 12.4).at(12.4, .workoutStopped())
        },
        Coverage(.drinkAfterWorkout) {
            Story().did("running", 10, 12, air: 28)
        } unless: {
            Story().did("walking", 11, 12)
        },
        Coverage(.replaceElectrolytes) {
            Story().did("running", 10, 12, air: 28)
        } unless: {
            Story().set { $0.health.salt = [.highBloodPressure] }.did("running", 10, 12, air: 28)
        },
        Coverage(.noWaterAlone) {
            Story().starts("running", 9, air: 28, until: 11.5).drinking(400, at: 9.3, 9.7, 10.1, 10.5, 10.9).until(11.4)
        } unless: {
            Story().starts("running", 9, air: 28, until: 11.5)
                .drinking(400, "sports-drink", at: 9.3, 9.7, 10.1, 10.5, 10.9).until(11.4)
        },
        Coverage(.tooMuchWater) {
            Story().drinking(1200, at: 9, 9.5)
        } unless: {
            Story().drinking(400, at: 9, 9.5)
        },
    ]

    private static let cramps: [Coverage] = [
        Coverage(.crampStopAndStretch) {
            Story().cramp(14)
        } unless: {
            Story().cramp(12, made: 14)
        },
        Coverage(.crampBreathe) {
            Story().cramp(14)
        } unless: {
            Story().switching(.crampBreathe, false).cramp(14)
        },
        Coverage(.crampToesTowardYou) {
            Story().cramp(14)
        } unless: {
            Story().cramp(14, .thigh)
        },
        Coverage(.crampWaterFirst) {
            Story().cramp(14)
        } unless: {
            Story().set { $0.health.fluid = [.kidney] }.cramp(14)
        },
        Coverage(.crampStandAndLoad) {
            Story().from(0).cramp(3).until(4)
        } unless: {
            Story().cramp(14).answering(.yes)
        },
        Coverage(.crampThenSalts) {
            Story().cramp(14).answering(.no)
        } unless: {
            Story().set { $0.health.salt = [.lowSaltDiet] }.cramp(14).answering(.no)
        },
        Coverage(.crampHeat) {
            Story().cramp(14).answering(.no)
        } unless: {
            Story().set { $0.health.cramp = [.diabetes] }.cramp(14).answering(.no)
        },
        Coverage(.crampPinch) {
            Story().cramp(14).answering(.no)
        } unless: {
            Story().set { $0.health.cramp = [.nerves] }.cramp(14).answering(.no)
        },
        Coverage(.crampCold) {
            Story().cramp(14).answering(.stillHurts)
        } unless: {
            Story().cramp(14).answering(.yes)
        },
        Coverage(.crampInWater) {
            Story().starts("swimming", 14).cramp(14.3)
        } unless: {
            Story().starts("running", 14).cramp(14.3)
        },
        Coverage(.crampNoMassageIfInjured) {
            Story().at(10, .injury(Injury(muscle: .calf))).cramp(14)
        } unless: {
            Story().at(-50, .injury(Injury(muscle: .calf)), made: 10).cramp(14)
        },
        Coverage(.crampUrgentSigns) {
            Story().cramp(14).answering(.no, .no)
        } unless: {
            Story()
        },
        Coverage(.spineWalkBent) {
            Story().set { $0.health.cramp = [.spine] }.cramp(14)
        } unless: {
            Story().set { $0.health.cramp = [.thyroid] }.cramp(14)
        },
    ]

    private static let doctor: [Coverage] = [
        Coverage(.seeADoctorOften) {
            Story().crampsRecur()
        } unless: {
            Story().cramp(14)
        },
        Coverage(.seeADoctorSevere) {
            Story().cramp(14, severe: true).answering(.stillHurts)
        } unless: {
            Story().cramp(14).answering(.stillHurts)
        },
        Coverage(.seeADoctorOneSided) {
            Story().crampsRecur(.left, .left, .left)
        } unless: {
            Story().crampsRecur(.left, .right, .left)
        },
        Coverage(.medicineAndPotassium) {
            Story().set { $0.health.salt = [.bloodPressureMedicine] }.cramp(14)
        } unless: {
            Story().set { $0.health.salt = [.highBloodPressure] }.cramp(14)
        },
        Coverage(.conditionAndCramps) {
            Story().set { $0.health.cramp = [.thyroid] }.crampsRecur()
        } unless: {
            Story().set { $0.health.cramp = [.thyroid] }.cramp(14)
        },
        Coverage(.fluidBalanceConditions) {
            Story().set { $0.health.fluid = [.dialysis] }
        } unless: {
            Story()
        },
    ]

    private static let moving: [Coverage] = [
        Coverage(.warmUpAndStretch) {
            Story().switching(.warmUpAndStretch).plans("running", 15, 15.5)
        } unless: {
            Story().plans("running", 15, 15.5)
        },
        Coverage(.stretchAfter) {
            Story().switching(.stretchAfter).did("running", 11.5, 12)
        } unless: {
            Story().did("running", 11.5, 12)
        },
        Coverage(.stretchBeforeBed) {
            Story().cramp(3, made: 8).from(0).until(23)
        } unless: {
            Story().cramp(14).until(23)
        },
        Coverage(.stretchDaily) {
            Story().switching(.stretchDaily).until(22)
        } unless: {
            Story().switching(.stretchDaily).at(18, .stretch).until(22)
        },
        Coverage(.moveOften) {
            Story().switching(.moveOften).active(since: 9).until(9.9)
        } unless: {
            Story().switching(.moveOften).active(since: 9).until(9.5)
        },
        Coverage(.overExertion) {
            Story().starts("running", 14).cramp(14.4)
        } unless: {
            Story().cramp(14.4)
        },
        Coverage(.hotSeasonStrain) {
            Story().plans("running", 15, 16, air: 36)
        } unless: {
            Story().plans("running", 15, 16, air: 18)
        },
    ]

    private static let living: [Coverage] = [
        Coverage(.lessCoffee) {
            Story().switching(.lessCoffee).drinking(400, "coffee", at: 8, 9, 10, 11)
        } unless: {
            Story().switching(.lessCoffee).drinking(200, "coffee", at: 8, 10)
        },
        Coverage(.mineralsInFood) {
            Story().switching(.mineralsInFood).crampsRecur()
        } unless: {
            Story().switching(.mineralsInFood).cramp(14)
        },
        Coverage(.vitamins) {
            Story().switching(.vitamins).crampsRecur()
        } unless: {
            Story().switching(.vitamins).cramp(8)
        },
        Coverage(.pregnancyMinerals) {
            Story().switching(.pregnancyMinerals).set { $0.profile.isPregnant = true }
        } unless: {
            Story().switching(.pregnancyMinerals)
        },
        Coverage(.footwear) {
            Story().switching(.footwear).crampsRecur()
        } unless: {
            Story().crampsRecur()
        },
        Coverage(.easeStress) {
            Story().switching(.easeStress).crampsRecur()
        } unless: {
            Story().switching(.easeStress).cramp(8)
        },
        Coverage(.contrastShower) {
            Story().switching(.contrastShower).crampsRecur().until(22.5)
        } unless: {
            Story().switching(.contrastShower).set { $0.health.cramp = [.circulation] }.crampsRecur().until(22.5)
        },
        Coverage(.sportsMassage) {
            Story().switching(.sportsMassage).crampsRecur()
        } unless: {
            Story().switching(.sportsMassage).at(7.1, .injury(Injury(muscle: .calf))).crampsRecur()
        },
        Coverage(.coldWater) {
            Story().switching(.coldWater).plans("swimming", 15, 16, water: 16)
        } unless: {
            Story().switching(.coldWater).plans("swimming", 15, 16, water: 25)
        },
    ]
}
