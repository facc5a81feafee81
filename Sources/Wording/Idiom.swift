// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

/// How one person is spoken to: their units and the clock on their wall. Everything is rounded as a person would say
/// it.
public struct Idiom: Hashable, Sendable {
    public var units: UnitSystem
    public var zone: ZoneRules

    public init(units: UnitSystem = .metric, zone: ZoneRules = .utc) {
        self.units = units
        self.zone = zone
    }
}

/// Amounts.
extension Idiom {
    /// A volume that is known, such as one that was logged: "250 ml", "1.25 l", "8 fl oz".
    public func volume(_ volume: Volume) -> String { volume.formatted(units) }

    /// A volume that is only estimated, to be said after "about": 50 ml or 0.1 l, 1 or 5 fl oz.
    func rough(_ volume: Volume) -> String {
        let step: Volume =
            switch units {
            case .metric: volume.milliliters.magnitude < 975 ? .milliliters(50) : .milliliters(100)
            case .us: volume.fluidOunces.magnitude < 20 ? .fluidOunces(1) : .fluidOunces(5)
            }
        return self.volume(volume.isFinite ? volume.rounded(to: step) : .zero)
    }

    /// A volume among others that it is compared with or added to: to 10 ml or 1 fl oz.
    func close(_ volume: Volume) -> String { self.volume(rounded(volume)) }

    /// To 10 ml or 1 fl oz.
    func rounded(_ volume: Volume) -> Volume {
        guard volume.isFinite else { return .zero }
        // Adding nothing makes a zero of what rounds to the negative one.
        return volume.rounded(to: units == .metric ? .milliliters(10) : .fluidOunces(1)) + .zero
    }

    /// What is lacking, or left over, as ``close(_:)``: "340 ml short", "200 ml to spare", "even".
    func balance(_ deficit: Volume) -> String {
        let rounded = rounded(deficit)
        if rounded == .zero { return "even" }
        return rounded > .zero ? "\(volume(rounded)) short" : "\(volume(-rounded)) to spare"
    }

    /// How far a day has come: "1.25 of 2 l"; without a target, for whom none is proposed, "1.25 l".
    func share(_ part: Volume, of whole: Volume) -> String {
        guard whole > .zero else { return volume(part) }
        let (had, wanted) = (volume(part), volume(whole))
        // One unit is enough when both have the same.
        for unit in [" ml", " l", " fl oz"] where had.hasSuffix(unit) && wanted.hasSuffix(unit) {
            return "\(had.dropLast(unit.count)) of \(wanted)"
        }
        return "\(had) of \(wanted)"
    }

    /// A rate that is only estimated: "about 100 ml an hour".
    func rough(_ rate: WaterRate) -> String {
        let perHour = Volume.milliliters(rate.millilitersPerHour)
        return units == .metric && perHour.milliliters < 500
            ? "about \(volume(perHour.rounded(to: .milliliters(10)))) an hour" : "about \(rough(perHour)) an hour"
    }

    func temperature(_ temperature: Temperature) -> String {
        switch units {
        case .metric: Temperature.celsius(temperature.celsius.rounded()).formatted(units)
        case .us: temperature.formatted(units)
        }
    }

    func electrolytes(_ amount: Amount) -> String {
        let step = amount.millimoles < 50 ? 5.0 : 10
        return Amount.millimoles((amount.millimoles / step).rounded() * step).formatted(units)
    }
}

/// Times.
extension Idiom {
    /// An instant to the minute, with its day unless that is today: "14:30", "tomorrow 07:10", "Monday 08:00".
    public func time(_ instant: Instant, now: Instant) -> String {
        [day(of: instant, now: now), clock(instant)].compactMap(\.self).joined(separator: " ")
    }

    /// When something happened: "at 14:30", "yesterday at 22:10", "on 2026-11-20 at 08:00".
    func when(_ instant: Instant, now: Instant) -> String {
        let day = day(of: instant, now: now).map { $0.first?.isNumber == true ? "on \($0) " : "\($0) " }
        return "\(day ?? "")at \(clock(instant))"
    }

    /// An instant that is only estimated, to five minutes: "about 14:30", "tomorrow about 07:10".
    public func about(_ instant: Instant, now: Instant, word: String = "about") -> String {
        let step: Int64 = 300
        guard instant > .distantPast, instant < .distantFuture else { return time(instant, now: now) }
        let seconds = instant.seconds + step / 2
        let rounded = Instant(seconds: seconds - ((seconds % step) + step) % step)
        return [day(of: rounded, now: now), word, clock(rounded)].compactMap(\.self).joined(separator: " ")
    }

    /// From when to when: "18:00 to 18:45", "yesterday 23:30 to 00:15".
    func span(_ from: Instant, _ to: Instant, now: Instant) -> String {
        let isShort = zone.day(of: to).number - zone.day(of: from).number <= 1
        return "\(time(from, now: now)) to \(isShort ? clock(to) : time(to, now: now))"
    }

    private func clock(_ instant: Instant) -> String {
        let time = zone.localTime(of: instant)
        return LocalTime(hour: time.hour, minute: time.minute).text
    }

    /// The day of an instant as it is said; nil for today.
    private func day(of instant: Instant, now: Instant) -> String? {
        let day = zone.day(of: instant)
        switch day.number - zone.day(of: now).number {
        case 0: return nil
        case 1: return "tomorrow"
        case -1: return "yesterday"
        case 2...6:
            let name = day.weekday.name
            return name.prefix(1).uppercased() + name.dropFirst()
        default: return day.text
        }
    }

    /// A length of time: "40 min", "1 h 30 min", "3 days". Below an hour and a half to the minute, to five minutes
    /// when it is only estimated.
    public func duration(_ duration: Duration, isRough: Bool = false) -> String {
        let minutes = duration.minutes.magnitude
        guard minutes < 48 * 60 else { return "\(Int(min((minutes / 1440).rounded(), 1e6))) days" }
        let step = isRough && minutes >= 10 ? 5.0 : 1
        let whole = Int((minutes / step).rounded() * step)
        guard whole >= 60 else { return "\(whole) min" }
        return whole % 60 == 0 ? "\(whole / 60) h" : "\(whole / 60) h \(whole % 60) min"
    }
}

/// Weather and work.
extension Idiom {
    /// "31 °C and humid", "18 °C".
    func weather(_ climate: Climate) -> String {
        let isHumid = climate.air.celsius >= 24 && climate.humidity.percent >= 65
        return temperature(climate.air) + (isHumid ? " and humid" : "")
    }

    /// An activity as it is said in a sentence: "trail running".
    func activity(_ name: String) -> String { plain(name.split(separator: "-").joined(separator: " ")) }

    /// A name that somebody else gave, fit for one line.
    func plain(_ name: String) -> String { Quoted.plain(name) }
}

/// Text that comes from outside and goes into a sentence.
enum Quoted {
    /// `text` on one line, without control characters, cut after 60 characters.
    static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(61) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        guard scalars.count > 60 else { return String(scalars) }
        return String(String.UnicodeScalarView(scalars.dropLast())) + "…"
    }

    /// `text` in quotation marks.
    static func marked(_ text: String) -> String { "“\(plain(text))”" }
}
