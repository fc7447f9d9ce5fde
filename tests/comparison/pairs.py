"""Makes pairs of Word files: an invented base, and a draft that departs from it in every way at once."""

import random
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tests.support.docx import docx, note, p, r, ref, style

WORDS = [
    "ferries",
    "harbours",
    "lighthouses",
    "pilots",
    "tides",
    "lamps",
    "oil",
    "wicks",
    "charts",
    "buoys",
    "moorings",
    "crews",
    "ports",
    "quays",
    "signals",
    "vessels",
    "the",
    "of",
    "and",
    "to",
    "in",
    "for",
    "on",
    "with",
    "by",
    "its",
    "all",
    "Member",
    "States",
    "Secretary-General",
    "report",
    "session",
    "financing",
    "training",
    "safety",
    "sustainable",
    "coastal",
    "regional",
    "voluntary",
    "appropriate",
    "within",
    "existing",
    "mandates",
    "progress",
    "achieved",
    "implementation",
]
PREAMBLE = ("Recalling", "Reaffirming", "Deeply concerned", "Welcoming", "Noting with appreciation")
OPERATIVE = ("Urges", "Requests", "Calls upon", "Encourages", "Decides", "Also requests", "Welcomes")


@dataclass(frozen=True)
class Para:
    """A paragraph: opener in italics, words, and the notes behind some of the words."""

    opener: str
    words: tuple[str, ...]
    role: str
    notes: tuple[tuple[int, str], ...] = ()
    end: str = ";"


@dataclass
class Text:
    """A draft; ``numbered`` says how the operative paragraphs get their numbers."""

    paras: list[Para] = field(default_factory=list)
    numbered: str = "typed"


def sentence(rnd: random.Random, least: int = 4, most: int = 30) -> tuple[str, ...]:
    return tuple(rnd.choice(WORDS) for _ in range(rnd.randint(least, most)))


def base_text(rnd: random.Random) -> Text:
    paras = [Para("", ("Safety", "of", *sentence(rnd, 2, 4)), "title", end="")]
    paras.append(Para("The General Assembly", (), "organ", end=","))
    for _ in range(rnd.randint(1, 5)):
        paras.append(Para(rnd.choice(PREAMBLE), sentence(rnd), "preamble", _notes(rnd), ","))
    for _ in range(rnd.randint(2, 7)):
        paras.append(Para(rnd.choice(OPERATIVE), sentence(rnd), "operative", _notes(rnd), ";"))
        for _ in range(rnd.choice((0, 0, 0, 2, 3))):
            paras.append(Para("", ("To", *sentence(rnd)), "sub", _notes(rnd), ";"))
    return Text(paras, rnd.choice(("typed", "automatic", "none")))


def _notes(rnd: random.Random) -> tuple[tuple[int, str], ...]:
    if rnd.random() > 0.35:
        return ()
    places = sorted(rnd.sample(range(1, 5), rnd.choice((1, 1, 2))))
    return tuple(
        (place, f"See A/{rnd.randint(50, 80)}/{rnd.randint(1, 900)}, {rnd.choice(WORDS)}.") for place in places
    )


def departed(text: Text, rnd: random.Random, strength: float = 0.35) -> Text:
    """Another text made of this one."""
    paras = [_changed(para, rnd) if rnd.random() < strength else para for para in text.paras]
    for _ in range(rnd.choice((0, 0, 1, 1, 2, 3))):
        _restructured(paras, rnd)
    return Text(paras, text.numbered)


def _restructured(paras: list[Para], rnd: random.Random) -> None:
    at = rnd.randrange(2, len(paras))
    what = rnd.choice(("drop", "new", "move", "split", "merge", "swap"))
    para = paras[at]
    if what == "drop" and len(paras) > 4:
        del paras[at]
    elif what == "new":
        role = para.role
        opener = "" if role == "sub" else rnd.choice(PREAMBLE if role == "preamble" else OPERATIVE)
        paras.insert(rnd.randint(at, len(paras)), Para(opener, sentence(rnd), role, _notes(rnd), para.end))
    elif what == "move":
        paras.insert(rnd.randrange(2, len(paras)), paras.pop(at))
    elif what == "split" and len(para.words) > 12:
        half = len(para.words) // 2
        paras[at] = replace(para, words=para.words[:half], notes=tuple(n for n in para.notes if n[0] < half))
        paras.insert(at + 1, Para("", para.words[half:], "sub", (), para.end))
    elif what == "merge" and at + 1 < len(paras):
        following = paras.pop(at + 1)
        paras[at] = replace(para, words=(*para.words, *following.words))
    elif what == "swap" and at + 1 < len(paras):
        paras[at], paras[at + 1] = paras[at + 1], paras[at]


