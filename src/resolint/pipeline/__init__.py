"""Where everything meets: thin verbs over bytes.

A verb takes a draft, as the bytes of a file or as a ``Document``, and a ``Session``, and gives a value: ``lint`` a report,
``review``, ``fix``, ``clean``, ``annotate``, ``redline`` and ``build`` a file, ``compare``, ``agreed``, ``citations`` and
``suggest`` what they found, ``export`` and ``show`` a text. No verb reads a draft from disk or writes one: that is for the
caller. Every one raises ``ResolintError`` with one plain sentence for what it cannot use, and nothing else that is the
user's to mend.
"""

from typing import TYPE_CHECKING

from resolint.pipeline.drafts import is_draft, load
from resolint.pipeline.formats import (
    LOCK,
    REVIEWED,
    SUFFIXES,
    WORD_SUFFIXES,
    decode,
    foreign,
    is_meant,
    is_review,
    is_word,
)
from resolint.pipeline.linting import Base, Options, check_options, lint, read_base
from resolint.pipeline.session import Session

if TYPE_CHECKING:
    from resolint.akn import is_akn
    from resolint.cards import data_dir, hint
    from resolint.decisions import Decision
    from resolint.decisions import read as read_decisions
    from resolint.decisions import signed as signed_decisions
    from resolint.decisions import written as write_decisions
    from resolint.pipeline.acting import actions, adopted_actions, by_addressee
    from resolint.pipeline.agreeing import agreed, suggest, timeline
    from resolint.pipeline.attesting import attest
    from resolint.pipeline.building import build
    from resolint.pipeline.citing import citations
    from resolint.pipeline.comparing import compare, redline
    from resolint.pipeline.deciding import Decided
    from resolint.pipeline.deciding import apply as apply_decisions
    from resolint.pipeline.deciding import finish as finish_decisions
    from resolint.pipeline.exporting import EXPORTS, export, show
    from resolint.pipeline.fixing import fix
    from resolint.pipeline.readying import Readiness, ready, strip
    from resolint.pipeline.reviewing import Reviewed, annotate, clean, review, verify
    from resolint.profile import Config, Patterns, iso_date
    from resolint.report.findings.summary import is_summary

__all__ = [
    "EXPORTS",
    "LOCK",
    "REVIEWED",
    "SUFFIXES",
    "WORD_SUFFIXES",
    "Base",
    "Config",
    "Decided",
    "Decision",
    "Options",
    "Patterns",
    "Readiness",
    "Reviewed",
    "Session",
    "actions",
    "adopted_actions",
    "agreed",
    "annotate",
    "apply_decisions",
    "attest",
    "build",
    "by_addressee",
    "check_options",
    "citations",
    "clean",
    "compare",
    "data_dir",
    "decode",
    "export",
    "finish_decisions",
    "fix",
    "foreign",
    "hint",
    "is_akn",
    "is_draft",
    "is_meant",
    "is_review",
    "is_summary",
    "is_word",
    "iso_date",
    "lint",
    "load",
    "read_base",
    "read_decisions",
    "ready",
    "redline",
    "review",
    "show",
    "signed_decisions",
    "strip",
    "suggest",
    "timeline",
    "verify",
    "write_decisions",
]

_LATER = {
    "Readiness": "pipeline.readying",
    "ready": "pipeline.readying",
    "strip": "pipeline.readying",
    "actions": "pipeline.acting",
    "adopted_actions": "pipeline.acting",
    "by_addressee": "pipeline.acting",
    "agreed": "pipeline.agreeing",
    "annotate": "pipeline.reviewing",
    "attest": "pipeline.attesting",
    "build": "pipeline.building",
    "citations": "pipeline.citing",
    "clean": "pipeline.reviewing",
    "compare": "pipeline.comparing",
    "EXPORTS": "pipeline.exporting",
    "data_dir": "cards",
    "export": "pipeline.exporting",
    "fix": "pipeline.fixing",
    "hint": "cards",
    "is_akn": "akn",
    "is_summary": "report.findings.summary",
    "iso_date": "profile",
    "Config": "profile",
    "Patterns": "profile",
    "redline": "pipeline.comparing",
    "review": "pipeline.reviewing",
    "show": "pipeline.exporting",
    "suggest": "pipeline.agreeing",
    "timeline": "pipeline.agreeing",
    "verify": "pipeline.reviewing",
    "Reviewed": "pipeline.reviewing",
    "Decided": "pipeline.deciding",
    "Decision": "decisions",
}

_RENAMED = {
    "apply_decisions": ("pipeline.deciding", "apply"),
    "finish_decisions": ("pipeline.deciding", "finish"),
    "read_decisions": ("decisions", "read"),
    "signed_decisions": ("decisions", "signed"),
    "write_decisions": ("decisions", "written"),
}
"""What other rooms call by a shorter name."""


def __getattr__(name: str) -> object:
    """The verbs that ``lint`` does not need, imported when they are first asked for."""
    module, attribute = _RENAMED.get(name) or (_LATER.get(name, ""), name)
    if not module:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"resolint.{module}"), attribute)
