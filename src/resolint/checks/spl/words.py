"""Checks on the spelling of words: *-ize*, British forms, and words that nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from resolint.checks import check
from resolint.checks.shared.sentences import places_of, sentences
from resolint.checks.shared.texts import Find, finds_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.characters import INVISIBLE
from resolint.lexicon.runs import JOINING
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.spelling import (
    Suggester,
    WordList,
    is_chemical,
    is_compounded,
    is_derived,
    is_numeral,
    is_prefix,
    one_edit_apart,
)
from resolint.spelling.likely import likely
from resolint.spelling.tokens import bare, in_compound

_TERM = 3
_BROKEN = 30
_SHARE = 40
_NAME = 2
_TITLE = 6
_GLOSS = 40
_PHRASE = 16
_TITLES = (
    "agenda agreement assembly charter commission committee conference convention council declaration development director "
    "economic executive framework general government governments headquarters international member members nations "
    "organization organizations outcome programme protocol rapporteur representative resolution secretariat secretary "
    "security states sustainable treaty united working"
)
"""Words that have a capital inside sentences because they name an organ, an office or an instrument."""
_SHOWN = 3
_LETTERS = lazy(r"[^\W\d_]+")
_DAY_BEFORE = lazy(r"(?<!\d)\d{1,2}[ \xa0]\Z")
_PLACED = lazy(r"\b(?:in|at|near|from|of|to)[ \xa0]\Z")
"""A preposition that a city may follow."""


@check("SPL001")
def oxford(document: Document, context: Context) -> Iterator[Hit]:
    """*Organise* for *organize*, and *analyze* for *analyse*."""
    yield from _of_kind(document, context, _OXFORD)


@check("SPL002")
def american(document: Document, context: Context) -> Iterator[Hit]:
    """American and other forms that the dictionary of the house does not give first, but in the phrases of the option ``right``."""
    excused = [(word, phrase) for word, phrases in context.options["right"].items() for phrase in phrases]
    for hit in _of_kind(document, context, "american"):
        text = document.block(hit.span.block).text
        around = text[max(0, hit.span.start - _PHRASE) : hit.span.end + _PHRASE].lower()
        if not any(hit.values["text"].lower().startswith(word) and phrase in around for word, phrase in excused):
            yield hit
    yield from _measures(document)


_LENGTHS = {"meter": "metre", "meters": "metres"}
"""Words that are a measure behind a figure, and an instrument elsewhere."""


def _measures(document: Document) -> Iterator[Hit]:
    """*Within 100 meters*."""
    for text, place, word in places_of(document, _LENGTHS.keys()):
        before = text.block.text[: text.start(place)].rstrip(" \xa0-")
        found, prefer = text.written[place], _LENGTHS[word]
        if before[-1:].isdigit() and found.islower():
            span = text.block.span(text.start(place), text.end(place))
            fix = Fix(f"write “{prefer}”", (Edit(span, prefer, found),), "suggest")
            yield Hit(span, {"text": found, "prefer": prefer}, fix)


def _of_kind(document: Document, context: Context, kind: str) -> Iterator[Hit]:
    finds = finds_of(document, context)
    if not finds.known:
        return
    for find in finds.all:
        if find.entry is not None and find.entry.kind == kind:
            yield _swap(find, find.entry.prefer)
    told: set[str] = set()
    for find in finds.in_names:
        if find.entry is None or find.entry.kind != kind or find.word.text in told:
            continue
        if _named_rightly(find, find.entry.prefer, kind == _OXFORD, context.lexicon):
            told.add(find.word.text)
            yield _swap(find, find.entry.prefer)


_OXFORD = "oxford"


@per_lexicon
def _pairs_in_names(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of the names that the tables hold, and those that stand side by side in them, in small letters."""
    rows = [
        name.lower().split() for name in (*lexicon.column("names", "name"), *lexicon.column("official-names", "name"))
    ]
    return frozenset(word for row in rows for word in row), frozenset(pair for row in rows for pair in pairwise(row))


