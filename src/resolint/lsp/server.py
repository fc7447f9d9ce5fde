"""The server: which requests of an editor it answers, and when it checks a draft anew.

Editors count columns in units of their own; here they are turned into code points and back, and nowhere else.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import ServerTextPosition, ServerTextRange, TextDocument

from resolint import pipeline
from resolint.errors import ResolintError
from resolint.lsp import answers
from resolint.lsp.drafts import Checked, Drafts, source_of
from resolint.pipeline.completing import completions, next_words
from resolint.version import __version__

PAUSE = 0.25
"""Seconds after the last keystroke before a draft is checked."""


class Server(LanguageServer):
    """A language server with the drafts that are open in the editor."""

    def __init__(self) -> None:
        super().__init__("resolint", __version__)
        self.drafts = Drafts(pipeline.Session())
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._sources: Path | None = None

    def text(self, uri: str) -> TextDocument:
        """The draft as the editor has it."""
        return self.workspace.get_text_document(uri)

    def checked(self, uri: str) -> Checked:
        """The draft, read and checked in the state in which the editor has it."""
        return self.drafts.checked(uri, self.text(uri).source)

    def check(self, uri: str, pause: float = PAUSE) -> None:
        """Check the draft ``uri`` soon; an earlier plan to do so is dropped."""
        self.drop(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._publish(uri, pause))

    def drop(self, uri: str) -> None:
        """Do not check the draft ``uri``."""
        if (planned := self._waiting.pop(uri, None)) is not None:
            planned.cancel()

    async def _publish(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.text(uri)
        check = partial(self.drafts.checked, uri, document.source)
        found = answers.diagnostics(await asyncio.get_running_loop().run_in_executor(None, check))
        for one in found:
            one.range = _theirs(document, one.range)
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=found)
        )

    def page(self, text: str) -> Path:
        """A file with the sources of a paragraph, for this session alone."""
        if self._sources is None:
            self._sources = Path(tempfile.mkdtemp(prefix="resolint-"))
        path = self._sources / "agreed-language.md"
        path.write_text(text, encoding="utf-8")
        return path

    def close(self) -> None:
        """Take away what was written for the editor to show."""
        if self._sources is not None:
            shutil.rmtree(self._sources, ignore_errors=True)


def _ours(document: TextDocument, place: lsp.Position) -> lsp.Position:
    """A place that the editor names, in code points."""
    found = document.position_from_client_units(place)
    return lsp.Position(found.line, found.character)


def _theirs(document: TextDocument, place: lsp.Range) -> lsp.Range:
    """A range in code points, as the editor counts."""
    start, end = (ServerTextPosition(one.line, one.character) for one in (place.start, place.end))
    return document.range_to_client_units(ServerTextRange(start, end))


def _did_open(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    server.drafts.opened(params.text_document.uri, params.text_document.language_id)
    server.check(params.text_document.uri, 0)


def _did_change(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    server.check(params.text_document.uri)


def _did_close(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.drop(uri)
    server.drafts.forget(uri)
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    uri = params.text_document.uri
    at = _ours(server.text(uri), params.position)
    text = answers.explained(server.checked(uri), server.drafts, uri, at)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text)) if text else None


def _code_action(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    document = server.text(uri)
    asked = lsp.Range(_ours(document, params.range.start), _ours(document, params.range.end))
    found = answers.actions(server.checked(uri), server.drafts, uri, asked)
    for action in found:
        for one in action.diagnostics or ():
            one.range = _theirs(document, one.range)
        for edit in (action.edit.changes or {}).get(uri, ()) if action.edit is not None else ():
            edit.range = _theirs(document, edit.range)
    return found


def _document_symbol(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    uri = params.text_document.uri
    document, found = server.text(uri), answers.outline(server.checked(uri))
    pending = [*found]
    while pending:
        one = pending.pop()
        one.range, one.selection_range = _theirs(document, one.range), _theirs(document, one.selection_range)
        pending += one.children or ()
    return found


def _completion(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    uri = params.text_document.uri
    document = server.text(uri)
    at = _ours(document, params.position)
    line = document.lines[at.line][: at.character] if at.line < len(document.lines) else ""
    known = completions(server.drafts.session, name=server.drafts.name(uri))
    items = answers.suggestions(line, at, known)
    if not items:
        items = answers.next_items(line, at, next_words(line, server.drafts.session, name=server.drafts.name(uri)))
    for item in items:
        if isinstance(item.text_edit, lsp.TextEdit):
            item.text_edit.range = _theirs(document, item.text_edit.range)
    return lsp.CompletionList(is_incomplete=True, items=items)


def _definition(server: Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    """The adopted wordings that the paragraph comes from, as a page of their own."""
    uri = params.text_document.uri
    document = server.text(uri)
    try:
        text = source_of(server.drafts, uri, document.source, _ours(document, params.position).line + 1)
    except ResolintError as error:
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, str(error)))
        return None
    if text is None:
        return None
    top = lsp.Position(0, 0)
    return lsp.Location(server.page(text).as_uri(), lsp.Range(top, top))


def _initialize(server: Server, params: lsp.InitializeParams) -> None:
    """Take the one setting there is: whether to tell, besides, what keeps drafts from being submitted."""
    options = params.initialization_options
    server.drafts.ready = isinstance(options, dict) and options.get("ready") is True


def _shutdown(server: Server, _params: None) -> None:
    server.close()


def _of_open(answer: Callable[[Server, Any], Any]) -> Callable[[Server, Any], Any]:
    """``answer`` where the editor asks about a draft that it has opened; about another one there is nothing to say."""

    def answered(server: Server, params: Any) -> Any:
        return answer(server, params) if params.text_document.uri in server.workspace.text_documents else None

    return answered


_FEATURES: tuple[tuple[str, Callable[..., Any], object], ...] = (
    (lsp.INITIALIZE, _initialize, None),
    (lsp.TEXT_DOCUMENT_DID_OPEN, _did_open, None),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, _did_change, None),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, _did_close, None),
    (lsp.TEXT_DOCUMENT_HOVER, _of_open(_hover), None),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, _of_open(_code_action), lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])),
    (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _of_open(_document_symbol), None),
    (lsp.TEXT_DOCUMENT_COMPLETION, _of_open(_completion), lsp.CompletionOptions(trigger_characters=["*", "/", " "])),
    (lsp.TEXT_DOCUMENT_DEFINITION, _of_open(_definition), None),
    (lsp.SHUTDOWN, _shutdown, None),
)


def make() -> Server:
    """A server that is ready to be started."""
    server = Server()
    for method, answer, options in _FEATURES:
        server.feature(method, options)(answer)
    return server
