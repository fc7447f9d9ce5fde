"""Every reference of a draft with its place and a verdict."""

from __future__ import annotations

from resolint.citation.verdicts import VERDICTS, Reference, judge
from resolint.model import Document, View
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session
from resolint.structure import where

__all__ = ["VERDICTS", "Reference", "citations"]


def citations(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    view: View | None = None,
    profile: str | None = None,
) -> tuple[Reference, ...]:
    """Every reference in one draft, in its order, with what form and facts say of it.

    ``view`` says how tracked changes are read, ``profile`` whose text it is. Raises ResolintError.
    """
    session = session or Session()
    config = session.config(name)
    view = view or (config.view if config is not None else None) or "proposed"
    document = load(source, session, name=name, view=view)
    chosen = session.profile(document, config, name=profile)
    return judge(document, session.lexicon(config), chosen.name, where)
