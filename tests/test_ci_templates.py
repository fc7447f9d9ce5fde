"""What stands in the repository for the services that run checks: their steps are run as the services run them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.test_install import clone, environment

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")]

FAULTY = "+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*,\n\n*Noting* the rain\n\n1. *Decides* to meet.\n"


@pytest.fixture
def runner(tmp_path, root):
    """Runs one step of the action as a runner does, in a workspace with a faulty draft whose name holds a blank."""
    work = tmp_path / "work"
    (work / "our drafts").mkdir(parents=True)
    (work / "our drafts" / "a.md").write_text(FAULTY, encoding="utf-8")
    (work / "README.md").write_text("# Our drafts\n", encoding="utf-8")
    step = next(
        step for step in yaml.safe_load((root / "action.yml").read_text())["runs"]["steps"] if step.get("id") == "lint"
    )

    def run(paths: str, args: str = "", sarif: str = "") -> tuple[int, str, Path]:
        given = {"RESOLINT_PATHS": paths, "RESOLINT_ARGS": args, "RESOLINT_SARIF": sarif}
        assert set(given) == set(step["env"])
        env = {
            **os.environ,
            **given,
            "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=work, env=env, capture_output=True, encoding="utf-8", timeout=120,
        )  # fmt: skip
        return done.returncode, done.stdout, work

    return run, tmp_path


def test_the_action_annotates_sums_up_and_fails(runner):
    run, folder = runner
    code, out, work = run("'our drafts' README.md", "--select PRE002", "found.sarif")
    assert code == 1 and out.count("::") == 2 and out.startswith("::error file=our drafts/a.md,line=")
    assert (folder / "output").read_text() == "exit-code=1\n"
    assert (folder / "summary.md").read_text().startswith("## resolint")
    [run_] = json.loads((work / "found.sarif").read_text())["runs"]
    assert run_["results"][0]["ruleId"] == "PRE002"


def test_the_action_runs_nothing_that_a_name_holds(runner):
    run, folder = runner
    code, _, work = run("'our drafts' '$(touch pwned)' '; touch pwned'", "--fail-on never")
    assert code == 2 and not (work / "pwned").exists()
    assert (folder / "output").read_text() == "exit-code=2\n"


def test_the_action_installs_this_repository(root):
    action = yaml.safe_load((root / "action.yml").read_text())
    install, lint = action["runs"]["steps"]
    assert '"$GITHUB_ACTION_PATH"' in install["run"]
    assert all(step["shell"] == "bash" and "${{" not in step["run"] for step in (install, lint))
    assert set(action["inputs"]) == {"paths", "args", "sarif", "python"}


@pytest.mark.deep
def test_both_steps_of_the_action_from_a_bare_clone(tmp_path, root):
    """Needs the package index; the second step finds the program where the first one says it is."""
    here, work = clone(tmp_path / "action"), tmp_path / "work"
    work.mkdir()
    (work / "a.md").write_text(FAULTY, encoding="utf-8")
    told = {name: tmp_path / name for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    env = environment(
        GITHUB_ACTION_PATH=str(here), RUNNER_TEMP=str(tmp_path), RESOLINT_PYTHON=sys.executable,
        RESOLINT_PATHS=".", RESOLINT_ARGS="", RESOLINT_SARIF="", **{name: str(path) for name, path in told.items()},
    )  # fmt: skip
    codes = []
    for step in yaml.safe_load((here / "action.yml").read_text())["runs"]["steps"]:
        added = told["GITHUB_PATH"].read_text().split() if told["GITHUB_PATH"].exists() else ()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=work, env={**env, "PATH": os.pathsep.join((*added, "/usr/bin", "/bin"))}, capture_output=True, encoding="utf-8", timeout=600,
        )  # fmt: skip
        codes.append(done.returncode)
    assert codes == [0, 1], done.stdout + done.stderr
    assert "::error file=a.md,line=" in done.stdout
    assert told["GITHUB_STEP_SUMMARY"].read_text().startswith("## resolint\n")


def test_the_job_for_gitlab(tmp_path, root):
    job = yaml.safe_load((root / "docs/ci/gitlab.yml").read_text())["resolint"]
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(FAULTY, encoding="utf-8")
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    env = {
        **os.environ,
        "RESOLINT_PATHS": "drafts",
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
    }
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(lines)],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert issues and issues[0]["location"]["path"] == "drafts/a.md"
    assert "<testsuite " in (tmp_path / reports["junit"]).read_text(encoding="utf-8")
    assert "drafts/a.md:" in done.stdout
