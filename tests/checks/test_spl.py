"""Rules on spelling and usage: what they find and what they must leave alone."""

import re
from pathlib import Path

import pytest

from resolint import cards, engine, notation, profile, rulebook, structure
from resolint.errors import BadConfiguration
from resolint.model import Block, Document, Head, Mark, Origin
from resolint.profile import read_config
from resolint.rule import Context
from tests.checks.drafts import draft, excerpts, findings, known, read, replacements
from tests.support.rows import each

SPL = ("SPL001", "SPL002", "SPL003", "SPL004", "SPL005", "SPL006", "SPL007", "SPL008", "SPL009", "SPL010", "SPL011")
FAMILY = (*SPL, "SPL012", "SPL023", "SPL013", "SPL014")


def said(text: str) -> str:
    return draft("*Recalling* its interest in reading rooms,", f"1. *Encourages* {text};", "2. *Decides* to go on.")


@each(
    ("rule", "text", "marked"),
    [
        ("SPL001", "all to organise and emphasise", ["organise", "emphasise"]),
        ("SPL001", "the Organisation of Village Libraries", []),
        ("SPL001", "the study “How to organise a library”", []),
        ("SPL001", "the study *How to organise a library*", []),
        ("SPL001", "those who advise, comprise, exercise and supervise", []),
        ("SPL001", "libraries to analyze and catalyze", ["analyze", "catalyze"]),
        ("SPL001", "libraries to operationalise and incentivise", ["operationalise", "incentivise"]),
        ("SPL002", "the labor of the centers", ["labor", "centers"]),
        ("SPL002", "the Center for Village Libraries", []),
        ("SPL002", "the program and the computer program", ["program"]),
        ("SPL002", "the judgment on specialty paper", []),
        ("SPL003", "co-operation and Co-ordination", ["co-operation"]),
        ("SPL005", "sub-regional and inter-regional", ["sub-regional", "inter-regional"]),
        ("SPL005", "policies evidence based on facts", []),
        ("SPL005", "ad-hoc and inter-alia", ["ad-hoc", "inter-alia"]),
        ("SPL005", "the age- and gender-related capacity-building", []),
        ("SPL006", "what doesn’t and can't", ["doesn’t", "can't"]),
        ("SPL006", "the village's and States' rooms", []),
        ("SPL006", "the motto “let’s read”", []),
        ("SPL007", "steps toward it", ["toward"]),
        ("SPL008", "books, maps, etc., i.e. paper", ["etc.", "i.e."]),
        ("SPL008", "the etching of Egle", []),
        ("SPL009", "books and/or maps", ["and/or"]),
        ("SPL009", "his/her books and document A/79/5", []),
        ("SPL010", "Brazil’s rooms", ["Brazil’s"]),
        ("SPL010", "the Board’s rooms", []),
        ("SPL010", "UNESCO's rooms", ["UNESCO's"]),
        ("SPL011", "help of the UNESCO.", ["the UNESCO"]),
        ("SPL011", "the UNESCO office and the WHO, UNODC and UNAIDS guide", []),
        ("SPL012", "goverments and libaries", ["goverments", "libaries"]),
        ("SPL012", "the Goverment of the village", ["Goverment"]),
        ("SPL012", "the General Assemby", ["Assemby"]),
        ("SPL012", "the village of Brzezinka and Mr. Szabolcsi", []),
        ("SPL012", "UNICEF, HIV and the NGOs", []),
        ("SPL012", "address www.libary.org and libary@example.org", []),
        ("SPL012", "documents A/79/L.5 and E/CN.7/2020/L.2/Rev.1", []),
        ("SPL012", "an agreement *ad hominem libenter*", []),
        ("SPL012", "the term “libarian”, and every libarian", []),
        ("SPL012", "4-methoxyphenylacetone and alpha-acetylphenylacetonitrile", []),
        ("SPL012", "paragraphs (iv), xii and xxvi", []),
        ("SPL012", "subregional, intersessional and extrabudgetary workplans, inter alia, mutatis mutandis", []),
        ("SPL012", "socio-economic, non-libarian and pre-war rooms", ["libarian"]),
        ("SPL012", "hibakujin (survivors of the flood)", []),
        ("SPL012", "microlending and cyberlibraries", []),
        ("SPL012", "the imple- mentation of it", []),
        ("SPL012", "what doesn't belong", []),
        ("SPL013", "an enquiry", ["enquiry"]),
        ("SPL014", "informations and aircrafts", ["informations", "aircrafts"]),
    ],
)
def test_what_is_marked(rule: str, text: str, marked: list[str]) -> None:
    assert excerpts(rule, said(text)) == marked


