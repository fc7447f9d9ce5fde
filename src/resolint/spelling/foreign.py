"""Passages in other languages, told by the small words that every sentence has."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.spelling.tokens import Word

__all__ = ["all_near_foreign", "is_foreign", "near_foreign", "speaks_otherwise"]


def _row(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = _row(
    "the of and to in for on by with from that its as at be is are was were this these which it or not all "
    "their has have their also been between into including other under through such"
)
_ROMANCE = _row(
    "le la les des du un une et est dans pour par sur avec aux au que qui ne pas ces cette son ses leur leurs "
    "sont ainsi entre mais dont ou \u00e0 afin el los las del y en una con para por se su sus como m\u00e1s o e "
    "da do dos em no na os um uma il lo gli di della delle nel che per"
)
_GERMANIC = _row(
    "und der die das den dem des ein eine von zu im mit f\u00fcr ist nicht auf het een van voor met op te zijn"
)
_ALSO_ENGLISH = _row("no do on en o e per die den ad in a te de son")
FOREIGN = (_ROMANCE | _GERMANIC | {"de"}) - ENGLISH
_TELLING = FOREIGN - _ALSO_ENGLISH
_LINKS = _row(
    "de la le les des du et el los las del y en para por da do dos di della von und der die das van sur pour dans aux "
    "delle dei degli au al bin ibn une un que qui contre sous"
) - {"do", "die", "en"}
_REACH = 3


def is_foreign(found: Sequence[Word]) -> bool:
    """Whether the words of a passage are mostly those of another language than English.

    A passage of fewer than four words is held to be English.
    """
    return speaks_otherwise([word.text for word in found])


def speaks_otherwise(found: Sequence[str]) -> bool:
    """The same of words without their places, with straight apostrophes."""
    lower = [word.lower() for word in found]
    if len(lower) < 4 or (_TELLING.isdisjoint(lower) and "'" not in " ".join(lower)):
        return False
    english = sum(word in ENGLISH for word in lower)
    foreign = sum(word in _TELLING for word in lower) + sum(
        word[:2] in ("l'", "d'", "s'", "n'") or word[:3] == "qu'" for word in lower
    )
    return foreign > english and foreign * 12 >= len(lower)


def near_foreign(found: Sequence[Word], place: int) -> bool:
    """Whether a small word of another language stands within a few words of the one at ``place``."""
    return any(_links(word.text) for word in found[max(0, place - _REACH) : place + _REACH + 1])


def all_near_foreign(found: Sequence[Word]) -> list[int]:
    """The places of all words with a small word of another language within a few words of them, in order."""
    links = [place for place, word in enumerate(found) if _links(word.text)]
    near = {place for link in links for place in range(link - _REACH, link + _REACH + 1)}
    return sorted(near.intersection(range(len(found))))


def _links(word: str) -> bool:
    """Whether a word is a small one of another language, or begins with one that an apostrophe joins (*l'eau*)."""
    return word.lower() in _LINKS or ("'" in word[1:3] and word[0].lower() in "ldsnq")
