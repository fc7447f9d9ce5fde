"""``python -m resolint`` is the same as ``resolint``."""

from resolint.cli import main

if __name__ == "__main__":
    main()
