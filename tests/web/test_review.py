"""A draft is opened, decided on and taken back, over HTTP."""

import json
import os
import signal

import pytest

from resolint import Session, build, clean, lint
from resolint.decisions import read
from tests.web.conftest import DRAFT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


@pytest.fixture(scope="module")
def word(session) -> bytes:
    return build(DRAFT.encode(), session, name="buoys.md")


def decide(client, key, *rows):
    return client.say(f"/d/{key}/decisions", json.dumps(rows))


def marks(client, key):
    return client.look(f"/d/{key}/state").json()["marks"]


def test_a_draft_is_shown_with_its_findings(client, session):
    key = client.open()
    state = client.look(f"/d/{key}/state").json()
    found = lint(DRAFT.encode(), session, name="buoys.md").active
    assert [mark["f"] for mark in state["marks"]] == [one.fingerprint for one in found]
    assert state["article"].count('class="card ') == len(found)
    text = client.look(f"/d/{key}/").text
    assert "Bell buoys" in text and "Invites" in text and 'id="outline"' in text


def test_every_fix_stands_ready_in_the_text(client, session):
    key = client.open()
    state = client.look(f"/d/{key}/state").json()
    for mark in state["marks"]:
        shown = (
            f'class="new" data-n="{mark["n"]}"' in state["article"]
            or f'class="old" data-n="{mark["n"]}"' in state["article"]
        )
        assert mark["can"] == shown


def test_word_is_reviewed_as_decided(client, session, word):
    key = client.open("buoys.docx", word)
    can = [mark for mark in marks(client, key) if mark["can"]]
    others = [mark for mark in marks(client, key) if not mark["can"]]
    answer = decide(
        client,
        key,
        {"f": can[0]["f"], "verdict": "accept"},
        {"f": can[1]["f"], "verdict": "keep", "reason": "agreed"},
        *({"f": mark["f"], "verdict": "decline"} for mark in others),
    )
    assert answer.status_code == 200
    reviewed = client.look(f"/d/{key}/get/reviewed?author=A.%20Delegate")
    assert (
        reviewed.headers["content-disposition"]
        == "attachment; filename=\"buoys.reviewed.docx\"; filename*=UTF-8''buoys.reviewed.docx"
    )
    again = lint(clean(reviewed.content), session, name="buoys.docx")
    assert [one.suppressed for one in again.findings if one.fingerprint == can[1]["f"]] == ["agreed"]
    fixed = lint(client.look(f"/d/{key}/get/fixed").content, session, name="buoys.docx")
    left = {one.fingerprint for one in fixed.active}
    assert can[0]["f"] not in left and {mark["f"] for mark in others} - left == set()


@pytest.mark.parametrize("form", ["markdown", "report", "page", "json", "csv", "decisions", "fixed"])
def test_every_form_can_be_taken(client, form):
    key = client.open()
    first = next(mark for mark in marks(client, key) if mark["can"])
    decide(client, key, {"f": first["f"], "verdict": "accept"})
    answer = client.look(f"/d/{key}/get/{form}")
    assert answer.status_code == 200 and len(answer.content) > 100
    if form == "decisions":
        assert [one.fingerprint for one in read(answer.text)] == [first["f"]]
    if form == "fixed":
        assert answer.text != DRAFT and answer.text.startswith("# Bell buoys")


def test_reviewing_a_text_as_word_says_why_not(client):
    key = client.open()
    answer = client.look(f"/d/{key}/get/reviewed")
    assert answer.status_code == 422 and "Word" in answer.json()["error"]
    assert client.look(f"/d/{key}/get/nothing").status_code == 404


@pytest.mark.parametrize(
    "rows",
    [
        "nonsense",
        "{}",
        '[{"f": "no such", "verdict": "accept"}]',
        '[{"f": "F", "verdict": "maybe"}]',
        '[{"f": "F", "verdict": "keep", "reason": "  "}]',
        "[7]",
    ],
)
def test_decisions_that_make_no_sense_change_nothing(client, rows):
    key = client.open()
    first = marks(client, key)[0]["f"]
    answer = client.say(f"/d/{key}/decisions", rows.replace('"F"', f'"{first}"'))
    assert answer.status_code == 422 and answer.json()["error"]
    assert client.look(f"/d/{key}/state").json()["decisions"] == {}


