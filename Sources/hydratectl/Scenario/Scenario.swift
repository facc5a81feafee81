// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology

/// A made-up stretch of a person's life: from when to when, with which settings, and what the person does.
struct Scenario {
    /// A line with its number, for messages.
    struct Step {
        enum What {
            case change(Mutation)
            case follow(Simulation.Policy)
            case configure(Configuration)
        }

        let line: Int
        let at: Instant
        let what: What
    }

    /// The name that messages give.
    let file: String
    /// What is in force at the start.
    let configuration: Configuration
    let zone: ZoneRules
    /// Midnight, when the diary begins with an even balance.
    let start: Instant
    /// The last instant.
    let end: Instant
    let policy: Simulation.Policy
    /// In order of time.
    let steps: [Step]
}

/// Something wrong in a scenario, with its place.
struct ScenarioError: Error {
    /// "evening.scenario:12: what is wrong, and what would be right."
    let text: String
    let status: Status

    enum Status: Int32 {
        /// A line that is not understood, or cannot be true (`EX_DATAERR`).
        case data = 65
        /// There is no such file, or it cannot be read (`EX_NOINPUT`).
        case noInput = 66
    }

    init(_ file: String, line: Int, _ problem: String) {
        text = "\(file):\(line): \(problem)"
        status = .data
    }

    init(_ file: String, _ problem: String, _ status: Status) {
        text = "\(file): \(problem)"
        self.status = status
    }
}
