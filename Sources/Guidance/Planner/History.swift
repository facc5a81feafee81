// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology

/// What has been said, answered, drunk and silenced so far, as reminders need it. Everything is in order of time.
struct History {
    struct Bubble: Hashable {
        let at: Instant
        let reminder: ShownReminder
        var isAnswered = false
        /// What was answered; nil when the button logged a drink.
        var answer: ReminderAnswer?
    }

    struct DrinkTaken: Hashable {
        let at: Instant
        let volume: Volume
        let isAnswer: Bool
        let isPlain: Bool
        /// Milligrams of caffeine.
        let caffeine: Double
    }

    struct Answered: Hashable {
        let at: Instant
        let reminder: ReminderID
        /// Nil when the button logged a drink.
        let answer: ReminderAnswer?
    }

    /// A stretch of silence that the person asked for.
    struct Silenced: Hashable {
        enum Kind: Hashable { case snooze, pause }
        let kind: Kind
        let from: Instant
        var until: Instant

        func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }
    }

    /// The bubbles that asked for a drink, or for something that goes with one.
    private(set) var bubbles: [Bubble] = []
    /// The bubbles that told to stop drinking.
    private(set) var stops: [Bubble] = []
    /// The bubbles about anything else.
    private(set) var words: [Bubble] = []
    private(set) var drinks: [DrinkTaken] = []
    private(set) var answers: [Answered] = []
    private(set) var silences: [Silenced] = []
    /// When the person last made an entry from which they may be thought up and about. Whoever a cramp has woken wants
    /// to sleep again: what is about that is none.
    private(set) var lastSign: Instant?
    /// The drink that was written down last, whenever it was had.
    private(set) var lastLogged: (entry: Entry.ID, at: Instant, drink: Drink)?
    /// Bubbles that a clock step back has put ahead of the present: their slots have been shown.
    private(set) var ahead: [Bubble] = []

    /// How far back bubbles, answers and silences matter.
    static let memory = Duration.days(7)

    /// The history in `entries` (effective, in order of time) at `now`. "Later" puts reminders off for `later`.
    init(_ entries: some Collection<Entry>, now: Instant, later: Duration) {
        var cramps: [Instant] = []
        for entry in entries {
            if case .cramp = entry.event { cramps.append(entry.at) }
            if entry.event.kind.isByPerson, !entry.event.isAbout(cramps), entry.recordedAt <= now {
                lastSign = max(lastSign ?? entry.recordedAt, entry.recordedAt)
            }
            guard entry.at <= now else {
                if case .shown(let reminder) = entry.event { ahead.append(.init(at: entry.at, reminder: reminder)) }
                continue
            }
            if case .drink(let drink) = entry.event, lastLogged.map({ $0.entry < entry.id }) ?? true {
                lastLogged = (entry.id, entry.at, drink)
            }
            take(entry.event, at: entry.at, later: later)
        }
    }

    private mutating func take(_ event: Event, at instant: Instant, later: Duration) {
        switch event {
        case .drink(let drink):
            drinks.append(
                .init(
                    at: instant, volume: drink.volume, isAnswer: drink.answers != nil, isPlain: drink.isPlain,
                    caffeine: drink.caffeine.milligramsPerLiter * drink.volume.liters))
            if let reminder = drink.answers { note(nil, to: reminder, at: instant) }
        case .answer(let reminder, let answer):
            note(answer, to: reminder, at: instant)
            if answer == .later { silences.append(.init(kind: .snooze, from: instant, until: instant + later)) }
        case .shown(let reminder):
            let bubble = Bubble(at: instant, reminder: reminder)
            if bubble.isStop {
                stops.append(bubble)
            } else if Self.ofDrinking.contains(reminder.guideline), !reminder.id.asksWhetherWorkoutRuns {
                bubbles.append(bubble)
            } else {
                words.append(bubble)
            }
        case .undelivered(let id):
            bubbles.removeAll { $0.reminder.id == id }
            words.removeAll { $0.reminder.id == id }
            stops.removeAll { $0.reminder.id == id }
        case .snooze(let until): silences.append(.init(kind: .snooze, from: instant, until: until))
        case .pause(let until): silences.append(.init(kind: .pause, from: instant, until: until))
        case .resume:
            for index in silences.indices { silences[index].until = min(silences[index].until, instant) }
        default: break
        }
    }

    private mutating func note(_ answer: ReminderAnswer?, to id: ReminderID, at instant: Instant) {
        answers.append(.init(at: instant, reminder: id, answer: answer))
        if let index = bubbles.lastIndex(where: { $0.reminder.id == id }) {
            bubbles[index].isAnswered = true
            bubbles[index].answer = answer
        }
        if let index = stops.lastIndex(where: { $0.reminder.id == id }) { stops[index].isAnswered = true }
        if let index = words.lastIndex(where: { $0.reminder.id == id }) {
            words[index].isAnswered = true
            words[index].answer = answer
        }
    }

    private static let ofDrinking = [
        GuidelineID.drinkBeforeThirst, .drinkBeforeWorkout, .drinkDuringWorkout, .drinkAfterWorkout,
        .replaceElectrolytes, .noWaterAlone,
    ].map(\.rawValue)
}

