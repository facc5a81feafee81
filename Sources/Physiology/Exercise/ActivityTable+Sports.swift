// SPDX-License-Identifier: Apache-2.0

// The rows of the Compendium for sports and for what is done in water.

extension ActivityTable {
    /// Ball games and other sports.
    static let games: [Activity] = [
        Activity(
            "15610", "soccer", "Soccer",
            ["football", "5-a-side", "five-a-side", "5aside", "7-a-side", "futsal", "kickabout", "indoor soccer"],
            .graded(5.6, 7, 9.5), wearing: 0.4, air: .larger, kmh: 7),
        Activity(
            "15605", "soccer-match", "Soccer, competitive", ["football match", "soccer game", "11-a-side"],
            .always(9.5), wearing: 0.4, air: .larger, kmh: 8),
        Activity(
            "15055", "basketball", "Basketball", ["hoops", "streetball"], .graded(6, 7.5, 8), wearing: 0.4,
            air: .larger, kmh: 5),
        Activity(
            "15040", "basketball-game", "Basketball game", ["basketball match"], .always(8), wearing: 0.4, air: .larger,
            kmh: 5),
        Activity(
            "15675", "tennis", "Tennis", ["tennis doubles", "padel"], .graded(5.4, 6.8, 8), wearing: 0.4, air: .larger,
            kmh: 4),
        Activity(
            "15690", "tennis-singles", "Tennis singles", ["tennis match"], .always(8), wearing: 0.4, air: .larger,
            kmh: 4),
        Activity(
            "15720", "volleyball", "Volleyball", ["indoor volleyball"], .about(3), wearing: 0.4, air: .larger, kmh: 2),
        Activity(
            "15725", "beach-volleyball", "Beach volleyball", ["beachvolleyball"], .about(8), wearing: 0.2, air: .larger,
            kmh: 3),
        Activity("15030", "badminton", "Badminton", ["shuttlecock"], .about(5.5), wearing: 0.4, air: .larger, kmh: 3),
        Activity(
            "15660", "table-tennis", "Table tennis", ["ping-pong", "pingpong"], .about(4), wearing: 0.4, air: .larger,
            kmh: 1),
        Activity(
            "15530", "racquetball", "Racquetball", ["racketball", "squash"], .about(7), wearing: 0.4, air: .larger,
            kmh: 4),
        Activity("15255", "golf", "Golf", ["golfing"], .about(4.5), wearing: 0.5, air: .larger, kmh: 4),
        Activity(
            "15350", "field-hockey", "Field hockey", ["hockey on grass"], .about(7.8), wearing: 0.4, air: .larger,
            kmh: 6),
        Activity("15360", "ice-hockey", "Ice hockey", ["hockey on ice"], .about(8), wearing: 1, air: .larger, kmh: 10),
        Activity(
            "15560", "rugby", "Rugby", ["rugby union", "touch rugby"], .about(8.3), wearing: 0.5, air: .larger, kmh: 6),
        Activity(
            "15430", "martial-arts", "Martial arts",
            ["judo", "karate", "taekwondo", "kickboxing", "jiu-jitsu", "bjj", "mma"], .about(10.3), wearing: 0.6,
            air: .indoors),
        Activity(
            "15537", "climbing", "Climbing", ["rock climbing", "bouldering", "climb"], .about(5.8), wearing: 0.4,
            air: .indoors),
        Activity(
            "15551", "rope-jumping", "Rope jumping", ["jump rope", "jumping rope", "skipping", "skipping rope"],
            .about(11.8), wearing: 0.4, air: .indoors),
    ]

    /// Water activities.
    static let inWater: [Activity] = [
        Activity(
            "18290", "swimming", "Swimming", ["swim", "laps", "crawl", "freestyle", "pool"], .graded(5.8, 8, 9.8),
            wearing: 0, air: .indoors, setting: .water),
        Activity(
            "18240", "swimming-slow", "Swimming laps, slow", ["slow laps", "breaststroke"], .always(5.8), wearing: 0,
            air: .indoors, setting: .water),
        Activity(
            "18230", "swimming-fast", "Swimming laps, fast", ["fast laps"], .always(9.8), wearing: 0, air: .indoors,
            setting: .water),
        Activity(
            "18300", "swimming-open-water", "Swimming in open water",
            ["open water", "open water swimming", "lake swimming", "sea swimming"], .about(6), wearing: 0,
            air: .indoors, setting: .water),
        Activity(
            "02120", "water-aerobics", "Water aerobics", ["aqua aerobics", "aquafit", "aqua jogging"], .about(5.3),
            wearing: 0, air: .indoors, setting: .water),
    ]
}
