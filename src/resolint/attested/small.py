"""Changes of small words: another preposition, article or conjunction, one more, one less."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.view import Change, View, swaps

__all__ = ["article", "missing", "preposition", "small"]

_JOINERS = frozenset((b"and ", b"or ", b", "))
"""Behind them a small word is often said again: *of the Council and of its committees*."""
_FORMS = frozenset(
    (
        b"is ",
        b"are ",
        b"was ",
        b"were ",
        b"be ",
        b"been ",
        b"being ",
        b"has ",
        b"have ",
        b"had ",
        b"who ",
        b"which ",
        b"whom ",
    )
)
"""Small words whose form depends on others in the sentence."""
_RELATIVE = frozenset((b"who ", b"which ", b"that ", b"whom ", b"whose ", b"where ", b"those "))
_STOPS = (b"; ", b": ", b". ")


def preposition(view: View, place: int) -> Iterator[Change]:
    """Another preposition, or none."""
    small = view.small
    word = view.words[place]
    if word not in small.prepositions or not view.known(place):
        return
    left, before = view.words[place - 1], view.at(place - 2)
    again = int(left in _JOINERS)
    for other in swaps(view, place, small.prepositions):
        yield Change(0, place, place + 1, (other,), again)
    # *Is disposed of by*: the first preposition belongs to the participle.
    governed = left in small.prepositions and before.endswith((b"ed ", b"en "))
    if not governed and view.counts[left + view.words[place + 1]]:
        yield Change(1, place, place + 1, (), again)


def article(view: View, place: int) -> Iterator[Change]:
    """No article."""
    word, counts, small = view.words[place], view.counts, view.small
    left, right = view.words[place - 1], view.words[place + 1]
    label = word == b"a " and right in small.all  # *target 12.a of the Goals*
    if word in small.articles and not label and left not in _STOPS and counts[left + right]:
        yield Change(3, place, place + 1, (), 3 if left in _JOINERS else small.articles.index(word))


def small(view: View, place: int) -> Iterator[Change]:
    """Another small word of its kind."""
    word = view.words[place]
    others = view.small.others.get(word, ())
    articles, counts = view.small.articles, view.counts
    if not others or (
        word not in _FORMS and counts[view.words[place - 1] + word] and counts[word + view.words[place + 1]]
    ):
        return  # *a* or *the*, *and* or *or*: where both words beside it take it, it is meant
    for other in swaps(view, place, others) if view.known(place) else ():
        both = (word in articles) + (other in articles)
        kind = 1 if both == 2 else 2 if both else 3 if word in _RELATIVE or other in _RELATIVE else 0
        yield Change(5, place, place + 1, (other,), kind)


def missing(view: View, place: int) -> Iterator[Change]:
    """A preposition, an article or another small word between two words that never stand side by side."""
    left, right, counts = view.words[place], view.words[place + 1], view.counts
    small = view.small
    if not (left[:1].isalnum() and right[:1].isalnum() and counts[left] and counts[right]):
        return
    group = small.articles if view.pair(place) else small.may_miss
    before_right = counts.ahead(right, group)
    for word in counts.behind(left, group) if before_right else ():
        if word in before_right and counts[left + word + right]:
            family = 4 if word in small.articles else 2 if word in small.prepositions else 6
            if family == 6 and right in small.articles and word != b"as ":
                # *Transmits to the Fund the guidance*: an object that comes late misses no *and*.
                continue
            if family == 4:
                if _describes(view, place + 1):
                    continue
                kind = int(right[:1].isupper())
            elif family == 2:
                kind = int(right in small.articles)
            else:
                kind = 1 if word == b"and " else 2 if word == b"that " else 0
            yield Change(family, place + 1, place + 1, (word,), kind)


def _describes(view: View, place: int) -> bool:
    """Whether a name that begins at ``place`` only describes what follows: *Recalling General Assembly resolution 70/1*."""
    words = view.words
    if not words[place][:1].isupper():
        return False
    while words[place][:1].isupper() or words[place] in (b"of ", b"the ", b"on ", b"for ", b"and "):
        place += 1
    word = words[place]
    return word[:1].isalpha() and word not in view.small.all and words[place - 1][:1].isupper()