def _named_rightly(find: Find, prefer: str, small: bool, lexicon: Lexicon) -> bool:
    """Whether a word of a name stands in names of the tables as the house spells it, beside the same word, and never otherwise.

    The word beside it may be a ``small`` one.
    """
    known, pairs = _pairs_in_names(lexicon)
    wrong, right = bare(find.word.text.lower()), prefer.lower()
    if wrong in known or right not in known:
        return False
    text, word = find.block.text, find.word
    before = _LETTERS.findall(text[max(0, word.start - _TERM * 10) : word.start].lower())[-1:]
    after = _LETTERS.findall(text[word.end : word.end + _TERM * 10].lower())[:1]
    beside = [(one, right) for one in before if small or one not in JOINING]
    beside += [(right, one) for one in after if small or one not in JOINING]
    return any(pair in pairs for pair in beside)


def _swap(find: Find, prefer: str) -> Hit:
    text = bare(find.block.text[find.word.start : find.word.end])
    prefer = _in_case(text, prefer)
    span = find.block.span(find.word.start, find.word.start + len(text))
    return Hit(span, {"text": text, "prefer": prefer}, Fix(f"write “{prefer}”", (Edit(span, prefer, text),), "suggest"))


def _in_case(text: str, prefer: str) -> str:
    return prefer[:1].upper() + prefer[1:] if text[:1].isupper() else prefer


