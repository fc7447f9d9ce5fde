"""What reports say themselves, in French: no label of a format for people stays English, formats for programs do."""

import re

from resolint.pipeline import Session, lint
from resolint.pipeline.rendering import render
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
