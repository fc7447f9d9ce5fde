"""A fingerprint tells whether a finding was there before: same rule, same wording of the paragraph.

It knows neither the place nor the number of the paragraph, so it outlives renumbering and moving, and it is
the same for a draft in Word and in Markdown. Typed numbers are left out, and so are the numbers in references
to paragraphs, which follow the numbering.
"""

from __future__ import annotations

from collections import Counter

from resolint.digests import sha256
from resolint.model import NOTE_MARK, Block
from resolint.regex import lazy

__all__ = ["Fingerprints", "wording"]

_REFERENCE = lazy(
    r"\b(paragraphs?|paras?\.?)\s{1,3}[0-9]{1,4}(?:(?:,\s?|\sand\s|\sto\s|\sor\s|[-\u2013])[0-9]{1,4}){0,40}"
)
_SAME = str.maketrans({NOTE_MARK: None, "\u00ad": None, "\u2011": "-", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def wording(block: Block) -> str:
    """The words of a paragraph without its number, note marks, letter case and the kind of blanks and quotes."""
    text = " ".join(block.text[block.lead :].translate(_SAME).casefold().split())
    return _REFERENCE.sub(r"\1 #", text)


class Fingerprints:
    """Gives out fingerprints for the findings of one draft, asked for in document order."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()
        self._wordings: dict[str, str] = {}

    def of(self, rule: str, block: Block) -> str:
        """The fingerprint of the next finding of ``rule`` in a paragraph of this wording: 16 hexadecimal digits."""
        words = self._wordings.get(block.id)
        if words is None:
            words = self._wordings[block.id] = _digest(wording(block))
        occurrence = self._seen[rule, words]
        self._seen[rule, words] += 1
        return _digest(f"{rule}\n{words}\n{occurrence}")[:16]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass"))
