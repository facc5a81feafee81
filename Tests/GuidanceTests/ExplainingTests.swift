// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@testable import Guidance

@Suite("Every reminder can be asked why")
struct ExplainingTests {
    private func explain(_ scene: Scene, _ hour: Double, _ id: ReminderID? = nil) -> Explanation? {
        Planner.explain(
            id, of: scene.plan(hour), timeline: scene.timeline(hour), configuration: scene.configuration,
            presence: scene.presence)
    }

    private func standing(_ guideline: GuidelineID, _ scene: Scene, _ hour: Double) -> GuidelineStanding {
        Planner.standing(
            of: guideline, in: scene.plan(hour), timeline: scene.timeline(hour), configuration: scene.configuration,
            presence: scene.presence)
    }

    @Test("and names a number that had come to its level", arguments: CoverageTests.all)
    func numbers(_ coverage: Coverage) throws {
        for reminder in coverage.said().told() {
            let reason = reminder.reason
            // What the person has set is no number.
            if reason.trigger == .profile { continue }
            #expect(reason.measures.contains { $0.isReached }, "\(reminder.id.text): \(reason.measures)")
        }
    }

    @Test("with every trigger there is, on one of those days")
    func triggers() {
        let days =
            CoverageTests.all.map { $0.said() } + [
                Story().set {
                    $0.health.fluid = [.kidney]
                    $0.health.dailyLimit = .liters(1)
                }.drinking(600, at: 8, 9),
                Story().drinking(300, at: 7.5, 9).climate(9.5, air: 33, humidity: 70).until(11.2),
                Story().switching(.stretchAfter).drinking(250, at: 7.5).did("walking", 8, 8.5),
                Story().starts("running", 10, air: 28, until: 12).at(12, .workoutStopped(recoversQuickly: true)),
                Story().set { $0.profile.isPregnant = true }.plans("running", 15, 16, air: 36),
                Story().cramp(8, .thigh, made: 9).cramp(-30, .thigh, made: 7).cramp(-54, .thigh, made: 7),
            ]
        var said = Set(days.flatMap { $0.told() }.map(\.reason.trigger))
        // Enough water after a long run, and no salts in it.
        var run = Scene.afterRun(of: 2)
        run.drink(12.01, run.plan(12.01).lower.waterDeficit.milliliters - 50)
        if let reminder = run.reminder(12.6) {
            said.insert(reminder.reason.trigger)
            #expect(reminder.reason.measures.contains { $0.subject == .workoutElectrolytes && $0.isReached })
        }
        #expect(Set(Reason.Trigger.allCases).subtracting(said).isEmpty, "\(said)")
    }

