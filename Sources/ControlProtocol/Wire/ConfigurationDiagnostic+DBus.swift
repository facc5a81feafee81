// SPDX-License-Identifier: Apache-2.0

public import Systemd

/// A diagnostic as `(suuss)`; the code carries what it is about behind it, as an error message carries its details.
extension ConfigurationDiagnostic: DBusConvertible {
    public static var dbusSignature: String { "(suuss)" }

    public var dbusValue: DBusValue {
        .structure([.string(file), .uint32(line), .uint32(column), .string(severity.rawValue), .string(detailedCode)])
    }

    public init?(_ value: DBusValue) {
        guard case .structure(let fields) = value, fields.count == 5, case .string(let file) = fields[0],
            case .uint32(let line) = fields[1], case .uint32(let column) = fields[2],
            let severity = String(fields[3]).flatMap(Severity.init), case .string(let code) = fields[4]
        else { return nil }
        self.init(file: file, line: line, column: column, severity: severity, detailedCode: code)
    }
}

/// A diagnostic as one detail of an error.
extension ConfigurationDiagnostic {
    /// The file stands last since only a file's name may hold anything.
    var errorDetail: String { "\(line):\(column):\(severity.rawValue):\(detailedCode)\n\(file)" }

    init?(errorDetail: String) {
        let parts = errorDetail.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let line = UInt32(parts[0]), let column = UInt32(parts[1]),
            let severity = Severity(rawValue: String(parts[2])), let end = parts[3].firstIndex(of: "\n")
        else { return nil }
        self.init(
            file: String(parts[3][parts[3].index(after: end)...]), line: line, column: column, severity: severity,
            detailedCode: String(parts[3][..<end]))
    }
}

extension ConfigurationDiagnostic {
    private var detailedCode: String {
        let details = ["section": section, "key": key, "value": value, "accepted": accepted, "nearest": nearest]
        return ErrorDetails(details.filter { !$0.value.isEmpty }).message(code)
    }

    private init(file: String, line: UInt32, column: UInt32, severity: Severity, detailedCode: String) {
        let details = ErrorDetails(endOf: detailedCode)
        self.init(
            file: file, line: line, column: column, severity: severity,
            code: String(detailedCode.prefix { $0 != " " }), section: details.text("section") ?? "",
            key: details.text("key") ?? "", value: details.text("value") ?? "",
            accepted: details.text("accepted") ?? "", nearest: details.text("nearest") ?? "")
    }
}
