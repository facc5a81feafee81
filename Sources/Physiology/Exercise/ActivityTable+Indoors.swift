// SPDX-License-Identifier: Apache-2.0

// The rows of the Compendium for what is done in a gym, at a desk, or not at all.

extension ActivityTable {
    /// Conditioning exercise and dancing.
    static let conditioning: [Activity] = [
        Activity(
            "02054", "strength-training", "Strength training",
            ["gym", "strength", "weights", "weight training", "resistance training", "lifting", "workout", "machines"],
            .graded(2.8, 3.5, 6), wearing: 0.4, air: .indoors),
        Activity(
            "02050", "weight-lifting", "Weight lifting, vigorous",
            ["weightlifting", "powerlifting", "power lifting", "bodybuilding", "deadlifts"], .about(6), wearing: 0.4,
            air: .indoors),
        Activity(
            "02000", "aerobics", "Aerobics", ["aerobic", "step aerobics", "cardio"], .about(7.3), wearing: 0.4,
            air: .indoors),
        Activity(
            "02022", "calisthenics", "Calisthenics", ["gymnastics", "home exercise", "bodyweight", "core training"],
            .graded(2.8, 3.8, 7.5), wearing: 0.4, air: .indoors),
        Activity(
            "02020", "calisthenics-vigorous", "Calisthenics, vigorous", ["push-ups", "pull-ups", "burpees"],
            .always(7.5), wearing: 0.4, air: .indoors),
        Activity(
            "02040", "circuit-training", "Circuit training",
            ["circuit", "circuits", "kettlebell", "crossfit", "bootcamp"], .about(7.5), wearing: 0.4, air: .indoors),
        Activity(
            "02210", "hiit", "High-intensity interval training", ["interval training", "intervals", "tabata"],
            .graded(5.6, 7, 11), wearing: 0.4, air: .indoors),
        Activity(
            "02214", "hiit-vigorous", "High-intensity interval training, vigorous", [], .always(11), wearing: 0.4,
            air: .indoors),
        Activity(
            "02048", "elliptical", "Elliptical trainer", ["cross trainer", "crosstrainer", "elliptical trainer"],
            .graded(4, 5, 9), wearing: 0.4, air: .indoors),
        Activity(
            "02049", "elliptical-vigorous", "Elliptical trainer, vigorous", [], .always(9), wearing: 0.4, air: .indoors),
        Activity(
            "02065", "stair-treadmill", "Stair treadmill", ["stairmaster", "stepper", "stair machine"], .about(9.3),
            wearing: 0.4, air: .indoors),
        Activity(
            "02072", "rowing", "Rowing machine", ["row", "rowing machine", "erg", "rower", "indoor rowing"],
            .graded(5, 7.5, 11), wearing: 0.4, air: .indoors),
        Activity("02071", "rowing-100-w", "Rowing machine below 100 W", [], .always(5), wearing: 0.4, air: .indoors),
        Activity(
            "02073", "rowing-200-w", "Rowing machine at 150 to 199 W", [], .always(11), wearing: 0.4, air: .indoors),
        Activity("02105", "pilates", "Pilates", ["reformer"], .about(2.8), wearing: 0.4, air: .indoors),
        Activity("02150", "yoga", "Yoga", ["hatha yoga", "yin yoga"], .about(2.3), wearing: 0.4, air: .indoors),
        Activity("02155", "hot-yoga", "Hot yoga", ["bikram", "bikram yoga"], .about(3), wearing: 0.3, air: .indoors),
        Activity(
            "02160", "power-yoga", "Power yoga", ["vinyasa", "ashtanga", "vinyasa yoga"], .about(4), wearing: 0.4,
            air: .indoors),
        Activity("02310", "zumba", "Zumba", ["dance fitness"], .about(6.5), wearing: 0.4, air: .indoors),
        Activity(
            "03031", "vigorous-dancing", "Dancing, vigorous", ["dancing", "dance", "clubbing", "ballroom"], .about(9.8),
            wearing: 0.4, air: .indoors),
        Activity(
            "15670", "tai-chi", "Tai chi", ["qigong", "qi gong", "taichi"], .about(3.3), wearing: 0.5, air: .indoors),
    ]

    /// Hardly any exercise, and the sauna.
    static let inactivity: [Activity] = [
        Activity(
            "07021", "sitting", "Sitting quietly", ["sit", "rest", "resting"], .always(1), wearing: 0.6, air: .indoors),
        Activity("07030", "sleeping", "Sleeping", ["sleep"], .always(1), wearing: 0.6, air: .indoors),
        Activity("07040", "standing", "Standing quietly", ["stand"], .always(1.3), wearing: 0.6, air: .indoors),
        Activity(
            "11582", "desk-work", "Computer work", ["desk", "computer work", "computer", "office", "office work"],
            .always(1.3), wearing: 0.6, air: .indoors),
        Activity(
            "sauna", "sauna", "Sauna", ["steam bath", "hot bath"], .always(1.3), wearing: 0, air: .indoors,
            setting: .sauna),
    ]
}
