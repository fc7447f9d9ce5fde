"""Drafts with what was decided about their findings: reviewed, mended, with reasons for what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Unpack

from resolint import decisions as deciding
from resolint.decisions import Decision, Settled
from resolint.errors import CannotWrite
from resolint.findings import Finding, Report, RuleFailure
from resolint.model import Directive, Document
from resolint.pipeline.formats import is_word
from resolint.pipeline.linting import Options, lint
from resolint.pipeline.session import Session

__all__ = ["Decided", "apply", "finish", "reported"]

REVIEWER = "Reviewer"
"""In whose name reasons are written where nobody says who decides; ``resolint`` keeps nothing of its own accord."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A draft with decisions carried out: its bytes, the report on it as it came, and what was decided of the findings.

    ``made`` counts the fixes made, ``said`` the comments written. ``left`` says in a sentence each what could not be done.
    """

    data: bytes
    report: Report
    settled: Settled
    made: int = 0
    said: int = 0
    left: tuple[str, ...] = ()
    failures: tuple[RuleFailure, ...] = ()


def apply(
    source: bytes,
    decisions: Iterable[Decision],
    session: Session | None = None,
    *,
    name: str = "",
    author: str = "",
    date: str | None = None,
    comments: bool = True,
    changes: bool = True,
    **options: Unpack[Options],
) -> Decided:
    """The Word draft ``source`` reviewed as decided.

    Fixes that were accepted are tracked changes with their comment, what is open is a comment, what was declined is left
    alone, and for what is kept a comment in the name of ``author`` says why, which resolint obeys from then on. Nothing is
    given unless taking our marks out gives the draft with these reasons back. Raises ResolintError.
    """
    from resolint.pipeline.reviewing import AUTHOR
    from resolint.report.findings.margin import to_annotations
    from resolint.report.findings.options import standing
    from resolint.word.write.reviewing import write

    session = session or Session()
    base, report, settled, left = _kept(source, tuple(decisions), session, name, author, date, options)
    accepted = {finding.fingerprint for finding in settled.accepted}
    declined = {finding.fingerprint for finding in settled.declined}
    after = lint(base, session, name=name, **options) if settled.kept else report
    items = tuple(
        replace(finding, suppressed=None) if finding.fingerprint in accepted else deciding.undecided(finding)
        for finding in after.findings
        if finding.fingerprint in accepted or not (finding.fingerprint in declined or standing(finding))
    )
    said = replace(after, findings=items)
    cards = session.told((finding.rule for finding in items), session.config(name)) if comments else {}
    when = session.moment(date)
    done = write(
        base, to_annotations(said, cards), author=author or AUTHOR, date=when, comments=comments, changes=changes
    )
    return Decided(done.data, report, settled, done.changes, done.comments, left, report.failures)


def finish(
    source: bytes,
    decisions: Iterable[Decision],
    session: Session | None = None,
    *,
    name: str = "",
    author: str = "",
    date: str | None = None,
    **options: Unpack[Options],
) -> Decided:
    """The draft ``source`` with the accepted fixes made for good, and reasons for what is kept; nothing else is touched.

    In Word the fixes are written as tracked changes, proved, and accepted; in text the very characters are changed. Raises
    ResolintError.
    """
    session = session or Session()
    base, report, settled, left = _kept(source, tuple(decisions), session, name, author, date, options)
    after = lint(base, session, name=name, **options) if settled.kept else report
    accepted = {finding.fingerprint for finding in settled.accepted}
    # A permission speaks for its paragraph; what was accepted in it is made all the same.
    chosen = (replace(one, suppressed=None) for one in after.findings if one.fingerprint in accepted)
    wanted = replace(after, findings=tuple(chosen))
    if is_word(base, name):
        data, made, more = _word(base, wanted, session, name, date)
    else:
        from resolint.pipeline.fixing import fix_text

        mended = fix_text(name, base, wanted, "suggest", session)
        data, made, more = mended.after, mended.made, ()
        if mended.left:
            more = (
                f"{mended.left} of the accepted fixes could not be made in this text, since another changes the same words",
            )
    return Decided(data, report, settled, made, 0, (*left, *more), report.failures)


def reported(report: Report, decisions: Iterable[Decision]) -> Report:
    """``report`` after decisions: what was declined is gone, what is kept is allowed, what was accepted still stands."""
    settled = deciding.settle(report, decisions)
    declined = {finding.fingerprint for finding in settled.declined}
    kept = {finding.fingerprint: reason for finding, reason in settled.kept}
    findings = (one for one in report.findings if one.fingerprint not in declined)
    return replace(
        report, findings=tuple(replace(one, suppressed=kept.get(one.fingerprint, one.suppressed)) for one in findings)
    )


def _word(
    base: bytes, wanted: Report, session: Session, name: str, date: str | None
) -> tuple[bytes, int, tuple[str, ...]]:
    from resolint.report.findings.margin import to_annotations
    from resolint.word.write import cleaning
    from resolint.word.write.reviewing import write

    when = session.moment(date)
    done = write(base, to_annotations(wanted), date=when, comments=False)
    data = cleaning.accept(done.data, name) if done.edits else base
    left = tuple(f"not changed in {one.where or 'the draft'}: {one.source}" for one in done.left)
    return data, done.changes, left


def _kept(
    source: bytes,
    decisions: Sequence[Decision],
    session: Session,
    name: str,
    author: str,
    date: str | None,
    options: Options,
) -> tuple[bytes, Report, Settled, tuple[str, ...]]:
    """The draft without our marks and with the reasons for what is kept, its report before that, and what was decided."""
    base = source
    if is_word(source, name):
        from resolint.word.write import cleaning

        base = cleaning.clean(source, name)
    asked = options.copy()
    asked["keep"] = True
    report = lint(base, session, name=name, **asked)
    settled = deciding.settle(report, decisions)
    if not settled.kept or report.document is None:
        return base, report, settled, ()
    named = author if author and author != "resolint" else REVIEWER
    kept, left = _permitted(base, report.document, settled.kept, named, session, date, name)
    if kept != base:
        still = {finding.fingerprint for finding in lint(kept, session, name=name, **options).active}
        left += tuple(
            f"{finding.where or 'the draft'}: {finding.rule} is not silenced by a comment there"
            for finding, _ in settled.kept
            if finding.fingerprint in still
        )
    return kept, report, settled, left


def _permitted(
    base: bytes,
    document: Document,
    kept: Sequence[tuple[Finding, str]],
    author: str,
    session: Session,
    date: str | None,
    name: str,
) -> tuple[bytes, tuple[str, ...]]:
    when = session.moment(date)
    if is_word(base, name):
        from resolint.word.write.permitting import Permission, permit

        return permit(
            document, base, [Permission(one.span, one.rule, why) for one, why in kept], author=author, date=when
        ), ()
    from resolint.notation.permitting import permit as permit_text
    from resolint.pipeline.fixing import text_of

    text, encoding, mark = text_of(name, base)
    wanted = [Directive((one.rule,), why, one.span) for one, why in kept]
    written, refused = permit_text(text, wanted, name=name, lexicon=session.lexicon(session.config(name)))
    try:
        data = mark + written.encode(encoding)
    except UnicodeEncodeError:
        raise CannotWrite(
            f"{name}: the reasons need characters that the encoding of the file ({encoding}) does not have; save it as UTF-8"
        ) from None
    return data, tuple(
        f"the reason for keeping {', '.join(one.rules)} could not be written: this text has no place for a "
        "comment there, or the reason begins like the name of a rule"
        for one in refused
    )
