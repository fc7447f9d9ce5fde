"""The Markdown form of a draft, both ways; and text recovered from a PDF, one way.

``read`` takes any string and never fails. Takes and gives strings; it opens no file.
"""

from __future__ import annotations

from dataclasses import replace

from resolint.lexicon import Lexicon
from resolint.model import Block, Document, Mark, Reading, View
from resolint.notation.front import is_of_draft as is_of_draft
from resolint.notation.front import read_front
from resolint.notation.markdown import read_markdown
from resolint.notation.plain import Wrap, has_markup
from resolint.notation.recovered.evidence import evidence
from resolint.notation.traced import Source

_UNNAMED = ("-", "standard input")
"""The names of what was handed over without one; without marks it is plain typing, as a file in ``.txt`` is."""


def read(source: str, *, name: str = "", view: View = "proposed", lexicon: Lexicon | None = None) -> Reading:
    """Read a draft that is text: the Markdown notation, plain typing, or text recovered from a PDF.

    ``name`` is the file's name; only its ending is looked at (a file that ends in ``.md`` uses Markdown's line
    ends even if it holds no other mark; one in ``.txt``, or standard input, without marks has lost italics and notes). ``view``
    tells how tracked changes (CriticMarkup) are read. ``lexicon`` knows the words and openings of the language, by which a text
    recovered from a PDF is put together.
    """
    whole = Source.of(source)
    front = read_front(whole)
    traces = () if front.after else evidence(whole.text.replace("\r\n", "\n").replace("\r", "\n"), lexicon)
    if traces:
        from resolint.notation.recovered.reading import read_recovered

        return replace(read_recovered(whole, lexicon), recovered=traces)
    typed = not name.lower().endswith((".md", ".markdown")) and not has_markup(whole.text)
    if not typed or front.after:
        return read_markdown(whole, view, Wrap(), front)

    reading = read_markdown(whole, view, Wrap.of(whole.text.splitlines()), front)
    told = name.lower().endswith(".txt") or name in _UNNAMED
    lost = [word for word, there in _carried(reading) if not there] if told else []
    return replace(reading, lost=tuple(lost))


def read_page(source: str, lexicon: Lexicon | None = None) -> Reading:
    """Read the text of printed pages, whatever it looks like; its lines are of no file, so that blocks have no places."""
    from resolint.notation.recovered.reading import read_recovered

    found = read_recovered(Source.of(source), lexicon)
    notes = tuple(replace(note, blocks=tuple(map(_unplaced, note.blocks))) for note in found.footnotes)
    return replace(found, blocks=tuple(map(_unplaced, found.blocks)), footnotes=notes, recovered=("pages",))


def _unplaced(block: Block) -> Block:
    """The block without places, its italics joined over blanks, which show none."""
    marks: list[Mark] = []
    for mark in block.marks:
        before = next((at for at in range(len(marks) - 1, -1, -1) if marks[at].kind == mark.kind == "italic"), None)
        if before is not None and not block.text[marks[before].end : mark.start].strip():
            marks[before] = replace(marks[before], end=mark.end)
        else:
            marks.append(mark)
    return replace(block, places=(), marks=tuple(marks))


def _carried(reading: Reading) -> tuple[tuple[str, bool], ...]:
    """What plain typing may carry or not, and whether this text does."""
    italics = any(True for block in reading.blocks for _ in block.marked("italic"))
    return ("italics", italics), ("notes", bool(reading.footnotes))


def write(document: Document) -> str:
    """The draft in the Markdown notation: ``read`` gives its blocks, marks, labels, notes and hints again."""
    from resolint.notation.writing import write as write_document

    return write_document(document)
