// SPDX-License-Identifier: Apache-2.0

/// The known name that somebody probably meant.
public enum NearestName {
    /// The one of `names` that `text` is a few letters away from, whatever its case; nil when none is near.
    public static func of(_ text: String, among names: some Sequence<String>) -> String? {
        // Nobody misspells a short name in more than 40 letters, and the distance costs the product of both lengths.
        let wanted = Array(text.lowercased().prefix(40))
        guard !wanted.isEmpty else { return nil }
        let limit = max(2, wanted.count / 3)
        let ranked = names.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit,
            best.distance < wanted.count
        else { return nil }
        return best.name
    }

    /// The edit distance: letters to insert, delete, replace or swap with their neighbour.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var cost = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
