"""``--convert``: files of other programs are read through LibreOffice where it is installed and somebody says so."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from resolint import pipeline
from resolint.cli import converting

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")

DRAFT = """\
# Seed libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report at its eighty-second session;

2. *Decides* to return to the matter.
"""
FOREIGN = {
    "a.rtf": b"{\\rtf1 hello}",
    "a.odt": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "a.html": b"<!DOCTYPE html><html><body>hello</body></html>",
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, with a program in it that does what LibreOffice would."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "made.docx").write_bytes(pipeline.build(DRAFT.encode(), name="draft.md"))
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\n"
        "import os, pathlib, shutil, sys\n"
        f"root = pathlib.Path({str(tmp_path)!r})\n"
        "(root / 'asked').write_text(' '.join(sys.argv))\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        "shutil.copy(root / 'made.docx', out / 'draft.docx')\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_read_where_it_is_wanted(run, office, tmp_path, name):
    (tmp_path / name).write_bytes(FOREIGN[name])
    result = run("show", "--convert", str(tmp_path / name))
    assert result.exit_code == 0 and "Resolution: Seed libraries" in result.stdout
    assert "--headless" in (tmp_path / "asked").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("command", ["lint", "show", "citations", "consistency"])
def test_nothing_is_converted_in_silence(run, office, tmp_path, name, command):
    (tmp_path / name).write_bytes(FOREIGN[name])
    result = run(command, str(tmp_path / name))
    assert result.exit_code == 2 and "give --convert" in result.stderr and result.stderr.count("\n") == 1
    assert not (tmp_path / "asked").exists()


@pytest.mark.slow
def test_many_files_are_converted_too(run, office, tmp_path):
    paths = []
    for number in range(25):
        path = tmp_path / f"a{number}.rtf"
        path.write_bytes(FOREIGN["a.rtf"])
        paths.append(str(path))
    result = run("lint", "--convert", "--format", "concise", *paths)
    assert "cannot" not in result.stderr and result.exit_code in (0, 1)


def test_a_conversion_that_does_not_end_is_ended(run, office, tmp_path, monkeypatch):
    sleeper = shutil.which("sleep", path="/bin:/usr/bin")
    (office / "soffice").write_text(f"#!/bin/sh\n{sleeper} 60 & echo $! > {tmp_path}/child\nwait\n")
    monkeypatch.setattr(converting, "TIME_LIMIT", 0.5)
    (tmp_path / "a.rtf").write_bytes(FOREIGN["a.rtf"])
    result = run("lint", "--convert", str(tmp_path / "a.rtf"))
    assert result.exit_code == 2 and "took longer than 0.5 seconds" in result.stderr
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_what_cannot_be_converted_is_said(run, office, tmp_path):
    (office / "soffice").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "a.rtf").write_bytes(FOREIGN["a.rtf"])
    result = run("lint", "--convert", str(tmp_path / "a.rtf"))
    assert result.exit_code == 2 and "could not convert" in result.stderr


def test_without_libreoffice(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.rtf").write_bytes(FOREIGN["a.rtf"])
    result = run("lint", "--convert", str(tmp_path / "a.rtf"))
    assert result.exit_code == 2 and "LibreOffice, which is not installed" in result.stderr
    result = run("lint", str(tmp_path / "a.rtf"))
    assert result.exit_code == 2 and "a rich text file (.rtf): open it in Word" in result.stderr
