"""Articles that a noun in the singular lacks, or has although it stands without one: by what adopted texts write.

How often a noun stands bare there, how often with *a* and with *the*, is a table (``article-nouns``); what stands before and behind
its group, and how often its neighbours were counted with it and with an article between, are features besides. Logistic weights
(``article-weights``) make one score of them: above nought the group would rather stand bare. ``tests.articles.fit`` makes both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, log1p

from resolint.attested.counts import STEPS, Counts
from resolint.attested.words import Row
from resolint.checks import check
from resolint.checks.grm.doubts import tokens_in, tokens_of
from resolint.checks.grm.forms import Token, Tokens
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.running import running
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.shared import per_document_with

__all__ = ["ENDINGS", "Group", "Known", "Own", "ending", "facts", "groups", "owns"]

_ROW = "articles by weights"
"""What this takes is shared by the rules that tell of it, and told apart from them."""
_SHORTEST = 6
"""A paragraph of fewer words and marks says too little."""
_ARTICLES = {b"the ": "the", b"a ": "a", b"an ": "a"}
_NO_HEADS = frozenset((b"( ", b") ", b"/ ", b"- ", b"' ", b'" ', b"% "))
"""Marks behind a noun that make it a part of something longer."""
_MOST_BEFORE = 3
"""So many words at most describe a noun."""
_JOINED = 9
"""So many words before *and* or a comma the group that a group is joined to is looked for."""
_LEAST = 6
"""What was counted more seldom is not held for counted: the text itself may be among those."""
_PRIOR = 4
"""So many groups of a noun the share of its ending weighs."""
_USUAL = 20
"""What was counted so often, as a byte of counts, is right."""
_OFTEN, _SELDOM = 0.8, 0.35
"""A noun that stands bare in a greater share is never missing its article, one in a smaller share has none too many."""
_HELD, _OBJECT = 0.47, -0.85
"""How seldom a noun stands bare that is told as the object of a verb below a milder limit, and that limit: 0.05 infos in
1,000 words."""
_VERBS = frozenset("vfbg")
ENDINGS = (
    "ion", "ment", "ity", "ness", "ance", "ence", "ing", "ism", "ship", "er", "or", "ist", "al", "ure", "age", "cy", "th", "ty",
    "ry", "hood", "ics", "work", "land", "ware", "y", "e",
)  # fmt: skip
"""Endings of nouns that tell how often such a noun stands bare."""
_FIRST = frozenset(
    ("first", "last", "second", "third", "least", "most", "best", "only", "same", "next", "main", "whole")
)
_ORDINALS = frozenset(f"{word} ".encode() for word in _FIRST)
_SUBJECTS = frozenset("nsfbro")
"""Before a past or a participle: what makes a clause with it (*the guild considered*, *was refused*); no noun is described."""
_PARTICIPLES = (b"ed ", b"en ", b"n ", b"t ")


class Group(NamedTuple):
    """A noun in the singular with what describes it: its article, what stands before and behind, and their places in the row.

    ``left`` and ``right`` are the classes of the words before and behind; ``joined`` tells, behind *and* or a comma, whether the
    group before has a determiner.
    """

    article: str
    noun: str
    first: str
    described: int
    before: str
    left: str
    joined: str
    behind: str
    right: str
    start: int
    head: int


class Own(NamedTuple):
    """How often a text has a noun elsewhere: bare, with an article, and in the plural."""

    bare: int
    held: int
    several: int


def owns(groups: Sequence[Group], words: Mapping[str, int], classes: Classes) -> Iterator[tuple[Group, Own]]:
    """Each group of a text with what else the text has of its noun; ``words`` are all words of the text with their counts."""
    bare, held = Counter[str](), Counter[str]()
    for group in groups:
        (held if group.article else bare)[group.noun] += 1
    for group in groups:
        noun, with_article = group.noun, bool(group.article)
        plural = words.get(classes.plurals.get(noun, ""), 0)
        yield group, Own(bare[noun] - (not with_article), held[noun] - with_article, plural)


class Known(NamedTuple):
    """What is known of nouns: how often each stands bare, with *a* and with *the*; shares of endings; weights; counts."""

    nouns: Mapping[str, tuple[int, int, int]]
    endings: Mapping[str, float]
    weights: Mapping[str, float]
    counts: Counts
    tokens: Tokens
    classes: Classes

    def bareness(self, noun: str) -> float:
        """In which share of its groups a noun stands bare, as far as known."""
        bare, a, the = self.nouns.get(noun, (0, 0, 0))
        return (bare + _PRIOR * self.endings.get(ending(noun), 0.5)) / (bare + a + the + _PRIOR)

    def score(self, group: Group, own: Own) -> float:
        """How well a group would stand bare."""
        return sum([self.weights.get(name, 0.0) * value for name, value in facts(group, self, own)])

    def doubts(self, group: Group, own: Own) -> bool:
        """Whether an article is missing or needless."""
        share = self.bareness(group.noun)
        if group.article:
            # *The youth, peace and security agenda*, *and the training*: in a series the article may be another's.
            if share < _SELDOM or group.joined or group.right in ("c", ","):
                return False
        elif share > _OFTEN:
            return False
        around = (group.before, group.first or group.noun, group.noun if group.first else group.behind)
        if not group.article and self.counts["".join([f"{word} " for word in around]).encode()] > _USUAL:
            return False  # adopted texts write it so
        score = self.score(group, own)
        if group.article:
            return score > self.weights["limit needless"]
        if score < self.weights["limit missing before of" if group.behind == "of" else "limit missing"]:
            return True
        # *To publish handbook on maps*, *will be useful complement to*: behind a verb such a noun hardly stands bare.
        led = group.left in _VERBS or group.before == "without"
        held = share < _HELD and led and group.behind not in ("of", "and", "or", ",")
        return held and score < _OBJECT and self.counts["".join([f"{word} " for word in around]).encode()] <= _LEAST


@per_lexicon
def _known_of(lexicon: Lexicon) -> Known | None:
    counts = counts_of(lexicon)
    weights = {name: float(weight) for name, weight in lexicon.columns("article-weights", "feature", "weight")}
    if counts is None or not weights:
        return None
    columns = lexicon.columns("article-nouns", "noun", "bare", "a", "the")
    nouns = {noun: (int(bare), int(a), int(the)) for noun, bare, a, the in columns}
    endings = {name[9:]: weight for name, weight in weights.items() if name.startswith("share of ")}
    return Known(nouns, endings, weights, counts, tokens_of(lexicon), classes_of(lexicon))


def groups(words: Sequence[bytes], tokens: Sequence[Token]) -> Iterator[Group]:
    """The groups of a paragraph that end with a noun in the singular and have an article or no determiner.

    ``tokens`` has one more before the first word, as ``tokens_in`` makes it.
    """
    for place in range(2, len(words) - 1):
        token, behind, word = tokens[place + 1], tokens[place + 2], words[place]
        if token.part != "n" or token.number != "1" or behind.part in ("n", "a") or words[place + 1] in _NO_HEADS:
            continue
        if not word[:1].islower() or not word[:-1].isalpha() or words[place + 1][:1].isdigit():
            continue
        start, described = _start(words, tokens, place)
        if start < 2 or described > _MOST_BEFORE:
            continue
        before = start - 1
        article = _ARTICLES.get(words[before].lower(), "")
        if article:
            before -= 1
        elif _held(words[before], tokens[before + 1]):
            continue
        if before < 1 or (not article and start == place and _acts(token, tokens[before + 1])):
            continue
        if not article and words[before].endswith(b"ing ") and tokens[before].part == "d":
            continue  # *with an overarching view*
        yield Group(
            article,
            _plain(word),
            _plain(words[start]) if described else "",
            described,
            _plain(words[before]).lower(),
            _class(words[before], tokens[before + 1]),
            _joined(words, tokens, before),
            _plain(words[place + 1]),
            behind.part or "x",
            start,
            place,
        )


def _plain(word: bytes) -> str:
    return word.decode().rstrip()


def _start(words: Sequence[bytes], tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Where the group of the noun at ``head`` begins behind its determiner, and how many words describe the noun."""
    at, described = head - 1, 0
    while at > 0 and words[at][:1].islower():
        part, word = tokens[at + 1].part, words[at]
        describes = (
            part == "a"
            or (part == "n" and tokens[at + 1].number == "1")
            or (part == "" and word[:-1].isalpha() and not word.endswith(b"ing "))
            or (part == "v" and word.endswith(_PARTICIPLES) and tokens[at].part not in _SUBJECTS)
            or b"-" in word
            or word in _ORDINALS
        )
        if not describes and not (part == "r" and described):
            break
        described += describes
        at -= 1
    return at + 1, described


