"""The look at a draft before the rules run: which of them could speak at all.

A rule that speaks only of what does not occur is not run, so its module is not imported, its patterns are not
compiled and its table is not read. What wakes a rule stands on its card, or is read off its words (``rule.Wake``).
All words of all rules are one dictionary; one intersection with the words of the draft tells which rules they wake.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from resolint.model import Document, Head
from resolint.rule import Rule, Wake
from resolint.scan import folded, occurs
from resolint.tokens import words_of

__all__ = ["Look"]


class Look:
    """Which of ``rules`` a draft wakes. Made once for a choice of rules, good for any number of drafts."""

    def __init__(self, rules: Sequence[Rule], waking: Iterable[tuple[Wake, ...] | None]) -> None:
        """``waking`` holds for each rule the ways to wake it."""
        self._always: set[str] = set()
        self._words: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        self._ways: dict[Wake, list[tuple[str, tuple[str, ...], list[frozenset[str]]]]] = {}
        for rule, ways in zip(rules, waking, strict=True):
            for way in ways or ():
                self._add(rule.card.id, way)
            if ways is None:
                self._always.add(rule.card.id)

    def _add(self, rule: str, way: Wake) -> None:
        if any(way[1:]):
            phrases = [frozenset(phrase.split(" ")) for phrase in way.words]
            # What is no matter of words is asked once for all rules that ask for the same.
            rest = way._replace(words=(), texts=())
            self._ways.setdefault(rest, []).append((rule, tuple(map(folded, way.texts)), phrases))
            return
        for phrase in way.words:
            if " " not in phrase:
                self._words.setdefault(phrase, []).append(rule)
                continue
            words = phrase.split(" ")
            # The longest word is most likely the rarest.
            self._phrases.setdefault(max(words, key=len), []).append((words, rule))

    def awake(self, document: Document, *, corpus: bool = False, base: bool = False) -> frozenset[str]:
        """The ids of the rules that could speak of ``document``, which comes with a corpus or a base text or without."""
        seen = _Seen(document, corpus, base)
        words = words_of(document).all
        found = set(self._always)
        for word in self._words.keys() & words:
            found.update(self._words[word])
        for word in self._phrases.keys() & words:
            found.update(
                [rule for needed, rule in self._phrases[word] if rule not in found and words.issuperset(needed)]
            )
        for rest, ways in self._ways.items():
            if seen.fits(rest):
                found.update(
                    [
                        rule
                        for rule, texts, phrases in ways
                        if rule not in found
                        and (not phrases or any(map(words.issuperset, phrases)))
                        and (not texts or any(map(seen.has, texts)))
                    ]
                )
        return frozenset(found)


class _Seen:
    """What occurs in a draft; what no rule asks for is not looked for."""

    def __init__(self, document: Document, corpus: bool, base: bool) -> None:
        self._document = document
        self._texts: dict[str, bool] = {}
        given = {"corpus": corpus, "base": base, "comments": bool(document.comments)}
        self._given = frozenset(name for name, there in given.items() if there)

    def fits(self, way: Wake) -> bool:
        """Whether of each field of ``way`` something occurs, words and texts aside."""
        return (
            (not way.given or not self._given.isdisjoint(way.given))
            and (not way.parts or not self._parts.isdisjoint(way.parts))
            and (not way.kinds or not self._kinds.isdisjoint(way.kinds))
            and (not way.marks or not self._marks.isdisjoint(way.marks))
        )

    def has(self, text: str) -> bool:
        """Whether ``text``, which is folded, occurs in any letters."""
        found = self._texts.get(text)
        if found is None:
            found = self._texts[text] = occurs(self._document, text)
        return found

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(act.kind for act in self._document.acts)

    @cached_property
    def _marks(self) -> frozenset[str]:
        return frozenset({mark.kind for block in words_of(self._document).blocks for mark in block.marks})

    @cached_property
    def _parts(self) -> frozenset[str]:
        document = self._document
        there: dict[str, Any] = {
            "footnotes": document.footnotes,
            "masthead": _has_masthead(document),
            "table": any(block.cell is not None for block in document.blocks),
        }
        for act in document.acts:
            parts = {
                "title": act.title,
                "organ line": act.organ_line,
                "preamble": act.preamble,
                "operative": act.operative,
                "annex": act.annexes,
                "headings": act.headings,
                "closing": act.closing,
                "body": act.body,
            }
            there.update((name, part) for name, part in parts.items() if part)
        return frozenset(name for name, part in there.items() if part)


def _has_masthead(document: Document) -> bool:
    """Whether a masthead was read, or anything stands above the title that might be a line of one."""
    if document.head != Head():
        return True
    lines = {span.block for act in document.acts[:1] for span in (act.title, act.organ_line) if span is not None}
    return any(block.kind == "header" for block in document.blocks) or (
        bool(lines) and bool(document.blocks) and document.blocks[0].id not in lines
    )
