import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from resolint.cli import terminal
from resolint.report import FORMATS
from resolint.version import __version__
from tests.cli.drafts import ALLOWED, CLEAN, FAULTY
from tests.support.docx import docx, i, p

ONLY = ("--select", "PRE002")


@pytest.fixture
def faulty(tmp_path):
    (tmp_path / "faulty.md").write_text(FAULTY, encoding="utf-8")
    return "faulty.md"


@pytest.fixture
def clean(tmp_path):
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    return "clean.md"


# Exit codes


def test_findings_give_one_and_their_place(run, faulty):
    result = run("lint", faulty, *ONLY)
    assert result.exit_code == 1
    assert "preambular 1, line 9: " in result.stdout and "PRE002 preambular-comma-missing" in result.stdout
    assert result.stderr == ""


def test_a_clean_draft_gives_zero(run, clean):
    result = run("lint", clean, *ONLY)
    assert result.exit_code == 0 and "Nothing to report in 1 document." in result.stdout


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("info", None, 0),
        ("info", "info", 1),
        ("warning", None, 1),
        ("warning", "error", 0),
        ("error", "error", 1),
        ("error", "never", 0),
    ],
)
def test_the_threshold(run, faulty, tmp_path, severity, fail_on, code):
    (tmp_path / "resolint.toml").write_text(f'[severities]\nPRE002 = "{severity}"\n', encoding="utf-8")
    options = [] if fail_on is None else ["--fail-on", fail_on]
    assert run("lint", faulty, *ONLY, *options).exit_code == code


def test_the_threshold_of_the_configuration_and_of_the_command_line(run, faulty, tmp_path):
    (tmp_path / "resolint.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert run("lint", faulty, *ONLY).exit_code == 0
    assert run("lint", faulty, *ONLY, "--fail-on", "info").exit_code == 1
    assert run("lint", faulty, *ONLY, "--no-config").exit_code == 1


def test_an_unreadable_draft_among_many_is_said_and_the_run_goes_on(run, faulty, tmp_path):
    (tmp_path / "odd.docx").write_bytes(b"%PDF-1.4")
    result = run("lint", "odd.docx", faulty, "missing.docx", *ONLY)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 2 and all(line.startswith("resolint: ") for line in lines)
    assert "odd.docx" in lines[0] and "missing.docx: there is no such file" in lines[1]
    assert "PRE002" in result.stdout and "2 files could not be read" in result.stdout


def test_a_crashed_rule_gives_three(run, faulty, monkeypatch):
    import resolint.rulebook as rulebook

    found = rulebook._at_need

    def broken(card):
        def crash(*_):
            raise ZeroDivisionError("oh")

        return crash if card.id == "PRE002" else found(card)

    monkeypatch.setattr(rulebook, "_at_need", broken)
    result = run("lint", faulty, *ONLY)
    assert result.exit_code == 3 and "PRE002 failed" in result.stdout and "ZeroDivisionError: oh" in result.stdout


def test_a_fault_of_our_own_is_named_as_such(run, faulty, monkeypatch):
    def broken(*_args, **_more):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("resolint.structure.build", broken)
    result = run("lint", faulty)
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert "this is a bug in resolint, not in your draft: ZeroDivisionError: oh" in result.stderr
    assert "RESOLINT_DEBUG=1" in result.stderr
    assert "Traceback" in run("lint", faulty, RESOLINT_DEBUG="1").stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["lint"], "missing argument"),
        (["lint", "a.md", "--format", "docx"], "invalid value"),
        (["lint", "a.md", "--no-such"], "no such option"),
        (["check", "a.md"], "there is no command 'check': did you mean lint?"),
        (["explain", "PRE002"], "did you mean rules explain?"),
        (["lint", "a.md", "--config", "a", "--no-config"], "exclude each other"),
        (["fix", "a.md", "--diff", "--no-config", "--config", "a"], "exclude each other"),
        (["citations", "a.md", "--no-config", "--config", "a"], "exclude each other"),
        (["lint", "a.md", "--jobs", "0"], "invalid value"),
        (["lint", "a.md", "--changed-only", "--write-baseline", "x.json"], "exclude each other"),
        (["lintt"], "did you mean lint?"),
        (["lint", "faulty.md", "--select", "PRE0O2"], "PRE002"),
        (["lint", "faulty.md", "--profile", "cdn"], "cnd"),
        (["lint", "faulty.md", "--config", "none.toml"], "none.toml"),
        (["lint", "faulty.md", "--baseline", "none.json"], "none.json"),
        (["lint", "faulty.md", "-o", "faulty.md"], "not written over"),
        (["lint", "faulty.md", "-o", "none/out.txt"], "cannot be written"),
        (["lint", "empty"], "there are no drafts here"),
    ],
)
def test_what_cannot_be_used_gives_two_and_a_sentence(run, faulty, tmp_path, args, words):
    (tmp_path / "empty").mkdir()
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr and len(result.stderr.splitlines()) == 1, result.stderr
    assert (tmp_path / "faulty.md").read_text(encoding="utf-8") == FAULTY


