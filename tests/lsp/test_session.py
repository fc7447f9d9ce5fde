"""A whole session of an editor with the server that is installed: a real client over standard input and output."""

import asyncio
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.request import url2pathname

import pytest

lsp = pytest.importorskip("lsprotocol.types", reason="the packages of the extra lsp are absent")
client = pytest.importorskip("pygls.lsp.client")

pytestmark = pytest.mark.slow

TEXT = """+++
symbol = "A/80/L.1"
+++

# Toy libraries

*The General Assembly*,

*Noting* the \U00020bb7 number of toy libraries in the UN

1. *Requests* the Secretary General to open one;

2. *Decides* to meet.
"""


class Editor:
    """An editor with one draft open, which it edits and asks about."""

    def __init__(self, path):
        self.uri = path if isinstance(path, str) else path.as_uri()
        self.language = "markdown"
        self.text = ""
        self.version = 0
        self.told = asyncio.Queue()
        self.client = client.LanguageClient("test", "1")
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda found: self.told.put_nowait(found))

    @property
    def document(self):
        return lsp.TextDocumentIdentifier(self.uri)

    async def write(self, text):
        """Give the draft this text, and wait for what is found in it."""
        self.version += 1
        if self.version == 1:
            item = lsp.TextDocumentItem(self.uri, self.language, 1, text)
            self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        else:
            state = lsp.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
            change = lsp.TextDocumentContentChangeWholeDocument(text)
            self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(state, [change]))
        self.text = text
        while (found := await asyncio.wait_for(self.told.get(), 30)).version != self.version:
            pass
        return list(found.diagnostics)

    def place(self, words):
        """The range of ``words``, in the units of the protocol: UTF-16."""
        start = self.text.index(words)
        return lsp.Range(self.at(start), self.at(start + len(words)))

    def at(self, offset):
        lines = self.text[:offset].split("\n")
        return lsp.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)

    def edited(self, edits):
        """The text after the edits of an action."""
        text = self.text
        for edit in edits:
            start, end = self.offset(edit.range.start), self.offset(edit.range.end)
            text = text[:start] + edit.new_text + text[end:]
        return text

    def offset(self, place):
        lines = self.text.split("\n")
        line = lines[place.line].encode("utf-16-le")[: 2 * place.character].decode("utf-16-le")
        return sum(len(one) + 1 for one in lines[: place.line]) + len(line)

    async def actions(self, words):
        params = lsp.CodeActionParams(self.document, self.place(words), lsp.CodeActionContext([]))
        return {action.title: action for action in await self.client.text_document_code_action_async(params)}

    async def completions(self, text):
        """What is offered at the end of ``text``."""
        await self.write(text)
        params = lsp.CompletionParams(self.document, self.at(len(text)))
        return {item.label for item in (await self.client.text_document_completion_async(params)).items}


@asynccontextmanager
async def opened(path, **options):
    editor = Editor(path)
    await editor.client.start_io(sys.executable, "-m", "resolint", "lsp")
    capabilities = lsp.ClientCapabilities()
    await editor.client.initialize_async(
        lsp.InitializeParams(capabilities=capabilities, initialization_options=options)
    )
    editor.client.initialized(lsp.InitializedParams())
    try:
        yield editor
    finally:
        await editor.client.shutdown_async(None)
        editor.client.exit(None)
        await editor.client.stop()


def test_a_draft_is_written_mended_and_explained(tmp_path):
    async def session():
        async with opened(tmp_path / "draft.md") as editor:
            found = {one.code: one for one in await editor.write(TEXT)}
            assert set(found) == {"ABB003", "PRE002", "CAP008"}
            assert found["ABB003"].range == editor.place("UN")
            assert found["CAP008"].range == editor.place("Secretary General")
            assert found["PRE002"].severity == lsp.DiagnosticSeverity.Error

            params = lsp.HoverParams(editor.document, editor.place("UN").start)
            said = (await editor.client.text_document_hover_async(params)).contents.value
            assert said.startswith("**ABB003** un-abbreviated") and "Why it matters" in said

            actions = await editor.actions("UN")
            mended = editor.edited(actions["Write “United Nations” (ABB003)"].edit.changes[editor.uri])
            assert mended == TEXT.replace("the UN", "the United Nations")
            kept = editor.edited(actions["Allow PRE002 here: agreed language"].edit.changes[editor.uri])
            assert {one.code for one in await editor.write(kept)} == {"ABB003", "CAP008"}
            assert await editor.write(mended.replace("Nations\n", "Nations,\n").replace("y G", "y-G")) == []

    asyncio.run(session())


def test_the_outline_and_what_may_be_meant(tmp_path):
    async def session():
        async with opened(tmp_path / "draft.md") as editor:
            await editor.write(TEXT)
            params = lsp.DocumentSymbolParams(editor.document)
            [act] = await editor.client.text_document_document_symbol_async(params)
            assert act.name == "Toy libraries"
            assert [one.name for one in act.children] == ["preambular 1", "operative 1", "operative 2"]

            assert "Recalling also" in await editor.completions(TEXT + "\n*Recal")
            offered = await editor.completions(TEXT + "\n3. *Req")
            assert "Requests" in offered and "Recalling" not in offered
            assert "Timor-Leste" in await editor.completions(TEXT + "\n3. *Thanks* Tim")
            assert "with" in await editor.completions(TEXT + "\n3. *Decides* to act in accordance ")
            assert "accordance" in await editor.completions(TEXT + "\n3. *Decides* to act in acc")
            dated = await editor.completions(TEXT + "\n3. *Recalls* its resolution 70/1")
            assert "resolution 70/1 of 25 September 2015" in dated

    asyncio.run(session())


