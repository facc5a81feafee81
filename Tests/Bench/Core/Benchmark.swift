// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Something to be timed, and how long it may take.
struct Benchmark {
    let what: String
    let budget: Duration?
    let reference: String

    init(_ what: String, budget: Duration?, reference: String) {
        self.what = what
        self.budget = budget
        self.reference = reference
    }

    /// Times each of `count` samples, after some that only warm up.
    func run<Value>(_ count: Int, _ body: (Int) -> Value) -> Result {
        for sample in 0..<(count / 10) { keep(body(sample)) }
        let clock = ContinuousClock()
        let times = (0..<count).map { sample in clock.measure { keep(body(sample)) } }
        return Result(benchmark: self, median: times.sorted()[count / 2])
    }

    struct Result {
        let benchmark: Benchmark
        let median: Duration

        var isOver: Bool { benchmark.budget.map { median > $0 } ?? false }

        var line: String {
            let budget = benchmark.budget.map(Self.text) ?? ""
            return [benchmark.what, Self.text(median), budget, benchmark.reference, isOver ? "OVER" : ""]
                .joined(separator: "\t")
        }

        private static func text(_ duration: Duration) -> String {
            let microseconds = duration / .microseconds(1)
            return switch microseconds {
            case ..<1000: "\(tenths(microseconds)) µs"
            case ..<1_000_000: "\(tenths(microseconds / 1000)) ms"
            default: "\(tenths(microseconds / 1_000_000)) s"
            }
        }

        private static func tenths(_ number: Double) -> String {
            let tenths = Int((number * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
    }
}

/// Keeps a result from being optimised away.
@inline(never) private func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }

/// Ends with the status of a budget that was passed.
func exitOverBudget() -> Never { exit(1) }
