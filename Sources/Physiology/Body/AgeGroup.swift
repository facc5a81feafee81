// SPDX-License-Identifier: Apache-2.0

/// The ages that the model tells apart.
public enum AgeGroup: String, CaseIterable, Hashable, Sendable {
    /// Under 16: no volumes are proposed by themselves.
    case child
    /// 16 to 64, and everyone who gives no birth year.
    case adult
    /// 65 and over: thirst is no reliable sign any more (ESPEN guideline on hydration in older people).
    case senior

    /// The group of somebody who turns `age` this year; nil means no birth year given.
    public init(age: Int?) {
        switch age {
        case .some(..<16): self = .child
        case .some(65...): self = .senior
        default: self = .adult
        }
    }
}
