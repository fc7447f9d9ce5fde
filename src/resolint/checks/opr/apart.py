"""A check on the sessions of one organ that a draft asks things for: the report, the meeting before it, the question after it."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.opr.times import cited_sessions, session_of
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Act, Block, Citation, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_REPORT = lazy(
    r"\b(?:to[ \xa0](?:submit|report|present|inform|provide|brief)|submit[ \xa0]it|report[ \xa0]thereon"
    r"|report[ \xa0]to[ \xa0]be[ \xa0]submitted)\b[^;]*$"
)
_QUESTION = lazy(
    r"\bprovisional[ \xa0]agenda\b[^;]*$|^[^;]{0,12}\b(?:[Dd]ecides[ \xa0])?to[ \xa0]"
    r"(?:(?:continue|resume)\b[^;]{0,30}\bconsider(?:ation)?|revert|return|consider|take|keep|include)\b[^;]*$"
)
_HELD = lazy(r"\bto[ \xa0](?:convene|hold|organize|devote)\b[^;]*$")
_EVENT = lazy(
    r"\b(?:panel discussion|expert meeting|workshop|seminar|interactive dialogue|debate|meeting|round table)s?\b"
)
_FAR = 5


class _Due(NamedTuple):
    kind: str
    number: int
    span: Span
    text: str


@check("OPR054")
def sessions_apart(document: Document, context: Context) -> Iterator[Hit]:
    """A report due at a session at which the question is not taken up, or before the meeting that it is to tell of."""
    now = session_of(document, context.lexicon)
    if now is None:
        return
    for act in document.acts:
        found = list(_due(document, act, now))
        reports, questions, meetings = (
            [one for one in found if one.kind == kind] for kind in ("report", "question", "held")
        )
        numbers = [{one.number for one in kind} for kind in (reports, questions)]
        if (
            len(numbers[0]) == len(numbers[1]) == 1
            and numbers[0] != numbers[1]
            and len(reports) + len(questions) < _FAR
        ):
            report, question = reports[0], questions[0]
            yield _hit(document, question, report)
            yield _hit(document, report, question)
        for meeting in meetings:
            events = {match[0].removesuffix("s") for match in _EVENT.finditer(meeting.text)}
            for report in reports:
                if report.number < meeting.number and any(f"the {event}" in report.text for event in events):
                    yield _hit(document, report, meeting)


def _due(document: Document, act: Act, now: int) -> Iterator[_Due]:
    for clause in act.operative:
        blocks = [document.block(block) for inner in clause.walk() for block in inner.blocks]
        for block, citation, number in cited_sessions(document, blocks):
            kind = _kind(block, citation)
            # *Before the sixty-sixth session of the Council*: when a meeting is held is told so as well.
            if kind and number >= now and (citation.own or kind == "held"):
                yield _Due(kind, number, citation.span, block.text)


def _kind(block: Block, citation: Citation) -> str:
    before = block.text[block.lead : citation.span.start]
    if _QUESTION.search(before):
        return "question"
    if _REPORT.search(before):
        return "report"
    return "held" if _HELD.search(before) else ""


def _hit(document: Document, one: _Due, other: _Due) -> Hit:
    return Hit(one.span, {"session": document.text(other.span)}, related=(other.span,))
