"""Paths, patterns, locked files and processes as Windows has them, tested anywhere.

``ntpath`` takes the place of ``os.path``, and pure paths of Windows that of ``Path``, where names are all that counts; what only
Windows raises is raised by hand. That a whole run works there is not proved by this.
"""

import ntpath
import os
import sys
from concurrent.futures import Executor, Future
from pathlib import PureWindowsPath
from types import SimpleNamespace

import pytest

from resolint.cli import baseline, each, files, output, review
from resolint.errors import CannotWrite, UnreadableDraft
from resolint.profile import Config, ignoring
from resolint.report.findings.gitlab import _relative
from resolint.report.findings.sarif import uri

HERE = r"C:\Users\Ada\drafts"


class WindowsPath(PureWindowsPath):
    """A name of Windows; none of its files exist."""

    def exists(self) -> bool:
        return False


@pytest.fixture
def windows(monkeypatch):
    """The modules below see the names of Windows, from a folder on C:."""
    names = SimpleNamespace(**{name: getattr(ntpath, name) for name in dir(ntpath) if not name.startswith("_")})
    names.abspath = names.realpath = lambda path: ntpath.normpath(ntpath.join(HERE, path))
    names.relpath = lambda path, start=HERE: ntpath.relpath(names.abspath(path), names.abspath(start))
    system = SimpleNamespace(**{**vars(os), "path": names, "sep": "\\", "name": "nt"})
    for module in (baseline, files, ignoring, review, sys.modules["resolint.profile.config"]):
        monkeypatch.setattr(module, "os", system)
        if hasattr(module, "Path"):
            monkeypatch.setattr(module, "Path", WindowsPath)
    return system


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (r"old\A.docx", "old/A.docx"),
        (r".\old\..\A.docx", "A.docx"),
        (r"C:\Users\Ada\drafts\old\A.docx", "old/A.docx"),
        (r"c:\users\ada\DRAFTS\A.docx", "A.docx"),
        (r"C:\Users\Ada\A.docx", "C:/Users/Ada/A.docx"),
        (r"D:\A.docx", "D:/A.docx"),
        (r"\\server\share\A.docx", "//server/share/A.docx"),
        ("-", "-"),
    ],
)
def test_reports_name_drafts_with_forward_slashes(windows, given, told):
    assert files.shown(given) == told


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (r"old\A B.docx", "old/A%20B.docx"),
        (r"C:\drafts\A.docx", "file:///C:/drafts/A.docx"),
        (r"\\server\share\A.docx", "file://server/share/A.docx"),
    ],
)
def test_addresses_in_sarif_are_addresses(name, address):
    assert uri(name) == address


def test_gitlab_gets_paths_of_the_repository():
    assert _relative(r".\old\A.docx") == "old/A.docx"


def test_a_baseline_knows_a_draft_however_its_name_is_typed(windows):
    entry = baseline.KnownFinding("PRE002", "f" * 8)
    known = baseline.Baseline(HERE, {"old/A.docx": (entry,)})
    for name in (r"old\A.docx", "old/A.docx", r"OLD\a.DOCX", HERE + r"\old\A.docx"):
        assert known.of(name) == (entry,), name
    assert baseline.key_of(r"D:\other\A.docx", HERE) == "D:/other/A.docx"


@pytest.mark.parametrize(
    ("pattern", "path", "verdict"),
    [
        ("Archive/", r"archive\2019\a.docx", True),
        ("*.DOCX", "a.docx", True),
        ("/old/[A-C]*.docx", r"Old\beta.docx", True),
        ("!KEEP.docx", "keep.docx", False),
        ("old/", "a.docx", None),
    ],
)
def test_patterns_take_any_letter_case(windows, pattern, path, verdict):
    found = ignoring.Patterns(HERE, [pattern]).verdict(ntpath.join(HERE, path), is_folder=False)
    assert found is verdict


