// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

/// How the value of a key is written, and the value it becomes.
struct ValueForm<Value: Sendable>: Sendable {
    /// The form as a diagnostic says it.
    let accepted: String
    /// Reads a text that is not empty.
    let read: @Sendable (String) throws(Rejection) -> Value

    init(_ accepted: String, read: @escaping @Sendable (String) throws(Rejection) -> Value) {
        self.accepted = accepted
        self.read = read
    }

    /// The same form for a key that may also be unset.
    var optional: ValueForm<Value?> {
        ValueForm<Value?>(accepted) { text throws(Rejection) in try read(text) }
    }
}

/// Why a value is not taken.
struct Rejection: Error, Hashable {
    var code = Diagnostic.Code.wrongValue
    /// Where in the value's UTF-8 the wrong word begins.
    var offset = 0
    var nearest: String?
}

extension ValueForm {
    /// A quantity with its unit, within a range.
    static func quantity(_ accepted: String, in range: ClosedRange<Value>) -> Self where Value: TextQuantity {
        ValueForm(accepted) { text throws(Rejection) in
            let value: Value
            do throws(QuantityError) { value = try Value(parsing: text) } catch { throw Rejection() }
            guard range.contains(value) else { throw Rejection(code: .outOfRange) }
            return value
        }
    }

    /// One of the words that an enumeration has as raw values.
    static func word() -> Self where Value: RawRepresentable<String> & CaseIterable {
        let words = Value.allCases.map(\.rawValue)
        return ValueForm(words.joined(separator: ", ")) { text throws(Rejection) in
            guard let value = Value(rawValue: text.lowercased()) else {
                throw Rejection(nearest: NearestName.of(text, among: words))
            }
            return value
        }
    }
}

extension ValueForm<Bool> {
    /// As systemd.syntax(7) writes it.
    static let flag = ValueForm("yes or no") { text throws(Rejection) in
        switch text.lowercased() {
        case "yes", "true", "on", "1": true
        case "no", "false", "off", "0": false
        default: throw Rejection()
        }
    }

    /// A switch for what protects life: it can only be on.
    static let alwaysOn = ValueForm("yes; it cannot be switched off") { text throws(Rejection) in
        guard try flag.read(text) else { throw Rejection(code: .outOfRange) }
        return true
    }
}

extension ValueForm<Int> {
    /// A calendar year. Without a clock the present is not known; a year to come makes a child of the person, for
    /// whom nothing is proposed.
    static let year = ValueForm("a year such as 1985, from 1900 on") { text throws(Rejection) in
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text) else {
            throw Rejection()
        }
        guard (1900...2100).contains(year) else { throw Rejection(code: .outOfRange) }
        return year
    }
}

extension ValueForm<Duration> {
    static func duration(_ accepted: String, in range: ClosedRange<Duration>) -> Self {
        ValueForm(accepted) { text throws(Rejection) in
            let value: Duration
            do throws(QuantityError) { value = try Duration(parsing: text) } catch { throw Rejection() }
            guard range.contains(value) else { throw Rejection(code: .outOfRange) }
            return value
        }
    }
}

extension ValueForm<LocalTime> {
    static let time = ValueForm("a time such as 07:00") { text throws(Rejection) in
        guard let time = LocalTime(text) else { throw Rejection() }
        return time
    }
}

extension ValueForm<[LocalTime]> {
    static let times = ValueForm("times such as 08:00 13:00 19:00, or none") { text throws(Rejection) in
        if text.lowercased() == "none" { return [] }
        var times: Set<LocalTime> = []
        for word in words(of: text) {
            guard let time = LocalTime(word.text) else { throw Rejection(offset: word.offset) }
            times.insert(time)
        }
        return times.sorted()
    }
}

extension ValueForm<[QuietHours.Stretch]> {
    static let stretches = ValueForm("hours such as 22:00-07:00 12:30-13:30") { text throws(Rejection) in
        var stretches: [QuietHours.Stretch] = []
        for word in words(of: text) {
            let ends = word.text.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = LocalTime(ends[0]), let to = LocalTime(ends[1]) else {
                throw Rejection(offset: word.offset)
            }
            // A whole day is what Days= is for; no time at all is nothing.
            guard from != to else { throw Rejection(code: .outOfRange, offset: word.offset) }
            stretches.append(.init(from: from, to: to))
        }
        return stretches
    }
}

