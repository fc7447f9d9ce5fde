"""The metadata: identification by work, expression and manifestation (FRBR), references, and what has no name."""

from __future__ import annotations

from dataclasses import fields, replace

from resolint.akn.sheet import Sheet
from resolint.akn.uris import (
    COLLECTION,
    DOCUMENT,
    STATEMENT,
    Name,
    closing_date,
    earliest,
    name_of,
    organisation,
    speaker,
    stated_date,
)
from resolint.akn.xml import own, sub
from resolint.frozen import dataclass
from resolint.lexicon.dates import first_day
from resolint.model import Act, Document, Head
from resolint.word.container.xml import Element

TOOL = "#resolint"
EARLIEST = "notBefore"
"""How the date of an undated text is called, which the schema demands: a day before which it cannot have been written."""
ADOPTED, ISSUED, MEETING = "adoptionDate", "dateOfIssuance", "plenaryMeeting"
"""What the dates and the meeting line of a text are, as the guidelines call it."""

_SERIES = {"statement": STATEMENT, "documentCollection": COLLECTION}
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}
"""The official languages by ISO 639-2, which Akoma Ntoso asks for."""
_CONCEPTS = {
    "preamble": ("TLCConcept", "/akn/ontology/concept/un/preamble", "preamble"),
    ADOPTED: ("TLCConcept", "/akn/ontology/concept/un/adoptionDate", "date of adoption"),
    ISSUED: ("TLCConcept", "/akn/ontology/concept/un/dateOfIssuance", "date of issuance"),
    MEETING: ("TLCEvent", "/akn/ontology/event/un/plenaryMeeting", "meeting of adoption"),
}


@dataclass(frozen=True, slots=True)
class Work:
    """What identifies one document of the file; ``component`` is its name within the whole (``main``, ``annex_1``)."""

    element: str
    name: str
    named: Name
    organ: str
    day: str
    day_name: str
    language: str
    by_symbol: bool = False
    component: str = "main"

    @property
    def known(self) -> str:
        """The day, where it is known, as a part of an IRI."""
        return self.day if self.day_name != EARLIEST else ""

    @property
    def uri(self) -> str:
        """The IRI of the work."""
        return self.named.uri(self.known)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names that a reference may have for the work: without its day, and among documents."""
        # A symbol such as S/2027/214 does not tell a reference whether it names a draft or a letter.
        series = dict.fromkeys((self.named.series, DOCUMENT if self.by_symbol else self.named.series))
        found = [replace(self.named, series=one).uri(day) for one in series for day in dict.fromkeys((self.known, ""))]
        return tuple(dict.fromkeys(one for one in found if one != self.uri))


def is_draft(document: Document, act: Act) -> bool:
    """Whether an act is still a draft: so its symbol or label says, or nothing shows that it was adopted."""
    symbol = document.head.symbol or ""
    if "/L." in symbol or "/CRP." in symbol or "/WP." in symbol:
        return True
    label = document.head.where("label")
    if label is not None and "draft" in document.text(label).lower():
        return True
    adopted = "/RES/" in symbol or "/DEC/" in symbol or (symbol.startswith("S/") and "RES" in symbol)
    return not (adopted or act.closing or len(act.number) > 1)


def work_of(sheet: Sheet, act: Act | None, element: str, name: str) -> Work:
    """The identification of the draft, or of one of its acts."""
    document, lexicon = sheet.document, sheet.lexicon
    named, adopted = name_of(document, act, _SERIES.get(element, DOCUMENT), lexicon)
    closing = closing_date(document, act, lexicon) if act is not None else ""
    issued = first_day(document.head.date, lexicon)
    if adopted:
        day, day_name = closing or stated_date(document, lexicon) or sheet.references.adopted(named), "adoption"
    else:
        day, day_name = (issued, "issue") if issued else (closing, "adoption")
    if not day:
        day, day_name = earliest(document, named), EARLIEST
    language = _LANGUAGES.get(document.language, "und")
    return Work(element, name, named, speaker(document, lexicon), day, day_name, language, not adopted)


def identification(meta: Element, work: Work) -> None:
    """Write the three levels that Akoma Ntoso demands."""
    found = sub(meta, "identification", source=TOOL)
    day = {"date": work.day, "name": work.day_name}
    author = f"#{work.named.organ}"
    first = sub(found, "FRBRWork")
    sub(first, "FRBRthis", value=f"{work.uri}/!{work.component}")
    sub(first, "FRBRuri", value=work.uri)
    for alias in work.aliases:
        sub(first, "FRBRalias", value=alias, name="undated" if work.known and work.known not in alias else "document")
    sub(first, "FRBRdate", **day)
    sub(first, "FRBRauthor", href=author)
    sub(first, "FRBRcountry", value="un")
    sub(first, "FRBRsubtype", value=work.name)
    sub(first, "FRBRnumber", value=work.named.part, showAs=work.named.number)
    expression = f"{work.uri}/{work.language}@{work.known}"
    second = sub(found, "FRBRExpression")
    sub(second, "FRBRthis", value=f"{expression}/!{work.component}")
    sub(second, "FRBRuri", value=expression)
    sub(second, "FRBRdate", **day)
    sub(second, "FRBRauthor", href=author)
    sub(second, "FRBRlanguage", language=work.language)
    third = sub(found, "FRBRManifestation")
    sub(third, "FRBRthis", value=f"{expression}/!{work.component}.xml")
    sub(third, "FRBRuri", value=f"{expression}.xml")
    sub(third, "FRBRdate", **day)
    sub(third, "FRBRauthor", href=TOOL)
    sub(third, "FRBRformat", value="xml")


def references(meta: Element, work: Work, sheet: Sheet) -> None:
    """Write who and what the document refers to."""
    found = sub(meta, "references", source=TOOL)
    for count, (href, shown) in enumerate(sheet.sources.items(), 1):
        sub(found, "activeRef", eId=f"ref_{count}", href=href, showAs=shown or href)
    href, name = organisation(work.organ, sheet.lexicon)
    sub(found, "TLCOrganization", eId=work.named.organ, href=href, showAs=name)
    for ident, (element, address, shown) in _CONCEPTS.items():
        if ident == "preamble" or ident in sheet.concepts:
            sub(found, element, eId=ident, href=address, showAs=shown)
    sub(found, "TLCOrganization", eId=TOOL[1:], href="/akn/ontology/organization/resolint", showAs="resolint")


def proprietary(meta: Element, document: Document) -> None:
    """Write what a reader needs and nothing else says: fields without a place, losses, and permissions for all."""
    placed = {name for name, _ in document.head.spans}
    values = {}
    for item in fields(Head):
        value = getattr(document.head, item.name)
        if item.name in placed or item.name in ("spans", "blocks", "others") or not value:
            continue
        values[item.name] = ", ".join(value) if isinstance(value, tuple) else str(value)
    whole = [directive for directive in document.directives if directive.span is None]
    element = sub(meta, "proprietary", source=TOOL)
    reading = own(element, "reading")
    if document.origin.lost:
        reading.set("lost", " ".join(document.origin.lost))
    if values:
        own(element, "head", **values)
    for directive in whole:
        own(element, "allow", rules=",".join(directive.rules), reason=directive.reason)
