"""Every reference in a draft with a verdict: what its form and the facts on record say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from resolint import regex
from resolint.citation import faults, plausible
from resolint.citation.titles import near_title
from resolint.citation.writing import format
from resolint.frozen import dataclass
from resolint.lexicon import Lexicon, dates
from resolint.lexicon.organs import OF_PROFILE
from resolint.model import Citation, Document, Footnote, Span

__all__ = ["VERDICTS", "Reference", "judge"]

VERDICTS = _CONFIRMED, _PLAUSIBLE, _WRONG_DATE, _DOUBTFUL, _MALFORMED = (
    "confirmed",
    "plausible",
    "wrong date",
    "doubtful",
    "malformed",
)
"""A fact on record agrees; nothing contradicts it; its date, another fact, or its form is wrong."""
_DATED = ("known date", "session and date", "date and year")
_ISO = regex.compiled(r"\d{4}-\d\d-\d\d")
_MONTHS = regex.compiled(r"(\d{4})-09/(\d{4})-09")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference of a draft.

    ``where`` is the place as a delegate says it, ``text`` what stands there, ``form`` what editors would write
    (empty where that cannot be told), ``verdict`` one of ``VERDICTS``, ``reasons`` why, in plain words.
    """

    citation: Citation
    where: str
    text: str
    form: str
    verdict: str
    reasons: tuple[str, ...] = ()


def judge(
    document: Document,
    lexicon: Lexicon,
    profile: str,
    where: Callable[[Document, Span], str],
    objections: Mapping[Span, str] = MappingProxyType({}),
) -> tuple[Reference, ...]:
    """Every reference in ``document`` in document order, held against the tables of ``lexicon``.

    ``profile`` tells which organ speaks, and so whose *its resolution 70/1* is; ``where`` names a place as a delegate
    says it. The tables ``resolution-dates`` and ``instruments`` are facts; a reference they do not know is plausible
    unless its own words contradict. ``objections`` are what rules say of places in the draft, as sentences: a reference that
    one of them is about is doubtful.
    """
    facts = _Facts(document, lexicon, OF_PROFILE.get(profile), _objected(document, objections))
    return tuple(facts.reference(citation, where(document, citation.span)) for citation in document.citations)


class _Facts:
    """What is known, and what each reference looks like against it."""

    def __init__(
        self, document: Document, lexicon: Lexicon, own: str | None, objected: Mapping[Citation, tuple[str, ...]]
    ) -> None:
        self.document = document
        self.objected = objected
        self.lexicon = lexicon
        self.own = own
        self.note_blocks = {block.id for note in document.footnotes for block in note.blocks}
        self.known = plausible.dates_on_record(lexicon)
        self.bounds = plausible.council_bounds(self.known)
        instruments = lexicon.rows("instruments")
        self.treaties = {(row["volume"], row["registration"]): row["title"] for row in instruments if row["volume"]}
        self.registrations: dict[str, list[Mapping[str, str]]] = {}
        for row in instruments:
            if row["volume"]:
                self.registrations.setdefault(row["registration"], []).append(row)
        self.titles = tuple(row["title"] for row in instruments if row["exact"] == "yes")
        self.ibid = dict(_misplaced_ibid(document.footnotes, document.citations))

    def reference(self, citation: Citation, where: str) -> Reference:
        """``citation``, which stands ``where``, with its verdict."""
        text = self.document.block(citation.span.block).text
        words = " ".join(text[citation.span.start : citation.span.end].split())
        form = _format(citation, self.lexicon)
        verdict, reasons = self._verdict(citation, text)
        return Reference(citation, where, words, form, verdict, reasons)

    def _verdict(self, citation: Citation, text: str) -> tuple[str, tuple[str, ...]]:
        wrong = tuple(
            faults.EXPLANATIONS[fault.name] + (f": “{fault.replacement}”" if fault.replacement else "")
            for fault in faults.of_form(text, citation, self.lexicon)
        )
        speaker = self.own if self._is_own(citation, text) else None
        doubts = [doubt for doubt in self._doubts(citation, speaker) if doubt is not None]
        dated = [doubt for doubt in doubts if doubt.reason in _DATED]
        words = text[citation.span.start : citation.span.end] if citation.date else ""
        days = tuple(why for _, _, why in dates.impossible(words, self.lexicon))
        reasons = (*wrong, *days, *(_said(doubt, self.lexicon) for doubt in doubts))
        if wrong:
            return _MALFORMED, reasons
        if dated or days:
            return _WRONG_DATE, reasons
        objected = self.objected.get(citation, ())
        if doubts or objected:
            return _DOUBTFUL, (*reasons, *objected)
        return (_CONFIRMED if self._confirmed(citation, speaker) else _PLAUSIBLE), ()

    def _is_own(self, citation: Citation, text: str) -> bool:
        """Whether an act without an organ is of the organ that speaks: *its resolution*, and a bare one in a note."""
        return plausible.speaks(text, citation, self.lexicon) or (
            citation.organ is None and citation.span.block in self.note_blocks
        )

    def _doubts(self, citation: Citation, speaker: str | None) -> Iterator[plausible.Doubt | None]:
        if citation.kind in ("resolution", "decision"):
            yield plausible.doubt_number(citation, speaker)
            yield plausible.doubt_date(citation, self.known, speaker, self.bounds)
        elif citation.kind == "official records":
            yield plausible.doubt_supplement(citation)
        elif citation.kind == "treaty series":
            yield self._doubt_treaty(citation)
        elif citation.kind == "ibid":
            yield self.ibid.get(citation)
        if citation.title and (near := near_title(citation.title, self.titles)) is not None:
            yield plausible.Doubt("title", citation.title, near)

    def _doubt_treaty(self, citation: Citation) -> plausible.Doubt | None:
        rows = self.registrations.get(citation.number or "", ())
        odd = [one for one in _volumes(citation) if all(one != row["volume"] for row in rows)]
        if not rows or not odd:
            return None
        fitting = "; ".join(f"vol. {row['volume']} ({row['title']})" for row in rows)
        return plausible.Doubt("volume and number", f"vol. {' and '.join(odd)}", fitting)

    def _confirmed(self, citation: Citation, speaker: str | None) -> bool:
        if citation.kind == "treaty series":
            volumes = _volumes(citation)
            return bool(volumes) and all((one, citation.number) in self.treaties for one in volumes)
        if citation.kind in ("resolution", "decision"):
            date = plausible.known_date(citation, self.known, speaker)
            return date is not None and citation.date in (None, date)
        return False


