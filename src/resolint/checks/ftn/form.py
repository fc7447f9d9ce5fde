"""The wording of footnotes: how sources are cited in them (catalogue FN008 to FN022)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from resolint import regex
from resolint.checks import check
from resolint.checks.ftn.instruments import known, wrong_number
from resolint.checks.shared.notes import Series, organ, series, summary
from resolint.checks.shared.symbol_forms import of_other_form
from resolint.citation import find, plausible, symbols
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, organs, per_lexicon
from resolint.model import NOTE_MARK, Block, Document, Footnote, Span
from resolint.regex import lazy
from resolint.rule import Context

_CLOSERS = "\"\u201d\u2019')]"
_RES_SYMBOL = lazy(
    r"(?P<lead>\b[Rr]esolutions? )?\b(?P<symbol>(?:A/HRC|A|E)/RES/(?P<number>(?:S-|ES-)?\d{1,4}/\d{1,3}))"
)
_DATED = lazy(
    r"\bresolutions? (?:(?:S-|ES-)?\d{1,4}/\d{1,3}|\d{1,4}(?: [A-Z])? \([IVXLC]+\))"
    r"(?P<date> of \d{1,2} [A-Z][a-z]+ \d{4})",
    re.I,
)
_TREATY = lazy(r"\b(?:UNTS|U\.N\.T\.S\.)")
_TREATY_FORM = lazy(r"Treaty Series\s*,\s+vols?\.\s+\d[\d, and\u2013-]*,\s+Nos?\.\s+(?:[A-Z]-)?\d")
_IBID = lazy(r"(?P<see>See\s+)?(?P<word>ibid|idem|id|op\.\s?cit|loc\.\s?cit)(?P<stop>\.?)(?=[\s,;.]|\Z)", re.I)
_OFFICIAL = lazy(r"\bOfficial Records of the ([A-Z][A-Za-z ]{1,80}?),", re.I)
_SUPPLEMENT = lazy(
    r"\b(?P<word>Supplement|Suppl?\.|Suppl?)\s+(?P<no>No\.?|no\.?)?\s*(?P<number>\d+)(?P<suffix>[A-Z]?)\b"
)
_RECORD_SYMBOL = lazy(r"\(\s*(?P<symbol>(?P<organ>[AES])/(?P<year>\d{2,4})/(?P<number>\d+)[^\s,)]*)")
_SALES = lazy(r"\bSales?\s+(?:No\.?|no\.?|number|NO\.?)\s*:?\s*(?P<code>[A-Z][A-Za-z0-9./]*)", re.I)
_SALES_FORM = lazy(r"Sales No\.\s[A-Z]{1,2}(?:/[A-Z])*\.\d{2}\.[IVX]+(?:\.[A-Z])?(?:\.\d+)?(?:/[A-Z0-9./]+)?\.?")
_UN_DOC = lazy(r"\b(?:UN|U\.N\.)\s+(?:Doc(?:ument)?\.?|doc(?:ument)?\.?)\s*(?:No\.\s*)?(?=[A-Z]{1,6}/)")
_SHORT_ADDENDUM = lazy(r"\b(?P<symbol>[AES]/[\w./-]{0,60}\d)(?P<joint>(?:, | and ))(?P<part>(?:Add|Corr|Rev)\.\s?\d+)")
_SYMBOL_BLANK = lazy(r"\b[AES]/[\w./-]{0,60}?(?:Add|Corr|Rev|L)\.(?P<blank>\s)(?=\d)")
_AMPERSAND = lazy(r"(?<=\d)\s&\s(?=[A-Z]{1,4}[/.])")
_ACRONYM = lazy(
    r"(?:See )?(?P<name>WHO|ILO|FAO|UNESCO|UNICEF|UNDP|UNEP|IMO|IMF|ITU|WMO|WTO|ICAO|ICRC|IOM|OECD|UNHCR|WIPO|UNIDO"
    r"|IAEA)(?=,? [(]|, (?:[A-Z][a-z]|\d{4})|\.)"
)
_COP_DECISION = lazy(r"\b[Dd]ecisions?\s+\d+/(?:CP|CMP|CMA)\.\d+")
_NOTE_WORD = lazy(r"\s*(?:N\.?\s?B\.?|Nota bene|Note)\b\s*:?", re.I)
_URL = lazy(r"(?:https?://|www\.)[^\s\ufffc]{3,}")


@per_lexicon
def _short(lexicon: Lexicon) -> re.Pattern[str]:
    """*GA Res.* and *res.* before a number."""
    return regex.compiled(
        rf"\b(?P<short>(?P<organ>{'|'.join(organs.abbreviations(lexicon))}) [Rr]es(?:olutions?\b|s?\.)|[Rr]ess?\.)"
        r" ?(?=(?:E?S-)?\d)"
    )


@per_lexicon
def _records_of(lexicon: Lexicon) -> re.Pattern[str]:
    """The year of the Official Records of an organ that counts by years."""
    return regex.compiled(rf"{organs.organ_name('ECOSOC', lexicon)}, (\d{{4}}),")


def _first(note: Footnote) -> Block | None:
    return note.blocks[0] if note.blocks else None


def _all(document: Document) -> Iterator[tuple[Footnote, Block]]:
    for note in document.footnotes:
        for block in note.blocks:
            yield note, block


def _suggest(title: str, here: Span, right: str, wrong: str) -> Fix:
    return Fix(title, (Edit(here, right, wrong),), "suggest")


@check("FTN008")
def note_full_stop_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A note whose last paragraph does not end with a full stop."""
    for note in document.footnotes:
        block = next((block for block in reversed(note.blocks) if block.text.strip(" \t\n\xa0" + NOTE_MARK)), None)
        if block is None:
            continue
        end = len(block.text.rstrip(" \t\n\xa0" + NOTE_MARK))
        core = block.text[:end].rstrip(_CLOSERS)
        if not core or core[-1] in ".!?\u2026。！？؟" or not any(character.isalnum() for character in core):
            continue
        here = block.span(end, end)
        stop = "。" if document.language == "zh" else "."
        edit = Edit(here, stop, "")
        if block.text[end - 1] in ",;:，；：、،؛":
            here = block.span(end - 1, end)
            edit = Edit(here, stop, block.text[end - 1])
        yield Hit(here, {"number": note.number}, Fix("Put a full stop", (edit,), "safe"))


