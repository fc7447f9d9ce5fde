"""English that is no table."""

import pytest

from resolint.lexicon import english


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("a", "unique form"),
        ("a", "European office"),
        ("a", "one-day visit"),
        ("a", "UN office"),
        ("a", "harbour"),
        ("a", "0.5 metre"),
        ("an", "hour"),
        ("an", "Orchard"),
        ("an", "unimportant letter"),
        ("an", "unanswered letter"),
    ],
)
def test_the_article_is_the_one_that_is_said(article: str, words: str) -> None:
    assert english.article(words) == article
