"""Names of States with a slip in one word, in drafts in French, Spanish, Russian and Arabic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.shared.graphs import graph_of
from resolint.checks.shared.tongues import running, scanned
from resolint.checks.spl.arabic_states import arabic_states, sure_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.cases import declined
from resolint.model import Block, Document
from resolint.regex import compiled, lazy
from resolint.rule import Context
from resolint.spelling.tokens import LETTERS

_WORD = compiled(LETTERS)
_SHORTEST, _TYPED, _TELLING = 3, 3, 4
"""A name has so many letters at least, what is typed so many, and a word that tells of the one beside it so many."""
_ALONE, _ALONE_OF_SEVERAL = 4, 6
"""A name of one word is told without the others beside it from so many letters on, a word of a longer name from so many."""
_ACCENTS = lazy("[\u0300-\u036f]")
_BLANKS = " \u00a0\u202f"
_LONG = 7
"""In a name of so many letters an accent may be lost beside the slip."""
Place = tuple[int, int]
"""A name by its number, and the place of a word in it."""


class _States:
    """The words of the names of States in all their cases, and the other words that names are made of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.graph = graph_of(lexicon)
        self.places: dict[str, set[Place]] = {}
        self.shown: dict[str, str] = {}
        self.single: set[str] = set()
        for number, name in enumerate(lexicon.column("states", "name")):
            words = _WORD.findall(name)
            for at, word in enumerate(words):
                for form in _forms(word, at, lexicon.language):
                    self.places.setdefault(form.lower(), set()).add((number, at))
                    if word[0].isupper() and len(form) >= _SHORTEST:
                        self.shown.setdefault(form.lower(), form)
                    if len(words) == 1:
                        self.single.add(form.lower())
        others = [
            *lexicon.column("organs", "name"),
            *lexicon.column("names", "name"),
            *lexicon.column("un-words", "word"),
        ]
        self._others = frozenset(word.lower() for name in others for word in _WORD.findall(name))

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is right, of a name or not."""
        return word in self.places or word in self._others or self.graph.knows(word)

    def near(self, word: str) -> Sequence[str]:
        """The words of names from which a word in small letters differs by one slip, the likeliest first."""
        found = [
            form
            for form in self.shown
            if abs(len(form) - len(word)) <= 1
            and (_one_slip(form, word) or (len(form) >= _LONG and _one_slip(_bare(form), _bare(word))))
        ]
        return sorted(found, key=lambda form: (form[0] != word[0], form[-1] != word[-1], form not in self.single, form))

    def alone(self, form: str) -> bool:
        """Whether a word tells of a State without the other words of its name: no short one of several, and no ordinary one."""
        if form in self.single:
            return len(form) >= _ALONE
        return len(form) >= _ALONE_OF_SEVERAL and not self.graph.knows(form)

    def beside(self, form: str, words: Sequence[str], here: int) -> bool:
        """Whether the nearest long word on one side of ``here``, and what is between, stand so in a name with this one."""
        return any(self._stand(name, at, words, here, step) for name, at in self.places[form] for step in (-1, 1))

    def _stand(self, name: int, at: int, words: Sequence[str], here: int, step: int) -> bool:
        while 0 <= here + step < len(words):
            at, here = at + step, here + step
            if (name, at) not in self.places.get(words[here], ()):
                return False
            if len(words[here]) >= _TELLING:
                return True
        return False


def _one_slip(form: str, word: str) -> bool:
    return OSA.distance(form, word, score_cutoff=1) == 1


def _forms(word: str, place: int, language: str) -> tuple[str, ...]:
    """The cases of a word of a name; one behind the first may itself be a genitive (*Америки*)."""
    forms = declined(word, language)
    genitive = language == "ru" and place and word[-1:] in ("и", "ы")
    return (*forms, *declined(f"{word[:-1]}а", language)) if genitive else forms


@per_lexicon
def _states(lexicon: Lexicon) -> _States:
    return _States(lexicon)


@check("SPL034 draft")
def state_with_slip(document: Document, context: Context) -> Iterator[Hit]:
    """*le Gouvernement du Sodan*, *Израиля* with a letter too many: an unknown word that is nearly one of the name of a State."""
    if context.lexicon.language == "ar":
        yield from arabic_states(document, context)
        return
    states = _states(context.lexicon)
    blocks = running(document)
    for block in blocks:
        words = list(_WORD.finditer(block.text, block.lead))
        for at, word in enumerate(words[1:], 1):
            typed = word[0]
            if len(typed) < _TYPED or typed.islower() or typed.isupper() or states.knows(typed.lower()):
                continue
            right = _right(words, at, states)
            # A plural is another name (*les Amériques*), and a lost accent the matter of another rule.
            same = _bare(right) in (_bare(typed), _bare(typed).removesuffix("s"))
            if not right or same or _of_a_person(block, words, at, states):
                continue
            # A short word that comes back is a name of its own: *Gali*.
            if len(typed) >= _LONG or sum(other.text.count(typed) for other in blocks) == 1:
                yield _hit(block, word, right, context)


def _right(words: Sequence[Match[str]], at: int, states: _States) -> str:
    """The word that is meant; empty where none is, or where an ordinary word is meant that stands alone."""
    near = states.near(words[at][0].lower())
    lower = [word[0].lower() for word in words] if near else []
    fit = [form for form in near if states.beside(form, lower, at)] or [form for form in near if states.alone(form)]
    return states.shown[fit[0]] if fit else ""


def _of_a_person(block: Block, words: Sequence[Match[str]], at: int, states: _States) -> bool:
    """Whether another unknown word with a capital stands right beside: *Ashraf Ghani*."""
    beside = [words[place] for place in (at - 1, at + 1) if 0 < place < len(words)]
    return any(
        other[0][0].isupper()
        and not states.knows(other[0].lower())
        and block.text[min(one.end() for one in (other, words[at])) : max(one.start() for one in (other, words[at]))]
        in (*_BLANKS, "-", ". ")
        for other in beside
    )


def _hit(block: Block, word: Match[str], right: str, context: Context) -> Hit:
    span = block.span(*word.span())
    fix = Fix(f"write “{right}”", (Edit(span, right, word[0]),), "suggest")
    sure = sure_of(right, block.text[block.lead : word.start()], context.options) and not scanned(context)
    # Another first letter makes other names: *Cologne*.
    sure = sure and right[:1].lower() == word[0][:1].lower()
    return Hit(span, {"found": word[0], "instead": right}, fix, unsure=not sure)


def _bare(word: str) -> str:
    return _ACCENTS.sub("", normalize("NFD", word)).lower()
