"""Where the data of resolint lies: in the installed package or in a checkout."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from resolint.errors import BadConfiguration

__all__ = ["data_dir", "own_cards"]

_PACKAGE = Path(__file__).parent.parent


def data_dir(kind: Literal["rules", "templates"]) -> Path:
    """The folder ``rules`` or ``templates``: beside the installed package, else at the top of the checkout.

    Raises BadConfiguration if the installation lacks it.
    """
    for folder in (_PACKAGE / "_data" / kind, _PACKAGE.parent.parent / kind):
        if os.access(folder, os.R_OK):
            return folder
    raise BadConfiguration(f"the folder {kind} of resolint is missing from this installation: install resolint again")


def own_cards(folder: Path) -> Path | None:
    """The folder ``rules`` in ``folder``, if it holds cards of a project; None if there is none.

    A copy of our own cards, in a checkout beside an installed resolint, is none of a project.
    """
    place = folder / "rules"
    try:
        families = [
            entry for entry in place.iterdir() if entry.name.isupper() and len(entry.name) == 3 and entry.is_dir()
        ]
    except OSError:
        return None
    ours = (place / "profiles" / "un.toml").is_file() or place.resolve() == data_dir("rules").resolve()
    return place if families and not ours else None
