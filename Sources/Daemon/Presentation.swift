// SPDX-License-Identifier: Apache-2.0

/// What became of a bubble.
enum Presentation: Equatable {
    /// A button was pressed; the text is its action.
    case pressed(String)
    /// It went away, and nobody can know whether it was read.
    case gone
    /// Nobody could show it.
    case failed(String)
}
