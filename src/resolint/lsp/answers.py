"""What is said of a draft, as values of the protocol; lines and columns count from 0 and in code points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types as lsp

from resolint import pipeline
from resolint.findings import Finding, Position
from resolint.lsp.drafts import Checked, Drafts, middle
from resolint.pipeline.completing import Completion, card_of
from resolint.pipeline.outlining import Heading, headings

SOURCE = "resolint"
_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
REASONS = ("agreed language", "a name or title is written so", "agreed among the sponsors")
"""Why drafters keep what a rule speaks of; another reason is typed over one of these."""
_BEFORE = re.compile(r"\s*(?P<number>(?:\d{1,3}[.:)]|\(?[a-z]{1,4}\)|[-*+])\s+)?\*{0,2}_?(?P<typed>[A-Za-z][\w ]*|)$")
_NUMBER = re.compile(r"\b(?P<typed>(?:[Rr]esolution|[Dd]ecision)s?\s+[\w/.]*)$")
_TITLE = re.compile(r"[“\"](?P<typed>[^“”\"]{2,})$")
_NAME = re.compile(r"(?<!\w)(?P<typed>[A-Z][\w'’ ()-]{0,40})$")


def range_of(place: Position) -> lsp.Range:
    """Where a finding stands."""
    return lsp.Range(
        lsp.Position(place.line - 1, place.column - 1), lsp.Position(place.end_line - 1, place.end_column - 1)
    )


def diagnostics(draft: Checked) -> list[lsp.Diagnostic]:
    """Every finding; one without a place stands in the first line, as does what keeps a draft from being read."""
    found = [_diagnostic(finding) for finding in draft.findings]
    if draft.error:
        top = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 1))
        found.append(lsp.Diagnostic(top, draft.error, severity=lsp.DiagnosticSeverity.Error, source=SOURCE))
    return found


def _diagnostic(finding: Finding) -> lsp.Diagnostic:
    place = finding.position or Position(1, 1, 1, 1)
    title = finding.fix.title if finding.fix is not None else ""
    return lsp.Diagnostic(
        range=range_of(place),
        message=finding.message + (f"\n{title[:1].upper()}{title[1:]}." if title else ""),
        severity=_SEVERITY[finding.severity],
        code=finding.rule,
        source=SOURCE,
    )


def touching(draft: Checked, asked: lsp.Range) -> list[Finding]:
    """The findings that stand in a range, or at a place."""
    low, high = (asked.start.line, asked.start.character), (asked.end.line, asked.end.character)
    found = []
    for finding in draft.findings:
        here = range_of(finding.position or Position(1, 1, 1, 1))
        if (here.start.line, here.start.character) <= high and low <= (here.end.line, here.end.character):
            found.append(finding)
    return found


def explained(draft: Checked, drafts: Drafts, uri: str, at: lsp.Position) -> str:
    """The findings at a place with what their cards say, in Markdown; empty where there are none."""
    parts = []
    for finding in touching(draft, lsp.Range(at, at)):
        card = card_of(finding.rule, drafts.session, name=drafts.name(uri))
        language = draft.document.language if draft.document is not None else "en"
        said = card.reasons(language) if card is not None else {}
        prose = [f"**{title}.** {words.strip()}" for title, words in said.items()]
        parts.append("\n\n".join([f"**{finding.rule}** {finding.name}", finding.message, *prose]))
        if card is not None:
            parts[-1] += f"\n\n*{card.authority}*"
    return "\n\n---\n\n".join(parts)


def actions(draft: Checked, drafts: Drafts, uri: str, asked: lsp.Range) -> list[lsp.CodeAction]:
    """What can be done about the findings in a range: make the fix, or allow it here for a reason."""
    found: list[lsp.CodeAction] = []
    for finding in touching(draft, asked):
        wanted: list[tuple[str, pipeline.Decision]] = []
        fix = finding.fix
        if fix is not None and fix.edits and fix.applicability != "advice":
            title = f"{fix.title[:1].upper()}{fix.title[1:]} ({finding.rule})"
            wanted.append((title, pipeline.Decision(finding.fingerprint, finding.rule, "accept")))
        for reason in REASONS:
            title = f"Allow {finding.rule} here: {reason}"
            wanted.append((title, pipeline.Decision(finding.fingerprint, finding.rule, "keep", reason)))
        found += _acts(draft, drafts, uri, finding, wanted)
    return found


def _acts(
    draft: Checked, drafts: Drafts, uri: str, finding: Finding, wanted: Iterable[tuple[str, pipeline.Decision]]
) -> Iterator[lsp.CodeAction]:
    for title, decision in wanted:
        changed = drafts.changed(uri, draft.text, decision)
        if changed != draft.text:
            start, end, words = middle(draft.text, changed)
            edit = lsp.TextEdit(lsp.Range(_at(draft.text, start), _at(draft.text, end)), words)
            yield lsp.CodeAction(
                title=title,
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(finding)],
                is_preferred=decision.verdict == "accept",
                edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
            )


def _at(text: str, offset: int) -> lsp.Position:
    lines = re.split(r"\r\n|\r|\n", text[:offset])
    return lsp.Position(len(lines) - 1, len(lines[-1]))


def outline(draft: Checked) -> list[lsp.DocumentSymbol]:
    """The acts of a draft with their paragraphs and annexes."""
    return [] if draft.document is None else [_symbol(part) for part in headings(draft.document)]


def _symbol(part: Heading) -> lsp.DocumentSymbol:
    here = range_of(part.place)
    line = lsp.Range(here.start, here.start)
    return lsp.DocumentSymbol(
        name=part.where or part.words or "paragraph",
        detail=part.words,
        kind=lsp.SymbolKind.Namespace if part.parts else lsp.SymbolKind.String,
        range=here,
        selection_range=line,
        children=[_symbol(child) for child in part.parts],
    )


def suggestions(line: str, at: lsp.Position, known: Sequence[Completion]) -> list[lsp.CompletionItem]:
    """What may be meant at the end of ``line``, which is cut off at the cursor.

    At the start of a paragraph that is openings, those of the operative part behind a number; behind *resolution* the
    resolutions whose number begins so; behind a quotation mark titles of resolutions; behind a capital the names of States.
    """
    if (match := _TITLE.search(line)) and (
        found := _items(match["typed"], at, [one for one in known if one.kind == "title"])
    ):
        return found
    if match := _NUMBER.search(line):
        return _items(match["typed"], at, [one for one in known if one.kind == "resolution"])
    if (match := _BEFORE.match(line)) and (match["typed"] or match["number"] or line.endswith("*")):
        kind = "operative" if match["number"] else "preambular"
        found = _items(match["typed"], at, [one for one in known if one.kind == kind])
        if found:
            return found
    if match := _NAME.search(line):
        return _items(match["typed"], at, [one for one in known if one.kind == "state"])
    return []


def next_items(line: str, at: lsp.Position, known: Sequence[Completion]) -> list[lsp.CompletionItem]:
    """Words that may come next at the end of ``line``; its last word may be the beginning of one."""
    typed = "" if line[-1:].isspace() else line.split()[-1] if line.split() else ""
    items = _items(typed, at, known)
    for number, item in enumerate(items):
        item.sort_text = f"{number:03}"
    return items


def _items(typed: str, at: lsp.Position, known: Iterable[Completion]) -> list[lsp.CompletionItem]:
    place = lsp.Range(lsp.Position(at.line, at.character - len(typed)), at)
    begin = " ".join(typed.split()).casefold()
    return [
        lsp.CompletionItem(
            label=one.text,
            detail=one.detail or None,
            kind=lsp.CompletionItemKind.Text if one.kind == "resolution" else lsp.CompletionItemKind.Value,
            filter_text=typed + one.text[len(begin) :],
            text_edit=lsp.TextEdit(place, one.text),
        )
        for one in known
        if one.text.casefold().startswith(begin)
    ]
