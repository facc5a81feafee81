// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Settings

/// What has been answered so far, and the configuration that would come of it.
struct SetupAnswers {
    struct Answer: Hashable {
        let section: String
        let key: String
        let value: String
    }

    /// What is in force, with the answers.
    private(set) var configuration: Configuration
    /// What the files would have to say anew, in the order of the questions.
    private(set) var news: [Answer] = []
    /// Every answer, new or not.
    private(set) var all: [Answer] = []
    private let files: [ConfigurationText]

    init(_ files: [SettingsFile]) {
        self.files = files.map { ConfigurationText($0.bytes ?? []) }
        configuration = Settings.load(files).configuration
    }

    /// Takes an answer.
    /// - Throws: what is wrong with it.
    mutating func take(_ value: String, for key: String, in section: String) throws(Diagnostic) {
        var changed = configuration
        try Settings.assign(section: section, key: key, value: value, into: &changed)
        let answer = Answer(section: section, key: key, value: value)
        all.append(answer)
        if changed != configuration { news.append(answer) }
        configuration = changed
    }

    /// What is in force stays so. A default that nobody has written down is written down from now on: it is no longer
    /// assumed.
    mutating func keep(_ key: String, in section: String) {
        guard !files.contains(where: { $0.value(of: key, in: section)?.isEmpty == false }),
            let standard = Settings.keys.first(where: { $0.section == section && $0.name == key })?.standard,
            !standard.isEmpty
        else { return }
        let answer = Answer(section: section, key: key, value: standard)
        all.append(answer)
        news.append(answer)
    }

    /// Takes both ends of the day at once: one of them alone may be at odds with the other as it was.
    mutating func take(wake: String, bed: String) throws(Diagnostic) {
        var changed = configuration
        changed.day.wake = LocalTime(wake) ?? changed.day.wake
        try Settings.assign(section: "Day", key: "Bed", value: bed, into: &changed)
        for answer in [
            Answer(section: "Day", key: "Wake", value: wake), Answer(section: "Day", key: "Bed", value: bed),
        ] {
            let isNew =
                answer.key == "Wake"
                ? changed.day.wake != configuration.day.wake : changed.day.bed != configuration.day.bed
            if isNew {
                all.append(answer)
                news.append(answer)
            } else {
                keep(answer.key, in: answer.section)
            }
        }
        configuration = changed
    }
}

extension SetupAnswers {
    /// The text of the person's own file with the answers in it.
    func text(of own: ConfigurationText) throws(Diagnostic) -> ConfigurationText {
        var text = own
        for answer in news { try text.set(answer.key, in: answer.section, to: answer.value) }
        return text
    }

    /// The answers that do not hold with `files`, and the file that has the last word on each.
    func overridden(in files: [SettingsFile]) -> [(file: String, assignment: String)] {
        let result = Settings.load(files).configuration
        return all.compactMap { answer in
            var wanted = result
            try? Settings.assign(section: answer.section, key: answer.key, value: answer.value, into: &wanted)
            guard wanted != result else { return nil }
            for file in files.reversed() {
                let value = ConfigurationText(file.bytes ?? []).value(of: answer.key, in: answer.section)
                if let value { return (file.name, "\(answer.key)=\(value)") }
            }
            return nil
        }
    }
}
