"""Checks on the masthead of drafts in the other official languages: the names of sponsors, and the session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.shared.masthead import field_place, symbol_of
from resolint.checks.shared.tongues import tongue_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, symbols
from resolint.lexicon.counted import counted
from resolint.lexicon.tongues import BEFORE_I, Tongue, plain
from resolint.model import Document, Span
from resolint.rule import Context

_LONGEST = 70
"""A longer name is a sentence (*au nom des États Membres qui sont membres du Groupe …*)."""
_SEVERAL = 2
_LIKE, _SHORT = 0.25, 3
"""A slip changes so much of a name at most, and nothing in a name of so few characters."""


@check("SPN010 draft")
def state_misnamed(document: Document, context: Context) -> Iterator[Hit]:
    """A sponsor whose name is in no list of the language: misspelt, in English, or unknown."""
    line = document.head.where("sponsors")
    if line is None:
        return
    tongue = tongue_of(context)
    names = tongue.lexicon.kept(_Names)
    text = document.block(line.block).text
    at = line.start
    for sponsor in document.head.sponsors:
        start = text.find(sponsor, at, line.end)
        if start < 0:
            continue
        at = start + len(sponsor)
        if len(sponsor) <= _LONGEST and _level(sponsor) not in names.exact:
            folded = _folded(sponsor, tongue)
            yield from _hit(Span(line.block, start, at), sponsor, names.states.get(folded) or names.right(folded))


@check("SPN012 draft")
def last_joint_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A comma in the place of the word before the last sponsor."""
    line, names = document.head.where("sponsors"), document.head.sponsors
    if line is None or len(names) < _SEVERAL:
        return
    text = document.block(line.block).text
    places: list[tuple[int, int]] = []
    for name in names:
        start = text.find(name, places[-1][1] if places else line.start, line.end)
        if start < 0:
            return
        places.append((start, start + len(name)))
    start, end = places[-2][1], places[-1][0]
    if plain(text[start:end]).strip(" *\ufffc") in (",", "、"):
        joint = str(context.options["joint"])
        if BEFORE_I.match(f" e {names[-1]}") is not None and context.lexicon.language == "es":
            joint = " e "
        comma = next(at for at in range(start, end) if plain(text[at]) in ",、")
        stop = end if text[comma + 1 : end].isspace() else comma + 1
        edit = Edit(Span(line.block, comma, stop), joint, text[comma:stop])
        yield Hit(edit.span, {"joint": joint.strip()}, Fix(f"write “{joint.strip()}”", (edit,), "suggest"))


@check("SPN007 draft")
def session_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """A session in the masthead that is not the one that the symbol names."""
    span, lexicon = field_place(document, "session"), tongue_of(context).lexicon
    symbol = symbols.tidy(symbol_of(document)[: symbols.LONGEST])
    parsed = symbols.fit(symbol, lexicon) if span is not None and symbol else None
    session = parsed.groupdict().get("session") if parsed is not None else None
    if span is None or not session:
        return
    said = counted(plain(document.text(span)), lexicon.language, (), lexicon).sessions
    if len(said) == 1 and int(session) not in said:
        yield Hit(span, {"fault": f"the symbol is of session {session}"})


def _hit(span: Span, sponsor: str, right: str) -> Iterator[Hit]:
    if not right:
        yield Hit(span, {"name": sponsor, "right": "the name that the language gives the State"})
        return
    fix = Fix(f"Write {right}", (Edit(span, right, sponsor),), "suggest")
    yield Hit(span, {"name": sponsor, "right": right}, fix)


class _Names:
    """The names of States in a language, and their English names, as they are compared."""

    def __init__(self, lexicon: Lexicon) -> None:
        tongue = lexicon.kept(Tongue)
        names = [row["name"] for row in lexicon.rows("states")]
        self.states: Mapping[str, str] = {_folded(name, tongue): name for name in reversed(names)}
        # Two that differ in a sign alone (*وأيرلندا*, *وآيرلندا*) are both names.
        self.exact = frozenset(map(_level, names))
        self._english: Mapping[str, str] = {
            row["english"].lower(): row["name"] for row in reversed(lexicon.rows("states"))
        }

    def right(self, folded: str) -> str:
        """The name that is meant: of an English one, or the one that it is a slip of; empty for none."""
        if (english := self._english.get(folded.lower())) is not None:
            return english
        if len(folded) <= _SHORT:
            return ""
        score, best = min((OSA.normalized_distance(folded, name), name) for name in self.states)
        return self.states[best] if score <= _LIKE else ""


def _level(name: str) -> str:
    """A name with its capitals and accents as they are, but for blanks, apostrophes and marks of notes."""
    return " ".join(plain(name).replace("'", "’").replace("*", " ").split())


def _folded(name: str, tongue: Tongue) -> str:
    return " ".join(tongue.fold(name)[0].replace("*", " ").split())
