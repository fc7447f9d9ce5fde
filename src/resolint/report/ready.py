"""Whether a draft is ready, on one page for printing: the verdict, the list with its faults, the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.findings import SEVERITIES, Finding, Report
from resolint.report.characters import file_names
from resolint.report.page.cards import NAMES
from resolint.report.page.sheet import whole
from resolint.report.page.style import PAGE
from resolint.report.page.text import plain

__all__ = ["fragment", "render", "verdict"]

_STYLE = """\
.sheet { background: var(--paper); max-width: 50rem; margin: 2rem auto; padding: 2rem 2.6rem; }
.verdict { font-size: 1.2rem; } h2 { margin: 1.2rem 0 .3rem; font-size: 1.05rem; }
ul.checklist { list-style: none; padding: 0; margin: 0; }
.checklist > li { border-top: 1px solid #cfcbc0; padding: .35rem 0; } .checklist ul { margin: .2rem 0 .2rem 1.6rem; padding: 0; }
.fine::before { content: "✓ "; } .faulty::before { content: "✗ "; font-weight: bold; }
.checklist .error strong { color: #a4161a; } .checklist .warning strong { color: #8a5200; }
dl.facts { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1.2rem; }
.facts dd { margin: 0; } .facts dt { color: var(--soft); }
@media print { .sheet { margin: 0; padding: 0; max-width: none; font-size: 10pt; } li { break-inside: avoid; } }
"""


def render(found: Sequence[tuple[Report, Mapping[str, str], Sequence[tuple[str, str]]]]) -> str:
    """A page of HTML with a section for each draft: its report, the headings of the rules asked, and facts."""
    parts = []
    for report, headings, facts in found:
        parts.append(f"<h1>{plain(file_names(report.path)[0])}</h1>\n{fragment(report, headings, facts)}")
    return whole("Ready to submit?", PAGE + _STYLE, f'<main id="text" class="sheet">\n{"".join(parts)}</main>\n')


def verdict(report: Report) -> str:
    """One sentence: ready, or how many faults stand in the way."""
    errors = sum(one.severity == "error" for one in report.active)
    others = len(report.active) - errors
    if not report.active:
        return "Ready to submit: nothing on the list stands in the way."
    said = [f"{errors} {'thing has' if errors == 1 else 'things have'} to be settled first"] if errors else []
    said += [f"{others} {'is' if others == 1 else 'are'} worth a look"] if others else []
    return f"{'Not ready' if errors else 'Nearly ready'}: {' and '.join(said)}."


def fragment(report: Report, headings: Mapping[str, str], facts: Sequence[tuple[str, str]]) -> str:
    """The list as HTML."""
    return "".join(_lines(report, headings, facts))


def _lines(report: Report, headings: Mapping[str, str], facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'<p class="verdict"><strong>{plain(verdict(report))}</strong></p>\n<ul class="checklist">\n'
    groups: dict[str, list[Finding]] = {name: [] for name in headings.values()}
    for finding in report.active:
        groups.setdefault(headings.get(finding.rule, "Other"), []).append(finding)
    ordered = sorted(groups, key=lambda name: min((SEVERITIES.index(one.severity) for one in groups[name]), default=9))
    for name in ordered:
        rows = sorted(groups[name], key=lambda one: SEVERITIES.index(one.severity))
        if not rows:
            yield f'<li class="fine">{plain(name)}</li>\n'
            continue
        inner = "".join(
            f'<li class="{one.severity}"><strong>{NAMES[one.severity]}</strong> {plain(one.where or "draft")}: '
            f"{plain(one.message)}</li>"
            for one in rows
        )
        yield f'<li class="faulty">{plain(name)}<ul>{inner}</ul></li>\n'
    yield '</ul>\n<h2>Facts</h2>\n<dl class="facts">'
    yield "".join(f"<dt>{plain(name)}</dt><dd>{plain(words)}</dd>" for name, words in facts)
    yield "</dl>\n"
