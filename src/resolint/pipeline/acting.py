"""Every request of a draft: who is asked to do what by when."""

from __future__ import annotations

from resolint.actions import Action
from resolint.actions import actions as of_document
from resolint.model import Document, View
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session

__all__ = ["Action", "actions"]


def actions(
    source: bytes | Document, session: Session | None = None, *, name: str = "", view: View | None = None
) -> tuple[Action, ...]:
    """Every request in one draft, in its order; ``view`` says how tracked changes are read. Raises ResolintError."""
    session = session or Session()
    config = session.config(name)
    view = view or (config.view if config is not None else None) or "proposed"
    return of_document(load(source, session, name=name, view=view), session.lexicon(config))
