# SPDX-License-Identifier: Apache-2.0
"""The screen of an Xvfb started with -fbdir: whether anything is on it, and a picture of what is."""

import struct
import zlib


class Screen:
    """One look at the frame buffer, an X window dump of 32 bits a pixel."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        header = struct.unpack(">25I", data[:100])
        size, self.width, self.height = header[0], header[4], header[5]
        stride, colours = header[12], header[19]
        if header[11] != 32:
            raise ValueError(f"{header[11]} bits a pixel, not 32")
        start = size + colours * 12
        self.rows = [
            data[start + y * stride : start + y * stride + self.width * 4] for y in range(self.height)
        ]
        background = self.rows[-1][-4:]
        blank = background * self.width
        self.painted_rows = [y for y, row in enumerate(self.rows) if row != blank]
        self.background = background

    @property
    def is_empty(self):
        return not self.painted_rows

    def write_png(self, path, margin=12):
        """Writes what is painted, with a margin of background."""
        columns = [
            x
            for y in self.painted_rows
            for x in range(self.width)
            if self.rows[y][x * 4 : x * 4 + 4] != self.background
        ]
        left, right = max(0, min(columns) - margin), min(self.width, max(columns) + margin + 1)
        top = max(0, self.painted_rows[0] - margin)
        bottom = min(self.height, self.painted_rows[-1] + margin + 1)
        lines = b""
        for row in self.rows[top:bottom]:
            part = row[left * 4 : right * 4]
            pixels = bytearray((right - left) * 3)
            pixels[0::3], pixels[1::3], pixels[2::3] = part[2::4], part[1::4], part[0::4]
            lines += b"\0" + pixels

        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            file.write(chunk(b"IHDR", struct.pack(">2I5B", right - left, bottom - top, 8, 2, 0, 0, 0)))
            file.write(chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b""))
