"""What a Word file has otherwise in another official language: its language for Word, fonts, direction, printed words.

In Arabic the direction stands in the style *Normal*, in sections and tables, and on every run with Arabic letters, whose bold,
italics and size have properties of their own for complex scripts; so in the Arabic files of the United Nations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from resolint import regex
from resolint.cards import lexicon_of
from resolint.frozen import NamedTuple
from resolint.lexicon import LANGUAGES, TONGUES
from resolint.lexicon.ordinals import session_words
from resolint.lexicon.organs import committee_of
from resolint.lexicon.tongues import organization

__all__ = [
    "Locale",
    "is_organ",
    "joining",
    "listed",
    "locale",
    "numbered_session",
    "organ_of",
    "printed_name",
    "turned",
]


class Locale(NamedTuple):
    """How Word calls a language: for Latin and Cyrillic, East Asian and complex scripts; its font for East Asian letters."""

    latin: str = "en-GB"
    east: str = "en-US"
    complex: str = "ar-SA"
    east_font: str = ""
    decimal: str = "."


_LOCALES: Mapping[str, Locale] = {
    "fr": Locale("fr-FR", decimal=","),
    "es": Locale("es-ES", decimal=","),
    "ru": Locale("ru-RU", decimal=","),
    "zh": Locale(east="zh-CN", east_font="SimSun"),
    "ar": Locale(),
}


def locale(language: str) -> Locale:
    """How Word calls the language with this code; British English for any that is not an official one."""
    return _LOCALES.get(language, Locale())


def printed_name(language: str) -> str:
    """The name of the United Nations at the top of a document in this language."""
    return organization(lexicon_of(language if language in TONGUES else LANGUAGES[0]))


def is_organ(name: str, language: str) -> bool:
    """Whether the tables of a language have an organ of this name, so that a reader knows it again."""
    return any(row["name"] == name for row in lexicon_of(language).rows("organs"))


def organ_of(name: str, language: str) -> str:
    """The organ that ``name`` is a Main Committee of, as the language calls it; the name itself of any other body."""
    if language not in TONGUES:
        return name
    names = {row["code"]: row["name"] for row in lexicon_of(language).rows("organs")}
    code = next((code for code, one in names.items() if one == name), "")
    return names.get(committee_of(code), name)


def numbered_session(number: int, language: str) -> str:
    """The line of a session by its number as the language prints it (*Quatre-vingt-unième session*); empty where it has none."""
    words = lexicon_of(language)
    ordinal = session_words(words).get(number, "")
    line = next((row["words"] for row in words.rows("words") if row["use"] == "numbered"), "")
    text = line.replace("{ordinal}", ordinal) if ordinal else ""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str], language: str) -> str:
    """Names as a language joins them: *Chili, France et Ghana*; in Arabic each with its own *and*."""
    joint = joining(language)
    if language == "ar":
        return joint.join(names)
    if language == "es" and re.match(r"h?i(?![aeou])", names[-1], re.IGNORECASE):
        joint = " e "
    comma = "\u3001" if language == "zh" else ", "
    return joint.join(filter(None, (comma.join(names[:-1]), names[-1])))


def joining(language: str) -> str:
    """What joins the last name of a list to the others, with its blanks."""
    joint = next(row["words"] for row in lexicon_of(language).rows("words") if row["use"] == "and")
    return {"zh": joint, "ar": f" {joint}"}.get(language, f" {joint} ")


_RUN = regex.compiled(r"<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.DOTALL)
_DETAIL = regex.compiled(
    r'<w:pPr><w:pStyle w:val="Publication"/>((?:(?!</w:pPr>).)*)</w:pPr>((?:(?!</w:p>)[^\u0600-\u06ff])+</w:p>)',
    re.DOTALL,
)
"""A line of the masthead that is printed in English."""
_ARABIC = regex.compiled("[\u0600-\u06ff]")
_COMPLEX = (
    (regex.compiled(r"<w:b( w:val=\"0\")?/>(?!<w:bCs)"), r"<w:b\1/><w:bCs\1/>"),
    (regex.compiled(r"<w:i( w:val=\"0\")?/>(?!<w:iCs)"), r"<w:i\1/><w:iCs\1/>"),
    (regex.compiled(r'<w:sz w:val="(\d+)"/>(?!<w:szCs)'), r'<w:sz w:val="\1"/><w:szCs w:val="\1"/>'),
)


def turned(xml: bytes) -> bytes:
    """A part of a file as it stands in a text that runs from right to left."""
    text = _RUN.sub(_run, xml.decode())
    for pattern, put in _COMPLEX:
        text = pattern.sub(put, text)
    text = text.replace("<w:suppressAutoHyphens/>", "<w:suppressAutoHyphens/><w:bidi/>")
    text = _DETAIL.sub(
        r'<w:pPr><w:pStyle w:val="Publication"/><w:bidi w:val="0"/>\1<w:jc w:val="right"/></w:pPr>\2', text
    )
    text = text.replace("<w:titlePg/>", "<w:titlePg/><w:bidi/>")
    text = re.sub(r"<w:tblW ", "<w:bidiVisual/><w:tblW ", text)
    return text.encode()


def _run(found: re.Match[str]) -> str:
    properties, content = found[1] or "", found[2]
    if _ARABIC.search(content) is not None and "<w:rtl/>" not in properties:
        properties += "<w:rtl/>"
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"
