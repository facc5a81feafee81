// SPDX-License-Identifier: Apache-2.0
// The memory that the C library hands out.

import CSystemd

/// The heap of this process, from which Swift, SQLite and sd-bus alike take their memory.
public enum Heap {
    /// Gives back to the kernel what was freed, but for pages that something in use still lies on.
    ///
    /// The C library would keep it for the next allocations. That spares the kernel some work while there are many, and
    /// keeps whatever was ever needed at once while there are none. To take it anew costs a page fault for each 4 KiB.
    ///
    /// Source: malloc_trim(3).
    public static func giveBackFreed() {
        malloc_trim(0)
    }
}
