// SPDX-License-Identifier: Apache-2.0

/// The version of this program, as the changelog counts.
public enum Version {
    public static let current = "0.1.0"
}
