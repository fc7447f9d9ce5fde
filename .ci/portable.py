"""Makes a folder that runs resolint where Python is and nothing may be downloaded, and a zip of it.

``python .ci/portable.py [--out FOLDER] [--python 3.11 …] [--platform win_amd64 …]``: builds the wheel of this checkout, gathers
with pip the wheels of all that it needs for every platform and Python named, and puts the starters beside them. At its first
start a starter installs from these wheels alone into a folder of the user's own. The starters are written to be read: the one
for Windows has not been run on Windows.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = {
    "win_amd64": ("win_amd64",),
    "macos_arm64": ("macosx_11_0_arm64",),
    "macos_x86_64": ("macosx_11_0_x86_64", "macosx_10_15_x86_64", "macosx_10_13_x86_64", "macosx_10_9_x86_64"),
    "linux_x86_64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
}
"""What pip calls the machines that a package for each platform may be made for."""

SYSTEMS = {
    "win": ("win32", "Windows", "nt"),
    "macos": ("darwin", "Darwin", "posix"),
    "linux": ("linux", "Linux", "posix"),
}
"""What the markers of requirements call the systems: sys_platform, platform_system, os_name."""

WINDOWS = r"""@echo off
rem Starts resolint. Drop Word files on this file to see them reviewed in the browser.
setlocal
set "HERE=%~dp0"
set "PY="
for %%P in (py.exe python.exe) do if not defined PY for /f "delims=" %%F in ('where %%P 2^>nul') do if not defined PY set "PY=%%F"
if not defined PY goto nopython
rem Windows has a python.exe that only opens the Store; it fails here, and so does an old Python.
"%PY%" -c "import sys; sys.exit(sys.version_info[:2] < (3, 11))" >nul 2>nul || goto nopython
for /f %%V in ('"%PY%" -c "import sys; print('%%d%%d' %% sys.version_info[:2])"') do set "VER=%%V"
set "HOME_OF=%LOCALAPPDATA%\resolint\portable-@VERSION@-%VER%"
if not exist "%HOME_OF%\ready" (
  echo resolint is being set up; this takes a minute and happens once.
  "%PY%" -m venv --clear "%HOME_OF%" || goto failed
  "%HOME_OF%\Scripts\python.exe" -m pip install --quiet --no-index --find-links "%HERE%wheels" "resolint[web]" || goto failed
  echo ready> "%HOME_OF%\ready"
)
if "%~1"=="" (
  "%HOME_OF%\Scripts\resolint.exe" serve || goto refused
) else if exist "%~1" (
  "%HOME_OF%\Scripts\resolint.exe" serve %* || goto refused
) else (
  "%HOME_OF%\Scripts\resolint.exe" %*
)
exit /b %ERRORLEVEL%
:refused
rem The window of a file that was dropped would close over the sentence that says why.
set "CODE=%ERRORLEVEL%"
pause
exit /b %CODE%
:nopython
echo resolint needs Python 3.11 or later: get it from the Microsoft Store (search for Python), then try again.
pause
exit /b 2
:failed
echo resolint could not be set up with %PY%; it needs Python 3.11 to 3.14.
pause
exit /b 2
"""

UNIX = r"""#!/bin/sh
# Starts resolint. Given files it shows them reviewed in the browser; given a command it runs that.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=
for name in python3.14 python3.13 python3.12 python3.11 python3; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "resolint needs Python 3.11 or later, which is not on this machine." >&2
  exit 2
fi
version=$("$python" -c 'import sys; print("%d%d" % sys.version_info[:2])')
home="${XDG_DATA_HOME:-$HOME/.local/share}/resolint/portable-@VERSION@-$version"
if [ ! -e "$home/ready" ]; then
  echo "resolint is being set up; this takes a minute and happens once." >&2
  "$python" -m venv --clear "$home"
  "$home/bin/python" -m pip install --quiet --no-index --find-links "$here/wheels" "resolint[web]"
  touch "$home/ready"
