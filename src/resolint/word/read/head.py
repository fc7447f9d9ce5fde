"""What a Word file says about its masthead where nobody sees it, in the order of its reliability.

Two sources: the machine comment of the documentation system and the document variables of the New York template. What
is printed, in the header of the first page or in the first table, structure reads like any other line. A hint points to
the words in the blocks wherever the same words stand there.
"""

from __future__ import annotations

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
_KEPT = "resolint "
_LOST = "resolint lost"
_KEPT_FIELDS = frozenset(
    ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language", "job_number", "kind")
)
_AGENDA_TITLE, _TITLE_STYLE = "front/agenda_title", "agendatitle"
_AROUND = " \t\n\u00a0\ufffc*"
_HEAD_BLOCKS = 40


def read_head(
    machine: Iterable[tuple[str, str]], settings: Element | None, first_page: Sequence[Block], body: Sequence[Block]
) -> tuple[Hint, ...]:
    """The hints in the order of their reliability, several for a field if several sources name it.

    ``machine`` are the fields of the machine comment; ``first_page`` (the blocks of the first page's header) and ``body``
    are searched for their very words, which gives them a place.
    """
    hints: list[Hint] = []
    variables = list(_variables(settings))
    for name, value in machine:
        field = _MACHINE.get(name.upper())
        if field == "job_number":
            hints.extend(hint for hint in variables if hint[0] == field)
        if field and value:
            hints.append((field, _clean(value), None))
    hints.extend(variables)
    return tuple(dict.fromkeys(_located(hints, (*first_page, *body[:_HEAD_BLOCKS]))))


def kept_front(settings: Element | None, body: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The fields that the author's side of resolint keeps where the printed masthead has no place for them.

    They are document variables named ``resolint <key>``, and become the blocks that front matter gives in the notation.
    A title of the agenda item that ``body`` prints otherwise is given as it is printed: no word of the line tells what it
    is, only its style, so the copy is what would say it.
    """
    found: dict[str, Block] = {}
    for variable in () if settings is None else settings.iter(_DOC_VAR):
        name = variable.get(_NAME) or ""
        value = variable.get(VAL) or ""
        if name.startswith(_KEPT) and name != _LOST and value:
            block_id = f"front/{name.removeprefix(_KEPT)}"
            if block_id == _AGENDA_TITLE:
                printed = _printed_title(body)
                value = printed if printed and printed != _plain(value) else value
            found.setdefault(block_id, Block(block_id, "header", value))
    return tuple(found.values())


def _printed_title(body: Sequence[Block]) -> str:
    """The line above the text that is styled as the title of the agenda item; empty if there is none, or several."""
    styled = [block.text for block in body[:_HEAD_BLOCKS] if block.style.lower().startswith(_TITLE_STYLE)]
    return _plain(styled[0]) if len(styled) == 1 else ""


def _plain(text: str) -> str:
    """``text`` with single blanks, without star marks and notes around it."""
    return " ".join(text.strip(_AROUND).split())


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
