"""Words that are written where another one is meant (GRM014): between braces what is doubted and what is meant."""

import re

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

ROWS = [
    "1. *Reaffirms* its strong {compromise|commitment} to the protection of herders;",
    "1. *Invites* States to mainstream a gender {perception|perspective} into their plans for wells;",
    "*Welcoming* the efforts {done|made} to protect the wells,",
    "1. *Urges* States to give herders access to {efficient|effective} remedies;",
]
_CHOICE = re.compile(r"\{(.*?)\|(.*?)\}")


@each("words", ROWS)
def test_meant(words: str) -> None:
    choice = _CHOICE.search(words)
    assert choice is not None
    assert excerpts("GRM014", draft(_CHOICE.sub(r"\1", words))) == [choice[1]]
    assert excerpts("GRM014", draft(_CHOICE.sub(r"\2", words))) == []
