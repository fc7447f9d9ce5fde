"""Checks on what one draft writes in two ways: a name, its own title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import zip_longest

from resolint import consistency
from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.ref.things import unintroduced
from resolint.checks.ref.turned import misspelt_names, otherwise
from resolint.checks.ref.twins import twins
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.masthead import field_place
from resolint.checks.shared.texts import finds_of, texts
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import roman_value
from resolint.lexicon.names import names
from resolint.lexicon.nearness import one_edit_apart
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.runs import JOINING
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_LINKS = frozenset(("of", "for", "on", "in", "to", "against"))
_WHOLE = 5
"""A name of fewer words in which only a link differs may be two: *the Federation in Oslo*, *the Federation of Oslo*."""
_NEAR = 3
"""So many letters may two forms of one word differ by."""
_SHORTEST = 5


@check("REF028")
def name_in_two_forms(document: Document, context: Context) -> Iterator[Hit]:
    """A name that differs in one small word, one word's spelling or a hyphen from a form the draft writes as often or more."""
    for thing in consistency.names(document):
        if len(thing.forms) < 2:
            continue
        for form in thing.forms:
            if form.text == thing.text or not _slip(form.text, thing.text, context.lexicon):
                continue
            # Of a name that adopted texts know the other form is the wrong one, however often it stands there.
            known = names(context.lexicon)
            other = known.texts(form.text) > 0 and not known.lets_pass(thing.text)
            right = form.text if other else thing.text
            wrong = next(one for one in thing.forms if one.text == thing.text) if other else form
            for span in wrong.places:
                fix = Fix(f"Write “{right}” if the same is meant", (), "advice")
                yield Hit(span, {"found": wrong.text, "other": right}, fix)

    yield from _others(document, context)


def _others(document: Document, context: Context) -> Iterator[Hit]:
    """Names in another order or with another word, words a letter apart, and things that nothing brings up."""
    told: set[Span] = set()
    for odd in otherwise(consistency.names(document), context.lexicon):
        for span in odd.form.places:
            if span not in told:
                told.add(span)
                yield _otherwise(span, odd.form.text, odd.name)
    for span, found, right in _abbreviations_apart(document):
        yield _otherwise(span, found, right)
    counts, listed = counts_of(context.lexicon), finds_of(document, context).known
    if counts is not None and listed:
        for span, found, right in misspelt_names(
            document, listed.knows, lambda word: bool(counts[f"{word} ".encode()])
        ):
            yield _otherwise(span, found, right)
    alone = [(one.span, one.found, one.other) for one in unintroduced(document)]
    alone += [(one.span, one.found, one.other) for one in twins(document, consistency.names(document), context)]
    for span, found, right in alone:
        if span not in told:
            told.add(span)
            yield _otherwise(span, found, right)


_INITIALS, _OFTEN = 5, 3
"""An abbreviation of so many letters that is written once is a slip of one that is written so often."""


def _abbreviations_apart(document: Document) -> Iterator[tuple[Span, str, str]]:
    """*UNOMKV* once in a draft on UNOMKAV."""
    uses = consistency.uses(document)
    long_ = [word for word in uses if len(word) >= _INITIALS and word.isalpha()]
    usual = [word for word in long_ if len(uses[word]) >= _OFTEN]
    for word in long_ if usual else ():
        if len(uses[word]) == 1:
            other = next((one for one in usual if one_edit_apart(one, word) and one != f"{word}s"), "")
            if other:
                yield uses[word][0], word, other


def _otherwise(span: Span, found: str, other: str) -> Hit:
    return Hit(span, {"found": found, "other": other}, Fix(f"Write “{other}” if the same is meant", (), "advice"))


