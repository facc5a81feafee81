// SPDX-License-Identifier: Apache-2.0

import ControlProtocol
import Diary
import Guidance
import Physiology
public import Systemd
import Wording

/// The daemon: everything that happens ends in ``reschedule()``, and nothing else decides.
///
/// It is bound to the thread of its loop, like all it is made of.
public final class Hydrated {
    let loop: EventLoop
    let bus: Bus
    let journal: Journal
    let configurationFiles: ConfigurationFiles
    let desk: DiaryDesk
    let server: NotificationServer
    let presenter: NotifySend
    let terminal = TerminalPresenter()
    let presenceWatch: PresenceWatch

    /// The zone that the person's clock shows.
    var zone = LocalZone.current()
    var configuration = Configuration()
    /// Nil until it has been read for the first time.
    var configurationIsWrong: Bool?
    /// The bubble that is on the desktop, as far as anybody knows.
    var bubble: ReminderID?
    /// What the journal and the desktop have been told of the diary's trouble, so that each is told once.
    var reportedFault: DiaryFault?
    var shownFault: DiaryFault?
    /// The workouts whose end, for want of another, was reported already.
    var closedWorkouts: Set<Entry.ID> = []
    /// The last waking that was reported as a fresh start.
    var reportedFreshStart: Instant?
    /// The end of the last silence of which the journal was told.
    var reportedSilence: Instant
    var isStopping = false

    var control: ExportedInterface?
    var lastPlan: Plan
    var lastTimeline: Timeline
    var published: ControlStatus
    var timer: (any Timer)?
    /// What is done when all that happened has been dealt with.
    var rest: Deferred?
    /// What must live as long as the daemon.
    var held: [any Cancellable] = []

    /// Why it cannot run.
    public enum StartError: Error, Sendable {
        /// Neither `HOME` nor the XDG directories are set.
        case noHome
        /// Somebody else has the name on the bus; the process id if the bus tells.
        case alreadyRunning(pid: Int32?)
        case system(SystemdError)
    }

    /// - Parameters:
    ///   - loop: brings the clock along, the real one or a driven one.
    ///   - bus: the session bus, attached to the loop.
    ///   - environment: where its files are.
    public init(loop: EventLoop, bus: Bus, journal: Journal, environment: [String: String]) throws(StartError) {
        guard let locations = Locations(environment: environment) else { throw .noHome }
        self.loop = loop
        self.bus = bus
        self.journal = journal
        let now = Instant(microseconds: loop.clock.realtimeMicroseconds)
        configurationFiles = ConfigurationFiles(folders: locations.configurationFolders)
        reportedSilence = now - .microseconds(1)
        desk = DiaryDesk(path: locations.diary, now: now)
        server = NotificationServer(loop: loop, bus: bus)
        presenter = NotifySend(loop: loop, server: server)
        presenceWatch = PresenceWatch(loop: loop)
        // What holds before the first plan: a person of whom nothing is known.
        lastTimeline = Timeline(
            entries: [], circumstances: configuration.circumstances(zone: zone, began: now), now: now)
        lastPlan = Planner.plan(timeline: lastTimeline, configuration: configuration, presence: .present)
        published = ControlStatus(lastPlan, configuration: configuration, presence: .present, notices: [])
    }

    var now: Instant { Instant(microseconds: loop.clock.realtimeMicroseconds) }

    /// Where the person is. A desktop without a notification server shows nothing, unless a terminal does.
    var presence: Presence {
        let place = presenceWatch.presence
        return place == .present && !isReachable ? .unreachable : place
    }

    /// Whether there is anything to show a bubble.
    var isReachable: Bool { server.isAvailable || usesTerminal }

    /// Whether bubbles go to the terminal: nobody else would show them.
    var usesTerminal: Bool { !server.isAvailable && !ServiceManager.isPresent && TerminalPresenter.isPossible }

    /// How this person is spoken to.
    var idiom: Idiom { Idiom(units: configuration.units, zone: zone) }

    /// Takes its name on the bus and begins to remind. What is wrong with the diary or the configuration does not keep
    /// it from that. Calls that come in meanwhile are answered as soon as the loop runs.
    public func start() throws(StartError) {
        do throws(SystemdError) {
            control = try bus.export(ControlInterface.make(handler: self), at: ControlName.path)
            held.append(try bus.export(Interface.logControl(of: journal), at: Interface.logControlPath))
            try bus.exitOnDisconnect()
        } catch {
            throw .system(error)
        }
        // Before the diary is touched or anything is shown: two daemons would both remind.
        try takeName()
        do throws(SystemdError) {
            rest = try loop.deferred { Footprint.giveBack() }
            timer = try loop.timer(accuracy: .seconds(1)) { [unowned self] in reschedule() }
            server.changed = { [unowned self] change in serverChanged(change) }
            try server.start()
            try watch()
        } catch {
            throw .system(error)
        }
        loadConfiguration()
        desk.open(now: now)
        do throws(SystemdError) { try watchPresence() } catch { throw .system(error) }
        reschedule()
        _ = try? ServiceManager.notify(.ready)
        // A long diary takes a while to count; nobody need wait for that.
        report(.started, JournalText.started(version: Version.current, entries: desk.count))
    }

    private func takeName() throws(StartError) {
        let request: Bus.NameRequest
        do throws(SystemdError) { request = try bus.requestName(ControlName.bus) } catch { throw .system(error) }
        if case .taken(let pid) = request { throw .alreadyRunning(pid: pid) }
    }
}