def test_an_opening_is_checked_though_it_has_a_capital() -> None:
    source = draft("*Recaling* General Assembly resolution 70/1,", "1. *Emphasises* Article 5.")
    assert excerpts("SPL012", source) == ["Recaling"]
    assert replacements("SPL012", source) == ["Recalling"]
    assert replacements("SPL001", source) == ["Emphasizes"]


def test_the_right_form_keeps_the_letter_case_and_leaves_the_possessive() -> None:
    source = draft("*Recognising* the program's merit,", "1. *Decides* to go on.")
    assert replacements("SPL001", source) == ["Recognizing"]
    assert replacements("SPL002", source) == ["programme"]
    assert excerpts("SPL002", source) == ["program"]


def test_every_fix_waits_for_a_human() -> None:
    source = said("goverments to organise a program in sub-regional co-operation toward it")
    for rule in ("SPL001", "SPL002", "SPL003", "SPL005", "SPL007", "SPL012"):
        found = findings(rule, source)
        assert found and all(one.fix is not None and one.fix.applicability == "suggest" for one in found), rule


@pytest.mark.parametrize(
    "text",
    [
        "goverments to organise a program in sub-regional co-operation toward nongovernmental on-going aircrafts",
        "the interagency, multistakeholder and operationalisation of informations, etc., that doesn't stop",
        "a cosponsor of the counterterrorism enquiry amongst advisors at 5%",
    ],
)
def test_no_word_is_marked_by_two_rules(text: str) -> None:
    places = [one.span for rule in FAMILY for one in findings(rule, said(text))]
    assert places
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert one.block != other.block or one.end <= other.start or other.end <= one.start, (one, other)


def test_a_term_used_again_and_again_is_taken_for_a_term() -> None:
    once, thrice = "the zorbling of rooms", "zorbling, more zorbling, and the end of zorbling"
    assert excerpts("SPL023", said(once)) == ["zorbling"]
    assert excerpts("SPL012", said(thrice)) == []
    assert excerpts("SPL012", said("goverments, goverments and goverments")) == ["goverments"] * 3


def test_a_name_is_known_by_its_capital_elsewhere() -> None:
    assert excerpts("SPL012", draft("*Recalling* the work of Zorbling,", "1. Zorbling is asked to report.")) == []
    assert excerpts("SPL023", draft("*Recalling* the work,", "1. Zorbling is asked to report.")) == ["Zorbling"]


def test_passages_in_other_languages_are_not_looked_at() -> None:
    french = "Prie les bibliothèques de promouvoir la lecture dans les villages et de rendre compte des résultats"
    spanish = "Pide a las bibliotecas que promuevan la lectura en las aldeas y que informen sobre los resultados"
    for text in (french, spanish):
        assert excerpts("SPL012", draft(f"*Recalling* reading rooms,\n\n{text}", "1. *Decides* to go on.")) == []


def test_notes_are_read_too() -> None:
    source = draft("*Recalling* its interest in rooms,[^1]", "1. *Decides* to go on.", "[^1]: See the anual report.")
    assert excerpts("SPL012", source) == ["anual"]


def test_a_broken_scan_is_left_alone() -> None:
    torn = " ".join(f"xq{chr(97 + n % 26)}{chr(97 + n // 26)}vz" for n in range(60))
    assert findings("SPL012", said(torn)) == ()


def test_a_raised_letter_behind_a_word_is_no_part_of_it() -> None:
    block = Block("document/0", "paragraph", "the expenditurea of rooms", marks=(Mark(15, 16, "superscript"),))
    document = Document(Origin("x", "0" * 64, "docx"), "report", Head(), (), (block,))
    check = rulebook.find_check(next(card for card in known() if card.id == "SPL012"))
    assert list(check(document, Context("un", {"own_words": []}, cards.tables()))) == []


def test_nothing_is_said_where_there_is_no_word_file() -> None:
    document = read(said("goverments to organise a program"))
    for rule in ("SPL001", "SPL002", "SPL012"):
        check = rulebook.find_check(next(card for card in known() if card.id == rule))
        assert list(check(document, Context("ga", {"own_words": [], "right": {}}, {}))) == []


