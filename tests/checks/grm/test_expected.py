"""Prepositions in the place of one that the words before ask for (GRM011): between braces what is doubted and what is asked for."""

import re

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

ROWS = [
    "*Stressing* that wells belong to all, regardless {from|of} the income of herders,",
    "*Recalling* the steps taken in pursuance {to|of} the present programme for wells,",
    "*Noting* that many duties are attached {at|to} them,",
    "*Aware* that the fund was set up in support {to|of} herders,",
]
_CHOICE = re.compile(r"\{(.*?)\|(.*?)\}")


@each("words", ROWS)
def test_expected(words: str) -> None:
    choice = _CHOICE.search(words)
    assert choice is not None
    assert excerpts("GRM011", draft(_CHOICE.sub(r"\1", words))) == [choice[1]]
    assert excerpts("GRM011", draft(_CHOICE.sub(r"\2", words))) == []
