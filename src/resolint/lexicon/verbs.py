"""Forms of the verbs that open paragraphs in the other official languages which no paragraph opens with: *Décidons*, *Decidir*.

They are made of the tables of openings by the regular endings of each language; forms that a table knows are none. Source: the
grammar of each language; adopted texts open the preamble with participles and the operative part with the third person singular.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.tongues import Tongue
from resolint.regex import lazy

__all__ = ["WrongForm", "finite_forms", "first_word", "wrong_forms"]

_FINITE = {"fr": (("ant", "e"),), "es": (("ando", "a"), ("iendo", "e"))}
"""By the ending of a participle that of the third person, where the verb is a regular one."""
_WORD = lazy(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*(?:-[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)*")


class WrongForm(NamedTuple):
    """A form of a verb, and the form of the table that stands for it in each part, where there is one."""

    preambular: str
    operative: str


def first_word(text: str) -> str:
    """The first word of a text, a reflexive pronoun with its verb; empty where it begins with none."""
    found = _WORD.match(text)
    if found is None:
        return ""
    if found[0].lower() == "se" and text[found.end() : found.end() + 1] == " ":
        second = _WORD.match(text, found.end() + 1)
        return text[: second.end()] if second is not None else found[0]
    return found[0]


def wrong_forms(lexicon: Lexicon) -> Mapping[str, WrongForm]:
    """By the folded form what stands for it in the preamble and in the operative part."""
    tongue: Tongue = lexicon.kept(Tongue)
    make = {"fr": _french, "es": _spanish, "ru": _russian, "ar": _arabic}.get(tongue.code)
    if make is None:
        return {}
    known: dict[str, set[str]] = {}
    for row in lexicon.rows("openings"):
        known.setdefault(tongue.fold(_bare(row["phrase"]))[0], set()).add(row["part"])
    found: dict[str, WrongForm] = {}
    for word, parts in known.items():
        for stem, form in make(word, parts):
            if form not in known and form not in found:
                found[form] = _standing(stem, known)
    return found


@per_lexicon
def finite_forms(lexicon: Lexicon) -> Mapping[str, str]:
    """The third persons of verbs that the tables know as participles of the preamble alone, with these."""
    tongue: Tongue = lexicon.kept(Tongue)
    known = {tongue.fold(_bare(row["phrase"]))[0]: row["part"] for row in lexicon.rows("openings")}
    return {
        form: word
        for word, part in known.items()
        if part == "preambular"
        for participle, ending in _FINITE.get(tongue.code, ())
        if word.endswith(participle) and (form := word.removesuffix(participle) + ending) not in known
    }


def _bare(phrase: str) -> str:
    """The verb of an opening, without the conjunctions of an Arabic preamble."""
    words = phrase.split(" ")
    while len(words) > 1 and words[0] in ("إذ", "وإذ", "وقد"):
        words = words[1:]
    return first_word(" ".join(words))


def _standing(stem: str, known: Mapping[str, set[str]]) -> WrongForm:
    """The forms of the tables that share the stem."""
    forms = sorted((word for word in known if word.startswith(stem)), key=len)
    return WrongForm(
        next((word for word in forms if "preambular" in known[word]), ""),
        next((word for word in forms if "operative" in known[word]), ""),
    )


def _french(word: str, parts: set[str]) -> Iterator[tuple[str, str]]:
    if word.endswith("ant") and "preambular" in parts:
        stem = word[:-3]
        yield from ((stem, stem + ending) for ending in ("ons", "ez", "ent", "ait", "aient"))
    if word.endswith("e") and "operative" in parts:
        stem = word[:-1]
        yield from (
            (stem, stem + ending) for ending in ("er", "ons", "ent", "ez", "é", "era", "eront", "erait", "ait", "a")
        )


def _spanish(word: str, parts: set[str]) -> Iterator[tuple[str, str]]:
    if word.endswith("ando") and "preambular" in parts:
        yield from ((word[:-4], word[:-4] + ending) for ending in ("ar", "amos", "ó", "ará", "aron", "aba", "an"))
    if word.endswith("iendo") and "preambular" in parts:
        yield from ((word[:-5], word[:-5] + ending) for ending in ("er", "ir", "emos", "imos", "ió", "ieron"))
    if word.endswith(("a", "e")) and "operative" in parts:
        stem = word[:-1]
        endings = (
            ("an", "ar", "amos", "ó", "ará", "aron")
            if word.endswith("a")
            else ("en", "ir", "er", "imos", "emos", "ió", "irá", "ieron")
        )
        yield from ((stem, stem + ending) for ending in endings)


def _russian(word: str, parts: set[str]) -> Iterator[tuple[str, str]]:
    if word.endswith(("ает", "яет")) and "operative" in parts:
        stem = word[:-2]
        yield from ((stem, stem + ending) for ending in ("ют", "ем", "ть", "л", "ла", "ло", "ли"))
    if word.endswith("ует") and "operative" in parts:
        stem = word[:-3]
        yield from ((stem, stem + ending) for ending in ("уют", "уем", "овать", "овал", "овала"))
    if word.endswith("ит") and "operative" in parts:
        stem = word[:-2]
        yield from ((stem, stem + ending) for ending in ("ят", "им", "ить", "ил", "ила", "ило", "или"))
    if word.endswith(("ая", "яя")) and "preambular" in parts:
        stem = word[:-1]
        yield from ((stem, stem + ending) for ending in ("ет", "ют", "ем", "ть", "л", "ла"))
    if word.endswith("уя") and "preambular" in parts:
        stem = word[:-2]
        yield from ((stem, stem + ending) for ending in ("ует", "уют", "уем", "овать"))
    if word.endswith("аясь") and "preambular" in parts:
        stem = word[:-3]
        yield from ((stem, stem + ending) for ending in ("ется", "ются", "емся", "ться"))


def _arabic(word: str, _parts: set[str]) -> Iterator[tuple[str, str]]:
    if word[:1] in ("ت", "ي") and len(word) > 2:
        stem = word[1:]
        yield word[:1] + stem, "ن" + stem
        yield word[:1] + stem, "ا" + stem
        if len(stem) == 3:
            yield from ((word[:1] + stem, form) for form in (stem + "ت", "ي" + stem + "ون", "ت" + stem + "ون"))
