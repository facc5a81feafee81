// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a line of the configuration.
public struct ConfigurationDiagnostic: Hashable, Sendable {
    public enum Severity: String, CaseIterable, Sendable { case warning, error }

    public var file: String
    /// From 1; 0 when it is about the file as a whole.
    public var line: UInt32
    /// From 1, in characters; 0 when it is about the line as a whole.
    public var column: UInt32
    public var severity: Severity
    /// What is wrong, such as `unknown-key`.
    public var code: String
    /// The section, the key and the value it is about; empty where there is none.
    public var section: String
    public var key: String
    public var value: String
    /// The form that the value takes; empty where there is none.
    public var accepted: String
    /// The known name nearest to the one given; empty where there is none.
    public var nearest: String

    public init(
        file: String, line: UInt32, column: UInt32, severity: Severity, code: String, section: String = "",
        key: String = "", value: String = "", accepted: String = "", nearest: String = ""
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.code = code
        self.section = section
        self.key = key
        self.value = value
        self.accepted = accepted
        self.nearest = nearest
    }
}
