"""A Word file that a redline is written into: notes that come, and the part that they need."""

from __future__ import annotations

import posixpath
from copy import deepcopy

from resolint.word.container.xml import ID, PPR, RPR, TYPE, VAL, Element, P, R, T, number, w
from resolint.word.read.inline import FOOTNOTE_REF
from resolint.word.read.notes import KINDS
from resolint.word.read.reader import relations_name
from resolint.word.read.story import ReadParagraph
from resolint.word.redline.runs import Pen, look, new_runs
from resolint.word.write import runs
from resolint.word.write.draft import CONTENT_TYPES, Draft
from resolint.writing import NewText

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FOOTNOTE, _MARK, _STYLE, _ALIGN = w("footnote"), w("footnoteRef"), w("pStyle"), w("vertAlign")
RELATION = "rIdRedlineFootnotes"
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


class RedlineFile(Draft):
    """The base while the redline is written. ``touched`` are the parts that it changes."""

    __slots__ = ("_model", "_next_note", "_notes_of", "_style_of_mark", "notes_made", "renamed")

    def __init__(self, data: bytes, name: str = "") -> None:
        """Opens the base. Raises UnreadableDraft as the reader does."""
        super().__init__(data, name)
        self._model: Element | None = None
        self._next_note = 0
        self._style_of_mark: Element | None = None
        self._notes_of: dict[str, dict[str, Element]] = {}
        """The notes that the base has, by their ids, for each part that was asked for."""
        self.notes_made: list[str] = []
        self.renamed: dict[str, str] = {}
        """For the id of a footnote the one that it had, where they were given anew."""

    @property
    def touched(self) -> tuple[str, ...]:
        """The parts that have been changed."""
        return tuple(self._marked)

    def passage(self, block: str) -> tuple[ReadParagraph, str] | None:
        """How the block with this address is made, and the part it stands in; None where it cannot be written."""
        spot = self.spot(block)
        return None if spot is None else (spot.passage, spot.part)

    # -- notes -----------------------------------------------------------------------------------------------

    def make_note(self, new: NewText, pen: Pen) -> Element:
        """Adds a footnote whose text is tracked as inserted, and gives a run that refers to it."""
        part = self._notes_part()
        root = self.source(part).root
        note_id, self._next_note = str(self._next_note), self._next_note + 1
        self.notes_made.append(note_id)
        note = runs.make(root, _FOOTNOTE, {ID: note_id})
        paragraph = runs.make(note, P)
        note.append(paragraph)
        model = self._model
        properties = None if model is None else model.find(PPR)
        if properties is not None:
            copy = _bare_properties(properties)
            paragraph.append(copy)
        insertion = pen.revision(paragraph, "ins")
        paragraph.append(insertion)
        for run in self._opening(insertion, model):
            insertion.append(run)
        text_run = None if model is None else next((r for r in model.iter(R) if r.find(T) is not None), None)
        style_name = None if properties is None else properties.find(_STYLE)
        style = pen.styles.get(None if style_name is None else style_name.get(VAL))
        for run in new_runs(new, look(text_run, pen.styles), insertion, style, pen):
            insertion.append(run)
        root.append(note)
        self.touch(part)
        return self._reference(root, note_id)

    def order_notes(self) -> None:
        """Puts the new notes where their references stand among the others, with ids that ascend.

        Word goes by the ids alone, but other programs count the notes of the part and the references of the text.
        """
        if not self.notes_made:
            return
        part, made = self._notes_part(), set(self.notes_made)
        root, main = self.source(part).root, self.source(self.main).root
        notes = {note.get(ID): note for note in root if note.tag == _FOOTNOTE and note.get(TYPE) is None}
        following: Element | None = None
        for reference in reversed(list(main.iter(FOOTNOTE_REF))):
            note = notes.get(reference.get(ID))
            if note is not None and note.get(ID) in made and note is not following:
                root.remove(note)
                if following is None:
                    root.append(note)
                else:
                    runs.before(following, note)
            following = following if note is None else note
        row = [note for note in root if note.tag == _FOOTNOTE and note.get(TYPE) is None]
        ids = [number(note.get(ID)) for note in row]
        known = [key for key in ids if key is not None]
        if len(set(known)) != len(ids) or known == sorted(known):
            return
        names = {str(old): str(new) for old, new in zip(ids, sorted(known), strict=True)}
        for where in (part, self.main):
            for element in self.source(where).root.iter(_FOOTNOTE, FOOTNOTE_REF):
                if (key := element.get(ID)) in names:
                    element.set(ID, names[str(key)])
            self.touch(where)
        self.notes_made = [names[key] for key in self.notes_made]
        self.renamed = {new: old for old, new in names.items()}

    def _opening(self, parent: Element, model: Element | None) -> list[Element]:
        """The runs before the text: what stands there in another note of the file, else the mark and a blank."""
        found: list[Element] = []
        if model is not None and model.find(f"{R}/{_MARK}") is not None:
            for run in model.iterchildren(R):
                texts = "".join(t.text or "" for t in run.iter(T))
                if texts.strip():
                    if len(texts) != len(texts.lstrip()):
                        found.append(_blank(parent))
                    break
                copy = deepcopy(run)
                copy.tail = None
                found.append(copy)
            if any(run.find(_MARK) is not None for run in found):
                return found
        mark = runs.make(parent, R)
        mark.append(self._superscript(mark))
        mark.append(runs.make(mark, _MARK))
        return [mark, _blank(parent)]

    def _reference(self, root: Element, note_id: str) -> Element:
        run = runs.make(root, R)
        run.append(self._superscript(run))
        run.append(runs.make(run, FOOTNOTE_REF, {ID: note_id}))
        return run

    def _superscript(self, run: Element) -> Element:
        if self._style_of_mark is not None:
            return deepcopy(self._style_of_mark)
        properties = runs.make(run, RPR)
        properties.append(runs.make(run, _ALIGN, {VAL: "superscript"}))
        return properties

    def survey(self) -> None:
        """Learns what ids there are, and a note and a reference to take after; call it before anything is changed."""
        part = self._part("footnotes")
        notes = [] if part is None else list(self.source(part).root.iter(_FOOTNOTE))
        self._next_note = max(1 + max((number(note.get(ID), 0) or 0 for note in notes), default=0), 1)
        for note in notes:
            if note.get(TYPE) is None and note.find(P) is not None:
                self._model = deepcopy(note.find(P))
                break
        for reference in self.source(self.main).root.iter(FOOTNOTE_REF):
            run = reference.getparent()
            properties = None if run is None else run.find(RPR)
            if properties is not None:
                copy = deepcopy(properties)
                copy.tail = None
                for child in list(copy):
                    if child.tag == w("rPrChange"):
                        copy.remove(child)
                self._style_of_mark = copy
                break

    def _notes_part(self) -> str:
        part = self._part("footnotes")
        if part is None:
            part = next((name for name in self._added if name.endswith("footnotes.xml")), None)
        return part if part is not None else self._add_notes_part()

    def _add_notes_part(self) -> str:
        folder = posixpath.dirname(self._main)
        count = 0
        while self.has(name := posixpath.join(folder, f"footnotes{count or ''}.xml")):
            count += 1
        strict = self.source(self._main).strict
        content = _EMPTY.replace(_W, "http://purl.oclc.org/ooxml/wordprocessingml/main") if strict else _EMPTY
        self._added[name] = content.encode()
        self.touch(name)
        if self.has(CONTENT_TYPES):
            types = self.source(CONTENT_TYPES).root
            types.append(runs.make(types, f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": _NOTES_TYPE}))
            self.touch(CONTENT_TYPES)
        relations = relations_name(self._main)
        if not self.has(relations):
            self._added[relations] = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()
        root = self.source(relations).root
        attributes = {
            "Id": RELATION,
            "Type": _OFFICE_STRICT if strict else _OFFICE,
            "Target": posixpath.basename(name),
        }
        root.append(runs.make(root, f"{_RELATIONS}Relationship", attributes))
        self.touch(relations)
        return name

    def note_paragraphs(self, note: str) -> list[Element]:
        """The paragraphs of the note with this id (``footnotes/4``)."""
        story, _, key = note.partition("/")
        part = self._part(story)
        if part is None or story not in KINDS:
            return []
        self.touch(part)
        if story not in self._notes_of:
            elements = reversed(list(self.source(part).root.iter(KINDS[story][0])))
            # Of several with one id the first counts.
            self._notes_of[story] = {e.get(ID) or "": e for e in elements if e.get(TYPE) is None}
        found = self._notes_of[story].get(key)
        return [] if found is None else list(found.iter(P))


def _bare_properties(properties: Element) -> Element:
    """The formatting of a paragraph for a new one: without revisions, section, numbering changes and mark's fate."""
    copy = deepcopy(properties)
    copy.tail = None
    for child in list(copy):
        if child.tag in (w("sectPr"), w("pPrChange")):
            copy.remove(child)
        elif child.tag == RPR:
            for part in list(child):
                if part.tag in (w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("rPrChange")):
                    child.remove(part)
            if not len(child):
                copy.remove(child)
        elif child.tag == w("numPr"):
            for part in list(child):
                if part.tag == w("ins"):
                    child.remove(part)
    return copy


bare_properties = _bare_properties


def _blank(parent: Element) -> Element:
    run = runs.make(parent, R)
    text = runs.make(run, T)
    text.text = " "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run