@check("FTN009")
def resolution_note_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution cited in a note by its symbol, in shortened words, or with its date."""
    own = organ(document)
    for _note, block in _all(document):
        if not any(sign in block.text for sign in ("/", "esolution", "es.")):
            continue
        yield from _shortened(block, own, context.lexicon)
        for found in _RES_SYMBOL.finditer(block.text):
            here = block.span(found.start("symbol"), found.end("symbol"))
            right = found["number"]
            if not found["lead"]:
                name = organs.organ_name(symbols.organ_of(found["symbol"]) or "", context.lexicon)
                right = f"resolution {right}" if name == own else f"{name} resolution {right}"
                right = right[0].upper() + right[1:] if not block.text[: found.start()].strip() else right
            yield Hit(here, {"right": right}, _suggest(f"Write {right}", here, right, found["symbol"]))
        for found in _DATED.finditer(block.text):
            here = block.span(found.start("date"), found.end("date"))
            right = block.text[found.start() : found.start("date")]
            yield Hit(here, {"right": right}, _suggest("Leave out the date", here, "", found["date"]))


def _shortened(block: Block, own: str, lexicon: Lexicon) -> Iterator[Hit]:
    """*GA Res.* and *res.* for the words."""
    for found in _short(lexicon).finditer(block.text):
        name = organs.abbreviations(lexicon).get(found["organ"] or "", "")
        right = f"{name} resolution" if name and name != own else "resolution"
        right = right[0].upper() + right[1:] if not block.text[: found.start()].strip() else right
        here = block.span(found.start("short"), found.end("short"))
        yield Hit(here, {"right": right}, _suggest(f"Write {right}", here, right, found["short"]))


@check("FTN010")
def own_organ_named(document: Document, context: Context) -> Iterator[Hit]:
    """A note that names the organ of the text itself before *resolution*."""
    own = organ(document)
    if not own:
        return
    pattern = regex.compiled(r"\b" + re.escape(own) + r",? (?=(?:resolution|decision)s?\b)")
    for _note, block in _all(document):
        for found in pattern.finditer(block.text):
            first = not block.text[: found.start()].strip(" \t\xa0" + NOTE_MARK)
            letter = block.text[found.end()]
            here = block.span(found.start(), found.end() + 1)
            right = letter.upper() if first else letter
            fix = _suggest("Leave out the organ", here, right, found[0] + letter)
            yield Hit(block.span(found.start(), found.start() + len(found[0].rstrip(" ,"))), {"organ": own}, fix)


@check("FTN011")
def treaty_note_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A treaty cited with *UNTS*, without volume or registration number, by page, or under another's number."""
    rows = known(context.lexicon) if document.footnotes else []
    for note in document.footnotes:
        wrong = wrong_number(document, note, rows)
        if wrong is not None:
            here, right = wrong
            edit = Edit(here, right, document.text(here))
            fix = Fix(f"Write {right}", (edit,), "suggest")
            yield Hit(here, {"fault": f"the treaty is registered under No. {right}"}, fix)
    for _note, block in _all(document):
        text = block.text
        found = _TREATY.search(text)
        if found:
            here = block.span(found.start(), found.end())
            yield Hit(here, _SAY["treaty"], _suggest("Write the name", here, "United Nations, Treaty Series", found[0]))
            continue
        at = text.find("Treaty Series")
        if at >= 0 and "League of Nations" not in text[:at] and not _TREATY_FORM.search(text, at):
            yield Hit(block.span(at, at + len("Treaty Series")), _SAY["treaty"])


