"""Invented drafts for the tests of Akoma Ntoso, and what is asked of every file."""

from hashlib import sha256

from lxml import etree

from resolint import akn
from resolint.model import Document, Origin
from resolint.pipeline.drafts import build, read_source

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "rl": "urn:resolint:akn:1"}

FERRIES = """\
+++
symbol = "A/C.2/90/L.7"
body = "General Assembly"
session = "Ninetieth session"
agenda_item = "Agenda item 21"
sponsors = "Chile and Fiji: draft resolution"
distribution = "Limited"
date = "3 November 2035"
language = "English"
+++

# Night ferries between small islands

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,[^1]

*Recalling also* the wishes of:

(a) Islands with a harbour,

(b) Islands without one,

## I

## Timetables

1. *Invites* Member States to print timetables:

    (a) In the languages of the passengers, including:

        (i) On board;

        (ii) In the harbour;

    (b) In large letters;

2. *Requests* the Secretary-General to report to it at its ninety-first session.[^1]

## II

## Lights

*Noting* the darkness of the sea,

3. *Decides* to remain seized of the matter; the 3^rd^ light shall be **white**.

*12th plenary meeting*

*3 December 2035*

## Annex

### Signals of the ferries

1. Ferries carry two lanterns.

2. They sound the horn.[^horn]

[^1]: Resolution 70/1.
[^horn]: Once a minute, see *Signals*, chap. II.
"""


def document(source: str, name: str = "draft.md") -> Document:
    """The draft that a text in the notation is."""
    return read_source(source, name)


def tree(xml: str) -> etree._Element:
    """The file as a tree."""
    return etree.fromstring(xml.encode())


def again(xml: str, view="proposed", name: str = "draft.akn") -> Document:
    """The draft that a file of Akoma Ntoso is."""
    reading = akn.read(xml.encode(), view=view, name=name)
    return build(reading, Origin(name, sha256(xml.encode()).hexdigest(), "akn", view, reading.lost))


def found(xml: str, path: str) -> list:
    """What an XPath finds; ``a:`` is Akoma Ntoso."""
    return tree(xml).xpath(path, namespaces=NS)


def contents(draft: Document) -> list:
    """Label, words and marks of every block that Akoma Ntoso keeps, in a comparable order."""
    stories = {span.block.partition("/")[0] for _, span in draft.head.spans}
    lines = []
    for blocks in (draft.blocks, *(note.blocks for note in draft.footnotes)):
        for block in blocks:
            furniture = block.kind in ("header", "footer") and not block.id.startswith("front/")
            if furniture and block.id.partition("/")[0] not in stories:
                continue
            start, end = block.lead, len(block.text)
            if draft.origin.format == "docx":
                while start < end and block.text[start] in "\t ":
                    start += 1
                while end > start and block.text[end - 1] in "\t ":
                    end -= 1
            if start == end and not block.label:
                continue
            marks = [
                (mark.kind, max(mark.start, start) - start, min(mark.end, end) - start)
                for mark in block.marks
                if mark.kind in ("italic", "superscript", "note") and mark.end > start and mark.start < end
            ]
            lines.append((block.label if block.kind != "note" else "", block.text[start:end], tuple(sorted(marks))))
    return sorted(lines)