def _held(word: bytes, token: Token) -> bool:
    """Whether a determiner, a number, an owner or a name stands there."""
    owner = word.endswith((b"'s ", b"s' ")) or word == b"' " or word[:1].isdigit()
    return token.part == "d" or owner or (token.part == "n" and word[:1].isupper())


def _acts(noun: Token, before: Token) -> bool:
    """Whether a noun may be a verb behind its subject, *to* or a modal verb: *permit*, *offer*."""
    verb = noun.paradigm is not None and "v" in noun.paradigm.kind
    return verb and (before.part in ("t", "m", "n", "s", "o", "r") or before.number == "2")


def _class(word: bytes, token: Token) -> str:
    return "g" if token.part in ("v", "") and word.endswith(b"ing ") else token.part or "x"


def _joined(words: Sequence[bytes], tokens: Sequence[Token], before: int) -> str:
    """What the group before *and* or a comma is held by: "d" for a determiner, another class where it begins, "0" for neither."""
    if tokens[before + 1].part not in ("c", ","):
        return ""
    for at in range(before - 1, max(0, before - _JOINED), -1):
        if tokens[at + 1].part in ("d", "p", "f", "m", "o", "t"):
            return tokens[at + 1].part
    return "0"


def ending(noun: str) -> str:
    """The first of ``ENDINGS`` that the noun has, "-" for none."""
    return next((one for one in ENDINGS if noun.endswith(one)), "-")


