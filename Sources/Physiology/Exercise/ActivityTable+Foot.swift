// SPDX-License-Identifier: Apache-2.0

// The rows of the Compendium for running, walking and hiking.

extension ActivityTable {
    /// Running, walking, hiking.
    static let onFoot: [Activity] = [
        Activity(
            "12050", "running", "Running", ["run", "runner", "road running", "running 6 mph"], .graded(8.5, 9.3, 11),
            wearing: 0.3, air: .outAndBack, kmh: 9.9, locomotion: .running),
        Activity(
            "12050", "treadmill", "Running on a treadmill", ["treadmill running", "indoor running"],
            .graded(8.5, 9.3, 11), wearing: 0.3, air: .indoors, locomotion: .running),
        Activity(
            "12020", "jogging", "Jogging", ["jog"], .graded(6.5, 7.5, 8.5), wearing: 0.3, air: .outAndBack, kmh: 7.5,
            locomotion: .running),
        Activity(
            "12140", "cross-country-running", "Cross-country running",
            ["cross country", "trail running", "trail run", "trail"], .about(9.3), wearing: 0.3, air: .outAndBack,
            kmh: 9, locomotion: .running),
        Activity(
            "12028", "running-4-mph", "Running at 4 mph (6.6 km/h)", [], .always(6.5), wearing: 0.3, air: .outAndBack,
            kmh: 6.6, locomotion: .running),
        Activity(
            "12029", "running-4.5-mph", "Running at 4.5 mph (7.3 km/h)", [], .always(7.8), wearing: 0.3,
            air: .outAndBack, kmh: 7.3, locomotion: .running),
        Activity(
            "12030", "running-5-mph", "Running at 5 mph (8.2 km/h)", [], .always(8.5), wearing: 0.3, air: .outAndBack,
            kmh: 8.2, locomotion: .running),
        Activity(
            "12045", "running-5.5-mph", "Running at 5.5 mph (9.1 km/h)", [], .always(9), wearing: 0.3, air: .outAndBack,
            kmh: 9.1, locomotion: .running),
        Activity(
            "12060", "running-6.7-mph", "Running at 6.7 mph (10.8 km/h)", [], .always(10.5), wearing: 0.3,
            air: .outAndBack, kmh: 10.8, locomotion: .running),
        Activity(
            "12070", "running-7-mph", "Running at 7 mph (11.3 km/h)", [], .always(11), wearing: 0.3, air: .outAndBack,
            kmh: 11.3, locomotion: .running),
        Activity(
            "12080", "running-7.5-mph", "Running at 7.5 mph (12.1 km/h)", [], .always(11.8), wearing: 0.3,
            air: .outAndBack, kmh: 12.1, locomotion: .running),
        Activity(
            "12090", "running-8-mph", "Running at 8 mph (12.9 km/h)", [], .always(12), wearing: 0.3, air: .outAndBack,
            kmh: 12.9, locomotion: .running),
        Activity(
            "12100", "running-8.6-mph", "Running at 8.6 mph (13.8 km/h)", [], .always(12.5), wearing: 0.3,
            air: .outAndBack, kmh: 13.8, locomotion: .running),
        Activity(
            "12110", "running-9-mph", "Running at 9 mph (14.5 km/h)", [], .always(13), wearing: 0.3, air: .outAndBack,
            kmh: 14.5, locomotion: .running),
        Activity(
            "12120", "running-10-mph", "Running at 10 mph (16.1 km/h)", [], .always(14.8), wearing: 0.3,
            air: .outAndBack, kmh: 16.1, locomotion: .running),
        Activity(
            "17190", "walking", "Walking", ["walk", "stroll", "dog walking", "walking 3 mph"], .graded(2.8, 3.8, 4.8),
            wearing: 0.5, air: .larger, kmh: 5, locomotion: .walking),
        Activity(
            "17152", "walking-2-mph", "Walking at 2 mph (3.5 km/h)", [], .always(2.8), wearing: 0.5, air: .larger,
            kmh: 3.5, locomotion: .walking),
        Activity(
            "17170", "walking-2.5-mph", "Walking at 2.5 mph (4 km/h)", [], .always(3), wearing: 0.5, air: .larger,
            kmh: 4, locomotion: .walking),
        Activity(
            "17200", "walking-3.5-mph", "Walking at 3.5 mph (6 km/h)", [], .always(4.8), wearing: 0.5, air: .larger,
            kmh: 6, locomotion: .walking),
        Activity(
            "17220", "walking-4-mph", "Walking at 4 mph (6.8 km/h)", ["brisk walking", "power walking"], .always(5.5),
            wearing: 0.5, air: .larger, kmh: 6.8, locomotion: .walking),
        Activity(
            "17302", "nordic-walking", "Nordic walking", ["pole walking"], .about(4.3), wearing: 0.5, air: .larger,
            kmh: 5, locomotion: .walking),
        Activity(
            "17080", "hiking", "Hiking", ["hike", "trekking", "trek", "rambling"], .graded(5.3, 6, 7), wearing: 0.5,
            air: .larger, kmh: 4, locomotion: .walking),
        Activity(
            "17082", "hiking-fields", "Hiking over fields and hills", ["hiking hills"], .always(5.3), wearing: 0.5,
            air: .larger, kmh: 4, locomotion: .walking),
        Activity(
            "17010", "backpacking", "Backpacking", ["hiking with a pack", "rucking"], .about(7), wearing: 0.6,
            air: .larger, kmh: 4, locomotion: .walking),
        Activity(
            "17035", "climbing-hills", "Climbing hills without a load", ["hill walking", "uphill walking"], .about(7),
            wearing: 0.5, air: .larger, kmh: 4, locomotion: .walking),
        Activity(
            "17131", "stair-climbing", "Climbing stairs", ["stairs", "stair", "steps"], .about(6.8), wearing: 0.5,
            air: .indoors),
    ]
}
