"""SHA-256 of drafts and of paragraphs without OpenSSL, which takes longer to load than most drafts take to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["sha256"]

_LARGE = 1 << 20
"""From so many bytes on the faster functions of OpenSSL are worth loading."""


def _plain() -> Callable[[bytes], Any] | None:
    """What Python itself has, under the name that it has in this version; None where it has nothing of its own."""
    try:
        from _sha2 import sha256 as found  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        try:
            from _sha256 import sha256 as found  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            return None
    return found  # type: ignore[no-any-return,unused-ignore]


_PLAIN = _plain()


def sha256(data: bytes) -> str:
    """The digest of ``data`` in hexadecimal digits."""
    if _PLAIN is not None and len(data) < _LARGE:
        found: str = _PLAIN(data).hexdigest()
        return found
    import hashlib

    return hashlib.sha256(data).hexdigest()
