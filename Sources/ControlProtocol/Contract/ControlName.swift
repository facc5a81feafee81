// SPDX-License-Identifier: Apache-2.0

/// What the daemon is called on the bus.
public enum ControlName {
    /// The well-known name, which also starts the daemon when somebody calls it.
    public static let bus = "org.hydrated.Hydrated1"
    public static let path = "/org/hydrated/Hydrated1"
    public static let interface = "org.hydrated.Hydrated1"
    /// What the names of the daemon's own errors begin with.
    public static let errorPrefix = "org.hydrated.Hydrated1.Error."
    /// The unit that the service manager runs it as.
    public static let unit = "hydrated.service"
}
