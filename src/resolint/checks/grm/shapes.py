"""The shape of a draft: one letter for each word and mark, so that constructions are looked for with patterns of letters.

A place in the shape is a place in the row of words of the draft, which is made of the rows of its paragraphs as they are counted.
``LETTERS`` tells what the letters mean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.forms import BARE, ING, PARTICIPLE, PAST, WITH_S, Token, Tokens
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import row_of
from resolint.checks.shared.running import running
from resolint.checks.shared.texts import english as speaks_english
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.model import Block, Document
from resolint.shared import per_document_with

__all__ = ["LETTERS", "Letters", "Shape", "letters_of", "shape", "shape_of"]

_ROW = "shapes of sentences"
_MOST_KEPT = 100_000

LETTERS = {
    "D": "a determiner of either number", "A": "one that stands before a singular", "T": "one that stands before a plural",
    "#": "a number in figures or words", "1": "one",
    "I": "a preposition", "o": "of", "t": "to", "&": "and", "|": "or, nor",
    "W": "who", "H": "which, whom, whose", "Q": "that", "S": "another word that opens a clause",
    "B": "is, was, has, does", "E": "are, were, have, do", "M": "a modal verb, had, did", "b": "be, been, being, having",
    "R": "an adverb", "J": "an adjective", "j": "an adjective that is a noun too",
    "p": "they, we", "i": "it, he, she", "m": "an object pronoun", "f": "everyone, nothing …",
    "n": "a noun in the singular", "N": "in the plural", "K": "a word with a capital", "L": "one in the plural",
    "y": "a singular that is the bare form of a verb too", "z": "a plural that is a third person too",
    "v": "the bare form of a verb", "s": "a third person", "e": "a participle or past", "P": "a past that is no participle",
    "c": "a participle that is no past", "u": "a verb with one form for all",
    "a": "an adjective that is the bare form of a verb too", "g": "a form in -ing", "G": "one that is a noun too",
    "x": "none that is known", "Z": "a possessive",
}  # fmt: skip


_CLOSED: Mapping[str, str] = {
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "x"),
    **dict.fromkeys(english.word_set(
        "the no any all other such certain more most less least enough same his her its their our your my little much"
    ), "D"),
    **dict.fromkeys(english.word_set("a an each every this another either neither"), "A"),
    **dict.fromkeys(english.word_set("these those many several few both various numerous fewer some"), "T"),
    **dict.fromkeys(english.PREPOSITIONS | english.word_set(
        "as between among about over across above below behind beyond beside besides near around along despite via per "
        "throughout including concerning regarding pursuant amongst toward onto outside inside like than except according "
        "notwithstanding alongside"
    ), "I"),
    "of": "o", "to": "t", "and": "&", "but": "&", "or": "|", "nor": "|",
    "who": "W", "which": "H", "whom": "H", "whose": "H", "that": "Q",
    **dict.fromkeys(english.word_set(
        "where when while if whether because although though unless until since before after once why how wherever whenever so "
        "lest whatever what"
    ), "S"),
    **dict.fromkeys(("is", "was", "has", "does"), "B"),
    **dict.fromkeys(("are", "were", "have", "do"), "E"),
    **dict.fromkeys((*english.ANY_MODALS, "cannot", "had", "did"), "M"),
    **dict.fromkeys(("be", "been", "being", "having", "done", "doing"), "b"),
    **dict.fromkeys(english.word_set(
        "not also often seldom still already always never now only just even thus therefore then again further rather well "
        "together respectively soon yet however ever too both very here there twice far long inter alia out up "
        "down away ahead forth back almost everywhere thereof thereto therein thereon thereby otherwise regardless instead"
    ), "R"),
    **dict.fromkeys(("they", "we", "you"), "p"), **dict.fromkeys(("it", "he", "she", "i"), "i"),
    **dict.fromkeys(english.word_set("them him us themselves itself himself herself"), "m"),
    **dict.fromkeys(english.word_set(
        "everyone everybody nobody nothing anything something anyone anybody somebody someone everything"
    ), "f"),
    **dict.fromkeys(english.word_set("people data media police persons women men children"), "N"),
    **dict.fromkeys(("half", "person", "series"), "n"),
    **dict.fromkeys(english.word_set(
        "due last next developing emerging existing ongoing remaining present following new old bad"
    ), "J"),
    **dict.fromkeys(("first", "second", "third"), "#"),
    "one": "1", "based": "e", "lost": "e", "given": "c", "united": "K", "cost": "y", "et": "x",
}  # fmt: skip
"""Words that are told by themselves, whatever stands beside them."""
_NO_HEADS = ("scale", "term", "level", "quality", "up")
"""Nouns at the end of compounds that describe: *large-scale*."""
_DESCRIBING = ("al", "ic", "ive", "ous", "ful", "able", "ible", "ary", "less", "ern", "ed")
_NAMING = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "osis", "us", "is")
_VERBS = {BARE: "v", WITH_S: "s", PAST: "P", PARTICIPLE: "c", PAST | PARTICIPLE: "e", ING: "g"}
_BOTH = {**_VERBS, BARE: "y", WITH_S: "z"}


class Letters(dict[bytes, str]):
    """The letter of each word, as it is counted; judged when it is first met."""

    def __init__(self, tokens: Tokens, classes: Classes, numbers: Iterable[str]) -> None:
        super().__init__()
        self._tokens, self._classes = tokens, classes
        self._closed = {**dict.fromkeys(numbers, "#"), **_CLOSED}

    def __missing__(self, key: bytes) -> str:
        found = self._judged(key)
        if len(self) < _MOST_KEPT:
            self[key] = found
        return found

    def _judged(self, key: bytes) -> str:
        word = key.decode().rstrip()
        lower = word.lower()
        if word[0].isupper() and len(word) > 1:
            return "L" if self._classes.only_plural(lower) or lower in ("states", "parties") else "K"
        if lower.endswith(("'s", "s'")) and len(lower) > 3:
            return "Z"
        if lower in self._closed:
            return self._closed[lower]
        if not word[0].isalpha():
            return "#" if word[0].isdigit() else word if word in ",;.:()" else "·"
        if "-" in lower:
            last = lower.rpartition("-")[2]
            if self._classes.only_plural(last):
                return "N"
            return "n" if self._classes.only_singular(last) and last not in _NO_HEADS else "J"
        return self._open(self._tokens[f"{lower} ".encode()], lower)

    def _open(self, token: Token, lower: str) -> str:
        paradigm, classes = token.paradigm, self._classes
        if paradigm is None or paradigm.kind == "r":
            if paradigm is not None:
                return "J" if paradigm.forms[lower] == 1 else "R"
            if token.number:
                return "nN"[int(token.number) - 1]
            if lower in classes.adjectives:
                return "J"
            if lower in classes.adverbs or lower.endswith("ly"):
                return "R"
            return "J" if lower.endswith(_DESCRIBING) else "n" if lower.endswith(_NAMING) else "x"
        noun, verb, places = "n" in paradigm.kind, "v" in paradigm.kind, paradigm.forms[lower]
        if not verb:
            plural = places == 2
            if classes.is_noun(lower) and lower in classes.plurals and lower in classes.singulars:
                return "x"
            return "N" if plural else "j" if "a" in paradigm.kind else "n"
        if places & ING:
            return "G" if "g" in paradigm.kind else "g"
        if places & BARE and places & (PAST | PARTICIPLE):
            return "u"
        if "a" in paradigm.kind and places & BARE:
            return "a"
        return (_BOTH if noun else _VERBS).get(places, "x")


class Shape(NamedTuple):
    """A draft in letters: ``text`` has one for each of ``words``.

    ``blocks`` are its paragraphs, ``starts`` tells where each begins.
    """

    text: str
    words: Sequence[bytes]
    blocks: Sequence[Block]
    starts: Sequence[int]

    def at(self, place: int) -> tuple[Block, int]:
        """The paragraph of a place, and the place in its own row."""
        number = bisect_right(self.starts, place) - 1
        return self.blocks[number], place - self.starts[number]


@per_lexicon
def letters_of(lexicon: Lexicon) -> Letters:
    """The letters of the words of a language."""
    return Letters(tokens_of(lexicon), classes_of(lexicon), lexicon.column("numbers", "cardinal"))


def shape(words: Sequence[bytes], letters: Letters) -> str:
    """The shape of a row of words; the first has its capital from where it stands."""
    found = [*map(letters.__getitem__, words)]
    found[0], found[-1] = "<", ">"
    if len(words) > 2 and words[1][:1].isupper():
        found[1] = letters[words[1].lower()]
    return "".join(found)


@per_document_with(_ROW)
def shape_of(document: Document, lexicon: Lexicon) -> Shape:
    """The shape of the titles and of the running text."""
    letters = letters_of(lexicon)
    titles = [document.block(act.title.block) for act in document.acts if act.title is not None]
    blocks = [*(block for block in titles if speaks_english(block)), *running(document)]
    words: list[bytes] = []
    starts, texts = [], []
    for block in blocks:
        row = row_of(document, block)
        starts.append(len(words))
        words += row.words
        texts.append(shape(row.words, letters))
    return Shape("".join(texts), words, blocks, starts)
