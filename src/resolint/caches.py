"""The folder of the user where resolint keeps what it can make anew at any time.

Nothing of a draft is ever kept there. A file that is missing, damaged, old or forbidden does no harm: what it would have
held is made again. Files are read whole, checked by a sum, and replaced whole.
"""

from __future__ import annotations

import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

__all__ = ["START", "checked", "mapped", "place", "read", "sealed", "write"]

_SEAL = b"resolint cache 2\n"
START = len(_SEAL) + 4
"""Where the body of a file begins: behind a seal and its sum."""


def place(name: str) -> Path | None:
    """The path of the file called ``name``; None where no home of the user is known."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", ""))
    elif "XDG_CACHE_HOME" in os.environ:
        base = Path(os.environ["XDG_CACHE_HOME"])
    else:
        base = Path(os.environ.get("HOME", "")) / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return base / "resolint" / name if base.is_absolute() else None


def sealed(body: bytes) -> bytes:
    """What a file holds: a sum of ``body``, and ``body``."""
    return _SEAL + zlib.crc32(body).to_bytes(4, "big") + body


def read(place: Path) -> bytes | None:
    """The body of a file; None if there is none, or it is damaged."""
    try:
        data = place.read_bytes()
    except OSError:
        return None
    body = data[START:]
    return body if data[:START] == _SEAL + zlib.crc32(body).to_bytes(4, "big") else None


def mapped(place: Path) -> mmap | None:
    """A file mapped into memory, whose body begins at ``START`` and is not checked; None if there is none.

    For large files of which little is needed: whoever reads them checks what is read.
    """
    import mmap

    try:
        with place.open("rb") as file:
            found = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    return found if found[: len(_SEAL)] == _SEAL else None


def checked(place: Path) -> memoryview | None:
    """The body of a file mapped into memory, which is read through once but not copied; None if there is none, or it is damaged.

    For large files that are read piece by piece.
    """
    data = mapped(place)
    if data is None:
        return None
    body = memoryview(data)[START:]
    if data[len(_SEAL) : START] == zlib.crc32(body).to_bytes(4, "big"):
        return body
    body.release()
    data.close()
    return None


def write(place: Path, body: bytes, *, mode: int = 0o666) -> None:
    """Keep ``body``, if the place can be written; other processes see the old file or the whole new one.

    ``mode`` are the rights of a new file, less those that the user gives to no file.
    """
    beside = place.with_name(f"{place.name}.{os.urandom(8).hex()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(sealed(body))
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink()
