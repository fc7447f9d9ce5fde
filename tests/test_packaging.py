"""What the package says of itself: its description works where no other file of the repository is."""

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def maker():
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_description_has_whole_addresses(maker) -> None:
    text = maker.described((ROOT / "README.md").read_text(encoding="utf-8"), "https://example.org/resolint/main")
    addresses = LINK.findall(text)
    assert len(addresses) > 10 and all(address.startswith("https://") for address in addresses)
    assert "![resolint lint in a terminal](https://example.org/resolint/main/samples/lint.svg)" in text


def test_without_an_address_there_are_no_links_that_lead_nowhere(maker) -> None:
    text = maker.described((ROOT / "README.md").read_text(encoding="utf-8"), "")
    assert not LINK.findall(text)
    assert "*(resolint lint in a terminal)*" in text and "first steps" in text


def test_the_starter_for_windows_jumps_to_what_is_there_and_waits_where_something_went_wrong() -> None:
    spec = importlib.util.spec_from_file_location("portable", ROOT / ".ci" / "portable.py")
    portable = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(portable)
    run, *ends = re.split(r"^:(?=\w+$)", portable.WINDOWS, flags=re.MULTILINE)
    jumps = set(re.findall(r"\bgoto (\w+)", run))
    assert jumps == {end.split()[0] for end in ends} == {"nopython", "failed", "refused"}
    assert all("\npause\nexit /b " in end for end in ends)
    assert run.rstrip().endswith("exit /b %ERRORLEVEL%")
    assert all("|| goto refused" in line for line in run.splitlines() if 'resolint.exe" serve' in line)


def test_pictures_are_small_and_told_in_words(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    found = {
        (page, words, name)
        for page in pages
        for words, name in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text())
    }
    assert len({name for _, _, name in found}) >= 3
    for page, words, name in found:
        assert len(words) > 20, page
        assert (page.parent / name).stat().st_size < 100_000, name


BUILDING = """
import importlib.metadata, sys, tomllib

barred = set(sys.argv[1].split())

class Bare:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in barred:
            raise ModuleNotFoundError(f"{name} is not there when a wheel is built", name=name)

sys.meta_path.insert(0, Bare())
from resolint.cards.index import built
from resolint.cli.manual import pages
from resolint.cli.root import cli

assert built() and pages(cli, tomllib.loads(open(sys.argv[2], encoding="utf-8").read()))
"""


@pytest.mark.slow
def test_a_wheel_is_built_where_nothing_is_installed_but_what_building_asks_for() -> None:
    """pip builds in an environment of its own: what the commands import at their head has to do without libraries."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    required = {re.split(r"[>=<\[]", one)[0].lower() for one in project["build-system"]["requires"]}
    depended = {re.split(r"[>=<\[]", one)[0].lower() for one in project["project"]["dependencies"]}
    names = importlib.metadata.packages_distributions()
    barred = {name for name, of in names.items() if {one.lower() for one in of} & (depended - required)}
    assert {"lxml", "docx", "rapidfuzz"} <= barred
    command = (sys.executable, "-c", BUILDING, " ".join(barred), str(ROOT / "docs" / "examples.toml"))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
