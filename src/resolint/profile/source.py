"""The text of a configuration file: read, parsed, and where in it a key stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resolint.errors import BadConfiguration

__all__ = ["has_settings", "line_of", "text_of", "values_of"]


def has_settings(path: Path) -> bool:
    """Whether a ``pyproject.toml`` has a table ``[tool.resolint]``. Raises BadConfiguration for what is no TOML."""
    tools = _parsed(path).get("tool", {}) if "resolint" in text_of(path) else {}
    return isinstance(tools, dict) and "resolint" in tools


def values_of(path: Path) -> dict[str, Any]:
    """What a configuration file says; of a ``pyproject.toml`` its table ``[tool.resolint]``. Raises BadConfiguration."""
    values = _parsed(path)
    if path.name != "pyproject.toml":
        return values
    tools = values.get("tool", {})
    own = tools.get("resolint", {}) if isinstance(tools, dict) else {}
    if not isinstance(own, dict):
        raise BadConfiguration(f"{path}, key tool.resolint: a table is needed: a line [tool.resolint]")
    return own


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text_of(path).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        # Python's advice on figures without end is for programmers.
        raise BadConfiguration(f"{path}: this is no TOML: {str(error).partition('; use sys.')[0]}") from None


def text_of(path: Path) -> str:
    """The text of a configuration file. Raises BadConfiguration if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadConfiguration(f"{path}: the configuration cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadConfiguration(f"{path}: the configuration is not in UTF-8; save it as UTF-8") from None


def line_of(path: Path, key: str) -> str:
    """``, line 4`` for a key (``severities.REF001``) that stands on a line of its own or heads a table, else nothing.

    Hyphens and underscores count as the same if the key stands nowhere as it is written.
    """
    if not path.is_file():
        return ""
    keys = list(_keys(text_of(path)))
    for plain in (str, lambda text: text.replace("_", "-")):
        for number, left in enumerate(keys, 1):
            if plain(left) == plain(key) or plain(left).startswith(f"{plain(key)}."):
                return f", line {number}"
    return ""


def _keys(text: str) -> Iterator[str]:
    """The key that each line begins, with that of the table it stands in; half a sentence for other lines."""
    inside = ""
    for line in text.splitlines():
        left = line.strip().partition("=")[0]
        if left.startswith("["):
            left = inside = left.strip("[] ").removeprefix("tool.resolint").strip(".")
        else:
            left = ".".join(filter(None, (inside, left.strip())))
        yield left.replace('"', "").replace("'", "")