def _odds(share: float) -> float:
    share = min(0.99, max(0.01, share))
    return log(share / (1 - share))


def facts(group: Group, known: Known, own: Own) -> list[tuple[str, float]]:
    """The features of a group that are not nought, by name; ``own`` is what else the text has of the noun."""
    noun, first, before, left = group.noun, group.first, group.before, group.left
    bare, a, the = known.nouns.get(noun, (0, 0, 0))
    share, every, counts = known.bareness(noun), bare + a + the, known.counts
    opens, last = first or noun, noun if first else group.behind
    pair = f"{opens} {last} "
    beside, beside_the, beside_a, inside_, inside_the, inside_a, whole, the_first, alone = [
        step if (step := STEPS[counts[key.encode()]]) >= _LEAST else 0
        for key in (
            f"{before} {opens} ", f"{before} the {opens} ", f"{before} a {opens} ", pair, f"the {pair}", f"a {pair}",
            f"{before} {pair}", f"the {opens} ", f"{opens} ",
        )
    ]  # fmt: skip
    with_article, held = beside_the + beside_a, inside_the + inside_a
    found = [
        ("one", 1.0),
        ("bare", _odds(share)),
        ("with a", _odds((a + 0.5) / (a + the + 1))),
        ("known", log1p(every)),
        ("beside", log1p(beside)),
        ("article beside", log1p(with_article)),
        ("inside", log1p(inside_)),
        ("article inside", log1p(held)),
        ("beside and inside", log1p(whole)),
        ("bare beside", _odds((beside + 2 * share) / (beside + with_article + 2))),
        ("bare inside", _odds((max(inside_ - held, 0) + 2 * share) / (inside_ + 2))),
        ("the", log1p(the_first) - log1p(alone)),
        ("described", float(group.described)),
        ("own bare", log1p(own.bare)),
        ("own with article", log1p(own.held)),
        ("own plural", log1p(own.several)),
        (f"left {left}", 1.0),
        (f"right {group.right}", 1.0),
        (f"left {left} right {group.right}", 1.0),
        (f"before {before}", 1.0),
    ]
    if group.joined:
        found.append((f"joined {group.joined}", 1.0))
    if first:
        found += [("is described", 1.0), (f"first {first in _FIRST}", 1.0)]
    if group.behind in ("of", "and"):
        found += [(f"behind {group.behind}", 1.0), (f"behind {group.behind} {left}", 1.0)]
    if every < 2 * _PRIOR:
        found += [("unknown", 1.0), (f"unknown left {left}", 1.0)]
        found += [("unknown own plural", float(own.several > 0)), ("unknown own with article", float(own.held > 0))]
    return found


class _Told(NamedTuple):
    """A group that is doubted, in its block."""

    block: Block
    row: Row
    group: Group


@per_document_with(_ROW)
def _told_of(document: Document, lexicon: Lexicon) -> list[_Told]:
    """The groups of a document that lack an article or have one too many."""
    known = _known_of(lexicon)
    return [] if known is None else [*_find(document, known)]


def _find(document: Document, known: Known) -> Iterator[_Told]:
    rows = _rows(document)
    found = [
        (block, row, group) for block, row in rows for group in groups(row.words, tokens_in(row.words, known.tokens))
    ]
    words = Counter([word[:-1].decode() for _, row in rows for word in row.words])
    owned = owns([group for _, _, group in found], words, known.classes)
    for (block, row, group), (_, own) in zip(found, owned, strict=True):
        if known.doubts(group, own) and not inside(quotations(block.text), *row.places[group.head]):
            yield _Told(block, row, group)


def _rows(document: Document) -> list[tuple[Block, Row]]:
    """The paragraphs that are looked at; a cell is no sentence."""
    rows = [(block, row_of(document, block)) for block in running(document) if block.kind == "paragraph"]
    return [(block, row) for block, row in rows if len(row.words) >= _SHORTEST]


@check("GRM019")
def article_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Considered plan for the harbour*, *within hours of request*."""
    for told in _told_of(document, context.lexicon):
        if not told.group.article:
            yield _hit(told, told.group.start - 1, told.group.start)


@check("GRM020")
def article_needless(document: Document, context: Context) -> Iterator[Hit]:
    """*To take a part in*, *the access to the water*."""
    for told in _told_of(document, context.lexicon):
        if told.group.article:
            yield _hit(told, told.group.start - 1, told.group.start - 1)


def _hit(told: _Told, first: int, last: int) -> Hit:
    """The finding on the words ``first`` to ``last``; the whole group is shown."""
    text, places, group = told.block.text, told.row.places, told.group
    around = text[places[max(1, group.start - 2)][0] : places[group.head][1]]
    span = told.block.span(places[first][0], places[last][1])
    return Hit(span, {"found": text[places[group.start][0] : places[group.head][1]], "around": around})
