// SPDX-License-Identifier: Apache-2.0

import BusTesting
import Glibc
import Systemd
import Testing

/// Each in a process of its own, since it is the environment that says who listens.
@Suite("A service manager") struct ServiceManagerTests {
    @Test("hears what it is told, in one message") func hearsWhatItIs() async {
        await #expect(processExitsWith: .success) {
            let socket = try NotifySocket()
            #expect(ServiceManager.isPresent)
            #expect(try ServiceManager.notify(.ready, .status("Next reminder 14:30\nREADY=0"), .mainPID(4)))
            #expect(socket.receive() == "READY=1\nSTATUS=Next reminder 14:30 READY=0\nMAINPID=4")
            #expect(try ServiceManager.notify(.reloading))
            #expect(socket.receive().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
            #expect(try ServiceManager.notify(.stopping, .errno(28)))
            #expect(socket.receive() == "STOPPING=1\nERRNO=28")
        }
    }

    @Test("need not be there") func needNotBeThere() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            setenv("SYSTEMD_EXEC_PID", "1", 1)
            #expect(!ServiceManager.isPresent)
            let heard = try ServiceManager.notify(.ready)
            #expect(!heard)
            setenv("SYSTEMD_EXEC_PID", "\(getpid())", 1)
            #expect(ServiceManager.isPresent)
        }
    }

    @Test("gets its watchdog fed by the loop, and not by one that hangs")
    func getsItsWatchdogFed() async {
        await #expect(processExitsWith: .success) {
            let socket = try NotifySocket()
            setenv("WATCHDOG_USEC", "100000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            let loop = try EventLoop(clock: RealClock())
            #expect(try loop.enableWatchdog())
            #expect(socket.receive() == "WATCHDOG=1")
            var pings = 0
            let source = try loop.io(socket.descriptor, .readable) { _ in
                #expect(socket.receive() == "WATCHDOG=1")
                pings += 1
            }
            try loop.runInTest { pings == 3 }
            source.cancel()
        }
    }

    @Test("may not want a watchdog") func mayNotWantA() async {
        await #expect(processExitsWith: .success) {
            unsetenv("WATCHDOG_USEC")
            let wanted = try EventLoop(clock: RealClock()).enableWatchdog()
            #expect(!wanted)
        }
    }

    @Test("sets the level of the journal over the bus") func setsTheLevelOf() throws {
        let daemon = try PrivateBus()
        let loop = try EventLoop(clock: RealClock())
        let service = try Bus(address: daemon.address)
        let client = try Bus(address: daemon.address)
        try service.attach(to: loop)
        try client.attach(to: loop)
        let journal = Journal(identifier: "cup", target: .console)
        let exported = try service.export(.logControl(of: journal), at: Interface.logControlPath)
        let target = Bus.Target(
            try service.uniqueName, Interface.logControlPath, "org.freedesktop.DBus.Properties")

        var answers: [Result<[DBusValue], BusError>] = []
        let name = DBusValue.string("org.freedesktop.LogControl1")
        for (property, value) in [("LogLevel", "debug"), ("LogTarget", "journal"), ("LogLevel", "loud")] {
            try client.callAsync(target, "Set", [name, .string(property), .variant(.string(value))]) {
                answers.append($0)
            }
        }
        try client.callAsync(target, "GetAll", [name]) { answers.append($0) }
        try loop.runInTest { answers.count == 4 }
        #expect(journal.maximum == .debug)
        #expect(journal.target == .journal)
        #expect(throws: BusError.self) { try answers[2].get() }
        #expect(
            try answers[3].get() == [
                .options([
                    "LogLevel": .string("debug"), "LogTarget": .string("journal"), "SyslogIdentifier": .string("cup"),
                ])
            ])
        exported.cancel()
    }
}

/// A datagram socket that `NOTIFY_SOCKET` names.
private final class NotifySocket {
    let descriptor: Int32
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = "\(directory.path)/notify"
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        setenv("NOTIFY_SOCKET", path, 1)
    }

    deinit {
        close(descriptor)
    }

    func receive() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }
}
