// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The diary's file and the two that SQLite keeps beside it.
struct DiaryFile {
    let path: String

    private static let companions = ["-wal", "-shm"]

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes an empty file, and the directories above it, for the user's eyes only. What there is stays as it is.
    func createIfMissing() throws(DiaryStoreError) {
        var ancestor = ""
        for part in directory.split(separator: "/", omittingEmptySubsequences: true) {
            ancestor += directory.hasPrefix("/") || !ancestor.isEmpty ? "/\(part)" : String(part)
            // The mode is set again, because the umask may have taken away from it.
            if mkdir(ancestor, 0o700) == 0 {
                chmod(ancestor, 0o700)
            } else if errno != EEXIST {
                // A directory that exists may stand where nothing can be made (EROFS, EACCES).
                let failure = errno
                guard access(ancestor, F_OK) == 0 else { throw error(failure) }
            }
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw error(errno) }
            return
        }
        fchmod(descriptor, 0o600)
        // Nobody can have a lock on a file that did not exist, so closing it takes none away.
        Glibc.close(descriptor)
        try syncDirectory()
    }

    /// Gives the file and its companions, together, the name of `target`.
    ///
    /// The write-ahead log goes first: a main file that has lost its log can be joined with it again, but a log without
    /// its main file is deleted by whoever opens a new one.
    func move(to target: DiaryFile) throws(DiaryStoreError) {
        var moved: [String] = []
        for suffix in DiaryFile.companions + [""] {
            if rename(path + suffix, target.path + suffix) == 0 {
                moved.append(suffix)
            } else if errno != ENOENT || suffix.isEmpty {
                let failure = errno
                for suffix in moved.reversed() { rename(target.path + suffix, path + suffix) }
                throw error(failure)
            }
        }
        try syncDirectory()
    }

    /// Deletes the file and its companions.
    func remove() {
        for suffix in [""] + DiaryFile.companions { unlink(path + suffix) }
    }

    var exists: Bool { ([""] + DiaryFile.companions).contains { access(path + $0, F_OK) == 0 } }

    /// Makes the names in the directory outlast a power failure.
    private func syncDirectory() throws(DiaryStoreError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error(errno) }
    }

    private func error(_ number: Int32) -> DiaryStoreError {
        switch number {
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        default: .cannotOpen(path: path, detail: String(cString: strerror(number)))
        }
    }
}
