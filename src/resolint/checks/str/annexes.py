"""The numbers inside annexes: of headings, of paragraphs and of lists below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.checks.str.numbers import broken_labels, label_of, label_span
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.labels import roman, roman_value
from resolint.model import Annex, Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_NAMED = lazy(
    r"(?P<word>(?:Article|Section|Chapter|Part|Principle|Guideline|Rule|Regulation|Step|Phase|Pillar|Goal|Objective|Action"
    r"|ARTICLE|SECTION|CHAPTER|PART|PRINCIPLE|GUIDELINE|RULE|REGULATION)[ \xa0])?"
    r"(?P<sign>\d{1,3}|[IVXL]{1,6}|[A-Z])(?P<end>[.):]?)(?=$|[\s\xa0])"
)
_CALLED = 4
"""Words that a paragraph is called by."""
_MOST = 2
"""More numbers out of order than this are no slip: the text numbers otherwise, or the source has lost some."""


class _Numbered(NamedTuple):
    """Something with a number in a series, where the number stands, and what stands right before it without one."""

    span: Span
    value: int
    shown: str
    bare: Span | None = None


class _Broken(NamedTuple):
    """A number that does not follow, as it is printed, "" where a paragraph has none, and the one that is expected."""

    span: Span
    shown: str
    expected: str


@check("STR046")
def annex_number_broken(document: Document, context: Context) -> Iterator[Hit]:
    """In an annex: a heading, a paragraph or an item whose number does not follow the one before it."""
    for act in document.acts:
        for annex in act.annexes:
            found = [*_of_headings(document, annex), *_of_paragraphs(document, annex)]
            for clause in annex.paragraphs:
                found += [
                    _Broken(span, values["label"], values["expected"])
                    for span, values in broken_labels(document, clause)
                ]
            if len(found) <= _MOST:
                for one in found:
                    yield Hit(one.span, {"label": one.shown or _words_at(document, one.span), "expected": one.expected})


def _words_at(document: Document, span: Span) -> str:
    """The first words of a paragraph that has no number, to call it by."""
    return " ".join(document.block(span.block).text[span.start :].split(None, _CALLED)[:_CALLED])


def _of_headings(document: Document, annex: Annex) -> Iterator[_Broken]:
    series: defaultdict[tuple[str, str], list[_Numbered]] = defaultdict(list)
    named = []
    for heading in annex.headings:
        block = document.block(heading.span.block)
        if match := _NAMED.match(f"{block.label} " if block.label else block.text):
            named.append((block, match))
    signs = [match["sign"] for _, match in named]
    letters = _letters(signs)
    mixed = letters and _also_roman(signs)
    for block, match in named:
        if not (match["word"] or match["end"] or len(block.text) <= len(match[0]) + 1):
            continue
        sign = match["sign"]
        form = "1" if sign.isdecimal() else "A" if letters and not (mixed and sign in _ROMAN) else "I"
        value = int(sign) if form == "1" else ord(sign[0]) - 64 if form == "A" else roman_value(sign)
        if value is None or (form == "A" and len(sign) > 1):
            continue
        span = Span(block.id, 0, 0) if block.label else block.span(match.start("sign"), match.end("sign"))
        series[match["word"] or "", form].append(_Numbered(span, value, sign))
    for (word, form), found in series.items():
        for span, shown, number in _breaks(found):
            sign = str(number) if form == "1" else chr(64 + number) if form == "A" else roman(number)
            yield _Broken(span, f"{word}{shown}", f"{word}{sign}")


def _letters(signs: Sequence[str]) -> bool:
    """Whether headings are counted by letters: one of them is none of the roman numerals, or a B comes."""
    return any(len(sign) == 1 and sign in "ABEFGH" for sign in signs)


_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))


def _also_roman(signs: Sequence[str]) -> bool:
    """Whether headings counted by roman numerals stand beside those with letters: one has two signs."""
    return any(len(sign) > 1 and sign in _ROMAN for sign in signs)


def _of_paragraphs(document: Document, annex: Annex) -> Iterator[_Broken]:
    numbered: list[_Numbered] = []
    bare: Span | None = None
    order = {block.id: at for at, block in enumerate(document.blocks)}
    last = -1
    for clause in annex.paragraphs:
        label = label_of(document, clause).strip(" .)")
        here = order.get(clause.body.block, -1)
        if label.isdecimal():
            numbered.append(
                _Numbered(label_span(document, clause), int(label), f"{label}.", bare or _between(document, last, here))
            )
            bare = None
        elif not label and document.text(clause.body)[:1].isupper():
            bare = Span(clause.body.block, clause.body.start, clause.body.start)
        last = max((order.get(block, -1) for inner in clause.walk() for block in inner.blocks), default=here)
    for span, shown, number in _breaks(numbered):
        yield _Broken(span, shown, f"{number}.")


def _between(document: Document, before: int, here: int) -> Span | None:
    """The one plain paragraph that stands between two numbered ones."""
    blocks: Sequence[Block] = document.blocks[before + 1 : here] if 0 <= before < here else ()
    plain = [block for block in blocks if block.text.strip()]
    if len(plain) != 1 or plain[0].kind != "paragraph" or plain[0].label:
        return None
    return Span(plain[0].id, 0, 0)


def _breaks(found: Sequence[_Numbered]) -> Iterator[tuple[Span, str, int]]:
    """Members of a series that do not follow, and the numbers expected; those that begin it anew at 1 do follow.

    What follows a member that does not may go on from it, or from what it should have been.
    """
    last, other = (found[0].value if found else 0), None
    for one in found[1:]:
        if one.value in (last + 1, 1) or (other is not None and one.value == other + 1):
            last, other = one.value, None
            continue
        skipped = one.bare is not None and one.value == last + 2
        if skipped and one.bare is not None:
            yield one.bare, "", last + 1
        else:
            yield one.span, one.shown, last + 1
        last, other = (one.value, None) if skipped else (last + 1, one.value)
