"""``python -m resolint`` is the same as ``resolint``."""

from resolint.cli import run

if __name__ == "__main__":
    run()
