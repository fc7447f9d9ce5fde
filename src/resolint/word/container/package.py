"""A Word file is a zip of parts: find them, with limits, and never trust what the zip says about itself.

The central directory is read here by hand, because ``zipfile`` is slow to import and because nothing that a
hostile file declares may be believed: members, sizes and ratios are limited, names must stay inside the
package, and inflating stops at the size that was declared.
"""

import struct
import zlib
from collections.abc import Iterator

from resolint.errors import UnreadableDraft
from resolint.frozen import NamedTuple
from resolint.word.container.sniff import describe

MAX_MEMBERS = 10_000
"""More members than any Word file has; the largest issued UN files have about 130."""
MAX_PART = 64 * 2**20
"""Bytes of one inflated part. 500 pages of text take about 10 MB."""
MAX_TOTAL = 256 * 2**20
"""Bytes of all parts that are read of one file."""
MAX_RATIO = 800
"""Inflated bytes per stored byte; deflate cannot do better than 1,032, XML written by Word reaches 60."""
RATIO_FREE = 2 * 2**20
"""Parts up to this size (bytes) are read whatever their ratio: they can do no harm."""

END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
_ASK_AGAIN = "ask its author to send it again"


class Member(NamedTuple):
    """One entry of the central directory; sizes in bytes, ``offset`` that of its local header."""

    name: str
    method: int
    flags: int
    crc: int
    stored: int
    size: int
    offset: int


