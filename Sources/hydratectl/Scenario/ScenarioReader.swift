// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Guidance
import Physiology
import Settings
import Wording

/// Reads a scenario, line by line, from the defaults on.
struct ScenarioReader {
    private let file: String
    private var line = 0
    private var configuration = Configuration()
    private var zone = ZoneRules.utc
    private var policy = Simulation.Policy.ignore
    private var day: Day?
    private var time = LocalTime.midnight
    private var end: (line: Int, at: Instant)?
    /// The settings, policy and instant at which the first line with a time found them.
    private var beginning: (configuration: Configuration, policy: Simulation.Policy, start: Instant)?
    private var steps: [Scenario.Step] = []
    /// Commands read before: a year says most things every day, and to take one apart costs more than to live it.
    private var commands: [[String]: any ChangeCommand] = [:]

    /// The day it is unless a line says another.
    private static let firstDay = Day(year: 2026, month: 1, day: 1) ?? Day(number: 0)

    static func scenario(_ text: String, file: String) throws -> Scenario {
        var reader = ScenarioReader(file: file)
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            reader.line += 1
            try reader.read(line)
        }
        return reader.scenario
    }

    private init(file: String) { self.file = file }

    private var scenario: Scenario {
        let last = day ?? Self.firstDay
        let midnight = zone.instant(of: .midnight, on: last.advanced(by: 1))
        return Scenario(
            file: file, configuration: beginning?.configuration ?? configuration, zone: zone,
            start: beginning?.start ?? startOfDay, end: end?.at ?? midnight - .microseconds(1),
            policy: beginning?.policy ?? policy, steps: steps)
    }

    private mutating func read(_ text: some StringProtocol) throws {
        guard let line = ScenarioLine(text) else { throw error("A quote is not closed.") }
        guard let first = line.words.first else { return }
        if let end {
            throw error("The scenario ended in line \(end.line). Nothing but comments may follow.")
        }
        switch first {
        case "set": try set(line.rest)
        case "date": try turn(to: line.rest)
        case "policy": try follow(line.rest)
        case "end":
            try move(to: line.rest)
            end = (self.line, now)
        default:
            guard first.first?.isNumber == true else {
                let forms = ["set", "date", "policy", "end"]
                let nearest = NearestName.of(first, among: forms).map { " Did you mean \($0)?" } ?? ""
                throw error("\(quoted(first)) begins no line.\(nearest) \(Self.forms)")
            }
            try move(to: first)
            let mutation = try mutation(Array(line.words.dropFirst()))
            steps.append(.init(line: self.line, at: now, what: .change(mutation)))
        }
    }

    private static let forms = """
        Write set Section.Key=value, date 2026-07-01, policy obey 10min, 07:15 drink 300ml, or end 18:00.
        """

    private func error(_ problem: String) -> ScenarioError { ScenarioError(file, line: line, problem) }
}

// MARK: - Time

extension ScenarioReader {
    private var startOfDay: Instant { zone.instant(of: .midnight, on: day ?? Self.firstDay) }
    private var now: Instant { zone.instant(of: time, on: day ?? Self.firstDay) }

    private mutating func turn(to text: String) throws {
        guard let next = Day(text) else { throw error("\(quoted(text)) is no date. Write date 2026-07-01.") }
        if beginning != nil || day != nil {
            // The first date there is begins the diary, whether anything happens on it or not.
            begin()
            let last = day ?? Self.firstDay
            guard next > last else { throw error("\(text) does not come after \(last.text), the date before it.") }
        }
        day = next
        time = .midnight
    }

    private mutating func move(to text: String) throws {
        guard let next = LocalTime(text) else { throw error("\(quoted(text)) is no time of the day. Write 07:15.") }
        guard next >= time else {
            throw error(
                "\(next.text) comes before \(time.text), the time before it. A later day begins with a date line.")
        }
        begin()
        time = next
    }

