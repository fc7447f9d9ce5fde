"""Lists of two levels in drafts in the other official languages: numerals out of order, items without a mark."""

from __future__ import annotations

from resolint.pipeline import Session, lint
from tests.concordance.test_concord import VERSIONS
from tests.support.rows import each

_SESSION = Session(no_config=True)
_LISTS = {
    "fr": (" :", " ;", "a) b)", "i) ii) iii)", "des arbres dans les rues"),
    "es": (":", ";", "a) b)", "i) ii) iii)", "los árboles de las calles"),
    "ru": (":", ";", "a) b)", "i) ii) iii)", "деревья на улицах"),
    "zh": ("：", "；", "(a) (b)", "㈠ ㈡ ㈢", "街道上的树木"),
    "ar": (":", "؛", "(أ) (ب)", "'1' '2' '3'", "الأشجار في الشوارع"),
}


def _draft(language: str, order: tuple[int, ...], bare: int = -1) -> str:
    """The sound draft of a language with a list of two levels below its first operative paragraph."""
    colon, mark, outer, inner, words = _LISTS[language]
    labels = inner.split()
    rows = [f"      {labels[at]} {words} {place}{'' if place == bare else mark}" for place, at in enumerate(order, 1)]
    first, second = outer.split()
    listed = "\n\n".join([f"   {first} {words}{colon}", *rows, f"   {second} {words} {words}{mark}"])
    # In place of the list that the draft has.
    blocks = VERSIONS[language].split("\n\n")
    at = next(place for place, block in enumerate(blocks) if block.startswith("1"))
    return "\n\n".join([*blocks[: at + 1], listed, *blocks[at + 3 :]])


def _told(text: str) -> list[str]:
    found = lint(text.encode(), _SESSION, name="draft.md").active
    return [finding.message for finding in found if finding.rule in ("STR040", "STR042")]


@each("language", tuple(_LISTS))
def test_numerals_of_the_second_level_are_counted(language: str) -> None:
    numerals = _LISTS[language][3].split()
    assert _told(_draft(language, (0, 1, 2))) == []
    assert _told(_draft(language, (0, 2))) == [f"“{numerals[2]}” stands where the number {numerals[1]} is expected."]
    assert _told(_draft(language, (1, 2))) == [f"“{numerals[1]}” stands where the number {numerals[0]} is expected."]
    assert _told(_draft(language, (0, 0))) == [f"“{numerals[0]}” stands where the number {numerals[1]} is expected."]


@each("language", tuple(_LISTS))
def test_an_item_without_a_mark_is_told(language: str) -> None:
    for bare in (1, 2, 3):
        assert _told(_draft(language, (0, 1, 2), bare)) == [
            "The paragraph ends with no punctuation mark; it should end with a semicolon."
        ]
