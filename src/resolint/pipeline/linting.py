"""Linting one draft: configuration, profile, rules and what was known before, joined."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from resolint import cards, engine, profile
from resolint.errors import choose
from resolint.findings import SEVERITIES, Report, Severity
from resolint.frozen import NamedTuple
from resolint.lexicon import TONGUES, Lexicon
from resolint.model import Document, Mark, View
from resolint.pipeline import bounds
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session
from resolint.shared import timed, watch

if TYPE_CHECKING:
    from resolint.engine.baseline import Known

__all__ = ["Base", "Options", "check_options", "lint", "read_base"]


class Base(NamedTuple):
    """A text that drafts are built on: with its own tracked changes, and without them where there are any."""

    text: Document
    before: Document | None = None


class Options(TypedDict, total=False):
    """What a run of the rules may be asked for; what is left out comes from the configuration, then from the draft.

    ``view`` says how tracked changes are read. ``profile`` names the conventions of a body. ``select`` and ``ignore`` hold
    rule ids, names, families or beginnings of ids. ``edition`` asks for the conventions of a year, of a date, or
    ``current``. ``changed_only`` keeps only what a tracked change touches. ``baseline`` are the findings known before.
    ``against`` asks for the verdicts of a second profile beside those of the first. ``corpus`` names corpora of adopted
    texts, in order, for the rules on agreed language. ``base`` is the text that the draft is built on; ``read_base`` reads it
    once for many drafts. ``keep`` leaves the
    draft itself in the report. Findings milder than ``min_severity`` are left out. Without ``look`` every rule runs, also
    where it cannot say anything; the findings are the same. ``timings`` is what the seconds of each rule, of what rules
    share, of reading, of choosing rules and of the rest are added to.
    """

    view: View | None
    profile: str | None
    select: Sequence[str]
    ignore: Sequence[str]
    edition: str | None
    changed_only: bool
    baseline: Sequence[Known]
    against: str | None
    corpus: Sequence[str]
    base: bytes | Document | Base | None
    keep: bool
    look: bool
    min_severity: Severity | None
    timings: MutableMapping[str, float] | None


def check_options(**options: Unpack[Options]) -> None:
    """Raises BadConfiguration for an edition or severity that does not exist; a profile may be one of the draft's project.

    Raises TypeError, as Python does, for a keyword that is none of ``Options``.
    """
    for keyword in options:
        if keyword not in Options.__annotations__:
            raise TypeError(f"there is no option {keyword!r}: {cards.hint(keyword, Options.__annotations__)}")
    if (least := options.get("min_severity")) is not None:
        choose("min_severity", least, SEVERITIES)
    if (edition := options.get("edition")) is not None:
        profile.read_edition(edition)


def lint(
    source: bytes | Document, session: Session | None = None, *, name: str = "", **options: Unpack[Options]
) -> Report:
    """The report on one draft, given as the bytes of a file called ``name`` or as a document already read.

    The keywords are those of ``Options``. Raises ResolintError: UnreadableDraft for the draft, BadConfiguration for
    anything asked for that does not exist.
    """
    check_options(**options)
    session = session or Session()
    with watch(options.get("timings")):
        return timed("the rest", lambda: _lint(source, session, name, options))


def _lint(source: bytes | Document, session: Session, name: str, options: Options) -> Report:
    name = name or (source.origin.name if isinstance(source, Document) else "")
    config = session.config(name)
    view = options.get("view") or (config.view if config is not None else None) or "proposed"
    document = timed("reading", lambda: load(source, session, name=name, view=view, bounded=True))
    bounds.refuse_wordless(document, name)
    if config is not None and config.language not in (None, document.language):
        document = replace(document, language=config.language)
    base = _base(source, document, session, name, options.get("base"))
    asked, edition = options.get("profile"), options.get("edition")
    chosen = session.profile(document, config, name=asked, edition=edition)
    report = _report(document, session, name, chosen, base, options)
    if (against := options.get("against")) is not None:
        from resolint.pipeline.against import side_by_side

        other = session.profile(document, config, name=against, source="--against", edition=edition)
        report = side_by_side(report, _report(document, session, name, other, base, options), other.name, document)
    least = options.get("min_severity") or (config.min_severity if config is not None else None)
    if least is not None:
        grave = SEVERITIES[: SEVERITIES.index(least) + 1]
        report = replace(report, findings=tuple(finding for finding in report.findings if finding.severity in grave))
    if options.get("keep"):
        return replace(report, document=document)
    if not isinstance(source, Document):
        document.let_go()
    return report


def read_base(data: bytes, session: Session | None = None, *, name: str = "", lexicon: Lexicon | None = None) -> Base:
    """The text in a file called ``name``, on which drafts are built. Raises UnreadableDraft."""
    text = load(data, session, name=name, lexicon=lexicon)
    before = load(data, session, name=name, view="original", lexicon=lexicon)
    return Base(text, None if _set(text) == _set(before) else before)


def _set(document: Document) -> list[tuple[str, tuple[Mark, ...]]]:
    """The paragraphs and notes of a text with their italics."""
    blocks = [*document.blocks, *(block for note in document.footnotes for block in note.blocks)]
    return [(block.text, tuple(block.marked("italic"))) for block in blocks]


def _base(
    source: bytes | Document, document: Document, session: Session, name: str, base: bytes | Document | Base | None
) -> Any:
    """The text that a draft is built on, and the draft without its tracked changes; None where no base is given."""
    if base is None:
        return None
    from resolint.comparison import BaseText

    original = document if isinstance(source, Document) else load(source, session, name=name, view="original")
    if isinstance(base, bytes):
        base = read_base(base, session, name="the base", lexicon=session.lexicon(session.config(name)))
    elif isinstance(base, Document):
        base = Base(base)
    return BaseText(base.text, original, base.before)


def _report(
    document: Document, session: Session, name: str, chosen: profile.Profile, base: Any, options: Options
) -> Report:
    config = session.config(name)
    words = session.lexicon(config)
    rules, look = session.rules(
        chosen,
        config,
        name,
        select=options.get("select", ()),
        ignore=options.get("ignore", ()),
        look=options.get("look", True),
    )
    report = engine.run(
        document,
        rules,
        look=look,
        tables=words.tables,
        lexicon=cards.lexicon_of(chosen.language) if chosen.language in TONGUES else words,
        path=name,
        profile=chosen.name,
        profile_reason=_reason(document, chosen, words),
        date=chosen.date,
        language=chosen.language,
        edition=chosen.edition,
        cards=session.cards(config),
        baseline=options.get("baseline", ()),
        changed_only=options.get("changed_only", False),
        corpus=_judge(session, config, options.get("corpus", ())),
        base=base,
    )
    return bounds.spoken(report, document)


def _reason(document: Document, chosen: profile.Profile, words: Lexicon) -> str:
    """How the profile was chosen, and how the draft marks its openings where the profile leaves that to it."""
    options = chosen.options.get("TYP001")
    if not options:
        return chosen.reason
    from resolint.checks.shared.marking import described

    style = described(document, words, options)
    return f"{chosen.reason}; {style}" if style else chosen.reason


def _judge(session: Session, config: profile.Config | None, corpora: Sequence[str]) -> Any:
    """What holds drafts against agreed language, None where neither the caller nor the configuration names a corpus."""
    if not corpora and (config is None or not config.corpus):
        return None
    from resolint.pipeline.agreeing import corpora_for

    return session.judge(corpora_for(corpora, config))
