"""Names of the trade as adopted texts write them, and whether a run of words is nearly one of them.

A name is a run of words with capitals, joined by small words: *United Nations Convention against Corruption*. The table
``names`` holds those that adopted texts use, with the number of texts. A run that is none of them but becomes one by a
small change of a closed list (another small word, an inflection or a misspelling, another head noun, a word too many or
too few in a long name) is *nearly* a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.nearness import kindred, one_change, other_order, otherwise_joined
from resolint.lexicon.runs import JOINING, Token

__all__ = ["Names", "Near", "names"]

_LONGEST_RUN = 40
"""A run of more words is a list of names, or no prose at all."""
_LEAST_WEIGHT = 3
"""Names of fewer words of weight are told apart by their small words."""
_MANY = 5
"""So many words of weight that are those of a name are no chance, whatever the last one is."""
_VERY_MANY = 8
_FORM = 4
"""Words that begin with so many letters alike are forms of one."""
_RARE = 3
"""A word that so few names have tells which is meant."""
_PAIRS = frozenset(("and", "or"))
_MOST_ASKED = 20_000
"""So many answers are remembered; a run over thousands of drafts asks for more."""


class Near(NamedTuple):
    """A name that words nearly are; ``first`` and ``last`` are the places of those words in their run."""

    name: str
    texts: int
    first: int
    last: int


class Names:
    """The names of a table, and what is near them."""

    def __init__(
        self,
        known: Iterable[tuple[str, int]],
        also: Iterable[tuple[str, int]] = (),
        by_word: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
    ) -> None:
        """``by_word`` is what the method of that name gave for the same names; by default it is made when it is needed."""
        self._texts = dict(known)
        self._forms = {name.lower(): name for name in self._texts}
        self._also = frozenset(name.lower() for name, _ in also)
        self._by_word = by_word
        self._by_first: dict[str, dict[str, list[str]]] | None = None
        self._asked: dict[str, str | None] = {}

    def texts(self, name: str) -> int:
        """In how many adopted texts ``name`` stands, 0 for one that is none."""
        return self._texts.get(name, 0)

    def exact(self, words: str) -> str:
        """The name that ``words`` are but for their capitals, empty if they are none."""
        return self._forms.get(words.lower(), "")

    def lets_pass(self, words: str) -> bool:
        """Whether adopted texts write ``words``, with whatever capitals."""
        lower = words.lower()
        return lower in self._forms or lower in self._also

    def nearly(self, words: str) -> str | None:
        """The one name that ``words`` nearly are, None if they are a name or near none or several."""
        try:
            return self._asked[words]
        except KeyError:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            self._asked[words] = found = self._nearly(words)
            return found

    def _nearly(self, words: str) -> str | None:
        lower = tuple(words.lower().split())
        if " ".join(lower) in self._forms:
            return None
        found = {name for name in self._candidates(lower) if one_change(lower, name)} or self._otherwise_joined(lower)
        if len(found) > 1:  # other small words are the likelier slip: *the World Summit on Social Development*
            found = {name for name in found if _weighty(name) == _weighty(lower)} or found
        found = found or self._another_word(lower) or self._in_other_order(lower)
        return self._forms[" ".join(found.pop())] if len(found) == 1 else None

    def near(self, run: Sequence[Token]) -> Near | None:
        """The longest name that a stretch of ``run`` nearly is; None where names that are right hold those words."""
        return next(self.all_near(run), None)

    def all_near(self, run: Sequence[Token]) -> Iterator[Near]:
        """Every name that a stretch of ``run`` nearly is, the longest first; none overlaps another, or a name that is right."""
        if len(run) > _LONGEST_RUN:
            return
        words = [token.text.lower() for token in run]
        words[-1] = words[-1].removesuffix("’s").removesuffix("’")
        capital = [place for place, token in enumerate(run) if token.capital]
        if self.lets_pass(" ".join(words)):
            return
        right: list[tuple[int, int]] = []
        for length in range(len(words), 2, -1):
            for first in capital:
                last = first + length - 1
                if last not in capital or any(low <= first and last <= high for low, high in right):
                    continue
                part = " ".join(words[first : last + 1])
                if self.lets_pass(part):
                    right.append((first, last))
                    continue
                name = self.nearly(part) if not any(low <= last and first <= high for low, high in right) else None
                if name is not None:
                    right.append((first, last))
                    yield Near(name, self._texts[name], first, last)

    def miswritten(self, found: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
        """Stretches of a text that are a name but for their capitals: the name, the places of its first and last word."""
        by_first = self._first_words()
        lower = [token.text.lower() for token in found]
        row, ends, done = " ".join(lower), [*accumulate(map(len, lower), initial=0)], 0
        for at in [at for at, word in enumerate(lower) if word in by_first]:
            if at < done:
                continue
            seconds = by_first[lower[at]]
            # A name of one word is shorter than those that it begins.
            for name in (*seconds.get(lower[at + 1], ()), *seconds.get("", ())):
                # A blank, which parts the words of the row, must follow.
                if row.startswith(name + " ", ends[at] + at):
                    end = at + name.count(" ") + 1
                    if _joined(found[at:end]):
                        form = self._forms[name]
                        if form != " ".join([token.text for token in found[at:end]]):
                            yield form, at, end - 1
                        done = end
                        break

    def _first_words(self) -> Mapping[str, Mapping[str, list[str]]]:
        """The names in small letters by their first words and these by their second, the longest first."""
        if self._by_first is None:
            index: dict[str, dict[str, list[str]]] = {}
            for form in sorted(self._forms, key=len, reverse=True):
                first, _, rest = form.partition(" ")
                index.setdefault(first, {}).setdefault(rest.partition(" ")[0], []).append(form)
            self._by_first = index
        return self._by_first

    def _otherwise_joined(self, words: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Names of the same words of weight in the same order, with other small words between."""
        weighty = _weighty(words)
        if len(weighty) < _LEAST_WEIGHT:
            return set()
        by_word = self.by_word()
        sharing = min((by_word.get(word, ()) for word in weighty), key=len)
        return {name for name in sharing if _weighty(name) == weighty and otherwise_joined(words, name)}

    def _another_word(self, words: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Names of the same words of weight but for one, or with an *or* for an *and*, where that is no chance."""
        weighty = _weighty(words)
        if len(weighty) < _LEAST_WEIGHT:
            return set()
        by_word = self.by_word()
        rows = sorted((by_word[word] for word in weighty if word in by_word), key=len)[:2]
        return {name for row in rows for name in row if self._but_for_one(words, weighty, name)}

    def _but_for_one(self, words: tuple[str, ...], weighty: list[str], name: tuple[str, ...]) -> bool:
        if abs(len(name) - len(words)) > 1:
            return False
        own = _weighty(name)
        small, others = ([word for word in one if word in JOINING] for one in (words, name))
        if len(own) != len(weighty):
            return False
        odd = [at for at, (one, two) in enumerate(zip(weighty, own, strict=True)) if one != two]
        if not odd:
            apart = [(one, two) for one, two in zip(small, others, strict=False) if one != two]
            return len(small) == len(others) and len(own) >= _VERY_MANY and len(apart) == 1 and {*apart[0]} <= _PAIRS
        shared = len(own) - 1
        rare = any(len(self.by_word().get(word, ())) <= _RARE for at, word in enumerate(own) if at != odd[0])
        if len(odd) != 1 or odd[0] == shared or not (shared >= _MANY - 1 or (rare and shared >= 2)):
            return False
        one, two = weighty[odd[0]], own[odd[0]]
        if not (one.isalpha() and two.isalpha()) or one in (f"{two}s", two[:-1]):
            return False
        longer, shorter = sorted((one, two), key=len, reverse=True)
        if not odd[0] and (shared < _LEAST_WEIGHT or one[:_FORM] != two[:_FORM] or longer.startswith(shorter)):
            return False  # *Chairman*, *Chair*
        if small == others:
            return kindred(one, two) or shared >= _MANY or (rare and shared >= _MANY - 1)
        joined_otherwise = sum(map(str.__ne__, small, others)) if len(small) == len(others) else 1
        return kindred(one, two) and (len(small) != len(others) or (joined_otherwise == 1 and shared >= _MANY))

    def _in_other_order(self, words: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Names of the same words of weight in another order."""
        weighty, by_word = _weighty(words), self.by_word()
        rows = sorted((by_word[word] for word in {*weighty} if word in by_word), key=len)[:2]
        found = {name for row in rows for name in row if other_order(words, name)}
        least = min((abs(len(name) - len(words)) for name in found), default=0)
        return {name for name in found if abs(len(name) - len(words)) == least}

    def by_word(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The names of three words and more, taken apart, by each of their words of weight."""
        if self._by_word is None:
            index: dict[str, list[tuple[str, ...]]] = {}
            for lower in self._forms:
                name = tuple(lower.split())
                if len(name) >= 3:
                    for word in sorted({*_weighty(name)}):
                        index.setdefault(word, []).append(name)
            self._by_word = index
        return self._by_word

    def _candidates(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        by_word = self.by_word()
        seen: set[tuple[str, ...]] = set()
        weighty = _weighty(words)
        # Two words of weight must be in common; any two of the three rarest will do.
        for word in sorted(weighty, key=lambda word: len(by_word.get(word, ())))[:3]:
            for name in by_word.get(word, ()):
                if name not in seen and abs(len(name) - len(words)) <= 1:
                    seen.add(name)
                    yield name


def _weighty(words: Iterable[str]) -> list[str]:
    """The words of weight."""
    return [word for word in words if word not in JOINING]


def _joined(found: Sequence[Token]) -> bool:
    """Whether one sign stands between each word and the next."""
    return all(after.start - before.end == 1 for before, after in pairwise(found))


@per_lexicon
def names(lexicon: Lexicon) -> Names:
    """The names of the tables ``names``, and ``official-names``, which are counted in no text."""
    rows = [(name, int(texts or 0), use) for name, texts, use in lexicon.columns("names", "name", "texts", "use")]
    known = dict.fromkeys(lexicon.column("official-names", "name"), 0)
    known |= {name: texts for name, texts, use in rows if use != "also"}
    also = ((name, texts) for name, texts, use in rows if use == "also")
    return Names(known.items(), also, lexicon.ready("names by word"))
