// SPDX-License-Identifier: Apache-2.0

public import Physiology

extension Configuration {
    /// Whether volumes are proposed to this person at all: not under a condition of `[Health]`, not under 16, and not
    /// while a wrong line stands in the profile.
    public func allowsVolumes(to body: Body) -> Bool { DrinkingLimits.allowsVolumes(self, body) }
}
