"""Whose session a text speaks of, and in which year it is: for bodies that are named nearby, or once in the whole draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from resolint import regex
from resolint.checks.shared.counting import BLANK, YEAR, any_ordinal, longest_first
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, masthead, per_lexicon, sessions
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.organs import organ_name
from resolint.model import Block, Citation, Document
from resolint.regex import lazy
from resolint.shared import per_document_with

__all__ = ["meeting_of", "of_other_year", "past_of_other", "reports_of_other_year"]

_ASSEMBLY, _RIGHTS = "GA", "HRC"


class Meets(NamedTuple):
    """A body and the first and last year in which one of its sessions is held."""

    name: str
    first: int
    last: int


@per_lexicon
def _epochs(lexicon: Lexicon) -> Mapping[str, int]:
    """For bodies that meet once a year: the year to which the number of a session is added."""
    return {row["body"]: int(row["before"]) for row in lexicon.rows("yearly-sessions")}


@per_lexicon
def _names(lexicon: Lexicon) -> tuple[str, ...]:
    return (organ_name(_ASSEMBLY, lexicon), organ_name(_RIGHTS, lexicon), *_epochs(lexicon))


@per_lexicon
def _known(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"\b(?:{longest_first(_names(lexicon))})(?![\w’])")


@per_lexicon
def _any_body(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = {
        *lexicon.grammar.organ_nouns,
        *lexicon.grammar.body_nouns,
        *lexicon.grammar.acting_nouns,
        *lexicon.grammar.meeting_nouns,
    }
    return regex.compiled(rf"\b(?:{longest_first(nouns)})\b")


_HOLDER = lazy(
    r"(?P<word>[A-Z][\w’]+),?[ \xa0](?:(?:considered|held|adopted|taken)[ \xa0])?(?:at|during|for|on|in|of)[ \xa0]$"
)
_IN_FULL = lazy(r"[ \xa0](?:on|of|for)[ \xa0](?:the[ \xa0])?[A-Z]")
_NOUN_AFTER = lazy(r",[ \xa0](?:in|held in)[ \xa0][^,;]{4,60},[ \xa0]the[ \xa0](?P<noun>[A-Z][a-z]+)\b")
_OF_BODY = lazy(r"[ \xa0](?:sessions?[ \xa0])?of[ \xa0]the[ \xa0](?P<name>[A-Z][\w’ ]+)")


@per_document_with("sessions")
def _named(document: Document, lexicon: Lexicon) -> Mapping[str, str]:
    """The one known body that each noun can mean, because the draft names it and no other that ends or begins so."""
    found: dict[str, set[str]] = {}
    masthead_blocks = frozenset(document.head.blocks)
    blocks = (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
    for block in blocks:
        for match in _known(lexicon).finditer(block.text):
            for noun in {
                match[0].split()[-1],
                *(word for word in match[0].split() if word in lexicon.grammar.meeting_nouns),
            }:
                found.setdefault(noun, set()).add(match[0])
        if block.id in masthead_blocks or block.id.startswith(_FRONT):
            continue  # the Main Committee that considers the draft is not the one that it speaks of
        known = [match.span() for match in _known(lexicon).finditer(block.text)]
        for match in _longer(lexicon).finditer(block.text):
            if not any(low <= match.end() - 1 < high for low, high in known):
                found.setdefault(match["noun"] or match["noun2"], set()).add(match[0])
    known_names = frozenset(_names(lexicon))
    titled = _in_titles(document)
    meant = {noun: _of_title(names, titled) for noun, names in found.items()}
    return {noun: next(iter(names)) for noun, names in meant.items() if len(names) == 1 and names <= known_names}


def _in_titles(document: Document) -> str:
    """The titles of the draft and of its agenda item: of two bodies of one noun the draft is on the one that they name."""
    titles = [document.text(act.title) for act in document.acts if act.title is not None]
    return " ".join((*titles, *(block.text for block in document.blocks if block.id == _AGENDA)))


def _of_title(names: set[str], titles: str) -> set[str]:
    in_titles = {name for name in names if name in titles}
    return in_titles if len(names) > 1 and len(in_titles) == 1 else names


@per_lexicon
def _longer(lexicon: Lexicon) -> re.Pattern[str]:
    """A body by its longer name, known or not: *the Economic Commission for Europe*."""
    nouns = longest_first(lexicon.grammar.meeting_nouns)
    return regex.compiled(
        rf"\b(?:[A-Z][a-z-]+{BLANK}(?P<noun>{nouns})\b|(?P<noun2>{nouns}){BLANK}(?:on|for|of){BLANK}(?:the{BLANK})?[A-Z])"
    )


def meeting_of(document: Document, block: Block, citation: Citation, lexicon: Lexicon) -> Meets | None:
    """The body whose session a citation names, with its years; None where that is not plain or the body is not known."""
    if not citation.session or not citation.session.isdecimal():
        return None
    name = _body(document, block, citation, lexicon)
    number = int(citation.session)
    if not name or number >= sessions.FIRST_YEAR:
        return None
    if name == organ_name(_ASSEMBLY, lexicon):
        years = sessions.years_of(_ASSEMBLY, citation.session)
    elif name == organ_name(_RIGHTS, lexicon):
        years = sessions.years_of(_RIGHTS, citation.session)
    else:
        years = (_epochs(lexicon)[name] + number,) * 2
    return Meets(name, *years) if years else None


def _body(document: Document, block: Block, citation: Citation, lexicon: Lexicon) -> str:
    after = _OF_BODY.match(block.text, citation.span.end) or _OF_BODY.search(
        block.text, citation.span.start, citation.span.end
    )
    if after is not None:
        return next((name for name in _names(lexicon) if after["name"].startswith(name)), "")
    if not citation.own:
        return ""
    bodies = list(_any_body(lexicon).finditer(block.text, block.lead, citation.span.start))
    known = list(_known(lexicon).finditer(block.text, block.lead, citation.span.start))
    held = _HOLDER.search(block.text, max(0, citation.span.start - 90), citation.span.start)
    if known and (not bodies or bodies[-1].end() <= known[-1].end()):
        return known[-1][0] if held is None or known[-1].end() >= held.end("word") else ""
    if held is not None and (not bodies or bodies[-1].end() != held.end("word")):
        return ""
    named = _named(document, lexicon)
    if not bodies:
        later = _NOUN_AFTER.match(block.text, citation.span.end)
        return _said_before(document, block, citation, named.get(later["noun"], "")) if later else ""
    last = bodies[-1]
    short = block.text[: last.start()].rstrip(" \xa0").endswith("the") and not _IN_FULL.match(block.text, last.end())
    return _said_before(document, block, citation, named.get(last[0], "")) if short else ""


def _said_before(document: Document, block: Block, citation: Citation, name: str) -> str:
    """The name if the draft has it before the citation, empty if only behind it."""
    if name and name not in block.text[: citation.span.start]:
        for other in document.blocks:
            if other.id == block.id:
                return ""
            if name in other.text:
                return name
    return name


_IN_YEAR = lazy(
    rf",?[ \xa0](?:(?:which[ \xa0]was|to[ \xa0]be)[ \xa0])?(?:held[ \xa0][^;:.\d]{{0,50}})?"
    rf"(?:in|on|from)[ \xa0](?:(?:[A-Z][a-z]+|\d{{1,2}}|to|early|late)[ \xa0]){{0,6}}(?P<year>{YEAR})\b(?![/–-])"
)


def of_other_year(document: Document, blocks: Iterable[tuple[Block, Citation]], lexicon: Lexicon) -> Iterator[Hit]:
    """*At its fifty-fifth session, in 2023, the Commission decided*: of a body named elsewhere in the draft, or the own."""
    for block, citation in blocks:
        match = _IN_YEAR.match(block.text, citation.span.end) if citation.own else None
        if match is None:
            continue
        year = int(match["year"])
        meets = meeting_of(document, block, citation, lexicon)
        if meets is not None and not meets.first <= year <= meets.last and meets.first > _COUNTED:
            opens = str(meets.first)
        elif meets is None and (right := _by_own_count(document, block, citation, year, lexicon)):
            opens = right
        else:
            continue
        values = {"found": block.text[citation.span.start : match.end()].strip(), "opens": opens}
        yield Hit(block.span(citation.span.start, match.end("year")), values)


_COUNTED = 2002


def _by_own_count(document: Document, block: Block, citation: Citation, year: int, lexicon: Lexicon) -> str:
    """The year of a session of the speaking organ that no table knows, counted from the session and the date of the draft.

    It meets every year, or every second or third: the years have to be a multiple of the sessions, or the other way round.
    """
    head = document.head
    now = masthead.session_number(head.session, lexicon) if head.session else None
    dated = _A_YEAR.search(head.date or "")
    if now is None or dated is None or not _own(document, block, citation, lexicon):
        return ""
    own = next((before for body, before in _epochs(lexicon).items() if _speaks(document, body)), None)
    if own is not None:
        meets = own + int(citation.session or 0)
        return "" if meets == year else str(meets)
    steps, years = int(citation.session or 0) - now, year - int(dated[0])
    if steps == 0 or (steps > 0) != (years > 0) or (years % steps and steps % years):
        return str(int(dated[0]) + steps)
    return ""


_A_YEAR = lazy(r"\b20\d\d\b")


def _speaks(document: Document, body: str) -> bool:
    return any(
        act.organ_line and document.text(act.organ_line).strip(" ,\xa0*").endswith(body) for act in document.acts
    )


def _own(document: Document, block: Block, citation: Citation, lexicon: Lexicon) -> bool:
    """Whether *its* session is that of the organ that speaks: nobody else is named before it in the paragraph."""
    bodies = list(_any_body(lexicon).finditer(block.text, block.lead, citation.span.start))
    lines = [document.text(act.organ_line).strip(" ,\xa0*") for act in document.acts if act.organ_line]
    if len(lines) != 1 or any(organ_name(code, lexicon) in lines[0] for code in _PRINCIPAL):
        return False
    return not bodies or (
        block.text[: bodies[-1].start()].rstrip(" \xa0").endswith("the") and bodies[-1][0] in lines[0].split()
    )


_PRINCIPAL = ("HRC", "GA", "SC", "ECOSOC")


def past_of_other(document: Document, block: Block, citation: Citation, lexicon: Lexicon) -> str:
    """The year of the draft where a session of another body than the speaking one was over before it; else empty."""
    dated = _A_YEAR.search(document.head.date or "")
    if dated is None or not citation.own:
        return ""
    meets = meeting_of(document, block, citation, lexicon)
    speakers = [document.text(act.organ_line) for act in document.acts if act.organ_line]
    if meets is None or any(meets.name in line for line in speakers):
        return ""
    return dated[0] if meets.last < int(dated[0]) else ""


@per_lexicon
def _report_of(lexicon: Lexicon) -> re.Pattern[str]:
    names = longest_first(_epochs(lexicon))
    return regex.compiled(
        rf"\b(?P<name>{names}){BLANK}on{BLANK}the{BLANK}work{BLANK}of{BLANK}its{BLANK}(?P<ordinal>{any_ordinal(lexicon)}){BLANK}{lexicon.grammar.occasions.session}\b"
    )


@per_lexicon
def _at_ours(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"\bits{BLANK}(?P<ordinal>[a-z-]+){BLANK}{lexicon.grammar.occasions.session}\b")


def reports_of_other_year(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*The report on the work of its sixty-third session* on the agenda of a session that opens in another year."""
    ours = masthead.session_number(document.head.session, lexicon) if document.head.session else None
    if not (document.head.symbol or "").startswith("A/") or ours is None:
        return
    for block in document.blocks:
        for match in _report_of(lexicon).finditer(block.text):
            number = ordinal_value(match["ordinal"], lexicon)
            before = (
                list(_at_ours(lexicon).finditer(block.text, block.lead, match.start())) if block.id != _AGENDA else []
            )
            stated = (
                ordinal_value(before[-1]["ordinal"], lexicon) if before else (ours if block.id == _AGENDA else None)
            )
            if number is None or stated is None:
                continue
            opens, held = _OPENS + stated, _epochs(lexicon)[match["name"]] + number
            if held not in (opens, opens - 1) or (held == opens - 1 and block.id == _AGENDA):
                values = {"found": block.text[match.start("ordinal") - 4 : match.end()], "opens": str(held)}
                yield Hit(block.span(*match.span("ordinal")), values)


_FRONT = "front/"
_AGENDA = f"{_FRONT}agenda_title"
_OPENS = 1945
