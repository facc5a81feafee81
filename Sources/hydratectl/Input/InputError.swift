// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// Something typed that is not understood: what, why, and what would be.
struct InputError: Error {
    let text: String

    init(_ text: String) { self.text = text }

    init(_ error: QuantityError) {
        text = "\(quoted(error.input)): \(error.reason.words). Write it like \(error.accepted)."
    }

    init(_ error: MomentError) {
        let forms = MomentError.forms
        switch error.reason {
        case .notADay: text = "\(quoted(error.input)): there is no such day. Write it like \(forms)."
        case .notATime: text = "\(quoted(error.input)): there is no such time. Write it like \(forms)."
        case .notADuration: text = "\(quoted(error.input)): not a length of time. Write it like \(forms)."
        case .empty, .unknownForm: text = "\(quoted(error.input)): not a time. Write it like \(forms)."
        }
    }
}

/// A text as somebody typed it.
func quoted(_ text: String) -> String { "“\(text)”" }

/// "a", "a or b", "a, b or c".
func alternatives(_ names: some Collection<String>) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
}

extension MomentError {
    fileprivate static var forms: String { alternatives(Moment.examples) }
}

extension QuantityError.Reason {
    fileprivate var words: String {
        switch self {
        case .empty: "nothing is there"
        case .notANumber: "not a number with a unit"
        case .decimalComma: "a comma could mean two things; use a point"
        case .exponent: "not with an exponent"
        case .negative: "less than nothing"
        case .tooManyDigits: "too many digits"
        case .missingUnit: "the unit is missing"
        case .unknownUnit(let unit): "unknown unit \(quoted(unit))"
        case .tooLarge: "too much to be true"
        }
    }
}
