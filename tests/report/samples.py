"""Reports made by hand: what the engine might say of two invented drafts."""

from __future__ import annotations

from dataclasses import replace

from resolint.findings import Edit, Finding, Fix, Position, Report, RuleFailure, Skip
from resolint.model import Origin, Span
from resolint.rule import Card

PREAMBLE = "Recalling its resolution 71/2 of 5 October 2016 on village seed libraries"
OPERATIVE = "2.\tInvites  the UN to share seeds\ufffc among Member States;"


def finding(**changes: object) -> Finding:
    base = Finding(
        rule="PRE002",
        name="preambular-comma-missing",
        severity="warning",
        confidence="high",
        span=Span("document/3", len(PREAMBLE), len(PREAMBLE)),
        where="preambular 1",
        part="preamble",
        message="A preambular paragraph ends with a comma.",
        excerpt="on village seed libraries",
        fix=Fix("add a comma", (Edit(Span("document/3", len(PREAMBLE), len(PREAMBLE)), ",", ""),), "safe"),
        fingerprint="f1",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def second(**changes: object) -> Finding:
    start = OPERATIVE.index("UN")
    span = Span("document/7", start, start + 2)
    fix = Fix("write “United Nations”", (Edit(span, "United Nations", "UN"),), "suggest")
    base = finding(
        rule="ABB001",
        name="united-nations-abbreviated",
        severity="error",
        span=span,
        where="operative 2",
        part="operative",
        message="“UN” is written in full in a resolution.",
        excerpt="Invites the UN to share",
        fix=fix,
        fingerprint="f2",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def report(*findings: Finding, path: str = "drafts/seed libraries.docx", **changes: object) -> Report:
    base = Report(
        path=path,
        origin=Origin(path, "0" * 64, "docx"),
        kind="resolution",
        profile="ga",
        profile_reason="from the symbol A/C.2/71/L.90",
        findings=findings,
        counts={"acts": 1, "preambular": 1, "operative": 2, "subparagraphs": 0, "footnotes": 1, "words": 60},
        text={"document/3": PREAMBLE, "document/7": OPERATIVE},
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def text_report() -> Report:
    """Of a Markdown draft: the findings have lines and columns."""
    return report(
        second(position=Position(9, 16, 9, 18)),
        finding(position=Position(5, 74, 5, 74)),
        path="drafts/seeds.md",
        origin=Origin("drafts/seeds.md", "1" * 64, "markdown"),
    )


def full_report() -> Report:
    """With one of everything: standing, allowed and known findings, a skip, a crash, a stale entry."""
    return report(
        finding(),
        second(),
        second(suppressed="quotes the title of a report", fingerprint="f3", where="operative 1"),
        finding(baseline=True, fingerprint="f4", severity="info"),
        skipped=(Skip("FTN001", "the source carries no footnotes"),),
        failures=(RuleFailure("NUM001", "ValueError: <odd> & 100%"),),
        stale_baseline=("PRE002 at preambular 9",),
    )


CARD = Card(
    id="PRE002",
    name="preambular-comma-missing",
    severity="warning",
    confidence="high",
    authority="Editorial practice",
    message="A preambular paragraph ends with a comma.",
    fix="safe",
    bodies=("ga",),
    prose={"What it finds": "A preambular paragraph without its comma.", "Why it matters": "It is one sentence."},
)
