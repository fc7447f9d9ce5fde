"""The measures of the other official languages on a few of the real texts; skipped where these are not there."""

from __future__ import annotations

import pytest

from tests.accuracy.tongues import alarms, faults, page, reading, texts

real = pytest.mark.skipif(
    not (texts.folder() / "fixtures" / "languages").is_dir(), reason="the real texts are not here"
)


@pytest.mark.slow
@real
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_excerpts_are_read_and_give_no_error(language: str) -> None:
    given = texts.texts(f"{language}_UNv10")[::3]
    assert reading.structure(given, whole=False).score > 0.95
    found = [alarm for text in given for alarm in alarms.alarms(text)]
    assert not [alarm for alarm in found if alarm.severity == "error"]


@pytest.mark.slow
@real
@pytest.mark.parametrize(
    ("language", "kind"), [("es", "capitals"), ("zh", "references"), ("ar", "dates"), ("ru", "end marks")]
)
def test_planted_faults_are_found(language: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "KINDS", {kind: faults.KINDS[kind]})
    monkeypatch.setattr(faults, "_PER_WAY", 2)
    drafts = faults.drafts(language, most=12)
    monkeypatch.setattr(faults, "drafts", lambda _language: drafts)
    (planted,) = faults.plant(language)
    assert planted.planted >= 4 and planted.found >= 0.9 * planted.planted


def test_the_part_of_the_page_takes_the_place_of_the_old_one() -> None:
    old = f"# Accuracy\n\n{page.HEADING}\n\nold\n\n## Last\n\nend\n"
    new = page.put(old, f"{page.HEADING}\n\nnew")
    assert "old" not in new and new.index("new") < new.index("## Last")
    assert page.kept(new) == f"{page.HEADING}\n\nnew"
    assert page.put("# Accuracy\n", "part") == "# Accuracy\n\npart\n"
