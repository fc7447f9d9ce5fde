"""Checks on misspelt names of States, and on Latin phrases that are nearly right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, sentences, swapped
from resolint.checks.shared.texts import word_list
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import one_edit_apart
from resolint.model import Document
from resolint.rule import Context, per_rule

_SHORTEST, _LONG = 6, 9
"""Names of fewer letters are like too many other words; in long ones two letters may be wrong."""
_SHORT = 5
_LED = frozenset(("government", "governments", "republic", "kingdom", "state", "people", "delegation"))
"""Behind these and *of* names of so many letters are told as well: *the Government of Gana*."""


@per_lexicon
def _states(lexicon: Lexicon) -> Mapping[str, str]:
    """From every form with one or two letters left out to the word of a name of a State."""
    found: dict[str, str] = {}
    for running, short in lexicon.columns("member-states", "running_form", "official_short_name"):
        for word in (running or short).replace("(", " ").replace(")", " ").split():
            if len(word) >= _SHORT and word[0].isupper() and word.isalpha() and word not in ("United", "Republic"):
                for form in _shortened(word, len(word) >= _LONG):
                    found.setdefault(form, word)
    return found


@per_lexicon
def _words_of_states(lexicon: Lexicon) -> frozenset[str]:
    """Every word of a name of a State."""
    return frozenset(word for name in lexicon.column("member-states", "official_short_name") for word in name.split())


def _of_a_person(text: Sentence, place: int, inside: frozenset[str]) -> bool:
    """Whether a word with a capital that is in no name of a State stands before: *Prime Minister Serraj*."""
    before = text.written[place - 1]
    return text.joined[place] and before[0].isupper() and before not in inside


def _shortened(word: str, twice: bool) -> set[str]:
    once = {word[:at] + word[at + 1 :] for at in range(1, len(word))} | {word}
    return once | {one[:at] + one[at + 1 :] for one in once for at in range(1, len(one))} if twice else once


@check("SPL034")
def state_misspelt(document: Document, context: Context) -> Iterator[Hit]:
    """*Kazakstan*, *the Phillipines*: a word with a capital that no adopted text writes and that is nearly a State."""
    counts = counts_of(context.lexicon)
    known, inside = word_list(context.lexicon), _words_of_states(context.lexicon)
    if counts is None:
        return
    for text in sentences(document):
        for place in text.capitals:
            found = text.written[place]
            led = text.at(place - 1) == "of" and text.at(place - 2) in _LED
            if len(found) < (_SHORT if led else _SHORTEST) - 1 or not found[1:].islower() or not found.isalpha():
                continue
            if place == 0 or counts[f"{found} ".encode()] or counts[f"{found.lower()} ".encode()]:
                continue
            if known.knows(found.lower()) or _of_a_person(text, place, inside):
                continue
            states = _states(context.lexicon)
            near = {states[form] for form in _shortened(found, len(found) >= _LONG) if form in states}
            near = {one for one in near if abs(len(one) - len(found)) <= 1 and one not in found and found not in one}
            near = {one for one in near if led or len(one) >= _SHORTEST}
            if len(near) == 1 and text.run(place, place):
                yield swapped(text, place, near.pop())


@per_rule
def _begun(context: Context) -> Mapping[str, list[list[str]]]:
    """The phrases of the option ``phrases`` by their first words."""
    found: dict[str, list[list[str]]] = {}
    for phrase in context.options["phrases"]:
        words = phrase.split(" ")
        found.setdefault(words[0], []).append(words)
    return found


_PLAIN = frozenset(("per", "pro", "in", "de", "ad", "ex", "ne"))
"""Beginnings behind which many other words stand."""
_LONG_LATIN = 5


@check("SPL058")
def latin_inexact(document: Document, context: Context) -> Iterator[Hit]:
    """*Jus ad vellum*, *inter allia*: a Latin phrase but for a letter of one of its words, which no adopted text writes."""
    counts, begun = counts_of(context.lexicon), _begun(context)
    for text, place, word in places_of(document, begun.keys()):
        for phrase in begun[word]:
            there = text.lower[place : place + len(phrase)]
            odd = [at for at, pair in enumerate(zip(there, phrase, strict=False)) if pair[0] != pair[1]]
            if len(there) < len(phrase) or len(odd) != 1 or not text.run(place, place + len(phrase) - 1):
                continue
            found, right = there[odd[0]], phrase[odd[0]]
            known = counts is not None and counts[f"{there[odd[0] - 1]} {found} ".encode()]
            long_enough = len(phrase) > 2 or (word not in _PLAIN and len(right) >= _LONG_LATIN - 1)
            if long_enough and not known and one_edit_apart(found, right):
                yield swapped(text, place + odd[0], right)
