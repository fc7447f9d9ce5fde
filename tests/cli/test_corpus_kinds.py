"""``resolint corpus``: kinds of files, languages, and corpora that are handed on."""

import gzip
import zipfile
from pathlib import Path

import pytest

PAGE = """<html><head><title>x</title><script>alert(1)</script></head><body><p>A/RES/71/955</p><h1>Care of ferries</h1>
<p><i>The General Assembly</i>,</p><p><i>Noting</i> that ferries carry people &amp; goats across the sound,<sup>1</sup></p>
<p>1. <i>Urges</i> ferrymen to keep their boats dry, in the interest of the goats;</p>
<p>2. <i>Decides</i> to remain seized of the matter.</p></body></html>"""
FRENCH = """# Le soin des puits

*L'Assemblée générale*,

*Notant* que les puits sont la mémoire des villages et que les anciens qui savent les creuser se font rares dans toutes les régions,

1. *Demande* aux États Membres de faire contrôler chaque année la qualité de l'eau des puits de leurs villages et de leurs écoles.
"""


@pytest.fixture
def folder(run, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESOLINT_CORPUS", str(Path("corpus.sqlite").absolute()))
    made = Path("texts")
    (made / "below").mkdir(parents=True)
    wells = (root / "samples" / "adopted" / "lighthouses-2011.md").read_text(encoding="utf-8")
    (made / "below" / "wells.md").write_text(wells, encoding="utf-8")
    (made / "ferries.html").write_text(PAGE, encoding="utf-8")
    (made / "puits.md").write_text(FRENCH, encoding="utf-8")
    (made / "photo.png").write_bytes(b"png")
    (made / "broken.zip").write_bytes(b"no archive")
    with zipfile.ZipFile(made / "more.zip", "w") as archive:
        archive.writestr(
            "inner/tides.md", (root / "samples" / "adopted" / "lighthouses-2013.md").read_text(encoding="utf-8")
        )
        archive.writestr("inner/readme.exe", "no text")
    return made


def listed(run) -> str:
    return run("corpus", "list").stdout


def test_pages_and_archives_are_read_and_what_is_not_is_named(run, folder: Path) -> None:
    done = run("corpus", "add", folder)
    assert done.exit_code == 2 and "3 texts added" in done.stderr
    assert {line.split()[1] for line in listed(run).splitlines()} == {"A/RES/66/901", "A/RES/68/914", "A/RES/71/955"}
    assert "puits.md: this text is in French" in done.stderr
    assert "broken.zip: the archive is damaged" in done.stderr
    assert "photo.png: not read" in done.stderr and "Traceback" not in done.stderr
    again = run("corpus", "add", folder)
    assert "0 texts added" in again.stderr and "3 files unchanged" in again.stderr
    shown = run("corpus", "info", "A/RES/71/955").stdout
    assert "people & goats across the sound," in shown and "alert" not in shown and "sound,1" not in shown


def test_another_language_is_added_when_asked_for(run, folder: Path) -> None:
    assert "1 text added" in run("corpus", "add", folder / "puits.md", "--any-language").stderr


def test_an_empty_corpus_takes_another_language_where_all_texts_are_in_it(run, folder: Path) -> None:
    done = run("corpus", "add", folder / "puits.md")
    assert done.exit_code == 0 and "1 text added" in done.stderr
    done = run("corpus", "add", folder / "below")
    assert done.exit_code == 2 and "this text is in English, and a corpus holds one language" in done.stderr


def test_json_lines_in_another_language_are_left_out_one_by_one(run, folder: Path) -> None:
    import json

    paras = [{"t": "paragraph", "x": row} for row in FRENCH.split("\n\n") if row]
    rows = [{"symbol": "A/RES/70/901", "paras": paras}]
    rows.append(
        {
            "symbol": "A/RES/70/902",
            "paras": [{"t": "paragraph", "x": "Decides to remain seized of the matter of wells;"}],
        }
    )
    Path("two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("corpus", "add", "two.jsonl")
    assert "two.jsonl, A/RES/70/901: this text is in French" in done.stderr
    assert "A/RES/70/902" in listed(run) and "A/RES/70/901" not in listed(run)


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "ndjson"])
def test_json_lines_in_an_archive(run, tmp_path: Path, ending: str) -> None:
    import json
    import zipfile

    rows = [
        {"symbol": f"A/RES/70/{at}", "paras": [{"t": "paragraph", "x": f"Decides to keep well {at} in good order;"}]}
        for at in (901, 902)
    ]
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    archive = tmp_path / "Texts.ZIP"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(f"deep/two.{ending}", gzip.compress(data) if ending.endswith(".gz") else data)
        made.writestr("picture.png", b"no text")
        made.writestr("__MACOSX/._two.jsonl.x", b"no text")
    held = tmp_path / "held.sqlite"
    done = run("corpus", "add", archive, "--corpus", held)
    assert done.exit_code == 0 and "2 texts added" in done.stderr
    assert "Texts.ZIP!/picture.png: not read" in done.stderr and "MACOSX" not in done.stderr
    assert "1 file unchanged" in run("corpus", "add", archive, "--corpus", held).stderr


def test_damaged_json_lines_in_an_archive_are_one_sentence(run, tmp_path: Path) -> None:
    import zipfile

    archive = tmp_path / "texts.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("cut.jsonl.gz", gzip.compress(b'{"symbol": "A/RES/70/901"}' * 100)[:-20])
        made.writestr("no.jsonl", b"\xff\xfe not UTF-8")
    done = run("corpus", "add", archive)
    assert done.exit_code == 2 and "Traceback" not in done.stderr
    assert "texts.zip!/cut.jsonl.gz" in done.stderr and "texts.zip!/no.jsonl" in done.stderr


