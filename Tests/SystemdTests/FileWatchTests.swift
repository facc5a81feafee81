// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Systemd
import Testing

@Suite("A watch on files") struct FileWatchTests {
    let loop: EventLoop
    let temporary: TemporaryDirectory
    var directory: String { temporary.path }

    init() throws {
        loop = try EventLoop(clock: RealClock())
        temporary = try TemporaryDirectory()
    }

    @Test("tells that the zone's link was replaced, as timedatectl does it")
    func tellsThatTheZone() throws {
        symlink("/usr/share/zoneinfo/Europe/Paris", "\(directory)/localtime")
        let watch = try loop.onTimeZoneChange(path: "\(directory)/localtime") { [loop] in loop.exit(0) }
        symlink("/usr/share/zoneinfo/Asia/Tokyo", "\(directory)/.localtime-new")
        rename("\(directory)/.localtime-new", "\(directory)/localtime")
        try loop.runInTest()
        watch.cancel()
    }

    @Test("does not tell of the file's neighbours") func doesNotTellOf() throws {
        let watch = try loop.watchFile("\(directory)/hydrated.conf") { Issue.record("a neighbour was reported") }
        let neighbour = try loop.watchFile("\(directory)/other.conf") { [loop] in loop.exit(0) }
        write("other.conf")
        try loop.runInTest()
        watch.cancel()
        neighbour.cancel()
    }

    @Test("tells once of all changes of an iteration") func tellsOnceOfAll() throws {
        var times = 0
        let watch = try loop.watchFile("\(directory)/hydrated.conf") { times += 1 }
        for _ in 1...5 { write("hydrated.conf") }
        let end = try loop.after(.milliseconds(50)) { [loop] in loop.exit(0) }
        try loop.runInTest()
        watch.cancel()
        end.cancel()
        #expect(times == 1)
    }

    @Test("finds a file whose directories come into being later, and go, and come again")
    func findsAFileWhose() throws {
        let folder = "\(directory)/config/hydrated"
        var steps: [() -> Void] = [
            { mkdir("\(directory)/config", 0o700) },
            { mkdir(folder, 0o700) },
            { write("config/hydrated/hydrated.conf") },
            { unlink("\(folder)/hydrated.conf") },
            { rmdir(folder) },
            { mkdir(folder, 0o700) },
            { write("config/hydrated/hydrated.conf") },
        ]
        var told = 0
        let watch = try loop.watchFile("\(folder)/hydrated.conf") { [loop] in
            told += 1
            if steps.isEmpty { loop.exit(0) } else { steps.removeFirst()() }
        }
        steps.removeFirst()()
        try loop.runInTest()
        watch.cancel()
        // Each step was told of, or the next one would not have been taken.
        #expect(told == 7)
    }

    @Test("tells of every file of a drop-in directory") func tellsOfEveryFile() throws {
        let folder = "\(directory)/hydrated.conf.d"
        var steps: [() -> Void] = [
            { mkdir(folder, 0o700) },
            { write("hydrated.conf.d/10-mass.conf") },
            { unlink("\(folder)/10-mass.conf") },
        ]
        let watch = try loop.watchDirectory(folder) { [loop] in
            if steps.isEmpty { loop.exit(0) } else { steps.removeFirst()() }
        }
        steps.removeFirst()()
        try loop.runInTest()
        watch.cancel()
    }

    @Test("survives a file where a directory should be") func survivesAFileWhere() throws {
        write("config")
        let watch = try loop.watchFile("\(directory)/config/hydrated.conf") { [loop] in loop.exit(0) }
        unlink("\(directory)/config")
        try loop.runInTest()
        watch.cancel()
    }

    private func write(_ name: String) {
        let descriptor = open("\(directory)/\(name)", O_WRONLY | O_CREAT, 0o600)
        Glibc.write(descriptor, "x", 1)
        close(descriptor)
    }
}
