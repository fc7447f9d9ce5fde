"""SARIF 2.1.0 (OASIS standard), the exchange format of code scanning services and editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from resolint.findings import SEVERITIES, Finding, Position, Report
from resolint.report.findings.options import Options, by_rule
from resolint.report.indented import dumps
from resolint.rule import Card
from resolint.version import RULES_URL, __version__

SCHEMA_URI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"
"""What relative addresses are relative to, by the name that code scanning services know."""
_MOST = 5000
"""Results of one run that code scanning services show; the gravest are kept."""
_PRECISION = {"high": "very-high", "medium": "high", "low": "medium"}


def render(reports: Sequence[Report], options: Options) -> str:
    """One run with the metadata of the rules, and every finding with its place; of very many the gravest 5,000."""
    chosen = _gravest(reports)
    rules = _rules(reports, options.cards)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "resolint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "invocations": [_invocation(reports, options.unreadable, index)],
        "results": list(_results(reports, chosen, index, options.show_suppressed)),
    }
    if len(chosen) < (whole := sum(len(report.findings) for report in reports)):
        words = f"{whole} findings are more than code scanning shows; the gravest {len(chosen)} are in this file"
        run["invocations"][0]["toolConfigurationNotifications"].append({"level": "warning", "message": {"text": words}})
    if options.statistics:
        counts = [{"rule": rule, "name": name, "count": count} for count, rule, name in by_rule(reports)]
        run["properties"] = {"statistics": counts}
    return dumps({"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]})


def _gravest(reports: Sequence[Report]) -> frozenset[tuple[int, int]]:
    """The findings to write, by the numbers of their report and of themselves."""
    found = [
        (SEVERITIES.index(finding.severity), number, place)
        for number, report in enumerate(reports)
        for place, finding in enumerate(report.findings)
    ]
    return frozenset((number, place) for _, number, place in sorted(found)[:_MOST])


def _results(
    reports: Sequence[Report], chosen: frozenset[tuple[int, int]], index: dict[str, int], show_suppressed: bool
) -> Iterator[dict[str, Any]]:
    compared = any(finding.baseline for report in reports for finding in report.findings)
    for number, report in enumerate(reports):
        seen: Counter[str] = Counter()
        for place, finding in enumerate(report.findings):
            seen[finding.fingerprint] += 1
            if (number, place) in chosen:
                result = _result(report, number, finding, index)
                # By this name services recognise a result of an earlier run; twins of one paragraph are counted.
                result["partialFingerprints"]["primaryLocationLineHash"] = (
                    f"{finding.fingerprint}:{seen[finding.fingerprint]}"
                )
                if show_suppressed:
                    _add_standing(result, finding, compared=compared)
                yield result


def _rules(reports: Sequence[Report], cards: Iterable[Card]) -> list[dict[str, Any]]:
    """The rules that the reports mention, ordered by id, each as its card describes it."""
    described = {card.id: card for card in cards}
    rules: dict[str, dict[str, Any]] = {}
    for report in reports:
        for finding in report.findings:
            if finding.rule not in rules:
                bare = {"id": finding.rule, "name": finding.name}
                level = {"defaultConfiguration": {"level": _LEVEL[finding.severity]}}
                card = described.get(finding.rule)
                rules[finding.rule] = bare | level if card is None else _rule(card)
        for rule in [failure.rule for failure in report.failures] + [skip.rule for skip in report.skipped]:
            if rule not in rules:
                rules[rule] = {"id": rule} if rule not in described else _rule(described[rule])
    return [rules[key] for key in sorted(rules)]


def _rule(card: Card) -> dict[str, Any]:
    found = next(iter(card.prose.values()), "").strip() or card.name
    markdown = "\n\n".join(f"## {title}\n\n{words.strip()}" for title, words in card.prose.items())
    text = "\n\n".join(f"{title}\n{words.strip()}" for title, words in card.prose.items())
    rule: dict[str, Any] = {
        "id": card.id,
        "name": card.name,
        "shortDescription": {"text": card.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": found},
        "defaultConfiguration": {"level": _LEVEL[card.severity], "enabled": card.off is None},
        "properties": {
            "precision": _PRECISION[card.confidence],
            "confidence": card.confidence,
            "authority": card.authority,
            "family": card.family,
            "tags": [card.family, *card.bodies],
        },
    }
    if text:
        rule["help"] = {"text": text, "markdown": markdown}
    if RULES_URL:
        rule["helpUri"] = f"{RULES_URL}{card.id}"
    return rule


def uri(path: str) -> str:
    """A file path as a URI reference: relative stays relative, absolute becomes ``file:``."""
    path = path.replace("\\", "/")
    if len(path) > 1 and path[1] == ":" and path[0].isalpha():
        return "file:///" + path[0] + ":" + quote(path[2:], errors="surrogateescape")
    if path.startswith("//"):
        return "file:" + quote(path, errors="surrogateescape")
    quoted = quote(path.removeprefix("./"), errors="surrogateescape")
    return "file://" + quoted if quoted.startswith("/") else quoted


def _address(path: str) -> dict[str, Any]:
    """Where a file is; relative addresses say what they are relative to."""
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _artifact(report: Report) -> dict[str, Any]:
    return {
        "location": _address(report.path),
        "hashes": {"sha-256": report.origin.sha256},
        "properties": {
            "kind": report.kind,
            "profile": report.profile,
            "profileReason": report.profile_reason,
            "view": report.origin.view,
            "counts": dict(report.counts),
        },
    }


def _invocation(
    reports: Sequence[Report], unreadable: Sequence[tuple[str, str]], index: dict[str, int]
) -> dict[str, Any]:
    errors: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for report in reports:
        place = [{"physicalLocation": {"artifactLocation": _address(report.path)}}]
        for failure in report.failures:
            rule = {"id": failure.rule, "index": index[failure.rule]}
            errors.append(
                {"level": "error", "message": {"text": failure.error}, "associatedRule": rule, "locations": place}
            )
        for skip in report.skipped:
            rule = {"id": skip.rule, "index": index[skip.rule]}
            words = f"{skip.rule} did not run: {skip.reason}"
            notes.append({"level": "note", "message": {"text": words}, "associatedRule": rule, "locations": place})
        for entry in report.stale_baseline:
            words = f"entry of the baseline no longer occurs: {entry}"
            notes.append({"level": "note", "message": {"text": words}, "locations": place})
    for path, error in unreadable:
        place = [{"physicalLocation": {"artifactLocation": _address(path)}}]
        errors.append({"level": "error", "message": {"text": error}, "locations": place})
    return {
        "executionSuccessful": not errors,
        "toolExecutionNotifications": errors,
        "toolConfigurationNotifications": notes,
    }


def _result(report: Report, artifact: int, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    address = _address(report.path) | {"index": artifact}
    # A Word file has no lines; services drop what stands nowhere, so everything of it stands in the first.
    region = {"startLine": 1} if finding.position is None else _region(finding.position)
    physical = {"artifactLocation": address, "region": region | {"snippet": {"text": finding.excerpt}}}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.where}: {finding.message}" if finding.where else finding.message},
        "locations": [
            {
                "physicalLocation": physical,
                "logicalLocations": [
                    {
                        "name": finding.where or finding.part,
                        "fullyQualifiedName": f"{finding.span.block}[{finding.span.start}:{finding.span.end}]",
                        "kind": finding.part,
                    }
                ],
            }
        ],
        "partialFingerprints": {"resolint/v1": finding.fingerprint},
        "properties": {
            "where": finding.where,
            "block": finding.span.block,
            "start": finding.span.start,
            "end": finding.span.end,
            "excerpt": finding.excerpt,
            "confidence": finding.confidence,
            "changed": finding.changed,
        },
    }
    _add_fix(result, finding, address)
    return result


def _add_standing(result: dict[str, Any], finding: Finding, *, compared: bool) -> None:
    """Allowed in the draft is a suppression in the source; known from the baseline is an external one.

    Where one result is known from a baseline (``compared``), SARIF asks that every result says whether it is.
    """
    suppressions: list[dict[str, str]] = []
    if finding.suppressed is not None:
        suppressions.append({"kind": "inSource", "status": "accepted", "justification": finding.suppressed})
    if finding.baseline:
        suppressions.append({"kind": "external", "status": "accepted", "justification": "in the baseline"})
    if compared:
        result["baselineState"] = "unchanged" if finding.baseline else "new"
    # SARIF asks that a run which suppresses anything says so for every result.
    result["suppressions"] = suppressions


def _add_fix(result: dict[str, Any], finding: Finding, address: dict[str, Any]) -> None:
    """A SARIF fix needs places in a text file; elsewhere the remedy is told in the properties."""
    fix = finding.fix
    if fix is None:
        return
    result["properties"]["remedy"] = {"title": fix.title, "applicability": fix.applicability}
    position, span = finding.position, finding.span
    if position is None or not fix.edits or fix.applicability == "advice":
        return
    replacements = []
    simple = position.line == position.end_line and position.end_column - position.column == len(span)
    for edit in fix.edits:
        inside = edit.span.block == span.block and span.start <= edit.span.start and edit.span.end <= span.end
        if not (simple and inside and edit.italic is None):
            return
        start = position.column + edit.span.start - span.start
        region = Position(position.line, start, position.line, start + len(edit.span))
        replacements.append({"deletedRegion": _region(region), "insertedContent": {"text": edit.replacement}})
    result["fixes"] = [
        {
            "description": {"text": fix.title},
            "artifactChanges": [{"artifactLocation": address, "replacements": replacements}],
        }
    ]


def _region(position: Position) -> dict[str, Any]:
    return {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    }
