"""The language of a draft, and what is said of one that is not checked."""

import gzip
import json
from pathlib import Path

import pytest

from resolint import report as reports
from resolint.cards import tables
from resolint.errors import BadConfiguration
from resolint.lexicon.languages import Languages
from resolint.pipeline.drafts import load
from tests.support import verbs
from tests.support.rows import each

KNOWN = Languages(tables()["function-words"])
TEXTS = {
    "en": "The wells of the villages are to be kept clean by those who draw water from them.",
    "fr": "Les puits des villages sont entretenus par les habitants qui y puisent de l’eau pour leurs champs.",
    "es": "Los pozos de los pueblos se mantienen limpios por las personas que sacan agua para sus campos.",
    "ru": "Колодцы в деревнях содержат в чистоте жители, которые берут из них воду для полей.",
    "zh": "村庄的水井由取水灌溉的居民负责保持清洁。",
    "ar": "يحافظ سكان القرى على نظافة الآبار التي يستقون منها الماء لحقولهم.",
}
FRENCH = b"""# Les puits des villages

*L'Assembl\xc3\xa9e g\xc3\xa9n\xc3\xa9rale*,

*Notant* que les puits sont entretenus par les habitants des villages,

1. *D\xc3\xa9cide* de rester saisie de la question.
"""
ENGLISH = b"""# Wells

*The General Assembly*,

*Noting* that the wells of the villages are kept clean,

1. *Decides* to return to the matter.
"""


def findings(data: bytes, name: str = "draft.md", **settings) -> list[str]:
    report = verbs.lint(data, name=name, **{"no_config": True, **settings})
    return [finding.rule for finding in report.findings]


@each(
    ("organ", "noting", "asks"),
    [
        ("Die Generalversammlung", "*feststellend*, dass die Brunnen der Dörfer nicht von allen gepflegt werden", "*bittet* alle, die Brunnen mit Sorgfalt zu pflegen"),
        ("L’Assemblea generale", "*notando* che i pozzi dei villaggi non sono puliti", "*chiede* agli Stati di curare i pozzi della regione per i bambini"),
        ("A Assembleia Geral", "*notando* que os poços das aldeias são limpos", "*pede* aos Estados que não deixem os poços da sua região para outros"),
        ("De Algemene Vergadering", "*opmerkend* dat het water van de putten niet schoon is", "*verzoekt* de staten om het water van deze putten met zorg te beheren voor iedereen"),
        ("مجمع عمومی", "با یادآوری این که چاه‌های روستاها را ساکنان آن پاک نگه می‌دارند", "از کشورها درخواست می‌کند که چاه‌های خود را برای کودکان پاک نگه دارند"),
        ("Генеральна Асамблея", "зазначаючи, що колодязі в селах утримують їхні мешканці", "просить держави дбати про свої колодязі та воду в них"),
        ("Общото събрание", "като отбелязва, че кладенците в селата се поддържат от жителите", "призовава държавите да поддържат кладенците си"),
        ("L’Assemblea General", "*Observant* que els pous dels pobles són nets", "*Demana* als Estats que mantinguin els seus pous per als infants"),
        ("Zgromadzenie Ogólne", "*odnotowując*, że studnie na wsiach nie są czyste", "*prosi* państwa, aby dbały o studnie oraz wodę w nich dla dzieci i przez lata nie szczędziły na to środków"),
    ],
)  # fmt: skip
def test_a_draft_in_a_language_that_no_rule_knows_is_told(organ: str, noting: str, asks: str) -> None:
    text = f"# Wells\n\n*{organ}*,\n\n{noting},\n\n1. {asks}.\n"
    assert findings(text.encode()) == ["RES004"]


@each("code", TEXTS)
def test_each_official_language_is_told(code: str) -> None:
    assert KNOWN.of([TEXTS[code]]) == code