def _slip(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two names of one number of words differ as only a slip makes them differ."""
    if one.replace("-", " ").lower() == other.replace("-", " ").lower():
        return one.lower() != other.lower()
    pairs = [pair for pair in zip_longest(one.split(), other.split(), fillvalue="") if pair[0] != pair[1]]
    if len(pairs) != 1 or one.count(" ") != other.count(" ") or one.count(" ") < 2:
        return False
    first, second = pairs[0]
    if first in _LINKS or second in _LINKS:
        whole = one.count(" ") + 1 >= _WHOLE or len(one.rpartition(f" {first} ")[2].split()) > 1
        return whole and first in _LINKS and second in _LINKS
    return _misspelt(first, second, lexicon)


def _misspelt(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two words are alike but are no numbers and no singular and plural or name and possessive of one."""
    if any(roman_value(word) or ordinal_value(word, lexicon) for word in (first, second)):
        return False
    short, long = sorted((first, second), key=len)
    if len(short) < _SHORTEST or _stem(short) == _stem(long) or not (first + second).replace("-", "").isalpha():
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # only where a name has two forms

    return DamerauLevenshtein.distance(first.lower(), second.lower()) <= _NEAR


def _stem(word: str) -> str:
    """A word without what a plural adds to it or changes in it."""
    return word.lower().replace("men", "man").replace("ies", "y").rstrip("s’'").rstrip("e")


_WORD = lazy(r"[^\W_]+(?:[-’'\u2011][^\W_]+)*")
_TITLE_WORDS, _WEIGHTY = 4, 3
"""A title has so many words, and so many of weight, before another text is taken for it."""
_LONG_TITLE = 7
"""Of a title of so many words the first or the last may be left out where it is repeated."""
_PARTS = lazy(r"[:;.]|\u2013|\n")
_SURELY = 3
_STEM_OF_BOTH = 5


class _Words(NamedTuple):
    """Words of a block in small letters, with their places."""

    block: Block
    lower: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def _words(block: Block, start: int = 0, end: int | None = None) -> _Words:
    found = list(_WORD.finditer(block.text, start, len(block.text) if end is None else end))
    return _Words(block, tuple(match.group().lower() for match in found), tuple(match.span() for match in found))


@check("REF042")
def title_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*A sub-item entitled “Bells of large towns”* in a draft on bells of small towns, and the title that has the slip itself."""
    counts = counts_of(context.lexicon)
    titles = [title for title in _titles(document) if _is_long_enough(title.lower)]
    if not titles or counts is None:
        return
    own = {title.block.id for title in titles}
    weighty = [(title, {word for word in title.lower if word not in JOINING}) for title in titles]
    for block in texts(document):
        if block.id in own or block.kind in ("heading", "cell"):
            continue
        lower = block.text.lower()
        for title, words in weighty:
            if sum(map(lower.__contains__, words)) >= len(words) - 1:
                for hit in _repeated(title, _words(block, block.lead), counts):
                    if not _both_meant(hit, document, own):
                        yield hit


def _both_meant(hit: Hit, document: Document, titles: Set[str]) -> bool:
    """Whether the text has both words without the title: *school gardens* and *school authorities*."""
    often = Counter(word for block in texts(document) if block.id not in titles for word in _words(block).lower)
    one, other = sorted(often[hit.values[key].lower()] for key in ("found", "instead"))
    return one > 0 and other > 1 and hit.span.block in titles


def _titles(document: Document) -> Iterator[_Words]:
    """The title of each act, and each part of that of the agenda item."""
    for act in document.acts:
        if act.title is not None:
            yield _words(document.block(act.title.block), act.title.start, act.title.end)
    place = field_place(document, "agenda_item")
    if place is not None:
        block, start = document.block(place.block), place.start
        for joint in (*_PARTS.finditer(block.text, place.start, place.end), None):
            yield _words(block, start, place.end if joint is None else joint.start())
            start = place.end if joint is None else joint.end()


def _is_long_enough(words: Sequence[str]) -> bool:
    return len(words) >= _TITLE_WORDS and _is_weighty(words)


def _is_weighty(words: Sequence[str]) -> bool:
    return sum(word not in JOINING for word in words) >= _WEIGHTY


def _repeated(title: _Words, text: _Words, counts: Counts) -> Iterator[Hit]:
    """The stretches of ``text`` that are the title but for one word; of a long title the first or the last word may be missing."""
    size, every = len(title.lower), range(len(title.lower))
    rows = [every] if size < _LONG_TITLE else [every, every[1:], every[:-1]]
    for row in rows:
        wanted = title.lower[row[0] : row[-1] + 1]
        if not _is_long_enough(wanted):
            continue
        for at in range(len(text.lower) - len(wanted) + 1):
            if text.lower[at] != wanted[0] and text.lower[at + 1] != wanted[1]:
                continue
            there = text.lower[at : at + len(wanted)]
            other = [place for place, pair in enumerate(zip(there, wanted, strict=True)) if pair[0] != pair[1]]
            if not other:
                return
            rest = [word for place, word in enumerate(wanted) if place not in other]
            enough = _is_weighty(rest)
            if len(other) == 1 and enough and (row is every or 0 < other[0] < len(wanted) - 1):
                hit = _hit(title, row[0] + other[0], text, at + other[0], counts)
                if hit is not None:
                    yield hit
                return


def _hit(title: _Words, in_title: int, text: _Words, in_text: int, counts: Counts) -> Hit | None:
    """The finding on that of two words which stands there with less right, None where both may be meant."""
    one, two = title.lower[in_title], text.lower[in_text]
    edge = in_title in (0, len(title.lower) - 1) and not _quoted_whole(title, in_title, text, in_text)
    if (edge and not one_edit_apart(one, two)) or one.rstrip("0123456789") == two.rstrip("0123456789"):
        return None  # *its interest in the bells of small towns*: other words begin there
    if one in JOINING or two in JOINING:
        return None  # *bells in small towns* and *the bells of small towns* are both right
    for_title, for_text = _fits(title.lower, in_title, counts), _fits(text.lower, in_text, counts)
    wrong, at, right = (
        (title, in_title, (text, in_text)) if for_title < for_text else (text, in_text, (title, in_title))
    )
    span = wrong.block.span(*wrong.places[at])
    other = right[0].block.span(*right[0].places[right[1]])
    found, instead = wrong.block.text[span.start : span.end], right[0].block.text[other.start : other.end]
    where = "the text" if wrong is title else "the title"
    fix = Fix(f"Write “{instead}”", (Edit(span, instead, found),), "suggest")
    # *Conscientious objection*, *a conscientious objector*: words of one stem may both be meant.
    forms = one[:_STEM_OF_BOTH] == two[:_STEM_OF_BOTH] and (
        not one_edit_apart(one, two) or one + "s" == two or two + "s" == one
    )
    unsure = forms or abs(for_title - for_text) < _SURELY or min(for_title, for_text) > 0
    return Hit(span, {"found": found, "instead": instead, "where": where}, fix, (other,), unsure=unsure)


def _quoted_whole(title: _Words, in_title: int, text: _Words, in_text: int) -> bool:
    """Whether the words stand alone between quotation marks, so that the first and the last are of a title as well."""
    first = in_text - in_title
    last = first + len(title.lower) - 1
    if first < 0 or last >= len(text.places):
        return False
    low, high = text.places[first][0], text.places[last][1]
    return text.block.text[low - 1 : low] in _OPENED and text.block.text[high : high + 1] in _CLOSED


_OPENED, _CLOSED = ("“", '"', "‘"), ("”", '"', "’", ",")


def _fits(words: Sequence[str], at: int, counts: Counts) -> int:
    """How often adopted texts write a word beside its neighbours, in steps; less where they do not know the word at all."""
    word = words[at]
    pairs = [(words[at - 1], word)] if at else []
    pairs += [(word, words[at + 1])] if at + 1 < len(words) else []
    return sum(counts[f"{one} {two} ".encode()] for one, two in pairs)