fi
if [ $# -eq 0 ] || [ -e "$1" ]; then
  exec "$home/bin/resolint" serve "$@"
fi
exec "$home/bin/resolint" "$@"
"""

README = """resolint @VERSION@ in a folder

Windows: drop a Word file on resolint.cmd, or double-click it. (It has not been run on Windows by its makers.)
macOS, Linux: ./resolint.sh draft.docx

Python 3.11 to 3.14 has to be on the machine; nothing is downloaded. At the first start resolint is installed
from the folder "wheels" into a folder of your own: %LOCALAPPDATA%\\resolint, or ~/.local/share/resolint.
"""


def main() -> None:
    """Make the folder and its zip."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "portable")
    parser.add_argument("--python", nargs="+", default=PYTHONS, choices=PYTHONS)
    parser.add_argument("--platform", nargs="+", default=[*PLATFORMS], choices=[*PLATFORMS])
    chosen = parser.parse_args()
    wheels = chosen.out / "wheels"
    shutil.rmtree(chosen.out, ignore_errors=True)
    wheels.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip"]
    subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ROOT], check=True)
    [ours] = wheels.glob("resolint-*.whl")
    for platform in chosen.platform:
        for version in chosen.python:
            wanted = [f"{ours}[web]"]
            while wanted:
                gather(pip, wanted, wheels, platform, version)
                wanted = missing(wheels, platform, version)
    starters(chosen.out, ours.name.split("-")[1])
    print(shutil.make_archive(str(chosen.out), "zip", chosen.out.parent, chosen.out.name))  # noqa: T201


def missing(wheels: Path, platform: str, version: str) -> list[str]:
    """What the wheels need on a platform and Python and the folder lacks: pip asks markers of its own system alone."""
    sys_platform, platform_system, os_name = SYSTEMS[platform.split("_")[0]]
    there = {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "os_name": os_name,
        "python_version": version,
        "python_full_version": f"{version}.0",
        "implementation_name": "cpython",
    }
    names, needed = set(), {}
    for wheel in wheels.glob("*.whl"):
        names.add(canonicalize_name(wheel.name.split("-")[0]))
        with zipfile.ZipFile(wheel) as archive:
            [about] = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            lines = archive.read(about).decode("utf-8").split("\n\n")[0].splitlines()
        extra = "web" if wheel.name.startswith("resolint-") else ""
        for line in lines:
            if line.startswith("Requires-Dist:"):
                one = Requirement(line.partition(":")[2].strip())
                if one.marker is None or one.marker.evaluate({**there, "extra": extra}):
                    needed[canonicalize_name(one.name)] = f"{one.name}{one.specifier}"
    return [needed[name] for name in sorted(needed.keys() - names)]


def gather(pip: list[str], what: list[str], wheels: Path, platform: str, version: str) -> None:
    """Put the wheels of ``what``, and of all that it needs, on one platform and Python into the folder."""
    with tempfile.TemporaryDirectory() as scratch:
        machines = [part for name in PLATFORMS[platform] for part in ("--platform", name)]
        subprocess.run(
            [*pip, "download", "--quiet", "--only-binary", ":all:", "--implementation", "cp",
             "--python-version", version, *machines, "--find-links", wheels, "--dest", scratch, *what],
            check=True,
        )  # fmt: skip
        for wheel in Path(scratch).glob("*.whl"):
            if not (wheels / wheel.name).exists():
                shutil.move(wheel, wheels / wheel.name)


def starters(folder: Path, version: str) -> None:
    """Write what a user starts, with the line ends of the system that reads it."""
    for name, text, end in (
        ("resolint.cmd", WINDOWS, "\r\n"),
        ("resolint.sh", UNIX, "\n"),
        ("README.txt", README, "\r\n"),
    ):
        (folder / name).write_text(text.replace("@VERSION@", version), encoding="utf-8", newline=end)
    (folder / "resolint.sh").chmod(0o755)


if __name__ == "__main__":
    main()
