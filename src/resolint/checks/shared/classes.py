"""The classes of words for the rules on grammar: nouns, verbs, adjectives and adverbs with their forms.

The tables ``noun-forms``, ``verb-forms``, ``adverb-forms`` and ``adjectives`` hold what adopted texts use, each word with the
forms that belong together; ``tests.support.classes`` makes them. Of a word in no table the word
list tells whether it is a noun: both of its numbers are in it, and no ending shows another class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from resolint.checks.shared.texts import word_list
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["Classes", "classes_of"]


_OTHER_CLASS = (
    "ly",
    "ing",
    "ed",
    "able",
    "ible",
    "ful",
    "ous",
    "ive",
    "al",
    "ic",
    "less",
    "ish",
    "ary",
    "ant",
    "ent",
    "er",
    "est",
)
_SHORTEST = 4
MANY_OF = frozenset(("these", "those", "many", "several", "all", "both", "few", "various"))
"""Words before a noun in the plural."""


class Guessed(Mapping[str, str]):
    """Forms of words from a table, and for words in no table what ``guess`` says, empty for none; answers are remembered."""

    def __init__(self, known: Mapping[str, str], guess: Callable[[str], str]) -> None:
        self._known = dict(known)
        self._guess = guess

    def _find(self, word: str) -> str:
        found = self._known.get(word)
        if found is None:
            self._known[word] = found = self._guess(word)
        return found

    def __getitem__(self, word: str) -> str:
        if found := self._find(word):
            return found
        raise KeyError(word)

    def __contains__(self, word: object) -> bool:
        return bool(self._find(str(word)))

    def __iter__(self) -> Iterator[str]:
        return iter(word for word, other in self._known.items() if other)

    def __len__(self) -> int:
        return sum(map(bool, self._known.values()))


class Classes(NamedTuple):
    """The words of each class.

    ``plurals`` leads from a noun to its plural, ``singulars`` back, ``mass`` are nouns without a plural; ``counted`` are the
    nouns that stand in the plural behind *all* and *other*. ``thirds``, ``participles`` and ``ings`` lead from a form of
    a verb to its base, ``bases`` from the base to the participle,
    ``third_of``, ``past_of`` and ``ing_of`` to the other forms. ``pure`` are bases, and ``sure`` third persons, that are
    no nouns. ``adverbs`` leads from an adverb to its adjective, ``adverb_of`` back.
    """

    plurals: Mapping[str, str]
    singulars: Mapping[str, str]
    mass: frozenset[str]
    counted: frozenset[str]
    bases: Mapping[str, str]
    thirds: Mapping[str, str]
    participles: Mapping[str, str]
    ings: Mapping[str, str]
    pure: frozenset[str]
    sure: frozenset[str]
    adjectives: frozenset[str]
    third_of: Mapping[str, str]
    past_of: Mapping[str, str]
    ing_of: Mapping[str, str]
    adverbs: Mapping[str, str]
    adverb_of: Mapping[str, str]

    def is_noun(self, word: str) -> bool:
        """Whether ``word`` is a noun in any number."""
        return word in self.plurals or word in self.singulars or word in self.mass

    def only_singular(self, word: str) -> bool:
        """Whether ``word`` is a noun in the singular that is not the same in the plural."""
        return word in self.plurals and word not in self.singulars

    def only_plural(self, word: str) -> bool:
        """Whether ``word`` is a noun in the plural that is no singular as well."""
        return word in self.singulars and word not in self.plurals

    def modifies(self, word: str) -> bool:
        """Whether ``word`` describes a noun behind it."""
        known = word in self.adjectives or word in self.adverbs
        return known or word in MANY_OF or word in ("other", "most", "more") or "-" in word

    def number(self, noun: str) -> str:
        """The number of ``noun``: "one", "many", "" for *species* and what is no noun."""
        if noun in ("those", "people") or (noun in self.singulars and noun not in self.plurals):
            return "many"
        mass = noun in self.mass and (noun[-1] != "s" or noun.endswith("ss"))
        return "one" if noun in self.plurals or mass else ""


@per_lexicon
def words_counted(lexicon: Lexicon) -> frozenset[str]:
    """The words that adopted texts write, in small letters."""
    return frozenset(lexicon.column("word-counts", "word"))


@per_lexicon
def classes_of(lexicon: Lexicon) -> Classes:
    """The words of the tables by class."""
    nouns = [*lexicon.columns("noun-forms", "singular", "plural", "counted")]
    verbs = [*lexicon.columns("verb-forms", "verb", "third", "past", "participle", "ing", "noun")]
    pairs = [(adjective, adverb) for adjective, adverb in lexicon.columns("adverb-forms", "adjective", "adverb")]
    singulars = {plural: singular for singular, plural, _ in nouns if plural}
    bases = {verb: participle for verb, _, _, participle, _, _ in verbs}
    thirds = {third: verb for verb, third, _, _, _, _ in verbs if third}
    participles = {form: verb for verb, _, past, participle, _, _ in verbs for form in (past, participle) if form}
    adjectives = frozenset(lexicon.column("adjectives", "adjective"))
    # What adopted texts write and the tables of nouns do not hold is no noun.
    others = (words_counted(lexicon), adjectives, singulars, bases, thirds, participles)
    words = word_list(lexicon)

    def plural(word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha() or word.endswith((*_OTHER_CLASS, "s")):
            return ""
        if any(word in known for known in others):
            return ""
        other = _plural(word)
        return other if words.knows(other) and words.knows(word) else ""

    def singular(word: str) -> str:
        if (
            len(word) <= _SHORTEST
            or not word.isalpha()
            or word[-1] != "s"
            or word.endswith(("ss", "us", "is"))
            or any(word in known for known in others)
        ):
            return ""
        ones = (
            (word[:-3] + "y",)
            if word.endswith("ies")
            else (word[:-1], word[:-2])
            if word.endswith("es")
            else (word[:-1],)
        )
        return next((one for one in ones if _plural(one) == word and words.knows(one)), "")

    pure = frozenset(verb for verb, _, past, _, _, noun in verbs if not noun and verb != past)
    return Classes(
        plurals=Guessed({singular: plural for singular, plural, _ in nouns if plural}, plural),
        singulars=Guessed(singulars, singular),
        mass=frozenset(singular for singular, plural, _ in nouns if not plural),
        counted=frozenset(singular for singular, _, counted in nouns if counted),
        bases=bases,
        thirds=thirds,
        participles=participles,
        ings={ing: verb for verb, _, _, _, ing, _ in verbs if ing},
        pure=pure,
        sure=frozenset(third for third in thirds if third not in singulars),
        adjectives=adjectives,
        third_of={verb: third for verb, third, _, _, _, _ in verbs if third},
        past_of={verb: past for verb, _, past, _, _, _ in verbs if past},
        ing_of={verb: ing for verb, _, _, _, ing, _ in verbs if ing},
        adverbs={adverb: adjective for adjective, adverb in pairs},
        adverb_of=dict(pairs),
    )


@per_lexicon
def persons_of(lexicon: Lexicon) -> frozenset[str]:
    """The words of the table of persons."""
    return frozenset(lexicon.column("persons", "person"))


def _plural(noun: str) -> str:
    """The regular plural."""
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeou" else noun + "s"
