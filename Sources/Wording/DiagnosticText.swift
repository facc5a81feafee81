// SPDX-License-Identifier: Apache-2.0

/// Something wrong in a configuration file, as its reader or the bus gives it.
public struct ConfigurationFault: Hashable, Sendable {
    /// What is wrong; the raw values are the codes that Settings gives.
    public enum Code: String, CaseIterable, Sendable {
        case unreadable
        case badText = "bad-text"
        case badSection = "bad-section"
        case noEqualsSign = "no-equals-sign"
        case noKey = "no-key"
        case outsideSection = "outside-section"
        case unknownSection = "unknown-section"
        case unknownKey = "unknown-key"
        case wrongValue = "wrong-value"
        case outOfRange = "out-of-range"
        case conflict
    }

    public var file: String
    /// From 1; 0 when it is about the file as a whole.
    public var line: Int
    /// From 1; 0 when it is about the line as a whole.
    public var column: Int
    public var isError: Bool
    /// Nil for a code that this version does not know.
    public var code: Code?
    public var section: String
    public var key: String
    public var value: String
    public var accepted: String
    public var nearest: String?

    public init(
        file: String, line: Int, column: Int, isError: Bool, code: String, section: String = "", key: String = "",
        value: String = "", accepted: String = "", nearest: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.isError = isError
        self.code = Code(rawValue: code)
        self.section = section
        self.key = key
        self.value = value
        self.accepted = accepted
        self.nearest = nearest
    }
}

/// What is wrong in the configuration: where, what stands there, and what would be right.
public enum DiagnosticText {
    /// One fault on one line: "hydrated.conf:12:6: Mass=heavy is not understood; write 70kg or 154lb."
    public static func line(_ fault: ConfigurationFault) -> String {
        var place = Quoted.path(fault.file)
        if fault.line > 0 { place += ":\(fault.line)" }
        if fault.line > 0, fault.column > 0 { place += ":\(fault.column)" }
        let start = place.isEmpty ? "" : "\(place): "
        return start + problem(fault) + (fault.nearest.map { ". Did you mean \(Quoted.plain($0))?" } ?? ".")
    }

    /// Said when there is nothing to say against it.
    public static let inForce = "The configuration is in force."

    /// All faults, and which configuration holds now.
    public static func lines(_ faults: [ConfigurationFault], keepsPrevious: Bool) -> [String] {
        faults.map(line)
            + (faults.contains(where: \.isError)
                ? [keepsPrevious ? "The old configuration stays in force." : "Wrong lines count as not set."] : [])
    }

    private static func problem(_ fault: ConfigurationFault) -> String {
        let assignment = Quoted.plain("\(fault.key)=\(fault.value)")
        let accepted = fault.accepted.isEmpty ? "" : "; write \(fault.accepted)"
        return switch fault.code {
        case .unreadable: "the file cannot be read"
        case .badText: "the line is not plain text"
        case .badSection: "\(Quoted.plain(fault.value)) names no section; write [Profile], or [Beverage] with a name"
        case .noEqualsSign: "\(Quoted.marked(fault.value)) is no setting; write Key=Value"
        case .noKey: "\(Quoted.marked(fault.value)) sets nothing; write Key=Value"
        case .outsideSection: "\(assignment) stands before the first section, such as [Profile]"
        case .unknownSection: "[\(Quoted.plain(fault.section))] is no section that hydrated knows; it is passed over"
        case .unknownKey:
            "\(Quoted.plain(fault.key)) is no key of [\(Quoted.plain(fault.section))]; it is passed over"
        case .wrongValue: "\(assignment) is not understood\(accepted)"
        case .outOfRange: "\(assignment) is out of range\(accepted)"
        case .conflict: "\(assignment) leaves no day or no night\(accepted)"
        case nil: "something is wrong"
        }
    }
}
