// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// Why an entry cannot be true, with what was given and what would have been taken.
///
/// A value that is not a number is outside of every limit.
public enum Implausible: Error, Hashable, Sendable {
    /// A drink; of the limits the lower one, nothing at all, is not allowed itself.
    case volume(Volume, limits: ClosedRange<Volume>)
    /// The composition of a drink.
    case composition(Component, Double, limits: ClosedRange<Double>)
    case airTemperature(Temperature, limits: ClosedRange<Temperature>)
    case radiantTemperature(Temperature, limits: ClosedRange<Temperature>)
    case waterTemperature(Temperature, limits: ClosedRange<Temperature>)
    case humidity(RelativeHumidity, limits: ClosedRange<RelativeHumidity>)
    case wind(Speed, limits: ClosedRange<Speed>)
    case bodyMass(Mass, limits: ClosedRange<Mass>)
    case speed(Speed, limits: ClosedRange<Speed>)
    case power(Power, limits: ClosedRange<Power>)
    case metabolicRate(MetabolicEquivalent, limits: ClosedRange<MetabolicEquivalent>)
    case clothing(Clothing, limits: ClosedRange<Clothing>)

    /// Something that has happened, but only after `latest`; or a plan for later than that.
    case tooFarAhead(Instant, latest: Instant)
    case tooLongAgo(Instant, earliest: Instant)
    /// The end of a plan, a pause, a snooze or a workout that begins now, when it already lies behind.
    case alreadyOver(Instant)

    /// A workout that ends no later than it starts, or lasts too long.
    case workoutLength(Duration, longest: Duration)
    /// A workout at a time at which another was, is or, for plans, will be.
    case overlap(with: Entry.ID, from: Instant, to: Instant)
    /// A workout begun while another runs.
    case workoutRunning(Entry.ID, since: Instant)
    /// A workout stopped while none runs; `closed` is when the last one was taken to have ended.
    case noWorkoutRunning(closed: Instant?)

    /// A part of a drink's composition, with its unit.
    public enum Component: String, CaseIterable, Sendable {
        /// Of 1.
        case waterFraction
        /// Millimoles per litre.
        case sodium, potassium
        /// Milligrams per litre.
        case caffeine
        /// Per cent by volume.
        case alcohol
    }
}
