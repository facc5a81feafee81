// SPDX-License-Identifier: Apache-2.0

import Diary
import Physiology
import Testing

@Suite("Workouts as entries tell of them")
struct TimelineWorkoutTests {
    @Test("a start and a stop make a workout")
    func startAndStop() {
        var story = Story()
        story.at(18, .workoutStarted(.run, expectedEnd: nil))
        story.at(18.75, .workoutStopped)
        let workouts = story.workouts(20)
        #expect(workouts.count == 1)
        #expect(workouts[0] == (.done, 18, 18.75))
    }

    @Test("one that runs without a plan is expected to go on for an hour, at every instant")
    func expected() throws {
        var story = Story()
        story.at(18, .workoutStarted(.run, expectedEnd: nil))
        for hour in [18.0, 18.5, 19.25] {
            let workout = try #require(story.timeline(at: hour).workout(at: Story.instant(hour)))
            #expect(workout.status == .running)
            #expect(workout.end == Story.instant(hour + 1))
        }
        // Asked beforehand, the answer is the same.
        #expect(story.timeline(at: 18).workout(at: Story.instant(19.25))?.end == Story.instant(20.25))
    }

    @Test("one with a plan ends with it, and is followed on if nobody stops it")
    func planned() throws {
        var story = Story()
        story.at(18, .workoutStarted(.run, expectedEnd: Story.instant(19)))
        #expect(story.timeline(at: 18.5).workout(at: Story.instant(18.5))?.end == Story.instant(19))
        #expect(story.timeline(at: 19.1).workout(at: Story.instant(19.1))?.end == Story.instant(20.1))
    }

    @Test("left running, it is closed at three hours once half an hour more has passed")
    func leftRunning() {
        var story = Story()
        story.at(14, .workoutStarted(.run, expectedEnd: nil))
        #expect(story.workouts(17.4)[0].status == .running)
        #expect(story.workouts(17.5)[0] == (.closed, 14, 17))
        // Somebody says when it ended.
        story.at(17.2, .workoutStopped, made: 17.9)
        #expect(story.workouts(18)[0] == (.done, 14, 17.2))
    }

    @Test("with a plan of two hours, at four")
    func leftRunningLonger() {
        var story = Story()
        story.at(14, .workoutStarted(.run, expectedEnd: Story.instant(16)))
        #expect(story.workouts(18.4)[0].status == .running)
        #expect(story.workouts(18.5)[0] == (.closed, 14, 18))
    }

    @Test("it never runs overnight, but for what was planned")
    func overnight() {
        var story = Story()
        story.at(18, .workoutStarted(.run, expectedEnd: Story.instant(22)))
        #expect(story.workouts(31)[0] == (.closed, 18, 23))
        var night = Story()
        night.at(20, .workoutStarted(.run, expectedEnd: Story.instant(26)))
        #expect(night.workouts(31)[0] == (.closed, 20, 26))
    }

    @Test("a stop half a day later was meant for something else")
    func lateStop() {
        var story = Story()
        story.at(8, .workoutStarted(.run, expectedEnd: nil))
        story.at(20.5, .workoutStopped)
        #expect(story.workouts(21)[0] == (.closed, 8, 11))
    }

    @Test("a plan counts until its time comes; then only a start does")
    func plan() {
        var story = Story()
        story.at(18, .plannedWorkout(.run, end: Story.instant(19)), made: 9)
        #expect(story.workouts(17)[0] == (.planned, 18, 19))
        #expect(story.timeline(at: 17).segments.contains { $0.state == .exercising })
        #expect(story.workouts(18).isEmpty)
        story.at(18.25, .workoutStarted(.run, expectedEnd: nil))
        #expect(story.workouts(18.5)[0] == (.running, 18.25, 19.25))
    }

    @Test("one that runs is expected to be over when the next is planned")
    func nextPlan() {
        var story = Story()
        story.at(18, .workoutStarted(.run, expectedEnd: nil))
        story.at(19.5, .plannedWorkout(WorkoutDetails(activity: "yoga"), end: Story.instant(20.5)), made: 9)
        let workouts = story.workouts(18.9)
        #expect(workouts.count == 2)
        #expect(workouts[0] == (.running, 18, 19.5))
        #expect(workouts[1] == (.planned, 19.5, 20.5))
    }

    @Test("the reading nearest its middle counts for it, at most six hours away")
    func climate() {
        let hot = Climate(air: .celsius(33), humidity: .percent(50))
        func air(readAt hour: Double) -> Double {
            var story = Story()
            story.at(hour, .climate(ClimateReading(climate: hot)))
            story.at(14, .workout(WorkoutDetails(activity: "running"), end: Story.instant(15)))
            return story.timeline(at: 23).workouts[0].climate.air.celsius
        }
        #expect(air(readAt: 9) == 33)
        #expect(air(readAt: 20) == 33)
        #expect(air(readAt: 8.4) == 22)
        #expect(air(readAt: 20.6) == 22)
    }

    @Test("a meal that falls into a workout is had an hour after it, unless one is logged near")
    func meal() {
        var story = Story()
        story.at(18.5, .workout(.run, end: Story.instant(20.5)))
        func lost(_ hour: Double) -> Double { story.runs(hour).lower.electrolyteDeficit.millimoles }
        #expect(lost(21.4) > 30)
        #expect(isClose(lost(21.5), max(0, lost(21.4) - 50), within: 0.01))
        story.at(20.6, .meal)
        #expect(isClose(lost(21.6), max(0, lost(20.55) - 50), within: 0.01))
    }

    @Test("weigh-ins around a run teach how much this person sweats")
    func calibration() {
        var story = Story()
        story.at(17.9, .bodyMass(.kilograms(70), .before))
        story.at(18, .workout(.run, end: Story.instant(19)))
        #expect(story.timeline(at: 20).calibration == Calibration())
        story.at(19.1, .bodyMass(.kilograms(68.6), .after))
        #expect(story.timeline(at: 20).calibration.factor > 1.1)
        // Two months later still.
        #expect(story.timeline(at: 20 + 24 * 70).calibration.factor > 1.1)
    }
}
