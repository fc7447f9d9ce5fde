"""The checkout as others get it: a bare clone, a repository that Git serves, and an environment that knows nothing of ours."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_WHO = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def environment(**more: str) -> dict[str, str]:
    """The variables of this process but for those that lead Git and Python to the checkout."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON", "VIRTUAL_ENV"))}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more}


def clone(folder: Path) -> Path:
    """What a clone of the checkout has, as it stands."""
    listed = ["git", "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout.split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def bare_repository(folder: Path) -> tuple[Path, str]:
    """A bare repository with the checkout as it stands as its one commit, and that commit."""
    source, served = clone(folder / "source"), folder / "resolint.git"

    def git(*args: str) -> str:
        done = subprocess.run(
            ["git", *args], cwd=source, env=environment(**_WHO), check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "resolint")
    git("clone", "-q", "--bare", ".", str(served))
    return served, git("rev-parse", "HEAD")
