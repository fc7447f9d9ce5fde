"""What the checks on spelling share: the words of a draft that the word file does not hold to be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from resolint.checks.shared.clauses import inside, quotations
from resolint.frozen import dataclass
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.shared import per_document, timed
from resolint.spelling import Word, WordEntry, WordList, is_foreign, near_foreign, speaks_otherwise, words
from resolint.spelling.tokens import (
    QUOTES,
    bare,
    begins_sentence,
    capital_follows,
    forms_of,
    in_compound,
    is_code,
    is_torn,
    is_transcribed,
    level,
    odd_words,
    possible_names,
    whole_compound,
)
from resolint.tokens import words_of

__all__ = ["Find", "Finds", "Judged", "english", "finds_of", "texts", "word_list"]

_Key = TypeVar("_Key")
_Answer = TypeVar("_Answer")

_ROW = "spelling"
"""What this takes is shared by the rules on spelling, and told apart from them."""
_CLOSE = ("\u201d", '"', "\u2019")
_SHORTEST = 3
_MOST_JUDGED = 100_000
MOST_PAIRS = 20_000
"""So many pairs of words are kept of what was judged of two in a row."""
"""So many words are remembered; a run over thousands of drafts meets more."""
_PASSAGE = 25
"""A quotation of more words than these is a passage rather than a title."""


@dataclass(frozen=True, slots=True)
class Find:
    """A word to look at: where it stands, and what the word file says of it (None: nothing).

    ``name`` tells that it has, or is joined to, a capital that no beginning of a sentence accounts for.
    """

    block: Block
    word: Word
    entry: WordEntry | None
    name: bool


class Finds:
    """The words of ``document`` that are spelt otherwise than in the house, or that nobody knows."""

    def __init__(self, document: Document, speller: _Speller) -> None:
        self._document = document
        self._speller = speller
        self.known = speller.known
        self._openers = frozenset(
            (clause.body.block, clause.body.start)
            for _, clause in document.clauses()
            if clause.role in ("preambular", "operative")
        )

    @cached_property
    def all(self) -> tuple[Find, ...]:
        """Every word to look at, in document order."""
        return tuple(find for find in self._found if not (find.name and find.entry is not None))

    @property
    def in_names(self) -> tuple[Find, ...]:
        """Words of names that are spelt otherwise than in the house; names may have their own spelling."""
        return tuple(find for find in self._found if find.name and find.entry is not None)

    @cached_property
    def _found(self) -> tuple[Find, ...]:
        return timed(_ROW, lambda: tuple(self._find()))

    def _find(self) -> Iterator[Find]:
        """What the blocks hold that have a word which is not right."""
        words_ = words_of(self._document)
        forms_in = {block.id: forms for block, forms in zip(words_.blocks, words_.forms, strict=True)}
        for block in texts(self._document):
            if not all(map(self._speller.tokens.__getitem__, forms_in[block.id])):
                yield from self._in_block(block)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often the draft uses each word, in small letters."""
        return timed(_ROW, self._count)

    def _count(self) -> dict[str, int]:
        written: Counter[str] = Counter()
        for block in texts(self._document):
            written.update(forms_of(block.text, block.lead))
        found: dict[str, int] = {}
        for form, number in written.items():
            lower = bare(level(form).lower())
            found[lower] = found.get(lower, 0) + number
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that the draft uses as names: with a capital inside a sentence, or set in quotation marks alone."""
        return timed(_ROW, self._collect_names)

    def _collect_names(self) -> frozenset[str]:
        found = set()
        for block in texts(self._document):
            text = block.text
            for word in possible_names(text, block.lead):
                quoted = text[word.start - 1 : word.start] in QUOTES and text[word.end : word.end + 1] in _CLOSE
                if quoted or (word.text[0].isupper() and not begins_sentence(text, word, block.lead)):
                    found.add(bare(word.text.lower()))
        return frozenset(found)

    def _in_block(self, block: Block) -> Iterator[Find]:
        odd = odd_words(block.text, block.lead, self._speller.right.__getitem__)
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
            entry = self._speller.entry(word.text)
            name = self._is_name(block, word)
            if entry is None and is_torn(block.text, word):
                continue
            if near_foreign(everything, places[word.start]):
                continue
            yield Find(block, word, entry, name)

    def _is_name(self, block: Block, word: Word) -> bool:
        """Whether a capital, of the word or of the compound it belongs to, makes it part of a name."""
        text = block.text
        initial = begins_sentence(text, word, block.lead)
        if in_compound(text, word):
            whole = whole_compound(text, word)
            inner = whole[1:] if initial else whole
            if inner != inner.lower() or any(letter.isdecimal() for letter in whole):
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


class Judged(dict[_Key, _Answer]):
    """What was judged of each word, or of two in a row; it is judged when it is first met, and kept for later drafts."""

    def __init__(self, judge: Callable[[_Key], _Answer], most: int = _MOST_JUDGED) -> None:
        super().__init__()
        self._judge, self._most = judge, most

    def __missing__(self, key: _Key) -> _Answer:
        found = self._judge(key)
        if len(self) < self._most:
            self[key] = found
        return found


class _Speller:
    """Judges words by a word list. What was judged is kept for all drafts, which share most of their words.

    ``right`` judges words; ``tokens`` what stands between blanks, as ``resolint.tokens`` splits a text: it is right if
    every word in it is. No word that is wrong lies across two of them, for only a possessive does, and that is judged
    without its ending.
    """

    def __init__(self, known: WordList) -> None:
        self.known = known
        self.right: Judged[str, bool] = Judged(self._judge)
        self.tokens: Judged[str, bool] = Judged(lambda token: all(map(self.right.__getitem__, forms_of(token))))

    def _judge(self, form: str) -> bool:
        form = level(form)
        plain = bare(form)
        # Contractions, and names such as "d'Ivoire", are no matter of spelling; nor are words of other alphabets.
        if len(plain) < _SHORTEST or not plain.isascii() or "'" in plain or plain[1:] != plain[1:].lower():
            return True
        entry = self.entry(form)
        return entry is not None and entry.kind == "right"

    def entry(self, word: str) -> WordEntry | None:
        """What the word list says of a word, in small letters or else as it stands; None if it is unknown."""
        plain = bare(word)
        lower = plain.lower()
        entry = self.known.look_up(lower)
        return self.known.look_up(plain) if entry is None and plain != lower else entry


@per_document("words")
def texts(document: Document) -> tuple[Block, ...]:
    """The running text: body and notes, without masthead, headers and footers."""
    masthead = frozenset(document.head.blocks)
    body = [b for b in document.blocks if b.kind not in ("header", "footer") and b.id not in masthead]
    return (*body, *(block for note in document.footnotes for block in note.blocks))


@per_lexicon
def word_list(lexicon: Lexicon) -> WordList:
    """The words of the language, without those of a project."""
    return WordList(getattr(lexicon.tables, "words", b""), frozenset())


def english(block: Block) -> bool:
    """Whether a paragraph is not plainly in another language, whose marks keep other rules."""
    text = block.text
    return text.isascii() or not speaks_otherwise([level(form) for form in forms_of(text, block.lead)])


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


def finds_of(document: Document, context: Context) -> Finds:
    """The finds of ``document``, kept with it, since three rules ask for the same."""
    own = tuple(context.options.get("own_words", ()))
    known = _word_lists(context.lexicon)
    if own not in known:
        known[own] = _Speller(_word_list(context.lexicon, own))
    speller = known[own]
    kept = _finds(document)
    if speller not in kept:
        kept[speller] = Finds(document, speller)
    return kept[speller]


@per_document(_ROW)
def _finds(_document: Document) -> dict[_Speller, Finds]:
    return {}


@per_lexicon
def _word_lists(_lexicon: Lexicon) -> dict[tuple[str, ...], _Speller]:
    return {}


def _word_list(lexicon: Lexicon, own: tuple[str, ...]) -> WordList:
    """The words that are right by the word file, the table of further words and the author's own list."""
    right = frozenset(form for word in lexicon.column("un-words", "word") for form in forms(word))
    return word_list(lexicon).with_own(right | frozenset(word.lower() for word in own))
