"""Shared fixtures: real files are found through RESOLINT_FIXTURES and skipped cleanly where they are absent."""

import compileall
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.register_profile("quick", parent=settings.get_profile("steady"), max_examples=30)
settings.load_profile("steady")
"""No example fails because the machine is busy. The quick set tries fewer of what is drawn by chance, anew each time."""

ROOT = Path(__file__).resolve().parent.parent


SOURCE = ROOT / "src"

sys.dont_write_bytecode = False
"""The tests themselves are kept as bytecode from one run to the next."""


gc.set_threshold(5_000, 20, 100)
"""What a process has imported, collected and made for all tests stays to its end: to look through it for garbage, as often as Python
does by itself, takes an eighth of the time of the suite."""


DEAREST = (
    "tests/web/test_browser.py",
    "tests/teach/test_exercise.py",
    "tests/test_rules.py",
    "tests/test_hostile_rules.py",
    "tests/teach/test_grade.py",
    "tests/test_site.py",
    "tests/cli/test_teach.py",
    "tests/cli/test_review.py",
    "tests/lsp/",
)
"""Files that take longest, the longest first."""


def pytest_configure(config: pytest.Config) -> None:
    """Writes the bytecode of resolint once, also where Python is told to write none: each process that a test starts reads it."""
    if "not slow" in config.option.markexpr:
        settings.load_profile("quick")
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(SOURCE, quiet=2, workers=1 if next(SOURCE.rglob("__pycache__"), None) else 0)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-goldens`` writes the outputs in tests/goldens anew instead of comparing with them."""
    parser.addoption("--update-goldens", action="store_true", help="write the outputs in tests/goldens anew")


def _turn(test: str) -> int:
    return next((turn for turn, name in enumerate(DEAREST) if test.startswith(name)), len(DEAREST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that ask for the real files carry the marks ``real`` and ``slow``, deep ones ``slow``; others say so themselves.

    A file is the work of one process, so the dearest files come first: else all would wait for the last of them.
    """
    items.sort(key=lambda item: _turn(item.nodeid))
    for item in items:
        if "real" in getattr(item, "fixturenames", ()):
            item.add_marker("real")
            item.add_marker("slow")
        if item.get_closest_marker("deep"):
            item.add_marker("slow")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares an output with the file of that name in tests/goldens, or writes it there with --update-goldens."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests" / "goldens" / name
        if request.config.getoption("--update-goldens"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"there is no golden {name} yet: run pytest --update-goldens and read what it wrote"
        assert text == path.read_text(encoding="utf-8"), f"{name} has changed: see if it should, then --update-goldens"

    return check


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of real UN files (``fixtures/`` and ``seeds/`` below it); skips the test where there is none."""
    folder = Path(os.environ.get("RESOLINT_FIXTURES", ROOT.parent / "shared"))
    if not (folder / "fixtures").is_dir():
        pytest.skip("the real files are not here: set RESOLINT_FIXTURES to the folder that holds fixtures/ and seeds/")
    return folder


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The installed command."""
    script = Path(sys.executable).with_name("resolint")
    return [str(script)] if script.exists() else [sys.executable, "-m", "resolint"]
