"""The bank of questions in the forms that learning platforms read: GIFT (Moodle), QTI 2.1, CSV, and a page."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape

from resolint.report.page.text import plain
from resolint.teach.bank import Question
from resolint.teach.chance import Chance
from resolint.teach.showing import as_html, as_terminal, spoken
from resolint.teach.site import single
from resolint.writing import FormattedText

__all__ = ["FORMATS", "gift", "page", "qti", "table"]

_GIFT = str.maketrans({character: f"\\{character}" for character in "\\~=#{}:"})
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def gift(questions: Sequence[Question]) -> bytes:
    """GIFT: one question after the other, texts as HTML so that italics are seen."""
    return "".join(_gift(question) for question in questions).encode()


def _gift(question: Question) -> str:
    title = f"::{question.key}::"
    about = "".join(f"<p>{as_html(paragraph)}</p>" for paragraph in question.about)
    text = f"[html]<p>{plain(question.asked)}</p>{about}".translate(_GIFT)
    if question.kind == "order":
        # Moodle matches parts to places; a row of numbers says which comes when.
        rows = "".join(f"\t={_answer(option)} -> {at}\n" for at, option in enumerate(question.options, 1))
        return f"{title}{text}{{\n{rows}\t####{_said(question.why)}\n}}\n\n"
    rows = "".join(
        f"\t{'=' if at in question.right else '~'}{_answer(option)}\n" for at, option in enumerate(question.options)
    )
    return f"{title}{text}{{\n{rows}\t####{_said(question.why)}\n}}\n\n"


def _answer(words: FormattedText) -> str:
    return f"[html]{as_html(words)}".translate(_GIFT).replace("->", "-&gt;")


def _said(text: str) -> str:
    return f"[html]<p>{plain(text)}</p>".translate(_GIFT)


def table(questions: Sequence[Question]) -> bytes:
    """CSV for spreadsheets: a row for each question, italics between asterisks, with a byte order mark for the quotation marks."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    most = max((len(question.options) for question in questions), default=0)
    writer.writerow(
        ("key", "rule", "kind", "question", "about", *(f"option {n}" for n in range(1, most + 1)), "right", "feedback")
    )
    for question in questions:
        options = [as_terminal(option, color=False) for option in question.options]
        right = " ".join(str(at + 1) for at in question.right)
        row = (question.key, question.rule, question.kind, question.asked, _paragraphs(question.about))
        writer.writerow([_cell(text) for text in (*row, *options, *[""] * (most - len(options)), right, question.why)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _paragraphs(about: Sequence[FormattedText]) -> str:
    return "\n".join(as_terminal(paragraph, color=False) for paragraph in about)


def _cell(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def page(questions: Sequence[Question]) -> bytes:
    """A page for printing and for the screen: every answer folds out."""
    parts = ["<h1>Questions on drafting conventions</h1>\n<ol>\n"]
    for question in questions:
        said = spoken(question.language)
        options = _mixed(question) if question.kind == "order" else question.options
        items = "".join(f"<li{said}>{as_html(option)}</li>" for option in options)
        right = "<br>".join(as_html(question.options[at]) for at in question.right)
        about = "".join(f"<p{said}>{as_html(paragraph)}</p>" for paragraph in question.about)
        parts.append(
            f'<li><p><strong>{plain(question.asked)}</strong></p>{about}<ol type="a">{items}</ol>'
            f"<details><summary>Answer</summary><p{said}>{right}</p><p>{plain(question.why)}</p></details></li>\n"
        )
    return single("Questions on drafting conventions", "".join(parts) + "</ol>\n").encode()


def _mixed(question: Question) -> Sequence[FormattedText]:
    return Chance(question.key).shuffled(question.options)


# -- QTI 2.1 -----------------------------------------------------------------------------------------------------------

_QTI = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
_CP = 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_JUDGED = (
    '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/>'
    '</match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>'
    '<responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse>'
    '</responseCondition><setOutcomeValue identifier="FEEDBACK"><baseValue baseType="identifier">why</baseValue>'
    "</setOutcomeValue></responseProcessing>"
)
"""One point for the right answer; the reason is shown after any answer."""


def qti(questions: Sequence[Question]) -> bytes:
    """A content package of QTI 2.1: an item for each question, and the manifest. The same questions give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (
            ("imsmanifest.xml", _manifest(questions)),
            *((f"items/{q.key}.xml", _item(q)) for q in questions),
        ):
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode())
    return out.getvalue()


def _manifest(questions: Sequence[Question]) -> str:
    rows = "".join(_resource(question.key) for question in questions)
    schema = "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>"
    return f'{_XML}<manifest {_CP} identifier="resolint-bank">{schema}<organizations/><resources>{rows}</resources></manifest>\n'


def _resource(key: str) -> str:
    place = f"items/{key}.xml"
    return f'<resource identifier="{key}" type="imsqti_item_xmlv2p1" href="{place}"><file href="{place}"/></resource>'


def _item(question: Question) -> str:
    ordered = question.kind == "order"
    right = "".join(f"<value>option-{at}</value>" for at in question.right)
    cardinality = "ordered" if ordered else "single"
    tag = "orderInteraction" if ordered else "choiceInteraction"
    limit = "" if ordered else ' maxChoices="1"'
    places = list(range(len(question.options)))
    if ordered:
        places = Chance(question.key).shuffled(places)
    choices = "".join(
        f'<simpleChoice identifier="option-{at}">{_inline(question.options[at])}</simpleChoice>' for at in places
    )
    about = "".join(f"<p>{_inline(paragraph)}</p>" for paragraph in question.about)
    row = f'<{tag} responseIdentifier="RESPONSE" shuffle="true"{limit}>{choices}</{tag}>'
    body = f"<p>{_text(question.asked)}</p>{about}{row}"
    said = f'identifier="why" showHide="show" title="Why">{_text(question.why)}'
    return (
        f'{_XML}<assessmentItem {_QTI} identifier="{question.key}" title="{escape(question.key)}" adaptive="false" '
        'timeDependent="false">'
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="identifier"><correctResponse>{right}'
        "</correctResponse></responseDeclaration>"
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value>'
        "</defaultValue></outcomeDeclaration>"
        '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>'
        f"<itemBody>{body}</itemBody>{_JUDGED}"
        f'<modalFeedback outcomeIdentifier="FEEDBACK" {said}</modalFeedback></assessmentItem>\n'
    )


def _text(text: str) -> str:
    return escape("".join(c for c in text if c >= " " or c in "\n\t"), quote=False)


def _inline(words: FormattedText) -> str:
    """Words as the inline elements that QTI has."""
    parts = []
    for one in words:
        found = _text(one.text)
        for wanted, before, after in (
            (one.underline, '<span class="underline">', "</span>"),
            (one.bold, "<strong>", "</strong>"),
            (one.italic, "<em>", "</em>"),
        ):
            if wanted:
                found = f"{before}{found}{after}"
        parts.append(found)
    return "".join(parts)


FORMATS: Mapping[str, Callable[[Sequence[Question]], bytes]] = {"gift": gift, "qti": qti, "csv": table, "html": page}
"""What the bank can be written as."""
