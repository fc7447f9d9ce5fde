"""What differs above two versions: symbol, session, item of the agenda, date, how many sponsors; the organ that speaks."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.concordance.figures import differences
from resolint.concordance.model import HERE, THERE, Paragraph, Remark, Row
from resolint.concordance.openings import NOTHING
from resolint.concordance.qualifying import NOTHING as UNQUALIFIED
from resolint.concordance.states import states
from resolint.lexicon import Lexicon
from resolint.lexicon.figures import day_in, figures
from resolint.lexicon.organs import organ_name, organs
from resolint.lexicon.tongues import Tongue, plain
from resolint.model import Document, Span
from resolint.regex import lazy

__all__ = ["masthead_row", "organ_row"]

_ITEM = lazy(r"(\d{1,3})(?: ?\(?((?:[^\W\d_]ـ?|هـ)\)))?")
_ENGLISH = "en"


def masthead_row(
    here: Document, there: Document, english: Lexicon, tongues: tuple[Tongue | None, Tongue | None]
) -> Row | None:
    """The two mastheads side by side, None where nothing in them differs or one has none."""
    remarks = tuple(_differing(here, there, english, tongues))
    sides = [_paragraph(document, english) for document in (here, there)]
    return Row(sides[0], sides[1], remarks) if remarks else None


def _differing(
    here: Document, there: Document, english: Lexicon, tongues: tuple[Tongue | None, Tongue | None]
) -> Iterator[Remark]:
    one, other = here.head, there.head
    symbols = [_bare(head.symbol) for head in (one, other)]
    if all(symbols) and symbols[0] != symbols[1]:
        yield _told("symbol", "The symbols", (symbols[0], symbols[1]), other.where("symbol"))
    items = [_item(head.agenda_item, tongue) for head, tongue in zip((one, other), tongues, strict=True)]
    if all(items) and items[0] != items[1]:
        yield _told("number", "The items of the agenda", (items[0], items[1]), other.where("agenda_item"))
    bodies = [_body(head.body, english, tongue) for head, tongue in zip((one, other), tongues, strict=True)]
    if all(bodies) and bodies[0] != bodies[1]:
        names = [organ_name(code, english) for code in bodies]
        yield _told("organ", "The bodies in the masthead", (names[0], names[1]), other.where("body"))
    if one.session and other.session:
        said = [
            figures(document.head.session or "", document.language, english, None if tongue is None else tongue.lexicon)
            for document, tongue in zip((here, there), tongues, strict=True)
        ]
        if any(found.sure for found in differences(said[0], said[1])):
            yield _told("number", "The sessions", (one.session, other.session), other.where("session"))
    days = [
        day_in(document.head.date, document.language, english) or day_in(document.head.date, _ENGLISH, english)
        for document in (here, there)
    ]
    if days[0] and days[1] and days[0] != days[1]:
        yield _told("date", "The dates of the documents", (days[0], days[1]), other.where("date"))
    if one.sponsors and other.sponsors and len(one.sponsors) != len(other.sponsors):
        counts = (str(len(one.sponsors)), str(len(other.sponsors)))
        message = f"There are {counts[0]} sponsors {HERE} and {counts[1]} {THERE}."
        yield Remark("number", "info", message, counts[:1], counts[1:], other.where("sponsors"))
    yield from _sponsors(here, there, english, tongues)


def _sponsors(
    here: Document, there: Document, english: Lexicon, tongues: tuple[Tongue | None, Tongue | None]
) -> Iterator[Remark]:
    """Sponsors of one version that stand for others of the other."""
    named = [
        states(
            ", ".join(document.head.sponsors),
            document.language,
            english,
            tongue.lexicon if tongue is not None else None,
        )
        for document, tongue in zip((here, there), tongues, strict=True)
    ]
    left, right = named[1].lacks(named[0]), named[0].lacks(named[1])
    if left and right:
        message = f"The sponsors differ: {', '.join(left)} {HERE}, {', '.join(right)} {THERE}."
        yield Remark("state", "warning", message, left, right, there.head.where("sponsors"))


def organ_row(
    here: Document, there: Document, english: Lexicon, tongues: tuple[Tongue | None, Tongue | None]
) -> Row | None:
    """The first organ lines that name two organs, side by side; None where none do."""
    if len(here.acts) != len(there.acts):
        return None
    for one, other in zip(here.acts, there.acts, strict=True):
        if one.organ_line is None or other.organ_line is None:
            continue
        spans = ((here, one.organ_line), (there, other.organ_line))
        codes = [
            _organ(document.text(span), english, tongue)
            for (document, span), tongue in zip(spans, tongues, strict=True)
        ]
        if all(codes) and codes[0] != codes[1]:
            sides = [
                _words("organ line", document.text(span), span, document.language, english) for document, span in spans
            ]
            names = [organ_name(code, english) for code in codes]
            return Row(sides[0], sides[1], (_told("organ", "The organs that speak", (names[0], names[1])),))
    return None


def _body(name: str | None, english: Lexicon, tongue: Tongue | None) -> str:
    """The code of the organ of this name, empty for one that no table knows."""
    flat = " ".join((name or "").split())
    if tongue is not None:
        return tongue.body(flat)
    return next((organ.code for organ in organs(english) if organ.name == flat), "")


def _organ(line: str, english: Lexicon, tongue: Tongue | None) -> str:
    """The code of the organ whose line this is, empty for one that no table knows."""
    if tongue is not None:
        return tongue.organ(" ".join(line.split())) or ""
    flat = " ".join(line.split()).rstrip(",: ")
    return next((organ.code for organ in organs(english) if organ.line and organ.line.rstrip(",: ") == flat), "")


def _told(kind: str, what: str, values: tuple[str, str], place: Span | None = None) -> Remark:
    here, there = values
    return Remark(kind, "warning", f"{what} differ: {here} {HERE}, {there} {THERE}.", (here,), (there,), place)  # type: ignore[arg-type]


def _bare(symbol: str | None) -> str:
    return "".join((symbol or "").rstrip("*").split())


def _item(text: str | None, tongue: Tongue | None) -> str:
    """The number of the item and the letter of the sub-item as English writes them; empty where there is none."""
    found = _ITEM.search(plain(text or ""))
    if found is None:
        return ""
    letter = found[2] or ""
    if letter and tongue is not None:
        letter = tongue.label(f"({letter} ")[0].strip("()") or letter
    return f"{found[1]} ({letter.strip('()').lower()})" if letter else found[1]


def _paragraph(document: Document, english: Lexicon) -> Paragraph:
    head = document.head
    lines = (head.symbol, head.session, head.agenda_item, head.date, ", ".join(head.sponsors))
    text = " · ".join(line for line in lines if line)
    block = next(iter(head.blocks), document.blocks[0].id)
    return _words("masthead", text, Span(block, 0, 0), document.language, english)


def _words(role: str, text: str, span: Span, language: str, english: Lexicon) -> Paragraph:
    return Paragraph(role, "", role, span, text, figures("", language, english), NOTHING, UNQUALIFIED)
