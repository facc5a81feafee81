// SPDX-License-Identifier: Apache-2.0

import ControlProtocol

/// A line of the configuration that is wrong, as compilers say it: file, line, column, what, and what would be right.
enum DiagnosticText {
    static func text(_ diagnostic: ConfigurationDiagnostic) -> String {
        var place = diagnostic.file
        if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
        if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
        var text = "\(place): \(diagnostic.severity.rawValue): \(what(diagnostic))"
        if !diagnostic.accepted.isEmpty { text += " Write it like \(diagnostic.accepted)." }
        if !diagnostic.nearest.isEmpty { text += " Did you mean \(diagnostic.nearest)?" }
        return text
    }

    private static func what(_ diagnostic: ConfigurationDiagnostic) -> String {
        let code = diagnostic.code.split(separator: "-").joined(separator: " ")
        let key = [diagnostic.section.isEmpty ? "" : "[\(diagnostic.section)]", diagnostic.key]
            .filter { !$0.isEmpty }.joined(separator: " ")
        let about = [key, diagnostic.value.isEmpty ? "" : quoted(diagnostic.value)]
            .filter { !$0.isEmpty }.joined(separator: " = ")
        return about.isEmpty ? "\(code)." : "\(code): \(about)."
    }
}
