"""The opening phrases of the tables: how preambular and operative paragraphs and those of declarations begin.

A phrase is known as it stands in the tables, and also with the words that a drafter may always put around it: an
adverb in front (*Also*, *Further*, *Once again*, *Strongly*) and one behind (*also*, *further*), or a colour (*with
deep concern*). Source: Editorial Manual, resolutions and other formal decisions; openings of adopted texts.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

Mood = Literal["participle", "third", "plural"]
"""*Recalling* and adjectives such as *Mindful*; *Recalls*; *Recall*, the form of declarations."""

_MOODS: tuple[Mood, ...] = ("participle", "third", "plural")

_WORD = lazy(r"[^\W\d_]+(?:[-’'\u2011][^\W\d_]+)*")
_LEADING = lazy(r"[\s\[({“\"‘'\u00ad\ufffc]*")
_BLANKS = " \t\n\u00a0\u00ad"
_WORDS_SEEN = 14


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE = _set("also further again once more equally likewise similarly most very still")
_AFTER = frozenset(("also", "further", "again"))
_INSIDE = _AFTER | {"once", "more"}
_PAIRS_AFTER = frozenset((("once", "again"), ("once", "more"), ("in", "particular")))
_COLOURS = _set(
    "appreciation concern satisfaction interest regret alarm gratitude dismay approval indignation disappointment "
    "sorrow sadness shock outrage apprehension anxiety disapproval encouragement pleasure respect pride"
)
_OWNED = _COLOURS | _set(
    "conviction support hope intention determination solidarity condolences sympathy thanks commitment desire wish "
    "readiness willingness belief confidence expectation condemnation opposition grief"
)
_BETWEEN = 4


class Opening(NamedTuple):
    """A known opening phrase at the start of a text; offsets count from the start of that text.

    ``start`` to ``end`` is the whole phrase with its adverbs, ``italic_end`` the end of what is set in italics.
    ``phrase`` is the phrase in lower case without *also* and *further*, ``adverb`` is one of those two or empty,
    and ``adverb_first`` tells that it stands before the verb.
    """

    start: int
    end: int
    italic_end: int
    mood: Mood
    phrase: str
    adverb: str = ""
    adverb_first: bool = False


class _Node:
    """A word of the tables; ``italic`` is the number of words in italics where a phrase ends here, else -1."""

    __slots__ = ("below", "italic")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.italic = -1


_Tries = dict[Mood, _Node]


def _plant(root: _Node, phrase: str, italic: str) -> None:
    words = phrase.lower().split()
    if not words:
        return
    node = root
    for word in words:
        node = node.below.setdefault(word, _Node())
    node.italic = len(italic.split()) or len(words)


@per_lexicon
def preambular(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The phrases that open preambular paragraphs, each with the part of it in italics."""
    return tuple((row["phrase"], row.get("italic") or row["phrase"]) for row in lexicon.rows("preambular-openings"))


