"""The command line in the process of the tests, with what it prints and what it complains of kept apart."""

from click.testing import CliRunner


def runner() -> CliRunner:
    """A runner whose results have ``stdout`` and ``stderr``; before click 8.2 that had to be asked for."""
    try:
        return CliRunner(mix_stderr=False)
    except TypeError:
        return CliRunner()
