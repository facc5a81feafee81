// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Physiology

struct BeveragesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beverages", abstract: "List the beverages that hydrated knows by itself.",
        discussion: "Your own ones stand in hydrated.conf, each under [Beverage NAME].")

    func run() throws {
        Output.print(BeverageTable.all.map { Row(name: $0.name, title: $0.title) }.table)
    }
}
