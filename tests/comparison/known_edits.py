"""An invented draft of 30 paragraphs with footnotes, a second one made of it by a list of known edits, and both as Word files.

Asterisks are italics, a name between braces is a footnote, a line end is the end of a paragraph. The numbers of the operative
paragraphs are counted by Word, so that nothing but the edits changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.comparison.pairs import NUMBERING, STYLES
from tests.support.docx import docx, i, note, p, r, ref

REFERENCE = "\ufffc"
_MARKUP = re.compile(r"\*([^*]+)\*|\{(\w+)\}")
_SETTING = '<w:pStyle w:val="SingleTxt"/>'
_NUMBERED = _SETTING + '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'


@dataclass(frozen=True)
class Edit:
    """One known edit: in the paragraph or note ``where``, ``old`` gives way to ``new`` directly behind the words ``behind``.

    One of the two is empty where words come or go; they differ only in asterisks where the formatting changes.
    """

    kind: str
    where: str
    old: str = ""
    new: str = ""
    behind: str = ""


PREAMBLE = {
    "title": "Safety of ferries and of small harbours",
    "organ": "*The General Assembly*,",
    "recalling": "*Recalling* its resolution 70/412 of 14 December 2015, in which it took up the safety of ferries,{resolution}",
    "reaffirming": "*Reaffirming* that the passengers of all Member states have a claim to a safe crossing,",
    "noting": "*Noting* the report of the Secretary-General on ferries, harbours and pilots,{report}",
    "concerned": "*Concerned* that the lamps of many lighthouses are old and that spare parts are no longer made,",
    "welcoming": "*Welcoming* the regional workshops that were held on tide tables, moorings and the training of pilots,",
    "bearing": "*Bearing in mind* the particular needs of islands that are served by a single vessel,",
    "aware": "*Aware* that crews often learn of a storm only from the passengers,",
    "mindful": "*Mindful* of the cost of dredging, which small ports can seldom bear alone,{dredging}",
    "stressing": "*Stressing* that safety begins on the quay and not at sea,",
    "convinced": "*Convinced* that the exchange of charts between neighbours costs little and saves lives,",
}
OPERATIVE = {
    "urge": "*Encourages* Member States to inspect every ferry once a year and to publish what the inspectors found;",
    "register": "*Decides* to keep a register of 40 harbours in which the depth of the water is measured each month;",
    "moorings": "*Invites* port authorities to keep their moorings in repair and to light them after dusk;",
    "shipowners": "*Calls upon* shipowners to carry lifejackets suitable for children on each and every crossing;",
    "list": "*Recommends* that the training of pilots include:",
    "list-tides": "The reading of tide tables in more than one language;",
    "list-engine": "The handling of a vessel without an engine;",
    "list-aid": "First aid to passengers and crew;",
    "slipway": "*Takes note* of the offer of a shipyard to lend its slipway for the repair of rescue boats;",
    "fund": "*Establishes* a voluntary fund for buoys. The fund shall lend to ports that have no other means.",
    "volunteers": "*Expresses its appreciation* to those who keep watch on the coast through winter nights and mend the signals;",
    "wrecks": "*Urges* hydrographers to mark each wreck on the charts within a year;{survey}",
    "code": "*Welcomes* the signal code that was agreed among the river ports.\n"
    "Every school of navigation is asked to teach it from the first year onward.",
    "premium": "*Invites* insurers to lower the premium of every vessel that carries two radios;",
    "handbook": "*Recommends* the handbook entitled Ropes and Rigging to the masters of small vessels;",
    "report": "*Requests* the Secretary-General to submit a report on lighthouses at its eightieth session;",
    "seized": "*Decides* to return to the matter under the item entitled “Ferries and harbours”.",
}
NOTES = {
    "resolution": "Resolution 70/412, sect. II.",
    "report": "A/79/918, annex I.",
    "dredging": "See *The Cost of Dredging*, vol. 2 (2019), table 4.",
    "survey": "As the survey of 2021 defines a wreck.",
    "crossing": "A crossing is a voyage of less than a day.",
}
EDITS = (
    Edit("word of the title replaced", "title", "small", "fishing"),
    Edit("word replaced", "concerned", "old", "worn"),
    Edit("phrase replaced", "bearing", "particular needs", "special vulnerability"),
    Edit("word inserted", "moorings", "", " floating", "keep their"),
    Edit("words deleted", "shipowners", " each and", "", "children on"),
    Edit("phrase inserted", "stressing", "", " or on the slipway", "on the quay"),
    Edit("verb strengthened", "urge", "*Encourages*", "*Strongly urges*"),
    Edit("verb weakened", "wrecks", "*Urges*", "*Invites*"),
    Edit("number changed", "register", "40", "65"),
    Edit("session changed", "report", "eightieth", "eighty-second"),
    Edit("date changed", "recalling", "14", "17", "412 of "),
    Edit("punctuation changed", "welcoming", ",", ";", "training of pilots"),
    Edit("letter case changed", "reaffirming", "states", "States"),
    Edit("singular made plural", "aware", "storm", "storms"),
    Edit("first of two changes in one paragraph", "premium", "insurers", "underwriters"),
    Edit("second of two changes in one paragraph", "premium", "two", "three"),
    Edit(
        "paragraph inserted",
        "photographs",
        "",
        "*Requests* harbour masters to publish a photograph of each broken lamp;",
    ),
    Edit("paragraph deleted", "slipway", OPERATIVE["slipway"], ""),
    Edit("paragraph moved", "volunteers", OPERATIVE["volunteers"], OPERATIVE["volunteers"]),
    Edit("subparagraph inserted", "list-fog", "", "Navigation in fog by radio alone;"),
    Edit("subparagraph deleted", "list-engine", OPERATIVE["list-engine"], ""),
    Edit("paragraph divided", "fund", " ", "\n", "buoys."),
    Edit("paragraphs joined", "code", "\n", " "),
    Edit("words set in italics", "handbook", "Ropes and Rigging", "*Ropes and Rigging*"),
    Edit("italics taken away in a footnote", "note dredging", "*The Cost of Dredging*", "The Cost of Dredging"),
    Edit("number in a footnote changed", "note survey", "2021", "2024"),
    Edit("symbol in a footnote changed", "note report", "A/79/918", "A/81/77"),
    Edit("footnote added", "reaffirming", "", "{crossing}", "crossing,"),
    Edit("footnote deleted", "recalling", "{resolution}", ""),
)
ORDER = (
    *PREAMBLE,
    *("urge", "volunteers", "register", "moorings", "shipowners", "list", "list-tides", "list-aid", "list-fog", "fund"),
    *("wrecks", "photographs", "code", "premium", "handbook", "report", "seized"),
)
"""The paragraphs of the draft, moved, deleted and inserted ones in their places."""


def plain(text: str) -> str:
    """``text`` without markup, the reference to a note as one character."""
    return _MARKUP.sub(lambda match: match[1] or REFERENCE, text)


def base() -> dict[str, str]:
    """The paragraphs of the base and its notes by name, in order."""
    return _with_notes({**PREAMBLE, **OPERATIVE}, NOTES)


def draft() -> dict[str, str]:
    """The same of the draft: the base with every edit made."""
    texts, notes = {**PREAMBLE, **OPERATIVE}, dict(NOTES)
    for edit in EDITS:
        name = edit.where.removeprefix("note ")
        target = notes if edit.where.startswith("note ") else texts
        was = target.get(name, "")
        if edit.behind + edit.old not in was:
            raise ValueError(f"{edit.kind}: “{edit.behind}{edit.old}” does not stand in “{was}”")
        target[name] = was.replace(edit.behind + edit.old, edit.behind + edit.new, 1)
    return _with_notes({name: texts[name] for name in ORDER}, notes)


def word_file(texts: dict[str, str]) -> bytes:
    """Paragraphs and notes by name as a Word file."""
    body: list[str] = []
    notes: list[str] = []
    for name, text in texts.items():
        if name.startswith("note "):
            notes.append(note(len(notes) + 1, *_runs(" " + text, {})))
    numbers = {name.removeprefix("note "): at for at, name in enumerate((n for n in texts if n.startswith("note ")), 1)}
    for name, text in texts.items():
        if not name.startswith("note "):
            ppr = _SETTING if name in PREAMBLE else _NUMBERED.format(int(name.startswith("list-")))
            body += [p(*_runs(line, numbers), ppr=ppr) for line in text.split("\n")]
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    return docx("".join(body) + section, footnotes="".join(notes), styles=STYLES, numbering=NUMBERING)


def _with_notes(texts: dict[str, str], notes: dict[str, str]) -> dict[str, str]:
    """With the notes in the order of the references to them."""
    named = [match[2] for text in texts.values() for match in _MARKUP.finditer(text) if match[2]]
    return {**texts, **{f"note {name}": notes[name] for name in named}}


def _runs(text: str, numbers: dict[str, int]) -> list[str]:
    runs, end = [], 0
    for match in _MARKUP.finditer(text):
        if match.start() > end:
            runs.append(r(text[end : match.start()]))
        runs.append(i(match[1]) if match[1] else ref(numbers[match[2]]))
        end = match.end()
    return [*runs, r(text[end:])] if end < len(text) else runs
