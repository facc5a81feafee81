// SPDX-License-Identifier: Apache-2.0

/// The documents behind the guidelines.
extension Source {
    static let d0 = Source(document: "D0", title: "Treatment of Muscle Spasms in Legs")
    static let d1 = Source(document: "D1", title: "How To Relieve A Spasm In The Muscles Of The Legs")
    static let d2 = Source(document: "D2", title: "Leg spasms (untitled)")
    static let d3 = Source(document: "D3", title: "What are Leg Spasms?")
    static let d3Reader = Source(document: "D3", title: "What are Leg Spasms? (a reader's comment)")
    static let d4 = Source(
        document: "D4", title: "What Can Cause Leg Cramps and Treatment To Stop Cramping of Leg Muscles")
    static let weschler = Source(
        document: "Weschler 2005", title: "Exercise-associated hyponatraemia: a mathematical review")
    static let miller = Source(
        document: "Miller 2015", title: "Exercise-associated muscle cramps, and deaths from drinking against them")
    static let army = Source(
        document: "TB MED 507", title: "Heat stress control and heat casualty management (US Army)")
    static let nhs = Source(document: "NHS", title: "Leg cramps: when to get help (NHS, nidirect)")
}