@check("SPL012")
def misspelt(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are in no list and like one that is."""
    known = finds_of(document, context).known
    for find, offered, doubtful in _strange(document, context):
        parted = _parted(find, known)
        if parted is not None:
            yield _joined(find, parted)
        elif offered:
            yield _unknown(find, offered, context, unsure=doubtful)
    yield from _months(document, context)


def _months(document: Document, context: Context) -> Iterator[Hit]:
    """*30 Septembre 2028*, *Monday, 4 Septmber, to Friday*: a month, between its day and what follows, all but right."""
    months = dates.months(context.lexicon)
    heads = {month[:_LIKE] for month in months}
    for text in sentences(document):
        for place in text.capitals:
            word = text.written[place]
            if word[:_LIKE] not in heads or word in months or len(word) <= _LIKE:
                continue
            before, behind = text.block.text[: text.start(place)], text.block.text[text.end(place) :]
            year = behind[1:5].isdigit() and not behind[5:6].isdigit()
            if not before[-2:-1].isdigit() or not (year or behind[:2] == ", " or text.at(place + 1) == "to"):
                continue
            near = [one for one in months if one[:_LIKE] == word[:_LIKE] and _all_but(word, one, year)]
            if len(near) == 1:
                span = text.block.span(text.start(place), text.end(place))
                fix = Fix(f"write “{near[0]}”", (Edit(span, near[0], word),), "suggest")
                yield Hit(span, {"text": word, "meant": f"was “{near[0]}” meant?"}, fix)


_LIKE = 2


def _all_but(word: str, month: str, dated: bool) -> bool:
    """Whether a word is a month with a letter wrong, or with its ending, where a year follows."""
    return one_edit_apart(word.lower(), month.lower()) or (dated and word[:4] == month[:4] and len(word) == len(month))


@check("SPL023")
def unknown(document: Document, context: Context) -> Iterator[Hit]:
    """Words that are in no list and like none that is."""
    known = finds_of(document, context).known
    for find, offered, _ in _strange(document, context):
        if not offered and _parted(find, known) is None:
            text = bare(find.block.text[find.word.start : find.word.end])
            yield Hit(find.block.span(find.word.start, find.word.start + len(text)), {"text": text})


def _strange(document: Document, context: Context) -> Iterator[tuple[Find, tuple[str, ...], bool]]:
    """Words that are neither in the word file nor made from words that are, with those that may be meant.

    The last value tells that the word may be right: none of those that are like it is common, it is the plural of one, or it
    is explained.
    """
    finds = finds_of(document, context)
    if not finds.known:
        return
    elsewhere, titles = _elsewhere(context.lexicon), _titles(context.lexicon)
    suggest = Suggester(finds.known, lambda word: finds.counts.get(word, 0) + 2 * (word in titles))
    strange = [find for find in finds.all if find.entry is None]
    counts = Counter(bare(find.word.text.lower()) for find in strange)
    if len(strange) > _BROKEN and len(strange) * _SHARE > sum(finds.counts.values()):
        # So many are no slips: the text was scanned badly, or is in a language that its small words do not show.
        return
    for find in strange:
        word = bare(find.word.text.lower())
        if word in elsewhere or _no_slip(find, word, finds.known):
            continue
        if find.name:
            # A name is right as it stands, unless it is all but that of an organ: "the Goverment", "the Assemby".
            near = tuple(one for one in titles if one_edit_apart(word, one)) if counts[word] < _NAME else ()
            if near:
                yield find, near, False
            continue
        proper = _proper(find, word, context.lexicon)
        if proper is not None:
            if proper:
                yield find, (proper,), False
            continue
        if word in finds.names:
            continue
        offered = suggest(word)
        if is_derived(word, finds.known.knows, offered):
            continue
        further = () if offered else _further(word, finds.known, context.lexicon)
        offered, glossed = offered or further, _is_glossed(find)
        rare = counts[word] >= _NAME if further else not any(map(suggest.is_common, offered))
        if rare and (counts[word] >= _TERM or glossed or is_chemical(word)):
            continue
        yield find, offered, rare or glossed or any(_is_plural(word, one) for one in offered)


def _proper(find: Find, word: str, lexicon: Lexicon) -> str | None:
    """The month, day or city that a word in small letters is; empty where the rule on days speaks of it, None if it is none."""
    before = find.block.text[: find.word.start]
    if (day := dates.unmistakable(lexicon).get(word)) is not None:
        return "" if _DAY_BEFORE.search(before) else day
    return _cities(lexicon).get(word) if _PLACED.search(before) else None


@per_lexicon
def _cities(lexicon: Lexicon) -> dict[str, str]:
    """The cities of one word, by their small letters."""
    return {city.lower(): city for city in lexicon.column("cities", "city") if city.isalpha()}


class _Parted(NamedTuple):
    """A word in which a hyphen stands that a line end or a paste left there: its place, and the whole word."""

    start: int
    end: int
    whole: str


def _parted(find: Find, known: WordList) -> _Parted | None:
    """The word that a strange one makes with its neighbour behind or before a hyphen: *devel-opment*."""
    text, start, end = find.block.text, find.word.start, find.word.end
    behind = _LETTERS.match(text, end + 1) if text[end : end + 1] == "-" else None
    if behind and known.knows((text[start:end] + behind[0]).lower()):
        return _Parted(start, behind.end(), text[start:end] + behind[0])
    if text[start - 1 : start] != "-":
        return None
    first = start - 1
    while first and text[first - 1].isalpha():
        first -= 1
    whole = text[first : start - 1] + text[start:end]
    return _Parted(first, end, whole) if first < start - 1 and known.knows(whole.lower()) else None


def _joined(find: Find, parted: _Parted) -> Hit:
    span = find.block.span(parted.start, parted.end)
    words = find.block.text[parted.start : parted.end]
    fix = Fix(f"write “{parted.whole}”", (Edit(span, parted.whole, words),), "suggest")
    return Hit(span, {"text": words, "meant": f"was “{parted.whole}” meant?"}, fix)


def _further(word: str, known: WordList, lexicon: Lexicon) -> tuple[str, ...]:
    """What a word that is one edit away from none may be: two words run together, or a common one with two wrong letters."""
    for small in _RUN_TOGETHER:
        for one, other in ((small, word.removeprefix(small)), (word.removesuffix(small), small)):
            rest = other if one == small else one
            if len(word) - len(rest) == len(small) and len(rest) >= _PART and _counts(lexicon).get(rest, 0) >= _USED:
                return (f"{one} {other}",)
    if len(word) < _LONG_WORD or not known:
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(word, _common(lexicon), scorer=OSA.distance, score_cutoff=2, limit=2)
    alike = [one for one, _, _ in near if one[0] == word[0]]
    return (alike[0],) if len(near) == 1 and alike else ()


_RUN_TOGETHER = ("the", "that", "and", "of", "to", "with", "from", "which", "for", "in")
_PART, _USED, _LONG_WORD, _COMMON = 4, 20, 9, 20
"""Letters of the other of two words run together, and texts that use it; letters of a word with two wrong ones, and texts."""


@per_lexicon
def _common(lexicon: Lexicon) -> tuple[str, ...]:
    """Long words that many adopted texts use."""
    return tuple(word for word, texts in _counts(lexicon).items() if texts >= _COMMON and len(word) >= _LONG_WORD - 1)


def _no_slip(find: Find, word: str, known: WordList) -> bool:
    """Whether a word is a numeral, a chemical name, made of known words, or parted by a character that another rule reports."""
    text = find.block.text
    if INVISIBLE.intersection((text[find.word.start - 1 : find.word.start], text[find.word.end : find.word.end + 1])):
        return True
    if is_numeral(word) or is_chemical(word, surely=True) or is_compounded(word, known.knows):
        return True
    return (in_compound(text, find.word) or text[find.word.end : find.word.end + 1] == "/") and is_prefix(word)


def _is_plural(word: str, one: str) -> bool:
    """Whether a word is the regular plural of another; of nouns without a plural other rules speak."""
    return word in (one + "s", one + "es") or (one.endswith("y") and word == one[:-1] + "ies")


def _is_glossed(find: Find) -> bool:
    """Whether the word is explained in brackets, or stands there to explain: *hibakusha (survivors)*."""
    text, word = find.block.text, find.word
    opened = text.rfind("(", max(0, word.start - _GLOSS), word.start)
    within = opened >= 0 and ")" not in text[opened : word.start] and ")" in text[word.end : word.end + _GLOSS]
    return within or "(" in text[word.end : word.end + _GLOSS].partition(",")[0].partition(" ")[2][:_PHRASE]


@per_lexicon
def _elsewhere(lexicon: Lexicon) -> frozenset[str]:
    """Words, in small letters, that other rules speak of."""
    avoided = (*lexicon.column("spelling", "avoid"), *lexicon.column("confused-phrases", "avoid"))
    return frozenset(word.lower() for one in avoided for word in one.split("|") if " " not in word)


@per_lexicon
def _titles(lexicon: Lexicon) -> frozenset[str]:
    """The words, in small letters, that the names of organs and instruments on record are made of."""
    parts = " ".join(row["name"] for row in lexicon.rows("organs")).lower().split()
    words = (part.strip(",()\u2019") for part in parts)
    return frozenset(_TITLES.split()) | {word for word in words if len(word) >= _TITLE}


def _unknown(find: Find, offered: tuple[str, ...], context: Context, *, unsure: bool) -> Hit:
    """The hit on a misspelt word; a remedy is offered only where one word stands out."""
    text = bare(find.block.text[find.word.start : find.word.end])
    span = find.block.span(find.word.start, find.word.start + len(text))
    before = find.block.text[: find.word.start].split()[-1:]
    counts, verbs = _counts(context.lexicon), _verbs(context.lexicon)
    found = likely(
        text.lower(), offered, lambda one: counts.get(one, 0), before[0].lower() if before else "", verbs.__contains__
    )
    shown = [_in_case(text, one) for one in (found.words[:1] if found.clear else found.words[:_SHOWN])]
    meant = " or ".join(f"“{one}”" for one in shown)
    fix = Fix(f"write “{shown[0]}”", (Edit(span, shown[0], text),), "suggest") if found.clear else None
    return Hit(span, {"text": text, "meant": f"was {meant} meant?"}, fix, unsure=unsure)


@per_lexicon
def _counts(lexicon: Lexicon) -> dict[str, int]:
    """In how many adopted texts words stand."""
    return {word: int(texts) for word, texts in lexicon.columns("word-counts", "word", "texts")}


@per_lexicon
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["verb"] for row in lexicon.rows("verbs"))
