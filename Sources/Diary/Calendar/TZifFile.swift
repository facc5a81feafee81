// SPDX-License-Identifier: Apache-2.0

/// What a TZif file says, read with every count and index checked: a damaged file is an error, never a trap.
///
/// Source: RFC 8536. Leap seconds are not applied: the instants of this program have none.
struct TZifFile {
    /// Seconds since 1970 at which the offset changes, growing.
    var changes: [Int64] = []
    /// The offset from each change on.
    var offsets: [Int32] = []
    /// The offset before the first change.
    var first: Int32 = 0
    /// The rule after the last change.
    var footer: PosixZone?

    private struct Header {
        let version: UInt8
        let utcMarks, standardMarks, leaps, times, types, characters: Int

        init?(_ reader: inout Reader) {
            guard reader.bytes(4)?.elementsEqual("TZif".utf8) == true, let version = reader.bytes(1)?.first,
                reader.bytes(15) != nil
            else { return nil }
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = reader.integer(width: 4), count >= 0 else { return nil }
                counts.append(Int(count))
            }
            self.version = version
            (utcMarks, standardMarks, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        /// How many bytes of a data block follow the list of types.
        func tail(timeWidth: Int) -> Int {
            characters + leaps * (timeWidth + 4) + standardMarks + utcMarks
        }

        func size(timeWidth: Int) -> Int { times * (timeWidth + 1) + types * 6 + tail(timeWidth: timeWidth) }
    }

    init(_ bytes: [UInt8]) throws(ZoneError) {
        var reader = Reader(rest: bytes[...])
        guard var header = Header(&reader) else { throw .notTZif }
        var width = 4
        if header.version != 0 {
            // The first block repeats the second in 32 bits, for readers of old.
            guard reader.bytes(header.size(timeWidth: 4)) != nil, let second = Header(&reader) else {
                throw .truncated
            }
            (header, width) = (second, 8)
        }
        try readBlock(&reader, header, width: width)
        if width == 8 { try readFooter(&reader) }
    }

    private mutating func readBlock(_ reader: inout Reader, _ header: Header, width: Int) throws(ZoneError) {
        // Checked before anything is stored: a broken count must not ask for gigabytes.
        guard reader.rest.count >= header.size(timeWidth: width) else { throw .truncated }
        for _ in 0..<header.times {
            guard let time = reader.integer(width: width) else { throw .truncated }
            guard time.magnitude < 1 << 60, changes.last.map({ $0 < time }) ?? true else {
                throw .malformed(.changesOutOfOrder)
            }
            changes.append(time)
        }
        guard let indices = reader.bytes(header.times) else { throw .truncated }
        var types: [Int32] = []
        for _ in 0..<header.types {
            guard let offset = reader.integer(width: 4), reader.bytes(2) != nil else { throw .truncated }
            guard ZoneRules.offsets.contains(Int32(offset)) else { throw .malformed(.offsetOutOfRange) }
            types.append(Int32(offset))
        }
        guard let first = types.first, indices.allSatisfy({ Int($0) < types.count }) else {
            throw .malformed(.unknownType)
        }
        self.first = first
        offsets = indices.map { types[Int($0)] }
        guard reader.bytes(header.tail(timeWidth: width)) != nil else { throw .truncated }
    }

    private mutating func readFooter(_ reader: inout Reader) throws(ZoneError) {
        guard reader.rest.popFirst() == 0x0a, let end = reader.rest.firstIndex(of: 0x0a) else { throw .truncated }
        let text = String(decoding: reader.rest[..<end], as: UTF8.self)
        guard !text.isEmpty else { return }
        guard let zone = PosixZone(text) else { throw .badRule(text) }
        footer = zone
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        /// A signed number of four or eight bytes, the greatest first.
        mutating func integer(width: Int) -> Int64? {
            guard let bytes = bytes(width) else { return nil }
            let value = bytes.reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
            return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
        }
    }
}
