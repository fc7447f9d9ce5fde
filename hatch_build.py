"""Makes the index of cards, tables and profiles when a wheel is built."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``index.bin`` beside the rules of the wheel; an editable installation makes its own at the first run."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file and have it put into the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from resolint.cards.index import built

            place = Path(tempfile.mkdtemp()) / "index.bin"
            place.write_bytes(built())
        finally:
            sys.path.pop(0)
        build_data["force_include"][str(place)] = "resolint/_data/index.bin"
