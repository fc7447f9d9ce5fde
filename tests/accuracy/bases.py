"""Clean drafts made of adopted texts: their paragraphs, an invented masthead, invented paragraphs with notes."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from resolint import cards
from resolint.lexicon import openings
from tests.accuracy.adopted import year_of
from tests.accuracy.drafts import FORMATS, Draft, Note, Para
from tests.support import verbs

LEXICON = cards.lexicon()
FRONT = {
    "ga": {
        "symbol": "A/C.2/79/L.5",
        "body": "General Assembly",
        "session": "Seventy-ninth session",
        "committee": "Second Committee",
        "agenda_item": "Agenda item 18",
        "distribution": "Limited",
        "date": "12 October 2024",
        "language": "English",
        "sponsors": "Brazil, Kenya and Norway: draft resolution",
    },
    "hrc": {
        "symbol": "A/HRC/57/L.5",
        "body": "Human Rights Council",
        "session": "Fifty-seventh session",
        "agenda_item": "Agenda item 3",
        "distribution": "Limited",
        "date": "26 September 2024",
        "language": "English",
        "sponsors": "Brazil, Finland and Norway: draft resolution",
    },
}
NOTES = (
    Note("1", "Resolution 70/1."),
    Note("2", "United Nations, Treaty Series, vol. 1577, No. 27531.", (16, 29)),
    Note("3", "Ibid., vol. 2515, No. 44910."),
    Note("4", "See Official Records of the Economic and Social Council, 2019, Supplement No. 8 (E/2019/28), chap. I, sect. B.",
         (4, 79)),
    Note("5", "United Nations publication, Sales No. E.09.XI.17."),
    Note("6", "A/79/212."),
)  # fmt: skip
CARRIERS = (
    ("Bearing in mind", "the 2030 Agenda for Sustainable Development,", "1"),
    ("Guided by", "the Convention on the Rights of the Child,", "2"),
    ("Mindful of", "the Convention on the Rights of Persons with Disabilities,", "3"),
    ("Conscious of", "the plan of action for lighthouses,", "4"),
    ("Having considered", "the handbook for keepers of lighthouses,", "5"),
    ("Taking into account", "the report of the Secretary-General on lighthouses,", "6"),
    ("Cognizant of", "the role of the States parties to the conventions on lighthouses, of all States and of the Security "
     "Council, and of the need for cooperation among Governments, inter alia, in the subregional programme on harbour lights,",
     ""),
)  # fmt: skip
CLOSING = (
    "Invites Member States to see to it that 25 per cent of the 12,500 lighthouses at a cost of 35,500 United States dollars "
    "each, including those mentioned in paragraph 1 above, are kept as of 12 May 2023, under the item entitled “Lighthouses”;",
    "Encourages the United Nations and its funds and programmes:",
    "To organize training for keepers, and to analyse its outcome;",
    "To fulfil the plan of the centre for lighthouses;",
    "To honour the labour of the spokesperson of the keepers;",
    "Requests the Secretary-General to report to the General Assembly at its eightieth session on the implementation of the "
    "present resolution.",
)


def bases(folder: Path, wanted: int = 8) -> list[Draft]:
    """Clean drafts, ``wanted`` of the General Assembly and half as many of the Human Rights Council."""
    linters = {name: verbs.Linter(profile=name) for name in FRONT}
    found: dict[str, list[Draft]] = {name: [] for name in FRONT}
    limits = {"ga": wanted, "hrc": (wanted + 1) // 2}
    for record in _records(folder):
        profile = "ga" if record["family"] == "A_RES" else "hrc"
        if len(found[profile]) >= limits[profile]:
            continue
        draft = _draft(record, profile)
        if draft is not None and _clean(draft, linters[profile]):
            found[profile].append(draft)
        if all(len(found[name]) >= limits[name] for name in found):
            break
    return [draft for name in found for draft in found[name]]


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["family"] in ("A_RES", "A_HRC_RES") and (year_of(record) or 0) >= 2016:
                yield record


def _draft(record: dict[str, Any], profile: str) -> Draft | None:
    """A draft of the top paragraphs of a record, None where it is too long or has lists of its own."""
    texts: dict[str, list[str]] = {"preambular": [], "operative": []}
    title = next((para["x"] for para in record["paras"] if para["t"] == "title"), record.get("title") or "")
    for para in record["paras"]:
        if para["t"] == "paragraph" and para.get("pt") in texts and not para["x"].startswith("The "):
            if (para.get("l") or 1) != 1 or len(para["x"]) < 25:
                return None
            texts[para["pt"]].append(" ".join(para["x"].split()))
    title = re.sub(r"^\d+/\d+\.?\s*", "", " ".join(title.split()))
    preamble = [text for text in texts["preambular"] if re.match(r"(?!The )[A-Z].{30,},$", text)][:8]
    operative = [text for text in texts["operative"] if text.endswith(";")][:8]
    if not (len(preamble) >= 3 and len(operative) >= 3) or not title or any("ullet" in text for text in preamble):
        return None
    if re.search(r"paragraphs? \d|annex", " ".join(operative)):
        return None
    organ = "The General Assembly," if profile == "ga" else "The Human Rights Council,"
    paras = [Para("title", title), Para("organ", organ, italic=((0, len(organ) - 1),))]
    paras += [_opened("preamble", text) for text in preamble]
    for opener, rest, key in CARRIERS:
        para = _opened("preamble", f"{opener} {rest}")
        paras.append(replace(para, notes=((len(para.text), key),) if key else ()))
    closing = [
        text.replace("General Assembly at its eightieth", "Human Rights Council at its sixtieth") for text in CLOSING
    ]
    if profile == "ga":
        closing = list(CLOSING)
    number = 0
    for text in (*operative, *closing):
        if text.startswith("To "):
            letter = chr(97 + sum(para.role == "item" for para in paras))
            paras.append(Para("item", text, f"({letter})"))
        else:
            number += 1
            paras.append(_opened("operative", text, f"{number}."))
    return Draft(record["file"], FRONT[profile], tuple(paras), NOTES, profile)


def _opened(role: str, text: str, label: str = "") -> Para:
    found = openings.parse(text, LEXICON, "preambular" if role == "preamble" else "operative")
    italic = ((found.start, found.italic_end),) if found is not None else ()
    return Para(role, text, label, italic)


def _clean(draft: Draft, linter: verbs.Linter) -> bool:
    """Whether nothing graver than info is said of the draft in any form."""
    for ending, write in FORMATS.values():
        report = linter.lint(write(draft), name="draft" + ending)
        if report.failures or any(found.severity != "info" for found in report.active):
            return False
    return True
