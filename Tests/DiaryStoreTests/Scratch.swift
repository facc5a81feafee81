// SPDX-License-Identifier: Apache-2.0

import Diary
import DiaryStore
import Foundation
import Physiology
import Testing

/// A directory of one test's own, gone with it.
final class Scratch {
    let path = FileManager.default.temporaryDirectory.appending(path: "diary-\(UUID().uuidString)").path
    var diary: String { path + "/state/hydrated/diary.sqlite" }

    func open() throws(DiaryStoreError) -> DiaryStore { try DiaryStore(path: diary, createdAt: noon - .days(1)) }

    /// Makes the directory, with mode 0700 whatever the umask.
    func make() throws { try #require(mkdir(path, 0o700) == 0 && chmod(path, 0o700) == 0) }

    /// The names beside the diary.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/state/hydrated").sorted()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

let noon = Instant(seconds: 1_795_262_400)
let berlin = LocalOffset(seconds: 3600, zone: "Europe/Berlin")

let water = Drink(
    beverage: "water", volume: .milliliters(250), waterFraction: 1, sodium: .zero, potassium: .zero, caffeine: .zero,
    alcohol: .zero)

func draft(_ event: Event, at: Instant = noon, token: String = UUID().uuidString) -> Draft {
    Draft(at: at, place: berlin, recordedAt: noon + .seconds(1), token: Token(token)!, event: event)
}

func token(_ text: String) -> Token { Token(text)! }

/// The mode bits of a file.
func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
}

/// Goes on as a user whom permissions stop; root passes through them. For processes of their own.
func becomeOrdinary() {
    guard geteuid() == 0 else { return }
    precondition(setgroups(0, nil) == 0 && setgid(65534) == 0 && setuid(65534) == 0)
}
