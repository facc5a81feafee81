// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The estimate of the built program against the vectors of the model, every row a process.
@Suite("hydratectl estimate") struct GridTests {
    @Test("gives the heat balance, the sweat rate and the loss of the vectors", arguments: GridRow.all)
    func grid(_ row: GridRow) throws {
        let estimate = try EstimateDocument.of(
            """
            --met \(row["met"]) \(row["duration_min"])min --temperature \(row["ta"])C --humidity \(row["rh"])% \
            --wind \(row["v"])m/s --radiant \(row["tr"])C --clothing \(row["clo"]) --mass \(row["mass_kg"])kg \
            --height \(row["height_m"])m
            """)
        // The vectors have four digits after the point, masses three and two, and the latent heat of sweat six in all.
        #expect(abs(estimate.metabolicEquivalent - row.number("met")) < 1e-9)
        #expect(abs(estimate.surfaceArea - row.number("A")) < 1e-4)
        #expect(abs(estimate.metabolicRate - row.number("M")) < 1e-4)
        #expect(abs(try #require(estimate.requiredEvaporation) - row.number("e_req")) < 1e-4)
        #expect(abs(try #require(estimate.maximumEvaporation) - row.number("e_max")) < 1e-4)
        #expect(abs(estimate.sweatPower - row.number("sw_w_m2")) < 1e-4)
        #expect(abs(estimate.sweatRate.median * 1000 - row.number("sweat_g_h")) < 2e-3)
        #expect(abs(estimate.sweatLoss.median * 1000 - row.number("sweat_total_g")) < 2e-2)
        let cautious = 2.5 * estimate.metabolicRate / estimate.sweatPower
        let lower = estimate.sweatRate.median * min(1, cautious) * exp(-(0.09 + 0.0225).squareRoot())
        #expect(abs(estimate.sweatRate.lower - lower) < 1e-9 || estimate.sweatPower == 0)
    }
}

/// A row of hb_grid.csv, as it is written there.
struct GridRow: Sendable, CustomTestStringConvertible {
    let line: Int
    let fields: [String: String]

    var testDescription: String { "hb_grid.csv:\(line)" }

    /// The text of a column; a column that does not exist is a mistake of the test.
    subscript(column: String) -> String { fields[column]! }

    func number(_ column: String) -> Double { Double(fields[column]!)! }

    static let all: [GridRow] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "PhysiologyTests/Vectors/hb_grid.csv")
        let lines = try! String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        let heading = lines[0].split(separator: ",").map(String.init)
        return lines.dropFirst().enumerated().map { index, line in
            let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            precondition(values.count == heading.count, "hb_grid.csv:\(index + 2) has \(values.count) columns")
            return GridRow(line: index + 2, fields: Dictionary(uniqueKeysWithValues: zip(heading, values)))
        }
    }()
}
