// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Physiology

struct ActivitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities", abstract: "List the activities that a workout can be.")

    func run() throws {
        Output.print(ActivityTable.all.map { Row(name: $0.name, title: $0.title) }.table)
    }
}

/// A name and what it stands for.
struct Row {
    let name: String
    let title: String
}

extension [Row] {
    /// Two columns.
    var table: String {
        let width = map(\.name.count).max() ?? 0
        return map { $0.name + String(repeating: " ", count: width - $0.name.count + 2) + $0.title }
            .joined(separator: "\n")
    }
}
