"""The other gender of the words that open paragraphs: *Désireux* beside *Désireuse*, *يعرب* beside *تعرب*.

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
_ARABIC = lazy(r"(?P<lead>(?:و?اذ )?)(?P<verb>[تي])(?P<rest>[\u0621-\u064a]{2,}(?: .*)?)")
_PAST = lazy(r"(?P<lead>وقد )(?P<verb>[\u0621-\u064a]{3,}?)(?P<feminine>ت?)(?P<rest>(?: .*)?)")
_OWN = lazy(
    r"(?<= عن )(?P<before>(?:بالغ |عميق |عظيم |شديد )?"
    r"(?:قلق|استيا[ءي]|تقدير|ارتياح|امتنان|تاييد|اسف|استعداد|ادانت|تصميم))(?:ها|ه)(?![\u0621-\u064a])"
)
"""What the organ says of itself: *عن قلقها*."""
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
    if language == "ar":
        return _arabic(phrase)
    found = _FRENCH.match(phrase) if language == "fr" else None
    if found is None:
        return ""
    word = found["word"]
    for masculine, feminine in _ENDINGS:
        for this, that in ((feminine, masculine), (masculine, feminine)):
            if word.endswith(this):
                return phrase[: found.start("word")] + word.removesuffix(this) + that + phrase[found.end("word") :]
    return ""


def _arabic(phrase: str) -> str:
    """An opening with its verb in the other gender, and with the pronoun that names the organ."""
    past = _PAST.fullmatch(phrase)
    if past is not None:
        return f"{past['lead']}{past['verb']}{'' if past['feminine'] else 'ت'}{past['rest']}"
    found = _ARABIC.fullmatch(phrase)
    if found is None:
        return ""
    own = "ه" if found["verb"] == "ت" else "ها"
    rest = _OWN.sub(rf"\g<before>{own}", found["rest"])
    return f"{found['lead']}{'ي' if found['verb'] == 'ت' else 'ت'}{rest}"
