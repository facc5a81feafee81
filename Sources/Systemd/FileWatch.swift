// SPDX-License-Identifier: Apache-2.0
// Files that change, by inotify.

import CSystemd
import Glibc

extension EventLoop {
    /// Calls the handler, once for all changes of an iteration, when a file appears, is written, replaced or removed.
    ///
    /// Watched is the directory, so that a file replaced by an editor is still the file; of a symbolic link it is
    /// the link that is watched. Where directories are missing, the nearest that exists is watched until they appear.
    /// - Parameter path: absolute.
    public func watchFile(_ path: String, _ handler: @escaping () -> Void) throws(SystemdError) -> FileWatch {
        let components = FileWatch.components(of: path)
        return try FileWatch(on: self, directory: components.dropLast(), name: components.last, handler)
    }

    /// Like ``watchFile(_:_:)`` for every file that lies directly in a directory, and for the directory itself.
    /// - Parameter path: absolute.
    public func watchDirectory(_ path: String, _ handler: @escaping () -> Void) throws(SystemdError) -> FileWatch {
        try FileWatch(on: self, directory: FileWatch.components(of: path)[...], name: nil, handler)
    }

    /// Calls the handler when the system's time zone is set.
    /// - Parameter path: the link that names the zone.
    public func onTimeZoneChange(path: String = "/etc/localtime", _ handler: @escaping () -> Void)
        throws(SystemdError) -> FileWatch
    {
        try watchFile(path, handler)
    }
}

/// A watch on one file, or on all files of one directory.
public final class FileWatch: Cancellable {
    private let loop: EventLoop
    /// The directory that is to be watched, and the one file of interest in it.
    private let directory: ArraySlice<String>
    private let name: String?
    /// How many of the directory's components are there and watched.
    private var depth = 0
    private var source: Source?
    private var settle: Deferred?
    private var lost = false

    private static let changes =
        IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR
    private static let end = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT

    fileprivate init(
        on loop: EventLoop, directory: ArraySlice<String>, name: String?, _ handler: @escaping () -> Void
    ) throws(SystemdError) {
        self.loop = loop
        self.directory = directory
        self.name = name
        settle = try loop.deferred { [unowned self] in
            // The root directory is always there; that inotify runs out of watches is told at the start.
            if lost { try? attach() }
            handler()
        }
        try attach()
    }

    public func cancel() {
        source?.cancel()
        settle?.cancel()
    }

    fileprivate static func components(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    /// Watches the directory or its nearest ancestor.
    private func attach() throws(SystemdError) {
        lost = false
        depth = directory.count
        repeat {
            do {
                source = try watch(path(depth))
                break
            } catch  where depth > 0 && [ENOENT, ENOTDIR, EACCES, ELOOP].contains(error.errno) {
                depth -= 1
            }
        } while true
        // What came into being in the meantime has told nobody.
        while depth < directory.count, let deeper = try? watch(path(depth + 1)) {
            source = deeper
            depth += 1
        }
    }

    private func watch(_ path: String) throws(SystemdError) -> Source {
        let receive = { [unowned self] (event: Source.Event) in
            if case .file(let mask, let name) = event { changed(mask, name) }
        }
        return try Source("sd_event_add_inotify", receive) { source, userdata in
            sd_event_add_inotify(
                loop.raw, source, path, UInt32(FileWatch.changes),
                { _, event, userdata in
                    guard let event else { return 0 }
                    // The name follows the structure, and is there only in a directory's events.
                    let name =
                        event.pointee.len == 0
                        ? ""
                        : String(
                            cString: UnsafeRawPointer(event + 1)
                                .assumingMemoryBound(to: CChar.self))
                    return Source.fire(userdata, .file(mask: event.pointee.mask, name: name))
                }, userdata)
        }
    }

    private func changed(_ mask: UInt32, _ changedName: String) {
        if mask & UInt32(FileWatch.end) != 0 {
            lost = true
        } else if depth < directory.count {
            guard changedName == directory[directory.startIndex + depth] else { return }
            lost = true
        } else if let name, name != changedName, mask & UInt32(IN_Q_OVERFLOW) == 0 {
            return
        }
        settle?.schedule()
    }

    private func path(_ depth: Int) -> String {
        "/" + directory.prefix(depth).joined(separator: "/")
    }
}
