"""What the checks on spelling share: the words of a draft that the word file does not hold to be right."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resolint.checks.opr_parts import inside, quotations
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.spelling import Entry, Lexicon, Word, is_foreign, near_foreign, words
from resolint.spelling.tokens import (
    bare,
    begins_sentence,
    capital_follows,
    in_compound,
    is_code,
    is_torn,
    is_transcribed,
    level,
    odd_words,
    whole_compound,
)

__all__ = ["Find", "Finds", "finds_of"]

_SHORTEST = 3
_PASSAGE = 25
"""A quotation of more words than these is a passage rather than a title."""


@dataclass(frozen=True, slots=True)
class Find:
    """A word to look at: where it stands, and what the word file says of it (None: nothing).

    ``name`` tells that it has, or is joined to, a capital that no beginning of a sentence accounts for.
    """

    block: Block
    word: Word
    entry: Entry | None
    name: bool


class Finds:
    """The words of ``document`` that are spelt otherwise than in the house, or that nobody knows."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self.lexicon = lexicon
        self._openers = frozenset(
            (clause.body.block, clause.body.start)
            for _, clause in document.clauses()
            if clause.role in ("preambular", "operative")
        )
        self._right = _Judged(self._judge)
        self._entries: dict[str, Entry | None] = {}

    @cached_property
    def all(self) -> tuple[Find, ...]:
        """Every word to look at, in document order."""
        return tuple(find for block in texts(self._document) for find in self._in_block(block))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often the draft uses each word, in small letters."""
        found: dict[str, int] = {}
        for block in texts(self._document):
            for word in words(block.text, block.lead):
                lower = bare(word.text.lower())
                found[lower] = found.get(lower, 0) + 1
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that the draft uses as names: with a capital inside a sentence, or set in quotation marks alone."""
        found = set()
        for block in texts(self._document):
            for word in words(block.text, block.lead):
                text = block.text
                quoted = text[word.start - 1 : word.start] in ("\u201c", '"', "\u2018") and text[
                    word.end : word.end + 1
                ] in ("\u201d", '"', "\u2019")
                if quoted or (word.text[0].isupper() and not begins_sentence(text, word, block.lead)):
                    found.add(bare(word.text.lower()))
        return frozenset(found)

    def _in_block(self, block: Block) -> Iterator[Find]:
        odd = odd_words(block.text, block.lead, self._right.__getitem__)
        if not odd:
            return
        everything = words(block.text, block.lead)
        if is_foreign(everything):
            return
        places = {word.start: place for place, word in enumerate(everything)}
        passed_over = self._passed_over(block)
        for word in odd:
            if (
                inside(passed_over, word.start, word.end)
                or is_code(block.text, word)
                or is_transcribed(block.text, word)
            ):
                continue
            entry = self._entries[word.text]
            name = self._is_name(block, word)
            if (entry is None and is_torn(block.text, word)) or (name and entry is not None):
                continue
            if near_foreign(everything, places[word.start]):
                continue
            yield Find(block, word, entry, name)

    def _judge(self, form: str) -> bool:
        form = level(form)
        plain = bare(form)
        # Contractions, and names such as "d'Ivoire", are no matter of spelling; nor are words of other alphabets.
        if len(plain) < _SHORTEST or not plain.isascii() or "'" in plain or plain[1:] != plain[1:].lower():
            return True
        lower = plain.lower()
        entry = self.lexicon.look_up(lower)
        if entry is None and plain != lower:
            entry = self.lexicon.look_up(plain)
        self._entries[form] = entry
        return entry is not None and entry.kind == "right"

    def _is_name(self, block: Block, word: Word) -> bool:
        """Whether a capital, of the word or of the compound it belongs to, makes it part of a name."""
        text = block.text
        initial = begins_sentence(text, word, block.lead)
        if in_compound(text, word):
            whole = whole_compound(text, word)
            inner = whole[1:] if initial else whole
            if inner != inner.lower() or any(letter.isdigit() for letter in whole):
                return True
        if not word.text[0].isupper():
            return False
        opens = any(block.id == at and 0 <= word.start - start <= 2 for at, start in self._opens(block))
        return not initial or (capital_follows(text, word) and not opens)

    def _opens(self, block: Block) -> list[tuple[str, int]]:
        return [(at, start) for at, start in self._openers if at == block.id]

    def _passed_over(self, block: Block) -> list[tuple[int, int]]:
        """Titles in quotation marks, words that end in a raised letter, and words in italics that are not an opening."""
        found = [] if self._document.kind == "amendment" else quotations(block.text)
        found = [(start, end) for start, end in found if block.text.count(" ", start, end) <= _PASSAGE]
        found += [(mark.start, mark.end) for mark in block.marked("superscript") if mark.end > mark.start]
        for mark in block.marked("italic"):
            if block.text[block.lead : mark.start].strip("\ufffc \t\xa0"):
                found.append((mark.start, mark.end))
        return _apart(found)


class _Judged(dict[str, bool]):
    """Whether each word is right; a word is judged when it is first met."""

    def __init__(self, judge: Callable[[str], bool]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, form: str) -> bool:
        self[form] = right = self._judge(form)
        return right


def texts(document: Document) -> Iterator[Block]:
    """The running text: body and notes, without masthead, headers and footers."""
    masthead = frozenset(document.head.blocks)
    for block in document.blocks:
        if block.kind not in ("header", "footer") and block.id not in masthead:
            yield block
    for note in document.footnotes:
        yield from note.blocks


def _apart(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """``ranges`` in order, those that overlap joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def forms(word: str) -> tuple[str, ...]:
    """``word``, and where it is a verb in *-ize* what is made from it."""
    if not word.endswith("ize"):
        return (word,)
    stem = word[:-1]
    return (word, f"{stem}es", f"{stem}ed", f"{stem}ing", f"{stem}ation")


_last: tuple[weakref.ref[Document], tuple[object, ...], Finds] | None = None


def finds_of(document: Document, context: Context) -> Finds:
    """The finds of ``document``; those asked for last are kept, since three rules ask for the same."""
    global _last
    own = tuple(context.options.get("own_words", ()))
    key = (id(context.tables), own)
    last = _last
    if last is not None and last[0]() is document and last[1] == key:
        return last[2]
    rows = context.tables.get("un-words", ())
    right = frozenset(form for row in rows for form in forms(row["word"])) | frozenset(word.lower() for word in own)
    finds = Finds(document, Lexicon(getattr(context.tables, "words", b""), right))
    _last = (weakref.ref(document), key, finds)
    return finds
