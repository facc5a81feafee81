// SPDX-License-Identifier: Apache-2.0

public import Guidance

/// `hydrated.conf`: bytes in, a configuration and what is wrong with them out. It opens no file and never fails.
public enum Settings {
    /// Reads the files in order: where two say different things, the later holds, and of two lines the later one. An
    /// empty value gives the default back.
    ///
    /// - Parameters:
    ///   - files: the administrator's, then the person's; the main file, then its drop-ins.
    ///   - previous: the configuration in force; nil at the start.
    /// - Returns: With an error in any line, `previous` as it was. Without a previous one there is nothing to keep:
    ///   every wrong line counts as its key's default, and if what is wrong could hide a limit to drinking,
    ///   ``Configuration/isTrustedForVolumes`` is false.
    public static func load(_ files: [SettingsFile], previous: Configuration? = nil) -> SettingsResult {
        var reading = SettingsReading()
        for file in files { reading.read(file) }
        return reading.result(previous: previous)
    }

    /// Sets one key, as one line of a file would.
    ///
    /// - Parameters:
    ///   - section: "Profile", or "Beverage morning-mug".
    ///   - value: empty for the default.
    /// - Throws: what is wrong, without a file; an unknown section or key too. The configuration is then unchanged.
    public static func assign(
        section: String, key: String, value: String, into configuration: inout Configuration
    ) throws(Diagnostic) {
        var reading = SettingsReading(configuration)
        let bytes = Array("[\(section)]\n\(key)=\(value)\n".utf8)
        // A line break would begin another line, and set another key.
        let isOneLine = !(section + key + value).utf8.contains { $0 < 0x20 && $0 != 0x09 }
        guard isOneLine, !value.hasSuffix("\\") else {
            throw Diagnostic(
                file: "", at: .init(line: 0, column: 1), .error, .badText, section: section, key: key, value: value)
        }
        reading.read(SettingsFile(name: "", bytes: bytes))
        if let diagnostic = reading.diagnostics.first { throw diagnostic }
        let result = reading.result(previous: configuration)
        if let diagnostic = result.diagnostics.first { throw diagnostic }
        configuration = result.configuration
    }
}

/// What files say.
public struct SettingsResult: Hashable, Sendable {
    /// The configuration that now holds.
    public let configuration: Configuration
    /// What is wrong, in the order of the files; at most ``mostDiagnostics``.
    public let diagnostics: [Diagnostic]
    /// Whether an error kept the previous configuration in force.
    public let keepsPrevious: Bool

    /// Whether any line is wrong, be it among ``diagnostics`` or one too many.
    public let hasErrors: Bool

    /// A file that is no configuration at all has an error in every line: nobody reads more than these.
    public static let mostDiagnostics = 100
}
