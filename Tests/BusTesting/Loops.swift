// SPDX-License-Identifier: Apache-2.0
// Running a loop in a test.

public import Systemd
public import Testing

extension EventLoop {
    /// Runs until someone calls `exit`; a loop that nobody ends within the deadline is a failure.
    @discardableResult
    public func runInTest(
        within deadline: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Int32 {
        let timer = try after(deadline) {
            Issue.record("Nothing ended the loop within \(deadline)", sourceLocation: sourceLocation)
            self.exit(124)
        }
        defer { timer.cancel() }
        return try run()
    }

    /// Runs until the condition holds, or fails at the deadline.
    public func runInTest(
        within deadline: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
        until condition: () -> Bool
    ) throws {
        var late = false
        let timer = try after(deadline) { late = true }
        defer { timer.cancel() }
        try run { late || condition() }
        #expect(!late, "What was waited for did not come within \(deadline)", sourceLocation: sourceLocation)
    }
}