@check("FTN012")
def ibid_misplaced(document: Document, context: Context) -> Iterator[Hit]:
    """*Ibid.* that the note before does not answer: no note before, an explanation, another series; or another form."""
    before: Series | None = None
    for note in document.footnotes:
        if not note.number.isdecimal():
            continue
        words = summary(note)
        block = _first(note)
        if block is None or not words:
            continue
        found = _IBID.match(words)
        own = series(words)
        if found is None:
            before = own
            continue
        at = block.text.find(found["word"])
        here = block.span(at, at + len(found["word"]) + len(found["stop"]))
        fault = _ibid_fault(words[found.end() :], before)
        if not found["word"].lower().startswith("ibid"):
            yield Hit(here, {"fault": "the note before is referred to with “Ibid.”"})
        elif any(mark.start <= at and here.end <= mark.end for mark in block.marked("italic")):
            edit = Edit(here, block.text[here.start : here.end], block.text[here.start : here.end], italic=False)
            yield Hit(here, {"fault": "it is set upright"}, Fix("Set upright", (edit,), "safe"))
        elif not found["stop"]:
            fix = Fix("Put a full stop", (Edit(block.span(here.end, here.end), ".", ""),), "safe")
            yield Hit(here, {"fault": "a full stop follows “Ibid”"}, fix)
        elif fault:
            yield Hit(here, {"fault": fault})
        elif found["word"][0].islower() and not found["see"]:
            fix = Fix("Write a capital", (Edit(block.span(at, at + 1), "I", found["word"][0]),), "suggest")
            yield Hit(here, {"fault": "a note begins with a capital letter"}, fix)
        if before in (None, "other"):
            before = own if own != "ibid" else before


def _ibid_fault(rest: str, before: Series | None) -> str:
    """Why *Ibid.* with the words ``rest`` cannot follow a note of the series ``before``; empty if it can."""
    if before is None:
        return "there is no note before it"
    if before == "other":
        return "the note before it cites no source"
    wanted: Mapping[str, Series] = {r", vols?\. \d": "treaty", r", (?:\d{4}, )?Supplement No": "official"}
    for pattern, kind in wanted.items():
        if re.match(pattern, rest) and before != kind:
            kinds = {"treaty": "Treaty Series", "official": "Official Records"}
            return f"the note before it does not cite the {kinds[kind]}"
    return ""


@check("FTN013")
def official_records_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """*Official Records* cited without the word *Supplement No.* in full, or without the symbol in brackets."""
    for _note, block in _all(document):
        text = block.text
        record = _OFFICIAL.search(text)
        for found in _SUPPLEMENT.finditer(text):
            head = text[found.start() : found.start("number")]
            if record is None and found["word"] == "Supplement":
                continue
            if " ".join(head.split()) != "Supplement No.":
                here = block.span(found.start(), found.end("number"))
                right = f"Supplement No. {found['number']}"
                wrong = text[found.start() : found.end("number")]
                yield Hit(here, {"fault": f"write {right}"}, _suggest(f"Write {right}", here, right, wrong))
            elif "(" not in text[found.end() : found.end() + 40]:
                here = block.span(found.end(), found.end())
                yield Hit(here, {"fault": "the symbol follows in brackets, for example (E/2031/28)"})


@check("FTN014")
def supplement_contradicts_symbol(document: Document, context: Context) -> Iterator[Hit]:
    """A supplement whose number, year or session is not that of the symbol in brackets after it."""
    numbers = {(row["organ"], row["supplement"]): row["document"] for row in context.tables.get("supplements", ())}
    documents = {(organ_, document_): supplement for (organ_, supplement), document_ in numbers.items()}
    judged: set[Span] = set()
    for _note, block in _all(document):
        text = block.text
        for found in _SUPPLEMENT.finditer(text):
            symbol = _RECORD_SYMBOL.match(text[found.end() : found.end() + 60].lstrip(" \xa0"))
            if symbol is None:
                continue
            start = text.find(symbol["symbol"], found.end())
            here = block.span(start, start + len(symbol["symbol"]))
            right = documents.get((symbol["organ"], symbol["number"]))
            if right is not None and right != found["number"]:
                judged.add(here)
                yield Hit(here, {"fault": f"{symbol['symbol']} is Supplement No. {right}"})
                continue
            year = _records_of(context.lexicon).search(text[: found.start()])
            if year and symbol["organ"] == "E" and year[1] != symbol["year"]:
                judged.add(here)
                yield Hit(here, {"fault": f"the records are those of {year[1]}"})
    yield from (hit for hit in _by_arithmetic(document, context.lexicon) if hit.span not in judged)


