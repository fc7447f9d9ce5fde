"""Makes what a wheel has beside its modules: the index of cards, tables and profiles, manual pages, the description."""

import re
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


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


class ReadmeHook(MetadataHookInterface):
    """Makes the description of the package from the README: there, pictures and links need whole addresses."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description."""
        root = Path(self.root)
        version: dict[str, str] = {}
        exec((root / "src" / "resolint" / "version.py").read_text(encoding="utf-8"), version)
        text = (root / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": described(text, version["REPOSITORY_URL"])}


def described(readme: str, address: str) -> str:
    """The README with whole addresses; while there is none, with the words of pictures and links alone."""

    def whole(found: re.Match[str]) -> str:
        picture, words, target = found.groups()
        if "://" in target or target.startswith("#"):
            return found[0]
        if not address:
            return f"*({words})*" if picture else words
        return f"{picture}[{words}]({address}/{target})"

    return re.sub(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", whole, readme)