def test_a_broken_configuration_names_file_key_and_cure(run, faulty, tmp_path):
    (tmp_path / "resolint.toml").write_text('ignroe = ["PRE002"]\n', encoding="utf-8")
    result = run("lint", faulty)
    assert result.exit_code == 2
    assert "resolint.toml, line 1, key ignroe" in result.stderr and "did you mean ignore?" in result.stderr


# Options


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_reports_findings_allowed_in_the_draft_as_such(run, tmp_path, format):
    (tmp_path / "allowed.md").write_text(ALLOWED, encoding="utf-8")
    result = run("lint", "allowed.md", *ONLY, "--format", format, "--show-suppressed")
    assert result.exit_code == 0
    assert "the sponsors want it so" in result.stdout


def test_json_is_for_programs(run, faulty):
    data = json.loads(run("lint", faulty, *ONLY, "--format", "json").stdout)
    [finding] = data["documents"][0]["findings"]
    assert finding["rule"] == "PRE002" and finding["where"] == "preambular 1" and finding["position"]["line"] == 9
    assert data["summary"]["warnings"] + data["summary"]["errors"] == 1


def test_select_and_ignore_take_lists_and_repeat(run, faulty):
    data = json.loads(run("lint", faulty, "--select", "OPR,PRE002", "--select", "TYP", "-f", "json").stdout)
    assert {finding["rule"] for finding in data["documents"][0]["findings"]} == {"PRE002"}
    assert run("lint", faulty, "--select", "PRE", "--ignore", "PRE002,NUM").exit_code == 0


def test_output_goes_to_a_file_whole(run, faulty, tmp_path):
    result = run("lint", faulty, *ONLY, "-f", "sarif", "-o", "out.sarif")
    assert result.exit_code == 1 and result.stdout == ""
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.md", "out.sarif"]


def test_standard_input_with_a_name(run):
    result = run("lint", "-", "--stdin-name", "hall/draft.md", "-f", "concise", *ONLY, input=FAULTY.encode())
    assert result.exit_code == 1 and result.stdout.startswith("hall/draft.md:9:")
    assert run("lint", "-", "-f", "concise", *ONLY, input=FAULTY.encode()).stdout.startswith("-:9:")


def test_standard_input_can_be_word(run, root):
    data = (root / "samples" / "seed-libraries.docx").read_bytes()
    result = run("lint", "-", "--stdin-name", "seeds.docx", "-f", "json", "--fail-on", "never", input=data)
    assert json.loads(result.stdout)["documents"][0]["counts"]["operative"] > 0