@each("text", ["", "2031", "Antigua and Barbuda", "Wells", "A/C.3/86/L.1", "… — !", "a b a c a d a e"])
def test_next_to_nothing_tells_nothing(text: str) -> None:
    assert KNOWN.of([text]) == ""


@each(("most", "least"), [("en", "fr"), ("en", "ru"), ("en", "zh"), ("fr", "en"), ("ru", "es"), ("ar", "en")])
def test_most_of_the_words_decide(most: str, least: str) -> None:
    assert KNOWN.of([TEXTS[most]] * 3 + [TEXTS[least]]) == most
    assert KNOWN.of([TEXTS[least], *[TEXTS[most]] * 3]) == most


def test_a_long_text_is_looked_at_in_all_its_length() -> None:
    assert KNOWN.of([TEXTS["fr"]] * 500 + [TEXTS["en"]] * 2500) == "en"


@each(
    ("front", "text", "language"),
    [
        ("", TEXTS["fr"], "fr"), ("", "Wells", "en"), ('language = "French"', "Puits", "fr"),
        ('language = "French"', TEXTS["en"], "en"), ('language = "fr"', TEXTS["en"], "fr"), ('language = "en"', TEXTS["fr"], "en"),
        ('language = "Klingon"', "Wells", "en"),
    ],
)  # fmt: skip
def test_the_text_comes_before_the_masthead_and_a_code_before_both(front: str, text: str, language: str) -> None:
    source = f"+++\n{front}\n+++\n\n{text}\n" if front else text
    assert load(source.encode(), name="draft.md").language == language


@each("settings", [{}, {"select": ("PRE",)}, {"changed_only": True}, {"profile": "mun"}])
def test_a_draft_that_is_not_checked_is_never_green(settings: dict) -> None:
    assert findings(FRENCH, **settings) == ["RES004"]


def test_every_format_says_that_nothing_was_checked() -> None:
    report = verbs.Linter(keep=True).lint(FRENCH, name="draft.md")
    assert not report.skipped
    for name in reports.FORMATS:
        assert "French" in reports.render([report], name), name


def test_quotations_and_names_in_other_languages_change_nothing() -> None:
    quoted = ENGLISH.replace(b"clean", "clean, “les puits des villages sont entretenus par les habitants”".encode())
    assert "RES004" not in findings(quoted)


def test_a_text_without_an_act_is_told_and_a_letter_is_not() -> None:
    assert "RES005" in findings(b"Wells are a good thing.\n\nEverybody should have one.\n")
    assert "RES005" not in findings(ENGLISH)
    letter = (
        b"A/86/411\n\nLetter dated 3 May 2031 from the Chair of the Committee on Wells\n\n"
        + b"I have the honour to write.\n\n" * 9
    )
    assert "RES005" not in findings(letter)
    assert "RES005" not in findings(b'+++\nkind = "other"\n+++\n\nWells are a good thing.\n')


def test_the_configuration_overrules_the_text(tmp_path: Path) -> None:
    config = tmp_path / "resolint.toml"
    config.write_text('language = "en"\n')
    assert "RES004" not in findings(FRENCH, no_config=False, config=str(config))
    config.write_text('language = "fr"\n')
    assert "RES004" in findings(ENGLISH, no_config=False, config=str(config))


def test_a_language_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    config = tmp_path / "resolint.toml"
    config.write_text('profile = "ga"\nlanguage = "martian"\n')
    with pytest.raises(
        BadConfiguration,
        match=r"line 2, key language: 'martian' is not .* allowed: ar, be, bg, ca, de, en, es, fa, fr, it",
    ):
        findings(ENGLISH, no_config=False, config=str(config))


def test_real_documents(real: Path) -> None:
    asked = wrong = 0
    for path in sorted((real / "fixtures" / "languages").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines) if "aligned" not in path.name else ():
                found = KNOWN.of(part["text"] for part in record["paragraphs"])
                asked += 1
                wrong += (found or "en") != record["language"]
    assert asked > 1600
    assert wrong <= 0.01 * asked
