import pytest
from click.testing import Result

from resolint.cli.root import cli
from tests.support.runner import runner


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command line in an empty folder; the result has exit_code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*args: object, input: bytes | str | None = None, **env: str) -> Result:
        return runner().invoke(cli, [str(arg) for arg in args], input=input, env=env, prog_name="resolint")

    return call
