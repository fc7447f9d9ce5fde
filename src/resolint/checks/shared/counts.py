"""Numbers of paragraphs, names and words that a conference asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resolint.model import Document

__all__ = ["asked", "body_words"]

_NOT_BODY = ("header", "footer", "frame")


def body_words(document: Document) -> int:
    """The words of the body, annexes included; headers, footers and notes are left out."""
    return sum(len(block.text.split()) for block in document.blocks if block.kind not in _NOT_BODY)


def asked(options: Mapping[str, Any], what: str, count: int) -> str:
    """What the options ask for in words where ``count`` is beyond it, else empty."""
    least, most = int(options.get(f"{what}_least", 0)), int(options.get(f"{what}_most", 0))
    if count < least:
        return f"at least {least}"
    return f"at most {most}" if 0 < most < count else ""