extension History {
    /// The bubble shown last, whatever it said.
    var lastBubble: Bubble? {
        [bubbles.last, words.last, stops.last].compactMap(\.self).max { $0.at < $1.at }
    }

    /// The bubble shown last that said something. To ask whether a workout still runs puts nothing else off; nor does the
    /// greeting once the person has made an entry since: they have read it, and want to see what comes of that.
    var lastSaying: Bubble? {
        let word = words.last { word in
            let isGreeting = word.reminder.guideline == ShownReminder.greetingName
            return !word.reminder.id.asksWhetherWorkoutRuns && !(isGreeting && lastSign.map { $0 > word.at } ?? false)
        }
        return [bubbles.last, word, stops.last].compactMap(\.self).max { $0.at < $1.at }
    }

    /// How often a guideline has spoken since `instant`.
    func count(of guideline: GuidelineID, since instant: Instant) -> Int {
        bubbles.reduce(0) { $0 + ($1.at >= instant && $1.reminder.guideline == guideline.rawValue ? 1 : 0) }
    }

    /// The bubbles after `instant` that proposed a drink, one with a cramp's steps too, the last first.
    func proposals(after instant: Instant) -> [Bubble] {
        [bubbles, words].flatMap { $0.reversed().prefix { $0.at > instant } }
            .filter { $0.reminder.volume != nil }.sorted { $0.at > $1.at }
    }

    /// Until when the person has asked for silence at `instant`.
    func silencedUntil(_ kind: Silenced.Kind, at instant: Instant) -> Instant? {
        silences.reduce(nil) { until, silence in
            silence.kind == kind && silence.contains(instant) ? max(until ?? silence.until, silence.until) : until
        }
    }

    /// Whether something was drunk or silenced since `instant`.
    func hasActed(since instant: Instant) -> Bool {
        drinks.last.map { $0.at >= instant } ?? false || silences.contains { $0.from >= instant }
    }

    /// What was drunk in the stretch of `length` that ends at `instant`.
    func drunk(in length: Duration, endingAt instant: Instant) -> Volume { drunk(after: instant - length) }

    /// What has been drunk after `instant`.
    func drunk(after instant: Instant) -> Volume {
        var sum = Volume.zero
        for drink in drinks.reversed() {
            guard drink.at > instant else { break }
            sum += drink.volume
        }
        return sum
    }

    /// The plain water drunk in the stretch of `length` that ends at `instant`.
    func plainWater(in length: Duration, endingAt instant: Instant) -> Volume {
        drinks.reversed().prefix { $0.at > instant - length }.reduce(.zero) { $1.isPlain ? $0 + $1.volume : $0 }
    }

    /// The caffeine taken since `instant`, in milligrams.
    func caffeine(since instant: Instant) -> Double {
        drinks.reversed().prefix { $0.at >= instant }.reduce(0) { $0 + $1.caffeine }
    }

    /// The last thing that was drunk or proposed, for a drink to come.
    var lastDrinkOrBubble: Instant? {
        let times = [drinks.last?.at, bubbles.last?.at].compactMap(\.self)
        return times.max()
    }
}

extension History.Bubble {
    /// Whether it told to stop drinking.
    var isStop: Bool { reminder.guideline == GuidelineID.tooMuchWater.rawValue }
}

extension Event {
    /// Whether it is about a cramp: one of `cramps` so far, an injury, or what was done about a cramp's bubble.
    fileprivate func isAbout(_ cramps: [Instant]) -> Bool {
        switch self {
        case .cramp, .injury: true
        case .answer(let id, _): cramps.contains(where: id.isCaused(by:))
        case .drink(let drink): drink.answers.map { cramps.contains(where: $0.isCaused(by:)) } ?? false
        default: false
        }
    }
}
