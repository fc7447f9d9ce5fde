"""The handbook, quizzes, demonstrations and exercises on the page, over HTTP."""

import json
import re
from functools import cache

import pytest

from resolint.pipeline import explaining, teaching
from tests.support import verbs
from tests.web.conftest import Browser

pytestmark = pytest.mark.slow


@cache
def wanted() -> teaching.Exercise:
    return teaching.exercise(teaching.Wanted("on the page", level=1), verbs.session())


def begun(client: Browser, **asked: str) -> str:
    answer = client.say("/exercise", json.dumps({"seed": "on the page", "level": "1", "style": "un", **asked}))
    assert answer.status_code == 200, answer.text
    return f"/exercise/{answer.json()['key']}"


def test_the_handbook_is_the_one_of_the_command(client):
    book = explaining.handbook(verbs.session(), home="../")
    for name in ("index.html", "PRE002.html", "annotated.html", "style.css", "search.js"):
        answer = client.look(f"/rules/{name}")
        assert answer.status_code == 200
        assert answer.text == book.file(name)
    assert client.look("/rules/").text == book.file("index.html")
    assert client.look("/rules", follow_redirects=False).headers["location"] == "rules/"
    assert client.look("/rules/style.css").headers["content-type"].startswith("text/css")
    assert 'href="../learn"' in client.look("/rules/PRE002.html").text


@pytest.mark.parametrize("name", ["PRE999.html", "..%2Fapp.py", "%00", "index"])
def test_other_names_are_no_pages(client, name):
    assert client.look(f"/rules/{name}").status_code == 404


def test_a_quiz_is_asked_and_explained(client):
    text = client.look("/quiz?seed=s&count=6").text
    row = json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1])
    assert len(row) == 6
    for one in row:
        assert one["why"]
        assert set(one["right"]) <= set(range(len(one["options"])))
    assert client.look("/quiz?seed=s&count=6").text == text
    about = client.look("/quiz?about=PRE&count=3").text
    assert set(re.findall(r'"rule": "([A-Z]{3})', about)) == {"PRE"}
    assert client.look("/quiz?about=%3Cscript%3E").status_code == 422


def test_a_demonstration_shows_three_findings_mended(client):
    text = client.look("/demo?seed=s").text
    kinds = re.findall(r'class="screen (\w+)"', text)
    assert kinds == ["faulty", "finding", "finding", "finding", "mended", "clean"]
    assert text.count('class="words wrong"') == text.count('class="words right"') == 3
    assert text.count("<del>") <= 3
    assert len(set(re.findall(r"rules/([A-Z]{3}\d{3})\.html", text))) == 3
    assert client.look("/demo?seed=s").text == text


def test_an_exercise_is_taken_and_graded(client):
    place = begun(client)
    page = client.look(f"{place}/").text
    assert wanted().identifier in page
    assert "on the page" not in page
    assert not any(fault.rule in page for fault in wanted().faults)
    untouched = client.say(f"{place}/grade", wanted().source.encode())
    assert f"0 of {len(wanted().faults)} mended; missed {len(wanted().faults)}" in untouched.text
    mended = client.say(f"{place}/grade", wanted().answer.encode())
    assert f"{len(wanted().faults)} of {len(wanted().faults)} mended." in mended.text
    assert 'href="../../rules/' in untouched.text
    word = teaching.exercise_word(wanted(), answer=True)
    assert client.look(f"{place}/get/docx").content == teaching.exercise_word(wanted())
    assert "5 of 5 mended." in client.say(f"{place}/grade?name=back.docx", word).text


def test_the_paper_tells_which_line_a_paragraph_is(client):
    place = begun(client)
    found = client.say(f"{place}/paper", wanted().source.encode()).json()
    lines = wanted().source.split("\n")
    assert lines[found["lines"]["operative-1"] - 1].startswith("1. ")
    assert {fault.line for fault in wanted().faults} <= set(found["lines"].values())
    assert all(f'id="{ident}"' in found["article"] for ident in found["lines"])


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [({"style": "x"}, "no such style"), ({"level": "9"}, "no such style"), ({"topic": "bells"}, "no such topic")],
)
def test_what_cannot_be_had_gets_a_sentence(client, asked, sentence):
    answer = client.say("/exercise", json.dumps({"level": "1", "style": "un", **asked}))
    assert answer.status_code == 422
    assert sentence in answer.json()["error"]


def test_what_is_handed_in_may_be_anything(client):
    place = begun(client)
    assert client.say(f"{place}/grade?name=b.docx", b"PK\x03\x04 nothing").status_code == 422
    other = client.say(f"{place}/grade", b"# Another text\n\n*The General Assembly*,\n\n1. *Decides* to sing.\n")
    assert "none of the exercises" in other.json()["error"]
    assert client.look("/exercise/nothing/").status_code == 404
    assert client.look(f"{place}/get/exe").status_code == 404
    assert client.say("/exercise", "[1]").status_code == 422
