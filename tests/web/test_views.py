"""The other views of a draft, files made of them, new drafts and previews, over HTTP."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from resolint import Session, build, lint, load
from resolint.cli.root import cli
from resolint.web.desk import Desk, Limits
from resolint.web.page import Page
from resolint.web.workers import Workers
from tests.web.conftest import DRAFT, browser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


@pytest.fixture(scope="module")
def word(session) -> bytes:
    return build(DRAFT.encode(), session, name="buoys.md")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("references", "its eighty-third session"),
        ("actions", "the Secretary-General"),
        ("ready", "Not ready"),
        ("compare", "No base text is chosen yet"),
    ],
)
def test_a_view_shows_what_its_verb_says(client, word, view, words):
    key = client.open("buoys.docx", word)
    answer = client.look(f"/d/{key}/{view}")
    assert answer.status_code == 200 and words in answer.text
    assert 'aria-current="page"' in answer.text and "<style" not in answer.text and " style=" not in answer.text


def test_a_base_that_is_another_text_is_called_so(client, word):
    key = client.open("buoys.docx", word)
    other = "# Kites\n\n*The Security Council*,\n\n*Deploring* the wind,\n\n1. *Demands* calm;\n\n2. *Urges* rain;\n\n3. *Hopes* on."
    assert client.say(f"/d/{key}/base?name=kites.md", other.encode()).status_code == 200
    assert "hardly a paragraph in common" in client.look(f"/d/{key}/compare").text
    base = DRAFT.replace("*Invites*", "*Urges*").encode()
    assert client.say(f"/d/{key}/base?name=base.md", base).status_code == 200
    assert "hardly a paragraph in common" not in client.look(f"/d/{key}/compare").text


def test_templates_are_offered_in_the_order_of_organs(client):
    text = client.look("/new").text
    names = re.findall(r'template=([a-z0-9-]+)"', text)
    assert (
        names.index("ga-committee")
        < names.index("sc")
        < names.index("ecosoc")
        < names.index("mun")
        < names.index("sc-fr")
    )
    assert len(names) == len(set(names))


def test_places_in_a_view_lead_to_paragraphs_of_the_page(client):
    key = client.open()
    article = client.look(f"/d/{key}/state").json()["article"]
    text = client.look(f"/d/{key}/actions").text
    links = {part.partition('"')[0] for part in text.split('href="./#')[1:]}
    assert links and all(f'id="{link}"' in article for link in links)


def test_a_draft_is_held_against_a_base(client, session, word):
    key = client.open("buoys.docx", word)
    base = build(DRAFT.replace("*Invites*", "*Urges*").encode(), session, name="base.md")
    assert client.say(f"/d/{key}/base?name=base.docx", base).status_code == 200
    text = client.look(f"/d/{key}/compare").text
    assert "weaker" in text and "base.docx" in text
    assert "<b>1</b> paragraph changed" in text and "<b>1</b> word out" in text
    redline = client.look(f"/d/{key}/get/redline")
    assert redline.headers["content-disposition"].startswith('attachment; filename="buoys.redline.docx"')
    words = [block.text for block in load(redline.content, session, name="r.docx").blocks]
    assert any(text.startswith("Invites") for text in words)
    assert "AGR002" not in client.look(f"/d/{key}/ready").text


def test_another_open_draft_can_be_the_base(client):
    key, other = client.open(), client.open("base.md", DRAFT.replace("bells", "lanterns").encode())
    assert client.say(f"/d/{key}/base?from={other}").status_code == 200
    assert "lanterns" in client.look(f"/d/{key}/compare").text


def test_one_reference_is_one(client):
    key = client.open(
        "one.md",
        b"# Buoys\n\n*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n1. *Decides* to go.\n",
    )
    assert "1 preambular and 1 operative paragraph," in client.look(f"/d/{key}/state").json()["about"]
    assert "<p>1 reference: " in client.look(f"/d/{key}/references").text


def test_decisions_are_signed_on_the_page_and_in_the_terminal_alike(client, word, tmp_path):
    key = client.open("buoys.docx", word)
    mark = client.look(f"/d/{key}/state").json()["marks"][0]
    client.say(f"/d/{key}/decisions", json.dumps([{"f": mark["f"], "verdict": "keep", "reason": "agreed"}]))
    decided, draft = tmp_path / "d.json", tmp_path / "buoys.docx"
    decided.write_bytes(client.look(f"/d/{key}/get/decisions?author=Ana").content)
    draft.write_bytes(word)
    done = CliRunner().invoke(cli, ["review", str(draft), "--decisions", str(decided), "--no-config"])
    assert draft.with_name("buoys.reviewed.docx").exists(), done.output
    with zipfile.ZipFile(draft.with_name("buoys.reviewed.docx")) as package:
        comments = package.read("word/comments.xml").decode()
    assert 'w:author="Ana"' in comments and "Reviewer" not in comments


def test_a_base_is_taken_away_again(client):
    key, other = client.open(), client.open("base.md", DRAFT.replace("bells", "lanterns").encode())
    assert "Without a base" not in client.look(f"/d/{key}/ready").text
    assert client.say(f"/d/{key}/base?from={other}").status_code == 200
    assert 'id="unbase"' in client.look(f"/d/{key}/ready").text
    assert client.say(f"/d/{key}/base?from=none").status_code == 200
    text = client.look(f"/d/{key}/compare").text
    assert "No base text is chosen yet" in text and "lanterns" not in text


def test_what_cannot_be_read_is_not_offered_as_a_base(client):
    key, broken = client.open(), client.open("broken.docx", b"PK\x03\x04 nothing")
    assert "broken.docx" not in client.look(f"/d/{key}/compare").text
    assert client.say(f"/d/{key}/base?from={broken}").status_code == 422
    assert "No base text" in client.look(f"/d/{key}/compare").text


def test_other_views_say_that_they_speak_of_the_file_as_it_came_in(client):
    key = client.open()
    assert "as it came in" not in client.look(f"/d/{key}/ready").text
    mark = next(one for one in client.look(f"/d/{key}/state").json()["marks"] if one["can"])
    client.say(f"/d/{key}/decisions", json.dumps([{"f": mark["f"], "verdict": "accept"}]))
    for view in ("ready", "references", "actions", "compare"):
        assert "as it came in" in client.look(f"/d/{key}/{view}").text
    client.say(f"/d/{key}/decisions", json.dumps([{"f": mark["f"], "verdict": None}]))
    assert "as it came in" not in client.look(f"/d/{key}/ready").text


def test_a_base_that_cannot_be_read_is_refused(client):
    key = client.open()
    answer = client.say(f"/d/{key}/base?name=x.docx", b"PK\x03\x04 nothing")
    assert answer.status_code == 422 and answer.json()["error"].startswith("x.docx")
    assert client.look(f"/d/{key}/get/redline").status_code == 422
    assert "No base text" in client.look(f"/d/{key}/compare").text


def test_a_base_counts_among_the_bytes(own):
    client = own(Limits(draft=10_000, all=12_000, number=1))
    key = client.open("a.md", DRAFT.encode())
    assert client.say(f"/d/{key}/base?name=b.md", DRAFT.encode()).status_code == 200
    assert client.say(f"/d/{key}/base?name=c.md", b"x" * 11_000).status_code == 413


@pytest.mark.parametrize("form", ["actions", "citations", "ready", "mailed", "stripped"])
def test_every_file_of_the_views_can_be_taken(client, word, form):
    key = client.open("buoys.docx", word)
    answer = client.look(f"/d/{key}/get/{form}")
    assert answer.status_code == 200 and len(answer.content) > 200


def test_the_mailed_page_lets_nothing_else_run(client, word):
    key = client.open("buoys.docx", word)
    text = client.look(f"/d/{key}/get/mailed").text
    assert "default-src &#39;none&#39;" in text and "sha256-" in text and "unsafe" not in text
    assert (
        "http://" not in text.replace("http://www.w3.org", "")
        and "src=" not in text.partition("<body")[2].partition("<script>")[0]
    )


def test_agreed_language_where_a_corpus_is_set(root: Path, tmp_path: Path):
    corpus = tmp_path / "texts.db"
    done = CliRunner().invoke(cli, ["corpus", "add", str(root / "samples" / "adopted"), "--corpus", str(corpus)])
    assert done.exit_code == 0, done.output
    config = tmp_path / "resolint.toml"
    config.write_text('corpus = ["texts.db"]\n', encoding="utf-8")
    page = Page(Desk(), Workers(1, {"config": str(config)}), corpus=lambda name: True)
    with browser(page) as client:
        key = client.open("lighthouses.md", (root / "samples" / "lighthouses-draft.md").read_bytes())
        text = client.look(f"/d/{key}/agreed").text
        assert "Agreed language" in text and "Held against" in text
        assert "<section" in text and "wrong" not in text
        # A paragraph that is new is no insertion: its class is none that the page styles as one.
        assert 'class="v-new"' in text and 'class="new"' not in text
        # Every paragraph with a source leads to its versions through the years, and back.
        place = text.split('href="?paragraph=')[1].partition('"')[0]
        years = client.look(f"/d/{key}/agreed?paragraph={place}").text
        assert "Through the years" in years and "this draft" in years and 'class="timeline"' in years
        assert "Back to all paragraphs" in years and "wrong" not in years
        lost = client.look(f"/d/{key}/agreed?paragraph=operative%20%3Cb%3E99").text
        assert "here is no paragraph" in lost and "<b>99" not in lost


def test_without_a_corpus_there_is_no_such_view_in_the_list(client):
    key = client.open()
    assert "Agreed language" not in client.look(f"/d/{key}/").text


def test_the_questions_of_every_template_make_a_form(client):
    text = client.look("/new").text
    names = [part.partition('"')[0] for part in text.split("new?template=")[1:]]
    assert len(names) > 8
    for name in names:
        form = client.look(f"/new?template={name}")
        asked = 'id="issued"' if name == "revised" else 'id="new"'
        assert form.status_code == 200 and asked in form.text, name
    assert client.look("/new?template=../../etc").status_code == 422


def test_answers_make_a_draft_and_a_wrong_one_is_named(client, session):
    answers = {
        "committee": "Second Committee", "session": "81", "item": "23", "sponsors": "Mongolia, Peru",
        "title": "Bell buoys in shallow waters", "date": "12 October 2026",
        "preambular": ["Recalling its interest in bells"], "operative": ["Invites Member States to mark shallow waters"],
    }  # fmt: skip
    form = client.look("/new?template=ga-committee").text
    keys = {part.partition('"')[0] for part in form.split(' name="')[1:]}
    answer = client.say(
        "/new?template=ga-committee", json.dumps({key: value for key, value in answers.items() if key in keys})
    )
    if answer.status_code == 422:
        assert answer.json()["error"].partition(":")[0] in keys, answer.text
    wrong = client.say("/new?template=ga-committee", json.dumps({"session": "so many"}))
    assert wrong.status_code == 422 and "\n" not in wrong.json()["error"]
    assert client.say("/new?template=ga-committee", "[]").status_code == 422


def test_markdown_is_previewed_and_built(client, session):
    text = client.say("/preview", DRAFT).text
    assert (
        "Bell buoys" in text
        and 'class="draft"' in text
        and "<script" not in client.say("/preview", "<script>x</script>").text
    )
    built = client.say("/build", DRAFT)
    assert built.status_code == 200 and lint(built.content, session, name="b.docx").kind == "resolution"
    assert client.say("/build", "+++\nx = \n+++\n# T").status_code == 422


def test_a_revision_starts_from_a_draft_on_the_desk(client):
    text = DRAFT.replace("# Bell", '+++\nsymbol = "A/C.2/81/L.7"\nbody = "Second Committee"\n+++\n\n# Bell', 1)
    key = client.open("issued.md", text.encode())
    first = client.look("/new?template=revised").text
    assert "Choose the issued draft" in first and f"from={key}" in first
    form = client.look(f"/new?template=revised&from={key}").text
    assert 'value="A/C.2/81/L.7/Rev.1"' in form and "of issued.md" in form
    made = client.say(f"/new?template=revised&from={key}", json.dumps({"date": "20 November 2026"})).json()["source"]
    assert 'symbol = "A/C.2/81/L.7/Rev.1"' in made and "# Bell buoys" in made
    word = client.say("/build?template=revised", made.encode()).content
    assert b"trackRevisions" in zipfile.ZipFile(io.BytesIO(word)).read("word/settings.xml")
    assert client.say("/new?template=revised", "{}").status_code == 422
    assert client.look("/new?template=revised&from=nothing").status_code == 404


def test_a_mistyped_address_is_answered_with_a_page(client):
    answer = client.get(client.at("/nowhere"), headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "there is nothing at this address" in answer.text
    assert "To the list of drafts" in answer.text
    assert client.get(client.at("/nowhere")).json() == {"error": "there is nothing at this address"}
