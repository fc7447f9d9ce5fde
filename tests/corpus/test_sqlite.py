import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from resolint.corpus import BadCorpus, Finder, Scope, open_corpus, open_finder
from resolint.corpus import sql as sql_module
from resolint.corpus import sqlite as sqlite_module
from resolint.corpus.judge import Judge
from resolint.corpus.sqlite import SqliteCorpus
from resolint.pipeline import drafts
from tests.corpus.texts import ADOPTED, PATHS, WELLS, text
from tests.support.words import LEXICON


def test_what_was_added_is_there(corpus: SqliteCorpus) -> None:
    assert [entry.symbol for entry in corpus.entries()] == ["A/RES/64/911", "E/RES/2010/913", "A/RES/66/917"]
    assert [passage.text for passage in corpus.passages(corpus.entries("A/RES/64/911")[0].id)] == list(WELLS)
    figures = corpus.figures()
    # The preambular paragraph is used twice as it stands, the report with another session: one key less than wordings.
    assert (figures["texts"], figures["paragraphs"], figures["wordings"], figures["keys"]) == (3, 9, 8, 7)
    assert list(corpus.verify()) == []


def test_the_same_again_changes_nothing(corpus: SqliteCorpus) -> None:
    before = corpus.figures()
    done = corpus.add("adopted.jsonl", "1", ADOPTED)
    assert (done.new, done.replaced, done.removed, done.same) == (0, 0, 0, 3)
    assert corpus.figures() == before


def test_a_changed_text_takes_the_place_of_the_old_one(corpus: SqliteCorpus) -> None:
    done = corpus.add("adopted.jsonl", "2", (*ADOPTED[:2], text("E/RES/2010/913", PATHS[0])))
    assert (done.new, done.replaced, done.removed, done.same) == (0, 1, 0, 2)
    assert corpus.figures()["paragraphs"] == 8
    assert all(match.wording.text != PATHS[1] for match in Finder((corpus,)).nearest(PATHS[1]))
    assert list(corpus.find("walkers", 5)) == []
    assert list(corpus.verify()) == []


def test_a_text_gone_from_its_file_goes(corpus: SqliteCorpus) -> None:
    assert corpus.add("adopted.jsonl", "2", ADOPTED[:2]).removed == 1
    assert corpus.entries("E/RES/2010/913") == []
    assert list(corpus.verify()) == []


def test_adding_and_taking_out_leaves_nothing_behind(corpus: SqliteCorpus) -> None:
    for symbol in ("A/RES/64/911", "a/res/66/917", "E/RES/2010/913"):
        assert corpus.remove(symbol) == 1
    assert set(corpus.figures().values()) == {0}
    assert corpus.remove("A/RES/64/911") == 0


def test_a_removed_text_can_be_added_again(corpus: SqliteCorpus) -> None:
    corpus.remove("E/RES/2010/913")
    assert not corpus.known("1")
    assert corpus.add("adopted.jsonl", "1", ADOPTED).new == 1


def test_one_symbol_with_two_texts_is_said_and_both_are_kept(corpus: SqliteCorpus) -> None:
    done = corpus.add(
        "other.md", "9", [text("A/RES/64/911", "Decides otherwise about all the village wells of the world;")]
    )
    assert done.new == 1
    assert len(done.notes) == 1 and "A/RES/64/911" in done.notes[0] and "both are kept" in done.notes[0]
    assert len(corpus.entries("A/RES/64/911")) == 2


def test_one_text_in_two_files_counts_once(corpus: SqliteCorpus) -> None:
    assert corpus.add("other.md", "9", [ADOPTED[0]]).same == 1
    assert len(corpus.entries("A/RES/64/911")) == 1


def test_what_fails_in_the_middle_leaves_no_trace(corpus: SqliteCorpus) -> None:
    before = corpus.figures()

    def broken():  # type: ignore[no-untyped-def]
        yield text("A/RES/70/901", "Decides to plant trees along every road that leads to a school;")
        raise RuntimeError("the reading broke off")

    with pytest.raises(RuntimeError):
        corpus.add("broken.jsonl", "3", broken())
    assert corpus.figures() == before
    assert not corpus.known("3")


