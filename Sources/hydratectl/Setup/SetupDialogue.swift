// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Settings
import Wording

/// The questions of `hydratectl setup`, in their order.
struct SetupDialogue {
    let console: SetupConsole
    /// The year it is.
    let year: Int
    private(set) var answers: SetupAnswers

    init(_ console: SetupConsole, year: Int, answers: SetupAnswers) {
        self.console = console
        self.year = year
        self.answers = answers
    }

    /// Asks everything. Throws ``SetupConsole/Ended`` when the answers end before.
    mutating func run() throws {
        // First, so that the examples fit.
        try ask(.system, in: "Units", present: configuration.units.rawValue)
        let units = configuration.units
        try ask(.mass, in: "Profile", present: configuration.profile.mass.formatted(units))
        try ask(.height, in: "Profile", present: configuration.profile.height.formatted(units))
        try askSex()
        try askBirthYear()
        try askDay()
        try askHealth()
        try answers.take("yes", for: "Checked", in: "Health")
    }

    private var configuration: Configuration { answers.configuration }

    private func text(_ question: SetupText.Question) -> String {
        SetupText.text(question, isMetric: configuration.units == .metric)
    }

    /// A question whose answer is the value of a key.
    private mutating func ask(_ question: SetupText.Question, in section: String, present: String) throws {
        let prompt = SetupText.prompt(text(question), present: present)
        var answers = answers
        try console.insist(prompt) { line throws(SetupConsole.Refused) in
            if line.isEmpty { return answers.keep(question.rawValue, in: section) }
            do throws(Diagnostic) {
                try answers.take(line, for: question.rawValue, in: section)
            } catch {
                throw SetupConsole.Refused(line, error)
            }
        }
        self.answers = answers
    }

    private mutating func askSex() throws {
        let present = configuration.profile.sex == .unspecified ? SetupText.skip : configuration.profile.sex.rawValue
        let words = ["female", "male", SetupText.skip]
        let sex = try console.insist(SetupText.prompt(text(.sex), present: present)) {
            line throws(SetupConsole.Refused) in
            let word = line.isEmpty ? present : line.lowercased()
            guard let full = words.first(where: { $0 == word || word.count == 1 && $0.hasPrefix(word) }) else {
                throw SetupConsole.Refused(line, accepted: SetupText.acceptedWords(words))
            }
            return full
        }
        try answers.take(sex == SetupText.skip ? "unspecified" : sex, for: "Sex", in: "Profile")
    }

    private mutating func askBirthYear() throws {
        let present = configuration.profile.birthYear.map(String.init) ?? SetupText.skip
        let (year, known) = (year, answers)
        let birthYear = try console.insist(SetupText.prompt(text(.birthYear), present: present)) {
            line throws(SetupConsole.Refused) in
            let word = line.isEmpty ? present : line.lowercased()
            if word == SetupText.skip { return "" }
            var tried = known
            guard (try? tried.take(word, for: "BirthYear", in: "Profile")) != nil, Int(word).map({ $0 <= year }) == true
            else {
                throw SetupConsole.Refused(line, accepted: SetupText.acceptedYear, isUnderstood: Int(word) != nil)
            }
            return word
        }
        try answers.take(birthYear, for: "BirthYear", in: "Profile")
        if Body(profile: configuration.profile, year: year).ageGroup == .child {
            console.say(SetupText.childWithoutVolumes)
        }
    }

    private mutating func askDay() throws {
        let day = configuration.day
        let wake = try console.insist(SetupText.prompt(text(.wake), present: day.wake.text)) {
            line throws(SetupConsole.Refused) in
            guard let time = line.isEmpty ? day.wake : LocalTime(line) else {
                throw SetupConsole.Refused(line, accepted: SetupAnswers.accepted("Wake", in: "Day"))
            }
            return time.text
        }
        var answers = answers
        try console.insist(SetupText.prompt(text(.bed), present: day.bed.text)) {
            line throws(SetupConsole.Refused) in
            do throws(Diagnostic) {
                try answers.take(wake: wake, bed: line.isEmpty ? day.bed.text : line)
            } catch {
                throw SetupConsole.Refused(line.isEmpty ? day.bed.text : line, error)
            }
        }
        self.answers = answers
    }
}

// MARK: - Health

