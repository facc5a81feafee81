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

    /// Checks a property on 10,000 cases; the first that fails names the seed and is the last.
    static func check(
        _ count: Int = 10_000, sourceLocation: SourceLocation = #_sourceLocation,
        _ property: (inout SplitMix64) -> String?
    ) {
        for index in 0..<count {
            var random = SplitMix64(seed: seed &+ UInt64(index))
            if let failure = property(&random) {
                Issue.record(
                    "\(failure) (case \(index); repeat with HYDRATED_SEED=\(seed))", sourceLocation: sourceLocation)
                return
            }
        }
    }
}

/// A number within a tolerance.
func isClose(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance
}

extension SplitMix64 {
    /// A number from anywhere: small, huge, tiny, zero, infinite or undefined.
    mutating func extreme() -> Double {
        switch UInt64.random(in: 0..<10, using: &self) {
        case 0: pick([0, -0.0, .infinity, -.infinity, .nan, .signalingNaN])
        case 1: pick([.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .ulpOfOne])
        case 2: Double(bitPattern: next())
        case 3: number(-1e9...1e9)
        case 4: number(-1...1)
        default: number(-100...500)
        }
    }
}
