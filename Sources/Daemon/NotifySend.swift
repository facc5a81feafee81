// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Systemd
import Wording

/// Bubbles through `notify-send`, one child process at the most.
///
/// Its rules were found by trial (libnotify 0.8): it is withdrawn by SIGINT alone; it must be told how long to wait;
/// it ends with 1 at a server without buttons if it is given any; and it waits for ever when the server dies.
final class NotifySend: Presenter {
    private let loop: EventLoop
    private let server: NotificationServer
    private var child: ChildProcess?
    private var deadline: (any Cancellable)?
    /// The bubble on the desktop, or about to be.
    private var current: Showing?
    /// Whether the child was told to end and something else is to follow.
    private var next: Showing?

    private struct Showing {
        let number: Int
        let bubble: Bubble
        let done: (Presentation) -> Void
    }

    private var count = 0

    /// How long a bubble may stand; servers may close it sooner.
    private static let standing = Duration.minutes(10)
    private static let standingCritical = Duration.hours(3)
    /// What a child is given to end after it was told to.
    private static let grace = Duration.seconds(5)

    init(loop: EventLoop, server: NotificationServer) {
        self.loop = loop
        self.server = server
    }

    func show(_ bubble: Bubble, done: @escaping (Presentation) -> Void) {
        count += 1
        let showing = Showing(number: count, bubble: bubble, done: done)
        current = nil
        next = showing
        if child == nil { ask(showing) } else { interrupt() }
    }

    func withdraw() {
        current = nil
        next = nil
        if child != nil { interrupt() }
    }

    /// Tells a child whose server has died to end: its bubble is gone.
    func serverLost() {
        guard child != nil, next == nil else { return }
        let gone = current
        current = nil
        interrupt()
        gone?.done(.gone)
    }

    private func interrupt() {
        child?.signal(SIGINT)
        deadline = try? loop.after(Self.grace) { [weak self] in self?.child?.signal(SIGKILL) }
    }

    private func ask(_ showing: Showing) {
        server.withCapabilities { [weak self] capabilities in
            guard let self, next?.number == showing.number, child == nil else { return }
            next = nil
            guard let capabilities else { return showing.done(.failed("no notification server answers")) }
            spawn(showing, capabilities)
        }
    }

    private func spawn(_ showing: Showing, _ capabilities: Set<String>) {
        current = showing
        do {
            child = try ChildProcess.spawn(
                on: loop, Self.arguments(for: showing.bubble, capabilities),
                environment: ChildProcess.inheritedEnvironment, standardError: .captured
            ) { [weak self] result in self?.ended(showing, result) }
        } catch {
            current = nil
            return showing.done(.failed("notify-send: \(error)"))
        }
        let standing = showing.bubble.isCritical ? Self.standingCritical : Self.standing
        deadline = try? loop.after(standing + Self.grace, accuracy: .seconds(60)) { [weak self] in self?.interrupt() }
    }

    private func ended(_ showing: Showing, _ result: ChildProcess.Result) {
        child = nil
        deadline = nil
        let isCurrent = current?.number == showing.number
        if isCurrent { current = nil }
        if let next { ask(next) }
        guard isCurrent else { return }
        let action = result.standardOutput.split(separator: "\n").last.map(String.init) ?? ""
        switch result.ending {
        case .exited(0) where !action.isEmpty: showing.done(.pressed(action))
        case .exited(0), .killed: showing.done(.gone)
        default: showing.done(.failed("notify-send: \(result.standardError.prefix(200))"))
        }
    }

    private static func arguments(for bubble: Bubble, _ capabilities: Set<String>) -> [String] {
        let standing = bubble.isCritical ? standingCritical : standing
        var arguments = [
            "notify-send", "--app-name=Hydrated", "--icon=hydrated", "--category=x-hydrated.reminder",
            "--urgency=\(bubble.isCritical ? "critical" : "normal")", "--transient",
            "--hint=string:desktop-entry:hydrated",
            // Always told: without a time it could wait for ever.
            "--expire-time=\(standing.components.seconds * 1000)", "--wait",
        ]
        if capabilities.contains("actions") {
            // A click on the body is no button: seen, and nothing is logged.
            arguments.append("--action=default=\(Bubble.seenLabel)")
            arguments += bubble.buttons.map { "--action=\($0.action.rawValue)=\($0.label)" }
        }
        let body = escaped(bubble.body, markup: capabilities.contains("body-markup"))
        return arguments + ["--", bubble.summary.withoutNUL, body]
    }

    /// The body goes through g_strcompress, so a backslash is doubled; where the server reads markup, its signs are
    /// entities.
    static func escaped(_ text: String, markup: Bool) -> String {
        var result = ""
        for character in text.withoutNUL.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "&" where markup: result += "&amp;"
            case "<" where markup: result += "&lt;"
            case ">" where markup: result += "&gt;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension String {
    /// An argument ends at a NUL.
    fileprivate var withoutNUL: String { String(unicodeScalars.filter { $0 != "\0" }.map(Character.init)) }
}
