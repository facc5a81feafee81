// SPDX-License-Identifier: Apache-2.0

/// Every guideline the product knows. Adding one touches one of the lists it is made of, one rule and its test.
///
/// Left out on purpose, though the documents have them: medicines, warming ointments, salt tablets as advice, and
/// supplements in pregnancy as an instruction.
public enum Catalogue {
    public static let all: [Guideline] = drinking + crampRelief + doctor + stretching + living

    /// The guideline named. Every id stands in the catalogue; a test holds it to that.
    public static subscript(id: GuidelineID) -> Guideline {
        byID[id]!
    }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
