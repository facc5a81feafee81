// SPDX-License-Identifier: Apache-2.0

import Settings

/// Where the daemon's files are, by the XDG base directories.
public struct Locations: Sendable {
    /// The diary's file.
    public let diary: String
    /// The folders that hold `hydrated.conf` and `hydrated.conf.d`, the administrator's first.
    public let configurationFolders: [String]

    /// - Parameter environment: `XDG_STATE_HOME`, `XDG_CONFIG_HOME`, `XDG_CONFIG_DIRS` and `HOME` of it count.
    /// - Returns: nil when it names no home.
    public init?(environment: [String: String]) {
        // The specification: a path that is not absolute is to be ignored.
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map({ $0 + "/.local/state" }),
            let places = ConfigurationPlaces(environment: environment)
        else { return nil }
        diary = state + "/hydrated/diary.sqlite"
        configurationFolders = places.folders
    }
}