def test_titles_of_resolutions_are_offered_with_number_and_date(tmp_path):
    async def session():
        async with opened(tmp_path / "draft.md") as editor:
            text = TEXT + "\n3. *Recalls* its resolution on the “Transforming our w"
            await editor.write(text)
            params = lsp.CompletionParams(editor.document, editor.at(len(text)))
            [item] = (await editor.client.text_document_completion_async(params)).items
            assert (
                item.label.startswith("Transforming our world")
                and item.detail == "GA resolution 70/1 of 25 September 2015"
            )
            assert editor.edited([item.text_edit]) == text.replace("Transforming our w", item.label)

    asyncio.run(session())


def test_a_configuration_that_is_written_meanwhile_holds(tmp_path):
    async def session():
        async with opened(tmp_path / "draft.md") as editor:
            assert {one.code for one in await editor.write(TEXT)} == {"ABB003", "PRE002", "CAP008"}
            settings = tmp_path / "resolint.toml"
            settings.write_text('ignore = ["CAP008"]\n', encoding="utf-8")
            assert {one.code for one in await editor.write(TEXT)} == {"ABB003", "PRE002"}
            settings.write_text("ignore = 3\n", encoding="utf-8")
            [wrong] = await editor.write(TEXT)
            assert "resolint.toml" in wrong.message
            settings.write_text('ignore = ["CAP008", "ABB"]\n', encoding="utf-8")
            assert {one.code for one in await editor.write(TEXT)} == {"PRE002"}

    asyncio.run(session())


def test_what_keeps_a_draft_from_being_submitted_is_told_on_request(tmp_path):
    async def session(**options):
        async with opened(tmp_path / "draft.md", **options) as editor:
            return [one.code for one in await editor.write(TEXT)]

    usual, ready = asyncio.run(session()), asyncio.run(session(ready=True))
    assert set(usual) < set(ready) and len(ready) == len(usual) + len(set(ready) - set(usual))


def test_texts_that_are_no_draft_are_left_alone(tmp_path):
    async def session():
        async with opened(tmp_path / "README.md") as editor:
            assert await editor.write("# Our project\n\nteh readme of the UN\n") == []
            assert await editor.write("") == []

    asyncio.run(session())


def test_the_sources_of_agreed_language(tmp_path, root):
    from resolint.cli.root import cli

    corpus = tmp_path / "corpus.sqlite"
    with pytest.raises(SystemExit) as ended:
        cli.main(["corpus", "add", str(root / "samples" / "adopted"), "--corpus", str(corpus)])
    assert ended.value.code == 0
    (tmp_path / "resolint.toml").write_text('corpus = ["corpus.sqlite"]\n', encoding="utf-8")
    text = (root / "samples" / "lighthouses-draft.md").read_text(encoding="utf-8")

    async def session():
        async with opened(tmp_path / "draft.md") as editor:
            await editor.write(text)
            line = next(at for at, line in enumerate(text.split("\n")) if line.startswith("*Re"))
            params = lsp.DefinitionParams(editor.document, lsp.Position(line, 3))
            place = await editor.client.text_document_definition_async(params)
            page = Path(url2pathname(place.uri.removeprefix("file://")))
            shown = page.read_text(encoding="utf-8")
            assert shown.startswith("# preambular ") and "## " in shown
        assert not page.exists()

    asyncio.run(session())


def test_a_text_without_a_name_is_read_as_the_editor_says(tmp_path):
    """What was never saved has no ending: italics that are absent are a fault of a draft in Markdown alone."""
    plain = TEXT[TEXT.index("# Toy") :].replace("*", "").replace("# ", "")

    async def session(uri, language):
        async with opened(uri) as editor:
            editor.language = language
            return {one.code for one in await editor.write(plain)}

    def found(uri, language):
        return asyncio.run(session(uri, language))

    marked = found("untitled:Untitled-1", "markdown")
    assert found("untitled:Untitled-1", "plaintext") == found((tmp_path / "draft.txt").as_uri(), "markdown")
    assert found("untitled:Untitled-1", "plaintext") != marked == found((tmp_path / "draft.md").as_uri(), "plaintext")


def test_of_a_draft_that_was_never_opened_nothing_is_said(tmp_path):
    async def session():
        async with opened(tmp_path / "absent.md") as editor:
            place = (editor.document, lsp.Position(3, 2))
            asked = lsp.HoverParams(*place), lsp.CompletionParams(*place), lsp.DefinitionParams(*place)
            assert await editor.client.text_document_hover_async(asked[0]) is None
            assert not await editor.client.text_document_completion_async(asked[1])
            assert not await editor.client.text_document_definition_async(asked[2])
            assert not await editor.client.text_document_document_symbol_async(
                lsp.DocumentSymbolParams(editor.document)
            )

    asyncio.run(session())
