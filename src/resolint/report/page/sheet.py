"""A draft as one page of HTML that looks like a UN document: for the screen, for paper, for a screen reader.

The page holds everything it needs (no script, no font, no picture from elsewhere). Layout after the documents of
New York: masthead, organ, title, italic openings, numbers behind an indent, notes at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from html import escape

from resolint import structure
from resolint.cards import lexicon_of
from resolint.lexicon import LANGUAGES, TONGUES
from resolint.lexicon.tongues import organization
from resolint.model import Block, Document, Footnote, Span
from resolint.report.page.rows import PageBlock, absorbed, banner, bounds, rows
from resolint.report.page.style import PAGE
from resolint.report.page.text import Pin, markup, plain, spoken
from resolint.tables import Slot, Table, tables_of


def render(document: Document) -> str:
    """The page of ``document``, a whole HTML file."""
    article = "".join(Article(document).lines())
    return whole(title_of(document), PAGE, f'<main id="text">\n{article}</main>\n', document.language)


def whole(title: str, style: str, body: str, language: str = "", skip: str = "Skip to the text") -> str:
    """A file of HTML around ``body``; ``language`` is that of its words, if not English, ``skip`` the name of the first link."""
    speech = spoken(language) or ' lang="en"'
    return (
        f'<!DOCTYPE html>\n<html{speech}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="resolint">\n'
        f"<title>{plain(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#text">{skip}</a>\n{body}</body>\n</html>\n'
    )


def title_of(document: Document) -> str:
    """What the page is called: symbol and title, or the name of the file."""
    titles = [_words(document, act.title) for act in document.acts[:1] if act.title is not None]
    parts = [document.head.symbol or "", *titles]
    return " – ".join(part for part in parts if part) or document.origin.name or "Draft"


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text(span).replace("\ufffc", " ").split())


_BANNER_SKIPS = ("bold", "italic", "link")


@dataclass(slots=True)
class Article:
    """One document on a page.

    ``pins`` are words to point out by block, ``beside`` HTML for the margin by block; ``prefix`` begins every
    identifier, so that several documents can share a page. ``top`` is the level of the first heading, ``links``
    tells whether links of the draft work, ``fields`` whether those of the masthead have identifiers too. Once it is written,
    ``places`` gives the identifier of each block on the page.
    """

    document: Document
    pins: Mapping[str, Sequence[Pin]] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    top: int = 1
    links: bool = True
    fields: bool = False
    places: dict[str, str] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, int] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _levels: list[int] = field(default_factory=list)
    _heads: dict[str, int] = field(default_factory=dict)
    _titled: bool = False
    _waiting: dict[str, list[Pin]] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """The HTML of the document, piece by piece."""
        document = self.document
        self._heads = self._annex_lines()
        self._notes = {note.id: at for at, note in enumerate(document.footnotes, 1)}
        self._marks = {note.id: note.number or str(at) for at, note in enumerate(document.footnotes, 1)}
        yield f'<article class="draft"{spoken(document.language)} aria-label="{escape(title_of(document))}">\n'
        if len(document.acts) != 1 or document.acts[0].title is None:
            yield f'<h{self.top} class="unseen">{plain(title_of(document))}</h{self.top}>\n'
        yield from self._banner()
        yield from self._body()
        if document.footnotes:
            yield from self._notes_section(document.footnotes)
        yield "</article>\n"

    # masthead

    def _banner(self) -> Iterator[str]:
        found = banner(self.document)
        hidden = absorbed(self.document)
        left_out = [block for block in self.document.blocks if block.id in hidden]
        aside = "".join(self.beside.get(block.id, "") for block in left_out)
        self._waiting = {block.id: list(self.pins.get(block.id, ())) for block in left_out}
        if not found:
            if aside:
                yield self._row(f'<p class="line">Page headers{self._rest()}</p>', aside)
            return
        symbol = self._field(found, "symbol")
        facts = []
        other = self.document.language in TONGUES
        for name, label in (("distribution", "Distr.: "), ("date", ""), ("language", "Original: ")):
            if name in found:
                # In other languages the field is the printed line with its label.
                facts.append(
                    f"<p{self._named_field(found, name, hidden)}>{'' if other else label}{self._field(found, name)}</p>"
                )
        name = organization(lexicon_of(self.document.language if other else LANGUAGES[0]))
        ident = self._named_field(found, "symbol", hidden)
        top = f'<div class="top"><p class="un">{name}</p><p class="symbol"{ident}>{_large(symbol)}</p></div>'
        ident = self._named_field(found, "body", hidden)
        body = f'<p class="organ"{ident}>{self._organ(found)}</p>' if "body" in found else "<p></p>"
        below = f'<div class="bottom">{body}<div class="facts">{"".join(facts)}</div></div>'
        rest = self._rest()
        unplaced = f'<p class="line">Masthead{rest}</p>' if rest else ""
        yield self._row(f'<header class="banner">{top}{below}{unplaced}</header>', aside)

    def _organ(self, found: Mapping[str, Span]) -> str:
        """The body; a committee stands below the organ in whose name its drafts speak."""
        body = self._field(found, "body")
        line = next((act.organ_line for act in self.document.acts if act.organ_line is not None), None)
        organ = "" if line is None else self.document.text(line).strip(" ,:\uff0c\uff1a\u060c").removeprefix("The ")
        named, spoken = _plain_words(self.document.text(found["body"])), _plain_words(organ)
        # In other languages an article or a particle stands before the name: *L’Assemblée générale*.
        if not organ or spoken in named or named in spoken:
            return body
        return f"{plain(organ)}<br><small>{body}</small>"

    def _named_field(self, found: Mapping[str, Span], name: str, hidden: Set[str]) -> str:
        """The attribute that names a field of the masthead whose paragraph is shown nowhere else, where that is wanted."""
        span = found.get(name)
        if not self.fields or span is None or span.block not in hidden:
            return ""
        ident = f"{self.prefix}masthead-{name.replace('_', '-')}"
        self.places[span.block] = ident
        return f' id="{ident}"'

    def _rest(self) -> str:
        """Links to what is said of masthead lines outside of the fields that the page shows."""
        return "".join(" " + pin.point for pins in self._waiting.values() for pin in pins)

    def _field(self, found: Mapping[str, Span], name: str) -> str:
        span = found.get(name)
        if span is None:
            return ""
        block = self.document.block(span.block)
        waiting = self._waiting.get(block.id, [])
        pins = [pin for pin in waiting if pin.start <= span.end and pin.end >= span.start]
        for pin in pins:
            waiting.remove(pin)
        return markup(block, span.start, span.end, self._note, _clamped(pins, span.start, span.end), _BANNER_SKIPS)

    # text

    def _body(self) -> Iterator[str]:
        act = annex = 0
        opened: list[str] = []
        for row in rows(self.document):
            if row.act != act:
                yield from reversed(opened)
                opened = []
                act, annex = row.act, 0
                yield '<section class="act">\n'
                opened.append("</section>\n")
            if row.annex != annex:
                if annex and len(opened) > 1:
                    yield opened.pop()
                annex = row.annex
                if annex:
                    yield '<section class="annex">\n'
                    opened.append("</section>\n")
            table = tables_of(self.document).get(row.block.id)
            if table is None:
                yield self._row(self._element(row), self.beside.get(row.block.id, ""))
            elif row.block is next(table.blocks()):
                aside = "".join(self.beside.get(block.id, "") for block in table.blocks())
                yield self._row(self._table(table), aside)
        yield from reversed(opened)

    def _table(self, table: Table) -> str:
        """A table, which a narrow screen scrolls by itself."""
        rows = [self._table_row(table, at, slots) for at, slots in enumerate(table.rows)]
        head = f"<thead>{''.join(rows[: table.head])}</thead>\n" if table.head else ""
        body = "".join(rows[table.head :])
        return (
            f'<div class="scroll" role="region" aria-label="Table {table.number}" tabindex="0"><table class="data">\n'
            f"{head}<tbody>{body}</tbody></table></div>"
        )

    def _table_row(self, table: Table, at: int, slots: Sequence[Slot]) -> str:
        tag = 'th scope="col"' if at < table.head else "td"
        cells = []
        for slot in slots:
            span = f' colspan="{slot.span}"' if slot.span > 1 else ""
            side = f' class="{slot.align}"' if slot.align else ""
            words = [(self._cell_id(block), self._label(block) + self._text(block)) for block in slot.blocks]
            inner = "".join(f'<p id="{ident}">{text}</p>' for ident, text in words)
            cells.append(f"<{tag}{span}{side}>{inner}</{tag[:2]}>")
        return f"<tr>{''.join(cells)}</tr>\n"

    def _cell_id(self, block: Block) -> str:
        return self._named(block)

    def _row(self, text: str, aside: str) -> str:
        if not aside:
            return text + "\n"
        # What is said of the draft is in the language of the page.
        own = ' lang="en" dir="ltr"' if spoken(self.document.language) else ""
        return f'<div class="row">\n{text}\n<div class="margin"{own}>{aside}</div>\n</div>\n'

    def _element(self, row: PageBlock) -> str:
        block = row.block
        if row.number and not row.title:
            text = self._label(block) + self._text(block, ("bold",))
            return f'<p class="number" id="{self._id(row)}">{text}</p>'
        if row.title:
            return self._title(row)
        if row.part == structure.PARTS[6] or block.kind == "heading":
            return self._heading(row)
        if block.id in self._heads:
            return self._heading(row)
        kind = self._class(row)
        ident = self._id(row)
        return f'<p class="{kind}" id="{ident}">{self._label(block)}{self._text(block)}</p>'

    def _class(self, row: PageBlock) -> str:
        block = row.block
        if block.id.startswith("front/sponsors") or block.style == "sponsors":
            return "line sponsors"
        by_kind = {"cell": "cell", "textbox": "cell", "frame": "star"}
        if block.kind in by_kind:
            return by_kind[block.kind]
        by_part = {"masthead": "line", "closing": "closing", "footnotes": "star"}
        if row.part in by_part:
            sponsors = self.document.head.where("sponsors")
            if row.part == "masthead" and sponsors is not None and sponsors.block == block.id:
                return "line sponsors"
            return by_part[row.part]
        depth = f" d{min(row.depth, 5)}" if row.depth else ""
        return f"para{depth}" if row.first else f"para on{depth}"

    def _title(self, row: PageBlock) -> str:
        self._titled = True
        level = self.top if len(self.document.acts) < 2 else min(self.top + 1, 6)
        self._levels = [0]
        text = self._label(row.block) + self._text(row.block, ("bold",))
        name = "title" if len(self.document.acts) < 2 else "title among"
        return f'<h{level} class="{name}" id="{self._id(row)}">{text}</h{level}>'

    def _heading(self, row: PageBlock) -> str:
        """A heading; levels never jump, whatever those of the source do."""
        base = self.top + 1 if not self.document.acts or len(self.document.acts) == 1 else self.top + 2
        if row.part == "masthead":
            return f'<p class="line" id="{self._id(row)}">{self._label(row.block)}{self._text(row.block)}</p>'
        own = max(row.block.level, 0) if row.block.kind == "heading" else 5
        lines = self._heads
        if row.block.id in lines:
            own = lines[row.block.id]
        while self._levels and self._levels[-1] >= own:
            self._levels.pop()
        self._levels.append(own)
        shift = 1 if self._levels[0] == 0 and self._titled else 0
        level = min(base + len(self._levels) - 1 - shift, 6)
        kind = ' class="annexhead"' if row.block.id in lines else ""
        text = self._label(row.block) + self._text(row.block, ("bold",))
        return f'<h{level}{kind} id="{self._id(row)}">{text}</h{level}>'

    def _annex_lines(self) -> dict[str, int]:
        """The lines that name and title annexes, and how they rank among headings."""
        found: dict[str, int] = {}
        for act in self.document.acts:
            for annex in act.annexes:
                found[annex.heading.block] = 1
                if annex.title is not None:
                    found.setdefault(annex.title.block, 2)
        return found

    def _label(self, block: Block) -> str:
        if not block.label:
            return ""
        return f'<span class="num">{plain(block.label)}</span> '

    def _text(self, block: Block, skip: Sequence[str] = ()) -> str:
        start, end = bounds(block)
        left_out = skip if self.links else (*skip, "link")
        end = max(start, end)
        return markup(block, start, end, self._note, _clamped(self.pins.get(block.id, ()), start, end), left_out)

    def _id(self, row: PageBlock) -> str:
        return self._named(row.block)

    def _named(self, block: Block) -> str:
        where = structure.where(self.document, block.span())
        name = re.sub(r"[^a-z0-9]+", "-", where.lower()).strip("-") or "line"
        count = self._ids[name] = self._ids.get(name, 0) + 1
        ident = f"{self.prefix}{name}" if count == 1 else f"{self.prefix}{name}--{count}"
        self.places[block.id] = ident
        return ident

    # notes

    def _note(self, note_id: str) -> str:
        number = self._notes.get(note_id)
        if number is None:
            return '<sup class="ref">[?]</sup>'
        key = f"ref-{number}"
        count = self._ids[key] = self._ids.get(key, 0) + 1
        ident = f"{self.prefix}{key}" if count == 1 else f"{self.prefix}{key}--{count}"
        mark = plain(self._marks[note_id])
        return (
            f'<sup class="ref"><a id="{ident}" href="#{self.prefix}note-{number}" role="doc-noteref" '
            f'aria-label="Note {mark}">{mark}</a></sup>'
        )

    def _notes_section(self, notes: Sequence[Footnote]) -> Iterator[str]:
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">\n<div role="list">\n'
        referred = set(self._ids)
        for note in notes:
            number = self._notes[note.id]
            mark = plain(self._marks[note.id])
            back = mark
            if f"ref-{number}" in referred:
                back = (
                    f'<a href="#{self.prefix}ref-{number}" role="doc-backlink" '
                    f'aria-label="Note {mark}: back to the text">{mark}</a>'
                )
            texts = [self._text(block) for block in note.blocks] or [""]
            inner = f'<p><sup class="ref">{back}</sup> {texts[0]}</p>' + "".join(f"<p>{text}</p>" for text in texts[1:])
            aside = "".join(self.beside.get(block.id, "") for block in note.blocks)
            note_row = self._row(f'<div class="note" id="{self.prefix}note-{number}">{inner}</div>', aside)
            yield f'<div role="listitem" class="item">{note_row}</div>'
        yield "</div>\n</section>\n"


def _clamped(pins: Sequence[Pin], start: int, end: int) -> list[Pin]:
    """The pins, those on a number or blanks outside of the text at its beginning or end."""
    found = []
    for pin in pins:
        first, last = min(max(pin.start, start), end), min(max(pin.end, start), end)
        found.append(Pin(first, last, pin.before, pin.after, pin.point))
    return found


def _large(symbol: str) -> str:
    """The symbol with its first letters large, as on UN documents (only where it is plain text)."""
    head, slash, rest = symbol.partition("/")
    if not slash or "<" in head or "&" in head:
        return symbol
    return f'<span class="series">{head}</span>/{rest}'


def _plain_words(text: str) -> str:
    return " ".join(text.split()).casefold()
