// SPDX-License-Identifier: Apache-2.0

import Diary
import DiaryStore
import Physiology
import Testing

@Suite("Writing the diary")
struct DiaryWritingTests {
    private let scratch = Scratch()

    @Test("every kind of entry comes back exactly, from the same store and from the next")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = EventGenerator(seed: seed)
        var drafts: [Draft] = []
        for number in 0..<60 {
            for kind in Event.Kind.allCases where kind != .retraction {
                drafts.append(
                    Draft(
                        at: random.instant(),
                        place: LocalOffset(
                            seconds: Int32.random(in: -43200...50400, using: &random), zone: random.text()),
                        recordedAt: random.instant(), token: token("\(kind.rawValue)-\(number)"),
                        event: random.event(kind)))
            }
        }
        let store = try scratch.open()
        let written = try store.append(drafts).map(\.entry)
        let expected = zip(1..., drafts).map { $1.entry(Entry.ID(Int64($0))) }
        #expect(written == expected, "seed \(seed)")
        #expect(
            try store.entries(from: .distantPast, to: .distantFuture).sorted { $0.id < $1.id } == expected,
            "seed \(seed)")
        store.close()
        let next = try scratch.open()
        #expect(
            try next.entries(from: .distantPast, to: .distantFuture).sorted { $0.id < $1.id } == expected,
            "seed \(seed)")
        #expect(try next.count() == drafts.count)
    }

    @Test("a repeated call with one token writes once and gives what was written first")
    func tokens() throws {
        let store = try scratch.open()
        let first = try store.append(draft(.drink(water), token: "a"))
        #expect(first == .appended(first.entry))
        var other = water
        other.volume = .milliliters(500)
        #expect(try store.append(draft(.drink(other), at: noon + .hours(1), token: "a")) == .already(first.entry))
        #expect(throws: DiaryStoreError.refused(.tokenTaken(by: first.entry.id))) {
            try store.append(draft(.meal, token: "a"))
        }
        #expect(throws: DiaryStoreError.refused(.tokenTaken(by: first.entry.id))) {
            try store.retract(first.entry.id, recordedAt: noon, token: token("a"))
        }
        #expect(try store.count() == 1)
    }

    @Test("several drafts are written together or not at all")
    func together() throws {
        let store = try scratch.open()
        try store.append(draft(.meal, token: "a"))
        #expect(throws: DiaryStoreError.self) {
            try store.append([draft(.stretch, token: "b"), draft(.stretch, token: "a")])
        }
        #expect(try store.count() == 1)
        #expect(
            try store.append([draft(.stretch, token: "b"), draft(.stretch, token: "b")]).map(\.entry.id.number) == [
                2, 2,
            ])
        #expect(try store.append([]).isEmpty)
        #expect(try store.count() == 2)
    }

    @Test("what the tables refuse leaves nothing behind")
    func refusedByTables() throws {
        let store = try scratch.open()
        for milliliters in [-250, 0, Double.nan] {
            var impossible = water
            impossible.volume = .milliliters(milliliters)
            guard
                case .failed? = #expect(
                    throws: DiaryStoreError.self, performing: { try store.append(draft(.drink(impossible))) })
            else {
                Issue.record("\(milliliters) ml")
                return
            }
        }
        #expect(try store.count() == 0)
        #expect(try store.append(draft(.drink(water))).entry.id.number == 1)
    }

    @Test("an entry taken back stands beside its retraction, and counts no more")
    func retraction() throws {
        let store = try scratch.open()
        let drink = try store.append(draft(.drink(water), at: noon - .days(3))).entry
        let retraction = try store.retract(drink.id, recordedAt: noon, token: token("undo"))
        #expect(retraction.entry.event == .retraction(of: drink.id))
        #expect(retraction.entry.at == drink.at)
        #expect(retraction.entry.recordedAt == noon)
        #expect(try store.entries(from: drink.at, to: drink.at + .seconds(1)) == [retraction.entry, drink])
        #expect(try store.planningWindow(endingAt: noon).isEmpty)
        // A retry of the same call is the same retraction.
        #expect(
            try store.retract(drink.id, recordedAt: noon + .hours(1), token: token("undo"))
                == .already(retraction.entry))
        #expect(throws: DiaryStoreError.refused(.alreadyRetracted(drink.id))) {
            try store.retract(drink.id, recordedAt: noon, token: token("again"))
        }
        #expect(throws: DiaryStoreError.refused(.notRetractable(retraction.entry.id, .retraction))) {
            try store.retract(retraction.entry.id, recordedAt: noon, token: token("redo"))
        }
        #expect(throws: DiaryStoreError.refused(.unknownEntry(Entry.ID(99)))) {
            try store.append(draft(.retraction(of: Entry.ID(99))))
        }
        #expect(try store.count() == 2)
    }

    @Test("undo goes back through what the person logged, newest first, and ends")
    func undo() throws {
        let store = try scratch.open()
        #expect(try store.latestUndoable() == nil)
        let shown = ShownReminder(id: ReminderID("r"), guideline: "g", volume: nil, withElectrolytes: false)
        try store.append([
            draft(.drink(water)), draft(.meal, at: noon - .hours(5)), draft(.shown(shown)),
            draft(.undelivered(shown.id)),
        ])
        let meal = try #require(try store.latestUndoable())
        #expect(meal.event == .meal)
        try store.retract(meal.id, recordedAt: noon, token: token("1"))
        let drink = try #require(try store.latestUndoable())
        #expect(drink.event == .drink(water))
        try store.retract(drink.id, recordedAt: noon, token: token("2"))
        #expect(try store.latestUndoable() == nil)
        #expect(throws: DiaryStoreError.refused(.notRetractable(Entry.ID(3), .shown))) {
            try store.retract(Entry.ID(3), recordedAt: noon, token: token("3"))
        }
    }

    @Test("two stores on one file see and number each other's entries")
    func twoStores() throws {
        let (one, other) = (try scratch.open(), try scratch.open())
        for round in 0..<20 {
            #expect(try one.append(draft(.meal)).entry.id.number == Int64(round * 2 + 1))
            #expect(try other.append(draft(.stretch)).entry.id.number == Int64(round * 2 + 2))
        }
        #expect(try one.count() == 40)
        #expect(try one.append(draft(.meal, token: "x")).entry == other.append(draft(.meal, token: "x")).entry)
        one.close()
        #expect(try other.append(draft(.meal)).entry.id.number == 42)
    }
}
