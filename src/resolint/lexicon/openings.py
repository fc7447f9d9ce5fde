"""The grammar of opening phrases: how preambular and operative paragraphs and those of declarations begin.

*Noting with concern also* is a verb, its colour and an adverb of sequence; *Expresses its deep regret* a verb with what
it owns. The phrases are those of the tables ``preambular-openings``, ``operative-openings`` and ``verb-strength``; a verb
that stands in one of them is known in all its moods. Around a phrase may stand what a drafter always adds: adverbs
before and behind it, a colour (*with deep concern*) or a noun with its owner, from the table ``opening-nouns``. Readers,
checks, templates and comparisons all ask ``parse``. Source: Editorial Manual, resolutions and other formal decisions;
openings of adopted texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from resolint.lexicon import Lexicon, Row, english, per_lexicon
from resolint.regex import lazy

__all__ = [
    "Form",
    "Mood",
    "Opening",
    "Phrase",
    "after_we",
    "in_form",
    "is_leading",
    "known",
    "parse",
    "phrases",
    "says_nothing",
    "seems",
    "stem",
    "verb_of",
]

Form = Literal["participle", "adjective", "third", "base", "infinitive", "unknown"]
Mood = Literal["participle", "third", "plural", ""]
"""*Recalling* and adjectives such as *Mindful*; *Recalls*; *Recall*, the form of declarations."""
Part = Literal["preambular", "operative", "paragraph"]
"""The part of a draft that a paragraph belongs to, by the names of its roles; ``paragraph`` is a declaration's."""

_MOODS: dict[Form, Mood] = {"participle": "participle", "adjective": "participle", "third": "third", "base": "plural"}
_PARTS: dict[str, Mood] = {"preambular": "participle", "operative": "third", "paragraph": "plural"}

_WORD = lazy(r"[^\W\d_]+(?:[-’'\u2010\u2011][^\W\d_]+)*")
_BLANKS = " \t\n\xa0\xad"
_LEADING = lazy(r"[\s\[({“\"‘'\xad\ufffc]*")
_MOST_WORDS = 14
_LOOKED_AT = 200
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


def parse(text: str, lexicon: Lexicon, part: str | None = None) -> Opening | None:
    """The opening phrase of ``text``, None where it begins with no word.

    Opening brackets and quotation marks before it are passed over; the phrase ends at the first punctuation mark. With
    ``part``, only a phrase that the tables know and that has the mood of that part is given; in a paragraph of a
    declaration it may stand after *We*.
    """
    text = text[:_LOOKED_AT]
    read = _reader(lexicon)
    if part is None:
        return read(text)
    mood = _PARTS.get(part, "")
    found = read(text)
    if found is not None and found.listed and found.mood == mood:
        return found
    if part != "paragraph" or not (shift := after_we(text)):
        return None
    found = read(text[shift:])
    return _moved(found, shift) if found is not None and found.listed and found.mood == mood else None


def known(text: str, lexicon: Lexicon) -> Opening | None:
    """The opening phrase of ``text`` where the tables know it, of whatever mood; else None."""
    found = _reader(lexicon)(text[:_LOOKED_AT])
    return found if found is not None and found.listed and found.mood else None


def _moved(opening: Opening, shift: int) -> Opening:
    adverb = (opening.adverb_start + shift, opening.adverb_end + shift) if opening.adverb else (-1, -1)
    return opening._replace(
        start=opening.start + shift,
        end=opening.end + shift,
        italic_end=opening.italic_end + shift,
        least=opening.least + shift,
        most=opening.most + shift,
        adverb_start=adverb[0],
        adverb_end=adverb[1],
    )


def after_we(text: str) -> int:
    """Where the words after a leading *We* begin, 0 if the text does not begin with it."""
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    if text[start : start + 2] == "We" and text[start + 2 : start + 3] in (" ", "\xa0", "\t"):
        return start + 3
    return 0


def seems(text: str) -> str:
    """What the first word of a text that opens with no known phrase looks like: ``participle``, ``third``, or nothing.

    Only a capital begins a paragraph; one adverb before the word is passed over.
    """
    lead = _LEADING.match(text)
    first = _WORD.match(text, lead.end() if lead else 0)
    if first is None or not first[0][0].isupper():
        return ""
    if english.is_adverb(first[0].lower()) and text[first.end() : first.end() + 1] == " ":
        first = _WORD.match(text, first.end() + 1) or first
    return english.seems(first[0].lower())


def verb_of(word: str, lexicon: Lexicon) -> tuple[str, Form]:
    """The base form and the form of a verb that opens paragraphs; ``("", "unknown")`` for any other word."""
    found = _grammar(lexicon).verb(word)
    return found if found[1] != "adjective" and found[0] != "be" else ("", "unknown")


def stem(word: str, lexicon: Lexicon) -> str:
    """A word of an opening as it is compared: a verb in its base form; whose something is does not matter."""
    return _grammar(lexicon).verb(word)[0] or _token(word.lower())


