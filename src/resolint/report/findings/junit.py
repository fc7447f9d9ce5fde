"""JUnit XML: each document a suite, each error and warning a test case that failed, each info one that passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from resolint.findings import Finding, Report
from resolint.report.findings.options import Options, by_rule, standing, unread

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_ATTRIBUTE = {ord("\n"): "&#10;", ord("\t"): "&#9;", ord("\r"): "&#13;"}


def render(reports: Sequence[Report], options: Options) -> str:
    """One suite per document; allowed and known findings are skipped cases, infos passed ones, a crashed rule is an error.

    The cases of a suite have names of their own, for services tell them apart by these.
    """
    suites = [_suite(report, options.statistics) for report in reports]
    suites += [_unreadable(path, error) for path, error in options.unreadable]
    sums = [sum(suite[1][i] for suite in suites) for i in range(4)]
    body = "".join(suite[0] for suite in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="resolint" {_sums(sums)}>\n{body}</testsuites>\n'


def _sums(sums: Sequence[int]) -> str:
    tests, failures, errors, skipped = sums
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def _suite(report: Report, statistics: bool) -> tuple[str, tuple[int, int, int, int]]:
    names: Counter[str] = Counter()
    cases = []
    for finding in report.findings:
        name = _name(finding)
        names[name] += 1
        cases.append(_case(report.path, f"{name} ({names[name]})" if names[name] > 1 else name, finding))
    skipped = sum(bool(standing(finding)) for finding in report.findings)
    failed = sum(_fails(finding) for finding in report.findings)
    for failure in report.failures:
        cases.append(
            f'    <testcase classname="{_attribute(report.path)}" name="{_attribute(failure.rule)}">\n'
            f'      <error message="{_attribute(failure.error)}" type="RuleFailure"/>\n'
            "    </testcase>\n"
        )
    left = unread(report)
    if left:
        cases.append(
            f'    <testcase classname="{_attribute(report.path)}" name="not checked">\n'
            f'      <error message="{_attribute(left)}" type="Unread"/>\n'
            "    </testcase>\n"
        )
    if not cases:
        cases.append(f'    <testcase classname="{_attribute(report.path)}" name="no findings"/>\n')
    sums = (len(cases), failed, len(report.failures) + bool(left), skipped)
    counts = _properties(report) if statistics else ""
    return (
        f'  <testsuite name="{_attribute(report.path)}" {_sums(sums)}>\n{counts}{"".join(cases)}  </testsuite>\n',
        sums,
    )


def _properties(report: Report) -> str:
    """How often each rule was broken, as properties of the suite."""
    rows = "".join(
        f'      <property name="{_attribute(rule)}" value="{count}"/>\n' for count, rule, _ in by_rule([report])
    )
    return f"    <properties>\n{rows}    </properties>\n" if rows else ""


def _fails(finding: Finding) -> bool:
    """Whether a finding stands and asks for a change; an info does not, here as in the exit code."""
    return finding.severity != "info" and not standing(finding)


def _name(finding: Finding) -> str:
    name = f"{finding.rule} {finding.name}" + (f", {finding.where}" if finding.where else "")
    return name if finding.position is None else f"{name}, line {finding.position.line}"


def _case(path: str, name: str, finding: Finding) -> str:
    aside = standing(finding)
    words = "\n".join(filter(None, (finding.excerpt, finding.fix.title if finding.fix is not None else "")))
    if aside:
        inside = f'<skipped message="{_attribute(aside)}"/>'
    elif _fails(finding):
        inside = (
            f'<failure message="{_attribute(finding.message)}" type="{finding.severity}">{_content(words)}</failure>'
        )
    else:
        told = _content("\n".join((f"{finding.severity}: {finding.message}", words)))
        inside = f"<system-out>{told}</system-out>"
    return f'    <testcase classname="{_attribute(path)}" name="{_attribute(name)}">\n      {inside}\n    </testcase>\n'


def _unreadable(path: str, error: str) -> tuple[str, tuple[int, int, int, int]]:
    sums = (1, 0, 1, 0)
    return (
        f'  <testsuite name="{_attribute(path)}" {_sums(sums)}>\n'
        f'    <testcase classname="{_attribute(path)}" name="unreadable">\n'
        f'      <error message="{_attribute(error)}" type="UnreadableDraft"/>\n'
        "    </testcase>\n  </testsuite>\n",
        sums,
    )


def _content(text: str) -> str:
    """Escaped, and without the characters that XML 1.0 forbids."""
    return "".join(char if _allowed(char) else "\ufffd" for char in text).translate(_ESCAPES)


def _attribute(text: str) -> str:
    return _content(text).translate(_ATTRIBUTE)


def _allowed(char: str) -> bool:
    return char in "\t\n\r" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
