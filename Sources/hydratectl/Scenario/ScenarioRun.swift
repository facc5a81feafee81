// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

/// A scenario being lived through: what hydrated would do, by the same planner and the same checks.
struct ScenarioRun {
    private let scenario: Scenario
    private var simulation: Simulation
    private var units: UnitSystem

    /// - Throws: a ``ScenarioError`` for a line that cannot be true.
    static func run(_ scenario: Scenario, report: (Simulation.Happening, Idiom) -> Void) throws {
        var run = ScenarioRun(scenario)
        for step in scenario.steps { try run.perform(step, report) }
        // Past the end there is nothing: the last instant is looked at, and the rest is not.
        run.simulation.advance(to: scenario.end + .microseconds(1)) { [idiom = run.idiom] in report($0, idiom) }
    }

    private init(_ scenario: Scenario) {
        self.scenario = scenario
        units = scenario.configuration.units
        simulation = Simulation(
            configuration: scenario.configuration, zone: scenario.zone, start: scenario.start, end: scenario.end,
            policy: scenario.policy)
    }

    private var idiom: Idiom { Idiom(units: units, zone: scenario.zone) }

    private mutating func perform(
        _ step: Scenario.Step, _ report: (Simulation.Happening, Idiom) -> Void
    ) throws {
        simulation.advance(to: step.at) { [idiom] in report($0, idiom) }
        let act: Simulation.Act
        switch step.what {
        case .follow(let policy): act = .follow(policy)
        case .configure(let configuration):
            act = .configure(configuration)
            units = configuration.units
        case .change(let mutation):
            do throws(ControlError) {
                act = try self.act(mutation, at: step.at)
            } catch {
                let problem = error.text(Place(now: step.at, zone: scenario.zone))
                throw ScenarioError(scenario.file, line: step.line, problem)
            }
        }
        simulation.perform(act, at: step.at) { [idiom] in report($0, idiom) }
    }

    /// Does what the daemon does before it writes an entry.
    private func act(_ mutation: Mutation, at now: Instant) throws(ControlError) -> Simulation.Act {
        let entries = simulation.entries
        let mine = entries.lazy.filter(\.event.kind.isByPerson)
        let (event, at) = try mutation.event(
            now: now, configuration: simulation.configuration, climate: simulation.plan(at: now).climate.climate,
            question: { simulation.question(for: $0, at: now) },
            undoable: mine.map(\.id).max())
        if case .retraction(let id) = event, !mine.contains(where: { $0.id == id }) { throw .unknownEntry(id) }
        let draft = Draft(
            at: at, place: scenario.zone.offset(at: at), recordedAt: now, token: Self.token, event: event)
        do throws(Implausible) {
            try Plausibility.check(draft, against: entries, now: now)
        } catch {
            throw .implausible(error)
        }
        return at == now ? .log(event) : .tell(event, of: at)
    }

    /// Tells drafts apart from each other where there is but one.
    private static let token = Token("scenario")!
}
