"""Checks on titles of agenda items, in the masthead and where the text quotes them, and on the words of the masthead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from re import Match, Pattern

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.masthead import field_place
from resolint.checks.shared.texts import finds_of, texts
from resolint.checks.spn.masthead import masthead_lines
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import edges
from resolint.lexicon.sponsors import draft_label
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context
from resolint.spelling import Suggester

_QUOTED = lazy(r"\bitems?(?:[ \xa0][^“”;:]{0,40})?[ \xa0](?:entitled|titled|on)[ \xa0]“(?P<title>[^“”]{8,240})”")
_FIGURE = lazy(r"\d")
_WORD = lazy(r"[^\W\d_]+(?:[-’][^\W\d_]+)*")
_SHORTEST = 5
_LONGEST = 300
_LONG_TITLE = 12
_FIELDS = ("symbol", "distribution", "date", "language", "session", "agenda_item", "body", "job_number", "sponsors")
_SMALL = frozenset(("a", "against", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"))
_FEW = 2
"""A title with no more words besides small ones may be another title."""
_SPACES = lazy(r"[ \xa0]+")
_IN_TITLES = lazy(r"\w+")


class _Titles(NamedTuple):
    """Titles of agenda items, and their numbers in this row by what one that is nearly theirs has in common with them."""

    row: tuple[str, ...]
    every: frozenset[str]
    sharing: Mapping[tuple[int, str], Sequence[int]]

    def like(self, title: str) -> list[str]:
        """Those that ``title`` may be but for a slip, in order."""
        return [self.row[number] for number in sorted({n for key in _shared(title) for n in self.sharing.get(key, ())})]


def _shared(title: str) -> tuple[tuple[int, str], ...]:
    """What two titles have in common of which one is the other but for a slip.

    All letters, all words but small ones in any order, or the first or the last of as many words.
    """
    words = title.split(" ")
    return (
        (0, _letters(title)),
        (1, " ".join(sorted(_content(words)))),
        (len(words), words[0]),
        (-len(words), words[-1]),
    )


def _content(words: Sequence[str]) -> list[str]:
    return [word.lower().rstrip(",;") for word in words if word.lower() not in _SMALL]


def _letters(title: str) -> str:
    return title.replace("-", "").replace(" ", "").lower()


@per_lexicon
def _titles(lexicon: Lexicon) -> _Titles:
    """The titles of agenda items that are known."""
    row = lexicon.column("agenda-items", "title")
    sharing: dict[tuple[int, str], list[int]] = {}
    for number, title in enumerate(row):
        for key in _shared(title):
            sharing.setdefault(key, []).append(number)
    return _Titles(row, frozenset(row), sharing)


@check("SPN023")
def agenda_item_inexact(document: Document, context: Context) -> Iterator[Hit]:
    """A title of an agenda item that is nearly a known one, or nearly that of the masthead or of the draft."""
    known = _titles(context.lexicon)
    heads = _free_lines(document, context.lexicon)
    for block in heads:
        at, title = len(block.text) - len(block.text.lstrip()), block.text.strip()
        hits = list(_near(block, at, title, (), known))
        yield from hits or _near_in_parts(block, at, title, known)
    yield from _of_other_number(document, heads, context.lexicon)
    own = [block.text.strip() for block in heads if len(block.text.strip()) >= _LONG_TITLE]
    own += [document.text(act.title).strip() for act in document.acts if act.title is not None]
    for block in texts(document):
        for match in _QUOTED.finditer(block.text, block.lead):
            title = match["title"].rstrip(",")
            hits = list(_near(block, match.start("title"), title, own, known))
            yield from hits or _of_other_item(document, block, match, heads, context.lexicon)


_ITEM_NUMBER = lazy(r"\bitem (?P<number>\d{1,2})\Z")
_COUNCIL = "A/HRC/"


@per_lexicon
def _standing(lexicon: Lexicon) -> Mapping[str, str]:
    """The numbers of the items of a standing agenda by their titles in small letters."""
    rows = lexicon.columns("agenda-items", "title", "evidence")
    return {title.lower(): match["number"] for title, evidence in rows if (match := _ITEM_NUMBER.search(evidence))}


def _of_other_number(document: Document, heads: Sequence[Block], lexicon: Lexicon) -> Iterator[Hit]:
    """*Agenda item 4* above the title of item 3 of the Human Rights Council, whose agenda stays the same."""
    place = field_place(document, "agenda_item")
    stated = _FIGURES.search(document.text(place)) if place is not None else None
    if place is None or stated is None or not (document.head.symbol or "").startswith(_COUNCIL):
        return
    for block in heads:
        number = _standing(lexicon).get(block.text.strip().lower())
        if number is not None and number != stated[0]:
            span = Span(place.block, place.start + stated.start(), place.start + stated.end())
            yield Hit(span, {"title": f"{block.text.strip()}” under number “{number}"})
            return


_FIGURES = lazy(r"\d{1,3}")


def _free_lines(document: Document, lexicon: Lexicon) -> list[Block]:
    """The lines of the masthead that hold neither a field of their own nor the sponsors."""
    fields = {span.block for name, span in document.head.spans if name in _FIELDS}
    lines = [block for block in masthead_lines(document, _LONGEST) if block.id not in fields]
    return [block for block in lines if not draft_label(block.text, 0, lexicon)]


def _near(block: Block, at: int, title: str, own: Sequence[str], known: _Titles) -> Iterator[Hit]:
    """The title at ``at`` where it is none of the known ones and one of them but for a slip."""
    plain = _SPACES.sub(" ", title)
    if len(plain) < _LONG_TITLE or plain in known.every or plain in own or plain.isupper():
        return
    right = next((one for one in own if _figures_apart(plain, one)), None)
    right = right or next((one for one in (*own, *known.like(plain)) if _slip(plain, one)), None)
    if right is not None:
        start, end = _apart(title, right)
        span = block.span(at + start, at + end)
        yield Hit(span, {"title": right}, Fix(f"Write “{right}”", (), "advice"))


def _near_in_parts(block: Block, at: int, title: str, known: _Titles) -> Iterator[Hit]:
    """What *Sustainable Development: disaster reduction* has wrong in the title of the item, or in that of the sub-item."""
    parts = title.split(": ")
    if len(parts) < 2 or title.isupper():
        return
    small = {one[:1].lower() + one[1:] for one in known.every}
    for number, part in enumerate(parts):
        plain = _SPACES.sub(" ", part)
        if plain in known.every or plain in small or len(plain) < _LONG_TITLE:
            at += len(part) + 2
            continue
        first = plain if number == 0 else plain[:1].upper() + plain[1:]
        right = next((one for one in known.like(first) if _slip(first, one)), None) or _word_lost(first, known)
        if right is None and number == 0 and plain[:1] + plain[1:].lower() in known.every:
            right = plain[:1] + plain[1:].lower()
        if right is not None:
            told = right if number == 0 else right[:1].lower() + right[1:]
            if told != plain:
                same = told.lower() == plain.lower()
                span = block.span(at, at + len(part))
                yield Hit(span, {"title": told}, Fix(f"Write “{told}”", (), "advice"), unsure=not same)
                return
        at += len(part) + 2


def _word_lost(title: str, known: _Titles) -> str | None:
    """The title that has one word of weight more: *Disaster reduction*."""
    words = _content(title.split(" "))
    if len(words) < _FEW:
        return None
    found = [
        one
        for one in known.row
        for other in [_content(one.split(" "))]
        if len(other) == len(words) + 1 and any(other[:at] + other[at + 1 :] == words for at in range(1, len(other)))
    ]
    return found[0] if len(found) == 1 else None


@per_lexicon
def _again(lexicon: Lexicon) -> Pattern[str]:
    return regex.compiled(
        rf"\b(?:provisional[ \xa0]agenda|{lexicon.grammar.occasions.session})\b[^;“]{{0,80}}"
        r"\bunder[ \xa0]the[ \xa0](?:agenda[ \xa0])?item[ \xa0](?:entitled|titled)[ \xa0]“$"
    )


def _of_other_item(
    document: Document, block: Block, match: Match[str], heads: Sequence[Block], lexicon: Lexicon
) -> Iterator[Hit]:
    """A question that is to be taken up under another item than that of the masthead."""
    place = field_place(document, "agenda_item")
    if (
        place is None
        or "/L." not in (document.head.symbol or "")
        or not _again(lexicon).search(block.text, 0, match.start("title"))
    ):
        return
    ids = [one.id for one in document.blocks]
    behind = [one for one in heads if one.id == "front/agenda_title" or _behind(ids, place.block, one.id)]
    if len({one.text.strip() for one in behind}) != 1 or len(behind[0].text.strip()) < _SHORTEST:
        return
    own = behind[0].text.strip()
    if match["title"].rstrip(",").lower() not in {own.lower(), *(part.lower() for part in own.split(": "))}:
        title = own.partition(": ")[0]
        span = block.span(*match.span("title"))
        yield Hit(span, {"title": title}, Fix(f"Write “{title}”", (), "advice"), unsure=True)


def _behind(ids: Sequence[str], item: str, block: str) -> bool:
    return item in ids and block in ids and ids.index(block) == ids.index(item) + 1


def _figures_apart(title: str, own: str) -> bool:
    """Whether a title is that of the draft but for its figures: *2028–2037* and *2027–2036*."""
    return title != own and len(own.split()) > _FEW and _FIGURE.sub("0", title) == _FIGURE.sub("0", own)


def _slip(title: str, known: str) -> bool:
    """Whether two titles differ in letters of one word, its ending, a hyphen or a capital, in small words or in the order."""
    one, other = title.split(" "), known.split(" ")
    if len(other) < 2 or len(known) < _LONG_TITLE:
        return False
    if _letters(title) == _letters(known):
        return title != known
    if len(_content(other)) > _FEW and sorted(_content(one)) == sorted(_content(other)):
        return True
    if len(one) != len(other):
        return False
    pairs = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and _alike(*pairs[0])


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # only where a title is nearly a known one

    if not (one + other).replace("-", "").replace("’", "").strip(",;").isalpha():
        return one.strip(",") == other.strip(",")
    return min(len(one), len(other)) > 2 and DamerauLevenshtein.distance(one.lower(), other.lower()) <= 3


def _apart(one: str, other: str) -> tuple[int, int]:
    """The stretch of ``one``, in whole words, in which it is not as ``other``."""
    start, tail = edges(one, other)
    end = len(one) - tail
    start = one.rfind(" ", 0, start) + 1
    blank = one.find(" ", end)
    return start, len(one) if blank < 0 else blank


def _lines_of_words(document: Document, lexicon: Lexicon) -> list[tuple[Block, bool]]:
    """The lines whose words are looked up, and those of the sponsors, which are told apart."""
    lines = [(block, False) for block in _free_lines(document, lexicon)]
    place = field_place(document, "sponsors")
    return lines if place is None else [*lines, (document.block(place.block), True)]


@per_lexicon
def _title_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of the titles, in small letters."""
    return frozenset(_IN_TITLES.findall(" ".join(_titles(lexicon).row).lower()))


@check("SPN024")
def masthead_word_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """A word of the masthead, outside of sponsors and symbol, that no list of words holds."""
    known = finds_of(document, context).known
    if not known:
        return
    suggest = Suggester(known, lambda _: 0)
    of_titles = _title_words(context.lexicon)
    for block, sponsors in _lines_of_words(document, context.lexicon):
        if block.text.isupper():
            continue
        for word in _WORD.finditer(block.text):
            text = word[0]
            small = text.lower()
            first = not sponsors and not block.text[: word.start()].strip()
            if len(text) < _SHORTEST or not (text.islower() or (first and text[1:].islower())) or known.knows(small):
                continue
            if small in of_titles or not small.isascii() or "-" in small:
                continue
            offered = suggest(small)
            span = block.span(*word.span())
            if len(offered) == 1:
                right = offered[0].capitalize() if text[0].isupper() else offered[0]
                fix = Fix(f"Write “{right}”", (Edit(span, right, text),), "suggest")
                yield Hit(span, {"offered": f": “{right}”?"}, fix)
            elif offered:
                yield Hit(span, {"offered": ""}, Fix("Look the word up", (), "advice"))
