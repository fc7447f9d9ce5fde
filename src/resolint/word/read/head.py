"""What a Word file says outright about its masthead.

Four sources, the most reliable first: the machine comment of the documentation system, the document variables of
the New York template, the table in the first page's header (New York), the first table of the body (Geneva).
Hints point to the words in the blocks wherever the same words stand there. Loose lines are not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from resolint.model import Block, Span
from resolint.regex import lazy
from resolint.word.container.xml import VAL, Element, w

Hint = tuple[str, str, Span | None]

_DOC_VAR, _NAME = w("docVar"), w("name")
_ESCAPE = lazy(r"_x([0-9A-Fa-f]{4})_")
_MACHINE = {
    "DOC SYMBOL1": "symbol",
    "JOB NO": "job_number",
    "SESSION1": "session",
    "AGEN1": "agenda_item",
    "AGENDA1": "agenda_item",
    "TITLE": "title",
    "TITLE1": "title",
    "DISTRIBUTION": "distribution",
}
_VARIABLES = {
    "symbol1": "symbol",
    "sss1": "symbol",
    "jobn": "job_number",
    "session1": "session",
    "agenda1": "agenda_item",
    "title1": "title",
    "title2": "subtitle",
}
_SYMBOL = lazy(r"[A-Z][A-Za-z0-9.&]{0,11}(?:/[A-Za-z0-9.\-*]{1,20}){1,8}(?: ?\([^()\n]{1,40}\))?")
_KEPT = "resolint "
_LOST = "resolint lost"
_KEPT_FIELDS = frozenset(
    ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language", "job_number", "kind")
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = lazy(rf"\d{{1,2}}[ \u00a0](?:{_MONTH})[ \u00a0]\d{{4}}")
_DISTRIBUTION = lazy(r"Distr\.?\s*:?\s*((?:General|Limited|Restricted)\b)", re.IGNORECASE)
_LANGUAGE = lazy(r"Original\s*:\s*([A-Z][a-z]+(?:(?:, | and |/)[A-Z][a-z]+)*)")
_ORGAN = lazy(
    r"(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    r"|(?:[A-Z][\w,’'-]*[ \u00a0](?:(?:on|of|for|the|and|in|to)[ \u00a0])*){0,12}"
    r"(?:Commission|Committee|Conference|Council|Assembly|Programme|Forum|Organization)\b[^\n]{0,120})"
)
_AROUND = " \t\n\u00a0\ufffc*"
_HEAD_BLOCKS = 40
_JOB = lazy(r"\b\d{2}-\d{5} \([A-Z]\)")
_SESSION = lazy(r"[A-Z][a-z]+(?:-[a-z]+)?(?: special| emergency special| resumed)* session")


def read_head(
    machine: Iterable[tuple[str, str]],
    settings: Element | None,
    first_page: Sequence[Block],
    body: Sequence[Block],
    table: Sequence[Block],
    footers: Sequence[Block],
) -> tuple[Hint, ...]:
    """The hints in the order of their reliability, several for a field if several sources name it.

    ``machine`` are the fields of the machine comment, ``first_page`` the blocks of the first page's header,
    ``body`` those of the body, ``table`` those of its first table, ``footers`` those of all footers.
    """
    hints: list[Hint] = list(_job_number(footers))  # as printed; the machine comment knows another one
    printed = bool(hints)
    variables = list(_variables(settings))
    for name, value in machine:
        field = _MACHINE.get(name.upper())
        if field == "job_number" and not printed:
            hints.extend(hint for hint in variables if hint[0] == field)
        if field and value:
            hints.append((field, _clean(value), None))
    hints.extend(variables)
    hints.extend(_masthead(first_page))
    hints.extend(_masthead(table))
    return tuple(dict.fromkeys(_located(hints, (*first_page, *body[:_HEAD_BLOCKS]))))


def kept_front(settings: Element | None) -> tuple[Block, ...]:
    """The fields that the author's side of resolint keeps where the printed masthead has no place for them.

    They are document variables named ``resolint <key>``, and become the blocks that front matter gives in the notation.
    """
    found: dict[str, Block] = {}
    for variable in () if settings is None else settings.iter(_DOC_VAR):
        name = variable.get(_NAME) or ""
        value = variable.get(VAL) or ""
        if name.startswith(_KEPT) and name != _LOST and value:
            block_id = f"front/{name.removeprefix(_KEPT)}"
            found.setdefault(block_id, Block(block_id, "header", value))
    return tuple(found.values())


def kept_losses(settings: Element | None) -> tuple[str, ...]:
    """What the text had lost before it became this Word file (``italics``), as front matter says it."""
    for variable in () if settings is None else settings.iter(_DOC_VAR):
        if variable.get(_NAME) == _LOST:
            return tuple(word for word in (variable.get(VAL) or "").split(", ") if word)
    return ()


def front_hints(front: Iterable[Block]) -> tuple[Hint, ...]:
    """What the kept fields say, for those that a masthead has."""
    keys = ((block.id.removeprefix("front/"), block) for block in front)
    return tuple((key, block.text, block.span()) for key, block in keys if key in _KEPT_FIELDS)


def _job_number(footers: Sequence[Block]) -> Iterable[Hint]:
    for block in footers:
        found = _JOB.search(block.text)
        if found:
            yield "job_number", found[0], Span(block.id, *found.span())
            return


def _variables(settings: Element | None) -> Iterable[Hint]:
    for variable in () if settings is None else settings.iter(_DOC_VAR):
        field = _VARIABLES.get((variable.get(_NAME) or "").casefold().replace(" ", ""))
        value = _clean(variable.get(VAL) or "")
        if field and len(value) > 1:
            yield field, value, None


def _clean(value: str) -> str:
    """Without the escapes of control characters that Word writes (``_x000d_``), and without star marks."""
    return " ".join(_ESCAPE.sub(lambda m: _unescape(int(m[1], 16)), value).split()).rstrip("*").rstrip()


def _unescape(point: int) -> str:
    return " " if point < 32 or 0xD800 <= point < 0xE000 else chr(point)


def _masthead(blocks: Sequence[Block]) -> Iterable[Hint]:
    """The fields in the lines of a masthead table; a table that names no symbol and no distribution is none."""
    found: list[Hint] = []
    for block in blocks[:60]:
        for start, line in _lines(block.text):
            found.extend(_line(block.id, start, line))
    if {"symbol", "distribution"} & {field for field, _, _ in found}:
        yield from found


def _lines(text: str) -> Iterable[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        stripped = line.strip(_AROUND)
        if stripped and len(stripped) < 300:
            yield at + line.index(stripped), stripped
        at += len(line) + 1


def _line(block: str, start: int, line: str) -> Iterable[Hint]:
    whole = Span(block, start, start + len(line))
    symbol = _SYMBOL.fullmatch(line)
    if symbol:
        yield "symbol", line, whole
    elif found := _DISTRIBUTION.match(line):
        yield "distribution", found[1], Span(block, start + found.start(1), start + found.end(1))
    elif found := _LANGUAGE.match(line):
        yield "language", found[1], Span(block, start + found.start(1), start + found.end(1))
    elif _DATE.fullmatch(line):
        yield "date", line, whole
    elif _SESSION.fullmatch(line):
        yield "session", line, whole
    elif line != "United Nations" and _ORGAN.fullmatch(line):
        yield "body", line, whole


def _located(hints: Iterable[Hint], blocks: Sequence[Block]) -> Iterable[Hint]:
    """Gives hints without a place the place where their very words make up a block, if they do somewhere."""
    hints = tuple(hints)
    stripped: dict[str, tuple[Block, str]] = {}
    for block in blocks if any(span is None for _, _, span in hints) else ():
        words = block.text.strip(_AROUND)
        if words:
            stripped.setdefault(" ".join(words.split()), (block, words))
    for field, value, span in hints:
        if span is None and value in stripped:
            block, words = stripped[value]
            at = block.text.index(words)
            span = Span(block.id, at, at + len(words))
        yield field, value, span
