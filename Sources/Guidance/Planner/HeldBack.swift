// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// What a pause, a snooze or quiet hours held back: something that would have been shown without them.
public struct HeldBack: Hashable, Sendable {
    /// From when on, the last time.
    public let since: Instant
    /// Until when it would have been said: the end of the silence, unless it was no longer true before that.
    public let until: Instant
    /// What kept silent at ``since``: ``Silence/paused``, ``Silence/snoozed`` or ``Silence/quietHours``.
    public let silence: Silence
    /// The guideline that would have spoken at ``until``.
    public let guideline: GuidelineID
    /// When the silence ended.
    public let end: Instant

    /// Whether it was still true when the silence ended.
    public var isOpen: Bool { until == end }

    /// What is kept for less is no news.
    static let shortest = Duration.minutes(5)
}

extension Planner {
    /// What the silence that ended at `end` held back; nil when none ended then, or when it was nothing.
    ///
    /// - Parameter timeline: of `end` or later.
    public static func heldBack(endingAt end: Instant, timeline: Timeline, configuration: Configuration) -> HeldBack? {
        let situation = Situation(timeline, configuration, .present)
        return HeldBack.silence(in: situation, endingAfter: end - .microseconds(1), notAfter: end)
            .flatMap { HeldBack(during: $0, in: situation) }
    }
}

extension HeldBack {
    /// What the last silence held back, for as long as the next bubble could say so: one bubble's lifetime, and until
    /// any bubble is shown. It depends on the diary and the settings alone.
    static func untold(in situation: Situation) -> HeldBack? {
        let at = situation.at
        guard let silence = silence(in: situation, endingAfter: at - Arbiter.lifetime, notAfter: at),
            situation.history.lastBubble.map({ $0.at < silence.upperBound }) ?? true
        else { return nil }
        return HeldBack(during: silence, in: situation)
    }

    /// The last stretch of silence that ended in the time given, however many pauses, snoozes and quiet hours it was made
    /// of; nil when there is none, or another has begun.
    fileprivate static func silence(
        in situation: Situation, endingAfter earliest: Instant, notAfter latest: Instant
    ) -> Range<Instant>? {
        let timeline = situation.timeline
        let quiet = situation.configuration.quiet
        let silences = situation.history.silences
        // Mostly there is neither.
        guard !silences.isEmpty || quiet != QuietHours() else { return nil }
        let zone = timeline.circumstances.zone
        func isSilent(_ instant: Instant) -> Bool {
            silences.contains { $0.contains(instant) } || quiet.contains(instant, in: zone)
        }
        let edges = (silences.flatMap { [$0.from, $0.until] } + quiet.edges(of: timeline.days, in: zone))
            .filter { $0 <= latest }.sorted(by: >)
        guard let end = edges.first(where: { !isSilent($0) && isSilent($0 - .microseconds(1)) }), end > earliest,
            !isSilent(latest),
            let start = edges.first(where: { $0 < end && !isSilent($0 - .microseconds(1)) })
        else { return nil }
        return start..<end
    }

    /// Lives through the silence again, entry by entry as they were written down, and asks what would have been shown
    /// without it. Where the person was is not known any more; they count as present.
    fileprivate init?(during silence: Range<Instant>, in situation: Situation) {
        let timeline = situation.timeline
        let recorded = timeline.entries.map(\.recordedAt).filter { silence.contains($0) && $0 > silence.lowerBound }
        let cuts = [silence.lowerBound] + Set(recorded).sorted() + [silence.upperBound]
        var run: (since: Instant, silence: Silence, guideline: GuidelineID)?
        var last: (since: Instant, until: Instant, silence: Silence, guideline: GuidelineID)?
        func stop(at instant: Instant) {
            if let ended = run, instant - ended.since >= Self.shortest {
                last = (ended.since, instant, ended.silence, ended.guideline)
            }
            run = nil
        }
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            let then = Situation(
                Timeline(
                    entries: timeline.entries.filter { $0.recordedAt <= from },
                    circumstances: timeline.circumstances, now: from),
                situation.configuration, .present)
            let changes = Arbiter(then).changes().filter { $0 > from && $0 < to }
            for instant in [from] + Set(changes).sorted() {
                let seen = then.seen(at: instant)
                if case .show(let reminder) = Arbiter(seen, ignoringSilence: true).decision() {
                    let kind = Arbiter(seen).silence ?? .quietHours
                    run = (run?.since ?? instant, run?.silence ?? kind, reminder.guideline)
                } else {
                    stop(at: instant)
                }
            }
        }
        stop(at: silence.upperBound)
        guard let last else { return nil }
        self.init(
            since: last.since, until: last.until, silence: last.silence, guideline: last.guideline,
            end: silence.upperBound)
    }
}
