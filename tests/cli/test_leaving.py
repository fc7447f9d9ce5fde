"""The program ends at once when its work is done, and nothing is lost by it."""

import subprocess
import sys

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
