"""Makes the index of cards, tables and profiles, and the manual pages, when a wheel is built."""

import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``index.bin`` beside the rules of the wheel, where an editable installation makes its own at the first run, and
    manual pages where ``man`` looks for those of the programs of an environment.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file and have it put into the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from resolint.cards.index import built
            from resolint.cli.manual import pages
            from resolint.cli.root import cli

            folder = Path(tempfile.mkdtemp())
            (folder / "index.bin").write_bytes(built())
            examples = (Path(self.root) / "docs" / "examples.toml").read_text(encoding="utf-8")
            for name, text in pages(cli, tomllib.loads(examples)).items():
                (folder / name).write_text(text, encoding="ascii")
                build_data["shared_data"][str(folder / name)] = f"share/man/man1/{name}"
        finally:
            sys.path.pop(0)
        build_data["force_include"][str(folder / "index.bin")] = "resolint/_data/index.bin"
