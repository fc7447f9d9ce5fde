"""Rules that an installed package brings by the entry point ``resolint.rules``."""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from resolint import pipeline
from resolint.cards import installed
from resolint.errors import BadConfiguration
from tests.cli.drafts import FAULTY

DRAFT = FAULTY.replace("share seeds;", "share seeds" + " with every grower of the village" * 8 + ";")


def wheel(source: Path, folder: Path) -> Path:
    """The wheel of the example package, made without its build backend, which tests do not need to have."""
    project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    points = "".join(
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in entries.items())
        for group, entries in project["entry-points"].items()
    )
    members = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in sorted((source / "seed_rules").rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    members |= {
        f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n".encode(),
        f"{stem}.dist-info/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{stem}.dist-info/entry_points.txt": points.encode(),
    }
    record = [
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}"
        for name, data in members.items()
    ]
    members[f"{stem}.dist-info/RECORD"] = "\n".join([*record, f"{stem}.dist-info/RECORD,,"]).encode()
    place = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return place


@pytest.mark.slow
def test_a_package_brings_its_rules_once_it_is_installed(root: Path, tmp_path: Path) -> None:
    built, target = wheel(root / "tests" / "example_package", tmp_path), tmp_path / "site"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(built),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "seeds.md").write_text(DRAFT, encoding="utf-8")

    def run(*args: str, path: str = str(target)) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "resolint", *args],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            encoding="utf-8",
        )

    def found(path: str = str(target)) -> set[str]:
        out = run("lint", "seeds.md", "-f", "json", path=path)
        assert out.returncode in (0, 1), out.stderr
        return {one["rule"] for one in json.loads(out.stdout)["documents"][0]["findings"]}

    assert "SED001" in found()
    assert "SED001" not in found(path="")
    assert "SED001  paragraph-out-of-breath" in run("rules", "list").stdout
    tested = run("rules", "test", "SED001")
    assert (tested.returncode, tested.stdout) == (0, "1 rule, 2 examples: all hold\n"), tested.stdout


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a package ``broken_rules`` with this source, and these entry points, on the path."""
    monkeypatch.syspath_prepend(tmp_path)
    installed.installed_rules.cache_clear()

    def write(source: str, points: str) -> None:
        (tmp_path / "broken_rules.py").write_text(source, encoding="utf-8")
        info = tmp_path / "broken_rules-0.1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-rules\nVersion: 0.1\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(points, encoding="utf-8")

    yield write
    installed.installed_rules.cache_clear()
    sys.modules.pop("broken_rules", None)


@pytest.mark.parametrize(
    ("source", "value", "said"),
    [
        (
            "import nowhere_to_be_found\n",
            "broken_rules",
            "broken_rules cannot be imported (ModuleNotFoundError: No module",
        ),
        ("raise SystemExit(7)\n", "broken_rules", "broken_rules cannot be imported (SystemExit: 7)"),
        ("def f(:\n", "broken_rules", "broken_rules cannot be imported (SyntaxError: "),
        ("", "broken_rules:rules", "broken_rules:rules cannot be imported (AttributeError: "),
        ("rules = 3\n", "broken_rules:rules", "broken_rules:rules is no module"),
        ("", "broken_rules", "there is no folder rules beside broken_rules"),
    ],
)
def test_a_package_that_cannot_be_used_is_told(package, source: str, value: str, said: str) -> None:
    package(source, f"[console_scripts]\nseeds = broken_rules\n\n[resolint.rules]\nseeds = {value}\n")
    with pytest.raises(BadConfiguration) as caught:
        pipeline.lint(b"The General Assembly,\n", name="a.md")
    assert f"broken-rules 0.1, entry_points.txt, line 5, entry point seeds: {said}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_is_looked_up_where_no_package_names_rules(package, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    package("raise SystemExit(7)\n", "[console_scripts]\nseeds = broken_rules\n")
    monkeypatch.setattr(importlib.metadata, "entry_points", None)
    assert installed.installed_rules() == ()