def _changed(para: Para, rnd: random.Random) -> Para:
    words, notes = list(para.words), list(para.notes)
    for _ in range(rnd.choice((1, 1, 2, 4))):
        if not words:
            break
        at = rnd.randrange(len(words))
        what = rnd.choice(("replace", "drop", "insert", "phrase"))
        if what == "replace":
            words[at] = rnd.choice(WORDS).upper()
        elif what == "drop" and len(words) > 5:
            del words[at]
        elif what == "insert":
            words.insert(at, rnd.choice(("inter alia", "“quoted”", "co-operation", "2026", "10 per cent")))
        else:
            words[at:at] = ["as", "appropriate,"]
    if notes and rnd.random() < 0.5:
        at = rnd.randrange(len(notes))
        place, text = notes[at]
        notes[at : at + 1] = rnd.choice(
            ([], [(place, text.replace("See", "Ibid.,"))], [(place, text + " Emphasis added.")])
        )
    elif rnd.random() < 0.3 and words:
        notes = sorted(dict([(1, "A/81/2, annex."), *notes]).items())
    opener = rnd.choice(OPERATIVE) if para.role == "operative" and rnd.random() < 0.4 else para.opener
    return replace(para, words=tuple(words), notes=tuple(n for n in notes if n[0] <= len(words)), opener=opener)


# -- Word ------------------------------------------------------------------------------------------------------------

STYLES = (
    style("Normal", default=True)
    + style("SingleTxt", "__Single Txt")
    + style("FootnoteText", "footnote text")
    + style("FootnoteReference", "footnote reference", kind="character", rpr='<w:vertAlign w:val="superscript"/>')
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def word_file(text: Text, rnd: random.Random, *, shatter: bool = True) -> bytes:
    """``text`` as a Word file; ``shatter`` cuts it into runs, links and controls as files are that many hands went over."""
    body, notes = [], []
    number = letter = 0
    for para in text.paras:
        if para.role == "operative":
            number, letter = number + 1, 0
        elif para.role == "sub":
            letter += 1
        lead, ppr = _setting(para, text.numbered, number, letter)
        runs = [_run(lead)] if lead else []
        if para.opener:
            runs += _runs(para.opener, "<w:i/>", rnd, shatter)
        marks = dict(para.notes)
        pending = " " if para.opener and para.words else ""
        for at, word in enumerate(para.words):
            pending += word
            if at in marks:
                runs += _runs(pending, "", rnd, shatter)
                notes.append(note(len(notes) + 1, marks[at]))
                runs.append(ref(len(notes)))
                pending = ""
            if at < len(para.words) - 1:
                pending += " "
        runs += _runs(pending + para.end, "", rnd, shatter)
        body.append(p(*runs, ppr=ppr))
        if shatter and rnd.random() < 0.1:
            body.append("<w:p/>")
    tail = "<w:p/>" if rnd.random() < 0.5 else ""
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    return docx(
        "".join(body) + tail + section,
        footnotes="".join(notes) if notes or rnd.random() < 0.5 else None,
        styles=STYLES,
        numbering=NUMBERING,
        links={"link1": "https://example.org/"},
        extra={"word/media/untouched.bin": bytes(range(256))},
    )


def _setting(para: Para, numbered: str, number: int, letter: int) -> tuple[str, str]:
    """What is typed in front of a paragraph, and its properties."""
    ppr = '<w:pStyle w:val="SingleTxt"/>'
    if para.role not in ("operative", "sub"):
        return "\t" if para.role == "preamble" else "", ppr
    level = int(para.role == "sub")
    if numbered == "typed":
        return (f"\t\t({chr(96 + min(letter, 26))})\t" if level else f"\t{number}.\t"), ppr
    if numbered == "automatic":
        ppr += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return "", ppr


def _run(text: str, rpr: str = "") -> str:
    return r(text, rpr)


def _runs(text: str, rpr: str, rnd: random.Random, shatter: bool) -> list[str]:
    if not text:
        return []
    if not shatter:
        return [_run(text, rpr)]
    cuts = sorted({0, len(text), *(rnd.randrange(len(text) + 1) for _ in range(rnd.choice((0, 0, 1, 3))))})
    runs = []
    for start, end in pairwise(cuts):
        run = _run(text[start:end], rpr + rnd.choice(("", "", '<w:sz w:val="20"/>')))
        wrapped = rnd.random()
        if wrapped < 0.05:
            run = f'<w:hyperlink r:id="link1">{run}</w:hyperlink>'
        elif wrapped < 0.1:
            run = f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        elif wrapped < 0.13:
            run = f'<w:smartTag w:element="x">{run}</w:smartTag>'
        elif wrapped < 0.16:
            run = f'<w:fldSimple w:instr=" REF x ">{run}</w:fldSimple>'
        elif wrapped < 0.19:
            run = (
                f'<w:bookmarkStart w:id="{rnd.randrange(700, 800)}" w:name="b"/>{run}<w:proofErr w:type="spellStart"/>'
            )
        runs.append(run)
    return runs
