"""A bank of questions out of the examples of cards, with the card's reason as feedback.

Four kinds: choose the right form, find the wrong words, tell the fault, put paragraphs in order. A question is asked only
where the linter finds the fault in what is shown (``asking``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from resolint import structure
from resolint.frozen import NamedTuple
from resolint.lexicon import TONGUES
from resolint.model import Document
from resolint.notation.mending import mend
from resolint.regex import lazy
from resolint.rule import Card
from resolint.teach.asking import DEFAULT_PROFILE, GAP, Asked, Judge, asked
from resolint.teach.chance import Chance
from resolint.teach.planting import blocks_of
from resolint.teach.showing import bare, emphasized
from resolint.teach.sight import said, seen
from resolint.writing import FormattedText, Words

__all__ = ["KINDS", "Question", "questions_on"]

Kind = Literal["choose", "word", "rule", "order"]
KINDS: tuple[Kind, ...] = ("choose", "word", "rule", "order")
_ALONE: Mapping[Kind, str] = {
    "choose": "Which form is right?",
    "word": "Which words are wrong in this paragraph?",
    "rule": "What is wrong in this paragraph?",
    "order": "Put these parts of a resolution in their order.",
}
_AMONG: Mapping[Kind, str] = {
    "choose": "Which form is right in the gap?",
    "word": "Which words are wrong in this draft?",
    "rule": "What is wrong in this draft?",
}
_ITALIC = lazy(r"\*([^*“”]{1,300}?)([,;]?)\*")
_SENTENCE = lazy(r"((?:[^.;“]|“[^“”]{0,80}”|\.(?!\s[A-Z“]|\Z)){20,170})(?:;|\.(?=\s|\Z))")
_OPTIONS = 4
_LONGEST = 420
_STUDENTS = "mun"
"""The profile of conferences of students."""
_PARTS = ("title", "organ line", "preamble", "operative")
_UNTOLD = ("ATT", "RES", "AGR", "PRC")
"""Families whose faults nobody can name who sees the text alone."""
_THINGS = {
    **dict.fromkeys(("masthead", "sponsor", "symbol"), "+++"),
    **dict.fromkeys(("item", "list"), "(a)"),
    **dict.fromkeys(("section", "heading"), "## "),
    **dict.fromkeys(("note", "mark"), "[^"),
    "annex": "nnex",
    "quotation": "“",
    "bracket": "(",
}
"""What a fault may be in, with what stands in the source of a draft that has it."""
_HOMES = {"SPN": "+++", "FTN": "[^"}
_ASIDE = lazy(r" \((?:table|option|--)[^()]{0,80}\)")
"""Words for those who configure rules."""
_KIN = (("SPL", "GEN", "ABB", "CAP"), ("TYP", "FTN"), ("STR", "OPR", "PRE", "SPN"), ("NUM", "REF"))
"""Families that a fault may be counted to as well."""


class Question(NamedTuple):
    """A question: what is asked, about which paragraphs, the options, and which of them are right.

    Of a question of order the options stand in the right order, and ``right`` names them all. ``source`` is the draft in
    which the linter finds the fault that is asked about.
    """

    key: str
    rule: str
    kind: Kind
    asked: str
    about: tuple[FormattedText, ...]
    options: tuple[FormattedText, ...]
    right: tuple[int, ...]
    why: str
    language: str = "en"
    source: str = ""


def questions_on(
    card: Card,
    read: Mapping[int, Document],
    judge: Judge,
    everything: Sequence[Card],
    titles: Mapping[str, str],
    language: str = "en",
) -> tuple[Question, ...]:
    """The questions out of those examples of ``card`` that are written in ``language``; ``read`` gives them by line.

    The wrong answers to *what is wrong* come from the cards ``everything``; ``titles`` are those of profiles.
    """
    found = _questions(card, read, judge, everything, titles, language)
    return tuple(
        question._replace(key=f"{card.id}-{question.kind}-{number}", language=language)
        for number, question in enumerate(found, 1)
    )


def _questions(
    card: Card,
    read: Mapping[int, Document],
    judge: Judge,
    cards: Sequence[Card],
    titles: Mapping[str, str],
    language: str,
) -> Iterator[Question]:
    known = list(asked(card, read, judge, language))
    if language in TONGUES:
        # The prose of a card speaks of English: what holds here, the findings alone say.
        yield from _abroad(card, known, judge, titles, language)
        return
    for one in known:
        if one.right and said(one.right, language) != said(one.wrong, language):
            yield _choice(card, one, titles)
    for one in known:
        found = _words(card, one, judge, titles)
        if found is not None:
            yield found
    for one in known[:1]:
        found = _which(card, one, cards, judge, titles)
        if found is not None:
            yield found
    if card.family == "STR":
        for example in card.examples:
            document = read[example.line]
            if example.kind == "good" and document.language == language and not example.options.get("profile"):
                found = _order(card, document)
                if found is not None:
                    yield found


def _abroad(
    card: Card, known: Sequence[Asked], judge: Judge, titles: Mapping[str, str], language: str
) -> Iterator[Question]:
    """The questions on examples in another language than English, with what the linter says of each as feedback."""
    for one in known:
        document, findings = judge(one.source, (card.id,), one.profile)
        told = [f.message for f in findings if document.block(f.span.block).text.strip() in bare(one.wrong)]
        why = f"{' '.join(dict.fromkeys(told))} ({card.id} {card.name.replace('-', ' ')})"
        if not told:
            continue
        mended = one if one.right else one._replace(right=_remedied(card, one, judge, language))
        if mended.right and said(mended.right, language) != said(one.wrong, language):
            yield _choice(card, mended, titles)._replace(why=why)
        if (found := _words(card, one, judge, titles)) is not None:
            yield found._replace(why=why)


def _remedied(card: Card, one: Asked, judge: Judge, language: str) -> FormattedText:
    """The wrong paragraph as the linter mends it; empty where it proposes nothing, or finds a fault in it afterwards."""
    document, findings = judge(one.source, (card.id,), one.profile)
    here = [found for found in findings if document.block(found.span.block).text.strip() in bare(one.wrong)]
    places = {found.span.block for found in here}
    edits = [found.fix.edits for found in here if found.fix is not None and found.fix.edits]
    if len(places) != 1 or len(edits) != len(here):
        return ()
    text, refused = mend(seen(one.source, language), edits)
    place = places.pop()
    after, left = judge(text, (), one.profile)
    if refused or not after.has_block(place) or any(found.span.block == place for found in left):
        return ()
    return emphasized(after.block(place))


def _asking(card: Card, kind: Kind, one: Asked, titles: Mapping[str, str]) -> str:
    """What is asked, with the body whose conventions are meant where others have other ones, and the organ where it counts."""
    words = (_AMONG if one.around else _ALONE)[kind]
    named = [titles[one.profile]] if one.profile else [titles[_STUDENTS]] if card.conferences else []
    if "organs" in card.options and not one.around:
        named.append(titles[DEFAULT_PROFILE])
    return f"{', '.join(dict.fromkeys(named))}: {words[0].lower()}{words[1:]}" if named else words


def _why(card: Card, pair: Asked | None = None) -> str:
    """The reason of the rule, what is right in this paragraph where that can be told, and what is right in general."""
    why, what = (_quoted(card.prose.get(part, "")) for part in ("Why it matters", "What to write"))
    here = "" if pair is None else _trimmed(_pointed(pair.right))
    told = f" Here: “{here}”." if any(character.isalpha() for character in here) else ""
    return f"{why}{told} What to write: {what} ({card.id} {card.name.replace('-', ' ')})"


def _pointed(words: FormattedText) -> str:
    """The text from the first word in bold to the last."""
    bold = [at for at, one in enumerate(words) if one.bold and one.text.strip()]
    return bare(words[bold[0] : bold[-1] + 1]) if bold else ""


def _quoted(prose: str) -> str:
    """Prose without its marks: words in italics stand in quotation marks, since no italics are seen where this is read."""
    flat = " ".join(prose.split()).replace("**", "").replace("`", "")
    return _ITALIC.sub(r"“\1”\2", flat).replace("*", "")


def _choice(card: Card, one: Asked, titles: Mapping[str, str]) -> Question:
    """The wrong and the right paragraph, without what points at the difference."""
    options = [_plain(one.right), _plain(one.wrong)]
    order = Chance(card.id, bare(one.wrong)).shuffled([0, 1])
    about = (*one.around[: one.at], GAP, *one.around[one.at :]) if one.around else ()
    return Question(
        "", card.id, "choose", _asking(card, "choose", one, titles), about, tuple(options[at] for at in order),
        (order.index(0),), _why(card), source=one.source,
    )  # fmt: skip


def _plain(words: FormattedText) -> FormattedText:
    """The words without the bold print that points at what differs, which no example has of its own."""
    return tuple(one._replace(bold=False) for one in words)


def _words(card: Card, one: Asked, judge: Judge, titles: Mapping[str, str]) -> Question | None:
    """The words that are wrong among others of the paragraph, in which no rule finds anything."""
    wrong = next((_trimmed(words) for words in one.found if sum(map(str.isalpha, words)) > 1), "")
    if not wrong or len(wrong.split()) > 5 or not any(part.bold for part in one.wrong):
        return None
    document, findings = judge(one.source, (), one.profile)
    doubted = " ".join(document.text(finding.span) for finding in findings)
    # Of two openings side by side either may go.
    marked = any(part.italic for part in one.wrong if part.bold)
    rest = "".join(" " if part.bold or (marked and part.italic) else part.text for part in one.wrong)
    others = [_trimmed(word) for word in rest.split()]
    taken = f"{wrong} {doubted}".casefold()
    others = [
        word for word in dict.fromkeys(others) if len(word) > 3 and word.isalpha() and word.casefold() not in taken
    ]
    chance = Chance(card.id, "word", bare(one.wrong))
    options = [wrong, *chance.shuffled(others)[: _OPTIONS - 1]]
    if len(options) < _OPTIONS:
        return None
    order = chance.shuffled(list(range(len(options))))
    return Question(
        "", card.id, "word", _asking(card, "word", one, titles), tuple(map(_plain, one.shown)),
        tuple((Words(options[at]),) for at in order), (order.index(0),), _why(card, one), source=one.source,
    )  # fmt: skip


def _trimmed(words: str) -> str:
    """Words without the marks around them; an abbreviation keeps its full stops, a bracket its partner."""
    found = words.strip(" ,;:“”")
    if "." not in found[:-1]:
        found = found.strip(".,;:“”")
    whole = found.count("(") == found.count(")")
    return found[1:-1] if whole and found[:1] == "(" and found[-1:] == ")" else found if whole else found.strip("()")


def _which(card: Card, one: Asked, cards: Sequence[Card], judge: Judge, titles: Mapping[str, str]) -> Question | None:
    """The fault among others, of families to which it cannot be counted, that the linter does not find there."""
    if card.family in _UNTOLD or not told(card):
        return None
    kin = {card.family, *_UNTOLD, *(family for row in _KIN if card.family in row for family in row)}
    chance = Chance(card.id, "rule")
    spoken = {finding.rule for finding in judge(one.source, (), one.profile)[1]}
    few: list[Card] = []
    for other in chance.shuffled(cards):
        if len(few) == _OPTIONS - 1:
            break
        if other.family not in kin and _may_be_in(other, one):
            kin.add(other.family)
            few += [other] if other.id not in spoken else []
    if len(few) < _OPTIONS - 1:
        return None
    names = [told(card), *(told(other) for other in few)]
    order = chance.shuffled(list(range(len(names))))
    return Question(
        "", card.id, "rule", _asking(card, "rule", one, titles), tuple(map(_plain, one.shown)),
        tuple((Words(names[at]),) for at in order), (order.index(0),), _why(card, one), source=one.source,
    )  # fmt: skip


def _may_be_in(card: Card, one: Asked) -> bool:
    """Whether what is shown has what the fault of a card is in: nobody believes in a wrong note where there is none."""
    words = told(card).casefold()
    if not words or "en" not in card.languages or card.bodies or card.off or words.startswith("in a draft in "):
        return False
    if (card.family == "STR" and not one.around) or _HOMES.get(card.family, "") not in one.source:
        return False
    return all(sign in one.source for thing, sign in _THINGS.items() if thing in words)


def told(card: Card) -> str:
    """What a card finds, in one sentence of its own; empty where it has no short one."""
    found = _SENTENCE.match(_ASIDE.sub("", _quoted(card.prose.get("What it finds", ""))))
    return f"{found[1]}." if found else ""


def _order(card: Card, document: Document) -> Question | None:
    found: list[FormattedText] = []
    seen: set[str] = set()
    for block in blocks_of(document):
        part = structure.part(document, block.id)
        if part in _PARTS and part not in seen and block.text.strip() and len(block.text) <= _LONGEST:
            seen.add(part)
            found.append(_unnumbered(emphasized(block)))
    if len(found) < len(_PARTS):
        return None
    return Question("", card.id, "order", _ALONE["order"], (), tuple(found), tuple(range(len(found))), _why(card))


def _unnumbered(words: FormattedText) -> FormattedText:
    """A paragraph without its number, which would tell its place."""
    first = words[0]
    return words[1:] if first.text.strip().rstrip(".").isdigit() else words
