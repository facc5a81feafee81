// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
import Glibc
import Guidance
import Physiology
import Settings
import Systemd
import Wording

/// What the daemon watches besides the bus: signals, the clock, the zone and the configuration. Nothing is polled.
extension Hydrated {
    func watch() throws(SystemdError) {
        // A person's Ctrl-C, the service manager's KillSignal and an ordinary kill mean the same.
        held += try loop.onSignal(SIGTERM, SIGINT) { [unowned self] _ in stop() }
        held += try loop.onSignal(SIGHUP) { [unowned self] _ in _ = try? reload() }
        held.append(try loop.onClockStep { [unowned self] in clockWasSet() })
        held.append(
            try loop.onTimeZoneChange { [unowned self] in
                zone = LocalZone.current()
                reschedule()
            })
        held += configurationFiles.watch(on: loop) { [unowned self] in
            loadConfiguration()
            reschedule()
        }
        _ = try loop.enableWatchdog()
    }

    private func clockWasSet() {
        report(.clockSet, JournalText.clockChanged)
        reschedule()
    }

    /// Ends in order: nothing is left on the desktop and nothing unwritten. Entries were committed when they were made.
    func stop() {
        _ = try? ServiceManager.notify(.stopping)
        presenter.withdraw()
        desk.close()
        report(.stopped, JournalText.stopping)
        loop.exit(0)
    }

    public func reload() throws(ControlError) -> [ConfigurationDiagnostic] {
        _ = try? ServiceManager.notify(.reloading)
        let diagnostics = loadConfiguration().map(ConfigurationDiagnostic.init)
        reschedule()
        _ = try? ServiceManager.notify(.ready)
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .invalidConfiguration(errors) }
        return diagnostics
    }

    /// Reads the configuration. With a wrong line the old one stays in force; at the start, that key's default.
    @discardableResult
    func loadConfiguration() -> [Diagnostic] {
        let isFirst = held.isEmpty
        let result = configurationFiles.load(previous: isFirst ? nil : configuration)
        let isNew = result.configuration != configuration || hasWrongConfiguration != result.hasErrors
        configuration = result.configuration
        hasWrongConfiguration = result.hasErrors
        for diagnostic in result.diagnostics {
            report(
                diagnostic.severity == .error ? .configurationWrong : .configurationLoaded,
                DiagnosticText.line(diagnostic.fault),
                [
                    ("HYDRATED_FILE", diagnostic.file), ("HYDRATED_LINE", String(diagnostic.line)),
                    ("HYDRATED_COLUMN", String(diagnostic.column)),
                ])
        }
        if result.hasErrors {
            let errors = result.diagnostics.count { $0.severity == .error }
            report(
                .configurationWrong, JournalText.configurationWrong(errors: errors, keepsPrevious: result.keepsPrevious)
            )
        } else if isNew || isFirst {
            report(.configurationLoaded, JournalText.configurationLoaded(files: configurationFiles.count))
        }
        return result.diagnostics
    }
}

extension Diagnostic {
    /// The same for whoever makes a sentence of it.
    fileprivate var fault: ConfigurationFault {
        ConfigurationFault(
            file: file, line: line, column: column, isError: severity == .error, code: code.rawValue, section: section,
            key: key, value: value, accepted: accepted, nearest: nearest)
    }
}

extension ConfigurationDiagnostic {
    init(_ diagnostic: Diagnostic) {
        self.init(
            file: diagnostic.file, line: UInt32(clamping: diagnostic.line), column: UInt32(clamping: diagnostic.column),
            severity: diagnostic.severity == .error ? .error : .warning, code: diagnostic.code.rawValue,
            section: diagnostic.section, key: diagnostic.key, value: diagnostic.value, accepted: diagnostic.accepted,
            nearest: diagnostic.nearest ?? "")
    }
}
