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
        story.at(18.75, .workoutStopped())
        let workouts = story.workouts(20)
        #expect(workouts.count == 1)
        #expect(workouts[0] == (.done, 18, 18.75))
    }

    @Test("recovery is to be quick when that was said at its start, at its end, in its plan or when it was logged")
    func quickRecovery() {
        let quick = WorkoutDetails(activity: "running", recoversQuickly: true)
        func isQuick(_ tell: (inout Story) -> Void) -> Bool? {
            var story = Story()
            tell(&story)
            return story.timeline(at: 20).workouts.last?.details.recoversQuickly
        }
        func run(_ started: WorkoutDetails, recoversQuickly: Bool) -> (inout Story) -> Void {
            {
                $0.at(18, .workoutStarted(started, expectedEnd: nil))
                $0.at(18.75, .workoutStopped(recoversQuickly: recoversQuickly))
            }
        }
        #expect(isQuick(run(.run, recoversQuickly: false)) == false)
        #expect(isQuick(run(quick, recoversQuickly: false)) == true)
        #expect(isQuick(run(.run, recoversQuickly: true)) == true)
        #expect(isQuick { $0.at(18, .workout(quick, end: Story.instant(19))) } == true)
        for (planned, expected) in [(18.5, true), (10, false)] {
            func plan(_ story: inout Story) {
                story.at(planned, .plannedWorkout(quick, end: Story.instant(planned + 1)), made: 8)
            }
            #expect(
                isQuick {
                    plan(&$0); run(.run, recoversQuickly: false)(&$0)
                } == expected)
            #expect(
                isQuick {
                    plan(&$0); $0.at(18, .workout(.run, end: Story.instant(19)))
                } == expected)
        }
        // A stop that speaks of another workout says nothing of this one.
        #expect(
            isQuick {
                run(.run, recoversQuickly: true)(&$0)
                $0.at(19, .workout(.run, end: Story.instant(19.5)))
            } == false)
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
        story.at(17.2, .workoutStopped(), made: 17.9)
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

    /// Answers the question about the workout that began at `start`, asked for the nth time, at `hour`.
    private func answer(_ story: inout Story, _ answer: ReminderAnswer, _ hour: Double, start: Double, turn: Int = 0) {
        let id = ReminderID("drink-during-workout@\(Story.instant(start).seconds).\(-1 - turn)")
        #expect(id.asksWhetherWorkoutRuns)
        story.at(hour, .answer(id, answer))
    }

    /// When it is asked whether the workout that is the last at `hour` still runs.
    private func asked(_ story: Story, _ hour: Double) -> Double? {
        story.timeline(at: hour).workouts.last?.question?.at.hours(since: Story.midnight)
    }

    @Test(
        "left running, it is asked about at three hours, with a plan at twice its length, and not before that is over")
    func question() {
        var story = Story()
        story.at(10, .workoutStarted(.run, expectedEnd: nil))
        #expect(asked(story, 10.1) == 13 && asked(story, 13.4) == 13)
        #expect(story.timeline(at: 13.5).workouts[0].question == nil)
        var planned = Story()
        planned.at(10, .workoutStarted(.run, expectedEnd: Story.instant(12)))
        #expect(asked(planned, 11) == nil && asked(planned, 12.1) == 14)
    }

    @Test("a yes keeps it running for as long again from then, and it is asked about anew")
    func goesOn() {
        var story = Story()
        story.at(10, .workoutStarted(.run, expectedEnd: nil))
        answer(&story, .yes, 13.25, start: 10)
        #expect(story.workouts(13.6)[0].status == .running)
        #expect(asked(story, 13.6) == 16.25)
        #expect(story.timeline(at: 14).workouts[0].question?.turn == 1)
        #expect(story.workouts(16.75)[0] == (.closed, 10, 16.25))
        // An answer to the first question is none to the second.
        answer(&story, .yes, 16.3, start: 10)
        #expect(story.workouts(16.75)[0] == (.closed, 10, 16.25))
        answer(&story, .yes, 16.4, start: 10, turn: 1)
        #expect(story.workouts(19)[0].status == .running)
        story.at(19.2, .workoutStopped())
        #expect(story.workouts(20)[0] == (.done, 10, 19.2))
    }

    @Test(
        "a no ends it when it was asked about, and so does silence; a better end is still taken",
        arguments: [true, false])
    func isOver(isAnswered: Bool) throws {
        var story = Story()
        story.at(10, .workoutStarted(.run, expectedEnd: nil))
        if isAnswered { answer(&story, .no, 13.25, start: 10) }
        #expect(story.workouts(isAnswered ? 13.3 : 13.5)[0] == (.closed, 10, 13))
        func stop(_ hour: Double) -> Draft {
            Draft(
                at: Story.instant(hour), place: .utc, recordedAt: Story.instant(14), token: Token("t")!,
                event: .workoutStopped())
        }
        for hour in [11.5, 13.2] {
            try Plausibility.check(stop(hour), against: story.entries, now: Story.instant(14))
            var ended = story
            ended.at(hour, .workoutStopped(), made: 14)
            #expect(ended.workouts(14)[0] == (.done, 10, hour))
        }
        #expect(throws: Implausible.noWorkoutRunning(closed: Story.instant(13))) {
            try Plausibility.check(stop(13.9), against: story.entries, now: Story.instant(14))
        }
    }

    @Test("an answer that is taken back, or comes when the half hour is over, is none")
    func noAnswer() {
        var story = Story()
        story.at(10, .workoutStarted(.run, expectedEnd: nil))
        answer(&story, .yes, 13.25, start: 10)
        story.at(13.3, .retraction(of: story.entries.last!.id))
        #expect(story.workouts(13.6)[0] == (.closed, 10, 13))
        var late = Story()
        late.at(10, .workoutStarted(.run, expectedEnd: nil))
        answer(&late, .yes, 13.5, start: 10)
        #expect(late.workouts(13.6)[0] == (.closed, 10, 13))
    }

    @Test("a yes in the evening lasts until bed, one in the night for an hour, and nothing beyond a day")
    func notOvernight() {
        var story = Story()
        story.at(19, .workoutStarted(.run, expectedEnd: nil))
        answer(&story, .yes, 22, start: 19)
        #expect(asked(story, 22.1) == 23)
        answer(&story, .yes, 23.25, start: 19, turn: 1)
        #expect(asked(story, 23.5) == 24.25)
        #expect(story.workouts(31)[0] == (.closed, 19, 24.25))
        var (turn, hour) = (2, 24.3)
        while hour < 45, let next = asked(story, hour) {
            hour = max(hour, next) + 0.01
            answer(&story, .yes, hour, start: 19, turn: turn)
            turn += 1
            hour += 0.01
        }
        #expect(story.workouts(46)[0] == (.closed, 19, 43))
    }

    @Test("one that was closed does not grow to the next that is started")
    func nextStart() {
        var story = Story()
        story.at(8, .workoutStarted(.run, expectedEnd: nil))
        story.at(17, .workoutStarted(.run, expectedEnd: nil))
        let workouts = story.workouts(17.5)
        #expect(workouts[0] == (.closed, 8, 11) && workouts[1].start == 17)
    }

    @Test("a stop half a day later was meant for something else")
    func lateStop() {
        var story = Story()
        story.at(8, .workoutStarted(.run, expectedEnd: nil))
        story.at(20.5, .workoutStopped())
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
