"""One pass over the first words of a paragraph: which of them are its opening phrase, and how it is made up."""

from __future__ import annotations

from typing import Literal

from resolint.frozen import NamedTuple
from resolint.lexicon import english
from resolint.lexicon.phrases import BLANKS, INSIDE, WORD, Form, Grammar, Node, token

__all__ = ["Mood", "Opening", "Part", "read_opening"]

Mood = Literal["participle", "third", "plural", ""]
"""*Recalling* and adjectives such as *Mindful*; *Recalls*; *Recall*, the form of declarations."""
Part = Literal["preambular", "operative", "paragraph"]
"""The part of a draft that a paragraph belongs to, by the names of its roles; ``paragraph`` is a declaration's."""

_MOODS: dict[Form, Mood] = {"participle": "participle", "adjective": "participle", "third": "third", "base": "plural"}
_PARTS: dict[Mood, Part] = {"participle": "preambular", "third": "operative", "plural": "paragraph"}

_MOST_WORDS = 14
_NEAR = 7
"""Within so many words a noun belongs to the verb before it."""


class Opening(NamedTuple):
    """The opening of one paragraph; offsets count from the start of the text that was parsed.

    ``start`` to ``end`` is the whole phrase with its adverbs, without a preposition or *that* behind it. Italics usually
    end at ``italic_end``; they may end as early as ``least`` (the bare verb where the rest is optional) and as late as
    ``most``.
    ``verb`` is the base form, empty for adjectives and where the first word is no known verb. ``phrase`` is the phrase
    in small letters without its adverb of sequence and what is optional, ``key`` the same with the verb in its base
    form. ``adverb`` is the adverb of sequence with its place. ``listed`` tells that the tables have the phrase, in this
    mood or another.
    """

    start: int
    end: int
    italic_end: int
    least: int
    most: int
    form: Form
    verb: str
    phrase: str
    key: str
    listed: bool
    adverb: str = ""
    adverb_start: int = -1
    adverb_end: int = -1

    @property
    def leads(self) -> bool:
        """Whether the adverb of sequence stands before the verb (*Also recalling*)."""
        return self.adverb_start == self.start >= 0 and bool(self.adverb)

    @property
    def mood(self) -> Mood:
        """The mood, by which the parts of a draft are told apart; empty for infinitives and what is not known."""
        return _MOODS.get(self.form, "")

    @property
    def part(self) -> Part | None:
        """The part of a draft whose paragraphs open in this mood."""
        return _PARTS.get(self.mood)


def read_opening(text: str, start: int, grammar: Grammar) -> Opening:
    """The opening phrase that begins with the word at ``start``."""
    return _Parser(text, _words(text, start), grammar).run()


_Word = tuple[str, int, int]


def _words(text: str, at: int) -> list[_Word]:
    """The first words from ``at`` on, in small letters, with their offsets; nothing but blanks stands between them."""
    words: list[_Word] = []
    while len(words) < _MOST_WORDS and (found := WORD.match(text, at)) is not None:
        words.append((found[0].lower().replace("\u2011", "-"), found.start(), found.end()))
        at = end = found.end()
        while at < len(text) and text[at] in BLANKS:
            at += 1
        if at == end:
            break
    return words


class _Match(NamedTuple):
    """The longest phrase of the tables from the verb on: the places after its last word, its core, its italics, and
    what goes before a colour or an owner.
    """

    end: int
    core: int
    italic: int
    known: int


