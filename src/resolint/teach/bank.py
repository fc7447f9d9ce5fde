"""A bank of questions out of the examples of cards, with the card's reason as feedback.

Four kinds: choose the right form, find the wrong words, which rule is broken, put paragraphs in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from resolint import structure
from resolint.frozen import NamedTuple
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Card
from resolint.teach.chance import Chance
from resolint.teach.facts import Pair, pairs
from resolint.teach.planting import blocks_of
from resolint.teach.showing import bare, emphasized
from resolint.writing import FormattedText, Words

__all__ = ["KINDS", "Question", "bank"]

Kind = Literal["choose", "word", "rule", "order"]
KINDS: tuple[Kind, ...] = ("choose", "word", "rule", "order")
_ASKED: Mapping[Kind, str] = {
    "choose": "Which form is right?",
    "word": "Which words are wrong in this paragraph?",
    "rule": "Which convention does this paragraph break?",
    "order": "Put these parts of a resolution in their order.",
}
_ITALIC = lazy(r"\*([^*“”]{1,300}?)([,;.]?)\*")
_OPTIONS = 4
_LONGEST = 420
_PARTS = ("title", "organ line", "preamble", "operative")


class Question(NamedTuple):
    """A question: what is asked, about which words, the options, and which of them are right.

    Of a question of order the options stand in the right order, and ``right`` names them all.
    """

    key: str
    rule: str
    kind: Kind
    asked: str
    about: FormattedText
    options: tuple[FormattedText, ...]
    right: tuple[int, ...]
    why: str
    language: str = "en"


def bank(
    cards: Sequence[Card],
    read: Mapping[str, Mapping[int, Document]],
    everything: Sequence[Card] = (),
    language: str = "en",
) -> tuple[Question, ...]:
    """The questions out of the examples of ``cards`` that are written in ``language``.

    The wrong answers to *which rule* come from ``everything``, by default these cards.
    """
    found: list[Question] = []
    for card in cards:
        for number, question in enumerate(_questions(card, read[card.id], everything or cards, language), 1):
            key = f"{card.id}-{question.kind}-{number}"
            found.append(question._replace(key=key, language=language))
    return tuple(found)


def _questions(card: Card, read: Mapping[int, Document], cards: Sequence[Card], language: str) -> Iterator[Question]:
    ours = (pair for pair in pairs(card, read) if pair.language == language)
    beside = [pair for pair in ours if pair.wrong and len(bare(pair.wrong)) <= _LONGEST]
    for pair in beside:
        if pair.right and len(bare(pair.right)) <= _LONGEST:
            yield _choice(card, pair)
    for pair in beside:
        found = _words(card, pair)
        if found is not None:
            yield found
    for pair in beside[:1]:
        yield _which(card, pair, cards)
    if card.family == "STR":
        for example in card.examples:
            document = read[example.line]
            if example.kind == "good" and document.language == language and not example.options.get("profile"):
                found = _order(card, document)
                if found is not None:
                    yield found


def _why(card: Card, pair: Pair | None = None) -> str:
    """The reason of the rule, what is right in this paragraph where that can be told, and what is right in general."""
    why, what = (_quoted(card.prose.get(part, "")) for part in ("Why it matters", "What to write"))
    here = "" if pair is None else "".join(one.text for one in pair.right if one.bold).strip()
    told = f" Here: “{here}”." if any(character.isalpha() for character in here) else ""
    return f"{why}{told} What to write: {what} ({card.id} {card.name.replace('-', ' ')})"


def _quoted(prose: str) -> str:
    """Prose without its marks: words in italics stand in quotation marks, since no italics are seen where this is read."""
    flat = " ".join(prose.split()).replace("**", "").replace("`", "")
    return _ITALIC.sub(r"“\1”\2", flat).replace("*", "")


def _choice(card: Card, pair: Pair) -> Question:
    """The wrong and the right paragraph, without what points at the difference."""
    options = [_plain(pair.right), _plain(pair.wrong)]
    order = Chance(card.id, bare(pair.wrong)).shuffled([0, 1])
    return Question(
        "", card.id, "choose", _ASKED["choose"], (), tuple(options[at] for at in order), (order.index(0),), _why(card)
    )


def _plain(words: FormattedText) -> FormattedText:
    """The words without the bold print that points at what differs, which no example has of its own."""
    return tuple(one._replace(bold=False) for one in words)


def _words(card: Card, pair: Pair) -> Question | None:
    wrong = "".join(one.text for one in pair.wrong if one.bold).strip()
    if not wrong or not any(character.isalpha() for character in wrong) or len(wrong.split()) > 5:
        return None
    rest = " ".join("".join(" " if one.bold else one.text for one in pair.wrong).split())
    others = [word.strip(",;.:“”()") for word in rest.split()]
    others = [word for word in dict.fromkeys(others) if len(word) > 3 and word.isalpha() and word not in wrong]
    chance = Chance(card.id, "word", bare(pair.wrong))
    options = [wrong, *chance.shuffled(others)[: _OPTIONS - 1]]
    if len(options) < _OPTIONS:
        return None
    order = chance.shuffled(list(range(len(options))))
    return Question(
        "", card.id, "word", _ASKED["word"], _plain(pair.wrong), tuple((Words(options[at]),) for at in order), (order.index(0),),
        _why(card, pair),
    )  # fmt: skip


def _which(card: Card, pair: Pair, cards: Sequence[Card]) -> Question:
    chance = Chance(card.id, "rule")
    others = [one for one in cards if one.id != card.id and one.family == card.family]
    others += chance.shuffled([one for one in cards if one.family != card.family])
    few = chance.shuffled(others[: max(_OPTIONS, 3)])[: _OPTIONS - 1]
    names = [card.name, *(one.name for one in few)]
    order = chance.shuffled(list(range(len(names))))
    options = tuple((Words(names[at].replace("-", " ")),) for at in order)
    return Question(
        "", card.id, "rule", _ASKED["rule"], _plain(pair.wrong), options, (order.index(0),), _why(card, pair)
    )


def _order(card: Card, document: Document) -> Question | None:
    found: list[FormattedText] = []
    seen: set[str] = set()
    for block in blocks_of(document):
        part = structure.part(document, block.id)
        if part in _PARTS and part not in seen and block.text.strip() and len(block.text) <= _LONGEST:
            seen.add(part)
            found.append(_unnumbered(emphasized(block, 0, 0)))
    if len(found) < len(_PARTS):
        return None
    return Question("", card.id, "order", _ASKED["order"], (), tuple(found), tuple(range(len(found))), _why(card))


def _unnumbered(words: FormattedText) -> FormattedText:
    """A paragraph without its number, which would tell its place."""
    first = words[0]
    return words[1:] if first.text.strip().rstrip(".").isdigit() else words
