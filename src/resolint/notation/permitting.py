"""Writes permissions into the source of a draft that is text, as comments in the notation; nothing else changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from resolint import permission as speaking
from resolint.lexicon import Lexicon
from resolint.model import Block, Directive, Reading
from resolint.notation import read
from resolint.notation.directives import write_comment
from resolint.notation.mending import PlaceMap

__all__ = ["permit"]


def permit(
    source: str, wanted: Sequence[Directive], *, name: str = "", lexicon: Lexicon | None = None
) -> tuple[str, tuple[Directive, ...]]:
    """``source`` with a comment behind the paragraph of each permission, and the permissions that found no place.

    The result is read again: it must be the same draft with these permissions, or the permission is left out.
    """
    again = partial(read, name=name, lexicon=lexicon)
    refused: list[Directive] = []
    for permission in dict.fromkeys(wanted):
        reading = again(source)
        changed = _with(source, reading, permission)
        if changed is not None and _is_right(again(changed), reading, permission):
            source = changed
        else:
            refused.append(permission)
    return source, tuple(refused)


def _with(source: str, reading: Reading, permission: Directive) -> str | None:
    blocks = {block.id: block for block in (*reading.blocks, *_note_blocks(reading))}
    block = blocks.get(permission.span.block) if permission.span is not None else None
    if block is None or not block.places:
        return None
    end = PlaceMap(source, block).behind(len(block.text))
    if end < 0:
        return None
    stop = min((at for at in (source.find("\n", end), source.find("\r", end)) if at >= 0), default=len(source))
    return f"{source[:stop].rstrip(' ')} {write_comment(permission.rules, permission.reason)}{source[stop:]}"


def _note_blocks(reading: Reading) -> list[Block]:
    return [block for note in reading.footnotes for block in note.blocks]


def _is_right(found: Reading, before: Reading, permission: Directive) -> bool:
    """Whether ``found`` is ``before`` with the permission in its paragraph."""
    same = found.blocks == before.blocks and found.footnotes == before.footnotes and found.comments == before.comments
    block = permission.span.block if permission.span is not None else None
    return (
        same
        and len(found.directives) == len(before.directives) + 1
        and any(
            one.rules == permission.rules
            and one.reason == speaking.spoken(permission.reason)
            and one.span is not None
            and one.span.block == block
            for one in found.directives
        )
    )
