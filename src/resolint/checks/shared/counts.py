"""Numbers of paragraphs and names that a conference asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["asked"]


def asked(options: Mapping[str, Any], what: str, count: int) -> str:
    """What the options ask for in words where ``count`` is beyond it, else empty."""
    least, most = int(options.get(f"{what}_least", 0)), int(options.get(f"{what}_most", 0))
    if count < least:
        return f"at least {least}"
    return f"at most {most}" if 0 < most < count else ""
