"""The program ends at once when its work is done, and nothing is lost by it."""

import subprocess
import sys
from pathlib import Path

import pytest

ENDING = """
import atexit, sys
from resolint import cli
def main():
    atexit.register(print, "done at the end")
    print("x" * 100_000)
    {ending}
cli.main = main
atexit.register(print, "taken apart")
cli.run()
"""


def ended(ending: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ENDING.format(ending=ending)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("code", [0, 3])
def test_everything_is_written_and_done_before_the_program_leaves_with_its_code(code: int) -> None:
    found = ended(f"sys.exit({code})")
    assert found.returncode == code
    assert found.stdout == "x" * 100_000 + "\ndone at the end\n"


@pytest.mark.parametrize(("ending", "code"), [("sys.exit('a sentence')", 1), ("1 / 0", 1), ("pass", 0)])
def test_python_ends_the_program_where_it_leaves_without_a_number(ending: str, code: int) -> None:
    found = ended(ending)
    assert found.returncode == code
    assert found.stdout.endswith("done at the end\ntaken apart\n")


EARLY = """
import sys
from pathlib import Path
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
sys.argv = ["resolint", "lint", "draft.md"]
from resolint.cli import run
run()
"""


@pytest.mark.parametrize("module", ["resolint.regex", "resolint.cli.root", "click", "resolint.cli.lint"])
def test_an_interrupt_while_the_program_begins_is_one_line(module: str) -> None:
    code = EARLY.format(module=module)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (130, "")
    assert found.stderr.strip() == "resolint: interrupted; no file is half-written"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(
    "command", [("--help",), ("lint", "--help"), ("lint", "-"), ("lint", "-", "-f", "json"), ("show", "-")]
)
def test_a_full_disk_behind_standard_output_is_no_bug(command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [
                sys.executable,
                "-m",
                "resolint",
                *command,
                *(["--no-config"] if command[1:2] == ("-",) and command[0] == "lint" else []),
            ],
            input=b"# Lamps\n\n*The General Assembly*\n",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert found.returncode == 2
    (line,) = found.stderr.decode().splitlines()
    assert line.endswith("could be written: no space left on device")
