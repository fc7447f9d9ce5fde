"""The other gender of the adjectives that open paragraphs in French and Spanish: *Désireux* beside *Désireuse*.

A table of openings holds the gender that was met; the organ of the draft decides which of the two is right, and both open
a paragraph. Source: the grammar of each language.
"""

from __future__ import annotations

from resolint.regex import lazy

__all__ = ["other_gender"]

_FRENCH = lazy(
    r"(?:(?:se déclarant|demeurant|étant|restant) )?(?:(?:\w+ment|très|plus|toujours) )*(?P<word>\w+)(?![\w'])"
)
_SPANISH = lazy(r"(?:\w+mente )*(?:\w+[ai]d|resuelt|deseos)[oa](?!\w)")
_ENDINGS = (
    ("eux", "euse"),
    ("quiet", "quiète"),
    ("if", "ive"),
    ("cient", "ciente"),
    ("naissant", "naissante"),
    ("fiant", "fiante"),
    ("é", "ée"),
    ("u", "ue"),
    ("uni", "unie"),
)
"""The endings of the masculine with those of the feminine; other words in *ant* are participles, which do not agree."""


def other_gender(phrase: str, language: str) -> str:
    """A folded opening with its adjective in the other gender; empty where it opens with no adjective."""
    if language == "es":
        found = _SPANISH.match(phrase)
        if found is None:
            return ""
        at = found.end() - 1
        return f"{phrase[:at]}{'a' if phrase[at] == 'o' else 'o'}{phrase[at + 1 :]}"
    found = _FRENCH.match(phrase) if language == "fr" else None
    if found is None:
        return ""
    word = found["word"]
    for masculine, feminine in _ENDINGS:
        for this, that in ((feminine, masculine), (masculine, feminine)):
            if word.endswith(this):
                return phrase[: found.start("word")] + word.removesuffix(this) + that + phrase[found.end("word") :]
    return ""