def test_a_process_killed_while_adding_leaves_the_old_index_whole(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    with_texts = SqliteCorpus(path, LEXICON, write=True)
    with_texts.add("adopted.jsonl", "1", ADOPTED)
    before = with_texts.figures()
    with_texts.close()
    code = """
        import sys
        from resolint.corpus import sql
        from resolint.corpus.sqlite import SqliteCorpus
        from tests.corpus.texts import text
        from tests.support.words import LEXICON
        sql._BATCH = 5
        def texts():
            for number in range(400):
                yield text(f"A/RES/70/{number}", f"Decides {number} times to plant tree {'x' * number} along every road;")
                if number == 200:
                    print("in the middle", flush=True)
                    sys.stdin.read()
        SqliteCorpus(sys.argv[1], LEXICON, write=True).add("many", "2", texts())
    """
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"in the middle")
    reader = SqliteCorpus(path, LEXICON)
    assert reader.figures() == before, "a reader sees nothing of what is being written"
    with pytest.raises(BadCorpus, match="another program is writing"):
        SqliteCorpus(path, LEXICON, write=True, wait=0.05).add("mine", "3", [ADOPTED[0]])
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    process.communicate()
    assert reader.figures() == before
    reader.close()
    again = SqliteCorpus(path, LEXICON, write=True)
    assert again.figures() == before
    assert list(again.verify()) == []
    again.close()


def test_a_reader_reads_on_while_another_writes(corpus: SqliteCorpus) -> None:
    reader = SqliteCorpus(corpus.name, LEXICON)
    with corpus.writing():
        corpus._take_out([corpus.entries("A/RES/64/911")[0].id])
        assert len(reader.entries()) == 3
    assert len(reader.entries()) == 2
    reader.close()


def test_a_reader_cannot_write(corpus: SqliteCorpus) -> None:
    reader = SqliteCorpus(corpus.name, LEXICON)
    with pytest.raises(BadCorpus, match="for reading alone"):
        reader.add("x", "x", [ADOPTED[0]])
    reader.close()


def test_nothing_is_left_beside_the_file(corpus: SqliteCorpus) -> None:
    reader = SqliteCorpus(corpus.name, LEXICON)
    reader.figures()
    corpus.close()
    reader.close()
    folder = Path(corpus.name).parent
    assert [path.name for path in folder.iterdir()] == ["corpus.sqlite"]


