"""What somebody has decided about the findings of a draft: to accept a fix, to decline it, to keep the words with a reason.

Decisions are known by the fingerprint of their finding, so they outlive renumbering and edits elsewhere in the draft. A file
of decisions is JSON: ``{"schema": 1, "draft": {"name", "sha256"}, "decisions": [{"rule", "fingerprint", "verdict", "reason"}]}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from resolint.errors import BadConfiguration
from resolint.findings import Finding, Fix, Report
from resolint.frozen import NamedTuple

__all__ = ["SCHEMA", "VERDICTS", "Decision", "Settled", "Verdict", "read", "settle", "signed", "undecided", "written"]

SCHEMA = 1
Verdict = Literal["accept", "decline", "keep"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Make the fix; leave the words and say no more of it; leave them and write the reason into the draft."""
LONGEST_REASON = 500
_MOST = 100_000
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on the finding with this fingerprint; ``reason`` is why the words are kept."""

    fingerprint: str
    rule: str
    verdict: Verdict
    reason: str = ""


class Settled(NamedTuple):
    """The findings of a report that still stand, by what was decided; ``unmatched`` decisions have no finding here."""

    accepted: tuple[Finding, ...]
    declined: tuple[Finding, ...]
    kept: tuple[tuple[Finding, str], ...]
    open: tuple[Finding, ...]
    unmatched: tuple[Decision, ...]


def settle(report: Report, decisions: Iterable[Decision]) -> Settled:
    """The standing findings of ``report`` by what was decided of them; of two decisions on one finding the later holds.

    A fix that is advice alone cannot be accepted: such a finding is still open.
    """
    known = {decision.fingerprint: decision for decision in decisions}
    accepted: list[Finding] = []
    declined: list[Finding] = []
    kept: list[tuple[Finding, str]] = []
    undecided: list[Finding] = []
    for finding in report.active:
        decision = known.pop(finding.fingerprint, None)
        if decision is None or decision.rule != finding.rule:
            undecided.append(finding)
        elif decision.verdict == "accept":
            (accepted if can_be_made(finding.fix) else undecided).append(finding)
        elif decision.verdict == "decline":
            declined.append(finding)
        else:
            kept.append((finding, decision.reason))
    return Settled(tuple(accepted), tuple(declined), tuple(kept), tuple(undecided), tuple(known.values()))


def can_be_made(fix: Fix | None) -> bool:
    """Whether a fix is more than advice."""
    return fix is not None and bool(fix.edits) and fix.applicability != "advice"


def undecided(finding: Finding) -> Finding:
    """``finding`` with its fix as advice alone: it is said what could be written, and nothing is changed."""
    if finding.fix is None or finding.fix.applicability == "advice":
        return finding
    return replace(finding, fix=replace(finding.fix, applicability="advice"))


def written(decisions: Iterable[Decision], *, name: str = "", sha256: str = "", author: str = "") -> str:
    """The file of ``decisions`` of ``author`` on the draft ``name``, as JSON that ``read`` takes."""
    rows = [
        {"rule": one.rule, "fingerprint": one.fingerprint, "verdict": one.verdict}
        | ({"reason": one.reason} if one.reason else {})
        for one in decisions
    ]
    signature = {"author": author} if author else {}
    data = {"schema": SCHEMA, "draft": {"name": name, "sha256": sha256}, **signature, "decisions": rows}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read(text: str, name: str = "the decisions") -> tuple[Decision, ...]:
    """The decisions in the text of a file called ``name``. Raises BadConfiguration with one sentence."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadConfiguration(
            f"{name}: this is no file of decisions: it is not JSON; save it again from the page"
        ) from None
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA or not isinstance(data.get("decisions"), list):
        raise BadConfiguration(f"{name}: this is no file of decisions of schema {SCHEMA}; save it again from the page")
    rows: Sequence[Any] = data["decisions"]
    if len(rows) > _MOST:
        raise BadConfiguration(f"{name}: more than {_MOST} decisions are in the file; save it again from the page")
    return tuple(_decision(row, f"{name}: decision {number}") for number, row in enumerate(rows, 1))


def signed(text: str) -> str:
    """Who made the decisions in the text of a file that ``read`` takes; empty where it does not say."""
    author = json.loads(text).get("author", "")
    return " ".join(author.split())[:_LONGEST_NAME] if isinstance(author, str) else ""


def _decision(row: Any, place: str) -> Decision:
    if not isinstance(row, Mapping):
        raise BadConfiguration(f"{place}: it is no object with rule, fingerprint and verdict")
    for key in ("rule", "fingerprint"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise BadConfiguration(f"{place}: its {key} is missing; save the file again from the page")
    return decided(row["fingerprint"], row["rule"], row.get("verdict"), row.get("reason", ""), place)


def decided(fingerprint: str, rule: str, verdict: object, reason: object, place: str = "the decision") -> Decision:
    """The decision that these values are. Raises BadConfiguration where a verdict is unknown or a reason missing."""
    if verdict not in VERDICTS:
        raise BadConfiguration(f"{place}: its verdict is not one of {', '.join(VERDICTS)}")
    words = " ".join(reason.split()) if isinstance(reason, str) else ""
    if verdict == "keep" and not any(sign.isalnum() for sign in words):
        raise BadConfiguration(f"{place}: words are kept for a reason; say in a few words why")
    if len(words) > LONGEST_REASON:
        raise BadConfiguration(f"{place}: its reason is longer than {LONGEST_REASON} characters; shorten it")
    return Decision(fingerprint, rule, verdict, words)
