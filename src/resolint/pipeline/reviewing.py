"""Reviewing a Word draft: lint it as it was without our marks, then write what was found into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Unpack

from resolint.errors import UnreadableDraft
from resolint.findings import Report, RuleFailure
from resolint.frozen import dataclass
from resolint.model import Document, View
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import is_word
from resolint.pipeline.linting import Options, lint
from resolint.pipeline.session import Session
from resolint.report.findings import margin
from resolint.rule import Card
from resolint.word.write import cleaning
from resolint.word.write.reviewing import write
from resolint.word.write.verifying import verify
from resolint.writing import Annotation, Annotations

if TYPE_CHECKING:
    from resolint.comparison import Comparison
    from resolint.corpus.verdicts import Agreement

__all__ = ["AUTHOR", "Reviewed", "annotate", "clean", "review", "verify"]

AUTHOR = "resolint"
"""In whose name comments and tracked changes are written unless somebody is named."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewed draft: its bytes, how many comments and tracked fixes are in it, and the rules that failed.

    ``unsaid`` are sentences about what is not in its margin: the mildest of very many findings, the end of a text that is
    longer than any draft, findings in a file whose body has no paragraph.
    """

    data: bytes
    comments: int = 0
    changes: int = 0
    failures: tuple[RuleFailure, ...] = ()
    unsaid: tuple[str, ...] = ()


def review(
    source: bytes,
    session: Session | None = None,
    *,
    name: str = "",
    author: str = AUTHOR,
    date: str | None = None,
    comments: bool = True,
    changes: bool = True,
    **options: Unpack[Options],
) -> Reviewed:
    """The Word draft ``source`` with what the linter finds in it: comments on the words, tracked changes beside them.

    ``author`` signs, at ``date`` (``2026-11-20T10:00:00Z``, by default now, "" for no date). ``comments`` and ``changes``
    say which of the two are wanted. The further keywords are those of ``lint``. Marks of an earlier run are renewed; where
    nothing but the date would change, the draft stays as it is. Raises ResolintError for a draft that is no Word file or
    cannot be written.
    """
    session = session or Session()
    date = session.moment(date)
    if not is_word(source, name):
        raise UnreadableDraft(
            f"{name}: comments and tracked changes need a Word file; see its findings with 'resolint lint', mend it "
            "with 'resolint fix'"
        )
    base = cleaning.clean(source, name)
    report = lint(base, session, name=name, **options)
    reasons = _reasons(report, session, name) if comments else {}
    said, failures, unsaid = margin.to_annotations(report, reasons), report.failures, tuple(_unsaid(report))
    del report  # of a long draft it is larger than all that follows

    def written(when: str) -> Reviewed:
        done = write(base, said, author=author, date=when, comments=comments, changes=changes)
        more = (_UNPLACED.format(found.where, found.text) for found in done.unplaced)
        return Reviewed(done.data, done.comments, done.changes, failures, (*unsaid, *more))

    if base is not source and (known := cleaning.date_of(source)) != date:
        same = written(known)
        if same.data == source:
            return same
    return written(date)


_UNPLACED = "{}: {} (this has no place in the margin: the body of the file has no paragraph)"


def _unsaid(report: Report) -> Iterator[str]:
    if more := len(report.active) - len(margin.shown(report)):
        yield f"{more:,} milder findings are not in the margin, which holds {margin.MOST:,}; 'resolint lint' tells all"
    if report.origin.unread:
        yield f"{report.origin.unread}; the rest was not checked"


def annotate(
    source: bytes,
    said: Report | Agreement | Comparison | Iterable[Annotation],
    session: Session | None = None,
    *,
    name: str = "",
    author: str = AUTHOR,
    date: str = "",
    view: View = "proposed",
) -> bytes:
    """The Word draft ``source`` with what is said of it in its margin.

    ``said`` is a report, what agreed language says, a comparison whose draft this is, or annotations of one's own; the
    first three are to be made of the draft without our marks (``clean``), read in ``view``. ``author`` signs, at ``date``
    ("" for no date). The comments are those of a review: a later one renews them, and taking them out gives the draft
    back, which is proved. Raises UnreadableDraft for what is no Word file, CannotWrite.
    """
    session = session or Session()
    date = session.moment(date)
    if not is_word(source, name):
        raise UnreadableDraft(f"{name}: there is no margin to write into: this is no Word file")
    base = cleaning.clean(source, name)
    if isinstance(said, Report):
        noted = margin.to_annotations(said, _reasons(said, session, name))
    else:
        noted = _margin(said, load(base, session, name=name, view=view))
    return write(base, noted, author=author, date=date, changes=False).data


def _reasons(report: Report, session: Session, name: str) -> Mapping[str, Card]:
    """The cards with prose of the rules that speak of the draft ``name``, by id."""
    return session.told((finding.rule for finding in margin.shown(report)), session.config(name))


def _margin(said: Agreement | Comparison | Iterable[Annotation], document: Document) -> Annotations:
    from resolint.comparison import Comparison
    from resolint.corpus.verdicts import Agreement

    if isinstance(said, Agreement):
        from resolint.report.agreed.margin import to_annotations as of_agreement

        return of_agreement(said, document)
    if isinstance(said, Comparison):
        from resolint.report.comparison.margin import to_annotations as of_comparison

        return of_comparison(said)
    return Annotations(document.origin, tuple(said))


def clean(source: bytes, *, name: str = "") -> bytes:
    """The Word draft ``source`` without the comments and tracked changes of resolint. Raises ResolintError."""
    if not is_word(source, name):
        raise UnreadableDraft(f"{name}: only Word files can hold comments and tracked changes of resolint")
    return cleaning.clean(source, name)
