"""The site's reference pages are made from the product, and every command that a page shows runs."""

import importlib.util
import re
import shlex
import shutil
import xml.etree.ElementTree as ElementTree
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


def test_every_command_and_rule_has_its_place(written):
    folder, _ = written
    text = (folder / "_generated" / "commands.md").read_text(encoding="utf-8")
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f"\n## resolint {name}\n" in f"\n{text}"
    rules = "".join(path.read_text(encoding="utf-8") for path in (folder / "rules").glob("*.md"))
    for card in load_cards():
        assert f"## {card.id} {card.name}\n" in rules


def test_the_picture_shows_every_room_that_is_imported(written):
    folder, _ = written
    shown = ElementTree.parse(folder / "_generated" / "architecture.svg").getroot()
    names = {node.text for node in shown.iter("{http://www.w3.org/2000/svg}text")}
    assert {"cli", "pipeline", "engine", "lexicon", "word", "model"} <= names
    rooms = {path.stem for path in (ROOT / "src" / "resolint").iterdir() if not path.name.startswith("_")}
    assert rooms - {"py"} <= names


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:\s]+)\)", text):
        target = ROOT / "docs" / link
        assert target.exists() or target.parts[-2:] == ("rules", "index.md"), link


@pytest.mark.slow
@pytest.mark.parametrize("page", [name for name in PAGES if name not in ("editors.md",)])
def test_every_command_of_a_page_runs(page, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "drafts").mkdir()
    for name in ("draft.docx", "drafts/draft.docx", "drafts/second.docx"):
        shutil.copy(ROOT / "samples" / "seed-libraries.docx", tmp_path / name)
    shutil.copy(ROOT / "samples" / "sign-language.docx", tmp_path / "base.docx")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "corpus.db"))
    lines = [line for line in commands(ROOT / "docs" / page) if line.startswith("resolint ")]
    for line in lines:
        words = shlex.split(line)[1:]
        result = CliRunner().invoke(cli, words)
        assert result.exit_code in (0, 1), f"{line}: {result.output}"
