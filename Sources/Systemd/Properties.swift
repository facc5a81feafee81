// SPDX-License-Identifier: Apache-2.0
// The properties of others.

extension Bus {
    /// Reads a property and waits for the answer.
    public func property(_ target: Target, _ name: String, timeout: Duration = callTimeout) throws(BusError)
        -> DBusValue
    {
        try single(call(target.properties, "Get", [.string(target.interface), .string(name)], timeout: timeout))
    }

    /// Reads all properties of an interface in one round and waits for the answer.
    public func allProperties(_ target: Target, timeout: Duration = callTimeout) throws(BusError)
        -> [String: DBusValue]
    {
        var reader = ValueReader(try call(target.properties, "GetAll", [.string(target.interface)], timeout: timeout))
        return try reader.next()
    }

    /// Writes a property and waits until it is written.
    public func setProperty(_ target: Target, _ name: String, _ value: DBusValue, timeout: Duration = callTimeout)
        throws(BusError)
    {
        _ = try call(
            target.properties, "Set", [.string(target.interface), .string(name), .variant(value)], timeout: timeout)
    }

    /// Reads a property; the loop calls the completion once.
    @discardableResult
    public func propertyAsync(
        _ target: Target, _ name: String, timeout: Duration = callTimeout,
        completion: @escaping (Result<DBusValue, BusError>) -> Void
    ) throws(BusError) -> PendingCall {
        try callAsync(
            target.properties, "Get", [.string(target.interface), .string(name)], timeout: timeout
        ) { result in
            completion(Result { () throws(BusError) in try single(try result.get()) })
        }
    }

    /// Reads all properties of an interface in one round; the loop calls the completion once.
    @discardableResult
    public func allPropertiesAsync(
        _ target: Target, timeout: Duration = callTimeout,
        completion: @escaping (Result<[String: DBusValue], BusError>) -> Void
    ) throws(BusError) -> PendingCall {
        try callAsync(target.properties, "GetAll", [.string(target.interface)], timeout: timeout) { result in
            completion(
                Result { () throws(BusError) in
                    var reader = ValueReader(try result.get())
                    return try reader.next()
                })
        }
    }
}

extension Bus.Target {
    fileprivate var properties: Bus.Target {
        Bus.Target(destination, path, "org.freedesktop.DBus.Properties", startsService: startsService)
    }
}

/// The value in the variant that `Get` answers.
private func single(_ values: [DBusValue]) throws(BusError) -> DBusValue {
    guard values.count == 1, case .variant(let value) = values[0] else {
        throw .invalidArguments("Expected v, got \(values.signature)")
    }
    return value
}
