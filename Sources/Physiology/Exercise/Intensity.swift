// SPDX-License-Identifier: Apache-2.0

/// How hard somebody goes about an activity, in their own judgement.
public enum Intensity: String, CaseIterable, Hashable, Sendable {
    case easy, moderate, hard
}