def test_folders_are_walked(run, faulty, clean, tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "more.md").write_text(FAULTY, encoding="utf-8")
    out = run("lint", ".", *ONLY, "-f", "concise").stdout.splitlines()
    assert [line.split(":")[0].replace(os.sep, "/") for line in out] == ["faulty.md", "below/more.md"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_name_that_is_no_text(program, tmp_path, format):
    name = os.fsdecode(b"draft \xff\n.md")
    (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    done = shell(program, "lint", name, *ONLY, "-f", format, cwd=tmp_path)
    told = b"resolint: exit code 1 for one finding at" if format == "concise" else b""
    assert done.returncode == 1 and done.stderr.startswith(told) and b"PRE002" in done.stdout
    done.stdout.decode("utf-8")


def test_a_path_below_the_current_folder_is_named_from_there(run, faulty, tmp_path):
    for path in (faulty, tmp_path / "faulty.md", "./faulty.md"):
        assert run("lint", path, *ONLY, "-f", "concise").stdout.startswith("faulty.md:")
    (tmp_path / "below").mkdir()
    os.chdir(tmp_path / "below")
    assert run("lint", tmp_path / "faulty.md", *ONLY, "-f", "concise").stdout.startswith(f"{tmp_path / 'faulty.md'}:")


def test_concise_says_nothing_of_exit_code_1_where_it_is_2(run, faulty, tmp_path):
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no Word file")
    told = run("lint", tmp_path, *ONLY, "-f", "concise")
    assert told.exit_code == 2 and "broken.docx" in told.stderr and "exit code 1" not in told.stderr


def test_concise_says_which_finding_gave_the_exit_code(run, faulty):
    told = run("lint", faulty, *ONLY, "-f", "concise")
    assert told.stderr == "resolint: exit code 1 for one finding at faulty.md:9:76: error PRE002\n"
    assert run("lint", faulty, *ONLY, "-f", "concise", "--fail-on", "never").stderr == ""
    assert run("lint", faulty, *ONLY, "-f", "concise", "-q").stderr == ""


def test_a_dash_is_standard_output(run, faulty, tmp_path):
    plain = run("lint", faulty, *ONLY, "-f", "json").stdout
    assert run("lint", faulty, *ONLY, "-f", "json", "-o", "-").stdout == plain
    assert not (tmp_path / "-").exists()


def test_statistics_and_quiet(run, faulty):
    assert "1  PRE002  preambular-comma-missing" in run("lint", faulty, *ONLY, "--statistics").stdout
    quiet = run("lint", faulty, *ONLY, "--quiet")
    assert quiet.exit_code == 1 and "1 document" not in quiet.stdout and "PRE002" in quiet.stdout


def test_colors_are_for_terminals_or_on_request(run, faulty):
    assert "\x1b" not in run("lint", faulty, *ONLY).stdout
    assert "\x1b[" in run("lint", faulty, *ONLY, "--color").stdout
    assert "\x1b" not in run("lint", faulty, *ONLY, "-f", "concise", "--color").stdout


def test_the_width_follows_the_terminal(run, faulty):
    assert max(map(len, run("lint", faulty, COLUMNS="50").stdout.splitlines())) <= 50


def test_a_baseline_from_writing_to_becoming_stale(run, faulty, clean, tmp_path):
    written = run("lint", faulty, *ONLY, "--write-baseline", "known.json")
    assert written.exit_code == 0 and written.stdout == ""
    assert "known.json: 1 finding is known from now on" in written.stderr
    result = run("lint", faulty, *ONLY, "--baseline", "known.json")
    assert result.exit_code == 0 and "1 finding known from the baseline is not shown." in result.stdout
    (tmp_path / "faulty.md").write_text(CLEAN, encoding="utf-8")
    stale = run("lint", faulty, *ONLY, "--baseline", "known.json")
    assert stale.exit_code == 0 and "1 entry of the baseline no longer occurs here" in stale.stdout
    assert run("lint", faulty, *ONLY, "--write-baseline", "known.json").exit_code == 0
    assert json.loads((tmp_path / "known.json").read_text())["findings"] == []


def test_a_baseline_goes_with_a_draft_that_is_renamed(run, faulty, tmp_path):
    run("lint", faulty, *ONLY, "--write-baseline", "known.json")
    (tmp_path / "below").mkdir()
    (tmp_path / faulty).rename(tmp_path / "below" / "renamed.md")
    moved = run("lint", "below", *ONLY, "--baseline", "known.json")
    assert moved.exit_code == 0 and "1 finding known from the baseline is not shown." in moved.stdout
    (tmp_path / "below" / "other.md").write_text(FAULTY.replace("seed", "toy"), encoding="utf-8")
    other = run("lint", "below/other.md", *ONLY, "--baseline", "known.json")
    assert other.exit_code == 1 and "no longer" not in other.stdout


def test_several_processes_give_the_same_bytes(run, faulty, clean):
    alone = run("lint", faulty, clean, faulty, "-f", "json", "--jobs", "1").stdout
    assert run("lint", faulty, clean, faulty, "-f", "json", "--jobs", "2").stdout == alone


def test_changed_only_and_views(run, tmp_path):
    source = CLEAN.replace("seed libraries,\n\n1.", "seed libraries{--,--}\n\n1.")
    (tmp_path / "change.md").write_text(source, encoding="utf-8")
    assert run("lint", "change.md", *ONLY).exit_code == 1
    assert run("lint", "change.md", *ONLY, "--changed-only").exit_code == 1
    assert run("lint", "change.md", *ONLY, "--view", "original").exit_code == 0
    (tmp_path / "old.md").write_text(FAULTY, encoding="utf-8")
    assert run("lint", "old.md", *ONLY, "--changed-only").exit_code == 0


# The installed command


def shell(program, *args, cwd, **more):
    env = {**os.environ, "PYTHONIOENCODING": more.pop("encoding", "utf-8")}
    return subprocess.run([*program, *args], cwd=cwd, env=env, capture_output=True, timeout=60, **more)


@pytest.mark.slow
def test_the_installed_command(program, faulty, tmp_path):
    done = shell(program, "lint", faulty, *ONLY, cwd=tmp_path)
    assert done.returncode == 1 and b"PRE002" in done.stdout and done.stderr == b""
    assert shell([sys.executable, "-m", "resolint"], "--version", cwd=tmp_path).stdout.startswith(b"resolint ")


@pytest.mark.slow
def test_a_poor_console_gets_what_it_can_show(program, faulty, tmp_path):
    done = shell(program, "lint", faulty, "--fail-on", "never", cwd=tmp_path, encoding="ascii:strict")
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii() and b"->" in done.stdout
    done = shell(program, "lint", faulty, "-f", "json", "--fail-on", "never", cwd=tmp_path, encoding="cp1252")
    json.loads(done.stdout.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
@pytest.mark.slow
def test_a_broken_pipe_is_quiet(program, tmp_path):
    body = "\n\n".join(f"{number}. *Invites* the UN to act" for number in range(1, 900))
    (tmp_path / "long.md").write_text(f"*The General Assembly*,\n\n{body}\n", encoding="utf-8")
    done = subprocess.run(
        f"{' '.join(program)} lint long.md | head -c 1 | wc -c; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", cwd=tmp_path, capture_output=True, timeout=120,
        # Without a buffer Python itself takes a write that was cut short for a whole one.
        env={key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"},
    )  # fmt: skip
    assert done.stderr == b"" and done.stdout.strip() == b"1"
    assert done.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_is_one_line(program, tmp_path):
    import signal

    def listen() -> None:
        # What runs in the background of a shell script is born deaf to interrupts.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    process = subprocess.Popen(
        [*program, "lint", "-"], cwd=tmp_path, preexec_fn=listen, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    # The program is surely waiting for input once it has begun to read this.
    process.stdin.write(b"x" * 1_000_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    assert process.wait(30) == 130
    assert process.stderr is not None and process.stdout is not None
    assert process.stderr.read().strip() == b"resolint: interrupted; no file is half-written"
    assert process.stdout.read() == b""
    process.stderr.close()
    process.stdout.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["samples/seed-libraries.docx", "samples/reading-rooms.md"])
def test_a_cold_run_imports_only_what_it_needs(root, name):
    code = (
        "import sys; from resolint.cli.root import cli\n"
        f"try: cli(['lint', {str(root / name)!r}, '--fail-on', 'never'])\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "heavy = {'docx', 'rich', 'jinja2', 'spellchecker', 'numpy', 'zipfile', 'logging', 'importlib.metadata', 'yaml',\n"
        "         'concurrent.futures', 'multiprocessing', 'xml.etree.ElementTree', 'difflib', 'json'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=60,
                          env={**os.environ, "PYTHONIOENCODING": "utf-8"})  # fmt: skip
    assert done.stdout.splitlines()[-1:] == ["HEAVY []"], done.stdout[-300:] + done.stderr


# Goldens


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("sarif", "html")])
def test_the_report_looks_as_before(run, root, golden, format, monkeypatch):
    monkeypatch.chdir(root / "tests" / "goldens")
    options = ("--select", "PRE002,ABB003,OPR006,TYP001", "--fail-on", "never", "--no-config", "--statistics")
    out = run("lint", "ferries.md", "clean.md", *options, "--format", format, COLUMNS="80").stdout
    golden(f"lint.{format}", out.replace(__version__, "VERSION"))


@pytest.mark.parametrize("name", ["base.md", "resolint.toml", "words.txt", "known.json", "corpus.jsonl", "ABC001-x.md"])
def test_a_report_replaces_no_file_that_the_run_reads(run, tmp_path, monkeypatch, name) -> None:
    monkeypatch.chdir(tmp_path)
    text = "The General Assembly,\n\n*Noting* the nets,\n\n1. *Invites* States to mend them.\n"
    Path("draft.md").write_text(text)
    Path("base.md").write_text(text)
    Path("words.txt").write_text("netmending\n")
    Path("resolint.toml").write_text('base = "base.md"\nwords = "words.txt"\n')
    Path("corpus.jsonl").write_text("")
    Path("cards").mkdir()
    Path("cards/ABC001-x.md").write_text("no card")
    assert run("lint", "draft.md", "--write-baseline", "known.json", "-q").exit_code == 0
    target = f"cards/{name}" if name.startswith("ABC") else name
    before = Path(target).read_bytes()
    options = {
        "known.json": ["--baseline", name],
        "corpus.jsonl": ["--corpus", name],
        "ABC001-x.md": ["--rules", "cards"],
    }
    result = run("lint", "draft.md", "-o", target, *options.get(name, []))
    assert result.exit_code == 2
    assert name.startswith("ABC") or result.stderr.endswith("not written over; choose another name\n")
    assert Path(target).read_bytes() == before


def test_watching_checks_what_was_saved(run, faulty, tmp_path, monkeypatch):
    (tmp_path / "other.md").write_text(CLEAN, encoding="utf-8")
    steps = iter(
        [
            lambda: (tmp_path / "other.md").write_text(FAULTY.replace("seed", "sown seed"), encoding="utf-8"),
            lambda: (tmp_path / "resolint.toml").write_text("broken = [", encoding="utf-8"),
            lambda: (tmp_path / faulty).write_text(FAULTY + "\n", encoding="utf-8"),
        ]
    )

    def pause() -> bool:
        step = next(steps, None)
        if step is not None:
            step()
        return step is not None

    monkeypatch.setattr(terminal, "pause", pause)
    done = run("lint", faulty, "other.md", *ONLY, "-f", "concise", "--watch")
    assert done.exit_code == 0
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["faulty.md", "other.md"]
    assert "resolint.toml" in done.stderr.splitlines()[-1]
    assert run("lint", "-", "--watch", input="x").exit_code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
def test_a_pipe_with_a_name_is_refused_at_once(run, tmp_path):
    os.mkfifo(tmp_path / "draft.md")
    found = run("lint", "draft.md")
    assert found.exit_code == 2
    assert found.stderr == (
        "resolint: draft.md: this is a device or a pipe with a name, not a file; save the draft as a file\n"
    )


@pytest.mark.parametrize(("name", "said"), [("-dash.docx", True), ("--no-such-option", False)])
def test_a_file_whose_name_begins_with_a_hyphen_is_told_of_two(run, name, said):
    found = run("lint", name)
    assert found.exit_code == 2
    assert ("write -- before its name" in found.stderr) is said


def test_a_draft_that_was_read_in_part_does_not_pass(monkeypatch, run, tmp_path) -> None:
    from resolint.pipeline import bounds

    (tmp_path / "a.docx").write_bytes(docx(p(i("The General Assembly,")) + p("The lamps of the harbour. " * 40)))
    chosen = ("lint", "a.docx", "--select", "TYP008", "--no-config", "--no-cache")
    assert run(*chosen).exit_code == 0
    monkeypatch.setattr(bounds.within, "__defaults__", (bounds.Bounds(700, 500),))
    assert run(*chosen).exit_code == 1
    assert run(*chosen, "--fail-on", "never").exit_code == 0
