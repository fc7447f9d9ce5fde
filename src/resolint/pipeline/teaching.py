"""Teaching: exercises, their grading, question banks, handbook, out of the cards alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from resolint.errors import UnreadableDraft
from resolint.findings import Finding, Report
from resolint.model import Document
from resolint.pipeline.building import build_word, fitting, read_template
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import foreign, is_word
from resolint.pipeline.linting import lint
from resolint.pipeline.session import Session
from resolint.rule import Card
from resolint.teach import papers
from resolint.teach.classbook import ClassBook, as_csv, as_json, as_text, margin, pseudonyms, told_apart
from resolint.teach.exercise import TOPICS, Exercise, Wanted, chosen, make, task
from resolint.teach.grades import NEW, Broken, Graded
from resolint.teach.grading import grade
from resolint.teach.key import read_key, write_key
from resolint.teach.pairs import share
from resolint.teach.planting import Judge
from resolint.teach.sheet import Sheet, prepare

if TYPE_CHECKING:
    from resolint.teach.demo import Screen

__all__ = [
    "TOPICS",
    "ClassBook",
    "Exercise",
    "Graded",
    "Grader",
    "Session",
    "Wanted",
    "answers_word",
    "as_csv",
    "as_json",
    "as_text",
    "check_topic",
    "class_page",
    "demonstration",
    "exercise",
    "exercise_file",
    "exercise_word",
    "exercises",
    "own_draft",
    "own_page",
    "plantable",
    "read_key",
    "renamed",
    "task",
    "told_apart",
    "write_key",
]

_SHOWN = 3
"""Findings that a demonstration explains."""
_OF_READING = "RES"
"""The family whose findings say how a draft was read, and nothing that is to be mended."""
_AGAIN = 6
"""Exercises in a row that were there already, after which no further one is looked for."""
_SOURCE, _WORD = "exercise.md", "exercise.docx"


def exercise(wanted: Wanted, session: Session | None = None) -> Exercise:
    """The exercise that is asked for, every fault of it proved by the linter in the notation and in Word.

    Raises ResolintError.
    """
    session = session or Session(no_config=True)
    return make(
        wanted, session.cards(examples=True), session.lexicon(), _judges(session), _printer(session, wanted), _remedy
    )


def exercises(wanted: Wanted, count: int, session: Session) -> Iterator[Exercise]:
    """As many as ``count`` exercises, no two with the same faults; fewer where a draft or a topic gives no more.

    Raises ResolintError.
    """
    seen: set[str] = set()
    number = again = 0
    while len(seen) < count and again < _AGAIN:
        number += 1
        found = exercise(replace(wanted, number=number), session)
        if found.source in seen:
            again += 1
            continue
        again = 0
        seen.add(found.source)
        yield found


def demonstration(seed: str, session: Session, topics: Sequence[str] = ()) -> tuple[str, tuple[Screen, ...]]:
    """The title of an invented draft and the screens of a demonstration on it. Raises ResolintError."""
    from resolint.report.page.sheet import title_of
    from resolint.teach.demo import screens

    found = exercise(Wanted(seed, tuple(topics), level=1, faults=_SHOWN), session)
    faulty, right = load(found.source.encode(), name=_SOURCE), load(found.answer.encode(), name=_SOURCE)
    cards = {card.id: card for card in session.cards(examples=True)}
    return title_of(right), screens(found, faulty, right, cards)


def check_topic(topic: str, session: Session) -> None:
    """Raises BadConfiguration for a topic that exercises do not know."""
    chosen(Wanted("", (topic,)), session.cards(examples=True), session.tables())


def plantable(session: Session) -> tuple[Card, ...]:
    """The rules whose faults can be made, as far as their cards say."""
    cards = session.cards(examples=True)
    known = chosen(Wanted("", level=3), cards, session.tables())
    return tuple(card for card in cards if card.id in known)


def own_draft(data: bytes, session: Session, *, name: str) -> str:
    """A draft of one's own in the notation, to make faults in. Raises ResolintError, also for one that is not clean.

    Whoever mends what was wrong before would be told that they broke it.
    """
    from resolint.notation import write

    source = write(load(data, session, name=name))
    report = lint(source.encode(), session, name=_SOURCE)
    found = sum(not finding.rule.startswith(_OF_READING) for finding in report.active)
    if found:
        what = "1 finding" if found == 1 else f"{found} findings"
        raise UnreadableDraft(f"{name}: this draft has {what}; mend what 'resolint lint' finds, then make faults in it")
    return source


def exercise_file(found: Exercise, suffix: str) -> bytes:
    """An exercise as the file that students get: ``.docx``, ``.md`` or ``.html``."""
    if suffix == ".docx":
        return exercise_word(found)
    if suffix == ".md":
        return papers.markdown(found).encode()
    return papers.page(found, load(found.source.encode(), name=_SOURCE)).encode()


def answers_word(exercises: Sequence[Exercise], session: Session) -> bytes:
    """The sheet of answers to the exercises of a class, as a Word file."""
    from resolint.author.sheet import sheet
    from resolint.teach.compose import topics

    read = [
        (one, load(one.source.encode(), name=_SOURCE), load(one.answer.encode(), name=_SOURCE)) for one in exercises
    ]
    cards = {card.id: card for card in session.cards(examples=True)}
    titles = {row["topic"]: row["title"] for row in topics(session.lexicon())}
    return sheet("Answers", tuple(papers.answers(read, cards, titles)))


def exercise_word(found: Exercise, *, answer: bool = False) -> bytes:
    """The Word file of an exercise, with the task at the foot of each page; with ``answer`` the draft without faults."""
    source = found.answer if answer else found.source
    return _word(load(source.encode(), name=_SOURCE), found.template, task(found))


def _judges(session: Session) -> Callable[[str], Judge]:
    """What asks the linter under a profile; once of each text, for what is mended is mostly the draft of before."""

    @cache
    def judge(profile: str) -> Judge:
        @cache
        def of(source: str) -> Report:
            return lint(source.encode(), session, name=_SOURCE, profile=profile or None, keep=True)

        return of

    return judge


def _remedy(source: str, finding: Finding) -> str:
    from resolint.notation.mending import mend

    return mend(source, [finding.fix.edits], name=_SOURCE)[0] if finding.fix is not None else source


def _printer(session: Session, wanted: Wanted) -> Callable[[str, str], Report]:
    from resolint.teach.compose import styles

    def printed(source: str, style: str) -> Report:
        known = styles(session.lexicon()).get(style)
        template, profile = (known.template, known.profile) if known else ("", wanted.profile)
        data = _word(load(source.encode(), name=_SOURCE), template, ())
        return lint(data, session, name=_WORD, profile=profile or None, keep=True)

    return printed


def _word(document: Document, template: str, notice: tuple[str, ...]) -> bytes:
    layout = read_template(template).layout if template else fitting(document)
    return build_word(document, replace(layout, notice=notice, tracking=bool(notice)))


_ALIKE, _NAMED = 0.35, 0.1
"""Share of its paragraphs that a returned file must have of an exercise to be taken for it, and if it bears its identifier."""


class Grader:
    """Grades returned files against the exercises of keys; what an exercise looks like as a file is made once."""

    def __init__(self, exercises: Sequence[Exercise], session: Session | None = None) -> None:
        self.exercises = tuple(exercises)
        self.session = session or Session(no_config=True)
        self._sheets: dict[tuple[str, bool], Sheet] = {}

    def grade(self, data: bytes, name: str) -> Graded:
        """The grades of one returned file. Raises ResolintError for a file that cannot be read or is no exercise."""
        told = any(f"Exercise {one.identifier}. ".encode() in data for one in self.exercises)
        if told and (kind := foreign(data)) is not None and kind.ending == ".html":
            raise UnreadableDraft(f"{name}: the page of an exercise is for paper; hand in the Word or Markdown file")
        document = load(data, self.session, name=name)
        word = is_word(data, name)
        sheet = self._sheet(self._which(document, data, word, name), word)
        report = self._lint(data, name, sheet.exercise)
        graded = grade(sheet, report, self.session.lexicon(), PurePath(name).stem, name)
        return replace(graded, place=self.exercises.index(sheet.exercise))

    def commented(self, data: bytes, graded: Graded) -> bytes:
        """The returned Word file with the judgement on it as comments. Raises ResolintError."""
        from resolint.pipeline.reviewing import annotate

        cards = {card.id: card for card in self.session.cards(examples=True)}
        document = load(data, self.session, name=graded.path)
        return annotate(data, margin(graded, document, cards), self.session, name=graded.path, date=self.session.now())

    def _which(self, document: Document, data: bytes, word: bool, name: str) -> Exercise:
        texts = [block.text for block in document.blocks]
        if not word:
            texts.append(data.decode("utf-8", "replace"))
        named = [one for one in self.exercises if any(one.identifier in text for text in texts)]
        likely = [(share(load(one.source.encode(), name=_SOURCE), document), one) for one in named or self.exercises]
        best, found = max(likely, key=lambda pair: pair[0])
        if best < (_NAMED if named else _ALIKE):
            raise UnreadableDraft(f"{name}: this is none of the exercises of the key; was another file handed in?")
        return found

    def _sheet(self, exercise: Exercise, word: bool) -> Sheet:
        key = exercise.identifier, word
        if key not in self._sheets:
            self._sheets[key] = self._prepared(exercise, word)
        return self._sheets[key]

    def _prepared(self, exercise: Exercise, word: bool) -> Sheet:
        notation = load(exercise.source.encode(), name=_SOURCE)
        lines = exercise.source.split("\n")
        mended = []
        for fault in exercise.faults:
            for text in fault.accept:
                line = fault.mended(lines[fault.line - 1], text)
                whole = "\n".join([*lines[: fault.line - 1], line, *lines[fault.line :]])
                mended.append(load(whole.encode(), name=_SOURCE))
        if word:
            given = self._lint(exercise_word(exercise), _WORD, exercise)
            answer = load(exercise_word(exercise, answer=True), name=_WORD)
        else:
            given = self._lint(exercise.source.encode(), _SOURCE, exercise)
            answer = load(exercise.answer.encode(), name=_SOURCE)
        return prepare(exercise, given, answer, notation, mended)

    def _lint(self, data: bytes, name: str, exercise: Exercise) -> Report:
        return lint(data, self.session, name=name, profile=exercise.profile or None, keep=True)


def renamed(book: ClassBook) -> ClassBook:
    """The class under other names, and the files under none."""
    names = pseudonyms(book.graded)
    graded = tuple(
        replace(one, student=names[one.student], path="", broken=tuple(map(_without_words, one.broken)))
        for one in book.graded
    )
    return ClassBook(graded, tuple("a file could not be graded" for _ in book.refused))


def _without_words(broken: Broken) -> Broken:
    """What was broken, without the words of a new paragraph, which may be a name."""
    return replace(broken, what=NEW) if broken.what.startswith(NEW) else broken


def own_page(one: Graded, book: str) -> str:
    """One returned file as a fragment of a page; ``book`` is the address of the folder with the handbook."""
    from resolint.teach.classpage import alone

    return alone(one, book)


def class_page(book: ClassBook, session: Session, title: str) -> str:
    """The class as a page."""
    from resolint.teach.classpage import render

    return render(book, {card.id: card for card in session.cards(examples=True)}, {}, title)