extension ValueForm<Set<Weekday>> {
    static let weekdays = ValueForm("days such as Sat Sun") { text throws(Rejection) in
        var days: Set<Weekday> = []
        for word in words(of: text) {
            guard let day = Weekday(word.text) else {
                let nearest = NearestName.of(word.text, among: Weekday.allCases.map(\.name))
                throw Rejection(offset: word.offset, nearest: nearest)
            }
            days.insert(day)
        }
        return days
    }
}

extension ValueForm<Climate> {
    static let room = ValueForm("temperature and humidity such as 22C 50%, 5 to 45C and 5 to 100%") {
        text throws(Rejection) in
        let parts = words(of: text)
        guard parts.count == 2 else { throw Rejection() }
        var climate = Climate.indoor
        do throws(QuantityError) { climate.air = try Temperature(parsing: parts[0].text) } catch { throw Rejection() }
        do throws(QuantityError) { climate.humidity = try RelativeHumidity(parsing: parts[1].text) } catch {
            throw Rejection(offset: parts[1].offset)
        }
        guard (5...45).contains(climate.air.celsius) else { throw Rejection(code: .outOfRange) }
        guard (5...100).contains(climate.humidity.percent) else {
            throw Rejection(code: .outOfRange, offset: parts[1].offset)
        }
        return climate
    }
}

extension ValueForm<String> {
    /// The name of a time zone. Whether the system knows it, the system must say.
    static let zone = ValueForm("a time zone such as Europe/Berlin") { text throws(Rejection) in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            part.first?.isLetter == true
                && part.utf8.allSatisfy {
                    Unicode.Scalar($0).properties.isAlphabetic || (0x30...0x39).contains($0)
                        || [0x2B, 0x2D, 0x5F].contains($0)
                }
        }
        guard isName, text.utf8.count <= 64, text.utf8.allSatisfy({ $0 < 0x80 }) else { throw Rejection() }
        return text
    }
}

extension ValueForm<Beverage> {
    static let beverage = ValueForm("a drink that hydrated knows, such as coffee") { text throws(Rejection) in
        do throws(UnknownBeverage) { return try BeverageTable.find(text) } catch {
            throw Rejection(nearest: error.nearest.first)
        }
    }
}

extension ValueForm<Concentration> {
    /// What a litre holds of an ion.
    static func of(_ ion: Ion, _ accepted: String, upTo limit: Concentration) -> Self {
        ValueForm(accepted) { text throws(Rejection) in
            let value: Concentration
            do throws(QuantityError) { value = try Concentration(parsing: perLiter(text), of: ion) } catch {
                throw Rejection()
            }
            guard (.zero...limit).contains(value) else { throw Rejection(code: .outOfRange) }
            return value
        }
    }
}

extension ValueForm<MassConcentration> {
    static func dissolved(_ accepted: String, upTo limit: MassConcentration) -> Self {
        let form = quantity(accepted, in: .zero...limit)
        return ValueForm(accepted) { text throws(Rejection) in try form.read(perLiter(text)) }
    }
}

extension ValueForm<Double> {
    /// A part of the whole, 0 to 1.
    static let share = ValueForm("a share such as 90%") { text throws(Rejection) in
        guard text.hasSuffix("%") else { throw Rejection() }
        let share: RelativeHumidity
        // Per cent are per cent: the one grammar of them that the quantities have.
        do throws(QuantityError) { share = try RelativeHumidity(parsing: text) } catch { throw Rejection() }
        guard (0...100).contains(share.percent) else { throw Rejection(code: .outOfRange) }
        return share.percent / 100
    }
}

/// What a drink holds is always meant for a litre of it, whether that is written or not.
private func perLiter(_ text: String) -> String { text.contains("/") ? text : "\(text)/l" }

/// The words of a value, each with the place it begins at.
private func words(of text: String) -> [(text: String, offset: Int)] {
    text.split(whereSeparator: \.isWhitespace).map {
        (String($0), text.utf8.distance(from: text.startIndex, to: $0.startIndex))
    }
}