def test_pack_merge_and_diff(run, folder: Path) -> None:
    run("corpus", "add", folder / "below")
    run("corpus", "add", folder / "ferries.html", "--corpus", "other.sqlite")
    done = run("corpus", "diff", "corpus.sqlite", "other.sqlite")
    assert done.exit_code == 1 and done.stdout.startswith("- A/RES/66/901") and "+ A/RES/71/955" in done.stdout
    assert run("corpus", "merge", "corpus.sqlite", "other.sqlite", "-o", "both.sqlite").exit_code == 0
    assert run("corpus", "verify", "--corpus", "both.sqlite").exit_code == 0
    assert len(run("corpus", "list", "--corpus", "both.sqlite").stdout.splitlines()) == 2
    share = Path("share")
    share.mkdir()
    assert run("corpus", "pack", "--corpus", "both.sqlite", "-o", "share/packed.sqlite").exit_code == 0
    assert [one.name for one in share.iterdir()] == ["packed.sqlite"]
    (share / "packed.sqlite").chmod(0o444)
    share.chmod(0o555)
    try:
        assert run("corpus", "diff", "both.sqlite", "share/packed.sqlite").exit_code == 0
        assert [one.name for one in share.iterdir()] == ["packed.sqlite"]
    finally:
        share.chmod(0o755)
    again = run("corpus", "pack", "--corpus", "both.sqlite", "-o", "share/packed.sqlite")
    assert again.exit_code == 2 and "exists" in again.stderr


def test_a_corpus_that_is_not_there_is_one_sentence(run, folder: Path) -> None:
    for options in (
        ("merge", "none.sqlite", "-o", "x.sqlite"),
        ("diff", "none.sqlite", "corpus.sqlite"),
        ("pack", "-o", "x.sqlite"),
    ):
        done = run("corpus", *options)
        assert done.exit_code == 2 and "no corpus yet" in done.stderr and not Path("x.sqlite").exists()


def test_a_writer_waits_as_long_as_asked(run, folder: Path) -> None:
    import sqlite3

    run("corpus", "add", folder / "below")
    with sqlite3.connect("corpus.sqlite", isolation_level=None) as busy:
        busy.execute("BEGIN IMMEDIATE")
        done = run("corpus", "add", folder / "ferries.html", "--wait", "0.1")
        assert done.exit_code == 2 and "another program is writing" in done.stderr
        busy.execute("ROLLBACK")
    assert run("corpus", "add", folder / "ferries.html", "--wait", "0.1").exit_code == 0


@pytest.mark.slow
def test_a_cluster_gives_the_same_corpus_though_a_worker_is_killed(run, root: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    import os
    import signal
    import threading

    many = tmp_path / "many"
    many.mkdir()
    source = (root / "samples" / "adopted" / "lighthouses-2011.md").read_text(encoding="utf-8")
    for at in range(40):
        (many / f"{at:02}.md").write_text(source.replace("66/901", f"66/{at + 100}"), encoding="utf-8")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        victim = next(iter(cluster.workers.values())).process.process.pid
        threading.Timer(0.3, os.kill, (victim, signal.SIGKILL)).start()
        done = run("corpus", "add", many, "--corpus", "far.sqlite", "--scheduler", cluster.scheduler_address)
    assert done.exit_code == 0, done.stderr
    assert run("corpus", "add", many, "--corpus", "near.sqlite").exit_code == 0
    listed = [run("corpus", "list", "--corpus", name).stdout for name in ("far.sqlite", "near.sqlite")]
    assert listed[0] == listed[1] and len(listed[0].splitlines()) == 40
    assert run("corpus", "diff", "far.sqlite", "near.sqlite").exit_code == 0


def test_a_scheduler_that_does_not_answer_is_one_sentence(run, folder: Path) -> None:
    pytest.importorskip("distributed")
    done = run("corpus", "add", folder / "below", "--scheduler", "nonsense")
    assert done.exit_code == 2 and "no Dask scheduler answers" in done.stderr and "Traceback" not in done.stderr


def test_a_line_that_unpacks_to_more_than_a_text_is_read_no_further(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("resolint.cli.filling._LONGEST_LINE", 2 * 1024**2)
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"{" * (3 * 1024**2)))
    done = run("corpus", "add", "--corpus", "c.sqlite", "bomb.jsonl.gz")
    assert done.exit_code == 2
    assert "bomb.jsonl.gz, line 1: it is longer than 2 MB, which no text is" in done.stderr


def test_corpora_in_two_languages_are_made_one_only_where_it_is_asked_for(run, folder: Path) -> None:
    (folder / "puits.md").write_text(
        "# Les puits\n\n*L’Assemblée générale*,\n\n1. *Prie* le Secrétaire général de planter des arbres dans les jardins des écoles et de "
        "lui faire rapport sur la question des puits ;\n\n2. *Décide* de rester saisie de la question.\n",
        encoding="utf-8",
    )
    run("corpus", "add", folder / "below")
    assert run("corpus", "add", folder / "puits.md", "--any-language", "--corpus", "other.sqlite").exit_code == 0
    done = run("corpus", "merge", "corpus.sqlite", "other.sqlite", "-o", "both.sqlite")
    assert done.exit_code == 2 and "French" in done.stderr and "--any-language" in done.stderr
    assert not Path("both.sqlite").exists()
    assert run("corpus", "merge", "corpus.sqlite", "other.sqlite", "-o", "both.sqlite", "--any-language").exit_code == 0
