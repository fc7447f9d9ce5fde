"""What stands in the repository for the services that run checks: their steps are run as the services run them."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml

from tests.support.clones import bare_repository, clone, environment

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


def run_job(job: dict, folder: Path, lines: list[str], **more: str) -> None:
    """Runs lines of the job in a repository with a faulty draft, and looks at the reports that GitLab fetches."""
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "a.md").write_text(FAULTY, encoding="utf-8")
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(lines)],
        cwd=folder, env=environment(RESOLINT_PATHS="drafts", **more), capture_output=True, encoding="utf-8", timeout=600,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert issues and issues[0]["location"]["path"] == "drafts/a.md"
    assert "<testsuite " in (folder / reports["junit"]).read_text(encoding="utf-8")
    assert "drafts/a.md:" in done.stdout


@pytest.fixture
def job(root):
    return yaml.safe_load((root / "docs/ci/gitlab.yml").read_text())["resolint"]


def test_the_job_for_gitlab(tmp_path, job):
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    run_job(job, tmp_path, lines, PATH=path)


def test_the_job_for_gitlab_installs_no_package_of_a_name_that_others_may_take(job):
    """And its image has the Git that an address of a repository needs."""
    assert job["variables"]["RESOLINT"] == "." and "slim" not in job["image"]


@pytest.mark.deep
def test_the_whole_job_for_gitlab_from_a_bare_repository(tmp_path, job):
    """Needs the package index; pip fetches resolint with Git, at a commit, into an environment that holds nothing else."""
    bare, revision = bare_repository(tmp_path)
    venv.create(tmp_path / "venv", with_pip=True)
    path = os.pathsep.join((str(tmp_path / "venv" / "bin"), "/usr/bin", "/bin"))
    run_job(job, tmp_path / "work", job["script"], PATH=path, RESOLINT=f"git+{bare.as_uri()}@{revision}")
