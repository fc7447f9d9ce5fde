"""What reports say themselves, in French: no label of a format for people stays English, formats for programs do."""

import re

from resolint.pipeline import Session, lint
from resolint.pipeline.rendering import render, render_card, render_sheet
from resolint.report.spoken import CONTEXT, ENGLISH, TEXTS, Spoken
from tests.support.messages import LOCALE, translations
from tests.support.rows import each

DRAFT = """# Gardens of schools

*The General Assembly*,

*Notes* that children of the towns learn in gardens,

*Recalling* its interest in gardens,

1. *Encourages* Member States to plant 12,5 % of the streets;

(a) Trees;

2. *Request* the Secretary-General to report.
"""
FRENCH = Session(no_config=True, ui="fr")
LABELS = re.compile(
    r"\b(?:warning|error|Nothing|Findings|Rule|Severity|Explanations|preambular|operative|paragraphs|profile|line)\b"
)


def test_every_text_of_reports_is_translated() -> None:
    said = translations((LOCALE / "fr.po").read_text("utf-8"))
    assert [text for text in TEXTS if not said.get(f"{CONTEXT}{text}")] == []


@each("form", ["text", "summary", "html"])
def test_labels_of_reports_are_french(form: str) -> None:
    report = lint(DRAFT.encode(), FRENCH, name="jardins.md")
    assert report.active
    told = render([report, report], form, words=FRENCH.words, statistics=True)
    told = re.sub(r"<style.*?</style>|<article.*?</article>|<[^>]*>|«[^»]*»", " ", told, flags=re.DOTALL)
    told = re.sub(r"[A-Z]{3}\d{3}\s+[a-z-]+", " ", told)
    assert LABELS.findall(told) == []


def test_formats_for_programs_stay_english() -> None:
    report = lint(DRAFT.encode(), FRENCH, name="jardins.md")
    assert render([report], "json", words=FRENCH.words) == render([report], "json")


def test_places_and_counts_are_said_in_the_language_of_the_user() -> None:
    say = Spoken(FRENCH.words)
    assert say.place("operative 7 (b)", 3) == "paragraphe 7 (b) du dispositif, ligne 3"
    assert say.place("act 2, preambular 4") == "acte 2, alinéa 4 du préambule"
    assert say.count(1, "error") == "1 erreur" and say.count(2, "error") == "2 erreurs"
    assert ENGLISH.place("", 3) == "draft, line 3"


def test_french_has_a_singular_below_two_and_a_plural_of_its_own() -> None:
    say = Spoken(FRENCH.words)
    assert [say.count(number, "info", "info") for number in (0, 1, 2)] == ["0 info", "1 info", "2 infos"]
    assert ENGLISH.count(2, "info", "info") == "2 info"
    assert say.count(0, "error") == "0 erreur" and ENGLISH.count(0, "error") == "0 errors"
    assert say.count(1234, "word", grouped=True) == "1\u00a0234 mots"
    assert ENGLISH.count(1234, "word", grouped=True) == "1,234 words"
    assert say.paragraphs(1, 2) == "1 alinéa de préambule et 2 paragraphes de dispositif"
    assert ENGLISH.paragraphs(1, 2) == "1 preambular and 2 operative paragraphs"
    assert (ENGLISH.paragraphs(3, 1), ENGLISH.paragraphs(1, 0)) == (
        "3 preambular and 1 operative paragraph",
        "1 preambular paragraph",
    )
    assert say.paragraphs(0, 0) == ENGLISH.paragraphs(0, 0) == ""


def test_what_french_sets_before_marks_stays_on_the_line_of_its_word() -> None:
    report = lint(DRAFT.encode(), FRENCH, name="jardins.md")
    for width in range(40, 60):
        lines = render([report], "text", words=FRENCH.words, width=width).splitlines()
        assert not [line for line in lines if re.search(r"«$|^\s*[»;:?!]", line)]


def test_places_in_messages_are_said_in_the_language_of_the_user() -> None:
    assert FRENCH.words is not None
    assert FRENCH.words.said("act 2, preambular 4") == "acte 2, alinéa 4 du préambule"
    assert FRENCH.words.said("preambular and operative 4") == "preambular and operative 4"
    draft = DRAFT.replace("*Recalling* its", "*Noting* its").replace("*Notes* that", "*Noting* that")
    (told,) = [one.message for one in lint(draft.encode(), FRENCH, name="jardins.md").active if one.rule == "PRE004"]
    assert "(alinéa 1 du préambule)" in told


def test_what_the_page_is_made_of_is_french() -> None:
    report = lint(DRAFT.encode(), FRENCH, name="jardins.md", keep=True)
    sheet = render_sheet(report, FRENCH.words)
    cards = " ".join(re.findall(r'<div class="card.*?</div></div></div>', sheet.article, re.DOTALL))
    assert 'lang="fr"' in cards and 'lang="en"' not in cards
    told = re.sub(r"<[^>]*>|«[^»]*»|[A-Z]{3}\d{3} [a-z-]+", " ", f"{cards} {sheet.about}")
    assert re.findall(r"\b(?:Accept|Decline|Keep|Why|Warning|Error|operative|paragraphs|words|profile)\b", told) == []
    assert {mark["part"] for mark in sheet.marks} <= {"En-tête et titre", "Préambule", "Dispositif"}
    assert ">Préambule</h2>" in sheet.outline and ">Preamble</h2>" in render_sheet(report).outline


def test_the_card_of_a_rule_has_french_headings() -> None:
    cards = {card.id: card for card in FRENCH.cards(examples=True)}
    told = render_card(cards["NUM002"], FRENCH.tables()["alarms"], [("mun", "otherwise")], "more.html")
    heads = re.findall(r"<h3>(.*?)</h3>", told)
    assert heads == [
        "Ce que la règle trouve",
        "Pourquoi c’est important",
        "Ce qu’il faut écrire",
        "Faux",
        "Juste",
        "Dans les textes adoptés",
        "Où il en va autrement",
        "Autorité",
    ]
    assert "Avertissement\u00a0; presque toujours juste." in told and "NUM002 dans le manuel" in told
