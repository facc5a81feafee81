// SPDX-License-Identifier: Apache-2.0

import Systemd
import Testing

/// A notification server that does what a test says.
final class BubbleServer {
    /// A bubble as it was asked for.
    struct Bubble {
        let id: UInt32
        let app: String
        let replaces: UInt32
        let icon: String
        let summary: String
        let body: String
        /// The labels of the buttons by their actions.
        let labels: [String: String]
        let hints: [String: DBusValue]
        /// In milliseconds.
        let expiry: Int32
        var isOpen = true
    }

    private(set) var bubbles: [Bubble] = []
    /// How often it was asked what it can do.
    private(set) var questions = 0
    /// A button that is pressed in the very moment in which a bubble is taken back.
    var pressedLate: String?
    private let bus: Bus
    private var exported: ExportedInterface?

    static let name = "org.freedesktop.Notifications"

    /// - Parameter loop: nil for a server that hangs: it has the name, and never answers.
    init(on loop: EventLoop?, at address: String, capabilities: [String] = ["actions", "body"]) throws {
        bus = try Bus(address: address)
        if let loop {
            try bus.attach(to: loop)
            exported = try bus.export(interface(capabilities), at: "/org/freedesktop/Notifications")
        }
        try #require(try bus.requestName(Self.name) == .acquired)
    }

    var open: [Bubble] { bubbles.filter(\.isOpen) }

    /// Presses a button of a bubble, or several before it goes away by that; or one that has gone.
    func press(_ actions: String..., on bubble: Bubble) throws {
        for action in actions { try exported?.emit("ActionInvoked", [.uint32(bubble.id), .string(action)]) }
        try close(bubble.id, reason: 2)
    }

    /// Lets a bubble's time run out.
    func expire(_ bubble: Bubble) throws { try close(bubble.id, reason: 1) }

    /// Leaves the bus, with whatever it showed.
    func die() { bus.close() }

    private func close(_ id: UInt32, reason: UInt32) throws {
        guard let index = bubbles.firstIndex(where: { $0.id == id && $0.isOpen }) else { return }
        bubbles[index].isOpen = false
        try exported?.emit("NotificationClosed", [.uint32(id), .uint32(reason)])
    }

    private func interface(_ capabilities: [String]) -> Interface {
        Interface(
            Self.name,
            methods: [
                .init("GetCapabilities", out: ["capabilities": "as"]) { [unowned self] _ throws(BusError) in
                    questions += 1
                    return [capabilities.dbusValue]
                },
                .init("GetServerInformation", out: ["name": "s", "vendor": "s", "version": "s", "spec": "s"]) { _ in
                    [.string("bubbles"), .string("hydrated"), .string("1"), .string("1.2")]
                },
                .init(
                    "Notify",
                    in: [
                        "app": "s", "replaces": "u", "icon": "s", "summary": "s", "body": "s", "actions": "as",
                        "hints": "a{sv}", "expiry": "i",
                    ], out: ["id": "u"]
                ) { [unowned self] call throws(BusError) in [.uint32(try take(call.reader))] },
                .init("CloseNotification", in: ["id": "u"]) { [unowned self] call throws(BusError) in
                    var reader = call.reader
                    let id: UInt32 = try reader.next()
                    if let pressedLate {
                        try? exported?.emit("ActionInvoked", [.uint32(id), .string(pressedLate)])
                    }
                    try? close(id, reason: 3)
                    return []
                },
            ],
            signals: [
                .init("NotificationClosed", ["id": "u", "reason": "u"]),
                .init("ActionInvoked", ["id": "u", "action": "s"]),
            ])
    }

    private func take(_ arguments: ValueReader) throws(BusError) -> UInt32 {
        var reader = arguments
        let (app, replaces, icon): (String, UInt32, String) = (try reader.next(), try reader.next(), try reader.next())
        let (summary, body): (String, String) = (try reader.next(), try reader.next())
        let actions: [String] = try reader.next()
        var labels: [String: String] = [:]
        for index in stride(from: 0, to: actions.count - 1, by: 2) { labels[actions[index]] = actions[index + 1] }
        let bubble = Bubble(
            id: UInt32(bubbles.count + 1), app: app, replaces: replaces, icon: icon, summary: summary, body: body,
            labels: labels, hints: try reader.next(), expiry: try reader.next())
        bubbles.append(bubble)
        return bubble.id
    }
}
