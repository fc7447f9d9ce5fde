"""Every sample has its expected report beside it (``--update-goldens`` writes them anew), and samples come in pairs."""

import io
import zipfile
from pathlib import Path

import pytest

from resolint import notation, report
from resolint.author import build
from resolint.pipeline import building as author
from tests.support import verbs
from tests.support.rows import each
from tests.support.verbs import load

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
DRAFTS = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".md", ".docx"))
PAIRS = [name for name in DRAFTS if name.endswith(".docx") and (SAMPLES / name).with_suffix(".md").exists()]


def test_there_are_samples_of_many_bodies() -> None:
    profiles = {verbs.lint((SAMPLES / name).read_bytes(), name=name, no_config=True).profile for name in DRAFTS}
    assert {"ga", "sc", "ecosoc", "hrc", "cnd", "ccpcj", "cop", "mun"} <= profiles


@pytest.mark.parametrize("name", DRAFTS)
def test_the_report_is_the_expected_one(name: str, request: pytest.FixtureRequest) -> None:
    found = verbs.lint((SAMPLES / name).read_bytes(), name=name, no_config=True)
    text = report.render((found,), "concise")
    expected = SAMPLES / f"{name}.report"
    if request.config.getoption("--update-goldens"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert expected.exists(), f"samples/{name}.report is missing: run pytest --update-goldens and read what it wrote"
    assert text == expected.read_text(encoding="utf-8"), (
        f"the report on {name} has changed: --update-goldens if it should"
    )


@each("name", DRAFTS)
def test_samples_come_back_from_word_as_they_were(name: str) -> None:
    written = notation.write(load(SAMPLES / name))
    document = load(written.encode(), name="x.md")
    again = notation.write(load(build(document, author.fitting(document)), name="x.docx"))
    assert again == notation.write(document)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("name", PAIRS)
def test_the_word_samples_are_built_of_their_markdown(name: str, request: pytest.FixtureRequest) -> None:
    built = author.build(load((SAMPLES / name).with_suffix(".md")))
    if request.config.getoption("--update-goldens"):
        (SAMPLES / name).write_bytes(built)
    assert members(built) == members((SAMPLES / name).read_bytes())
