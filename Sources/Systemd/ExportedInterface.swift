// SPDX-License-Identifier: Apache-2.0
// An interface on the bus.

import CSystemd
import Glibc

/// An interface of an object on the bus, for as long as it is kept.
public final class ExportedInterface: Cancellable {
    private let bus: Bus
    private let path: String
    private let interface: Interface
    private let table: VTable
    private let methods: [String: Interface.Method]
    private let properties: [String: Interface.Property]
    private var slot: OpaquePointer?

    init(_ interface: Interface, at path: String, on bus: Bus) throws(SystemdError) {
        self.bus = bus
        self.path = path
        self.interface = interface
        table = VTable(interface)
        methods = Dictionary(interface.methods.map { ($0.name, $0) }) { first, _ in first }
        properties = Dictionary(interface.properties.map { ($0.name, $0) }) { first, _ in first }
        try check(
            sd_bus_add_object_vtable(
                bus.raw, &slot, path, interface.name, table.rows, Unmanaged.passUnretained(self).toOpaque()),
            "sd_bus_add_object_vtable")
    }

    deinit {
        cancel()
    }

    /// Takes the interface off the object.
    public func cancel() {
        sd_bus_slot_unref(slot)
        slot = nil
    }

    /// Sends one of the interface's signals.
    /// - Throws: if the signal is not declared, or with other arguments.
    public func emit(_ signal: String, _ values: [DBusValue] = []) throws(BusError) {
        guard let declared = interface.signals.first(where: { $0.name == signal }),
            declared.arguments.signature == values.signature
        else { throw .failed("\(interface.name) declares no signal \(signal) of \(values.signature)") }
        let message = try Message { sd_bus_message_new_signal(bus.raw, $0, path, interface.name, signal) }
        try append(values, to: message.raw)
        try busCheck(sd_bus_send(bus.raw, message.raw, nil))
    }

    /// Sends `PropertiesChanged` with the present values of these properties; of none, nothing.
    public func propertiesChanged(_ names: [String]) throws(BusError) {
        guard !names.isEmpty else { return }
        try busCheck(
            withCStrings(names) { sd_bus_emit_properties_changed_strv(bus.raw, path, interface.name, $0) })
    }

    // MARK: From sd-bus

    fileprivate static func exported(_ userdata: UnsafeMutableRawPointer?) -> ExportedInterface? {
        userdata.map { Unmanaged<ExportedInterface>.fromOpaque($0).takeUnretainedValue() }
    }

    fileprivate func answer(_ call: OpaquePointer) throws(BusError) {
        let member = text(sd_bus_message_get_member(call))
        guard let method = methods[member] else { throw .failed("No method \(member)") }
        let values = try method.handler(
            MethodCall(
                member: member, path: text(sd_bus_message_get_path(call)),
                sender: text(sd_bus_message_get_sender(call)),
                arguments: try readValues(call)))
        guard values.signature == method.output.signature else {
            throw .failed("\(member) answers \(values.signature), declared is \(method.output.signature)")
        }
        let reply = try Message { sd_bus_message_new_method_return(call, $0) }
        try append(values, to: reply.raw)
        try busCheck(sd_bus_send(nil, reply.raw, nil))
    }

    fileprivate func get(_ name: String, into reply: OpaquePointer) throws(BusError) {
        guard let property = properties[name] else { throw .failed("No property \(name)") }
        let value = try property.get()
        guard value.signature == property.signature else {
            throw .failed("\(name) is \(value.signature), declared is \(property.signature)")
        }
        try append(value, to: reply)
    }

    fileprivate func set(_ name: String, from message: OpaquePointer) throws(BusError) {
        guard let set = properties[name]?.set, let value = try readValue(message) else {
            throw .failed("No writable property \(name)")
        }
        try set(value)
    }
}

/// The rows that sd-bus wants, and the C strings in them; both must outlive the slot.
private final class VTable {
    let rows: UnsafeMutablePointer<sd_bus_vtable>
    private var strings: [UnsafeMutablePointer<CChar>] = []

    init(_ interface: Interface) {
        let count = interface.methods.count + interface.properties.count + interface.signals.count + 2
        rows = .allocate(capacity: count)
        memset(rows, 0, count * MemoryLayout<sd_bus_vtable>.stride)
        var row = rows
        csystemd_vtable_start(row)
        for method in interface.methods {
            row += 1
            csystemd_vtable_method(
                row, keep(method.name), keep(method.input.signature), keep(method.output.signature),
                keep(names: method.input.map(\.key) + method.output.map(\.key)), callMethod)
        }
        for property in interface.properties {
            row += 1
            let (name, signature) = (keep(property.name), keep(property.signature))
            if property.set == nil {
                csystemd_vtable_property(row, name, signature, getProperty, property.change.flags)
            } else {
                csystemd_vtable_writable_property(
                    row, name, signature, getProperty, setProperty, property.change.flags)
            }
        }
        for signal in interface.signals {
            row += 1
            csystemd_vtable_signal(
                row, keep(signal.name), keep(signal.arguments.signature), keep(names: signal.arguments.map(\.key)))
        }
        csystemd_vtable_end(row + 1)
    }

    deinit {
        rows.deallocate()
        strings.forEach { $0.deallocate() }
    }

    private func keep(_ string: String) -> UnsafePointer<CChar> {
        keep(names: [string])
    }

    /// One name after the other, each ended by NUL, and one NUL more for an empty list.
    private func keep(names: [String]) -> UnsafePointer<CChar> {
        let characters = names.flatMap(\.utf8CString) + [0]
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
        copy.initialize(from: characters, count: characters.count)
        strings.append(copy)
        return UnsafePointer(copy)
    }
}

extension Interface.Change {
    fileprivate var flags: UInt64 {
        switch self {
        case .constant: UInt64(SD_BUS_VTABLE_PROPERTY_CONST)
        case .emitted: UInt64(SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE)
        case .silent: 0
        }
    }
}

private let callMethod: sd_bus_message_handler_t = { call, userdata, error in
    entering(userdata, error) { (exported) throws(BusError) in
        if let call { try exported.answer(call) }
    }
}

private let getProperty: sd_bus_property_get_t = { _, _, _, name, reply, userdata, error in
    entering(userdata, error) { (exported) throws(BusError) in
        if let reply { try exported.get(text(name), into: reply) }
    }
}

private let setProperty: sd_bus_property_set_t = { _, _, _, name, value, userdata, error in
    entering(userdata, error) { (exported) throws(BusError) in
        if let value { try exported.set(text(name), from: value) }
    }
}

/// Enters Swift from sd-bus, and takes a thrown error back, which sd-bus makes the reply.
private func entering(
    _ userdata: UnsafeMutableRawPointer?, _ errorOut: UnsafeMutablePointer<sd_bus_error>?,
    _ body: (ExportedInterface) throws(BusError) -> Void
) -> Int32 {
    guard let exported = ExportedInterface.exported(userdata) else { return -EINVAL }
    do {
        try body(exported)
        return 1
    } catch {
        return sd_bus_error_set(errorOut, error.name, error.message)
    }
}

func text(_ string: UnsafePointer<CChar>?) -> String {
    string.map { String(cString: $0) } ?? ""
}