@per_lexicon
def operative(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The phrases that open operative paragraphs, each with the part of it in italics."""
    rows = lexicon.rows("operative-openings")
    return tuple((row["phrase"], row.get("italic") or row["phrase"]) for row in rows if row["phrase"])


@per_lexicon
def plural(lexicon: Lexicon) -> tuple[str, ...]:
    """The phrases that open the paragraphs of declarations."""
    return tuple(row["plural"] for row in lexicon.rows("operative-openings") if row.get("plural"))


@per_lexicon
def _tries(lexicon: Lexicon) -> _Tries:
    tries: _Tries = {mood: _Node() for mood in _MOODS}
    for phrase, italic in preambular(lexicon):
        _plant(tries["participle"], phrase, italic)
    for phrase, italic in operative(lexicon):
        _plant(tries["third"], phrase, italic)
    for phrase in plural(lexicon):
        _plant(tries["plural"], phrase, phrase)
    return tries


def find_opening(text: str, mood: Mood, lexicon: Lexicon) -> Opening | None:
    """The longest known opening phrase of ``mood`` at the start of ``text``, None if there is none."""
    root = _tries(lexicon)[mood]
    return _grow(_words(text, (root,)), root, mood)


def first_opening(text: str, lexicon: Lexicon) -> Opening | None:
    """The known opening phrase at the start of ``text``, of whatever mood."""
    tries = _tries(lexicon)
    words = _words(text, tuple(tries.values()))
    if not words:
        return None
    for mood in _MOODS:
        found = _grow(words, tries[mood], mood)
        if found is not None:
            return found
    return None


def opening(text: str, lexicon: Lexicon, role: str) -> Opening | None:
    """The longest known opening phrase at the start of ``text`` for a paragraph of ``role``, None if there is none.

    ``role`` is a ``Role``: preambular paragraphs open with participles and adjectives, operative ones with the
    third person, ``paragraph`` (declarations) with the plural, after *We* if it stands there.
    """
    if role == "preambular":
        return find_opening(text, "participle", lexicon)
    if role == "operative":
        return find_opening(text, "third", lexicon)
    return find_opening(text[:400], "plural", lexicon) or _after_we(text, lexicon)


def _after_we(text: str, lexicon: Lexicon) -> Opening | None:
    start = after_we(text)
    found = find_opening(text[start : start + 400], "plural", lexicon) if start else None
    if found is None:
        return None
    shift = start
    return Opening(
        found.start + shift, found.end + shift, found.italic_end + shift, "plural", found.phrase, found.adverb,
        found.adverb_first,
    )  # fmt: skip


def after_we(text: str) -> int:
    """Where the words after a leading *We* begin, 0 if the text does not begin with it."""
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    if text[start : start + 2] == "We" and text[start + 2 : start + 3] in (" ", "\u00a0", "\t"):
        return start + 3
    return 0


_Word = tuple[str, int, int]


def _words(text: str, roots: tuple[_Node, ...]) -> list[_Word]:
    """The first words, lower-cased, with their ends; only blanks may stand between them.

    None are given where the first of them neither begins a phrase below ``roots`` nor may lead one.
    """
    lead = _LEADING.match(text)
    at = lead.end() if lead else 0
    words: list[_Word] = []
    for found in _WORD.finditer(text, at, at + 200):
        if words and text[words[-1][2] : found.start()].strip(_BLANKS):
            break
        if not words and found.start() != at:
            break
        word = found[0].lower().replace("\u2011", "-")
        if not words and not (
            _may_lead(word) or any(word in root.below or _folded(word) in root.below for root in roots)
        ):
            break
        words.append((word, found.start(), found.end()))
        if len(words) == _WORDS_SEEN:
            break
    return words


def _folded(word: str) -> str:
    """The word spelled with z where it may be (*recognising*)."""
    for british, oxford in (("ising", "izing"), ("ises", "izes"), ("ise", "ize")):
        if word.endswith(british):
            return word[: -len(british)] + oxford
    return word


def _descend(words: list[_Word], at: int, root: _Node) -> tuple[int, int] | None:
    """The longest phrase of the tables from word ``at`` on: index after its last word, words of it in italics.

    An adverb of sequence inside of the phrase is passed over (*Having also considered*).
    """
    node, best, skipped = root, None, 0
    for index in range(at, len(words)):
        word = words[index][0]
        below = node.below.get(word) or node.below.get(_folded(word))
        if below is None and node is not root and word in _INSIDE:
            skipped += 1
            continue
        if below is None:
            break
        node = below
        if node.italic >= 0:
            best = (index + 1, node.italic + skipped)
    return best


def _grow(words: list[_Word], root: _Node, mood: Mood) -> Opening | None:
    at = 0
    found = _descend(words, 0, root)
    while found is None and at + 1 < len(words) and _may_lead(words[at][0]):
        at += 1
        found = _descend(words, at, root)
    if found is None:
        return None
    end, italic = found
    whole = end - at == italic
    after = _extend(words, end, words[end - 1][0])
    last_italic = after if whole else at + italic
    adverb, first = _adverb([word for word, _, _ in words[:after]], at)
    core = [word for word, _, _ in words[:after] if word not in ("also", "further")]
    return Opening(
        words[0][1], words[after - 1][2], words[last_italic - 1][2], mood, " ".join(core), adverb, first
    )  # fmt: skip


def _may_lead(word: str) -> bool:
    return word in _BEFORE or (word.endswith("ly") and len(word) > 4)


def _adverb(words: list[str], verb: int) -> tuple[str, bool]:
    for index, word in enumerate(words):
        if word in ("also", "further"):
            return word, index < verb
    return "", False


def _extend(words: list[_Word], at: int, verb: str) -> int:
    """The index after the adverbs and colours that belong to the phrase that ends before word ``at``."""
    grown = True
    while grown and at < len(words):
        grown = False
        word = words[at][0]
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if word in _AFTER:
            at, grown = at + 1, True
        elif (word, following) in _PAIRS_AFTER:
            at, grown = at + 2, True
        elif word == "with" and (end := _noun(words, at + 1, _COLOURS)):
            at, grown = end, True
        elif verb.startswith("express") and (end := _noun(words, at, _OWNED)):
            at, verb, grown = end, "", True
    return at


def _noun(words: list[_Word], at: int, nouns: frozenset[str]) -> int:
    """The index after the first of ``nouns`` within a few words, 0 if none stands there."""
    for index in range(at, min(at + _BETWEEN, len(words))):
        if words[index][0] in nouns:
            return index + 1
    return 0