def says_nothing(word: str) -> bool:
    """Whether a word (in small letters) in an opening changes nothing of what it says: *we*, *also*, *once again*."""
    return word in _LEADS or word == "we"


def is_leading(word: str) -> bool:
    """Whether a word (in small letters) may stand before the verb of an opening."""
    return says_nothing(word) or english.is_adverb(word)


def in_form(words: str, verb: str, form: Literal["participle", "third", "base"], lexicon: Lexicon) -> str | None:
    """``words``, which hold a form of ``verb``, with that verb in another form; None where it is not among them.

    The first word keeps its capital; the *to* of an infinitive goes.
    """
    for found in _WORD.finditer(words):
        if verb and _grammar(lexicon).verb(found[0])[0] == verb:
            lead, inflected = words[: found.start()], _INFLECTIONS[form](verb)
            if lead.lower().rstrip(_BLANKS).split(" ")[-1] == "to":
                lead = lead.rstrip(_BLANKS)[:-2]
            return (lead + (inflected if lead.strip() else inflected[0].upper() + inflected[1:])) + words[found.end() :]
    return None


_INFLECTIONS: dict[str, Callable[[str], str]] = {
    "participle": english.participle,
    "third": english.third,
    "base": lambda verb: verb,
}


class Phrase(NamedTuple):
    """A phrase of the tables as it is printed, with the part of it that stands in italics."""

    text: str
    italic: str


@per_lexicon
def _phrases(lexicon: Lexicon) -> dict[str, tuple[Phrase, ...]]:
    preamble, operative = lexicon.rows("preambular-openings"), lexicon.rows("operative-openings")
    return {
        "preambular": tuple(Phrase(row["phrase"], row.get("italic") or row["phrase"]) for row in preamble),
        "operative": tuple(
            Phrase(row["phrase"], row.get("italic") or row["phrase"]) for row in operative if row["phrase"]
        ),
        "paragraph": tuple(Phrase(row["plural"], _plural_italic(row)) for row in operative if row.get("plural")),
    }


def _plural_italic(row: Row) -> str:
    """The part in italics of a phrase in the plural: as many words as of the phrase in the third person."""
    italic, words = row.get("italic") or row["phrase"], row["plural"].split()
    return " ".join(words[: len(italic.split())] if row["phrase"] else words)