def test_decisions_are_taken_back(client):
    key = client.open()
    first = marks(client, key)[0]["f"]
    decide(client, key, {"f": first, "verdict": "decline"})
    assert client.look(f"/d/{key}/state").json()["decisions"][first]["verdict"] == "decline"
    decide(client, key, {"f": first, "verdict": None})
    assert client.look(f"/d/{key}/state").json()["decisions"] == {}


def test_steps_are_kept_to_be_undone(client):
    key = client.open()
    one, other = (mark["f"] for mark in marks(client, key)[:2])
    decide(client, key, {"f": one, "verdict": "keep", "reason": "agreed"})
    decide(client, key, {"f": one, "verdict": "decline"}, {"f": other, "verdict": "decline"})
    before = [[[one, None]], [[one, {"verdict": "keep", "reason": "agreed"}], [other, None]]]
    assert client.look(f"/d/{key}/state").json()["undo"] == before
    back = [{"f": one, "verdict": "keep", "reason": "agreed"}, {"f": other, "verdict": None}]
    assert client.say(f"/d/{key}/decisions?back=1", json.dumps(back)).status_code == 200
    state = client.look(f"/d/{key}/state").json()
    assert state["undo"] == before[:1]
    assert state["decisions"] == {one: {"verdict": "keep", "reason": "agreed"}}


def test_the_same_file_is_one_draft(client):
    key = client.open("same.md")
    assert client.say("/open?name=same.md", DRAFT.encode()).json()["key"] == key
    assert client.say("/open?name=other.md", DRAFT.encode()).json()["key"] != key
    assert client.say("/open?name=same.md", DRAFT.encode() + b"\n").json()["key"] != key
    broken = [client.say("/open?name=broken.docx", b"PK\x03\x04 nothing").json()["key"] for _ in range(2)]
    assert broken[0] == broken[1]


def test_a_closed_draft_is_forgotten(client):
    key = client.open()
    assert client.say(f"/d/{key}/close").status_code == 200
    answer = client.look(f"/d/{key}/", headers={"accept": "text/html"})
    assert answer.status_code == 404 and "not open any more" in answer.text


def test_rules_are_explained(client):
    answer = client.look("/rule/PRE002")
    assert answer.status_code == 200 and "Authority" in answer.text and "Wrong" in answer.text
    assert "adopted texts do" in answer.text
    assert "Where it is otherwise" in answer.text and "Security Council" in answer.text
    assert 'href="../../rules/PRE002.html"' in answer.text
    assert client.look("/rule/XXX999").status_code == 422


def test_twenty_drafts_at_once(client):
    keys = [client.say(f"/open?name=d{number}.md", DRAFT.encode()).json()["key"] for number in range(20)]
    assert client.look("/drafts").status_code == 200
    assert all(client.wait(key)["marks"] for key in keys)
    for key in keys:
        client.say(f"/d/{key}/close")


def test_a_killed_worker_harms_nobody(own):
    client = own(number=2)
    first = client.open()
    for process in client.page.workers.processes():
        os.kill(process, signal.SIGKILL)
    broken = [client.wait(client.say(f"/open?name={name}.md", DRAFT.encode()).json()["key"]) for name in "bc"]
    assert all("broke down" in state["error"] for state in broken if state["error"])
    assert client.look(f"/d/{first}/state").json()["marks"]
    assert client.wait(client.open("after.md"))["error"] == ""


def test_a_task_that_takes_too_long_is_given_up(own):
    client = own(limit=0.001)
    state = client.wait(client.say("/open?name=slow.md", DRAFT.encode() * 50).json()["key"])
    assert "longer than" in state["error"]
