// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Guidance
import Physiology
import Wording

struct GuidanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guidance", abstract: "List the guidelines by topic, or show one with its sources.",
        discussion: """
            It asks nobody: what is said to be on or off is so unless a line under [Guidance] in hydrated.conf says
            otherwise.

            Examples:
              hydratectl guidance
              hydratectl guidance stretch-before-bed
            """)

    @Argument(help: "A guideline's id.")
    var id: String?

    @OptionGroup var format: FormatFlag

    func run() throws {
        guard let id else {
            return Output.print(
                format.json
                    ? JSON.array(Catalogue.all.map(JSON.init)).text
                    : GuidelineText.overview().joined(separator: "\n"))
        }
        guard let known = GuidelineID(rawValue: id.lowercased()) else {
            let nearest = NearestName.of(id, among: GuidelineID.allCases.map(\.rawValue))
            throw InputError(
                "\(quoted(id)) is no guideline.\(nearest.map { " Did you mean \($0)?" } ?? "") "
                    + "See hydratectl guidance.")
        }
        let guideline = Catalogue[known]
        Output.print(
            format.json ? JSON.array([JSON(guideline)]).text : GuidelineText.lines(guideline).joined(separator: "\n"))
    }
}

extension JSON {
    /// `enabled` is what holds without a line in hydrated.conf.
    fileprivate init(_ guideline: Guideline) {
        self = .object([
            "id": .string(guideline.id.rawValue), "topic": .string(guideline.topic.rawValue),
            "title": .string(guideline.title), "advice": .string(guideline.advice),
            "sources": .array(
                guideline.sources.map { .object(["document": .string($0.document), "title": .string($0.title)]) }),
            "evidence": .string(guideline.evidence), "enabled": .boolean(guideline.isCore),
        ])
    }
}
