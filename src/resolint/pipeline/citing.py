"""Every reference of a draft with its place and a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resolint.citation.verdicts import VERDICTS, Reference, judge
from resolint.model import Document, Span, View
from resolint.pipeline.drafts import in_english, load
from resolint.pipeline.linting import lint
from resolint.pipeline.session import Session
from resolint.structure import where

__all__ = ["VERDICTS", "Reference", "citations"]

_CONTRADICTING = (
    "OPR018", "OPR024", "OPR030", "OPR031", "OPR034", "PRE007", "REF011", "REF020", "REF022", "REF027", "REF030"
)  # fmt: skip
"""The rules that hold a reference against the draft it stands in, against facts or against what its body writes.

What they object to is doubtful here too; they alone decide it, so that one draft never hears two verdicts.
"""


def citations(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    view: View | None = None,
    profile: str | None = None,
) -> tuple[Reference, ...]:
    """Every reference in one draft, in its order, with what form, facts and the rules on references say of it.

    ``view`` says how tracked changes are read, ``profile`` whose text it is. Raises ResolintError, also for a draft in another
    language than English, of whose references only symbols are read.
    """
    session = session or Session()
    config = session.config(name)
    view = view or (config.view if config is not None else None) or "proposed"
    document = in_english(load(source, session, name=name, view=view), session.lexicon(config), name, "references")
    chosen = session.profile(document, config, name=profile)
    asked = [rule for rule in _CONTRADICTING if rule not in chosen.off]  # naming a rule would switch it on
    objections = _objections(document, session, name, profile, asked)
    return judge(document, session.lexicon(config), chosen.name, where, objections)


def _objections(
    document: Document, session: Session, name: str, profile: str | None, asked: Sequence[str]
) -> Mapping[Span, str]:
    """What the rules on references object to, and where; nothing in a text without words."""
    if not document.citations:
        return {}
    report = lint(document, session, name=name, profile=profile, select=asked)
    return {one.span: one.message for one in report.findings if one.suppressed is None}
