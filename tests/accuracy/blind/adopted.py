"""Word files of adopted texts: their paragraphs in order, typed numbers, opening words in italics as in print."""

import re
from typing import Any

from resolint import cards
from resolint.lexicon import openings
from tests.accuracy.adopted import FAMILIES, PROFILES
from tests.accuracy.blind.material import Plant
from tests.support.docx import docx, i, p, r, style

_LEXICON = cards.lexicon()
_LABEL = re.compile(r"\d+\.|\([a-z]{1,5}\)")
_ORGAN = re.compile(r"The (General Assembly|Security Council|Economic and Social Council|Human Rights Council|"
                    r"United Nations Environment Assembly)\b")  # fmt: skip


def profile_of(record: dict[str, Any]) -> str:
    """The profile that a text of this family is linted with."""
    family = record["family"]
    return PROFILES.get(family, FAMILIES[family])


def word_file(record: dict[str, Any], plant: Plant | None = None) -> bytes:
    """The Word file of a corpus record, with the fault of ``plant`` in it. Raises ValueError if that does not apply."""
    body = []
    for number, para in enumerate(record["paras"]):
        text, italic = para["x"], _italic(para)
        if plant is not None and number == plant.paragraph:
            start = text.index(plant.old) if plant.old in text else 0
            text, _, _ = plant.apply(text)
            if start < italic:
                italic = max(0, italic + len(plant.new) - len(plant.old))
        body.append(_paragraph(para, text, italic))
    return docx("".join(body), styles=style("Normal", default=True) + style("SingleTxt", "__Single Txt"))


def _italic(para: dict[str, Any]) -> int:
    """Where the words in italics at the start of a paragraph end, 0 where there are none."""
    if para["t"] != "paragraph":
        return 0
    if organ := _ORGAN.match(para["x"]):
        return organ.end()
    role = para.get("pt")
    found = openings.parse(para["x"], _LEXICON, role) if role in ("preambular", "operative") else None
    return found.italic_end if found is not None and found.start == 0 else 0


def _paragraph(para: dict[str, Any], text: str, italic: int) -> str:
    if para["t"] == "title":
        return p(r(text, "<w:b/>"))
    label = (para.get("p") or "").strip(" \t\n\xa0\u200e\u200f")
    runs = [r(f"\t{label}\t" if _LABEL.fullmatch(label) else f"{label} ")] if label else []
    if italic:
        runs.append(i(text[:italic]))
    runs.append(r(text[italic:]))
    return p(*runs, ppr='<w:pStyle w:val="SingleTxt"/>')
