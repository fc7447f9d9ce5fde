"""The dates of adopted texts in the official languages, by invented texts."""

from __future__ import annotations

from resolint.cards import lexicon
from resolint.corpus.reading import texts_of
from resolint.pipeline.drafts import load
from resolint.structure import where
from tests.concordance.test_concord import VERSIONS
from tests.support.rows import each


@each(
    ("language", "date"),
    [
        ("fr", "9 novembre 2031"),
        ("es", "9 de noviembre de 2031"),
        ("ru", "9 ноября 2031 года"),
        ("ru", "9 November 2031"),
        ("zh", "2031年11月9日"),
        ("ar", "9 تشرين الثاني/نوفمبر 2031"),
    ],
)
def test_the_date_of_the_masthead_is_read_as_the_language_writes_it(language: str, date: str) -> None:
    draft = load(f'+++\ndate = "{date}"\n+++\n\n{VERSIONS[language]}'.encode(), name="a.md")
    (text,) = texts_of(draft, lexicon(), where)
    assert text.date == "2031-11-09"
