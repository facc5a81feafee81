// SPDX-License-Identifier: Apache-2.0

import Diary
import Wording

/// Brings bubbles to the person: one at a time, and tells what became of each.
protocol Presenter: AnyObject {
    /// Shows a bubble; one that is shown already is replaced.
    ///
    /// - Parameter done: called once, from the loop, unless the bubble is withdrawn or replaced before.
    func show(_ bubble: Bubble, done: @escaping (Presentation) -> Void)

    /// Takes the bubble off the desktop, if there is one.
    func withdraw()
}

/// What became of a bubble.
enum Presentation: Equatable {
    /// A button was pressed; the text is its action.
    case pressed(String)
    /// It went away, and nobody can know whether it was read.
    case gone
    /// Nobody could show it.
    case failed(String)
}
