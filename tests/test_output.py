"""Writing: whole or not at all, with the rights of what was there, and never over what is read."""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from resolint.cli import output
from resolint.errors import CannotWrite

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and signals as POSIX has them")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o200])
def test_no_byte_is_ever_readable_by_more_than_the_target_allows(tmp_path, monkeypatch, mode):
    path = tmp_path / "draft.docx"
    path.write_bytes(b"old")
    path.chmod(mode)
    seen = []

    def look(descriptor: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(output.os, "fsync", look)
    output.write_bytes(path, b"new")
    assert seen == [0o600] and stat.S_IMODE(path.stat().st_mode) == mode


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_gets_the_rights_that_new_files_get(tmp_path, mask):
    before = os.umask(mask)
    try:
        output.write_text(tmp_path / "report.txt", "x")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == 0o666 & ~mask


@posix
@pytest.mark.parametrize(
    ("modes", "wanted"),
    [((0o600,), 0o600), ((0o640,), 0o640), ((0o644,), 0o644), ((0o444,), 0o644), ((0o644, 0o600), 0o600), ((), 0o644)],
)
def test_a_new_file_is_not_read_by_who_may_not_read_the_draft(tmp_path, modes, wanted) -> None:
    inputs = []
    for at, mode in enumerate(modes):
        (tmp_path / f"{at}.md").write_text("words")
        (tmp_path / f"{at}.md").chmod(mode)
        inputs.append(str(tmp_path / f"{at}.md"))
    before = os.umask(0o022)
    try:
        output.write_text(tmp_path / "new.md", "words", inputs=[*inputs, str(tmp_path), str(tmp_path / "none.md")])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == wanted


def test_long_names_and_what_a_killed_run_left_are_no_obstacle(tmp_path):
    path = tmp_path / ("r" * 246 + ".txt")
    (tmp_path / f".{path.name[:100]}.{os.getpid()}.tmp").write_text("stale")
    (tmp_path / ".resolint-stale.tmp").write_text("stale")
    for words in ("one", "two"):
        output.write_text(path, words)
    assert path.read_text() == "two" and len(list(tmp_path.iterdir())) == 3


@posix
def test_a_signal_waits_until_the_file_stands(tmp_path, monkeypatch):
    path, fsync, caught = tmp_path / "report.txt", os.fsync, []
    before = signal.signal(signal.SIGTERM, lambda *_: caught.append([entry.name for entry in tmp_path.iterdir()]))

    def interrupted(descriptor: int) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        fsync(descriptor)

    try:
        monkeypatch.setattr(output.os, "fsync", interrupted)
        output.write_text(path, "whole")
    finally:
        signal.signal(signal.SIGTERM, before)
    assert caught == [["report.txt"]] and path.read_text() == "whole"


@posix
def test_hard_links_are_not_torn_apart(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("old")
    os.link(path, tmp_path / "other.txt")
    with pytest.raises(CannotWrite, match="2 names"):
        output.write_text(path, "new")
    assert path.read_text() == "old"


@posix
def test_an_owner_that_cannot_be_kept_is_said(tmp_path, monkeypatch):
    path = tmp_path / "report.txt"
    path.write_text("old")
    there = path.stat()
    owned = os.stat_result([*there[:4], there.st_uid + 1, *there[5:]])
    monkeypatch.setattr(output, "_there", lambda _: owned)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(output.os, "chown", refuse)
    with pytest.raises(CannotWrite, match="another owner"):
        output.write_text(path, "new")
    assert path.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "write", [lambda path: output.write_text(path, "x"), lambda path: output.write_bytes(path, b"x")]
)
def test_read_only_files_are_respected(tmp_path, write):
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(CannotWrite, match="protected"):
        write(path)
    assert path.read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_device_says_how_much_was_written():
    with pytest.raises(CannotWrite, match="/dev/full: 0 of 1 bytes were written, the rest cannot be: no space left"):
        output.write_bytes("/dev/full", b"x")


@posix
def test_pipes_are_written_to(tmp_path):
    read, write = os.pipe()
    output.write_text(f"/dev/fd/{write}", "words")
    os.close(write)
    with open(read, "rb") as file:
        assert file.read() == b"words"


def test_what_stands_in_a_folder_that_is_read_is_an_input(tmp_path):
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "ABC001-x.md").write_text("card")
    with pytest.raises(CannotWrite, match="read in the same run"):
        output.write_text(folder / "ABC001-x.md", "x", inputs=[str(folder)])
    output.write_text(folder / "new.txt", "x", inputs=[str(folder)])


def test_a_name_that_no_file_can_have_is_one_sentence():
    with pytest.raises(CannotWrite, match="no file can have this name"):
        output.write_text("a\0b", "x")
