// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

/// Files being read, one after the other, into one configuration.
struct SettingsReading {
    private(set) var diagnostics: [Diagnostic] = []
    private var draft: SettingsDraft
    private var isTrusted = true
    private var hasErrors = false
    /// Where each key of `[Day]` was set last: what is at odds with another key is known only at the end.
    private var dayPlaces: [String: (file: String, position: Syntax.Position, value: String)] = [:]

    /// The section that the lines read belong to.
    private enum Place {
        case none
        /// A known section, and what follows its name.
        case section(SettingsKey.Section, subject: String)
        /// A section that has been complained of; its lines are passed over.
        case passedOver
    }

    private static let keys: [String: [String: SettingsKey]] = Dictionary(grouping: Settings.keys, by: \.section)
        .mapValues { Dictionary($0.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }) }

    init(_ configuration: Configuration = Configuration()) {
        draft = SettingsDraft(configuration)
        isTrusted = configuration.isTrustedForVolumes
    }

    mutating func read(_ file: SettingsFile) {
        guard let bytes = file.bytes else {
            isTrusted = false
            report(Diagnostic(file: file.name, at: .init(line: 0, column: 0), .error, .unreadable))
            return
        }
        var place = Place.none
        for statement in Syntax.statements(in: bytes) {
            switch statement {
            case .section(let name, let position):
                place = enter(name, at: position, of: file.name)
            case .assignment(let key, let value):
                assign(key, value, in: place, of: file.name)
            case .fault(let code, let text, let position):
                fault(code, text, at: position, in: &place, of: file.name)
            }
        }
    }

    private mutating func enter(_ name: String, at position: Syntax.Position, of file: String) -> Place {
        let words = name.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        if let section = SettingsKey.Section(rawValue: name), section != .beverage {
            return .section(section, subject: "")
        }
        if words.count == 2, words[0] == SettingsKey.Section.beverage.rawValue {
            let drink = String(words[1])
            guard !BeverageDraft.name(drink).isEmpty, drink.count <= 40 else {
                report(Diagnostic(file: file, at: position, .error, .badSection, section: name, value: "[\(name)]"))
                return .passedOver
            }
            // A section alone makes a drink too: water under another name.
            let known = draft[drink: drink]
            draft[drink: drink] = known
            return .section(.beverage, subject: drink)
        }
        let nearest = NearestName.of(
            name.hasPrefix("Beverage") ? "Beverage" : name, among: SettingsKey.Section.allCases.map(\.rawValue))
        // A misspelt section may hold a limit that nobody then knows of.
        let section = nearest.flatMap(SettingsKey.Section.init(rawValue:))
        if section?.guardsVolumes == true { isTrusted = false }
        if section == .beverage {
            report(Diagnostic(file: file, at: position, .error, .badSection, section: name, value: "[\(name)]"))
        } else {
            report(
                Diagnostic(file: file, at: position, .warning, .unknownSection, section: name, nearest: nearest))
        }
        return .passedOver
    }

    private mutating func assign(
        _ key: Syntax.Located, _ value: Syntax.Located, in place: Place, of file: String
    ) {
        switch place {
        case .passedOver: break
        case .none:
            isTrusted = false
            report(
                Diagnostic(
                    file: file, at: key.position(), .error, .outsideSection, key: key.text, value: value.text))
        case .section(let section, let subject):
            let title = subject.isEmpty ? section.rawValue : "\(section.rawValue) \(subject)"
            let keys = Self.keys[section.rawValue] ?? [:]
            guard let known = keys[key.text] else {
                let nearest = NearestName.of(key.text, among: keys.keys.sorted())
                if section == .health || section.guardsVolumes && nearest != nil { isTrusted = false }
                report(
                    Diagnostic(
                        file: file, at: key.position(), .warning, .unknownKey, section: title, key: key.text,
                        value: value.text, nearest: nearest))
                return
            }
            if section == .day { dayPlaces[key.text] = (file, value.position(), value.text) }
            do throws(Rejection) {
                try known.assign(value.text, subject, &draft)
            } catch {
                report(
                    Diagnostic(
                        file: file, at: value.position(at: error.offset), .error, error.code, section: title,
                        key: key.text, value: value.text, accepted: known.accepted, nearest: error.nearest))
                if section.guardsVolumes { isTrusted = false }
                // The default of every key is accepted, as a test of the table proves.
                try? known.assign("", subject, &draft)
            }
        }
    }

    private mutating func fault(
        _ code: Diagnostic.Code, _ text: String, at position: Syntax.Position, in place: inout Place, of file: String
    ) {
        var title = ""
        switch place {
        case .section(let section, let subject):
            title = subject.isEmpty ? section.rawValue : "\(section.rawValue) \(subject)"
            if section.guardsVolumes { isTrusted = false }
        case .none, .passedOver: isTrusted = false
        }
        if code == .badSection {
            isTrusted = false
            place = .passedOver
        }
        report(Diagnostic(file: file, at: position, .error, code, section: title, value: text))
    }

    /// The configuration, once all files are read.
    func result(previous: Configuration?) -> SettingsResult {
        var reading = self
        reading.checkDays()
        if let previous, reading.hasErrors {
            return SettingsResult(
                configuration: previous, diagnostics: reading.diagnostics, keepsPrevious: true, hasErrors: true)
        }
        var configuration = reading.draft.finished
        configuration.isTrustedForVolumes = reading.isTrusted
        return SettingsResult(
            configuration: configuration, diagnostics: reading.diagnostics, keepsPrevious: false,
            hasErrors: reading.hasErrors)
    }

    /// A day must have a night: getting up and going to bed at the same time leaves either none of it or no day.
    private mutating func checkDays() {
        let day = draft.configuration.day
        let weekend = (wake: day.weekendWake ?? day.wake, bed: day.weekendBed ?? day.bed)
        for (wake, bed, names) in [
            (day.wake, day.bed, ["Bed", "Wake"]),
            (weekend.wake, weekend.bed, ["WeekendBed", "WeekendWake", "Bed", "Wake"]),
        ] where wake == bed {
            guard let name = names.first(where: { dayPlaces[$0] != nil }), let place = dayPlaces[name] else { continue }
            report(
                Diagnostic(
                    file: place.file, at: place.position, .error, .conflict, section: "Day", key: name,
                    value: place.value, accepted: "another time than the other end of the day"))
            let standard = Configuration().day
            draft.configuration.day.wake = standard.wake
            draft.configuration.day.bed = standard.bed
            draft.configuration.day.weekendWake = nil
            draft.configuration.day.weekendBed = nil
            return
        }
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        if diagnostics.count < SettingsResult.mostDiagnostics { diagnostics.append(diagnostic) }
    }
}
