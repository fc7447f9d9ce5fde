"""What the cards say, for teaching: rules explained, the handbook, hand-outs, question banks, drafts taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Never

from resolint import profile
from resolint.cards import said_in
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.findings import Finding
from resolint.lexicon import LANGUAGES, TONGUES
from resolint.model import Document
from resolint.pipeline.bounds import refuse_wordless
from resolint.pipeline.drafts import load
from resolint.pipeline.linting import lint
from resolint.pipeline.session import Session
from resolint.report.spoken import Spoken
from resolint.rule import Card
from resolint.teach import banks, quiz
from resolint.teach.asking import DEFAULT_PROFILE, Judge
from resolint.teach.bank import Question, questions_on
from resolint.teach.facts import Facts, Pair, pairs
from resolint.teach.facts import facts as facts_of
from resolint.teach.quiz import put, told
from resolint.teach.showing import as_lines
from resolint.teach.sight import only_seen, seen

if TYPE_CHECKING:
    from resolint.teach.handbook import Handbook

__all__ = [
    "BANKS",
    "SPOKEN",
    "Facts",
    "Pair",
    "Question",
    "Spoken",
    "anatomy",
    "as_lines",
    "bank",
    "beside",
    "drawn",
    "facts",
    "handbook",
    "handout",
    "put",
    "questions",
    "quiz_page",
    "reasons",
    "rule_page",
    "speaker",
    "told",
]

BANKS = tuple(banks.FORMATS)
SPOKEN = (*LANGUAGES, *TONGUES)
"""The languages that examples are written in."""
_EXAMPLE_NAME = "example.md"
_EXAMPLE = "annotated 18"
"""The seed of the resolution that the handbook annotates."""


def facts(card: Card, session: Session) -> Facts:
    """How bodies differ, how often adopted texts keep the rule, which rules are near it."""
    return facts_of(card, session.cards(examples=True), _profiles(session), session.tables()["adopted-keeping"])


def reasons(card: Card, session: Session) -> list[tuple[str, str]]:
    """The headings of a card and what it says under them, in the language of the user as far as that is translated."""
    say = speaker(session)
    return [(say(title), words) for title, words in said_in(card, session.words).reasons().items()]


def speaker(session: Session) -> Spoken:
    """Gives headings and facts of rules in the language of the user."""
    return Spoken(session.words)


def beside(card: Card, session: Session) -> list[Pair]:
    """The wrong and right paragraphs of a card."""
    return list(pairs(card, _read(card, session)))


def rule_page(card: Card, session: Session) -> str:
    """The page of one rule that stands alone."""
    from resolint.teach.handbook import rule_alone

    read = _read(card, session)
    card = said_in(card, session.words)
    card = replace(card, prose=card.reasons())
    return rule_alone(card, facts(card, session), list(pairs(card, read)), read)


def handbook(session: Session, home: str = "") -> Handbook:
    """The handbook of all rules; its pages, and what they need, are made when they are asked for.

    ``home`` is the address of the folder in which it is served, seen from its pages; empty where it stands alone.
    """
    from resolint.teach.chance import Chance
    from resolint.teach.compose import compose
    from resolint.teach.handbook import Handbook

    cards = session.cards(examples=True)
    tables = session.tables()
    draft = compose(session.lexicon(), "un", Chance(_EXAMPLE), "lighthouses")
    return Handbook(
        cards,
        _profiles(session),
        tables["families"],
        tables["adopted-keeping"],
        tables["elements"],
        _Examples(cards, session),
        load(draft.source.encode(), session, name="annotated.md"),
        home,
    )


def handout(cards: Sequence[Card], session: Session) -> bytes:
    """A Word file to give out: a page for each rule."""
    from resolint.author.sheet import sheet
    from resolint.teach.handout import handout as parts_of

    rules = [(card, facts(card, session)) for card in cards]
    read = {card.id: _read(card, session) for card in cards}
    title = ", ".join(card.id for card in cards)
    return sheet(title, tuple(parts_of(rules, read)), "Made by resolint out of its rule cards")


def questions(session: Session, cards: Sequence[Card] = (), language: str = "en") -> tuple[Question, ...]:
    """The bank of questions of all rules, or of some, on examples in one language.

    Raises BadConfiguration where the rules have none in it.
    """
    every = _asked_of(session)
    rules = (card for card in cards or every if language in card.languages)
    found = tuple(question for card in rules for question in _questions_on(card, session, every, language))
    return found or _no_questions(cards, language)


def _asked_of(session: Session) -> tuple[Card, ...]:
    return tuple(card for card in session.cards(examples=True) if card.family != "RES")


def _questions_on(card: Card, session: Session, every: Sequence[Card], language: str) -> tuple[Question, ...]:
    titles = {one.name: one.title for one in _profiles(session)}
    return questions_on(card, _read(card, session), _judge(session, language), every, titles, language)


def _no_questions(cards: Sequence[Card], language: str) -> Never:
    names = ", ".join(card.id for card in cards) or "any rule"
    raise BadConfiguration(f"there are no questions in the language '{language}' on {names}; ask in another one")


def _judge(session: Session, language: str) -> Judge:
    """What rules find in an example as it is seen; without rules, what all find that run by default."""

    @cache
    def judge(source: str, rules: tuple[str, ...], body: str) -> tuple[Document, Sequence[Finding]]:
        document = only_seen(load(seen(source, language).encode(), session, name=_EXAMPLE_NAME))
        report = lint(document, session, name=_EXAMPLE_NAME, profile=body or DEFAULT_PROFILE, select=rules)
        return document, report.active

    return judge


def bank(found: Sequence[Question], form: str) -> bytes:
    """A bank of questions as ``gift``, ``qti``, ``csv`` or ``html``."""
    return banks.FORMATS[form](found)


def anatomy(data: bytes, session: Session, *, name: str) -> str:
    """A draft taken apart, as a page. Raises ResolintError for a draft that cannot be read."""
    from resolint.teach.anatomy import page

    document, tables = load(data, session, name=name), session.tables()
    refuse_wordless(document, name)
    if not document.acts:
        raise UnreadableDraft(
            f"{name}: no resolution was found in it, so there is nothing to take apart; 'resolint lint' says why"
        )
    # A draft without a title goes by the name of its file, and never by where that lies.
    document = replace(document, origin=replace(document.origin, name=PurePath(name).name))
    body = session.profile(document, session.config(name)).name
    titles = {one.name: one.title for one in _profiles(session)}
    return page(document, session.lexicon(), tables["elements"], body, tables["lengths"], titles)


class _Examples(Mapping[str, Mapping[int, Document]]):
    """The examples of cards by id, read when somebody asks for them."""

    def __init__(self, cards: Sequence[Card], session: Session) -> None:
        self._cards = {card.id: card for card in cards}
        self._session = session
        self._known: dict[str, Mapping[int, Document]] = {}

    def __getitem__(self, key: str) -> Mapping[int, Document]:
        if key not in self._known:
            self._known[key] = _read(self._cards[key], self._session)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)


def _read(card: Card, session: Session) -> Mapping[int, Document]:
    """The examples of a card, read, by the line of their fence."""
    return {
        example.line: load(example.source.encode(), session, name=example.options.get("name", "example.md"))
        for example in card.examples
    }


def _profiles(session: Session) -> tuple[profile.Profile, ...]:
    return tuple(profile.all_profiles(session.folders()).values())


def drawn(session: Session, seed: str, count: int, cards: Sequence[Card] = (), language: str = "en") -> list[Question]:
    """Questions for a quiz, of as many rules as can be. Raises BadConfiguration where the rules have none."""
    every = _asked_of(session)
    found = quiz.drawn(cards or every, lambda card: _questions_on(card, session, every, language), seed, count)
    return found or _no_questions(cards, language)


def quiz_page(session: Session, seed: str, count: int, cards: Sequence[Card] = ()) -> list[dict[str, Any]]:
    """Questions for a quiz as plain values for a page."""
    return [quiz.on_page(question) for question in drawn(session, seed, count, cards)]
