// SPDX-License-Identifier: Apache-2.0

// Random cases from one printed seed.

import Foundation
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
    mutating func chance(_ share: Double) -> Bool { number(0...1) < share }
    mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &self)! }
}

enum Cases {
    /// The seed of this run: HYDRATED_SEED, or a new one; printed.
    static let seed: UInt64 = {
        let given = ProcessInfo.processInfo.environment["HYDRATED_SEED"].flatMap { UInt64($0) }
        let seed = given ?? .random(in: 0 ... .max)
        print("HYDRATED_SEED=\(seed)")
        return seed
    }()

    /// How many cases to try: HYDRATED_CASES times as many as an ordinary run has time for.
    static func count(_ ordinary: Int) -> Int {
        let given = ProcessInfo.processInfo.environment["HYDRATED_CASES"].flatMap { Int($0) }
        return ordinary * max(1, given ?? 1)
    }

    /// How many random days to live through: HYDRATED_DAYS, or as many as an ordinary run has time for.
    static let days: Int = {
        let given = ProcessInfo.processInfo.environment["HYDRATED_DAYS"].flatMap { Int($0) }
        return max(1, given ?? 700)
    }()

    /// Checks a property on `count` cases; the first that fails names the seed and is the last.
    static func check(
        _ count: Int, sourceLocation: SourceLocation = #_sourceLocation, _ property: (inout SplitMix64) -> String?
    ) {
        for index in 0..<count {
            var random = SplitMix64(seed: seed &+ UInt64(index))
            if let failure = property(&random) {
                Issue.record(
                    "\(failure) (case \(index) of \(count); the first with HYDRATED_SEED=\(seed &+ UInt64(index)))",
                    sourceLocation: sourceLocation)
                return
            }
        }
    }
}
