"""Where the data of resolint lies: in the installed package or in a checkout."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from resolint.errors import BadConfiguration

__all__ = ["data_dir"]

_PACKAGE = Path(__file__).parent.parent


def data_dir(kind: Literal["rules", "templates"]) -> Path:
    """The folder ``rules`` or ``templates``: beside the installed package, else at the top of the checkout.

    Raises BadConfiguration if the installation lacks it.
    """
    for folder in (_PACKAGE / "_data" / kind, _PACKAGE.parent.parent / kind):
        if os.access(folder, os.R_OK):
            return folder
    raise BadConfiguration(f"the folder {kind} of resolint is missing from this installation: install resolint again")
