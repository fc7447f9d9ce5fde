"""One session for many threads: whoever asks, in whatever order, gets what he would have got alone."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from resolint import Session, agreed, build, citations, fix, lint, review
from resolint.cards import load_cards
from resolint.cli.filling import fill, find_texts
from resolint.errors import UnreadableDraft
from resolint.pipeline.corpus import open_corpus
from tests.support.share import share, shares

THREADS = 8
DRAFTS = 200


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    path = tmp_path_factory.mktemp("corpus") / "adopted.sqlite"
    opened = open_corpus(str(path), write=True)
    assert fill(opened, find_texts([str(root / "samples" / "adopted")])).added.new == 4
    opened.close()
    return str(path)


def drafts(root: Path) -> list[tuple[str, bytes]]:
    """Samples, variations of them, adopted texts as drafts, and the examples of cards: names and bytes."""
    samples = sorted(path for path in (root / "samples").iterdir() if path.suffix in (".md", ".docx"))
    found = [(path.name, path.read_bytes()) for path in samples]
    for path in sorted((root / "samples" / "adopted").glob("*.md")):
        found.append((f"again-{path.name}", path.read_bytes().replace(b"lighthouse", b"lightvessel")))
    for path in samples:
        if path.suffix == ".md":
            text = path.read_text(encoding="utf-8")
            found += [
                (f"{number}-{path.name}", text.replace(old, new).encode())
                for number, (old, new) in enumerate(((";", ","), ("Recalling", "Deeply concerned by"), ("the", "teh")))
            ]
    chance = random.Random(7)
    examples = [
        (f"{card.id}-{number}.md", example.source.encode())
        for card in load_cards(examples=True)
        for number, example in enumerate(card.examples)
    ]
    return found + chance.sample(examples, DRAFTS - len(found))


def everything(session: Session, corpus: str, name: str, data: bytes) -> Iterator[object]:
    yield lint(data, session, name=name, corpus=(corpus,))
    yield agreed(data, session, name=name, corpus=(corpus,))
    try:
        yield citations(data, session, name=name)
    except UnreadableDraft as error:  # references are read in English alone
        yield str(error)
    word = name.endswith(".docx")
    yield review(data, session, name=name).data if word else fix(data, session, name=name, level="suggest").after


@pytest.mark.slow
@shares(9)
def test_eight_threads_find_what_one_finds(root: Path, corpus: str, one_in: int) -> None:
    every = share(drafts(root), one_in)
    assert len(every) >= DRAFTS // one_in

    def clock():  # type: ignore[no-untyped-def]
        from datetime import UTC, datetime

        return datetime(2027, 3, 1, 10, tzinfo=UTC)

    with Session(no_config=True, clock=clock) as alone:
        expected = {name: tuple(everything(alone, corpus, name, data)) for name, data in every}
    assert any(item.verdict.kind == "departs" for _, found, *_ in expected.values() for item in found.items)  # type: ignore[attr-defined]
    shuffled = list(every)
    random.Random(11).shuffle(shuffled)
    with Session(no_config=True, clock=clock) as shared, ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(lambda draft: tuple(everything(shared, corpus, *draft)), shuffled))
    for (name, _), results in zip(shuffled, found, strict=True):
        assert results == expected[name], name


def test_two_threads_with_watches_of_their_own_count_their_own_rules(root: Path) -> None:
    session = Session(no_config=True)
    data = (root / "samples" / "reading-rooms.md").read_bytes()

    def timed(select: str) -> set[str]:
        rows: dict[str, float] = {}
        lint(data, session, name="x.md", select=(select,), timings=rows)
        return {row for row in rows if row[:3].isupper()}

    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(timed, ("PRE", "OPR"))
    assert (
        first
        and second
        and all(row.startswith("PRE") for row in first)
        and all(row.startswith("OPR") for row in second)
    )


def test_a_session_makes_each_thing_once(root: Path) -> None:
    session = Session(no_config=True)
    with ThreadPoolExecutor(THREADS) as threads:
        made = list(threads.map(lambda _: (session.cards(), session.tables(), session.lexicon()), range(40)))
    assert len({tuple(map(id, one)) for one in made}) == 1


def test_built_files_are_linted_as_their_sources(root: Path) -> None:
    session = Session(no_config=True)
    data = (root / "samples" / "reading-rooms.md").read_bytes()
    assert lint(build(data, session, name="r.md"), session, name="r.docx").findings == ()