def test_a_file_on_another_drive_is_none_of_the_project(windows):
    assert ignoring.Patterns(HERE, ["*"]).verdict(r"D:\a.docx", is_folder=False) is None


@pytest.mark.parametrize("glob", ["Minutes/*.docx", r"minutes\*.docx", "*.DOCX", "./minutes/a.docx"])
def test_rules_are_left_out_by_file_in_any_letter_case(windows, monkeypatch, glob):
    monkeypatch.setattr("fnmatch.os", windows)
    config = Config(WindowsPath(HERE, "resolint.toml"), per_file_ignores={glob: ("SPN",), "other/*": ("TYP",)})
    assert config.ignored_in(r"MINUTES\a.docx") == {glob: ("SPN",)}


def test_elsewhere_letter_case_counts(tmp_path):
    assert ignoring.Patterns(tmp_path, ["*.DOCX"]).verdict(tmp_path / "a.docx", is_folder=False) is None
    config = Config(tmp_path / "resolint.toml", per_file_ignores={"*.DOCX": ("SPN",)})
    assert config.ignored_in(tmp_path / "a.docx") == {}


def test_a_review_stands_beside_its_draft(windows):
    assert review.output_for(r"C:\drafts.old\A.docx") == r"C:\drafts.old\A.reviewed.docx"
    assert review.output_for(r"C:\drafts.old\A") == r"C:\drafts.old\A.reviewed.docx"


def held(code):
    error = PermissionError(13, "Access is denied")
    error.winerror = code
    return error


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced(tmp_path, monkeypatch):
    target, waits, replace = tmp_path / "draft.docx", [], os.replace
    target.write_bytes(b"old")

    def replacing(source, place):
        if len(waits) < 3:
            raise held(32)
        replace(source, place)

    monkeypatch.setattr(output.os, "replace", replacing)
    monkeypatch.setattr(output.time, "sleep", waits.append)
    output.write_bytes(target, b"new")
    assert target.read_bytes() == b"new" and len(waits) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_open_in_word_is_named_and_left(tmp_path, monkeypatch, code):
    target, waits = tmp_path / "draft.docx", []
    target.write_bytes(b"old")

    def refuse(source, place):
        raise held(code)

    monkeypatch.setattr(output.os, "replace", refuse)
    monkeypatch.setattr(output.time, "sleep", waits.append)
    with pytest.raises(CannotWrite, match="another program, such as Word, has this file open; close it there"):
        output.write_bytes(target, b"new")
    assert target.read_bytes() == b"old" and waits
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


def test_a_refusal_that_is_none_of_windows_is_not_waited_for(tmp_path, monkeypatch):
    def refuse(source, place):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(output.os, "replace", refuse)
    monkeypatch.setattr(output.time, "sleep", lambda pause: pytest.fail("waited"))
    with pytest.raises(CannotWrite, match="operation not permitted"):
        output.write_bytes(tmp_path / "draft.docx", b"new")


def test_a_locked_draft_may_be_locked_rather_than_forbidden(windows, monkeypatch):
    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "open", refuse, raising=False)
    monkeypatch.setattr(WindowsPath, "is_dir", lambda self: False, raising=False)
    with pytest.raises(UnreadableDraft, match="no permission to read this file, or another program has locked it"):
        files.read_bytes("draft.docx")


@pytest.mark.parametrize(("platform", "most"), [("win32", 61), ("linux", 100)])
def test_no_more_processes_than_can_be_waited_for(monkeypatch, platform, most):
    asked = []

    class Pool(Executor):
        def __init__(self, jobs, **options):
            asked.append(jobs)

        def submit(self, work, *args):
            done = Future()
            done.set_result(work(*args))
            return done

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)
    monkeypatch.setattr(each.sys, "platform", platform)
    paths = [str(number) for number in range(300)]
    assert list(each.each(paths, str.strip, 100)) == paths
    assert asked == [most]
