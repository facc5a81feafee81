// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Guidance

@Suite("The catalogue")
struct CatalogueTests {
    /// Every guideline of the documents, by topic; those marked with a star speak only when switched on.
    private static let expected: [Topic: String] = [
        .water: "drink-before-thirst hot-and-humid drink-before-workout drink-during-workout drink-after-workout",
        .electrolytes: "replace-electrolytes no-water-alone",
        .safety: "too-much-water cramp-no-massage-if-injured cramp-urgent-signs fluid-balance-conditions",
        .crampRelief: """
        cramp-water-first cramp-then-salts cramp-stop-and-stretch cramp-toes-toward-you cramp-stand-and-load \
        cramp-heat cramp-pinch cramp-cold cramp-breathe cramp-in-water spine-walk-bent
        """,
        .doctor: """
        see-a-doctor-often see-a-doctor-severe see-a-doctor-one-sided medicine-and-potassium condition-and-cramps
        """,
        .stretching: "warm-up-and-stretch* stretch-after* stretch-before-bed* stretch-daily*",
        .activityBreaks: "move-often*",
        .load: "over-exertion hot-season-strain",
        .intake: "less-coffee*",
        .diet: "minerals-in-food* vitamins* pregnancy-minerals*",
        .habits: "footwear* contrast-shower* sports-massage* ease-stress* cold-water*",
    ]

    @Test("holds every guideline of the documents once, under its topic, on or off as it should be")
    func complete() {
        for topic in Topic.allCases {
            let listed = Catalogue.all.filter { $0.topic == topic }.map { "\($0.id.rawValue)\($0.isCore ? "" : "*")" }
            #expect(listed.sorted() == Self.expected[topic]?.split(separator: " ").map(String.init).sorted())
        }
        #expect(Catalogue.all.count == 43 && Set(Catalogue.all.map(\.id)) == Set(GuidelineID.allCases))
    }

    @Test("gives each a title, advice in one or two sentences and a source", arguments: Catalogue.all)
    func each(_ guideline: Guideline) {
        #expect(!guideline.sources.isEmpty && !guideline.title.hasSuffix("."))
        #expect((1...2).contains(guideline.advice.split(separator: ".").count))
        #expect(guideline.title.count <= 45 && guideline.advice.count <= 240)
    }

    @Test(
        "says what stands only in a reader's comment",
        arguments: [GuidelineID.replaceElectrolytes, .noWaterAlone, .seeADoctorOneSided, .vitamins])
    func readers(_ id: GuidelineID) {
        #expect(Catalogue[id].sources.contains(.d3Reader))
        #expect(Catalogue[id].evidence.contains("reader's comment"))
    }

    @Test("recommends no medicine, no tablets and no ointment, and promises nothing")
    func words() {
        for guideline in Catalogue.all {
            let text = "\(guideline.title) \(guideline.advice)".lowercased()
            for word in ["tablet", "ointment", "relaxant", "supplement", "prevent", "cure", "diagnos", "will help"] {
                #expect(!text.contains(word), "\(guideline.id.rawValue): \(word)")
            }
        }
    }
}
