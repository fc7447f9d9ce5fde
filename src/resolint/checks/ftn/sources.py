"""A note that names another source than the words it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import references
from resolint.checks.shared.counting import BLANK
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.organs import organ_name, organ_noun
from resolint.model import Citation, Document, Footnote
from resolint.regex import lazy
from resolint.rule import Context

_BETWEEN = " \xa0,;:.)”"
"""What may stand between a citation and the mark of its note."""


@check("FTN026")
def source_contradicts_text(document: Document, context: Context) -> Iterator[Hit]:
    """A note that cites one resolution or document behind another of the same organ."""
    cited = references(document)
    for note in document.footnotes:
        source = _only(note, cited)
        if source is None or note.anchor is None:
            continue
        text = document.block(note.anchor.block).text
        before = [
            one
            for one in cited.get(note.anchor.block, ())
            if one.span.end <= note.anchor.start and not text[one.span.end : note.anchor.start].strip(_BETWEEN)
        ]
        if before and _contradicts(before[-1], source):
            values = {"found": document.text(source.span), "text": document.text(before[-1].span)}
            yield Hit(source.span, values, related=(before[-1].span,))


def _only(note: Footnote, cited: Mapping[str, tuple[Citation, ...]]) -> Citation | None:
    """The one source that a note cites and begins with; None for a longer note."""
    if len(note.blocks) != 1:
        return None
    block = note.blocks[0]
    found = cited.get(block.id, ())
    if len(found) != 1 or block.text[block.lead : found[0].span.start].strip(" \xa0"):
        return None
    return found[0]


def _contradicts(one: Citation, other: Citation) -> bool:
    """Whether two citations of one kind and, as far as they say, one organ name different things."""
    if one.kind != other.kind or (one.organ and other.organ and one.organ != other.organ):
        return False
    if one.kind in ("resolution", "decision"):
        return bool(one.number and other.number) and one.number != other.number
    return one.kind == "document" and bool(one.symbol and other.symbol) and one.symbol != other.symbol


_RESOLUTION = lazy(r"(?:(?:10th |E?S-)?\d{1,4}/\d{1,3}|\d{1,4}(?: [A-Z])? \([IVXLC]{1,8}\))(?: [A-Z](?!\w|\.\w))?")
_CITED = lazy(rf"\bresolution[ \xa0](?P<number>{_RESOLUTION.pattern})", re.IGNORECASE)
_SHORT = 90
_BEHIND = lazy(r"[ \xa0]?(?:\([^()]{1,60}\))?[,”]?(?:[ \xa0](?:of|on|adopted)[^.;]{0,30})?[,;]?")
"""What may stand between the title of an instrument and the mark of its note."""


@per_lexicon
def _adopted(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Titles and short names of instruments that stand in a resolution, longest first, with its number."""
    rows = [row for row in lexicon.rows("instruments") if _RESOLUTION.match(row["reference"])]
    found = {
        name: row["reference"].partition(",")[0]
        for row in rows
        for name in (row["title"], row["short_name"])
        if " " in name
    }
    return tuple(sorted(found.items(), key=lambda one: -len(one[0])))


@check("FTN031")
def instrument_in_other_resolution(document: Document, context: Context) -> Iterator[Hit]:
    """A note that names another resolution than the one in which the instrument before its mark was adopted."""
    for note in document.footnotes:
        if note.anchor is None or len(note.blocks) != 1:
            continue
        block = note.blocks[0]
        match = _CITED.search(block.text)
        if match is None or len(block.text) > _SHORT or len(_CITED.findall(block.text)) > 1:
            continue
        before = document.block(note.anchor.block).text[: note.anchor.start]
        right = _right(before, context.lexicon)
        if right and not f"{right} ".startswith(f"{match['number'].replace(chr(160), ' ')} "):
            values = {"found": match["number"], "right": right}
            yield Hit(block.span(*match.span("number")), values)


def _right(before: str, lexicon: Lexicon) -> str:
    """The number of the resolution that holds the instrument which ``before`` ends with; empty if none is known."""
    for name, number in _adopted(lexicon):
        at = before.rfind(name, max(0, len(before) - len(name) - 60))
        if at >= 0 and _BEHIND.fullmatch(before, at + len(name)):
            return number
    return ""


@per_lexicon
def _at_session(lexicon: Lexicon) -> re.Pattern[str]:
    """To which of the two organs whose symbols begin with *A/* a report was submitted, and at which session."""
    council, assembly = (
        "|".join((organ_name(organ, lexicon), organ_noun(organ, lexicon))).replace(" ", BLANK)
        for organ in ("HRC", "GA")
    )
    return regex.compiled(
        rf"\b(?:submitted|presented){BLANK}to{BLANK}the{BLANK}(?:(?P<council>{council})|{assembly})"
        rf"{BLANK}at{BLANK}its{BLANK}(?P<session>[a-z-]+){BLANK}{lexicon.grammar.occasions.session}\b"
    )


_OF_SESSION = lazy(r"(?:See[ \xa0])?A/(?P<council>HRC/)?(?P<session>\d{2,3})/\d{1,4}(?:/\w+\.\d+)?\.?")


@check("FTN032")
def document_of_other_session(document: Document, context: Context) -> Iterator[Hit]:
    """A report *submitted to the Council at its sixty-fifth session* whose note is the symbol of a document of another one."""
    for note in document.footnotes:
        if note.anchor is None or len(note.blocks) != 1:
            continue
        block = note.blocks[0]
        symbol = _OF_SESSION.fullmatch(block.text.strip(" \xa0\t\ufffc"))
        place = document.block(note.anchor.block)
        said = _at_session(context.lexicon).search(place.text, note.anchor.end, note.anchor.end + _SHORT)
        if symbol is None or said is None or bool(symbol["council"]) != bool(said["council"]):
            continue
        session = ordinal_value(said["session"], context.lexicon)
        if session is not None and session != int(symbol["session"]):
            start = block.text.index(symbol["session"])
            spans = (place.span(*said.span("session")), block.span(start, start + len(symbol["session"])))
            values = {"symbol": symbol[0].rstrip("."), "session": said["session"]}
            for here, other in (spans, spans[::-1]):
                yield Hit(here, values, related=(other,))


_SERIES = lazy(
    r"(?<![\w/])(?:(?P<hrc>A/HRC/(?:RES/|DEC/)?)|(?P<ea>UNEP/EA\.)|(?P<ga>A/(?:C\.[1-6]/|RES/|DEC/)?))(?P<session>\d{1,3})/(?:L\.)?\d{1,4}\b"
)


@check("FTN033")
def document_of_session_to_come(document: Document, context: Context) -> Iterator[Hit]:
    """*A/84/412*, or *A/38/412*, in a note of a draft of the eighty-third session: no such report can be before the body."""
    own = _SERIES.match(document.head.symbol or "")
    if own is None:
        return
    now = int(own["session"])
    for note in document.footnotes:
        for block in note.blocks:
            for match in _SERIES.finditer(block.text):
                session = int(match["session"])
                turned = now > _TWO_DIGITS and match["session"] == own["session"][::-1] != own["session"]
                if _series(match) == _series(own) and (session > now or turned):
                    values = {"symbol": match[0], "now": own["session"]}
                    yield Hit(block.span(*match.span("session")), values)


_TWO_DIGITS = 9


def _series(match: re.Match[str]) -> str:
    """Which body a symbol belongs to; the Committees of the Assembly meet in its sessions."""
    return next(name for name in ("hrc", "ea", "ga") if match[name])
