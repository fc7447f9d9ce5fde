"""The fields of a masthead in loose lines: in any order, several on one line, with stars and bold print around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.model import Block, Span
from resolint.regex import lazy

Hint = tuple[str, str, Span | None]

_LINES = 25
_LONGEST = 400
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"\d{{1,2}}[ \u00a0](?:{_MONTH})[ \u00a0]\d{{4}}"
_SYMBOL = lazy(r"(?<![\w/.-])[A-Z][A-Z0-9.]{0,11}(?:/[A-Za-z0-9.\-]{1,20}){1,8}(?![\w/])(?: ?\([A-Z][^()]{1,40}\))?")
_DISTRIBUTION = lazy(r"Distr\.?[ ]?:?[ ]?(General|Limited|Restricted)\b", re.IGNORECASE)
_DATED = lazy(_DATE)
_LANGUAGE = lazy(r"Original[ ]?:[ ]?([A-Z][a-z]+(?:(?:, | and |/)[A-Z][a-z]+)*)", re.IGNORECASE)
_SESSION = lazy(
    r"((?:[A-Z][a-z]+(?:-[a-z]+)?[ ](?:special[ ]|emergency[ ]special[ ]|resumed[ ])?session)|\d{4}[ ]session)\b"
)
_MEETING = lazy(r"\W*(?:[A-Z][\w ,]{2,60},[ ]\d[\w –-]{0,60}\W*)?")
_AGENDA = lazy(r"((?:Agenda item|Item)s?[ ]\d[\w ()]{0,30}?(?:[ ]of the (?:provisional )?agenda)?)(?=\W*$|\ufffc)")
_SPONSORS = lazy(r"[^:]{3,2000}:[ ](?:(?:revised|amended|second|third)[ ])*draft (?:resolution|decision|statement)\W*")
_DRAFT = lazy(r"(?:Revised |Amended )?[Dd]raft\b")
_LETTERHEAD = lazy(r"United Nations|Distr\S*|General|Limited", re.IGNORECASE)
_BODY = lazy(r"(?:Commission|Committee|Council|Assembly|Conference|Board|Forum|Subcommittee)\b")
_ORGAN_LINE = lazy(r"The [A-Z][^.;:]{3,200},$")
_EDGE = " \t*_\ufffc"


def _line(block: Block) -> Iterator[tuple[str, int, int]]:
    text = block.text
    for name, pattern, group in (
        ("distribution", _DISTRIBUTION, 1),
        ("language", _LANGUAGE, 1),
        ("agenda_item", _AGENDA, 1),
    ):
        if match := pattern.search(text):
            yield name, match.start(group), match.end(group)
    if (match := _SESSION.match(text)) and _MEETING.fullmatch(text, match.end()):
        yield "session", match.start(1), match.end(1)
    if len(text) < 120 and (match := _SYMBOL.search(text)) and _only_symbol(text, match):
        yield "symbol", match.start(), match.end()
    if (match := _DATED.search(text)) and (text[: match.start()].strip(_EDGE) == "" or "Distr" in text):
        yield "date", match.start(), match.end()
    if _SPONSORS.fullmatch(text):
        yield "sponsors", 0, len(text)


def _only_symbol(text: str, match: re.Match[str]) -> bool:
    """Whether a line holds nothing but a symbol and words of the letterhead."""
    rest = re.sub(
        r"United Nations|UNITED NATIONS|Distr\S*|General|Limited|GENERAL|LIMITED",
        " ",
        text[: match.start()] + text[match.end() :],
    )
    return not re.search(r"[^\W\d_]{2}", rest) and bool(re.search(r"\d", match.group()))


def _is_body(text: str) -> bool:
    return len(text) < 100 and bool(_BODY.search(text)) and text[:1].isupper() and not re.search(r"[.;:,\d]", text)


def _ends_masthead(block: Block, found: bool) -> bool:
    """Whether the masthead is over: a numbered or long paragraph, or the organ line."""
    if block.label or len(block.text) > _LONGEST:
        return True
    return found and bool(_ORGAN_LINE.fullmatch(block.text.strip(_EDGE)))


def find_hints(blocks: Sequence[Block]) -> list[Hint]:
    """The fields that the lines before the title and the organ line state, each where it stands first."""
    found: dict[str, Hint] = {}
    bodies: list[Block] = []
    after_agenda = False
    for block in blocks[:_LINES]:
        text = block.text
        if _ends_masthead(block, bool(found)):
            break
        fields = list(_line(block))
        for name, start, end in fields:
            found.setdefault(name, (name, text[start:end].strip(_EDGE), Span(block.id, start, end)))
        if not fields and after_agenda and len(text) > 8 and not _DRAFT.match(text):
            found.setdefault("agenda_title", ("agenda_title", text, block.span()))
        after_agenda = any(name == "agenda_item" for name, _, _ in fields)
        if not fields and "session" not in found and _is_body(text):
            bodies.append(block)
    if bodies and {"symbol", "distribution", "session"} & set(found):
        found["body"] = ("body", bodies[-1].text.strip(_EDGE), bodies[-1].span())
    return list(found.values())
