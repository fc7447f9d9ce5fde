"""How paragraphs come through the rounds."""

import pytest

from resolint.errors import BadConfiguration
from resolint.pipeline import Session
from resolint.pipeline.compiling import Copy
from resolint.pipeline.rendering import render_rounds
from resolint.pipeline.tracking import Tracked, track
from tests.negotiation.test_merging import BASE, CHILE, FIJI, PERU

SECOND = CHILE
THIRD = PERU.replace("to publish the results", "to publish the results, as appropriate").replace(
    "every year", "twice a year"
)
LAST = THIRD.replace("*Calls upon*", "*Invites*").replace("2. *Invites* municipalities", "2. *Urges* municipalities")


def tracked(*sources: str) -> Tracked:
    rows = [Copy(f"v{at}", source.encode(), f"v{at}.md") for at, source in enumerate(sources, 1)]
    return track(rows, Session())


def test_every_paragraph_has_a_line_and_every_change_its_round() -> None:
    found = tracked(BASE, SECOND, THIRD, LAST)
    assert found.versions == ("v1", "v2", "v3", "v4")
    (wells,) = [line for line in found.lines if "water of village wells" in line.stages[-1].text]
    assert [stage.fate for stage in wells.stages] == ["first", "changed", "changed", "changed"]
    assert [stage.verb.direction if stage.verb else "" for stage in wells.stages] == ["", "weaker", "", "weaker"]
    assert [(one.phrase, one.fate) for one in wells.stages[2].qualifiers] == [("as appropriate", "added")]
    (report,) = [line for line in found.lines if "report on wells" in line.stages[-1].text]
    assert [(stage.version, stage.fate) for stage in report.stages] == [(2, "new"), (3, "same")]


def test_what_is_dropped_ends_and_what_comes_in_its_place_begins() -> None:
    found = tracked(BASE, FIJI)
    (old,) = [line for line in found.lines if "train well keepers" in line.stages[0].text]
    assert old.gone and [stage.fate for stage in old.stages] == ["first", "dropped"]
    (new,) = [line for line in found.lines if "exchange of well keepers" in line.stages[-1].text]
    assert [stage.fate for stage in new.stages] == ["new"]


def test_the_same_text_twice_has_no_news() -> None:
    assert all(line.untouched for line in tracked(BASE, BASE).lines)


def test_lines_come_in_the_order_of_the_last_version() -> None:
    found = tracked(BASE, SECOND, THIRD)
    texts = [line.stages[-1].text for line in found.lines if not line.gone]
    assert texts.index("Requests the Secretary-General to report on wells;") < texts.index(
        "Decides to remain seized of the matter."
    )


def test_one_version_is_no_round() -> None:
    with pytest.raises(BadConfiguration, match="two versions"):
        tracked(BASE)


@pytest.mark.parametrize("form", ["text", "csv", "html"])
def test_a_note_is_told_as_a_star(form: str) -> None:
    noted = BASE.replace("gardens alike,", "gardens alike,[^1]") + "\n[^1]: See the almanac of wells.\n"
    found = tracked(noted, noted.replace("people, animals", "people, plants"))
    said = render_rounds(found.versions, found.lines, form)
    assert "\ufffc" not in said and (form == "text" or "alike,*" in said)
