"""Open drafts, each read and checked once for every state of its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from resolint import pipeline
from resolint.errors import ResolintError
from resolint.findings import Finding, Report
from resolint.frozen import NamedTuple
from resolint.lexicon.nearness import edges
from resolint.model import Document

__all__ = ["Checked", "Drafts", "middle", "path_of", "source_of"]


_PLAIN = "plaintext"
"""What editors call a text that is in no language of theirs."""
_Settings = tuple[tuple[Path, int, int], ...]


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
    """What is known of the open drafts; any number of threads may ask.

    ``ready`` asks besides what keeps them from being submitted. A configuration that was written since holds from the next
    check on.
    """

    def __init__(self, session: pipeline.Session, *, ready: bool = False) -> None:
        self.session = session
        self.ready = ready
        self._known: dict[str, Checked] = {}
        self._plain: set[str] = set()
        self._settings: dict[Path, _Settings] = {}

    def checked(self, uri: str, text: str) -> Checked:
        """The draft ``uri`` in the state ``text``."""
        self._renew(uri)
        known = self._known.get(uri)
        if known is None or known.text != text:
            known = self._known[uri] = self._check(uri, text)
        return known

    def opened(self, uri: str, language: str) -> None:
        """The editor says what a text is written in, which counts where its name has no ending that tells."""
        if language == _PLAIN and not path_of(uri).lower().endswith(pipeline.SUFFIXES):
            self._plain.add(uri)

    def name(self, uri: str) -> str:
        """The path of an open draft, with an ending that tells how it is read."""
        return f"{path_of(uri)}.txt" if uri in self._plain else path_of(uri)

    def forget(self, uri: str) -> None:
        """The draft was closed."""
        self._plain.discard(uri)
        self._known.pop(uri, None)

    def changed(self, uri: str, text: str, decision: pipeline.Decision) -> str:
        """``text`` with one decision carried out. Raises ResolintError."""
        data = text.encode("utf-8", "surrogatepass")
        done = pipeline.finish_decisions(data, [decision], self.session, name=self.name(uri))
        return done.data.decode("utf-8", "surrogatepass")

    def _renew(self, uri: str) -> None:
        """Begin anew where the configuration of a draft has changed since it was read."""
        folder = Path(path_of(uri)).parent
        if not folder.is_absolute():
            return
        try:
            config = self.session.config(path_of(uri))
            files = [] if config is None else [config.path, *map(Path, config.files)]
        except ResolintError:
            files = []
        now = _settings(folder, files)
        if self._settings.setdefault(folder, now) != now:
            self.session = pipeline.Session()
            self._known.clear()
            self._settings = {folder: now}

    def _check(self, uri: str, text: str) -> Checked:
        if not text.strip():
            return Checked(text)
        try:
            data = text.encode("utf-8", "surrogatepass")
            report = pipeline.lint(data, self.session, name=self.name(uri), keep=True)
            if self.ready and report.kind != "other":
                report = _with(report, pipeline.ready(data, self.session, name=self.name(uri)).report)
        except ResolintError as error:
            return Checked(text, error=str(error))
        return Checked(text, report, report.document)


def _with(report: Report, other: Report) -> Report:
    """``report`` with the findings of ``other`` that it has not, by their place in the text."""
    there = {(one.rule, one.span) for one in report.findings}
    more = [one for one in other.findings if (one.rule, one.span) not in there]
    return replace(report, findings=(*report.findings, *more))


def _settings(folder: Path, files: Iterable[Path]) -> _Settings:
    """When each file was written that configures the drafts in ``folder``; those that are not there do so as well."""
    named = {place / name for place in (folder, *folder.parents) for name in ("resolint.toml", "pyproject.toml")}
    found = []
    for path in sorted({*named, *files}):
        try:
            about = path.stat()
        except OSError:
            continue
        found.append((path, about.st_mtime_ns, about.st_size))
    return tuple(found)


def middle(before: str, after: str) -> tuple[int, int, str]:
    """The part of ``before`` that differs, from and to, and what stands there in ``after``."""
    start, end = edges(before, after)
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
    said = pipeline.agreed(draft.document, drafts.session, name=drafts.name(uri))
    for item in said.items:
        if item.verdict.paragraph.block == block.id and item.verdict.sources:
            parts = [f"# {item.where}: {item.verdict.kind}", ""]
            for source in item.verdict.sources:
                parts += [f"## {source.entry.shown}, {source.place}", "", source.entry.date, "", source.text, ""]
            return "\n".join(parts)
    return None
