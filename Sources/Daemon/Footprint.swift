// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd

/// What the process keeps in memory.
enum Footprint {
    /// Gives back, before a long sleep, what only work needs: a plan allocates by the thousand, and a list of all entries
    /// is as long as the diary. What they leave behind is as much as all that is in use.
    static func giveBack() {
        Heap.giveBackFreed()
        giveBackCode()
    }

    /// Gives back the code that has just run.
    ///
    /// The kernel maps sixteen pages of a program at each first touch, and a plan touches it everywhere: several
    /// megabytes that a program which then sleeps for hours keeps for nothing. Code is never written to, so it can be
    /// let go at any time; what is needed again comes back from the page cache, in a fraction of a millisecond.
    private static func giveBackCode() {
        guard case .bytes(let maps) = FileSystem.read("/proc/self/maps") else { return }
        for line in maps.split(separator: UInt8(ascii: "\n")) {
            // Such as "7f0c9a000000-7f0c9a1d5000 r-xp 00026000 fe:00 1234   /usr/lib/…".
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
            guard fields.count == 6, fields[1].elementsEqual("r-xp".utf8), fields[5].contains(UInt8(ascii: "/")) else {
                continue
            }
            let ends = fields[0].split(separator: UInt8(ascii: "-"))
                .compactMap { UInt(String(decoding: $0, as: UTF8.self), radix: 16) }
            guard ends.count == 2, ends[0] < ends[1] else { continue }
            madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
        }
    }
}
