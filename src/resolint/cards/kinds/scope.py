"""Where a rule without Python looks: the parts of a draft, and what it passes over there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from resolint import regex, structure
from resolint.cards.kinds.patterns import compiled
from resolint.lexicon.marks import quotations
from resolint.model import Act, Block, Clause, Document
from resolint.tokens import phrase, words_of

__all__ = ["DEFAULT_PARTS", "Scope", "blocks_of", "parts_of_act"]

DEFAULT_PARTS = ("title", "preamble", "operative", "annex", "headings", "footnotes", "body")

_PART_OF = {"heading": "headings", "header": "masthead"}
_ADDRESS = regex.compiled(r"://|www\.|@")
_WORD = regex.compiled(r"[^\W_]+(?:[-\u2011'\u2019][^\W_]+)*")
_JOINING = ("of", "the", "for", "and", "on", "in", "to", "de", "du", "des")
_NEAR = 60


class _Ranges:
    """Stretches of one text; answers fast whether one of them holds a place, however many there are."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch begins at ``start`` or before and ends at ``end`` or after."""
        place = bisect_right(self._starts, start)
        return place > 0 and self._reach[place - 1] >= end


class Scope:
    """The blocks of a document that the options of a rule let it see, and the places it passes over in them."""

    def __init__(self, document: Document, options: Mapping[str, Any]) -> None:
        self._document = document
        self._parts = frozenset(options.get("parts", DEFAULT_PARTS))
        self._quoted = bool(options.get("skip_quoted", False))
        self._names = bool(options.get("skip_names", False))
        self._unless = tuple(phrase(text) for text in options.get("unless", ()))
        self._unless_patterns = tuple(options.get("unless_patterns", ()))
        excusing = (phrase(text) for text in options.get("unless_draft", ()))
        self._excused = any(next(iter(words_of(document).find(text)), None) is not None for text in excusing)
        self._seen: dict[str, bool] = {}
        self._index = structure.index_of(document)
        self._passed_over: dict[str, _Ranges] = {}
        self._phrases: dict[str, list[tuple[int, int]]] | None = None

    def sees(self, block: Block) -> bool:
        """Whether ``block`` belongs to one of the parts."""
        if block.id not in self._seen:
            part = self._index.part(block.id)
            self._seen[block.id] = _PART_OF.get(part, part) in self._parts and block.kind != "footer"
        return self._seen[block.id]

    def blocks(self) -> Iterator[Block]:
        """Every block in scope, notes last."""
        return (block for block in words_of(self._document).blocks if self.sees(block))

    def admits(self, block: Block, start: int, end: int) -> bool:
        """Whether what stands at this place counts: it is in scope and neither excused nor passed over."""
        if self._excused or not self.sees(block) or start < block.lead:
            return False
        if self._names and _in_name(block, start, end):
            return False
        if block.id not in self._passed_over:
            self._passed_over[block.id] = _Ranges(self._excuses(block))
        return not self._passed_over[block.id].holds(start, end)

    def _excuses(self, block: Block) -> Iterator[tuple[int, int]]:
        yield from _addresses(block.text)
        if self._quoted:
            yield from quotations(block.text)
        if self._phrases is None:
            self._phrases = {}
            words = words_of(self._document)
            for excused in self._unless:
                for number, start, end in words.find(excused):
                    self._phrases.setdefault(words.blocks[number].id, []).append((start, end))
        yield from self._phrases.get(block.id, ())
        for pattern in self._unless_patterns:
            yield from (match.span() for match in compiled(pattern).finditer(block.text))


def blocks_of(document: Document, act: Act, part: str) -> tuple[Block, ...]:
    """The blocks of one part of ``act`` in order; none if the act has no such part."""
    if part == "title":
        ids: Sequence[str] = (act.title.block,) if act.title is not None else ()
    elif part == "organ line":
        ids = (act.organ_line.block,) if act.organ_line is not None else ()
    elif part == "annex":
        ids = [
            block
            for annex in act.annexes
            for block in (annex.heading.block, *_clause_ids(annex.paragraphs), *annex.body)
        ]
    elif part == "headings":
        ids = [heading.span.block for heading in act.headings]
    elif part in ("preamble", "operative"):
        ids = list(_clause_ids(act.preamble if part == "preamble" else act.operative))
    else:
        ids = {"closing": act.closing, "body": act.body}.get(part, ())
    return tuple(document.block(block_id) for block_id in dict.fromkeys(ids))


def parts_of_act(part: str) -> bool:
    """Whether every act has its own ``part``; the others (masthead, footnotes) belong to the whole document."""
    return part not in ("masthead", "footnotes")


def _clause_ids(clauses: Sequence[Clause]) -> Iterator[str]:
    for clause in clauses:
        for found in clause.walk():
            yield from found.blocks


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """The addresses of the Internet and of electronic mail: runs without blanks that hold a sign of one."""
    end = 0
    for sign in _ADDRESS.finditer(text):
        if sign.start() < end:
            continue
        start = max((text.rfind(blank, end, sign.start()) for blank in " \t\n\xa0"), default=-1) + 1
        end = next((place for place in range(sign.end(), len(text)) if text[place].isspace()), len(text))
        yield max(start, 0), end


def _in_name(block: Block, start: int, end: int) -> bool:
    """Whether the words are part of a proper name: written with a capital where no sentence begins, or beside one."""
    text = block.text
    if not text[start].isupper():
        return False
    before = text[max(block.lead, start - _NEAR) : start].rstrip()
    if before and before[-1] not in '.!?:;"\u201c(':
        return True
    return _capital_next(text, end)


def _capital_next(text: str, at: int) -> bool:
    """Whether a word with a capital follows, small joining words between left out."""
    for _ in range(3):
        while at < len(text) and text[at] == " ":
            at += 1
        word = _WORD.match(text, at, at + _NEAR)
        if word is None:
            return False
        if word[0] not in _JOINING:
            return word[0][0].isupper()
        at = word.end()
    return False