def lint_with(config: str, folder: Path, text: str) -> list[str]:
    (folder / "resolint.toml").write_text(config, encoding="utf-8")
    document = read(said(text))
    settings = read_config(folder / "resolint.toml")
    rules = rulebook.select(known(), profile.resolve(document, name="ga"), select=("SPL",), config=settings)
    report = engine.run(document, rules, tables=cards.tables().extended(settings.tables), cards=known())
    assert not report.failures
    return sorted(document.text(found.span) for found in report.findings)


def test_the_words_of_a_project_are_right(tmp_path: Path) -> None:
    text = "the zorbling of the color of Vandoria"
    assert lint_with("", tmp_path, text) == ["color", "zorbling"]
    assert lint_with('words = ["Zorbling", "color"]', tmp_path, text) == []


def test_the_words_of_a_project_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# our words\nzorbling   # as agreed\n\ncolor\n", encoding="utf-8")
    assert lint_with('words = "words.txt"', tmp_path, "the zorbling of the color") == []
    with pytest.raises(BadConfiguration, match=re.escape("there is no file missing.txt")):
        lint_with('words = "missing.txt"', tmp_path, "the zorbling")


def test_a_project_may_add_spellings_and_vocabulary(tmp_path: Path) -> None:
    config = (
        '[[tables.spelling]]\nprefer = "reading room"\navoid = "reading-room"\nkind = "compound"\n'
        '[[tables.un-words]]\nword = "zorbling"\n'
    )
    assert lint_with(config, tmp_path, "the zorbling of a reading-room") == ["reading-room"]


TYPICAL = {
    "SPL012": "goverment committe recomendation developement implementaion sustainible enviroment acheive recieve occured "
    "seperate accomodate independant responsability vulnerabilty strenghten succesful posession judical knowlege",
    "SPL001": "organise recognise utilisation emphasise prioritise mobilisation globalisation criminalise analyze minimise",
    "SPL002": "color labor center defense program fulfill behavior honor neighbor counseling",
}


@pytest.mark.parametrize("rule", TYPICAL)
def test_typical_slips_are_found_and_mended(rule: str) -> None:
    for slip in TYPICAL[rule].split():
        source = said(f"all States to look at the {slip} of rooms")
        assert excerpts(rule, source) == [slip]
        assert replacements(rule, source), slip


def test_the_spelling_of_the_house_is_its_own() -> None:
    """What a rule of the family wants written is found by none of them."""
    preferred = sorted({row["prefer"] for row in cards.tables()["spelling"]})
    source = draft("*Recalling* it,", "1. *Notes* " + ", ".join(preferred) + ";", "2. *Decides* to go on.")
    for rule in FAMILY:
        assert excerpts(rule, source) == [], rule


def test_the_tables_are_sound() -> None:
    rows = cards.tables()["spelling"]
    kinds = {"compound", "unsettled", "latin", "variant", "cooperation", "small word", "british", "root", "plural"}
    assert {row["kind"] for row in rows} <= kinds
    assert {row["evidence"] for row in rows} <= {"attested", "mixed", "recalled", "manual"}
    avoided = [word.lower() for row in rows for word in row["avoid"].split("|")]
    assert len(avoided) == len(set(avoided))
    vocabulary = [row["word"] for row in cards.tables()["un-words"]]
    assert len(vocabulary) == len(set(vocabulary))
    assert not set(vocabulary) & set(avoided)


LONG = 20_000


@pytest.mark.slow
@each(
    "text",
    [
        "'" * LONG,
        "a'" * LONG,
        "-" * LONG,
        "a-" * LONG,
        "x " * LONG,
        "(x" * LONG,
        "wrd " * LONG,
        "a/b" * LONG,
        "." * LONG,
    ],
)
def test_long_and_odd_texts_end(text: str) -> None:
    reading = notation.read(f"# Title\n\n*The General Assembly*,\n\n1. *Notes* {text}.\n", name="draft.md")
    document = structure.build(reading, Origin("draft.md", "0" * 64, "markdown"), cards.lexicon())
    rules = rulebook.select(known(), profile.resolve(document, name="ga"), select=("SPL",))
    assert not engine.run(document, rules, tables=cards.tables(), cards=known()).failures
