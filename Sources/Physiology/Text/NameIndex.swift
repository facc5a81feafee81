// SPDX-License-Identifier: Apache-2.0

/// Something that a user calls by a name: an activity, a beverage.
protocol Named {
    /// The canonical name.
    var name: String { get }
    /// Whatever else it answers to.
    var otherNames: [String] { get }
}

/// Finds named things by what a user types.
///
/// Case, surrounding space and the choice between space, hyphen and underscore do not matter. In this order: a name;
/// the beginning of canonical names; the beginning of other names. The beginning of several must be the beginning of
/// one that is the short form of all the others ("cyc" is cycling, although there is cycling-leisure too).
struct NameIndex<Element: Named & Sendable>: Sendable {
    private let elements: [Element]
    /// Every name and alias in its folded form, with the position of its element.
    private let keys: [(key: String, position: Int)]
    private let exact: [String: Int]

    init(_ elements: [Element]) {
        self.elements = elements
        keys = elements.enumerated().flatMap { position, element in
            ([element.name] + element.otherNames).map { (Self.folded($0), position) }
        }
        // The first to claim a name keeps it.
        exact = Dictionary(keys.map { ($0.key, $0.position) }, uniquingKeysWith: { first, _ in first })
    }

    /// The element that `text` names, or nil.
    func find(_ text: String) -> Element? {
        let wanted = Self.folded(text)
        guard !wanted.isEmpty else { return nil }
        if let position = exact[wanted] { return elements[position] }
        let matches = keys.filter { $0.key.hasPrefix(wanted) }
        return head(of: matches.filter { $0.key == elements[$0.position].name }) ?? head(of: matches)
    }

    /// The element of the shortest of `matches`, if its name begins those of all the others.
    private func head(of matches: [(key: String, position: Int)]) -> Element? {
        guard let shortest = matches.min(by: { $0.key.count < $1.key.count }) else { return nil }
        let head = elements[shortest.position]
        return matches.allSatisfy { elements[$0.position].name.hasPrefix(head.name) } ? head : nil
    }

    /// The names nearest to `text`, at most three: those that begin with it, then those that contain it or are few
    /// letters away.
    func nearest(to text: String) -> [String] {
        let wanted = Array(Self.folded(text).prefix(40))
        guard !wanted.isEmpty else { return [] }
        let limit = max(2, wanted.count / 3)
        var best: [Int: Int] = [:]
        for (key, position) in keys {
            let letters = Array(key)
            let distance =
                if letters.starts(with: wanted) {
                    0
                } else if wanted.count > 2, key.contains(String(wanted)) {
                    1
                } else {
                    NearestName.distance(wanted, letters)
                }
            if distance <= limit { best[position] = min(distance, best[position] ?? .max) }
        }
        let ranked = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        return ranked.prefix(3).map { elements[$0.key].name }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "_" }).joined(separator: "-")
    }
}
