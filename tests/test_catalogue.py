"""What resolint says in the language of its user: the catalogue, its coverage, and that findings stay the same ones."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from resolint.cards import catalogue, load_cards, speeches
from resolint.cards.speech import entries
from resolint.catalogue import Catalogue
from resolint.cli.root import cli
from resolint.errors import BadConfiguration
from resolint.pipeline import Session, lint, review
from tests.support import messages
from tests.support.rows import each

SAMPLE = Path(__file__).parent.parent / "samples" / "seed-libraries.docx"
GAP = re.compile(r"\{[a-z_0-9]*\}")
PO = (messages.LOCALE / "fr.po").read_text("utf-8")


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = (messages.LOCALE / "fr.mo").read_bytes()
    assert compiled == messages.compiled(PO), "run python -m tests.support.messages"
    assert entries(compiled) == {one: other for one, other in messages.translations(PO).items() if one and other}


@each("size", [0, 3, 19, 20, 400])
def test_a_catalogue_that_was_cut_is_one_sentence(size: int) -> None:
    with pytest.raises(BadConfiguration, match="is damaged"):
        entries((messages.LOCALE / "fr.mo").read_bytes()[:size])


def test_every_error_and_warning_is_told_in_french() -> None:
    known = messages.translations(PO)
    cards = [card for card in load_cards() if card.severity != "info"]
    missing = [card.id for card in cards if not known.get(card.message)]
    assert len(missing) <= len(cards) // 20, f"translate them and run python -m tests.support.messages: {missing}"


def test_translations_keep_what_is_filled_in() -> None:
    for text, translation in messages.translations(PO).items():
        if text and translation and not re.search(r"\{\d?\}", text + translation):
            assert sorted(GAP.findall(text)) == sorted(GAP.findall(translation)), text
        gaps = text.count("{}")
        if gaps and translation:
            assert set(re.findall(r"\{(\d)\}", translation)) == set(map(str, range(gaps))), text


def test_translations_are_set_as_french_sets_them() -> None:
    for text, translation in messages.translations(PO).items():
        if text:
            assert not re.search(r"«[^\u00a0]|[^\u00a0]»|[^\s\u00a0] [;:?!»]", translation), translation
            # English marks stand in English words alone, which are in italics.
            assert "“" not in re.sub(r"\*[^*]*\*", "", translation), translation


def test_what_may_end_in_a_mark_stands_before_one_in_no_more_places_than_in_english() -> None:
    """A label fills a gap with its own full stop (*4.*), which a full stop behind the gap would double."""
    before_mark = re.compile(r"\{\w*\}[.;:]")
    for text, translation in messages.translations(PO).items():
        if text and translation:
            assert len(before_mark.findall(translation)) <= len(before_mark.findall(text)), translation


def test_the_whole_order_of_sponsors_and_a_number_are_told_in_french_alone() -> None:
    source = """+++
symbol = "A/80/L.2"
body = "General Assembly"
sponsors = "Peru, Chile, Ghana, Albania and Fiji: draft resolution"
+++

# Wells

*The General Assembly*,

*Aware* of wells,

1. *Decides* to plant trees;

3. *Decides* to remain seized of the matter.
"""
    found = {one.rule: one.message for one in lint(source.encode(), session=Session(ui="fr"), name="wells.md").active}
    assert "l’ordre complet est Albania, Chile, Fiji, Ghana, Peru." in found["SPN009"]
    assert found["STR011"] == "Le numéro 3. figure là où 2. est attendu."


def test_gaps_are_filled_and_what_is_quoted_is_left_alone() -> None:
    known = Catalogue(
        {"write “{}”": "écrire « {0} »", "a comma": "une virgule", "after {}": "après {0}", "write {}": "mettre {0}"}
    )
    assert known.said("Write “a comma”") == "Écrire « a comma »"
    assert known.said("write a comma") == "mettre une virgule"
    assert known.said("after a comma") == "après une virgule"
    assert known.said("nothing known") == "nothing known"
    assert (
        Catalogue({"{} is left": "{0} reste", "a comma": "une virgule"}).said("a comma is left") == "une virgule reste"
    )
    assert known.of("after a comma") == "after a comma"


def test_what_a_gap_opens_is_found_whatever_fills_it() -> None:
    french = catalogue("fr")
    assert french is not None
    assert french.said("III stands where II is expected") == "III se trouve à la place de II"
    for found, right in (
        ("A tracked change is", "Une modification suivie figure"),
        ("A tracked change by Ana is", "Une modification suivie (Ana) figure"),
        ("3 tracked changes are", "3 modifications suivies figurent"),
        ("3 tracked changes by Ana, Ben are", "3 modifications suivies (Ana, Ben) figurent"),
    ):
        assert french.said(f"{found} still in the draft") == f"{right} encore dans le projet"


def test_findings_are_the_same_and_told_otherwise() -> None:
    data = SAMPLE.read_bytes()
    ours, theirs = (lint(data, name=SAMPLE.name, session=Session(no_config=True, ui=ui)) for ui in ("", "fr"))
    assert [(one.rule, one.span, one.fingerprint, one.where) for one in ours.findings] == [
        (one.rule, one.span, one.fingerprint, one.where) for one in theirs.findings
    ]
    pairs = list(zip(ours.findings, theirs.findings, strict=True))
    assert all(one.message != other.message for one, other in pairs)
    fixes = [(one.fix, other.fix) for one, other in pairs if one.fix is not None and other.fix is not None]
    assert fixes and all(one.edits == other.edits and one.title != other.title for one, other in fixes)


def test_the_option_holds_for_every_command_and_for_it_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESOLINT_UI", raising=False)
    run = CliRunner()
    for line in (
        ["--ui", "fr", "lint", str(SAMPLE)],
        ["lint", str(SAMPLE), "--ui=fr"],
        ["lint", "--ui", "fr", str(SAMPLE)],
    ):
        found = run.invoke(cli, line)
        assert "Ce nom ne s’abrège jamais" in found.output, line
    assert "Ce nom ne s’abrège jamais" not in run.invoke(cli, ["lint", str(SAMPLE)]).output
    monkeypatch.setenv("RESOLINT_UI", "fr")
    assert "Ce nom ne s’abrège jamais" in run.invoke(cli, ["lint", str(SAMPLE)]).output
    assert "Ce nom ne s’abrège jamais" not in run.invoke(cli, ["--ui", "en", "lint", str(SAMPLE)]).output


def test_without_a_language_the_option_says_what_it_lacks() -> None:
    for line in (["lint", str(SAMPLE), "--ui"], ["--ui"], ["lint", "--ui", "--", str(SAMPLE)]):
        found = CliRunner().invoke(cli, line)
        assert found.exit_code == 2 and "option '--ui' requires an argument" in found.output, line


def test_comments_in_word_are_in_french_and_come_out_again() -> None:
    data = SAMPLE.read_bytes()
    session = Session(no_config=True, ui="fr")
    found = review(data, name=SAMPLE.name, session=session)
    said = messages_in(found.data)
    assert "Ce nom ne s’abrège jamais" in said and "Why: " not in said


def messages_in(data: bytes) -> str:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return re.sub(r"<[^>]+>", "", archive.read("word/comments.xml").decode("utf-8"))


def test_an_unknown_language_is_refused() -> None:
    assert speeches()[0] == "en" and "fr" in speeches() and catalogue("en") is None
    with pytest.raises(BadConfiguration, match=r"there are no messages in 'xx'.*en, fr"):
        catalogue("xx")
