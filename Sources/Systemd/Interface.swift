// SPDX-License-Identifier: Apache-2.0
// A D-Bus interface as its service declares it.

/// A D-Bus interface: what it is called, what it can do and who does it. See ``Bus/export(_:at:)``.
///
/// Arguments are written as name and signature: `["beverage": "s", "volume": "d"]`.
public struct Interface {
    public typealias Arguments = KeyValuePairs<String, String>

    public let name: String
    public let methods: [Method]
    public let properties: [Property]
    public let signals: [Signal]

    public init(_ name: String, methods: [Method] = [], properties: [Property] = [], signals: [Signal] = []) {
        self.name = name
        self.methods = methods
        self.properties = properties
        self.signals = signals
    }

    /// A method. sd-bus refuses calls whose signature is another one, before the handler is asked.
    public struct Method {
        public typealias Handler = (MethodCall) throws(BusError) -> [DBusValue]

        public let name: String
        public let input: Arguments
        public let output: Arguments
        let handler: Handler

        /// - Parameter handler: returns the values of the reply, of the declared types; what it throws is the reply.
        public init(_ name: String, in input: Arguments = [:], out output: Arguments = [:], handler: @escaping Handler)
        {
            self.name = name
            self.input = input
            self.output = output
            self.handler = handler
        }
    }

    /// What introspection says about a property's changes.
    public enum Change: Sendable {
        /// It never changes while the service has its name.
        case constant
        /// `PropertiesChanged` tells the new value; see ``ExportedInterface/propertiesChanged(_:)``.
        case emitted
        /// Nobody is told.
        case silent
    }

    /// A property, writable if it has a setter.
    public struct Property {
        public typealias Getter = () throws(BusError) -> DBusValue
        public typealias Setter = (DBusValue) throws(BusError) -> Void

        public let name: String
        public let signature: String
        public let change: Change
        let get: Getter
        let set: Setter?

        /// - Parameter set: is given values of the declared signature only.
        public init(
            _ name: String, _ signature: String, _ change: Change, get: @escaping Getter, set: Setter? = nil
        ) {
            self.name = name
            self.signature = signature
            self.change = change
            self.get = get
            self.set = set
        }
    }

    /// A signal; see ``ExportedInterface/emit(_:_:)``.
    public struct Signal {
        public let name: String
        public let arguments: Arguments

        public init(_ name: String, _ arguments: Arguments = [:]) {
            self.name = name
            self.arguments = arguments
        }
    }
}

extension Interface.Arguments {
    /// The arguments' types in a row.
    public var signature: String { map(\.value).joined() }
}

/// A call that a service has received.
public struct MethodCall {
    public let member: String
    public let path: String
    /// The caller's unique name; empty without a message bus in between.
    public let sender: String
    /// Of the method's declared signature.
    public let arguments: [DBusValue]

    /// The arguments one by one.
    public var reader: ValueReader { ValueReader(arguments) }
}
