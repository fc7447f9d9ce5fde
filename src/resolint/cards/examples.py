"""The body of a card: prose under set headings, then fenced examples with the faults marked ``{{ }}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from resolint import regex
from resolint.errors import BadCard
from resolint.rule import Example, ExampleKind

__all__ = ["PROSE", "parse_body", "unmark"]

PROSE = ("What it finds", "Why it matters", "What to write")
"""The headings of the prose, in this order; ``Examples`` follows."""

_FENCE = regex.compiled(r"(`{3,}|~{3,})[ \t]*(.*)")
_KINDS = ("bad", "fixed", "good")
_OPTIONS = ("profile", "name")


def parse_body(lines: list[str], first: int, path: str) -> tuple[Mapping[str, str], tuple[Example, ...]]:
    """The prose by heading and the examples of ``lines``, of which the first is line ``first`` of the card.

    Raises BadCard for a heading too many or missing, a fence of an unknown kind, and ``{{`` without ``}}``.
    """
    prose: dict[str, list[str]] = {}
    examples: list[Example] = []
    heading = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        fence = _FENCE.fullmatch(line.rstrip()) if heading == "Examples" else None
        if fence is not None:
            end = _closing(lines, at, fence[1], first, path)
            examples.append(_example(fence[2], lines[at + 1 : end], first + at, path))
            at = end
        elif line.startswith("## "):
            heading = line[3:].strip()
            _check_heading(heading, list(prose), first + at, path)
            prose[heading] = []
        elif heading:
            prose[heading].append(line)
        at += 1
    if "Examples" not in prose:
        missing = next(name for name in (*PROSE, "Examples") if name not in prose)
        raise BadCard(f"{path}: the heading '## {missing}' is missing; a card has {_headings()}")
    prose.pop("Examples")
    _check_order(examples, path)
    return {name: "\n".join(text).strip() for name, text in prose.items()}, tuple(examples)


def unmark(source: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """``source`` without its ``{{ }}`` and the spans they marked, as offsets into what is left.

    Raises ValueError with the offset of the fault where they do not pair.
    """
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    length = at = 0
    while (opening := source.find("{{", at)) >= 0:
        closing = source.find("}}", opening + 2)
        while source[closing : closing + 3] == "}}}":
            closing += 1
        inside = source[opening + 2 : closing] if closing >= 0 else "{{"
        stray = source.find("}}", at, opening)
        if "{{" in inside or stray >= 0:
            raise ValueError(str(stray if stray >= 0 else opening))
        text += (source[at:opening], inside)
        length += opening - at
        spans.append((length, length + len(inside)))
        length += len(inside)
        at = closing + 2
    if (stray := source.find("}}", at)) >= 0:
        raise ValueError(str(stray))
    return "".join((*text, source[at:])), tuple(spans)


def _headings() -> str:
    return ", ".join(f"'## {name}'" for name in (*PROSE, "Examples")) + ", in this order"


def _check_heading(heading: str, before: list[str], line: int, path: str) -> None:
    expected = (*PROSE, "Examples")[len(before)] if len(before) <= len(PROSE) else None
    if heading != expected:
        raise BadCard(f"{path}, line {line}: '## {heading}' does not belong here; a card has {_headings()}")


def _closing(lines: list[str], at: int, marks: str, first: int, path: str) -> int:
    for end in range(at + 1, len(lines)):
        stripped = lines[end].rstrip()
        if len(stripped) >= len(marks) and set(stripped) == {marks[0]}:
            return end
    raise BadCard(f"{path}, line {first + at}: the example is not closed; end it with a line {marks}")


def _example(info: str, lines: list[str], line: int, path: str) -> Example:
    kind, *words = info.split() or [""]
    if kind not in _KINDS:
        raise BadCard(f"{path}, line {line}: an example is {' or '.join(_KINDS)}, not '{kind}'")
    options = {}
    for word in words:
        key, sign, value = word.partition("=")
        if key not in _OPTIONS or not sign or not value:
            raise BadCard(f"{path}, line {line}: '{word}' says nothing here; allowed: profile=NAME, name=FILE")
        options[key] = value
    marked_source = "\n".join(lines) + "\n"
    try:
        source, marked = unmark(marked_source)
    except ValueError as error:
        fault = line + 1 + marked_source.count("\n", 0, int(str(error)))
        raise BadCard(
            f"{path}, line {fault}: '{{{{' and '}}}}' do not pair; write {{{{ before a fault and }}}} after it"
        ) from None
    if marked and kind != "bad":
        raise BadCard(f"{path}, line {line}: only a bad example has faults to mark with {{{{ }}}}, not a {kind} one")
    if kind == "bad" and not marked:
        raise BadCard(
            f"{path}, line {line}: mark each fault of a bad example with {{{{ }}}}, a missing thing with {{{{}}}}"
        )
    return Example(cast(ExampleKind, kind), source, marked, line, options)


def _check_order(examples: list[Example], path: str) -> None:
    for before, example in zip([None, *examples], examples, strict=False):
        if example.kind == "fixed" and (before is None or before.kind != "bad"):
            raise BadCard(f"{path}, line {example.line}: a fixed example follows the bad one it is the remedy of")
    for kind in ("bad", "good"):
        if not any(example.kind == kind for example in examples):
            raise BadCard(f"{path}: a ```{kind} example is missing; a card has at least one bad and one good example")
