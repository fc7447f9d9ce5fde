"""A review as one file to be mailed: the page without its server, with boxes to decide that give a file."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from resolint.pipeline.rendering import render_card
from resolint.rule import Card
from resolint.version import __version__

if TYPE_CHECKING:
    from resolint.pipeline.rendering import Sheet

__all__ = ["mailed"]

HERE = Path(__file__).parent


def mailed(
    sheet: Sheet, cards: Mapping[str, Card], name: str, sha256: str, alarms: Sequence[Mapping[str, str]] = ()
) -> str:
    """The page of ``sheet`` on the draft ``name``; ``cards`` are those of its rules, with prose and examples.

    Its own program and style stand in it and are the only ones that it lets run.
    """
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _part("page.css")
    script = "\n".join(map(_part, ("theme.js", "common.js", "review.js")))
    data = {
        "marks": list(sheet.marks),
        "rules": dict(sheet.rules),
        "decisions": {},
        "version": 0,
        "reads": 1,
        "about": sheet.about,
    }
    return templates.get_template("mailed.html").render(
        sheet=sheet,
        name=PurePath(name).name,
        sha256=sha256,
        article=Markup(sheet.article),
        outline=Markup(sheet.outline),
        cards={rule: Markup(render_card(card, alarms)) for rule, card in cards.items()},
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'",
        data=Markup(json.dumps(data, ensure_ascii=True).replace("<", "\\u003c")),
        asides=sheet.asides,
        version=__version__,
    )


def _part(name: str) -> str:
    text = (HERE / "static" / name).read_text(encoding="utf-8")
    return text.replace("</", "<\\/") if name.endswith(".js") else text


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