def phrases(part: str, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """The phrases of the tables that open paragraphs of ``part`` (preambular, operative, paragraph)."""
    return _phrases(lexicon).get(part, ())


class _Node:
    """A word of the tables. Where a phrase ends, the numbers of its words from the verb on; elsewhere they are -1.

    ``core`` are those that always belong to the opening, ``italic`` those in italics, ``known`` those before a colour or
    an owner, which the grammar looks for itself.
    """

    __slots__ = ("below", "core", "italic", "known")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.core = self.italic = self.known = -1


class _Grammar:
    """The phrases of the tables by the base form of their verb, and the forms of these verbs.

    ``sequenced`` are the verbs that the tables show with an adverb of sequence behind them, each with that adverb.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        nouns = lexicon.rows("opening-nouns")
        self.colours = frozenset(row["noun"] for row in nouns if row["colour"])
        self.owned = frozenset(row["noun"] for row in nouns if row["owned"])
        self.roots: dict[str, _Node] = {}
        self.sequenced: set[tuple[str, str]] = set()
        self._forms: dict[str, tuple[str, Form]] = {}
        for phrase, italic, form, plural in _rows(lexicon):
            words, italics = _bare(phrase, len(italic.split()))
            if words:
                base = self._learn(words[0], form, _bare(plural)[0][:1])
                self._plant(base, words, italics)
                if (last := phrase.lower().split()[-1]) in english.SEQUENCE:
                    self.sequenced.add((base, last))

    def verb(self, word: str) -> tuple[str, Form]:
        """The base form of a verb or adjective that the tables know, and its form; ``("", "unknown")`` for others."""
        key = english.folded(word)
        return self._forms.get(key) or self._forms.get(english.oxford(key)) or ("", "unknown")

    def begins(self, word: str) -> bool:
        """Whether an opening may begin with ``word``; most texts begin otherwise, and are not looked at further."""
        lower = word.lower()
        return (
            lower in _BEGINNINGS
            or english.is_adverb(lower)
            or english.seems_participle(lower)
            or self.verb(word)[1] != "unknown"
        )

    def _learn(self, word: str, form: Form, plural: list[str]) -> str:
        """Take in the verb of a phrase in all its forms; gives its base form."""
        if form == "participle" and not word.endswith("ing"):
            return self._forms.setdefault(english.folded(word), (word, "adjective"))[0]
        if form == "participle":
            base = self._forms.get(english.folded(word), (english.base_of_participle(word),))[0]
        elif form == "third":
            base = english.base_of_plural(plural[0]) if plural else english.base_of_third(word)
        else:
            base = english.base_of_plural(word)
        self._forms.setdefault(english.folded(word), (base, form))
        self._forms.setdefault(english.folded(english.participle(base)), (base, "participle"))
        self._forms.setdefault(english.folded(english.third(base)), (base, "third"))
        self._forms.setdefault(english.folded(english.plural(base)), (base, "base"))
        return base

    def _plant(self, base: str, words: list[str], italic: int) -> None:
        node = self.roots.setdefault(base, _Node())
        for word in words[1:]:
            node = node.below.setdefault(_token(word), _Node())
        owner = next((at for at, word in enumerate(words) if word in english.OWNERS), len(words))
        colour = next((at for at, word in enumerate(words) if word == "with" and words[-1] in self.colours), len(words))
        stressing = next((len(tail) for tail in english.STRESSING if tuple(words[-len(tail) :]) == tail), 0)
        core = min(len(words) - stressing, italic)
        if base == english.REMAINING:
            core = 1
        elif base != english.DEMANDING:
            core = min(core, owner)
        node.italic, node.core = italic, core
        node.known = 1 if base == english.DEMANDING else min(core, colour)


def _rows(lexicon: Lexicon) -> Iterator[tuple[str, str, Form, str]]:
    """The phrases of the tables, each with its part in italics, the form of its verb, and its plural where it is given."""
    operative = lexicon.rows("operative-openings")
    for row in operative:
        yield row["phrase"], row.get("italic") or row["phrase"], "third", row.get("plural", "")
        if row.get("plural"):
            yield row["plural"], _plural_italic(row), "base", ""
    for row in lexicon.rows("verb-strength"):
        if row["plural"]:
            yield row["third"], "", "third", row["plural"]
            yield row["plural"], "", "base", ""
            yield row["participle"], "", "participle", ""
    for row in lexicon.rows("preambular-openings"):
        yield row["phrase"], row.get("italic") or row["phrase"], "participle", ""


def _bare(phrase: str, italic: int = 0) -> tuple[list[str], int]:
    """The words of a phrase from the verb on without adverbs, and how many of them are in italics (all, if 0 are named).

    *Once again urges* is *urges*.
    """
    words = phrase.lower().split()
    lead = 0
    while lead < len(words) - 1 and (words[lead] in _LEADS or english.is_adverb(words[lead])):
        lead += 1
    kept = [at for at, word in enumerate(words) if at >= lead and word not in _INSIDE]
    return [words[at] for at in kept], sum(at < italic for at in kept) if italic else len(kept)


def _token(word: str) -> str:
    """A word behind the verb as it is looked up: whose something is does not matter."""
    if word in english.OWNERS:
        return "its"
    return "itself" if word in english.REFLEXIVES else english.folded(word)


_LEADS = english.LEADING | english.WEAK_LEADING | frozenset(english.SEQUENCE)
_BEGINNINGS = _LEADS | {"to", "in"}
_INSIDE = frozenset((*english.SEQUENCE, "again", "once", "more"))


@per_lexicon
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(lexicon)


@per_lexicon
def _reader(lexicon: Lexicon) -> Callable[[str], Opening | None]:
    """Reads openings with the grammar of ``lexicon``; the last texts are kept, since structure and many checks ask."""
    grammar = _grammar(lexicon)

    @lru_cache(maxsize=4096)
    def read(text: str) -> Opening | None:
        lead = _LEADING.match(text)
        start = lead.end() if lead else 0
        first = _WORD.match(text, start)
        if first is None:
            return None
        if not grammar.begins(first[0]):
            end, word = first.end(), first[0].lower()
            return Opening(start, end, end, end, end, "unknown", "", word, word, False)
        return _Parser(text, _words(text, start), grammar).run()

    return read


_Word = tuple[str, int, int]


def _words(text: str, at: int) -> list[_Word]:
    """The first words from ``at`` on, in small letters, with their offsets; nothing but blanks stands between them."""
    words: list[_Word] = []
    while len(words) < _MOST_WORDS and (found := _WORD.match(text, at)) is not None:
        words.append((found[0].lower().replace("\u2011", "-"), found.start(), found.end()))
        at = end = found.end()
        while at < len(text) and text[at] in _BLANKS:
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

    def __init__(self, text: str, words: list[_Word], grammar: _Grammar) -> None:
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
        node = self.grammar.roots[base]
        ends = [self.at + 1]
        best = self._ended(node, ends)
        at = self.at + 1
        while at < len(self.words):
            word = self.words[at][0]
            below = node.below.get(_token(word))
            if below is not None:
                node = below
                ends.append(at + 1)
                best = self._ended(node, ends) or best
            elif word not in _INSIDE or (word == "further" and base == english.DEMANDING):
                break
            at += 1
        return best

    @staticmethod
    def _ended(node: _Node, ends: list[int]) -> _Match | None:
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
