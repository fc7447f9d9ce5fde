"""How often a phrase was counted, and what small changes give: the answer to whoever asks about a wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resolint.attested.counts import STEPS, Counts
from resolint.attested.letters import forms
from resolint.attested.view import Small
from resolint.attested.words import LONGEST, row
from resolint.frozen import NamedTuple

__all__ = ["Answer", "Variant", "answer", "following"]


class Variant(NamedTuple):
    """A wording and how often it was counted, in round figures."""

    text: str
    times: int


class Answer(NamedTuple):
    """``phrase`` with its count, and its ``variants``, the commonest first.

    Counts of phrases of more than four words say how often their rarest four words in a row stand there: the phrase itself
    may be rarer, and ``at_most`` is true.
    """

    phrase: Variant
    variants: tuple[Variant, ...]
    at_most: bool


def answer(phrase: str, counts: Counts, small: Small, limit: int = 10) -> Answer:
    """What was counted of ``phrase`` and of the wordings that one small change makes of it."""
    words = tuple(row(phrase).words[1:-1])
    found: dict[tuple[bytes, ...], int] = {}
    for changed in _changed(words, small):
        if changed != words and changed not in found and changed:
            found[changed] = _count(changed, counts)
    ranked = sorted(((count, changed) for changed, count in found.items() if count), key=lambda one: (-one[0], one[1]))
    return Answer(
        Variant(" ".join(phrase.split()), _count(words, counts)),
        tuple(Variant(_shown(changed), count) for count, changed in ranked[:limit]),
        len(words) > LONGEST,
    )


def following(text: str, counts: Counts, words: Iterable[str], limit: int = 8) -> tuple[Variant, ...]:
    """Which of ``words`` adopted texts write next at the end of ``text``, the commonest first.

    The last word of ``text`` is the beginning of the one that is asked for, unless a blank is behind it. The three words
    before are asked, and where nothing was counted behind them, two.
    """
    known = [word for word in row(text).words[1:-1] if word[:1] not in b"*_#"]
    typed = b"" if not known or text[-1:].isspace() else known.pop()[:-1]
    fitting = [word.encode() + b" " for word in words if word.encode().startswith(typed)]
    for length in range(LONGEST - 1, 1, -1):
        if len(known) < length:
            continue
        before = b"".join(known[-length:])
        found = sorted((-STEPS[count], word) for word in fitting if (count := counts.peek(before + word)))
        if found:
            return tuple(Variant(word[:-1].decode(), -times) for times, word in found[:limit])
    return ()


def _count(words: Sequence[bytes], counts: Counts) -> int:
    if len(words) <= LONGEST:
        return STEPS[counts[b"".join(words)]] if words else 0
    parts = (b"".join(words[at : at + LONGEST]) for at in range(len(words) - LONGEST + 1))
    return min(STEPS[counts[part]] for part in parts)


def _shown(words: Sequence[bytes]) -> str:
    text = b"".join(words).decode().strip()
    for mark in ",;:.":
        text = text.replace(f" {mark}", mark)
    return text


def _changed(words: tuple[bytes, ...], small: Small) -> Iterator[tuple[bytes, ...]]:
    """What one small change makes of ``words``: another small word, one more, one less, another form, capital or hyphen."""
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        if word in small.all and before and after:
            yield before + after
        group = small.prepositions if word in small.prepositions else ()
        for other in (*group, *small.others.get(word, ())):
            yield (*before, other, *after)
        plain = word[:-1]
        if plain.isalpha() and word not in small.all:
            for form in sorted(forms(plain)):
                yield (*before, form + b" ", *after)
        if plain[:1].isalpha():
            yield (*before, word[:1].swapcase() + word[1:], *after)
        if b"-" in plain:
            yield (*before, *(part + b" " for part in plain.split(b"-") if part), *after)
            yield (*before, word.replace(b"-", b""), *after)
        if place:
            yield (*words[: place - 1], words[place - 1][:-1] + word, *after)
            yield (*words[: place - 1], words[place - 1][:-1] + b"-" + word, *after)
            for other in (*small.missing_prepositions, *small.articles, *small.missing):
                yield (*before, other, word, *after)
    title = tuple(word if word in small.all else word[:1].upper() + word[1:] for word in words)
    yield title
    yield tuple(word[:1].lower() + word[1:] for word in words)
