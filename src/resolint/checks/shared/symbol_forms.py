"""Symbols in notes whose parts are in another order or form: *S/27/91*, *E/57/2028*, *A-82-215*, *PRST/2027/2*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import symbols
from resolint.model import Block
from resolint.regex import lazy

__all__ = ["of_other_form"]

_FORMS = lazy(
    r"(?<![\w/.-])(?:(?P<short>S/(?:PRST/|RES/)?|E/)(?P<two>\d\d)(?P<rest>/\d{1,4})(?![\w/.]\w)"
    r"|(?P<turned>E/(?:CN\.\d+/)?)(?P<number>\d{1,3})/(?P<year>20\d\d)(?![\w/.]\w)"
    r"|(?P<bare>PRST/20\d\d/\d+)"
    r"|(?P<hyphens>[AES]-(?:20)?\d\d-\d{1,4})(?![\w-])"
    r"|(?P<stroke>[AES]/(?:[\w.]+/){1,3}L)/(?P<draft>\d{1,3})(?!\w))"
)
_DOC = lazy(r"(?<![\w.])(?<!UN )(?<!U\.N\. )(?:[Dd]oc\.|DOC\.?)\s*(?:[Nn]o\.\s*)?(?=[AES]/)")


def of_other_form(block: Block) -> Iterator[Hit]:
    """What is no symbol, and the symbol that is meant."""
    if "/" not in block.text and "-" not in block.text:
        return
    for match in _FORMS.finditer(block.text):
        right = _right(match.groupdict())
        span = block.span(*match.span())
        edit = Edit(span, right, match[0])
        yield Hit(span, {"fault": f"write {right}"}, Fix(f"Write {right}", (edit,), "suggest"))
    for match in _DOC.finditer(block.text):
        span = block.span(match.start(), len(block.text[: match.end()].rstrip()))
        edit = Edit(block.span(*match.span()), "", match[0])
        yield Hit(span, {"fault": "the symbol stands alone"}, Fix("Leave the words out", (edit,), "suggest"))
    for first, last in symbols.find(block.text):
        symbol = block.text[first:last]
        if symbols.undotted(symbol) and symbol[:2] in ("A/", "E/", "S/"):
            span, right = block.span(first, last), symbols.repaired(symbol)
            yield Hit(span, {"fault": f"write {right}"}, Fix(f"Write {right}", (Edit(span, right, symbol),), "suggest"))


def _right(found: dict[str, str | None]) -> str:
    if found["short"]:
        return f"{found['short']}20{found['two']}{found['rest']}"
    if found["turned"]:
        return f"{found['turned']}{found['year']}/{found['number']}"
    if found["bare"]:
        return f"S/{found['bare']}"
    if found["hyphens"]:
        return str(found["hyphens"]).replace("-", "/")
    return f"{found['stroke']}.{found['draft']}"
