"""Organ lines in drafts in the other official languages held against the masthead."""

from __future__ import annotations

from resolint.cards import lexicon_of
from resolint.lexicon import TONGUES
from resolint.pipeline import Session, lint
from tests.concordance.test_concord import VERSIONS
from tests.support.rows import each

_SESSION = Session(no_config=True)


def _rows(language: str) -> dict[str, dict[str, str]]:
    return {row["code"]: dict(row) for row in lexicon_of(language).rows("organs")}


def _told(language: str, line: str, head: str = "", above: str = "") -> list[tuple[str, str]]:
    blocks = VERSIONS[language].split("\n\n")
    at = next(place for place, block in enumerate(blocks) if block.strip("*").startswith(line[0]) or place == 1)
    masthead = f"+++\n{head}\n+++\n\n" if head else ""
    text = masthead + "\n\n".join([*blocks[:at], *filter(None, [above]), line, *blocks[at + 1 :]])
    found = lint(text.encode(), _SESSION, name="draft.md").active
    return [(one.rule, one.message) for one in found if one.rule in ("STR003", "STR004")]


@each("language", TONGUES)
def test_another_organ_than_that_of_the_masthead_is_told(language: str) -> None:
    rows = _rows(language)
    for head in (f'body = "{rows["GA"]["name"]}"', f'body = "{rows["GA-C3"]["name"]}"', 'symbol = "A/C.3/81/L.7"'):
        assert _told(language, rows["GA"]["line"], head) == []
        assert [rule for rule, _ in _told(language, rows["ECOSOC"]["line"], head)] == ["STR004"]
    assert [rule for rule, _ in _told(language, rows["GA"]["line"], 'symbol = "S/2026/812"')] == ["STR004"]


@each("language", TONGUES)
def test_what_a_commission_recommends_the_council_adopts(language: str) -> None:
    rows = _rows(language)
    head = f'body = "{rows["CSW"]["name"]}"'
    assert _told(language, rows["ECOSOC"]["line"], head) == []


def test_a_text_that_the_council_recommends_is_let_pass() -> None:
    head = 'body = "Conseil économique et social"'
    led = "*Recommande* à l’Assemblée générale d’adopter le projet de résolution suivant :"
    assert _told("fr", "*L’Assemblée générale*,", head, led) == []


@each("language", TONGUES)
def test_a_short_name_is_told_with_the_full_one_where_that_is_known(language: str) -> None:
    rows = _rows(language)
    for code in ("GA", "SC", "ECOSOC"):
        for short in rows[code]["short_lines"].split("|"):
            told = _told(language, short, f'body = "{rows[code]["name"]}"')
            right = rows[code]["line"]
            assert told == [("STR003", f"“{short}” is not how the organ line is printed; write “{right}”.")]


def test_a_short_name_of_several_organs_is_told_without_guessing() -> None:
    assert _told("fr", "Le Conseil,") == [
        ("STR003", "“Le Conseil,” is not how the organ line is printed; write the full name of the organ.")
    ]
