"""Where cards lie, and what stands in their files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from resolint.errors import BadCard

__all__ = ["files", "place_of", "text_of"]


def files(folder: str) -> Iterator[tuple[str, str]]:
    """The cards below ``folder`` with the path to show; a folder of cards has capitals or digits alone for a name."""
    if not os.path.isdir(folder):  # noqa: PTH112 - pathlib is not needed to load cards
        raise BadCard(f"{folder}: there is no such folder of cards")
    found = []
    shown = _name(folder)
    with os.scandir(folder) as entries:
        inside = list(entries)
    families = [entry for entry in inside if entry.name.isupper() and entry.is_dir()]
    for entry in inside:
        # A card beside the folders would be passed over without a word.
        if entry.name.endswith(".md") and _is_card(entry.path):
            named = entry.name[:3].isupper() and entry.name[3:6].isdecimal()
            right = f"{entry.name[:3]}/{entry.name}" if named else "ABC/ABC001-name.md"
            raise BadCard(f"{shown}/{entry.name}: a card lies in the folder of its family: {shown}/{right}")
    for family in families:
        with os.scandir(family.path) as entries:
            found += [
                (entry.path, f"{shown}/{family.name}/{entry.name}")
                for entry in entries
                if entry.name.endswith(".md") and entry.name != "README.md"
            ]
    return iter(sorted(found))


def _is_card(path: str) -> bool:
    """Whether a file begins as a card does."""
    with suppress(OSError), open(path, "rb", buffering=0) as file:
        return file.read(6).removeprefix(b"\xef\xbb\xbf").startswith(b"+++")
    return False


def place_of(folder: str, shown: str) -> str | None:
    """The file below ``folder`` of the card whose path is shown so; None if it is not there."""
    name, _, inside = shown.partition("/")
    path = os.path.join(folder, *inside.split("/"))  # noqa: PTH118 - pathlib is not needed to load cards
    return path if _name(folder) == name and os.path.isfile(path) else None  # noqa: PTH113


def text_of(path: str, shown: str) -> str:
    """What stands in the file of a card; ``shown`` is its path for messages. Raises BadCard."""
    try:
        with open(path, "rb", buffering=0) as file:
            found = file.read().decode("utf-8")
    except UnicodeDecodeError:
        raise BadCard(f"{shown}: the card is not in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise BadCard(f"{shown}: the card cannot be read: {error.strerror}") from None
    return found.replace("\r\n", "\n").replace("\r", "\n") if "\r" in found else found


def _name(folder: str) -> str:
    return folder.replace("\\", "/").rstrip("/").rpartition("/")[2]