class _Parser:
    """One pass over the words: adverbs, verb, what the tables join to it, colour, adverbs."""

    def __init__(self, text: str, words: list[_Word], grammar: Grammar) -> None:
        self.text = text
        self.words = words
        self.grammar = grammar
        self.at = 0
        self.adverb_at = -1

    def run(self) -> Opening:
        self._adverbs(english.LEADING)
        if self._is_word_of_degree():
            at, adverb_at = self.at, self.adverb_at
            self._adverbs(english.LEADING | english.WEAK_LEADING)
            if self.grammar.verb(self._peek())[1] == "unknown":
                self.at, self.adverb_at = at, adverb_at
        infinitive = self._peek() == "to" and self.grammar.verb(self._peek(1))[1] == "base"
        self.at += infinitive
        head = self.at
        base, form, match = self._head()
        core = self.at
        if base or form != "unknown":
            core = self._tail(base, match)
        elif self.at == head:
            self.at = core = head + 1
        return self._opening(base, "infinitive" if infinitive else form, head, core, match)

    def _peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place][0] if place < len(self.words) else ""

    def _pair(self) -> tuple[str, str]:
        return self._peek(), self._peek(1)

    def _is_word_of_degree(self) -> bool:
        return self._peek() in english.WEAK_LEADING and self.at < len(self.words) - 1

    def _sequence(self) -> bool:
        """Take an adverb of sequence if it stands here and none was met before."""
        if self._peek() not in english.SEQUENCE or self.adverb_at >= 0:
            return False
        self.adverb_at = self.at
        self.at += 1
        return True

    def _adverbs(self, leading: frozenset[str]) -> None:
        """What may stand before the verb: sequence, *once again*, and adverbs of degree."""
        while self.at < len(self.words) - 1:
            if self._sequence():
                continue
            if self._pair() in english.LEADING_PAIRS and self.at < len(self.words) - 2:
                self.at += 2
            elif self._peek() in leading or english.is_adverb(self._peek()):
                self.at += 1
            else:
                return

    def _head(self) -> tuple[str, Form, _Match | None]:
        """The verb or adjective itself, with what the tables join to it."""
        word = self._peek()
        if word == "in" and self._peek(1) in english.FOLLOWING_IN:
            self.at += 2
            return "", "adjective", None
        base, form = self.grammar.verb(word)
        match = self._descend(base) if base else None
        if base in english.AUXILIARIES and match is None:
            base, form = "", "unknown"
        if match is not None:
            self._note_adverb(self.at, match.known)
            self.at = match.known
        elif word == "having":
            return self._perfect()
        else:
            if form == "unknown" and english.seems_participle(word):
                form = "participle"
            self.at += 1
        return ("" if form == "adjective" else base), form, match

    def _descend(self, base: str) -> _Match | None:
        """The longest phrase of the tables that begins with the verb here; adverbs inside of it are passed over."""
        node = self.grammar.root(base)
        ends = [self.at + 1]
        best = self._ended(node, ends)
        at = self.at + 1
        while at < len(self.words):
            word = self.words[at][0]
            below = node.below.get(token(word))
            if below is not None:
                node = below
                ends.append(at + 1)
                best = self._ended(node, ends) or best
            elif word not in INSIDE or (word == "further" and base == english.DEMANDING):
                break
            at += 1
        return best

    @staticmethod
    def _ended(node: Node, ends: list[int]) -> _Match | None:
        if node.core < 0:
            return None
        return _Match(ends[-1], ends[node.core - 1], ends[node.italic - 1], ends[node.known - 1])

    def _word(self, place: int) -> str:
        return self.words[place][0] if place < len(self.words) else ""

    def _note_adverb(self, start: int, end: int) -> None:
        for at in range(start, end):
            if self.adverb_at < 0 and self.words[at][0] in english.SEQUENCE:
                self.adverb_at = at

    def _perfect(self) -> tuple[str, Form, None]:
        """*Having considered*, where the tables do not know what follows."""
        self.at += 1
        self._sequence()
        if self._peek() and self._peek() not in english.CLOSED:
            self.at += 1
        return "have", "participle", None

    def _tail(self, base: str, match: _Match | None) -> int:
        """Take what colours the verb; give the place where the shortest accepted phrase ends."""
        self._sequence_after(base)
        core = self.at
        if self._peek() == "with" and (size := self._noun(self.grammar.colours, 1)):
            self.at += size
            core = self.at
        elif base == english.DEMANDING:
            self.at += self._noun(self.grammar.owned, 0)
            core = self.at
        elif self._peek() in english.OWNERS and (base in english.OWNING or (match and match.end > match.core)):
            self.at += self._noun(self.grammar.owned, 0)
        elif base == english.REMAINING:
            self._remaining()
            self.at = max(self.at, match.end if match else 0)
        if self.at and self._peek() in english.HANDING_OVER.get(self.words[self.at - 1][0], ()):
            self.at += 1
        if self._pair() in english.LEADING_PAIRS:
            self.at += 2
        elif self._peek() == "again":
            self.at += 1
        before = self.at
        self._sequence_after(base)
        return max(core, self.at) if self.at > before else core

    def _sequence_after(self, base: str) -> None:
        """*also* after the verb is always the adverb; *further* may also belong to the noun that follows."""
        if self._peek() == "also" or (self._peek() == "further" and self._adverbial(base)):
            self._sequence()

    def _adverbial(self, base: str) -> bool:
        following = self._peek(1)
        named = bool(following) and self.text[self.words[self.at + 1][1]].isupper()
        known = (base, self._peek()) in self.grammar.sequenced
        return known or named or not following or following in english.ADVERB_BEFORE

    def _noun(self, nouns: frozenset[str], skip: int) -> int:
        """How many words from here reach one of ``nouns`` over a few adjectives; 0 if none does."""
        for ahead in range(skip, _NEAR):
            word = self._peek(ahead)
            if word in nouns:
                if self._peek(ahead + 1) == "and" and self._peek(ahead + 2) in nouns:
                    return ahead + 3
                return ahead + 1
            if not word or (word in english.CLOSED and word != "the") or word.endswith(("’s", "'s")):
                return 0
        return 0

    def _remaining(self) -> None:
        """*Remaining deeply concerned*, *Remains convinced*."""
        ahead = 1 if english.is_adverb(self._peek()) else 0
        if self.grammar.verb(self._peek(ahead))[1] == "adjective":
            self.at += ahead + 1

    def _opening(self, base: str, form: Form, head: int, core: int, match: _Match | None) -> Opening:
        italic = least = core
        if match is not None:
            core = max(core, match.core)
            italic, least = max(core, match.italic), min(core, self._with_adverbs(match.italic))
            self._note_adverb(head, match.core)
        end = max(self.at, core)
        italic = min(self._with_adverbs(italic), max(italic, end))
        kept = [at for at in range(core) if at != self.adverb_at]
        adverb = self.words[self.adverb_at] if self.adverb_at >= 0 else ("", -1, -1)
        return Opening(
            start=self.words[0][1],
            end=self._end(end),
            italic_end=self._end(italic),
            least=self._end(least),
            most=self._end(max(italic, self._stressed(end), match.end if match else 0)),
            form=form,
            verb=base,
            phrase=" ".join(self.words[at][0] for at in kept),
            key=" ".join(base if at == head and base else self.words[at][0] for at in kept),
            listed=match is not None,
            adverb=adverb[0],
            adverb_start=adverb[1],
            adverb_end=adverb[2],
        )

    def _end(self, place: int) -> int:
        """The offset at which the word before a place ends."""
        return self.words[place - 1][2]

    def _stressed(self, place: int) -> int:
        """The place after *in particular* or the like, if it follows."""
        for stressing in english.STRESSING:
            if all(self._word(place + ahead) == word for ahead, word in enumerate(stressing)):
                return place + len(stressing)
        return place

    def _with_adverbs(self, place: int) -> int:
        """The place after the adverbs that follow right behind a phrase."""
        while True:
            if place == self.adverb_at or self._word(place) == "again":
                place += 1
            elif (self._word(place), self._word(place + 1)) in english.LEADING_PAIRS:
                place += 2
            else:
                return place
