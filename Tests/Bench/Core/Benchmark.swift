// SPDX-License-Identifier: Apache-2.0

/// Something to be timed, and how long it may take.
struct Benchmark {
    let what: String
    let budget: Duration?
    let reference: String
    /// Times one round: the median of its samples.
    private let round: () -> Duration
    private(set) var median: Duration?

    /// A benchmark of `body`, which is given the number of its sample.
    init<Value>(
        _ what: String, budget: Duration? = nil, reference: String = "", samples: Int, body: @escaping (Int) -> Value
    ) {
        self.what = what
        self.budget = budget
        self.reference = reference
        round = {
            let clock = ContinuousClock()
            let times = (0..<samples).map { sample in clock.measure { keep(body(sample)) } }
            return times.sorted()[samples / 2]
        }
    }

    /// Times another round and keeps the faster median: what else the machine does can only make it slower.
    mutating func run() {
        let time = round()
        median = min(median ?? time, time)
    }

    var isOver: Bool {
        guard let median, let budget else { return false }
        return median > budget
    }

    /// What, the median, the budget, the reference and "OVER", parted by tabs.
    var line: String {
        [what, median.map(Self.text) ?? "", budget.map(Self.text) ?? "", reference, isOver ? "OVER" : ""]
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

/// Keeps a result from being optimised away.
@inline(never) private func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
