"""What the page asks of the verbs, as tasks for workers: each takes a session and plain values, and gives plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import PurePath
from typing import Any

from resolint import pipeline
from resolint.errors import UnreadableDraft
from resolint.pipeline import Decision, Options, Session
from resolint.pipeline.rendering import render, render_sheet

__all__ = ["FORMS", "Delivery", "deliver", "examine", "explain", "warm"]

FORMS = ("reviewed", "fixed", "markdown", "report", "page", "json", "csv", "decisions")
"""What can be taken from the page."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXTS = {
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "report": ("report.html", "text/html; charset=utf-8"),
    "page": ("html", "text/html; charset=utf-8"),
    "json": ("json", "application/json; charset=utf-8"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "decisions": ("decisions.json", "application/json; charset=utf-8"),
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file to be taken: its name, its kind, its bytes, and in a sentence each what could not be done."""

    name: str
    kind: str
    data: bytes
    left: tuple[str, ...] = field(default=())


def warm(session: Session) -> None:
    """Read what the first draft would have to wait for."""
    pipeline.lint(b"# Title\n\n*The General Assembly*,\n\n*Decides* to return to the matter.\n", session, keep=True)


def examine(session: Session, data: bytes, name: str, profile: str | None = None) -> dict[str, Any]:
    """The draft ``data`` as a sheet with its findings, as plain values. Raises ResolintError."""
    data = _unmarked(data, name)
    return asdict(render_sheet(pipeline.lint(data, session, name=name, **_options(profile))))


def _unmarked(data: bytes, name: str) -> bytes:
    """A draft without the marks of an earlier review, which are no part of it."""
    return pipeline.clean(data, name=name) if pipeline.is_word(data, name) else data


def _options(profile: str | None) -> Options:
    return {"profile": profile, "view": "proposed", "keep": True}


def explain(session: Session, rule: str, name: str = "") -> str:
    """The card of a rule as HTML. Raises ResolintError for a rule that does not exist."""
    from resolint.pipeline.rendering import render_card

    for card in session.cards(session.config(name), examples=True):
        if card.id == rule:
            return render_card(card)
    raise UnreadableDraft(f"there is no rule {rule}")


def deliver(
    session: Session,
    data: bytes,
    name: str,
    form: str,
    decisions: Sequence[Decision],
    author: str = "",
    profile: str | None = None,
) -> Delivery:
    """The draft as a file of one of ``FORMS``, with the decisions carried out. Raises ResolintError."""
    stem = PurePath(name).stem or "draft"
    options: Options = {"profile": profile, "view": "proposed"}
    if form == "decisions":
        import hashlib

        text = pipeline.write_decisions(decisions, name=PurePath(name).name, sha256=hashlib.sha256(data).hexdigest())
        return _text(stem, form, text)
    if form == "reviewed":
        done = pipeline.apply_decisions(data, decisions, session, name=name, author=author, **options)
        return Delivery(f"{stem}.reviewed.docx", _WORD, done.data, done.left)
    if form in ("json", "csv", "report"):
        return _text(stem, form, _report(session, data, name, form, decisions, profile))
    done = pipeline.finish_decisions(data, decisions, session, name=name, author=author, **options)
    if form == "fixed":
        suffix = PurePath(name).suffix or ".txt"
        kind = _WORD if pipeline.is_word(data, name) else "text/plain; charset=utf-8"
        return Delivery(f"{stem}.fixed{suffix}", kind, done.data, done.left)
    text = pipeline.export(done.data, {"markdown": "md", "page": "html"}[form], session, name=name)
    return _text(stem, form, text, done.left)


def _text(stem: str, form: str, text: str, left: tuple[str, ...] = ()) -> Delivery:
    suffix, kind = _TEXTS[form]
    return Delivery(f"{stem}.{suffix}", kind, text.encode("utf-8", "surrogatepass"), left)


def _report(
    session: Session, data: bytes, name: str, form: str, decisions: Sequence[Decision], profile: str | None
) -> str:
    """The report on the draft as it came, what is kept as allowed; what was declined is left out."""
    from resolint.pipeline.deciding import reported

    report = reported(pipeline.lint(_unmarked(data, name), session, name=name, **_options(profile)), decisions)
    cards = session.cards(session.config(name), examples=True)
    return render([report], "html" if form == "report" else form, cards=cards)
