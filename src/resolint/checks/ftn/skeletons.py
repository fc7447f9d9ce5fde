"""Notes that are nearly one of the standard citations: their words without the numbers, held against the forms there are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter

from resolint import regex
from resolint.checks import check
from resolint.findings import Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, lines, organs, per_lexicon
from resolint.lexicon.labels import roman
from resolint.lexicon.nearness import edges
from resolint.model import NOTE_MARK, Document
from resolint.regex import lazy
from resolint.rule import Context

_NUMBER = (
    r"(?:(?:10th |E?S-)?\d{1,4}/\d{1,3}|\d{1,4}(?: [A-Z])? \([IVXLCS-]{1,9}\)|\d{1,4} \((?:19|20)\d\d\))"
    r"(?: [A-Z](?!\w|\.\w))?"
)
_TOKEN = lazy(
    rf"(?P<resolution>{_NUMBER})(?![\w/])"
    r"|(?P<arabic>(?<=annex )\d{1,2}(?![\d/]))|(?P<many>\d+(?:,\d{3})*(?:(?:, | and |–)\d+(?:,\d{3})*)*)(?!\w)"
    r"|(?P<roman>(?<=annex )[IVX]{1,5}(?!\w)|(?<=sect\. )[IVX]+\b|(?<=chap\. )[IVX]+\b)"
    r"|(?P<letter>\([a-z]+\))|[^\W\d_]+|[^\w\s]|\s+|\d"
)
_LONGEST = 120
_MOST = 4
"""So many signs may a note differ by in its words and marks."""


class _Piece(NamedTuple):
    """A piece of a note: what it counts as, where it stands."""

    sign: str
    start: int
    end: int


_OTHERS = (
    "Ibid.",
    "League of Nations, Treaty Series, vol. #, p. #.",
    "League of Nations, Treaty Series, vol. #, No. #, p. #.",
)


@per_lexicon
def _forms(lexicon: Lexicon) -> Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The citations that notes hold, each as a row of pieces, by what of it comes from the note (``_held``).

    % is a resolution, # a number, & a roman one, @ an organ.
    """
    tails = ("", ", annex", ", annex &", ", annexes & and &", ", para. #", ", paras. #", ", sect. &", ", annex, para. #",
             ", annex, paras. #",
             ", annex &, para. #", ", annex, sect. &", ", annex, chap. &", ", chap. &", f", {lines.APPENDIX}")  # fmt: skip
    resolutions = [
        f"{lead}%{tail}."
        for lead, tail in product(("Resolution ", "@ resolution ", "See resolution ", "See @ resolution "), tails)
    ]
    treaties = [
        f"{lead}Treaty Series, {volume} #, {number} #."
        for lead in ("United Nations, ", "League of Nations, ", "See United Nations, ")
        for volume, number in product(("vol.", "vols."), ("No.", "Nos."))
    ]
    same = [f"Ibid., {volume} #, {number} #." for volume, number in product(("vol.", "vols."), ("No.", "Nos."))]
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for one in (*resolutions, *treaties, *same, *_OTHERS):
        form = tuple(piece.sign for piece in _pieces(one))
        found[_held(form)].append(form)
    return dict(found)


@per_lexicon
def _organs(lexicon: Lexicon) -> re.Pattern[str]:
    names = sorted({organs.organ_name(row["code"], lexicon) for row in lexicon.rows("organs")}, key=len, reverse=True)
    return regex.compiled("|".join(map(re.escape, filter(None, names))))


def _pieces(text: str) -> list[_Piece]:
    """The pieces of a text: words, marks, numbers."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        sign = {"resolution": "%", "many": "#", "roman": "&", "arabic": "1"}.get(kind or "", match[0])
        found.append(_Piece(" " if sign.isspace() else sign, *match.span()))
    return found


def _read(text: str, lexicon: Lexicon) -> list[_Piece]:
    """The pieces of a note, the name of an organ as one, a subparagraph with its paragraph."""
    names = [match.span() for match in _organs(lexicon).finditer(text)]
    pieces: list[_Piece] = []
    for piece in _pieces(text):
        inside = next((one for one in names if one[0] <= piece.start and piece.end <= one[1]), None)
        if inside is not None:
            if piece.start == inside[0]:
                pieces.append(_Piece("@", *inside))
        elif piece.sign.startswith("(") and piece.sign.endswith(")") and len(pieces) > 1 and pieces[-2].sign == "#":
            pieces.pop()
        else:
            pieces.append(piece)
    return pieces


@check("FTN030")
def note_nearly_standard(document: Document, context: Context) -> Iterator[Hit]:
    """*United Nations, Treatry Series, vol. 1249, No. 20378.*, *Resolution 71/256 annex.*, *See to resolution 60/1.*"""
    for note in document.footnotes:
        if len(note.blocks) != 1:
            continue
        block = note.blocks[0]
        text = block.text
        start = len(text) - len(text.lstrip(f" \xa0\t{NOTE_MARK}"))
        words = text[start:].rstrip().replace("\xa0", " ")
        if not 4 < len(words) <= _LONGEST or words[-1] != ".":
            continue
        pieces = _read(words, context.lexicon)
        signs = tuple(piece.sign for piece in pieces)
        forms = _forms(context.lexicon).get(_held(signs), ())
        if not forms or signs in forms:
            continue
        forms = [form for form in forms if _least(signs, form) <= _MOST]
        if not forms:
            continue
        unlike, near = min(((_distance(signs, form), form) for form in forms), key=itemgetter(0))
        if 0 < unlike <= _MOST:
            first, last = _apart(signs, near)
            low = pieces[min(first, len(pieces) - 1)].start
            high = pieces[last - 1].end if last > first else min(low + 1, len(words))
            high = low + max(1, len(words[low:high].rstrip(" ,")))
            right = _filled(near, words, pieces)
            yield Hit(block.span(start + low, start + high), {"right": right}, Fix(f"Write “{right}”", (), "advice"))


def _least(one: Sequence[str], other: Sequence[str]) -> int:
    """By how many signs two rows of pieces differ at least, wherever these stand; most notes are ruled out by that."""
    here, there = Counter("".join(one)), Counter("".join(other))
    return max((here - there).total(), (there - here).total())


def _distance(one: Sequence[str], other: Sequence[str]) -> int:
    """By how many signs two rows of pieces differ."""
    from rapidfuzz.distance import DamerauLevenshtein  # only for notes that are no standard citation

    return int(DamerauLevenshtein.distance("".join(one), "".join(other)))


_HELD = ("%", "#", "@")


def _held(signs: Sequence[str]) -> tuple[str, ...]:
    """The resolutions, numbers and organs of a row of pieces, which may not be exchanged for one another."""
    return tuple(filter(_HELD.__contains__, signs))


def _apart(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """The first piece of ``one`` that is not as in ``other``, and the place behind the last."""
    first, tail = edges(one, other)
    last = len(one) - tail
    return (first, last) if last > first else (max(first - 1, 0), min(first + 1, len(one)))


def _filled(form: Sequence[str], words: str, pieces: Sequence[_Piece]) -> str:
    """The form with the numbers and names of the note."""
    held = iter([words[piece.start : piece.end] for piece in pieces if piece.sign in _HELD])
    numeral = next((words[piece.start : piece.end] for piece in pieces if piece.sign == "&"), "I")
    arabic = next((int(words[piece.start : piece.end]) for piece in pieces if piece.sign == "1"), 0)
    numeral = roman(arabic) if arabic else numeral
    return "".join(next(held, sign) if sign in _HELD else numeral if sign == "&" else sign for sign in form)
