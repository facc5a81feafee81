// SPDX-License-Identifier: Apache-2.0

// The rows of the Compendium for cycling.

extension ActivityTable {
    /// Cycling, outdoors and on the spot.
    static let onWheels: [Activity] = [
        Activity(
            "01014", "cycling", "Cycling",
            ["bike", "biking", "bicycle", "bicycling", "ride", "riding", "cycle", "road bike", "road cycling"],
            .graded(4.3, 7, 9), wearing: 0.4, air: .outAndBack, kmh: 19, locomotion: .cycling),
        Activity(
            "01010", "cycling-leisure", "Cycling for leisure, below 10 mph (16 km/h)", ["cycling to work"], .always(4),
            wearing: 0.4, air: .outAndBack, kmh: 14, locomotion: .cycling),
        Activity(
            "01015", "cycling-easy", "Cycling, self-selected easy", [], .always(4.3), wearing: 0.4, air: .outAndBack,
            kmh: 15, locomotion: .cycling),
        Activity(
            "01017", "cycling-vigorous", "Cycling, self-selected vigorous", [], .always(9), wearing: 0.4,
            air: .outAndBack, kmh: 23, locomotion: .cycling),
        Activity(
            "01020", "cycling-10-mph", "Cycling at 10 to 11.9 mph (16 to 19 km/h)", [], .always(6.8), wearing: 0.4,
            air: .outAndBack, kmh: 17.6, locomotion: .cycling),
        Activity(
            "01030", "cycling-12-mph", "Cycling at 12 to 13.9 mph (19 to 22 km/h)", [], .always(8), wearing: 0.4,
            air: .outAndBack, kmh: 20.8, locomotion: .cycling),
        Activity(
            "01040", "cycling-14-mph", "Cycling at 14 to 15.9 mph (22 to 26 km/h)", [], .always(10), wearing: 0.4,
            air: .outAndBack, kmh: 24.1, locomotion: .cycling),
        Activity(
            "01050", "cycling-16-mph", "Cycling at 16 to 19 mph (26 to 31 km/h)", [], .always(12), wearing: 0.4,
            air: .outAndBack, kmh: 28.2, locomotion: .cycling),
        Activity(
            "01060", "cycling-20-mph", "Cycling above 20 mph (32 km/h)", ["cycling race", "bike race"], .always(16.8),
            wearing: 0.4, air: .outAndBack, kmh: 33.8, locomotion: .cycling),
        Activity(
            "01009", "mountain-biking", "Mountain biking", ["mtb", "mountain bike", "gravel"], .about(8.5),
            wearing: 0.4, air: .outAndBack, kmh: 15, locomotion: .cycling),
        Activity(
            "01088", "e-bike", "Riding an e-bike with high support", ["ebike", "pedelec", "electric bike"], .about(4),
            wearing: 0.5, air: .outAndBack, kmh: 20),
        Activity(
            "01200", "stationary-bike", "Stationary bike",
            [
                "exercise bike", "indoor bike", "indoor cycling", "bike trainer", "turbo trainer", "home trainer",
                "ergometer", "zwift",
            ], .graded(4, 6.8, 8), wearing: 0.4, air: .indoors, locomotion: .cycling),
        Activity(
            "01214", "stationary-bike-50-w", "Stationary bike at 50 W", [], .always(4), wearing: 0.4, air: .indoors,
            locomotion: .cycling),
        Activity(
            "01220", "stationary-bike-100-w", "Stationary bike at 90 to 100 W", [], .always(6), wearing: 0.4,
            air: .indoors, locomotion: .cycling),
        Activity(
            "01228", "stationary-bike-150-w", "Stationary bike at 126 to 150 W", [], .always(8), wearing: 0.4,
            air: .indoors, locomotion: .cycling),
        Activity(
            "01232", "stationary-bike-200-w", "Stationary bike at 151 to 199 W", [], .always(10.3), wearing: 0.4,
            air: .indoors, locomotion: .cycling),
        Activity(
            "01270", "spin-class", "Spin class", ["spin", "spinning"], .about(9), wearing: 0.4, air: .indoors,
            locomotion: .cycling),
    ]
}