    private mutating func begin() {
        beginning = beginning ?? (configuration, policy, startOfDay)
    }
}

// MARK: - What a line says

extension ScenarioReader {
    private mutating func set(_ text: String) throws {
        let accepted = "Write set Profile.Mass=75kg, or set Beverage.morning-mug.Volume=350ml."
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, let dot = sides[0].lastIndex(of: ".") else {
            throw error("\(quoted(text)) sets nothing. \(accepted)")
        }
        var section = String(sides[0][..<dot])
        // A drink of the person's own has a section of its own.
        if section.hasPrefix("Beverage.") { section = "Beverage \(section.dropFirst(9))" }
        let key = sides[0][sides[0].index(after: dot)...].trimmed
        let value = sides[1].trimmed
        do throws(Diagnostic) {
            try Settings.assign(section: section, key: key, value: value, into: &configuration)
        } catch {
            throw self.error(Self.problem(error))
        }
        if section == "Day", key == "Zone" { try move(toZone: value) }
        if beginning != nil { steps.append(.init(line: line, at: now, what: .configure(configuration))) }
    }

    private mutating func move(toZone name: String) throws {
        guard beginning == nil else { throw error("Day.Zone is set before the first line with a time.") }
        guard let zone = name.isEmpty ? .utc : LocalZone.named(name) else {
            throw error("\(quoted(name)) is no time zone that this system knows. Write a name such as Europe/Berlin.")
        }
        self.zone = zone
    }

    /// The file of settings passes over what it does not know; a scenario is read by nobody but its author.
    private static func problem(_ diagnostic: Diagnostic) -> String {
        let nearest = diagnostic.nearest.map { " Did you mean \($0)?" } ?? ""
        switch diagnostic.code {
        case .unknownSection: return "\(quoted(diagnostic.section)) is no section of hydrated.conf.\(nearest)"
        case .unknownKey: return "\(quoted(diagnostic.key)) is no key of [\(diagnostic.section)].\(nearest)"
        default:
            let fault = ConfigurationFault(
                file: "", line: 0, column: 0, isError: true, code: diagnostic.code.rawValue,
                section: diagnostic.section, key: diagnostic.key, value: diagnostic.value,
                accepted: diagnostic.accepted, nearest: diagnostic.nearest)
            return DiagnosticText.line(fault)
        }
    }

    private mutating func follow(_ text: String) throws {
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        switch (words.first, words.dropFirst().first) {
        case ("ignore", nil): policy = .ignore
        case ("obey", nil): policy = .obey(after: .zero)
        case ("obey", let delay?): policy = .obey(after: try understood { try duration(delay.trimmed) })
        default: throw error("\(quoted(text)) is no policy. Write policy ignore, policy obey, or policy obey 10min.")
        }
        if beginning != nil { steps.append(.init(line: line, at: now, what: .follow(policy))) }
    }

    private mutating func mutation(_ words: [String]) throws -> Mutation {
        let command = try commands[words] ?? understood { try Self.command(words) }
        commands[words] = command
        return try understood { try command.mutation(at: Place(now: now, zone: zone)) }
    }

    private static func command(_ words: [String]) throws -> any ChangeCommand {
        guard !words.isEmpty else { throw InputError("What happened then? Write 07:15 drink 300ml.") }
        if let unknown = Hydratectl.unknownCommand(words) { throw unknown }
        let command = try Hydratectl.parseAsRoot(NegativeNumbers.shield(words))
        guard let command = command as? any ChangeCommand else { throw logsNothing(words) }
        return command
    }

    private static func logsNothing(_ words: [String]) -> InputError {
        InputError(
            "\(quoted(words.joined(separator: " "))) logs nothing. "
                + "A scenario takes \(alternatives(Hydratectl.changeCommands)).")
    }

    /// Gives what is not understood its place.
    private func understood<Value>(_ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let error as InputError {
            throw self.error(error.text)
        } catch {
            throw self.error(Hydratectl.message(for: error))
        }
    }
}
