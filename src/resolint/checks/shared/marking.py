"""How a draft marks its openings: in italics as the United Nations does, or underlined, in bold, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from resolint.checks.shared.clauses import ClauseStart
from resolint.checks.shared.italics import tops
from resolint.lexicon import Lexicon
from resolint.model import Clause, Document

__all__ = ["ITALICS", "Style", "described", "kept", "marked", "names"]

Style = frozenset[str]
"""The kinds of marks that cover an opening together; empty for a plain one."""

ITALICS = ("italics",)
ANY = "any"
"""Stands among the styles allowed for whatever the draft keeps."""
_ROLES = (("preambular", "preambular openings"), ("operative", "operative verbs"))
_KINDS = {"italics": "italic", "underlined": "underline", "bold": "bold"}
_WORDS = {"italic": "in italics", "bold": "in bold", "underline": "underlined"}


def names(style: Style) -> str:
    """A style in words: *in italics and underlined*."""
    return " and ".join(word for kind, word in _WORDS.items() if kind in style) or "plain"


def marked(found: ClauseStart) -> Style:
    """The marks that cover the whole of an opening."""
    start, end = found.start + found.opening.start, found.start + found.opening.least
    return frozenset(kind for kind in _WORDS if _covers(found, kind, start, end))


def _covers(found: ClauseStart, kind: str, start: int, end: int) -> bool:
    at = start
    for low, high in sorted((mark.start, mark.end) for mark in found.block.marks if mark.kind == kind):
        if low <= at or not found.block.text[at:low].strip():
            at = max(at, high)
    return at >= end


def _known(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, ClauseStart]]:
    return ((clause, found) for clause, found in tops(document, lexicon) if found.opening.form != "unknown")


def kept(document: Document, lexicon: Lexicon, options: Mapping[str, Any]) -> Mapping[str, Style]:
    """The style that the openings of each part have to keep: the commonest of those that ``options`` allow.

    ``options`` holds a list for *preambular* and for *operative*: *italics*, *underlined*, *bold*, two of them joined
    by *and*, *plain*, or *any* for whatever the draft does most.
    """
    found = [(clause.role, marked(head)) for clause, head in _known(document, lexicon)]
    return {role: _commonest([style for part, style in found if part == role], options.get(role)) for role, _ in _ROLES}


def _commonest(styles: Sequence[Style], allowed: Sequence[str] | None) -> Style:
    named = tuple(allowed or ITALICS)
    fit = [frozenset(_KINDS[word] for word in name.split(" and ") if word in _KINDS) for name in named if name != ANY]
    counted = Counter(style for style in styles if ANY in named or style in fit)
    return counted.most_common(1)[0][0] if counted else (fit[0] if fit else frozenset())


def forms(document: Document) -> Style | None:
    """How most operative verbs are marked, as structure has found them; None where there are none."""
    counted: Counter[Style] = Counter()
    for act in document.acts:
        for clause in act.operative:
            if clause.opener is not None:
                block = document.block(clause.opener.block)
                counted[
                    frozenset(mark.kind for mark in block.marks if mark.start <= clause.opener.start < mark.end)
                ] += 1
    most = counted.most_common(1)
    return most[0][0] & _WORDS.keys() if most else None


def fits(style: Style | None, allowed: Sequence[str]) -> bool:
    """Whether ``style`` is one of those that options name."""
    return style in [frozenset(_KINDS[word] for word in name.split(" and ") if word in _KINDS) for name in allowed]


def described(document: Document, lexicon: Lexicon, options: Mapping[str, Any]) -> str:
    """What ``kept`` decides in words, for the report; empty where the source lost its marks or nothing is to decide."""
    decides = any(tuple(options.get(role, ITALICS)) != ITALICS for role, _ in _ROLES)
    if not decides or "italics" in document.origin.lost or not document.acts:
        return ""
    styles = kept(document, lexicon, options)
    return ", ".join(f"{words} {names(styles[role])}" for role, words in _ROLES)
