// SPDX-License-Identifier: Apache-2.0

public import Physiology

/// What the entries are read against: who the person is, how their days run and where their clock stands.
public struct Circumstances: Hashable, Sendable {
    public var profile: Profile
    public var rhythm: DailyRhythm
    /// The climate that holds when no reading does.
    public var indoor: Climate
    public var zone: ZoneRules
    /// When the diary was begun; before it nothing is known and nothing is lacking.
    public var began: Instant

    public init(profile: Profile, rhythm: DailyRhythm, indoor: Climate, zone: ZoneRules, began: Instant) {
        self.profile = profile
        self.rhythm = rhythm
        self.indoor = indoor
        self.zone = zone
        self.began = began
    }
}
