"""The metadata: identification by work, expression and manifestation (FRBR), references, and what has no name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from resolint.akn.names import slug
from resolint.akn.sheet import Sheet
from resolint.akn.uris import UNKNOWN_DATE, adoption_date, organ_of
from resolint.akn.xml import own, sub
from resolint.frozen import dataclass
from resolint.lexicon.dates import first_day
from resolint.model import Act, Document, Head
from resolint.word.container.xml import Element

TOOL = "#resolint"
_SERIES = {"statement": "statement/deliberation", "documentCollection": "collection/publication"}


@dataclass(frozen=True, slots=True)
class Work:
    """What identifies one document of the file; ``component`` is its name within the whole (``main``, ``annex_1``)."""

    element: str
    name: str
    organ: str
    day: str | None
    day_name: str
    number: str
    shown: str
    series: str
    component: str = "main"

    @property
    def uri(self) -> str:
        """The IRI of the work."""
        middle = f"{self.day}/" if self.day else ""
        return f"/akn/un/{self.series}/{self.organ}/{middle}{self.number}"


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
    head = document.head
    day, day_name = first_day(head.date, lexicon), "issue"
    if act is not None and (adopted := adoption_date(document, act, lexicon)):
        day, day_name = adopted, "adoption"
    shown = act.number if act is not None and act.number else head.symbol or ""
    series = _SERIES.get(element, "doc/document")
    return Work(element, name, organ_of(document, lexicon), day, day_name, slug(shown) or "draft", shown, series)


def identification(meta: Element, work: Work) -> None:
    """Write the three levels that Akoma Ntoso demands."""
    found = sub(meta, "identification", source=TOOL)
    day = {"date": work.day or UNKNOWN_DATE, "name": work.day_name if work.day else "unknown"}
    author = f"#{work.organ}"
    first = sub(found, "FRBRWork")
    sub(first, "FRBRthis", value=f"{work.uri}/!{work.component}")
    sub(first, "FRBRuri", value=work.uri)
    sub(first, "FRBRdate", **day)
    sub(first, "FRBRauthor", href=author)
    sub(first, "FRBRcountry", value="un")
    sub(first, "FRBRsubtype", value=work.name)
    if work.shown:
        sub(first, "FRBRnumber", value=work.number, showAs=work.shown)
    expression = f"{work.uri}/eng@{work.day or ''}"
    second = sub(found, "FRBRExpression")
    sub(second, "FRBRthis", value=f"{expression}/!{work.component}")
    sub(second, "FRBRuri", value=expression)
    sub(second, "FRBRdate", **day)
    sub(second, "FRBRauthor", href=author)
    sub(second, "FRBRlanguage", language="eng")
    third = sub(found, "FRBRManifestation")
    sub(third, "FRBRthis", value=f"{expression}/!{work.component}.xml")
    sub(third, "FRBRuri", value=f"{expression}.xml")
    sub(third, "FRBRdate", **day)
    sub(third, "FRBRauthor", href=TOOL)
    sub(third, "FRBRformat", value="xml")


def references(meta: Element, work: Work, organ: str, sources: Mapping[str, str], ids: Mapping[str, str]) -> None:
    """Write who and what the document refers to. ``ids`` gives the identifiers of organ, preamble and tool."""
    found = sub(meta, "references", source=TOOL)
    for count, (href, shown) in enumerate(sources.items(), 1):
        sub(found, "activeRef", eId=f"{ids['ref']}{count}", href=href, showAs=shown or href)
    sub(found, "TLCOrganization", eId=ids["organ"], href=f"/akn/ontology/organization/un/{work.organ}", showAs=organ)
    sub(found, "TLCConcept", eId=ids["preamble"], href="/akn/ontology/concept/un/preamble", showAs="preamble")
    sub(found, "TLCOrganization", eId=ids["tool"], href="/akn/ontology/organization/resolint", showAs="resolint")


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
