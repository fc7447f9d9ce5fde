"""Whether bytes are Akoma Ntoso, told from their beginning without parsing them."""

from __future__ import annotations

import codecs

from resolint import regex

_BEGINNING = 4096
_PROLOG = regex.compiled(
    r"\s*+(?:<\?[^>]{0,1000}+>|<!--(?:[^-]|-(?!-))*+-->|<!DOCTYPE[^>\[]{0,500}+(?:\[[^\]]{0,3000}+\]\s*+)?>)"
)
_ROOT = regex.compiled(r"\s*+<(?:[\w.-]{1,40}+:)?akomaNtoso[\s>/]")


def looks_like_akn(data: bytes) -> bool:
    """Whether the first element is ``akomaNtoso``; a prefix, comments, and a document type may stand before it."""
    start = data[:_BEGINNING]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = start.decode("utf-16", "replace")
    elif start[1:2] == b"\0":
        text = start.decode("utf-16-le", "replace")
    elif start[:1] == b"\0":
        text = start.decode("utf-16-be", "replace")
    else:
        text = start.decode("utf-8", "replace")
    text = text.removeprefix("\ufeff")
    at = 0
    while found := _PROLOG.match(text, at):
        at = found.end()
    return _ROOT.match(text, at) is not None