def _by_arithmetic(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Supplements that contradict the symbol by the count of their series, behind *Ibid.* too."""
    blocks = [block for _, block in _all(document)]
    if not any("upplement" in block.text for block in blocks):
        return
    chained = plausible.chain([find(block.text, lexicon, block=block.id) for block in blocks])
    for block, found in zip(blocks, chained, strict=True):
        for citation in found:
            doubt = plausible.doubt_supplement(citation)
            if doubt is not None and citation.symbol:
                at = block.text.find(citation.symbol, citation.span.start, citation.span.end)
                here = block.span(at, at + len(citation.symbol)) if at >= 0 else citation.span
                expected = doubt.expected.replace("…", "").rstrip("/")
                yield Hit(here, {"fault": f"beside {citation.symbol} stands what calls for {expected}"})


@check("FTN015")
def sales_number_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A sales number that is not written ``Sales No. E.09.XI.17``."""
    for _note, block in _all(document):
        for found in _SALES.finditer(block.text):
            if not _SALES_FORM.match(block.text[found.start() :].replace("\xa0", " ")):
                end = found.end() - (1 if found["code"].endswith(".") else 0)
                yield Hit(block.span(found.start(), end))


@check("FTN016")
def symbol_note_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A symbol in a note after *UN Doc.*, with a blank in it, joined by an ampersand, or an addendum cut short."""
    for _note, block in _all(document):
        text = block.text
        for found in _UN_DOC.finditer(text):
            here = block.span(found.start(), found.end())
            fix = _suggest("Leave the words out", here, "", found[0])
            yield Hit(block.span(found.start(), found.start() + len(found[0].rstrip())), _SAY["doc"], fix)
        yield from of_other_form(block)
        for found in _SYMBOL_BLANK.finditer(text):
            here = block.span(found.start("blank"), found.end("blank"))
            yield Hit(here, _SAY["blank"], Fix("Close the gap", (Edit(here, "", found["blank"]),), "safe"))
        for found in _AMPERSAND.finditer(text):
            here = block.span(found.start() + 1, found.start() + 2)
            yield Hit(here, _SAY["and"], _suggest("Write “and”", here, "and", "&"))
        for found in _SHORT_ADDENDUM.finditer(text):
            if found["joint"] == " and " and found["part"].startswith("Corr"):
                continue  # a document and its corrigendum are cited so
            here = block.span(found.start("part"), found.end("part"))
            right = f"{found['symbol']}/{''.join(found['part'].split())}"
            yield Hit(here, {"fault": f"write {right}"}, _suggest(f"Write {right}", here, right, found["part"]))


_SAY = {
    "treaty": {"fault": "write “United Nations, Treaty Series, vol. 976, No. 14152.”, by volume and number"},
    "doc": {"fault": "the symbol stands alone"},
    "blank": {"fault": "no blank stands inside a symbol"},
    "and": {"fault": "write “and” between two symbols"},
}


@check("FTN018")
def organization_abbreviated(document: Document, context: Context) -> Iterator[Hit]:
    """A publication of another organization cited under the organization's abbreviation."""
    for note in document.footnotes:
        block = _first(note)
        found = _ACRONYM.match(block.text.lstrip()) if block else None
        if block and found:
            at = block.text.find(found["name"])
            yield Hit(block.span(at, at + len(found["name"])), {"name": found["name"]})


@check("FTN019")
def conference_decision_bare(document: Document, context: Context) -> Iterator[Hit]:
    """A decision of a conference of parties cited without the report that contains it."""
    for note in document.footnotes:
        words = summary(note)
        block = _first(note)
        found = _COP_DECISION.search(block.text) if block else None
        if block and found and "/" not in words.replace(found[0], ""):
            yield Hit(block.span(found.start(), found.end()))


@check("FTN020")
def note_announced(document: Document, context: Context) -> Iterator[Hit]:
    """An explanation that begins with *NB* or *Note:*."""
    for note in document.footnotes:
        block = _first(note)
        found = _NOTE_WORD.match(block.text) if block else None
        if block and found and (":" in found[0] or "b" in found[0].lower()):
            start = len(block.text) - len(block.text.lstrip())
            yield Hit(block.span(start, found.end()))


@check("FTN022")
def url_in_note(document: Document, context: Context) -> Iterator[Hit]:
    """A web address in a note."""
    for _note, block in _all(document):
        for found in _URL.finditer(block.text):
            yield Hit(block.span(found.start(), found.start() + len(found[0].rstrip(".,;)"))))
