// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Physiology
import Wording

/// Something typed that is not understood: what, why, and what would be.
struct InputError: Error {
    let text: String
    /// Usage, unless it is understood and cannot be true.
    var status = ExitStatus.usage

    init(_ text: String, _ status: ExitStatus = .usage) {
        self.text = text
        self.status = status
    }

    init(_ error: QuantityError) { text = ErrorText.quantity(error) }
    init(_ error: MomentError) { text = ErrorText.moment(error) }
}

/// A text as somebody typed it.
func quoted(_ text: String) -> String { "“\(text)”" }

/// "a", "a or b", "a, b or c".
func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
}