    @Test("each trigger looks at its own number, not at the water that thirst follows")
    func subjects() throws {
        func subjects(_ story: Story, _ trigger: Reason.Trigger) -> [Measure.Subject] {
            story.told().first { $0.reason.trigger == trigger }?.reason.measures.map(\.subject) ?? []
        }
        #expect(subjects(Story().drinking(100, at: 8), .forecastThirst) == [.freeWater])
        #expect(subjects(Story().did("running", 10, 12, air: 28), .workoutDeficit) == [.water])
        #expect(
            subjects(Story().starts("running", 12, air: 31, until: 14), .workoutForecast)
                == [.usualFreeWater, .waterAtEnd, .freeWaterAtEnd])
        #expect(subjects(Story().drinking(1200, at: 9, 9.5), .surplus) == [.surplus, .plasmaSodium])
        #expect(
            subjects(Story().drinking(300, at: 7.5, 9).climate(9.5, air: 33, humidity: 70).until(11.2), .heat) == [
                .heat
            ])
        let coffee = Story().switching(.lessCoffee).drinking(400, "coffee", at: 8, 9, 10, 11)
        #expect(subjects(coffee, .caffeine) == [.caffeine])
        #expect(subjects(Story().crampsRecur(), .cramp) == [.sinceCramp])
    }

    @Test("one that was shown is explained with the numbers of its time, whatever has been drunk since")
    func shown() throws {
        var scene = Scene.office
        let hour = try #require(scene.nextShow(after: 12))
        let shown = scene.show(hour)
        let reminder = try #require(shown)
        scene.drink(hour + 0.1, 300)
        let why = try #require(explain(scene, hour + 2, reminder.id))
        #expect(why.standing == .shown && why.at == Scene.instant(hour))
        #expect(why.guideline == .drinkBeforeThirst && why.trigger == .forecastThirst)
        #expect(why.measures == reminder.reason.measures)
        #expect(why.lower == reminder.reason.lower)
        #expect(why.account?.items.last?.cause == .drinks(count: 1))
        #expect(why.glass == nil)
        #expect(explain(scene, hour + 2, ReminderID("drink-before-thirst@0.0")) == nil)
    }

    @Test("a silence names the last reminder, the one to come, and where its number stands now")
    func silence() throws {
        var scene = Scene.office
        let hour = try #require(scene.nextShow(after: 12))
        let shown = scene.show(hour)
        let reminder = try #require(shown)
        scene.drink(hour + 0.1, 300)
        let why = try #require(explain(scene, hour + 0.2))
        #expect(why.standing == .coming && why.silence == .balanced)
        #expect(why.last == .init(reminder.id, at: Scene.instant(hour)))
        let measure = try #require(why.measures.first)
        #expect(measure.subject == .freeWater && !measure.isReached)
    }

    @Test("the greeting of the first start is no guideline, and tells where thirst stands")
    func greeting() throws {
        let scene = Scene.office
        let plan = Planner.plan(
            timeline: scene.timeline(10), configuration: scene.configuration, presence: .present, greets: true)
        guard case .greet(let id) = plan.decision else {
            Issue.record("\(plan.decision)")
            return
        }
        let why = try #require(
            Planner.explain(
                nil, of: plan, timeline: scene.timeline(10), configuration: scene.configuration, presence: .present))
        #expect(why.standing == .due && why.reminder == id && why.guideline == nil)
        #expect(why.measures.map(\.subject) == [.freeWater])
    }

    @Test("the greeting may stand: why nothing else is said is told with the numbers of now")
    func standingGreeting() throws {
        var scene = Scene.office
        scene.at(13.9, .shown(ShownReminder(greeting: ReminderID(greetingOf: Scene.instant(0)))))
        let plan = Planner.plan(
            timeline: scene.timeline(14), configuration: scene.configuration, presence: .present, greets: true)
        guard case .keep = plan.decision else {
            Issue.record("\(plan.decision)")
            return
        }
        let why = try #require(
            Planner.explain(
                nil, of: plan, timeline: scene.timeline(14), configuration: scene.configuration, presence: .present))
        #expect(why.silence == .gap && why.guideline == .drinkBeforeThirst && why.at == plan.coming?.at)
        #expect(why.median == plan.median)
    }

    @Test("what a glass would change is what it does change")
    func glass() throws {
        var scene = Scene.office
        let hour = 11.0
        let before = try #require(explain(scene, hour))
        let glass = try #require(before.glass)
        #expect(glass.volume == scene.configuration.reminders.cup)
        scene.drink(hour, 250)
        #expect(glass.nextAt == scene.plan(hour).coming?.at)
        #expect(try #require(glass.nextAt) > before.at)
    }

    @Test("nobody is told what a glass would do who lacks none, or who has had too much, or is never proposed one")
    func noGlass() throws {
        var full = Scene()
        full.drink(7.5, 400)
        #expect(try #require(explain(full, 8)).glass == nil)
        var over = Scene()
        over.drink(9, 1500)
        #expect(try #require(explain(over, 9.2)).glass == nil)
        var ill = Scene.office
        ill.configuration.health.fluid = [.heartFailure]
        #expect(try #require(explain(ill, 11)).glass == nil)
    }

    @Test("a guideline tells where the person's own numbers stand, and whether it speaks")
    func guideline() throws {
        var scene = Scene()
        scene.drink(8, 250, "coffee")
        let coffee = standing(.lessCoffee, scene, 10)
        #expect(!coffee.isEnabled)
        #expect(coffee.measures.map(\.threshold) == [.mass(.milligrams(400))])
        scene.configuration.guidance.switches["intake"] = true
        scene.configuration.profile.isPregnant = true
        let pregnant = standing(.lessCoffee, scene, 10)
        #expect(pregnant.isEnabled)
        #expect(pregnant.measures.map(\.threshold) == [.mass(.milligrams(200))])
        #expect(try #require(pregnant.measures.first?.value).number > 50)

        let thirst = standing(.drinkBeforeThirst, Scene.office, 10)
        #expect(thirst.nextAt == Scene.office.plan(10).coming?.at && thirst.nextAt != nil)
        #expect(standing(.drinkBeforeWorkout, Scene.office, 10).measures.first?.threshold.number.rounded() == 700)
        var ill = Scene()
        ill.configuration.health.fluid = [.kidney]
        #expect(standing(.drinkBeforeThirst, ill, 10).isMuted && !standing(.crampBreathe, ill, 10).isMuted)
    }

    @Test("a cramp at night switches the stretch before bed on, and safety is never off")
    func enabled() throws {
        var scene = Scene()
        scene.configuration.guidance.switches = ["safety": false, "water": false]
        var enabled = Set(try #require(explain(scene, 10)).enabled)
        #expect(enabled.isSuperset(of: [.tooMuchWater, .crampUrgentSigns, .crampBreathe]))
        #expect(enabled.isDisjoint(with: [.stretchBeforeBed, .drinkBeforeThirst]))
        scene.at(3, .cramp(Cramp(muscle: .calf)), made: 8)
        enabled = Set(try #require(explain(scene, 10)).enabled)
        #expect(enabled.contains(.stretchBeforeBed))
    }

    @Test("and what makes it due goes over in words and units alone", arguments: Reading.Unit.allCases)
    func readings(_ unit: Reading.Unit) {
        let reading = Reading(42, unit)
        #expect(reading.unit == unit && reading.number == 42)
    }
}
