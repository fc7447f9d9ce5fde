"""Drafts linted by a cluster: the same bytes as here, though a worker is lost."""

import os
import signal
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("many")
    source = (root / "samples" / "night-buses.md").read_text(encoding="utf-8")
    for at in range(12):
        (folder / f"{at:02}.md").write_text(source.replace("buses", f"buses {at}"), encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    return folder


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
        yield made


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_as_on_one_machine(run, drafts: Path, cluster, form: str) -> None:
    near = run("lint", drafts, "--format", form, "--jobs", "1", "--no-cache")
    far = run("lint", drafts, "--format", form, "--scheduler", cluster.scheduler_address, "--no-cache")
    assert near.stdout and (far.exit_code, far.stdout, far.stderr) == (near.exit_code, near.stdout, near.stderr)


def test_a_worker_that_is_killed_loses_nothing(run, drafts: Path, cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    from resolint.cli import terminal

    progress = terminal.progress
    near = run("lint", drafts, "--format", "json", "--jobs", "1", "--no-cache")
    killed = []

    def kill_first(found, *how):
        def steps():
            for outcome in found:
                if not killed:
                    killed.append(next(iter(cluster.workers.values())).process.process.pid)
                    os.kill(killed[0], signal.SIGKILL)
                yield outcome

        return progress(steps(), *how)

    monkeypatch.setattr(terminal, "progress", kill_first)
    far = run("lint", drafts, "--format", "json", "--scheduler", cluster.scheduler_address, "--no-cache")
    assert killed
    assert (far.exit_code, far.stdout) == (near.exit_code, near.stdout)


def test_a_scheduler_that_does_not_answer_is_one_sentence(run, drafts: Path) -> None:
    pytest.importorskip("distributed")
    done = run("lint", drafts, "--scheduler", "nonsense")
    assert done.exit_code == 2 and "no Dask scheduler answers" in done.stderr and "Traceback" not in done.stderr
