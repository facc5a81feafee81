// SPDX-License-Identifier: Apache-2.0

/// Where the configuration lies, by the XDG base directories.
public struct ConfigurationPlaces: Hashable, Sendable {
    /// The folders that hold `hydrated.conf` and `hydrated.conf.d`, the administrator's first, the person's last.
    public let folders: [String]

    /// - Parameter environment: `XDG_CONFIG_HOME`, `XDG_CONFIG_DIRS` and `HOME` of it count.
    /// - Returns: nil when it names no home.
    public init?(environment: [String: String]) {
        // The specification: a path that is not absolute is to be ignored.
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let config = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map({ $0 + "/.config" }) else { return nil }
        let shared = (environment["XDG_CONFIG_DIRS"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let system = shared.isEmpty ? ["/etc/xdg"] : shared.reversed().map(String.init)
        folders = (system + [config]).map { $0 + "/hydrated" }
    }

    public init(folders: [String]) { self.folders = folders }

    /// The person's own `hydrated.conf`.
    public var own: String { (folders.last ?? "") + "/hydrated.conf" }

    /// The files in the order in which they are read: of two that say different things the later one holds.
    ///
    /// - Parameters:
    ///   - names: the names in a folder, in any order; none when there is no such folder.
    ///   - read: the file at a path; nil when there is none.
    public func files(names: (String) -> [String], read: (String) -> SettingsFile?) -> [SettingsFile] {
        folders.flatMap { folder in
            let dropIns = folder + "/hydrated.conf.d"
            let parts = names(dropIns).sorted().filter { $0.hasSuffix(".conf") && !$0.hasPrefix(".") }
            return (["\(folder)/hydrated.conf"] + parts.map { "\(dropIns)/\($0)" }).compactMap(read)
        }
    }
}
