"""Everything that a draft names, counts and dates, each thing once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from resolint.consistency import KINDS, Thing, things
from resolint.model import Document, Span, View
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session
from resolint.structure import where

__all__ = ["KINDS", "Thing", "consistency"]


def consistency(
    source: bytes | Document, session: Session | None = None, *, name: str = "", view: View | None = None
) -> tuple[tuple[Thing, ...], Callable[[Span], str]]:
    """What one draft names, counts and dates, and what says where a place is. Raises ResolintError."""
    session = session or Session()
    config = session.config(name)
    view = view or (config.view if config is not None else None) or "proposed"
    document = load(source, session, name=name, view=view)
    return things(document), partial(where, document)
