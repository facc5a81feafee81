// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Physiology
import Wording

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show what was logged, newest first.",
        discussion: """
            Examples:
              hydratectl log                     the last seven days
              hydratectl log --days 1            today
              hydratectl log --from "2026-07-01 00:00" --to "2026-08-01 00:00" --json
            """)

    @Option(help: ArgumentHelp("So many days, with today.", valueName: "number"))
    var days: Int?

    @Option(help: ArgumentHelp("From then on.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until then.", valueName: "time"))
    var to: String?

    @Option(help: ArgumentHelp("So many entries at most.", valueName: "number"))
    var limit: UInt32?

    @OptionGroup var format: FormatFlag

    func validate() throws {
        if let days, !(1...40_000).contains(days) { throw ValidationError("--days counts from 1 to 40000.") }
        if days != nil, from != nil { throw ValidationError("--days and --from say the same; give one of them.") }
        if limit == 0 { throw ValidationError("--limit counts from 1.") }
    }

    func run() throws {
        let place = Place()
        let start = try place.instant(from) ?? place.startOfDay(daysFromToday: 1 - (days ?? 7))
        let client = try ControlClient()
        let entries = try client.entries(
            from: start, to: try place.instant(to) ?? .distantFuture, limit: limit)
        if format.json {
            Output.print(LogText.json(entries).text)
        } else if !entries.isEmpty {
            let idiom = Idiom(units: try client.units(), zone: place.zone)
            Output.print(LogText(idiom: idiom, now: place.now).text(entries))
        }
    }
}
