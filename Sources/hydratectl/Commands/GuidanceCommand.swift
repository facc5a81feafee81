// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ControlProtocol
import Diary
import Guidance
import Physiology
import Wording

struct GuidanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guidance", abstract: "List the guidelines by topic, or show one with its sources.",
        discussion: """
            What is on or off is so by your settings, and the numbers are yours; when hydrated does not answer \
            they are the defaults.

            Examples:
              hydratectl guidance
              hydratectl guidance stretch-before-bed
            """)

    @Argument(help: "A guideline's id.")
    var id: String?

    @OptionGroup var format: FormatFlag

    func run() throws {
        guard let id else { return Output.print(list) }
        guard let known = GuidelineID(rawValue: id.lowercased()) else {
            let nearest = NearestName.of(id, among: GuidelineID.allCases.map(\.rawValue))
            throw InputError(
                "\(quoted(id)) is no guideline.\(nearest.map { " Did you mean \($0)?" } ?? "") "
                    + "See hydratectl guidance.")
        }
        let standing = answer { client throws(ControlError) in try client.standing(of: known) }
        let guideline = Catalogue[known]
        if format.json {
            return Output.print(JSON.array([JSON(guideline, isEnabled: standing?.isEnabled)]).text)
        }
        Output.print(standing?.text(Place()) ?? GuidelineText.lines(guideline, in: Idiom()).joined(separator: "\n"))
    }

    private var list: String {
        let enabled = answer { client throws(ControlError) in Set(try client.explain(nil).enabled) }
        guard format.json else { return GuidelineText.overview(enabled: enabled).joined(separator: "\n") }
        return JSON.array(Catalogue.all.map { JSON($0, isEnabled: enabled?.contains($0.id)) }).text
    }

    /// What hydrated answers; nil, said on standard error, when it does not.
    private func answer<Value>(_ ask: (ControlClient) throws(ControlError) -> Value) -> Value? {
        do throws(ControlError) {
            return try ask(try ControlClient())
        } catch {
            Output.warn(GuidelineText.defaultsAlone)
            return nil
        }
    }
}

extension JSON {
    /// - Parameter isEnabled: whether it speaks; nil is what holds without a line in hydrated.conf.
    fileprivate init(_ guideline: Guideline, isEnabled: Bool?) {
        self = .object([
            "id": .string(guideline.id.rawValue), "topic": .string(guideline.topic.rawValue),
            "title": .string(guideline.title), "advice": .string(guideline.advice),
            "sources": .array(
                guideline.sources.map { .object(["document": .string($0.document), "title": .string($0.title)]) }),
            "evidence": .string(guideline.evidence),
            "enabled": .boolean(isEnabled ?? guideline.isCore || guideline.topic == .safety),
        ])
    }
}
