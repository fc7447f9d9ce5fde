"""Names of the trade as adopted texts write them, and whether a run of words is nearly one of them.

A name is a run of words with capitals, joined by small words: *United Nations Convention against Corruption*. The table
``names`` holds those that adopted texts use, with the number of texts. A run that is none of them but becomes one by a
small change of a closed list (another small word, an inflection or a misspelling, another head noun, a word too many or
too few in a long name) is *nearly* a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, repeat

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

__all__ = ["JOINING", "Names", "Near", "Token", "names", "runs", "tokens", "variants_of"]

_WORDS = lazy(r"([^\W_]+(?:[-’'\u2011./][^\W_]+)*|&)")
_SWAPPED = frozenset(["of", "for", "on", "in", "to", "against", "with", "by", "at", "from"])
"""Small words that are taken for one another."""
_DROPPED = frozenset(["the", "of", "for", "on"])
"""Small words that are left out or put in by mistake."""
_GLUED = lazy(r"(?<![^\W\d_])([^\W\d_]{4,})\d{1,3}")
JOINING = frozenset(
    [
        "of",
        "the",
        "for",
        "on",
        "and",
        "to",
        "in",
        "against",
        "with",
        "by",
        "at",
        "from",
        "as",
        "or",
        "its",
        "all",
        "de",
        "la",
        "du",
        "des",
        "between",
        "among",
        "under",
        "into",
        "a",
        "an",
        "&",
    ]
)
"""Small words that stand inside of names."""
_HEADS = (
    frozenset(["convention", "covenant", "treaty", "protocol", "agreement", "charter", "statute", "declaration"]),
    frozenset(
        [
            "declaration",
            "programme",
            "plan",
            "platform",
            "agenda",
            "framework",
            "strategy",
            "action",
            "principles",
            "guidelines",
            "rules",
        ]
    ),
    frozenset(["commission", "committee", "council", "conference", "board", "forum", "assembly", "panel", "group"]),
    frozenset(
        [
            "organization",
            "agency",
            "office",
            "fund",
            "programme",
            "union",
            "authority",
            "department",
            "division",
            "centre",
            "institute",
        ]
    ),
    frozenset(
        [
            "rapporteur",
            "representative",
            "envoy",
            "adviser",
            "coordinator",
            "expert",
            "commissioner",
            "secretary",
            "director",
        ]
    ),
)
_LONGEST_RUN = 40
"""A run of more words is a list of names, or no prose at all."""
_PLAIN = frozenset(["of", "the", "for", "on", "in", "to", "against", "and", "or", "&"])
"""Small words that may be taken for one another, or left out, between the words of a name."""
_LEAST_WEIGHT = 3
"""Names of fewer words of weight are told apart by their small words."""
_LONG = 5
"""From so many words of weight on, one of them may differ altogether."""


_MOST_ASKED = 20_000
"""So many answers are remembered; a run over thousands of drafts asks for more."""


class Token(NamedTuple):
    """A word of a text with its place; ``capital`` tells a word that a name may begin or end with."""

    text: str
    start: int
    end: int
    capital: bool


class Near(NamedTuple):
    """A name that words nearly are; ``first`` and ``last`` are the places of those words in their run."""

    name: str
    texts: int
    first: int
    last: int


def tokens(text: str) -> list[Token]:
    """The words of ``text``; apostrophes and hyphens are levelled."""
    parts = _WORDS.split(text)
    ends = [*accumulate(map(len, parts))]
    words = [word if word.isalpha() else _levelled(word) for word in parts[1::2]]
    capital = [word[0].isupper() or (len(word) == 4 and word.isdigit()) for word in words]
    return [
        *map(tuple.__new__, repeat(Token), zip(words, ends[::2], ends[1::2], capital, strict=False)),
        Token("", len(text), len(text), False),
    ]


def _levelled(word: str) -> str:
    """A word that is not of letters alone as names are compared."""
    word = word.replace("'", "’").replace("\u2011", "-")
    if word[-1].isdigit() and (glued := _GLUED.fullmatch(word)):
        return glued[1]  # the figure of a note that a conversion has glued on
    return word


def runs(found: Sequence[Token]) -> Iterator[list[Token]]:
    """The longest runs of words with capitals, small words between them; the first word of a text begins none."""
    at = 1
    while at < len(found):
        figure = found[at].text.isdigit()
        if not found[at].capital or (figure and not _numbered(found, at)):
            at += 1
            continue
        last = here = at
        while here + 1 < len(found) and found[here + 1].start - found[here].end == 1:
            following = found[here + 1]
            if following.capital:
                last = here + 1
            elif following.text.lower() not in JOINING or here - last >= 2:
                break
            here += 1
        if last > at:
            yield list(found[at : last + 1])
        at = last + 1


def _numbered(found: Sequence[Token], at: int) -> bool:
    """Whether a year begins a name (*2030 Agenda*): a word with a capital follows, and no month is before it."""
    following, before = found[at + 1], found[at - 1]
    return following.capital and not following.text.isdigit() and not before.capital


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
        self._by_first: dict[str, list[str]] | None = None
        self._by_weighty: dict[tuple[str, ...], set[tuple[str, ...]]] | None = None
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
        found = {name for name in self._candidates(lower) if _one_change(lower, name)} or self._otherwise_joined(lower)
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
        row, done = " ".join(lower), 0
        begins = [0, *accumulate(len(word) + 1 for word in lower)]
        for at in [at for at, word in enumerate(lower) if word in by_first]:
            if at < done:
                continue
            for name in by_first[lower[at]]:
                # A blank, which parts the words of the row, must follow.
                if row.startswith(name + " ", begins[at]):
                    end = at + name.count(" ") + 1
                    if _joined(found[at:end]):
                        form = self._forms[name]
                        if form != " ".join([token.text for token in found[at:end]]):
                            yield form, at, end - 1
                        done = end
                        break

    def _first_words(self) -> Mapping[str, list[str]]:
        """The names in small letters by their first words, the longest first."""
        if self._by_first is None:
            index: dict[str, list[str]] = {}
            for form in self._forms:
                index.setdefault(form.partition(" ")[0], []).append(form)
            for names in index.values():
                names.sort(key=len, reverse=True)
            self._by_first = index
        return self._by_first

    def _otherwise_joined(self, words: tuple[str, ...]) -> set[tuple[str, ...]]:
        """Names of the same words of weight in the same order, with other small words between."""
        if self._by_weighty is None:
            index: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
            for lower in self._forms:
                name = tuple(lower.split())
                weighty = tuple(word for word in name if word not in JOINING)
                if len(weighty) >= _LEAST_WEIGHT:
                    index.setdefault(weighty, set()).add(name)
            self._by_weighty = index
        weighty = tuple(word for word in words if word not in JOINING)
        return {name for name in self._by_weighty.get(weighty, ()) if _otherwise(words, name)}

    def by_word(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The names of three words and more, taken apart, by each of their words of weight."""
        if self._by_word is None:
            index: dict[str, list[tuple[str, ...]]] = {}
            for lower in self._forms:
                name = tuple(lower.split())
                if len(name) >= 3:
                    for word in sorted({word for word in name if word not in JOINING}):
                        index.setdefault(word, []).append(name)
            self._by_word = index
        return self._by_word

    def _candidates(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        by_word = self.by_word()
        seen: set[tuple[str, ...]] = set()
        weighty = [word for word in words if word not in JOINING]
        # Two words of weight must be in common; any two of the three rarest will do.
        for word in sorted(weighty, key=lambda word: len(by_word.get(word, ())))[:3]:
            for name in by_word.get(word, ()):
                if name not in seen and abs(len(name) - len(words)) <= 1:
                    seen.add(name)
                    yield name


def _otherwise(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the small words between differ in more than an article behind *and*, which several names that are joined may lack."""
    if words[0] != name[0] or words[-1] != name[-1]:
        return False
    small, own = ([word for word in one if word in JOINING] for one in (words, name))
    if not own or not {*small, *own} <= _PLAIN:
        return False
    pairs = ("and", "or", "as", "&")
    if [word for word in words if word in pairs] != [word for word in name if word in pairs]:
        return False
    bare, other = (" ".join(one).replace("and the ", "and ").replace("or the ", "or ") for one in (words, name))
    return bare != other


def _one_change(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one change of the closed list makes ``words`` the name."""
    if len(words) == len(name):
        differing = [place for place, (one, two) in enumerate(zip(words, name, strict=True)) if one != two]
        if len(differing) == 1:
            at = differing[0]
            return _may_stand_for(at, words[at], name)
        if len(differing) == 2 and differing[1] - differing[0] <= 2:
            one, two = differing
            return words[one] == name[two] and words[two] == name[one] and _weight(name) >= 3
        return False
    longer, shorter = (words, name) if len(words) > len(name) else (name, words)
    at = next(
        (place for place, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two), len(shorter)
    )
    if longer[:at] + longer[at + 1 :] != shorter or at in (0, len(longer) - 1):
        return False
    if longer[at] in JOINING:
        return longer[at] in _DROPPED and longer[at - 1] != "and"
    return longer is name and _weight(name) >= _LONG


def _joined(found: Sequence[Token]) -> bool:
    """Whether one sign stands between each word and the next."""
    return all(after.start - before.end == 1 for before, after in pairwise(found))


def _weight(name: tuple[str, ...]) -> int:
    return sum(word not in JOINING for word in name)


def _may_stand_for(at: int, word: str, name: tuple[str, ...]) -> bool:
    """Whether ``word`` may stand by mistake where the name has its word ``at``."""
    right = name[at]
    if word in JOINING or right in JOINING:
        return word in _SWAPPED and right in _SWAPPED and _weight(name) >= 2
    if _weight(name) >= 2 and _alike(word, right):
        return word + "s" != right != word[:-1] or _within(at, name)
    if _weight(name) >= 4 and any(word in heads and right in heads for heads in _HEADS):
        return True
    inner = 0 < at < len(name) - 1
    return inner and _weight(name) > _LONG and not (word[0].isdigit() or right[0].isdigit())


def _alike(word: str, right: str) -> bool:
    """Whether two words are forms of one, or one a misspelling of the other."""
    if word[:1].isdigit() or right[:1].isdigit() or word[:1] != right[:1] or _unowned(word) == _unowned(right):
        return False
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    if longer in (shorter + "s", shorter + "es", shorter + "al", shorter + "me", shorter[:-1] + "ies"):
        return True
    if _derived(word, right):
        return True
    return len(longer) >= 5 and len(longer) - len(shorter) <= 1 and _edits(word, right) == 1


def _within(at: int, name: tuple[str, ...]) -> bool:
    """Whether the word ``at`` is neither the head of the name nor joined to it by *and*: heads stand in both numbers."""
    head = next((place for place, word in enumerate(name) if word in JOINING), len(name)) - 1
    joined = next((word for word in name[at - 1 :: -1] if word in JOINING and word != "the"), "") if at else ""
    return at != head and joined != "and" and len(name[-1]) > len("II")


def _unowned(word: str) -> str:
    return word.removesuffix("’s").removesuffix("’")


_ENDINGS = (
    "",
    "s",
    "e",
    "a",
    "al",
    "an",
    "ic",
    "ical",
    "ics",
    "ian",
    "ous",
    "ity",
    "ies",
    "y",
    "ary",
    "ure",
    "ural",
    "ic",
    "ive",
    "ion",
    "ional",
)
_STEM = 4


def _derived(word: str, right: str) -> bool:
    """Whether two words are of one stem: *agriculture* and *agricultural*, *climate* and *climatic*, *Arab* and *Arabic*."""
    shared = next(
        (place for place, (one, two) in enumerate(zip(word, right, strict=False)) if one != two),
        min(len(word), len(right)),
    )
    return any(
        word[cut:] in _ENDINGS and right[cut:] in _ENDINGS and word[cut:] != right[cut:]
        for cut in range(max(_STEM, shared - 3), shared + 1)
    )


def _edits(word: str, right: str) -> int:
    """1 where one letter, or two neighbours that changed places, part the words; 2 for more."""
    if len(word) == len(right):
        differing = [place for place, (one, two) in enumerate(zip(word, right, strict=True)) if one != two]
        swapped = (
            len(differing) == 2
            and differing[1] - differing[0] == 1
            and word[differing[0]] == right[differing[1]]
            and word[differing[1]] == right[differing[0]]
        )
        return 1 if len(differing) == 1 or swapped else 2
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    return 1 if any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))) else 2


def variants_of(known: Iterable[str]) -> Names:
    """Names without counts, to ask what is near them."""
    return Names((name, 1) for name in known)


@per_lexicon
def names(lexicon: Lexicon) -> Names:
    """The names of the tables ``names``, and ``official-names``, which are counted in no text."""
    rows = [(name, int(texts or 0), use) for name, texts, use in lexicon.columns("names", "name", "texts", "use")]
    known = dict.fromkeys(lexicon.column("official-names", "name"), 0)
    known |= {name: texts for name, texts, use in rows if use != "also"}
    also = ((name, texts) for name, texts, use in rows if use == "also")
    return Names(known.items(), also, lexicon.ready("names by word"))
