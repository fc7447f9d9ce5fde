"""Checks on titles of agenda items, in the masthead and where the text quotes them, and on the words of the masthead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.checks import check
from resolint.checks.shared.masthead import field_place
from resolint.checks.shared.texts import finds_of, texts
from resolint.checks.spn.masthead import masthead_lines
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import edges
from resolint.lexicon.sponsors import draft_label
from resolint.model import Block, Document
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
    return [word.lower() for word in words if word.lower() not in _SMALL]


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
        yield from _near(block, len(block.text) - len(block.text.lstrip()), block.text.strip(), (), known)
    own = [block.text.strip() for block in heads if len(block.text.strip()) >= _LONG_TITLE]
    own += [document.text(act.title).strip() for act in document.acts if act.title is not None]
    for block in texts(document):
        for match in _QUOTED.finditer(block.text, block.lead):
            title = match["title"].rstrip(",")
            yield from _near(block, match.start("title"), title, own, known)


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