def _volumes(citation: Citation) -> list[str]:
    """The volumes of a treaty and of its protocols, which share a number: *vols. 2237, 2241 and 2326*."""
    return re.findall(r"\d+", citation.volume or "")


def _objected(document: Document, objections: Mapping[Span, str]) -> dict[Citation, tuple[str, ...]]:
    """What is said of each reference: an objection is to the shortest reference that it meets, the inner of two."""
    found: dict[Citation, tuple[str, ...]] = {}
    for span, sentence in objections.items():
        met = [
            one
            for one in document.citations
            if one.span.block == span.block and one.span.start < span.end and span.start < one.span.end
        ]
        if met:
            inner = min(met, key=lambda one: one.span.end - one.span.start)
            found[inner] = (*found.get(inner, ()), sentence.removesuffix("."))
    return found


def _misplaced_ibid(notes: Iterable[Footnote], found: Iterable[Citation]) -> Iterator[tuple[Citation, plausible.Doubt]]:
    """Every *Ibid.* that cannot mean the note before it."""
    by_block: dict[str, list[Citation]] = {}
    for citation in found:
        by_block.setdefault(citation.span.block, []).append(citation)
    before: list[Citation] = []
    for note in notes:
        here = [citation for block in note.blocks for citation in by_block.get(block.id, ())]
        doubt = plausible.doubt_ibid(before, here)
        first = next((citation for citation in here if citation.kind == "ibid"), None)
        if doubt is not None and first is not None:
            yield first, doubt
        before = here or before


def _format(citation: Citation, lexicon: Lexicon) -> str:
    try:
        return format(citation, lexicon)
    except ValueError:
        return ""


def _said(doubt: plausible.Doubt, lexicon: Lexicon) -> str:
    stated, expected = _shown(doubt.stated, lexicon), _shown(doubt.expected, lexicon)
    if doubt.reason == "known date":
        return f"it was adopted on {expected}"
    return f"{doubt.reason} contradict each other: {stated}, where {expected} fits"


def _shown(value: str, lexicon: Lexicon) -> str:
    """A date in words, two months as from one to the other, anything else as it is."""
    if _ISO.fullmatch(value):
        return dates.words(value, lexicon)
    if (months := _MONTHS.fullmatch(value)) is not None:
        return f"a date from September {months[1]} to September {months[2]}"
    return value
