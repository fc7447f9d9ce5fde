"""The site's reference pages are made from the product, and every command that a page shows runs."""

import importlib.util
import json
import re
import shlex
import shutil
import tomllib
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from resolint.cards import load_cards
from resolint.cli.root import cli
from tests.test_docs import commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The folder of the pages that are made, and their maker."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    folder = tmp_path_factory.mktemp("docs")
    maker.write(folder)
    return folder, maker


@pytest.mark.slow
def test_every_command_and_rule_has_its_place(written):
    folder, _ = written
    text = (folder / "_generated" / "commands.md").read_text(encoding="utf-8")
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f"\n## resolint {name}\n" in f"\n{text}"
    rules = "".join(path.read_text(encoding="utf-8") for path in (folder / "rules").glob("*.md"))
    for card in load_cards():
        assert f"## {card.id} {card.name}\n" in rules


@pytest.mark.slow
def test_the_picture_shows_every_room_that_is_imported(written):
    folder, _ = written
    shown = ElementTree.parse(folder / "_generated" / "architecture.svg").getroot()
    names = {node.text for node in shown.iter("{http://www.w3.org/2000/svg}text")}
    assert {"cli", "pipeline", "engine", "lexicon", "word", "model"} <= names
    rooms = {path.stem for path in (ROOT / "src" / "resolint").iterdir() if not path.name.startswith("_")}
    assert rooms - {"py"} <= names


def test_commands_are_listed_where_no_site_is_built():
    """On a code host the page has no more than its own words: each command, what it does, and a page that shows it."""
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (.*) \| \[[^\]]+\]\((\S+)\) \|$", text, re.MULTILINE)
    told = cli.get_help(click.Context(cli, terminal_width=300, max_content_width=300)).partition("Commands:\n")[2]
    assert [(name, words) for name, words, _ in listed] == re.findall(r"^  (\w+)  +(.*)$", told, re.MULTILINE)
    for name, words, _ in listed:
        assert cli.get_command(click.Context(cli), name).get_short_help_str(300) == words
    for name, _, page in listed:
        assert re.search(rf"(?:resolint |`){name}\b", (ROOT / "docs" / page).read_text(encoding="utf-8")), (name, page)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_something_where_no_site_is_built(page):
    """A code host shows nothing of what the site takes in; so there stands a sentence and a link to what can be read there."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    taken = re.search(r"^```\{(?:include|raw)\}", text, re.MULTILINE)
    before = text[: taken.start()] if taken else text
    assert len(before.split()) > 40 and (not taken or re.search(r"\]\([^)]+\)|docs/schemas", before)), page


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:\s]+)\)", text):
        target = ROOT / "docs" / link
        assert target.exists() or target.parts[-2:] == ("rules", "index.md"), link


def test_the_settings_of_editors_can_be_read():
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    [code], [helix] = (re.findall(rf"^```{kind}\n(.*?)^```", text, re.M | re.S) for kind in ("json", "toml"))
    server = tomllib.loads(helix)["language-server"]["resolint"]
    assert [server["command"], *server["args"]] == ["resolint", "lsp"] and server["config"] == {"ready": True}
    settings = json.loads(code)
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == ["resolint", "lsp"]
    assert settings["glspc.initializationOptions"] == {"ready": True}


def leaves(command: click.Command, name: str) -> Iterator[str]:
    """The words of every command that does something."""
    if isinstance(command, click.Group):
        for below in command.list_commands(click.Context(command)):
            yield from leaves(command.get_command(click.Context(command), below), f"{name} {below}".strip())
    else:
        yield name


@pytest.mark.slow
def test_every_command_has_an_example(written):
    folder, maker = written
    examples = maker.examples()
    assert set(examples) == set(leaves(cli, ""))
    shown = (folder / "_generated" / "commands.md").read_text(encoding="utf-8")
    for command, lines in examples.items():
        for line, words in lines.items():
            assert line.startswith(f"resolint {command}") and words.endswith(".")
            assert line in shown and words in shown


def waits(words: list[str]) -> bool:
    """Whether a command goes on until somebody ends it, or asks questions."""
    served = words[0] == "serve" and "--export" not in words
    asks = words[:2] in (["teach", "quiz"], ["teach", "demo"]) or (words[0] == "new" and "--from" not in words)
    return "--watch" in words or words[0] == "lsp" or served or asks


def run(line: str) -> None:
    """Run a command; of one that waits for somebody only see to it that there are such options."""
    words = shlex.split(line)[1:]
    if waits(words):
        command = cli.get_command(click.Context(cli), words.pop(0))
        if isinstance(command, click.Group):
            command = command.get_command(click.Context(command), words.pop(0))
        command.make_context("resolint", words)
        return
    if words[:2] == ["teach", "bank"]:
        # All rules take long, and are asked about in the tests of the bank.
        words.append("PRE002")
    result = CliRunner().invoke(cli, words)
    assert result.exit_code in (0, 1), f"{line}: {result.output}"


def copied(base: Path, copy: Path, old: bytes, new: bytes) -> None:
    """A copy of a Word file in which a delegation wrote something else."""
    with zipfile.ZipFile(base) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with what the pages speak of."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "drafts").mkdir()
    base = tmp_path / "base.docx"
    shutil.copy(ROOT / "samples" / "sign-language.docx", base)
    for name, asked in (("draft.docx", "help"), ("drafts/draft.docx", "help"), ("drafts/second.docx", "encourage")):
        copied(base, tmp_path / name, b"States to train", f"States to {asked} and train".encode())
    shutil.copy(ROOT / "samples" / "reading-rooms.md", tmp_path / "draft.md")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "corpus.db"))


@pytest.mark.slow
def test_every_example_runs(written, desk):
    trainers = commands(ROOT / "docs" / "trainers.md")
    for lines in written[1].examples().values():
        for line in lines:
            # The handbook takes long, and the page for trainers has it made already.
            if not (line in trainers and line.startswith("resolint teach handbook")):
                run(line)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_runs(page, desk):
    for line in commands(ROOT / "docs" / page):
        if line.startswith("resolint "):
            run(line)
