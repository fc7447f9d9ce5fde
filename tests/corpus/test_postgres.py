"""The corpus on a real PostgreSQL server, which the tests start in a folder of their own; skipped where there is none."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from resolint import cards
from resolint.cli.root import cli
from resolint.corpus import BadCorpus, Finder, open_corpus
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from tests.corpus.test_judge import verdict
from tests.corpus.texts import ADOPTED, PATHS, WELLS, text
from tests.support.words import LEXICON

pytestmark = pytest.mark.slow


psycopg = pytest.importorskip("psycopg")


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return Path(there).resolve().parent if there else None


class Server:
    """A server that can be started and stopped; as root it runs as another user, which PostgreSQL asks for."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.folder = binaries, folder
        self.user: dict[str, object] = {}
        if os.geteuid() == 0:
            import pwd

            names = {one.pw_name for one in pwd.getpwall()}
            owner = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            self.user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            "resolint",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        )

    def run(self, name: str, *args: str) -> None:
        subprocess.run(
            [str(self.binaries / name), *args],
            check=True,
            capture_output=True,
            cwd=self.folder,
            timeout=60,
            **self.user,
        )  # type: ignore[call-overload]

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.run(
            "pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", str(self.folder / "log"), "-o", options, "start"
        )

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def address(self, database: str) -> str:
        return f"postgresql://resolint:secret@127.0.0.1:{self.port}/{database}"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    binaries = _binaries()
    if binaries is None:
        pytest.skip("there is no PostgreSQL here (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="resolint-pg-"))
    folder.chmod(0o755)
    try:
        found = Server(binaries, folder)
        found.start()
        yield found
        found.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_count = iter(range(1000))


@pytest.fixture
def address(server: Server) -> str:
    """A database of its own."""
    name = f"corpus{next(_count)}"
    with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.address(name)


def test_it_says_what_the_file_says(address: str) -> None:
    shared, embedded = open_corpus(address, LEXICON, write=True), SqliteCorpus(MEMORY, LEXICON, write=True)
    for corpus in (shared, embedded):
        assert corpus.add("adopted.jsonl", "1", ADOPTED).new == 3
        assert corpus.add("adopted.jsonl", "1", ADOPTED).same == 3
    assert shared.figures() == embedded.figures()
    assert list(shared.verify()) == []
    strip = lambda corpus: [(one.symbol, one.title, one.date, one.body, one.passages) for one in corpus.entries()]  # noqa: E731
    assert strip(shared) == strip(embedded)
    changed = (
        WELLS[2],
        WELLS[3].replace("sixty-sixth", "eightieth"),
        WELLS[1].replace(", as appropriate,", ""),
        PATHS[1].replace("rain", "snow"),
        "Welcomes the plum cake;",
    )
    for words in changed:
        ours, theirs = (verdict(judge_of(Finder((corpus,)), cards.lexicon()), words) for corpus in (shared, embedded))
        assert (ours.kind, ours.similarity, ours.changes, ours.qualifiers) == (
            theirs.kind,
            theirs.similarity,
            theirs.changes,
            theirs.qualifiers,
        )
        assert [(s.entry.symbol, s.place) for s in ours.sources] == [(s.entry.symbol, s.place) for s in theirs.sources]
    shared.close()


def test_replacing_and_taking_out(address: str) -> None:
    corpus = open_corpus(address, LEXICON, write=True)
    corpus.add("adopted.jsonl", "1", ADOPTED)
    done = corpus.add("adopted.jsonl", "2", (*ADOPTED[:1], text("E/RES/2010/913", PATHS[0])))
    assert (done.replaced, done.removed, done.same) == (1, 1, 1)
    assert list(corpus.verify()) == []
    assert corpus.remove("A/RES/64/911") == 1 and corpus.remove("E/RES/2010/913") == 1
    assert set(corpus.figures().values()) == {0}
    corpus.close()


@pytest.mark.parametrize(
    ("asked", "symbols"),
    [
        ("footpaths", ["E/RES/2010/913"]),
        ('"well keepers" municipalities', ["A/RES/64/911"]),
        ("municipalities OR walkers", ["E/RES/2010/913", "A/RES/64/911"]),
        ("municip*", ["A/RES/64/911"]),
        ("AND", []),
        ("'; DROP TABLE text; --", []),
    ],
)
def test_searching_for_words(address: str, asked: str, symbols: list[str]) -> None:
    corpus = open_corpus(address, LEXICON, write=True)
    corpus.add("adopted.jsonl", "1", ADOPTED)
    found = corpus.find(asked, 10)
    assert [entry.symbol for entry, _, _ in found] == symbols
    assert all("\x02" in words and "\x03" in words for _, _, words in found)
    corpus.close()


def test_readers_and_one_writer(address: str) -> None:
    from resolint.corpus.postgres import PostgresCorpus

    writer, other = open_corpus(address, LEXICON, write=True), PostgresCorpus(address, LEXICON, write=True, wait=0.05)
    writer.add("adopted.jsonl", "1", ADOPTED)
    reader = open_corpus(address, LEXICON)
    with writer.writing():  # type: ignore[attr-defined]
        writer._take_out([writer.entries("A/RES/64/911")[0].id])  # type: ignore[attr-defined]
        assert len(reader.entries()) == 3
        with pytest.raises(BadCorpus, match="another program is writing"):
            other.add("mine", "2", [text("A/RES/1/1", PATHS[0])])
    assert len(reader.entries()) == 2
    with pytest.raises(BadCorpus, match="for reading alone"):
        reader.add("x", "x", [ADOPTED[0]])
    for one in (writer, other, reader):
        one.close()


def test_faults_are_told_in_a_sentence_without_the_password(address: str, server: Server) -> None:
    with pytest.raises(BadCorpus, match="there is no corpus yet") as none:
        open_corpus(address, LEXICON)
    with pytest.raises(BadCorpus) as missing:
        open_corpus(server.address("nothing_here"), LEXICON)
    with pytest.raises(BadCorpus, match="cannot be reached") as closed:
        open_corpus("postgresql://resolint:secret@127.0.0.1:1/x", LEXICON)
    for error in (none, missing, closed):
        assert "secret" not in str(error.value) and "\n" not in str(error.value)
    corpus = open_corpus(address, LEXICON, write=True)
    corpus.ask("UPDATE resolint_corpus SET version = 99")  # type: ignore[attr-defined]
    corpus.close()
    with pytest.raises(BadCorpus, match="newer resolint"):
        open_corpus(address, LEXICON)


def test_a_database_of_another_program(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE text(line text)")
    with pytest.raises(BadCorpus, match="another program"):
        open_corpus(address, LEXICON, write=True)


def test_the_commands(address: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESOLINT_CORPUS", address)
    run = CliRunner()
    assert run.invoke(cli, ["corpus", "add", str(root / "samples" / "adopted")]).exit_code == 0
    done = run.invoke(cli, ["agreed", str(root / "samples" / "lighthouses-draft.md")])
    assert "3 verbatim, 1 adapted, 1 departs, 0 part, 1 combined, 1 new" in done.stdout
    assert run.invoke(cli, ["corpus", "verify"]).exit_code == 0


def test_a_server_that_goes_away_in_the_middle(address: str, server: Server) -> None:
    corpus = open_corpus(address, LEXICON, write=True)
    corpus.add("adopted.jsonl", "1", ADOPTED)

    def texts():  # type: ignore[no-untyped-def]
        yield text("A/RES/70/901", "Decides to plant trees along every road that leads to a school;")
        server.stop()

    try:
        with pytest.raises(BadCorpus, match=r"gone away|cannot be reached"):
            corpus.add("more", "2", texts())
        with pytest.raises(BadCorpus):
            corpus.entries()
    finally:
        server.start()
    again = open_corpus(address, LEXICON)
    assert again.figures()["texts"] == 3
    assert list(again.verify()) == []
    again.close()


def test_four_writers_wait_for_one_another_and_nothing_is_lost(address: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    open_corpus(address, LEXICON, write=True).close()

    def write(number: int) -> int:
        corpus = open_corpus(address, LEXICON, write=True, wait=120)
        try:
            return sum(
                corpus.add(
                    f"{number}-{at}", f"{number}-{at}", [text(f"A/RES/7{number}/{at}", f"{WELLS[1]} {number} {at}")]
                ).new
                for at in range(100, 112)
            )
        finally:
            corpus.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(write, range(4))) == 48
    corpus = open_corpus(address, LEXICON)
    assert len(corpus.entries()) == 48 and list(corpus.verify()) == []
    corpus.close()


def test_a_writer_gives_up_after_the_time_that_it_was_told(address: str) -> None:
    first = open_corpus(address, LEXICON, write=True)
    second = open_corpus(address, LEXICON, write=True, wait=0.2)
    with first.writing(), pytest.raises(BadCorpus, match="another program is writing"):  # type: ignore[attr-defined]
        second.add("late", "1", ADOPTED)
    assert second.add("late", "1", ADOPTED).new == 3
    for corpus in (first, second):
        corpus.close()