extension SetupDialogue {
    private mutating func askHealth() throws {
        try askFamily()
        let health = configuration.health
        let fluid = Health.FluidCondition.allCases
        let present = (health.dailyLimit == nil ? [] : [1]) + numbers(of: health.fluid, in: fluid, from: 2)
        let picked = try pick(
            .fluid, [SetupText.limited] + fluid.map(SetupText.name), present: present)
        try take(fluid, picked: picked, from: 2)
        try askLimit(isKnown: picked.contains(1))

        let salt = Health.SaltCondition.allCases
        try take(
            salt,
            picked: try pick(.salt, salt.map(SetupText.name), present: numbers(of: health.salt, in: salt, from: 1)),
            from: 1)
        let cramp = Health.CrampCondition.allCases
        try take(
            cramp,
            picked: try pick(
                .cramp, cramp.map(SetupText.name), present: numbers(of: health.cramp, in: cramp, from: 1)),
            from: 1)
    }

    private mutating func askFamily() throws {
        let profile = configuration.profile
        var picked: Set<Int> = []
        if profile.sex != .male {
            let present = (profile.isPregnant ? [1] : []) + (profile.isBreastfeeding ? [2] : [])
            picked = try pick(.family, [SetupText.pregnant, SetupText.breastfeeding], present: present)
        }
        try answers.take(picked.contains(1) ? "yes" : "no", for: "Pregnant", in: "Profile")
        try answers.take(picked.contains(2) ? "yes" : "no", for: "Breastfeeding", in: "Profile")
    }

    /// The day's limit: asked of whoever has one, and of whoever has a condition that may come with one.
    private mutating func askLimit(isKnown: Bool) throws {
        guard isKnown || !configuration.health.fluid.isEmpty else {
            return try answers.take("", for: "DailyLimit", in: "Health")
        }
        let present = configuration.health.dailyLimit.map { $0.formatted(configuration.units) }
        if !isKnown { console.say(SetupText.ifThereIsALimit) }
        let prompt = SetupText.prompt(text(.dailyLimit), present: present ?? (isKnown ? nil : SetupText.none))
        var answers = answers
        try console.insist(prompt) { line throws(SetupConsole.Refused) in
            if line.isEmpty, present != nil { return }
            let isNone = line.isEmpty || [SetupText.none, SetupText.skip, "no"].contains(line.lowercased())
            if isNone, isKnown { throw SetupConsole.Refused(SetupText.limitIsNeeded) }
            do throws(Diagnostic) {
                try answers.take(isNone ? "" : line, for: "DailyLimit", in: "Health")
            } catch {
                throw SetupConsole.Refused(line, error)
            }
        }
        self.answers = answers
        console.say(configuration.health.fluid.isEmpty ? SetupText.withinLimit : SetupText.volumesOff)
    }

    /// A list to pick from.
    /// - Returns: the numbers picked, from 1.
    private func pick(_ group: SetupText.Group, _ items: [String], present: [Int]) throws -> Set<Int> {
        console.say("\n" + SetupText.heading(group))
        for (index, item) in items.enumerated() { console.say(SetupText.item(index + 1, item)) }
        let standing = present.isEmpty ? SetupText.none : present.map(String.init).joined(separator: " ")
        let text = items.count > 2 ? SetupText.pick : SetupText.pickOne
        return try console.insist(SetupText.prompt(text, present: standing)) { line throws(SetupConsole.Refused) in
            if line.isEmpty { return Set(present) }
            if [SetupText.none, "no", "n", "0"].contains(line.lowercased()) { return [] }
            let words = line.split { $0 == "," || $0.isWhitespace }
            let numbers = words.compactMap { Int($0) }.filter((1...items.count).contains)
            guard !numbers.isEmpty, numbers.count == words.count else {
                throw SetupConsole.Refused(line, accepted: SetupText.acceptedNumbers(upTo: items.count))
            }
            return Set(numbers)
        }
    }

    /// Each condition of a list is what has been picked of it.
    private mutating func take<Condition: RawRepresentable<String>>(
        _ conditions: [Condition], picked: Set<Int>, from first: Int
    ) throws {
        for (index, condition) in conditions.enumerated() {
            try answers.take(picked.contains(index + first) ? "yes" : "no", for: condition.rawValue, in: "Health")
        }
    }

    private func numbers<Condition: Hashable>(
        of set: Set<Condition>, in all: [Condition], from first: Int
    ) -> [Int] {
        all.enumerated().filter { set.contains($0.element) }.map { $0.offset + first }
    }
}

extension SetupAnswers {
    /// The form that the value of a key takes.
    static func accepted(_ key: String, in section: String) -> String {
        Settings.keys.first { $0.section == section && $0.name == key }?.accepted ?? ""
    }
}

extension SetupConsole.Refused {
    fileprivate init(_ answer: String, _ diagnostic: Diagnostic) {
        let isUnderstood = diagnostic.code == .outOfRange || diagnostic.code == .conflict
        self.init(answer, accepted: diagnostic.accepted, isUnderstood: isUnderstood)
    }
}
