// SPDX-License-Identifier: Apache-2.0

import Glibc
import Physiology
import Systemd
import Wording

/// Bubbles through `notify-send`: one at a time, one child process at the most.
///
/// Its rules were found by trial (libnotify 0.8): it is withdrawn by SIGINT alone; it must be told how long to wait;
/// it ends with 1 at a server without buttons if it is given any; it waits for ever when the server dies; and it waits
/// its time out, to end with 1, when the server refuses the bubble.
final class NotifySend {
    private let loop: EventLoop
    private let server: NotificationServer
    private let environment: [String: String]
    /// How long a bubble may stand. Some servers ignore what they are told: the daemon closes it itself.
    private let standing: (Bubble) -> Duration
    private var child: ChildProcess?
    /// What the child shows, unless it was told to end.
    private var current: Showing?
    /// What is shown when the child has ended.
    private var next: Showing?
    private var deadline: (any Cancellable)?
    private var whenIdle: (() -> Void)?

    private struct Showing {
        let bubble: Bubble
        let done: (Presentation) -> Void
    }

    private static let standing = Duration.minutes(10)
    private static let standingCritical = Duration.hours(3)
    /// A question is worth finding on coming back; the planner takes it away when it has answered itself.
    private static let standingQuestion = Duration.minutes(30)
    /// How much later the server and notify-send would end it by themselves.
    private static let margin = Duration.minutes(1)
    /// What a child is given to end after it was told to.
    private static let grace = Duration.seconds(5)
    /// How often within that time it is looked at whether it can be told.
    private static let attempts = 100

    init(
        loop: EventLoop, server: NotificationServer,
        environment: [String: String] = ChildProcess.inheritedEnvironment,
        standing: @escaping (Bubble) -> Duration = NotifySend.standing
    ) {
        self.loop = loop
        self.server = server
        self.environment = environment
        self.standing = standing
    }

    /// Shows a bubble; one that is shown already is replaced.
    ///
    /// - Parameter done: called once, from the loop, unless the bubble is withdrawn or replaced before.
    func show(_ bubble: Bubble, done: @escaping (Presentation) -> Void) {
        withdraw()
        next = Showing(bubble: bubble, done: done)
        if child == nil { showNext() }
    }

    /// Takes the bubble off the desktop, if there is one.
    /// - Parameter then: called once nothing is left of it.
    func withdraw(then done: (() -> Void)? = nil) {
        next = nil
        whenIdle = done
        if current != nil { interrupt() }
        current = nil
        if child == nil {
            deadline = nil
            becomeIdle()
        }
    }

    /// The server has died: the bubble is gone, and its child would wait for ever. SIGINT would have it close a bubble
    /// at whichever server comes next.
    func serverLost() {
        guard child != nil else { return }
        let gone = current
        current = nil
        child?.signal(SIGKILL)
        gone?.done(.gone)
    }

    /// Lets the child close its bubble and end. Before it listens to SIGINT it would die of it and leave the bubble that
    /// it has just shown: it is asked again in a moment.
    private func interrupt(attempts: Int = NotifySend.attempts) {
        guard let child, let pid = child.pid else { return }
        if FileSystem.catches(SIGINT, process: pid) {
            child.signal(SIGINT)
            deadline = try? loop.after(Self.grace) { [weak self] in self?.child?.signal(SIGKILL) }
        } else if attempts > 0 {
            deadline = try? loop.after(Self.grace / Self.attempts) { [weak self] in
                self?.interrupt(attempts: attempts - 1)
            }
        } else {
            child.signal(SIGKILL)
        }
    }

    private func showNext() {
        guard let showing = next else { return }
        next = nil
        guard let capabilities = server.capabilities else { return fail(showing, "no notification server") }
        current = showing
        do {
            child = try ChildProcess.spawn(
                on: loop, arguments(for: showing.bubble, capabilities), environment: environment,
                standardError: .captured
            ) { [weak self] result in self?.ended(result) }
        } catch {
            current = nil
            server.fail()
            return fail(showing, "notify-send: \(error)")
        }
        deadline = try? loop.after(standing(showing.bubble), accuracy: .seconds(30)) { [weak self] in
            self?.interrupt()
        }
    }

    /// Says so from the loop, as of any other end.
    private func fail(_ showing: Showing, _ detail: String) {
        deadline = try? loop.after(.zero) { showing.done(.failed(detail)) }
    }

    private func ended(_ result: ChildProcess.Result) {
        child = nil
        deadline = nil
        let ended = current
        current = nil
        showNext()
        becomeIdle()
        guard let ended else { return }
        let action = result.standardOutput.split(separator: "\n").last.map(String.init) ?? ""
        switch result.ending {
        case .exited(0) where !action.isEmpty: ended.done(.pressed(action))
        case .exited(0), .killed: ended.done(.gone)
        default:
            server.fail()
            ended.done(.failed("notify-send: \(result.standardError.prefix(200))"))
        }
    }

    private func becomeIdle() {
        guard child == nil, let done = whenIdle else { return }
        whenIdle = nil
        done()
    }

    static func standing(of bubble: Bubble) -> Duration {
        if bubble.isCritical { return standingCritical }
        return bubble.isQuestion ? standingQuestion : standing
    }

    private func arguments(for bubble: Bubble, _ capabilities: Set<String>) -> [String] {
        let expiry = standing(bubble) + Self.margin
        var arguments = [
            "notify-send", "--app-name=Hydrated", "--icon=hydrated", "--category=x-hydrated.reminder",
            "--urgency=\(bubble.isCritical ? "critical" : "normal")", "--transient",
            "--hint=string:desktop-entry:hydrated",
            // Always told: without a time it could wait for ever.
            "--expire-time=\(expiry.components.seconds * 1000)", "--wait",
        ]
        let hasButtons = capabilities.contains("actions")
        if hasButtons {
            // A click on the body is no button: seen, and nothing is logged.
            arguments.append("--action=default=\(Bubble.seenLabel)")
            arguments += bubble.buttons.map { "--action=\($0.action.rawValue)=\($0.label)" }
        }
        let body = Self.escaped(
            hasButtons ? bubble.body : bubble.bodyWithoutButtons, markup: capabilities.contains("body-markup"))
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
