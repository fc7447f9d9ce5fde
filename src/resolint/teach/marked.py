"""The prose of cards as words that are set: emphasis is italics, code is plain."""

from __future__ import annotations

import re

from resolint.writing import FormattedText, Words

__all__ = ["marked"]

_PARTS = re.compile(r"\*\*([^*\n]{1,300})\*\*|\*([^*]{1,300})\*|`([^`\n]{1,300})`")


def marked(text: str) -> FormattedText:
    """A paragraph of prose."""
    flat = " ".join(text.split())
    found: list[Words] = []
    at = 0
    for part in _PARTS.finditer(flat):
        found.append(Words(flat[at : part.start()]))
        bold, italic, code = part.groups()
        found.append(Words(bold or italic or code or "", italic=italic is not None, bold=bold is not None))
        at = part.end()
    found.append(Words(flat[at:]))
    return tuple(one for one in found if one.text)