class Package:
    """The parts of one file by name (``word/document.xml``), inflated when asked for."""

    __slots__ = ("_data", "_folded", "_left", "_said", "members")

    def __init__(self, data: bytes, name: str = "") -> None:
        """Reads the directory of the zip ``data``; ``name`` is what messages call the file.

        Raises UnreadableDraft if this is no zip, or one that is damaged or hostile.
        """
        self._data = data
        self._left = MAX_TOTAL
        self._said = name or "the draft"
        other = describe(data, name)
        if other:
            raise UnreadableDraft(f"{self._said} {other}")
        self.members = self._directory()
        self._folded = {member.casefold(): member for member in self.members}

    def fault(self, what: str) -> UnreadableDraft:
        """The error to raise: ``what`` follows the name of the file and makes one sentence."""
        return UnreadableDraft(f"{self._said} {what}")

    def find(self, name: str) -> str | None:
        """The name of a part as the zip spells it; part names do not differ by case alone."""
        return name if name in self.members else self._folded.get(name.casefold())

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None if there is none. Raises UnreadableDraft if it is damaged or a bomb."""
        found = self.find(name)
        if found is None:
            return None
        member = self.members[found]
        if member.flags & 1:
            raise self.fault("is a zip whose parts are encrypted: save it without a password and try again")
        self._left -= member.size
        if (
            self._left < 0
            or member.size > MAX_PART
            or (member.size > RATIO_FREE and member.size > MAX_RATIO * member.stored)
        ):
            raise self.fault(
                f"unpacks to {member.size:,} bytes in {found}, which no Word file needs (a zip bomb): it was not read"
            )
        return self._inflate(member, self._stored(member))

    def _stored(self, member: Member) -> memoryview:
        data, start = self._data, member.offset
        if start + LOCAL.size > len(data) or data[start : start + 4] != b"PK\x03\x04":
            raise self._damaged(f"{member.name} is not where the directory says")
        *_, name_length, extra_length = LOCAL.unpack_from(data, start)
        begin = start + LOCAL.size + name_length + extra_length
        if begin + member.stored > len(data):
            raise self._damaged(f"{member.name} is cut off")
        return memoryview(data)[begin : begin + member.stored]

    def _inflate(self, member: Member, stored: memoryview) -> bytes:
        if member.method == 0:
            raw = bytes(stored)
        elif member.method == 8:
            inflater = zlib.decompressobj(-15)
            try:
                raw = inflater.decompress(stored, member.size + 1)
            except zlib.error:
                raise self._damaged(f"{member.name} cannot be unpacked") from None
        else:
            raise self.fault(f"is packed by a method Word does not use ({member.method}): {_ASK_AGAIN}")
        if len(raw) != member.size or zlib.crc32(raw) != member.crc:
            raise self._damaged(f"{member.name} does not have the content it should have")
        return raw

    def _damaged(self, where: str) -> UnreadableDraft:
        return self.fault(f"is damaged ({where}): {_ASK_AGAIN}, or open and save it in Word")

    def _directory(self) -> dict[str, Member]:
        data = self._data
        count, size, offset, end = self._end_record()
        shift = end - size - offset  # bytes that were put before the zip
        if count > MAX_MEMBERS:
            raise self.fault(f"has {count:,} members, more than any Word file needs: it was not read")
        if size < 0 or offset < 0 or shift < 0:
            raise self._damaged("its directory lies outside the file")
        members: dict[str, Member] = {}
        seen: set[str] = set()
        listed = 0
        for member in members_of(data, offset + shift, end, shift):
            listed += 1
            if member.name.endswith("/"):
                continue
            if len(members) >= MAX_MEMBERS:
                raise self.fault(f"has more than {MAX_MEMBERS:,} members, more than any Word file needs")
            self._admit(member, seen)
            members[member.name] = member
        if listed < count:
            raise self._damaged("its directory is cut off")
        return members

    def _admit(self, member: Member, seen: set[str]) -> None:
        folded = member.name.casefold()
        if ".." in member.name.split("/") or ":" in member.name[:2] or "\0" in member.name:
            raise self.fault("contains a member whose name leads outside the file: it was not read, do not unpack it")
        if folded in seen:
            raise self.fault(f"contains {member.name[:80]} twice, so programs may read different texts: {_ASK_AGAIN}")
        seen.add(folded)

    def _end_record(self) -> tuple[int, int, int, int]:
        """Members, size and offset of the directory as declared, and where it ends."""
        data = self._data
        end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
        if end < 0 or end + END.size > len(data):
            raise self._damaged("it is cut off: a zip ends with its directory, this one does not")
        _, _, _, _, count, size, offset, _ = END.unpack_from(data, end)
        if (count == 0xFFFF or size == 0xFFFFFFFF or offset == 0xFFFFFFFF) and end >= _LOCATOR.size:
            sign, _, where, _ = _LOCATOR.unpack_from(data, end - _LOCATOR.size)
            if sign == b"PK\x06\x07" and where + _END64.size <= end and data[where : where + 4] == b"PK\x06\x06":
                _, _, _, _, _, _, _, count, size, offset = _END64.unpack_from(data, where)
                return count, size, offset, where
        return count, size, offset, end


def members_of(data: bytes, start: int, end: int, shift: int) -> Iterator[Member]:
    """The members that the directory of the archive lists between two places; ``shift`` is what stands before the archive."""
    at = start
    while at + CENTRAL.size <= end and data[at : at + 4] == b"PK\x01\x02":
        fields = CENTRAL.unpack_from(data, at)
        flags, method, crc, stored, size = fields[3], fields[4], fields[7], fields[8], fields[9]
        name_length, extra_length, note_length, offset = fields[10], fields[11], fields[12], fields[16]
        begin = at + CENTRAL.size
        raw = data[begin : begin + name_length]
        extra = data[begin + name_length : begin + name_length + extra_length]
        if 0xFFFFFFFF in (stored, size, offset):
            size, stored, offset = _wide(extra, size, stored, offset)
        name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace").replace("\\", "/").lstrip("/")
        yield Member(name, method, flags, crc, stored, size, offset + shift)
        at = begin + name_length + extra_length + note_length


def _wide(extra: bytes, *values: int) -> tuple[int, ...]:
    """The 64-bit values of the zip64 extra field in place of those that overflowed."""
    at, wide = 0, list(values)
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == 1:
            field, position = extra[at + 4 : at + 4 + length], 0
            for index, value in enumerate(wide):
                if value == 0xFFFFFFFF and position + 8 <= len(field):
                    (wide[index],) = struct.unpack_from("<Q", field, position)
                    position += 8
        at += 4 + length
    return tuple(wide)
