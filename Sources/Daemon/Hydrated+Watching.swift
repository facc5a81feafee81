// SPDX-License-Identifier: Apache-2.0

public import ControlProtocol
import Diary
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
                readZone()
                clockWasSet()
            })
        held += configurationFiles.watch(on: loop) { [unowned self] in
            loadConfiguration()
            reschedule()
        }
        _ = try loop.enableWatchdog()
    }

    /// Begins to follow where the person is.
    func watchPresence() throws(SystemdError) {
        presenceWatch.lost = { [unowned self] in report(.loginLost, JournalText.loginLost) }
        let mine = desk.entries(now: now).lazy.filter(\.event.kind.isByPerson)
        try presenceWatch.start(lastEntry: mine.map(\.recordedAt).filter { [now] in $0 <= now }.max())
        // What is known at once is part of the first plan.
        presenceWatch.changed = { [unowned self] in reschedule() }
    }

    private func clockWasSet() {
        // Waking up is told in the same way.
        if !presenceWatch.hasSlept() { report(.clockStepped, JournalText.clockChanged) }
        reschedule()
    }

    /// Ends in order, once nothing is left on the desktop. Entries were committed when they were made, and those that
    /// come meanwhile still are. Whoever asks twice does not want to wait.
    func stop() {
        guard !isStopping else { return loop.exit(0) }
        isStopping = true
        _ = try? ServiceManager.notify(.stopping)
        withdraw()
        presenter.withdraw { [unowned self] in
            desk.close()
            report(.stopped, JournalText.stopping)
            loop.exit(0)
        }
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
        let wasWrong = configurationIsWrong
        let result = configurationFiles.load(previous: wasWrong == nil ? nil : configuration)
        let isNews = result.configuration != configuration || wasWrong != result.hasErrors
        configuration = result.configuration
        configurationIsWrong = result.hasErrors
        for diagnostic in result.diagnostics {
            report(.configurationWrong, DiagnosticText.line(diagnostic.fault), diagnostic.journalFields)
        }
        if result.hasErrors {
            let errors = result.diagnostics.filter { $0.severity == .error }
            report(
                .configurationWrong,
                JournalText.configurationWrong(errors: errors.count, keepsPrevious: result.keepsPrevious),
                errors.first?.journalFields ?? [])
        } else if isNews {
            report(.configurationLoaded, JournalText.configurationLoaded(files: configurationFiles.count))
        }
        readZone()
        return result.diagnostics
    }

    /// Finds the zone that the times of the configuration are meant in.
    private func readZone() {
        guard let name = configuration.day.zone else { return zone = LocalZone.current() }
        if let named = LocalZone.named(name) { return zone = named }
        zone = LocalZone.current()
        let fault = ConfigurationFault(
            file: "", line: 0, column: 0, isError: false, code: "wrong-value", section: "Day", key: "Zone",
            value: name, accepted: "a time zone that this system knows, such as Europe/Berlin")
        report(.configurationWrong, DiagnosticText.line(fault), [("HYDRATED_FILE", ""), ("HYDRATED_LINE", "0")])
    }
}

extension Diagnostic {
    fileprivate var journalFields: [(JournalField, String)] {
        [
            ("HYDRATED_FILE", file), ("HYDRATED_LINE", String(line)), ("HYDRATED_COLUMN", String(column)),
            ("HYDRATED_CODE", code.rawValue),
        ]
    }

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
