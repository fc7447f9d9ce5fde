"""Writes a zip again with some members changed, and copies all others byte for byte, in their order, with their dates."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.word.container.package import CENTRAL, END, LOCAL, Member, Package

_NEW_DATE = (0, 0x21)
"""Midnight of 1 January 1980, the first date a zip can hold: new members have no history."""
_UTF8, _DESCRIPTOR = 0x800, 0x8


class _Entry(NamedTuple):
    """One record of the central directory as it stands there, and the member it describes."""

    record: bytes
    member: Member


def rewrite(data: bytes, changed: Mapping[str, bytes], removed: Collection[str] = ()) -> bytes:
    """The zip ``data`` with the parts in ``changed`` replaced, or added at the end, and those in ``removed`` left out.

    The same changes give the same bytes. Raises UnreadableDraft for a zip that ``Package`` does not read.
    """
    package = Package(data)
    entries = list(_entries(package, data))
    shift, comment = _frame(package, data)
    out = bytearray(data[:shift])
    records: list[bytes] = []
    seen: set[str] = set()
    for record, member in entries:
        seen.add(member.name)
        if member.name in removed:
            continue
        offset = len(out) - shift
        if member.name in changed:
            local, record = _replaced(data, record, member, changed[member.name], offset)
            out += local
        else:
            out += _local(data, member)
            record = _moved(record, offset)
        records.append(record)
    for name, content in changed.items():
        if name not in seen:
            local, record = _added(name, content, len(out) - shift)
            out += local
            records.append(record)
    start = len(out) - shift
    directory = b"".join(records)
    out += directory
    count = len(records)
    out += END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), start, len(comment)) + comment
    return bytes(out)


def raw_members(data: bytes) -> dict[str, bytes]:
    """What the zip holds by name, in order, as it is stored: local records with their headers."""
    package = Package(data)
    return {member.name: _local(data, member) for _, member in _entries(package, data)}


def _entries(package: Package, data: bytes) -> Iterator[_Entry]:
    """Every record of the central directory, folders too, with its bytes."""
    from resolint.word.container.package import members_of

    _, size, offset, end = package._end_record()
    shift = end - size - offset
    at = offset + shift
    for member in members_of(data, at, end, shift):
        name, extra, note = struct.unpack_from("<3H", data, at + 28)
        length = CENTRAL.size + name + extra + note
        yield _Entry(data[at : at + length], member)
        at += length


def _frame(package: Package, data: bytes) -> tuple[int, bytes]:
    """How many bytes stand before the zip, and its comment."""
    _, size, offset, end = package._end_record()
    at = data.rfind(b"PK\x05\x06")
    length = END.unpack_from(data, at)[7]
    return end - size - offset, data[at + END.size : at + END.size + length]


def _local(data: bytes, member: Member) -> bytes:
    """The local record of a member: header, content and, where there is one, the descriptor behind it."""
    name, extra = struct.unpack_from("<2H", data, member.offset + 26)
    end = member.offset + LOCAL.size + name + extra + member.stored
    if member.flags & _DESCRIPTOR:
        signed = data[end : end + 4] == b"PK\x07\x08"
        at = end + 4 * signed
        wide = struct.unpack_from("<LQQ", data, at) if at + 20 <= len(data) else ()
        short = struct.unpack_from("<LLL", data, at) if at + 12 <= len(data) else ()
        values = (member.crc, member.stored, member.size)
        if short == values:
            end = at + 12
        elif wide == values:
            end = at + 20
    return data[member.offset : end]


def _moved(record: bytes, offset: int) -> bytes:
    """A record of the central directory for a member that now begins at ``offset``."""
    fields = CENTRAL.unpack_from(record)
    if fields[16] != 0xFFFFFFFF:
        return record[:42] + struct.pack("<L", offset) + record[46:]
    # The offset stands in the zip64 field, behind the sizes that overflowed too.
    at = CENTRAL.size + fields[10]
    end = at + fields[11]
    while at + 4 <= end:
        kind, length = struct.unpack_from("<2H", record, at)
        if kind == 1:
            place = at + 4 + 8 * (fields[9] == 0xFFFFFFFF) + 8 * (fields[8] == 0xFFFFFFFF)
            return record[:place] + struct.pack("<Q", offset) + record[place + 8 :]
        at += 4 + length
    return record


def _replaced(data: bytes, record: bytes, member: Member, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """The local and central records of a member with new content; name, date and attributes stay."""
    sign, made, needed, flags, method, time, date, _, _, _, names, extras, notes, disk, internal, external, _ = (
        CENTRAL.unpack_from(record)
    )
    body = _packed(content, method)
    flags &= _UTF8
    needed = min(needed, 20)  # what asked for more was the zip64 form, which is gone
    raw_name = record[CENTRAL.size : CENTRAL.size + names]
    extra = _narrow(record[CENTRAL.size + names : CENTRAL.size + names + extras])
    note = record[CENTRAL.size + names + extras : CENTRAL.size + names + extras + notes]
    crc, stored, size = zlib.crc32(content), len(body), len(content)
    local_names, local_extras = struct.unpack_from("<2H", data, member.offset + 26)
    start = member.offset + LOCAL.size + local_names
    local_extra = _narrow(data[start : start + local_extras])
    local = LOCAL.pack(
        b"PK\x03\x04", needed, flags, method, time, date, crc, stored, size, len(raw_name), len(local_extra)
    )
    central = CENTRAL.pack(
        sign, made, needed, flags, method, time, date, crc, stored, size, len(raw_name), len(extra), len(note), disk,
        internal, external, offset,
    )  # fmt: skip
    return local + raw_name + local_extra + body, central + raw_name + extra + note


def _added(name: str, content: bytes, offset: int) -> tuple[bytes, bytes]:
    raw = name.encode("utf-8")
    flags = 0 if raw.isascii() else _UTF8
    body = _packed(content, 8)
    crc, stored, size = zlib.crc32(content), len(body), len(content)
    time, date = _NEW_DATE
    local = LOCAL.pack(b"PK\x03\x04", 20, flags, 8, time, date, crc, stored, size, len(raw), 0)
    central = CENTRAL.pack(
        b"PK\x01\x02", 20, 20, flags, 8, time, date, crc, stored, size, len(raw), 0, 0, 0, 0, 0, offset
    )
    return local + raw + body, central + raw


def _packed(content: bytes, method: int) -> bytes:
    if method == 0:
        return content
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _narrow(extra: bytes) -> bytes:
    """Extra fields without that of zip64, which speaks of the sizes before."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept + (extra[at:] if at < len(extra) and not kept and at == 0 else b"")
