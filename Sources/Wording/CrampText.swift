// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Guidance
public import Physiology

/// What is said of a cramp at hand: guidelines in order, and the water that belongs to them.
public struct CrampSteps: Hashable, Sendable {
    public var guidelines: [GuidelineID]
    public var volume: Volume?
    /// Whether as much has gone in as was lost, or more.
    public var isBalanced: Bool

    public init(_ guidelines: [GuidelineID], volume: Volume? = nil, isBalanced: Bool) {
        self.guidelines = guidelines
        self.volume = volume
        self.isBalanced = isBalanced
    }

    /// What can be said of any cramp of this muscle, with nothing known of the person.
    public init(for cramp: Cramp) {
        let toes: [GuidelineID] = cramp.muscle == .calf ? [.crampToesTowardYou] : []
        self.init(
            [.crampStopAndStretch] + toes + [.crampBreathe, .crampUrgentSigns], volume: nil, isBalanced: false)
    }
}

/// The steps being put into words.
enum CrampText {
    static func lines(_ steps: CrampSteps, in idiom: Idiom) -> [String] {
        steps.guidelines.flatMap { line($0, steps, idiom) }
    }

    private static func line(_ id: GuidelineID, _ steps: CrampSteps, _ idiom: Idiom) -> [String] {
        switch id {
        case .crampWaterFirst: steps.guidelines.contains(.tooMuchWater) ? [] : [water(steps, idiom)]
        case .crampStopAndStretch where steps.guidelines.contains(.crampNoMassageIfInjured):
            ["Stop, stretch the muscle very gently and hold it until it lets go."]
        case .tooMuchWater: ["You have taken in more than you lost: please stop drinking for now.", SafetyText.signs]
        default: [Catalogue[id].advice]
        }
    }

    private static func water(_ steps: CrampSteps, _ idiom: Idiom) -> String {
        if let volume = steps.volume {
            return "\(idiom.volume(volume)) of water first, if you want to, and see whether it lets go."
        }
        return steps.isBalanced ? "You have drunk enough: stretch first." : "Water only as far as you are thirsty."
    }
}
