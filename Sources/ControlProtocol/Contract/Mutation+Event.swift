// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

extension Mutation {
    /// What it writes into a diary at `now`, and when that is about.
    ///
    /// Whether that is plausible, and whether what it answers or takes back is there, is for the diary to say.
    ///
    /// - Parameters:
    ///   - climate: the climate that counts now; workouts take from it what is not said of theirs.
    ///   - question: what is being asked that such an answer would be given to; nil when nothing is. Only an answer that
    ///     names no reminder asks for it.
    ///   - undoable: the entry that an undo takes back; nil when there is none. Only an undo asks for it.
    /// - Throws: ``ControlError/unknownBeverage(_:nearest:)`` and ``ControlError/unknownActivity(_:nearest:)`` for
    ///   names that say nothing, ``ControlError/unknownReminder(_:)`` for an answer to nothing,
    ///   ``ControlError/nothingToUndo``, and what `undoable` throws.
    public func event(
        now: Instant, configuration: Configuration, climate: @autoclosure () -> Climate,
        question: (ReminderAnswer) -> ReminderID?,
        undoable: @autoclosure () throws(ControlError) -> Entry.ID?
    ) throws(ControlError) -> (event: Event, at: Instant) {
        func details(_ activity: String, _ options: WorkoutOptions) throws(ControlError) -> WorkoutDetails {
            do throws(UnknownActivity) {
                return options.details(of: try ActivityTable.find(activity).name, base: climate())
            } catch {
                throw .unknownActivity(error.input, nearest: error.nearest)
            }
        }
        switch self {
        case .logDrink(let request): return (.drink(try request.drink(configuration)), request.at ?? now)
        case .logWorkout(let request):
            let details = try details(request.activity, request.options)
            return (.workout(details, end: request.end ?? now), request.start ?? now)
        case .planWorkout(let request):
            let details = try details(request.activity, request.options)
            return (.plannedWorkout(details, end: request.end ?? now), request.start ?? now)
        case .startWorkout(let request):
            let start = request.at ?? now
            let details = try details(request.activity, request.options)
            return (.workoutStarted(details, expectedEnd: request.duration.map { start + $0 }), start)
        case .stopWorkout(let at, let recoversQuickly):
            return (.workoutStopped(recoversQuickly: recoversQuickly), at ?? now)
        case .logClimate(let request): return (.climate(request.reading(configuration.indoor)), request.at ?? now)
        case .logBodyMass(let mass, let moment, let at): return (.bodyMass(mass, moment), at ?? now)
        case .logCramp(let cramp, let at): return (.cramp(cramp), at ?? now)
        case .logInjury(let injury, let at): return (.injury(injury), at ?? now)
        case .logMeal(let at): return (.meal, at ?? now)
        case .logStretch(let at): return (.stretch, at ?? now)
        case .answer(let reminder, let answer):
            guard let asked = reminder ?? question(answer) else { throw .unknownReminder(ReminderID("")) }
            return (.answer(asked, answer), now)
        case .snooze(let duration): return (.snooze(until: now + duration), now)
        case .pause(let until): return (.pause(until: until), now)
        case .resume: return (.resume, now)
        case .undo:
            guard let undoable = try undoable() else { throw .nothingToUndo }
            return (.retraction(of: undoable), now)
        case .retract(let id): return (.retraction(of: id), now)
        }
    }
}

extension DrinkRequest {
    fileprivate func drink(_ configuration: Configuration) throws(ControlError) -> Drink {
        do throws(UnknownBeverage) {
            let beverage = try configuration.beverage(named: beverage.isEmpty ? "water" : beverage)
            let volume = volume ?? configuration.servings[beverage.name] ?? configuration.reminders.cup
            return Drink(beverage, volume: volume, answers: answers)
        } catch {
            throw .unknownBeverage(error.input, nearest: error.nearest)
        }
    }
}

extension ClimateRequest {
    /// What is not said of the climate is as it usually is inside.
    fileprivate func reading(_ usual: Climate) -> ClimateReading {
        let climate = Climate(
            air: temperature, humidity: humidity ?? usual.humidity, wind: wind ?? usual.wind, sun: sun ?? .shade)
        return ClimateReading(climate: climate, isIndoor: isIndoor, waterTemperature: water)
    }
}
