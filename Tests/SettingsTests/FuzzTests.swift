// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology
import Testing

@testable import Settings

/// Bytes that nobody would write. A failure prints the seed that gives the same bytes again.
@Suite("Any bytes are a configuration file")
struct FuzzTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let healthy = Settings.keys.map { "[\($0.section) x]\n[\($0.section)]\n\($0.name)=\($0.standard)\n" }
        .joined()
    private static let fragments: [[UInt8]] =
        [
            [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0x0A], [0x0D], [0x5C, 0x0A], [0x5B], [0x5D], [0x3D], [0x25],
            [0x09],
        ]
        + ["[Beverage ", "Like=", "1e999kg", "-1", "99999999999999999999", "nan", "٣kg", "08:00-", "😀", "none"].map {
            Array($0.utf8)
        }

    @Test(
        "Thousands of mutated files are read, and what comes out is sound", arguments: [UInt64.random(in: 0...(.max))])
    func mutations(seed: UInt64) {
        var generator = Generator(state: seed)
        let healthy = Array(Self.healthy.utf8)
        for round in 0..<4_000 {
            let start = Int.random(in: 0..<healthy.count, using: &generator)
            var bytes = Array(healthy[start..<min(healthy.count, start + Int.random(in: 0...300, using: &generator))])
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.insert(contentsOf: Self.fragments.randomElement(using: &generator) ?? [], at: place)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 3))
                case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
                default: bytes.insert(contentsOf: bytes.suffix(20), at: place)
                }
            }
            let result = Settings.load([SettingsFile(name: "fuzz", bytes: bytes)])
            let lines = bytes.count { $0 == 0x0A } + 1
            let isSound =
                result.diagnostics.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 }
                && (25...250).contains(result.configuration.profile.mass.kilograms)
                && result.configuration.day.wake != result.configuration.day.bed
                && result.configuration.beverages.allSatisfy { (0...1).contains($0.waterFraction) }
                && result.hasErrors == result.diagnostics.contains { $0.severity == .error }
            #expect(isSound, "seed \(seed), round \(round): \(bytes)")
            guard isSound else { return }
        }
    }
}
