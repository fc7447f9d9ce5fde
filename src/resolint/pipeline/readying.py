"""Whether a draft is ready to be submitted: a report of its own, with facts beside it, and a copy without what is unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Unpack

from resolint.errors import UnreadableDraft
from resolint.findings import Finding, Report
from resolint.lexicon import LANGUAGES, Lexicon
from resolint.model import Block, Comment, Document, Span
from resolint.pipeline.drafts import is_draft, load
from resolint.pipeline.formats import is_word
from resolint.pipeline.linting import Options, lint
from resolint.pipeline.session import Session
from resolint.report.lengths import beside_adopted
from resolint.rulebook import UNCHECKED

if TYPE_CHECKING:
    from resolint.word.write.stripping import Stripped

__all__ = ["Readiness", "ready", "strip"]


LIMITS = ("STR028", "STR035")
"""The rules on the number of paragraphs and words, which are asked only where the configuration sets a limit: the Organization
has none."""


UNTRACKED = "AGR002"
"""The rule that speaks of each departure from the base that is not tracked."""
BASED = ("AGR001", "AGR002", "AGR010")
"""The rules on departures, which say nothing that could be relied on where no base is given."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands between a draft and its submission.

    ``report`` holds the findings, rated as a secretariat would, by place. ``headings`` gives for each rule that was asked the
    heading of the checklist that it belongs to, in the order of the list. ``facts`` are pairs of what is told and what holds.
    """

    report: Report
    headings: Mapping[str, str]
    facts: tuple[tuple[str, str], ...]

    def under(self, heading: str) -> tuple[Finding, ...]:
        """The findings that stand under a heading of the list."""
        return tuple(one for one in self.report.active if self.headings.get(one.rule) == heading)


def ready(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    base_name: str = "",
    **options: Unpack[Options],
) -> Readiness:
    """Whether the draft ``source`` can be submitted. The keywords are those of ``lint``; ``select`` is left to the list.

    Which rules are asked, and which are graver here than while a draft is being written, stands in the table ``ready``;
    ``base_name`` is what the base is called. Raises ResolintError.
    """
    session = session or Session()
    config = session.config(name)
    document = load(source, session, name=name, view=options.get("view") or "proposed")
    lexicon = session.lexicon(config)
    listed = {row["rule"]: row for row in lexicon.rows("ready")}
    # What is not asked in the language of the draft stands under no heading, so that nothing there seems to be in order.
    language = document.language or LANGUAGES[0]
    known = {card.id for card in session.cards(config) if language in card.languages or card.id == UNCHECKED}
    asked = options.copy()
    limited = () if config is None else (*config.options, *config.extend_select, *config.select)
    asked["select"] = [rule for rule in listed if rule in known and (rule not in LIMITS or rule in limited)]
    if isinstance(source, bytes):
        document = _with_what_is_unseen(document, source, name)
    report = lint(document, session, name=name, **asked)
    findings = tuple(replace(one, severity="error") if listed[one.rule]["graver"] else one for one in report.findings)
    report = replace(report, findings=findings)
    told = () if asked.get("base") is not None else BASED
    headings = {rule: listed[rule]["heading"] for rule in asked["select"] if rule not in told}
    based = None if asked.get("base") is None else base_name or "given"
    return Readiness(report, headings, tuple(_facts(document, report, lexicon, based)))


def _with_what_is_unseen(document: Document, data: bytes, name: str) -> Document:
    """The draft with the names in the properties of its file, its fonts and its styles, as blocks of front matter.

    To its comments come those of resolint and those that speak to it, at its beginning.
    """
    if not is_word(data, name):
        return document
    from resolint.word.read.faces import read_faces
    from resolint.word.read.metadata import read_metadata
    from resolint.word.write.stripping import our_comments

    told = [(key, words) for key, words in read_metadata(data, name)]
    told += [(f"{face.kind}-{at}", face.said) for at, face in enumerate(read_faces(data, name), 1)]
    blocks = tuple(Block(f"front/{key}", "header", words) for key, words in told)
    there = {block.id for block in document.blocks}
    start = None if not document.blocks else Span(document.blocks[0].id, 0, 0)
    ours = tuple(Comment("", author, words, start) for author, words in our_comments(data, name))
    return replace(
        document,
        blocks=(*document.blocks, *(block for block in blocks if block.id not in there)),
        comments=(*document.comments, *ours),
    )


def _facts(document: Document, report: Report, lexicon: Lexicon, base: str | None) -> list[tuple[str, str]]:
    if not is_draft(document, lexicon):
        kind = "report" if document.kind == "report" else "text"
        return [("No draft", f"this is no draft: a {kind} in which no title, sponsors, organ or action was found")]
    words = report.counts.get("words", 0)
    clauses = report.counts.get("preambular", 0) + report.counts.get("operative", 0)
    facts = [("Length", f"{words:,} words in {clauses} paragraphs")]
    # Only texts in English were counted, and other languages need more words, or fewer.
    if document.language in ("", *LANGUAGES) and (
        said := beside_adopted(words, report.profile, lexicon.rows("lengths"))
    ):
        facts.append(("Beside adopted texts", said))
    told = (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
    changes = sum(1 for block in told for mark in block.marks if mark.kind in ("inserted", "deleted-here"))
    facts.append(("Tracked changes", str(changes) if changes else "none"))
    facts.append(("Comments", _authors(document)))
    facts.append(("Footnotes", str(len(document.footnotes))))
    annexes = sum(len(act.annexes) for act in document.acts)
    facts.append(("Annexes", str(annexes) if annexes else "none"))
    facts.append(("Sponsors", f"{len(document.head.sponsors)}" if document.head.sponsors else "none named"))
    facts.append(("Base text", _departures(report, base)))
    faces = [block.text.partition(",")[0] for block in document.blocks if block.id.startswith("front/font-")]
    if faces:
        facts.append(("Fonts", ", ".join(faces)))
    return facts


def _departures(report: Report, base: str | None) -> str:
    """The base text by its name, and how many departures from it are not tracked."""
    if base is None:
        return "none given"
    count = sum(one.rule == UNTRACKED for one in report.active)
    if any(one.rule == BASED[0] for one in report.active):
        return f"{base}; the draft departs from it, and no change is tracked"
    if not count:
        return f"{base}; every departure is tracked"
    return f"{base}; {count} {'departure is' if count == 1 else 'departures are'} not tracked"


def _authors(document: Document) -> str:
    names: dict[str, int] = {}
    for comment in document.comments:
        names[comment.author or "somebody"] = names.get(comment.author or "somebody", 0) + 1
    return ", ".join(f"{count} by {name}" for name, count in names.items()) or "none"


def strip(source: bytes, *, name: str = "") -> Stripped:
    """The Word draft ``source`` without comments, hidden words and names in its properties, proved. Raises ResolintError."""
    if not is_word(source, name):
        raise UnreadableDraft(f"{name}: only Word files hold comments, hidden words and properties to be taken out")
    from resolint.word.write.stripping import strip as strip_word

    return strip_word(source, name)
