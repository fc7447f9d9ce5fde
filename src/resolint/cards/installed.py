"""Rules that other Python packages bring along, named by the entry points of the group ``resolint.rules``.

An entry point names a module. The folder ``rules`` beside its file holds cards, tables and profiles; functions of the
module that are marked with ``@check`` are the code of those cards. Nothing is imported where no package names one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from resolint.errors import BadConfiguration
from resolint.frozen import NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "InstalledRules", "installed_rules"]

GROUP = "resolint.rules"
"""The group of entry points that name modules with rules."""

_FILE = "entry_points.txt"


class InstalledRules(NamedTuple):
    """What one entry point brings: its folder of cards and its functions by the id of the rule."""

    name: str
    folder: str
    checks: Mapping[str, Any]


@cache
def installed_rules() -> tuple[InstalledRules, ...]:
    """The rules of all installed packages, in the order of the names of their entry points.

    Raises BadConfiguration, naming the package, the file and the line, for an entry point that cannot be used.
    """
    if not any(_names_rules(path) for path in sys.path):
        return ()
    from importlib.metadata import entry_points

    return tuple(_loaded(point) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _names_rules(place: str) -> bool:
    """Whether a package in a folder of ``sys.path`` has entry points of ours.

    Asking ``importlib.metadata`` takes as long as a tenth of a lint; reading the few files does not.
    """
    return any(b"[resolint.rules]" in text.replace(b" ", b"") for text in _entry_points(place or os.curdir))


def _entry_points(folder: str) -> Iterator[bytes]:
    try:
        with os.scandir(folder) as entries:
            packages = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return
    for package in packages:
        try:
            with open(os.path.join(package, _FILE), "rb", buffering=0) as file:  # noqa: PTH118 - on the way of every start
                yield file.read()
        except OSError:
            continue


def _loaded(point: EntryPoint) -> InstalledRules:
    try:
        module = point.load()
    except (Exception, SystemExit) as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())
        raise BadConfiguration(
            f"{_where(point)}: {point.value} cannot be imported ({words}); mend the package or uninstall it"
        ) from None
    file = getattr(module, "__file__", None)
    if not isinstance(module, ModuleType) or file is None:
        raise BadConfiguration(
            f"{_where(point)}: {point.value} is no module; name the module beside the folder with the cards"
        )
    folder = Path(file).parent / "rules"
    if not folder.is_dir():
        raise BadConfiguration(f"{_where(point)}: there is no folder rules beside {point.value}; put its cards there")
    checks = {function.rule_id: function for function in vars(module).values() if hasattr(function, "rule_id")}
    return InstalledRules(point.name, os.fspath(folder), checks)


def _where(point: EntryPoint) -> str:
    """The package of an entry point, the file and the line where it stands, for messages."""
    package = "" if point.dist is None else f"{point.dist.name} {point.dist.version}, "
    lines = ((point.dist.read_text(_FILE) if point.dist is not None else None) or "").splitlines()
    numbers = [number for number, line in enumerate(lines, 1) if line.partition("=")[0].strip() == point.name]
    line = f", line {numbers[-1]}" if numbers else ""
    return f"{package}{_FILE}{line}, entry point {point.name}"