def test_a_corpus_in_a_folder_that_may_not_be_written_to(corpus: SqliteCorpus) -> None:
    corpus.close()
    path = Path(corpus.name)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        reader = SqliteCorpus(path, LEXICON)
        assert reader.figures()["texts"] == 3
        reader.close()
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"this is no database at all, but a text of some length" * 40, "no corpus"),
        (b"SQLite format 3\x00" + b"\xff" * 3000, "corpus"),
        (b"", "empty"),
    ],
)
def test_files_that_are_no_corpus(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "strange.sqlite"
    path.write_bytes(content)
    with pytest.raises(BadCorpus, match=words) as error:
        SqliteCorpus(path, LEXICON).figures()
    assert str(path) in str(error.value) and "\n" not in str(error.value)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes(name)")
    other.commit()
    other.close()
    for write in (False, True):
        with pytest.raises(BadCorpus, match="another program"):
            SqliteCorpus(path, LEXICON, write=write)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_damaged_file(corpus: SqliteCorpus) -> None:
    corpus.close()
    path = Path(corpus.name)
    data = bytearray(path.read_bytes())
    data[5000:] = os.urandom(len(data) - 5000)
    path.write_bytes(bytes(data))
    with pytest.raises(BadCorpus, match=r"corpus"):
        opened = SqliteCorpus(path, LEXICON)
        Finder((opened,)).nearest(WELLS[1])
        raise BadCorpus("; ".join(opened.verify()) or "whole")


def test_damage_is_named_before_the_age_of_a_corpus(corpus: SqliteCorpus) -> None:
    (page,) = corpus.ask("SELECT rootpage FROM sqlite_master WHERE name = 'para'")[0]
    (size,) = corpus.ask("PRAGMA page_size")[0]
    corpus._connection.execute("PRAGMA user_version=1")
    corpus.close()
    path = Path(corpus.name)
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(bytes(data))
    with pytest.raises(BadCorpus, match="damaged"):
        SqliteCorpus(path, LEXICON)


def test_a_hash_that_does_not_fit_is_found(corpus: SqliteCorpus) -> None:
    one, other = (row[0] for row in corpus.ask("SELECT id FROM skel ORDER BY id LIMIT 2"))
    corpus.many("UPDATE skel SET h = h + 1 WHERE id = ?", [(one,)])
    corpus.many("DELETE FROM sh WHERE id = ?", [(other,)])
    faults = list(corpus.verify())
    assert len(faults) == 2 and "do not fit their hash" in faults[0] and "shingles" in faults[1]


def test_a_newer_schema_is_refused_and_not_touched(corpus: SqliteCorpus) -> None:
    corpus._connection.execute("PRAGMA user_version=99")
    corpus.close()
    for write in (False, True):
        with pytest.raises(BadCorpus, match="newer resolint"):
            SqliteCorpus(corpus.name, LEXICON, write=write)


def test_an_older_schema_is_brought_up_to_date_by_a_writer(
    corpus: SqliteCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.close()
    monkeypatch.setattr(sqlite_module, "SCHEMA", sql_module.SCHEMA + 1)

    def migrate(store: SqliteCorpus) -> None:
        store._connection.execute("CREATE TABLE news(id INTEGER)")

    monkeypatch.setattr(sqlite_module, "MIGRATIONS", {sql_module.SCHEMA: migrate})
    monkeypatch.setattr(sqlite_module, "_TABLES", f"{sqlite_module._TABLES}CREATE TABLE news(id INTEGER);\n")
    with pytest.raises(BadCorpus, match="older resolint"):
        SqliteCorpus(corpus.name, LEXICON)
    SqliteCorpus(corpus.name, LEXICON, write=True).close()
    reader = SqliteCorpus(corpus.name, LEXICON)
    assert len(reader.entries()) == 3
    assert reader.ask("SELECT count(*) FROM news") == [(0,)]
    reader.close()


def test_a_corpus_of_the_first_version_is_numbered_anew(corpus: SqliteCorpus) -> None:
    """The first version counted keys from 1 on; nothing else differs."""
    due = {table: corpus.ask(f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("skel", "wording", "sh")}
    for at, (number, _) in enumerate(due["skel"], 1):
        corpus.ask("UPDATE wording SET skel = ? WHERE skel = ?", (at, number))
        corpus.ask("UPDATE sh SET id = ? WHERE id = ?", (at, number))
        corpus.ask("UPDATE skel SET id = ? WHERE id = ?", (at, number))
    corpus._connection.execute("PRAGMA user_version=1")
    corpus.close()
    with pytest.raises(BadCorpus, match="older resolint"):
        SqliteCorpus(corpus.name, LEXICON)
    opened = SqliteCorpus(corpus.name, LEXICON, write=True)
    assert {table: opened.ask(f"SELECT * FROM {table} ORDER BY 1, 2") for table in due} == due
    assert list(opened.verify()) == []
    opened.close()


def test_a_migration_that_fails_leaves_the_old_corpus(corpus: SqliteCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.close()

    def migrate(store: SqliteCorpus) -> None:
        store._connection.execute("DROP TABLE words")
        raise RuntimeError("no")

    with monkeypatch.context() as patch:
        patch.setattr(sqlite_module, "SCHEMA", sql_module.SCHEMA + 1)
        patch.setattr(sqlite_module, "MIGRATIONS", {sql_module.SCHEMA: migrate})
        with pytest.raises(RuntimeError):
            SqliteCorpus(corpus.name, LEXICON, write=True)
    reader = SqliteCorpus(corpus.name, LEXICON)
    assert len(reader.find("footpaths", 5)) == 1
    reader.close()


def test_no_corpus_a_folder_and_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(BadCorpus, match="there is no corpus yet"):
        open_corpus(str(tmp_path / "none.sqlite"), LEXICON)
    with pytest.raises(BadCorpus, match="folder"):
        open_corpus(str(tmp_path), LEXICON)
    open_corpus(str(tmp_path / "new" / "empty.sqlite"), LEXICON, write=True).close()
    with pytest.raises(BadCorpus, match="the corpus is empty"):
        open_finder([str(tmp_path / "new" / "empty.sqlite")], LEXICON)


def test_the_scope_bounds_dates(corpus: SqliteCorpus) -> None:
    corpus.add(
        "year.md",
        "5",
        [text("A/RES/65/1", "Decides to count all the wells of the world before they run dry;", date="2010")],
    )
    key = corpus.ask("SELECT skel FROM wording WHERE text LIKE '%run dry%'")[0][0]
    assert corpus.wordings([key], Scope("2011-01-01"))
    assert not corpus.wordings([key], Scope("2010-12-31")), "a year counts as before when it is over"
    assert corpus.wordings([key], Scope(None))


@pytest.mark.parametrize(
    ("asked", "symbols"),
    [
        ("footpaths", ["E/RES/2010/913"]),
        ('"well keepers" municipalities', ["A/RES/64/911"]),
        ("municipalities OR walkers", ["E/RES/2010/913", "A/RES/64/911"]),
        ("municip*", ["A/RES/64/911"]),
        ("Secretary-General", ["A/RES/66/917", "A/RES/64/911"]),
        ("nothing-like-this", []),
    ],
)
def test_searching_for_words(corpus: SqliteCorpus, asked: str, symbols: list[str]) -> None:
    found = corpus.find(asked, 10)
    assert [entry.symbol for entry, _, _ in found] == symbols
    assert all("\x02" in words and "\x03" in words for _, _, words in found)


@pytest.mark.parametrize("asked", ['"half a phrase', "AND", "OR OR", "NOT", "(", "*", "a:b", "col:", "^x", '""'])
def test_searches_that_cannot_be_read(corpus: SqliteCorpus, asked: str) -> None:
    try:
        corpus.find(asked, 3)
    except BadCorpus as error:
        assert "this search cannot be read" in str(error)


# -- hostile files ---------------------------------------------------------------------------------------------------


def asked(path: Path, *, write: bool = False) -> None:
    """Asks a corpus everything; each answer may be a refusal in one sentence, and nothing else may happen."""
    said = []
    draft = drafts.read_source("\n\n".join(("# Wells", "*The General Assembly*,", *WELLS)), "draft.md")
    try:
        corpus = SqliteCorpus(path, LEXICON, write=write)
    except BadCorpus as error:
        said.append(str(error))
        return
    try:
        for question in (
            corpus.entries,
            corpus.figures,
            lambda: [corpus.passages(entry.id) for entry in corpus.entries()],
            lambda: Finder((corpus,)).nearest(WELLS[1]),
            lambda: list(corpus.find("wells", 5)),
            lambda: Judge(Finder((corpus,)), {}, lambda _, __: None).document(draft),
            lambda: list(corpus.verify()),
            *([lambda: corpus.remove("A/RES/64/911")] if write else ()),
        ):
            try:
                question()
            except BadCorpus as error:
                said.append(str(error))
    finally:
        corpus.close()
    assert all(str(path) in one and "\n" not in one for one in said)


@pytest.mark.parametrize("seed", range(24))
def test_no_damage_is_more_than_a_sentence(corpus: SqliteCorpus, seed: int) -> None:
    corpus.close()
    path, chance = Path(corpus.name), random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 3, 20, 200))):
        data[chance.randrange(100, len(data) if seed % 2 else 4096)] = chance.randrange(256)
    path.write_bytes(bytes(data))
    asked(path)
    asked(path, write=True)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("text", "title"),
        ("text", "date"),
        ("text", "digest"),
        ("wording", "text"),
        ("wording", "skel"),
        ("para", "place"),
        ("para", "wording"),
        ("skel", "h"),
        ("sh", "id"),
    ],
)
@pytest.mark.parametrize("value", ["x'fffe'", "CAST(x'41c328' AS TEXT)", "'abc'"])
def test_no_value_is_more_than_a_sentence(corpus: SqliteCorpus, table: str, column: str, value: str) -> None:
    path = Path(corpus.name)
    corpus.close()
    other = sqlite3.connect(path)
    other.execute(f"UPDATE OR IGNORE {table} SET {column} = {value}")
    other.commit()
    other.close()
    asked(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW more AS SELECT * FROM text",
        "CREATE TRIGGER more AFTER INSERT ON text BEGIN DELETE FROM para; END",
        "CREATE TABLE more(id)",
        "ALTER TABLE text ADD COLUMN more",
        "DROP INDEX text_root",
    ],
)
def test_a_corpus_has_the_tables_of_a_corpus_and_no_others(corpus: SqliteCorpus, statement: str) -> None:
    path = Path(corpus.name)
    corpus.close()
    other = sqlite3.connect(path)
    other.execute(statement)
    other.commit()
    other.close()
    for write in (False, True):
        with pytest.raises(BadCorpus, match=r"no corpus of resolint, it has (a view|a trigger|other tables)"):
            SqliteCorpus(path, LEXICON, write=write)


def test_no_row_of_any_length_is_read(corpus: SqliteCorpus) -> None:
    path = Path(corpus.name)
    corpus.close()
    other = sqlite3.connect(path)
    other.execute("UPDATE wording SET text = CAST(zeroblob(17000000) AS TEXT) WHERE id = 1")
    other.commit()
    other.close()
    reader = SqliteCorpus(path, LEXICON)
    with pytest.raises(BadCorpus, match="damaged"):
        [reader.passages(entry.id) for entry in reader.entries()]
    reader.close()
