"""Agreed language in Chinese and Arabic: what is the same for a reader has one key."""

from __future__ import annotations

import pytest

from resolint.cards import lexicon
from resolint.corpus.folding import key, light


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("请秘书长就此提出报告；", "请秘书长就此提出报告。"),
        ("يسلِّم بأهميّة الحدائق،", "يسلم بأهمية الحدائق؛"),
        ("تقـرر غرس الأشجار", "تقرر غرس الأشجار"),
    ],
)
def test_marks_and_signs_that_change_no_word_change_no_key(one: str, other: str) -> None:
    assert light(one) == light(other)
    assert key(one, lexicon()) == key(other, lexicon())


def test_every_chinese_sign_counts_as_a_word() -> None:
    assert key("决定植树", lexicon()) == ["决", "定", "植", "树"]
    assert key("第70/1号决议", lexicon())[0] == "第"
