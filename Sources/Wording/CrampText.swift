// SPDX-License-Identifier: Apache-2.0

import Diary
import Guidance
import Physiology

extension CrampRelief {
    /// What can be said of any cramp of this muscle, with nothing known of the person.
    init(for cramp: Cramp) {
        let toes: [GuidelineID] = cramp.muscle == .calf ? [.crampToesTowardYou] : []
        self.init(.cramp, [.crampStopAndStretch] + toes + [.crampBreathe, .crampUrgentSigns], isBalanced: false)
    }

    /// Whether it can be answered that the cramp has let go.
    fileprivate var asks: Bool {
        switch trigger {
        case .cramp, .crampFollowUp: true
        case .crampStillThere: guidelines.first != .crampUrgentSigns
        default: false
        }
    }
}

/// The steps being put into words.
enum CrampText {
    /// The steps, or the question, as a bubble says them.
    static func lines(_ steps: CrampRelief, in idiom: Idiom) -> [String] {
        let lines = steps.guidelines.flatMap { line($0, steps, idiom) }
        return switch steps.trigger {
        case .crampFollowUp:
            ["If not, stop, stretch it and hold it; “No” has more that may help."] + lines.dropFirst()
        case .crampStillThere where steps.asks: lines.dropLast() + ["Has it let go?"] + lines.suffix(1)
        default: lines
        }
    }

    /// The same as the answer to a cramp or to what was said of it, with the way to say what became of it.
    static func answer(_ steps: CrampRelief, in idiom: Idiom) -> [String] {
        let lines = lines(steps, in: idiom)
        if steps.trigger == .crampAdvice {
            return ["It is a while ago, so what helps with a cramp at hand is left out."] + lines
        }
        return lines + (steps.asks ? ["When you know whether it has let go: \(AnswerCommand.letGo)"] : [])
    }

    private static func line(_ id: GuidelineID, _ steps: CrampRelief, _ idiom: Idiom) -> [String] {
        switch id {
        case .crampWaterFirst: steps.guidelines.contains(.tooMuchWater) ? [] : [water(steps, idiom)]
        case .crampStopAndStretch where steps.guidelines.contains(.crampNoMassageIfInjured):
            ["Stop, stretch the muscle very gently and hold it until it lets go."]
        case .crampCold where !steps.guidelines.contains(.crampHeat):
            ["If it hurts badly, a cold pack wrapped in cloth may help."]
        case .tooMuchWater: ["You have taken in more than you lost: please stop drinking for now.", SafetyText.signs]
        default: [Catalogue[id].advice]
        }
    }

    private static func water(_ steps: CrampRelief, _ idiom: Idiom) -> String {
        if let volume = steps.volume {
            return "\(idiom.volume(volume)) of water first, if you want to, and see whether it lets go."
        }
        return steps.isBalanced ? "You have drunk enough: stretch first." : "Water only as far as you are thirsty."
    }
}
