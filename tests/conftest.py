"""Shared fixtures: real files are found through RESOLINT_FIXTURES and skipped cleanly where they are absent."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
