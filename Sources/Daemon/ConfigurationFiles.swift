// SPDX-License-Identifier: Apache-2.0

import Guidance
import Settings
import Systemd

/// The configuration on disk: `hydrated.conf` and its drop-ins, the administrator's and then the person's.
struct ConfigurationFiles {
    let folders: [String]

    /// Reads all of them; with an error in any line `previous` stays in force.
    func load(previous: Configuration?) -> SettingsResult { Settings.load(files, previous: previous) }

    /// How many files there are.
    var count: Int { files.count }

    private var files: [SettingsFile] {
        ConfigurationPlaces(folders: folders).files(names: FileSystem.names) { path in
            switch FileSystem.read(path) {
            case .missing: nil
            case .unreadable: SettingsFile(name: path, bytes: nil)
            case .bytes(let bytes): SettingsFile(name: path, bytes: bytes)
            }
        }
    }

    /// Calls `changed` when any of them appears, changes or goes away.
    func watch(on loop: EventLoop, _ changed: @escaping () -> Void) -> [FileWatch] {
        folders.flatMap { folder in
            [
                try? loop.watchFile(folder + "/hydrated.conf", changed),
                try? loop.watchDirectory(folder + "/hydrated.conf.d", changed),
            ].compactMap(\.self)
        }
    }
}
