"""Open drafts, each read and checked once for every state of its text."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from resolint import pipeline
from resolint.errors import ResolintError
from resolint.findings import Finding, Report
from resolint.frozen import NamedTuple
from resolint.model import Document

__all__ = ["Checked", "Drafts", "middle", "path_of", "source_of"]


class Checked(NamedTuple):
    """A text, the report on it, the draft, and the sentence that says why there is none."""

    text: str
    report: Report | None = None
    document: Document | None = None
    error: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to say of the draft; nothing of a text that is none."""
        if self.report is None or (self.report.kind == "other" and not _is_meant(self.text, self.report.path)):
            return ()
        return self.report.active


def _is_meant(text: str, name: str) -> bool:
    return pipeline.is_meant(text.encode("utf-8", "surrogatepass"), name if name.endswith(".md") else f"{name}.md")


def path_of(uri: str) -> str:
    """The path of a file by its URI; what is no file is called by the last part of its URI."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        return url2pathname(parts.path)
    return Path(unquote(parts.path)).name or "draft.md"


class Drafts:
    """What is known of the open drafts; any number of threads may ask."""

    def __init__(self, session: pipeline.Session) -> None:
        self.session = session
        self._known: dict[str, Checked] = {}

    def checked(self, uri: str, text: str) -> Checked:
        """The draft ``uri`` in the state ``text``."""
        known = self._known.get(uri)
        if known is None or known.text != text:
            known = self._known[uri] = self._check(uri, text)
        return known

    def forget(self, uri: str) -> None:
        """The draft was closed."""
        self._known.pop(uri, None)

    def changed(self, uri: str, text: str, decision: pipeline.Decision) -> str:
        """``text`` with one decision carried out. Raises ResolintError."""
        data = text.encode("utf-8", "surrogatepass")
        done = pipeline.finish_decisions(data, [decision], self.session, name=path_of(uri))
        return done.data.decode("utf-8", "surrogatepass")

    def _check(self, uri: str, text: str) -> Checked:
        if not text.strip():
            return Checked(text)
        try:
            data = text.encode("utf-8", "surrogatepass")
            report = pipeline.lint(data, self.session, name=path_of(uri), keep=True)
        except ResolintError as error:
            return Checked(text, error=str(error))
        return Checked(text, report, report.document)


def middle(before: str, after: str) -> tuple[int, int, str]:
    """The part of ``before`` that differs, from and to, and what stands there in ``after``."""
    shortest = min(len(before), len(after))
    start = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    end = next((at for at in range(shortest - start) if before[-1 - at] != after[-1 - at]), shortest - start)
    return start, len(before) - end, after[start : len(after) - end]


def source_of(drafts: Drafts, uri: str, text: str, line: int) -> str | None:
    """What agreed language says of the paragraph on a line (from 1): a page of its sources.

    None where no corpus is at hand or the paragraph has no source. Raises ResolintError.
    """
    from resolint.pipeline.outlining import paragraph_at

    draft = drafts.checked(uri, text)
    block = None if draft.document is None else paragraph_at(draft.document, line)
    if draft.document is None or block is None:
        return None
    said = pipeline.agreed(draft.document, drafts.session, name=path_of(uri))
    for item in said.items:
        if item.verdict.paragraph.block == block.id and item.verdict.sources:
            parts = [f"# {item.where}: {item.verdict.kind}", ""]
            for source in item.verdict.sources:
                parts += [f"## {source.entry.shown}, {source.place}", "", source.entry.date, "", source.text, ""]
            return "\n".join(parts)
    return None
