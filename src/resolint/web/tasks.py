"""What the page asks of the verbs, as tasks for workers: each takes a session and plain values, and gives plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import ZipFile

from resolint import pipeline
from resolint.errors import UnreadableDraft
from resolint.pipeline import Decision, Options, Session
from resolint.pipeline.rendering import (
    render,
    render_actions,
    render_citations,
    render_document,
    render_fragment,
    render_ready,
    render_sheet,
)

__all__ = [
    "FORMS",
    "VIEWS",
    "Delivery",
    "Held",
    "deliver",
    "examine",
    "explain",
    "made",
    "preview",
    "questions",
    "timeline",
    "view",
    "warm",
    "word",
]

FORMS = (
    *("reviewed", "fixed", "markdown", "report", "page", "json", "csv", "decisions", "mailed"),
    *("redline", "stripped", "actions", "citations", "ready"),
)
"""What can be taken from the page."""
_FIRST = (
    "ga-committee", "ga-plenary", "draft-decision", "amendment", "sc", "ecosoc", "hrc", "cnd", "ccpcj", "declaration", "cop",
    "revised", "mun", "un4mun", "thimun", "nmun",
)  # fmt: skip
"""Templates in the order in which they are offered."""
VIEWS = ("compare", "references", "actions", "agreed", "ready")
"""The other views of a draft."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXTS = {
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "report": ("report.html", "text/html; charset=utf-8"),
    "page": ("html", "text/html; charset=utf-8"),
    "json": ("json", "application/json; charset=utf-8"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "decisions": ("decisions.json", "application/json; charset=utf-8"),
    "actions": ("actions.csv", "text/csv; charset=utf-8"),
    "citations": ("references.csv", "text/csv; charset=utf-8"),
    "ready": ("ready.html", "text/html; charset=utf-8"),
    "mailed": ("review.html", "text/html; charset=utf-8"),
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file to be taken: its name, its kind, its bytes, and in a sentence each what could not be done."""

    name: str
    kind: str
    data: bytes
    left: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Held:
    """A draft as it is held: bytes, name, whose conventions, what was decided, the text that it is built on."""

    data: bytes
    name: str
    profile: str | None = None
    decisions: tuple[Decision, ...] = ()
    base: bytes = b""
    base_name: str = ""


def warm(session: Session) -> Iterator[Callable[[], object]]:
    """Steps that read what the first draft would have to wait for."""
    yield lambda: examine(session, _SMALL.encode(), "small.md")
    yield lambda: examine(session, _small_word(), "small.docx")


_SMALL = "# Title\n\n*The General Assembly*,\n\n1. *Decides* to return to the matter ;\n"
_OPEN_XML = "http://schemas.openxmlformats.org"
_SMALL_WORD = {
    "[Content_Types].xml": f'<Types xmlns="{_OPEN_XML}/package/2006/content-types"><Default Extension="rels" '
    f'ContentType="application/xml"/><Default Extension="xml" ContentType="{_WORD}.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_OPEN_XML}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_OPEN_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{_OPEN_XML}/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>The General Assembly,</w:t></w:r></w:p><w:p><w:r><w:t>Decides to meet.</w:t></w:r></w:p></w:body></w:document>",
}


def _small_word() -> bytes:
    """A Word file of two paragraphs."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, text in _SMALL_WORD.items():
            package.writestr(name, text)
    return stream.getvalue()


def examine(session: Session, data: bytes, name: str, profile: str | None = None) -> dict[str, Any]:
    """The draft ``data`` as a sheet with its findings, as plain values. Raises ResolintError."""
    data = _unmarked(data, name)
    return asdict(render_sheet(pipeline.lint(data, session, name=name, **_options(profile)), session.words))


def _unmarked(data: bytes, name: str) -> bytes:
    """A draft without the marks of an earlier review, which are no part of it; a PDF has none."""
    return pipeline.clean(data, name=name) if pipeline.is_word(data, name) and not _is_pdf(data) else data


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def _written_out(session: Session, held: Held) -> Held:
    """The draft as something that can be changed: of a PDF the Markdown that was read off it."""
    if not _is_pdf(held.data):
        return held
    text = pipeline.export(held.data, "md", session, name=held.name)
    return replace(held, data=text.encode("utf-8", "surrogatepass"), name=str(PurePath(held.name).with_suffix(".md")))


def _options(profile: str | None) -> Options:
    return {"profile": profile, "view": "proposed", "keep": True}


def explain(session: Session, rule: str, name: str = "") -> str:
    """The card of a rule as HTML, for a page of a draft. Raises ResolintError for a rule that does not exist."""
    from resolint.pipeline import explaining
    from resolint.pipeline.rendering import render_card

    for card in session.cards(session.config(name), examples=True):
        if card.id == rule:
            bodies = explaining.facts(card, session).bodies
            return render_card(card, session.tables()["alarms"], bodies, f"../../rules/{rule}.html")
    raise UnreadableDraft(f"there is no rule {rule}")


def view(session: Session, held: Held, kind: str, places: Mapping[str, str]) -> str:
    """One of ``VIEWS`` as a fragment of HTML; ``places`` are the addresses of paragraphs. Raises ResolintError."""
    data, name = _unmarked(held.data, held.name), held.name
    if kind == "compare":
        found: object = pipeline.compare(held.base, data, session, base_name=held.base_name, draft_name=name)
    elif kind == "references":
        found = pipeline.citations(data, session, name=name, profile=held.profile)
    elif kind == "actions":
        found = pipeline.actions(data, session, name=name)
    elif kind == "agreed":
        found = pipeline.agreed(data, session, name=name)
    else:
        found = _ready(session, held)
    return render_fragment(found, places)


def timeline(session: Session, held: Held, place: str) -> str:
    """The versions of one paragraph through the years, as a fragment of HTML. Raises ResolintError."""
    found = pipeline.timeline(_unmarked(held.data, held.name), place, session, name=held.name)
    return render_fragment(found, {})


def _ready(session: Session, held: Held) -> pipeline.Readiness:
    data, base = _unmarked(held.data, held.name), held.base or None
    return pipeline.ready(data, session, name=held.name, profile=held.profile, base=base, base_name=held.base_name)


def deliver(session: Session, held: Held, form: str, author: str = "") -> Delivery:
    """The draft as a file of one of ``FORMS``, with the decisions carried out. Raises ResolintError."""
    data, name, stem = held.data, held.name, PurePath(held.name).stem or "draft"
    options: Options = {"profile": held.profile, "view": "proposed"}
    if form in ("decisions", "json", "csv", "report", "actions", "citations", "ready", "mailed"):
        return _text(stem, form, _written(session, held, form, author))
    if form == "redline":
        if not held.base:
            raise UnreadableDraft("there is no base text to write the departures into; choose one first")
        made = pipeline.redline(held.base, _unmarked(data, name), session, base_name=held.base_name, draft_name=name)
        return Delivery(f"{stem}.redline.docx", _WORD, made.data, made.left)
    if form == "stripped":
        bare = pipeline.strip(data, name=name)
        return Delivery(f"{stem}.stripped.docx", _WORD, bare.data, bare.left)
    if form == "reviewed":
        done = pipeline.apply_decisions(data, held.decisions, session, name=name, author=author, **options)
        return Delivery(f"{stem}.reviewed.docx", _WORD, done.data, done.left)
    held = _written_out(session, held)
    data, name = held.data, held.name
    done = pipeline.finish_decisions(data, held.decisions, session, name=name, author=author, **options)
    if form == "fixed":
        suffix = PurePath(name).suffix or ".txt"
        kind = _WORD if pipeline.is_word(data, name) else "text/plain; charset=utf-8"
        return Delivery(f"{stem}.fixed{suffix}", kind, done.data, done.left)
    text = pipeline.export(done.data, {"markdown": "md", "page": "html"}[form], session, name=name)
    return _text(stem, form, text, done.left)


def _text(stem: str, form: str, text: str, left: tuple[str, ...] = ()) -> Delivery:
    suffix, kind = _TEXTS[form]
    return Delivery(f"{stem}.{suffix}", kind, text.encode("utf-8", "surrogatepass"), left)


def _written(session: Session, held: Held, form: str, author: str) -> str:
    """Texts about the draft."""
    data, name = _unmarked(held.data, held.name), held.name
    if form == "decisions":
        digest = sha256(data).hexdigest()
        return pipeline.write_decisions(held.decisions, name=PurePath(name).name, sha256=digest, author=author)
    if form == "actions":
        return render_actions([(name, pipeline.actions(data, session, name=name))], "csv")
    if form == "citations":
        return render_citations([(name, pipeline.citations(data, session, name=name, profile=held.profile))], "csv")
    if form == "ready":
        return render_ready([_ready(session, held)])
    report = pipeline.lint(data, session, name=name, **_options(held.profile))
    cards = session.cards(session.config(name), examples=True)
    if form == "mailed":
        from resolint.web.mailing import mailed

        spoken = {one.rule for one in report.active}
        told = {card.id: card for card in cards if card.id in spoken}
        return mailed(
            render_sheet(report, session.words), told, name, sha256(data).hexdigest(), session.tables()["alarms"]
        )
    from resolint.pipeline.deciding import reported

    return render([reported(report, held.decisions)], "html" if form == "report" else form, cards=cards)


def preview(session: Session, text: str) -> str:
    """The page that a draft in Markdown becomes, as a fragment of HTML."""
    return render_document(pipeline.load(text.encode("utf-8", "replace"), session, name="draft.md"))


def word(session: Session, text: str, template: str = "") -> Delivery:
    """The Word file of a draft in Markdown, in the layout of its template if it has one. Raises ResolintError."""
    from resolint.pipeline import building

    data = text.encode("utf-8", "replace")
    if not template:
        return Delivery("draft.docx", _WORD, pipeline.build(data, session, name="draft.md"))
    document = pipeline.load(data, session, name="draft.md")
    return Delivery(
        "draft.docx", _WORD, building.build_word(document, building.layout_for(_template(template), document))
    )


def questions(session: Session, name: str, issued: bytes = b"", issued_name: str = "") -> dict[str, Any]:
    """The templates, or one of them with its questions and what is assumed. Raises ResolintError.

    ``issued`` is the draft that a revision starts from; of a template that needs one and has none only the title is told.
    """
    from resolint.pipeline import building

    if not name:
        known = [building.read_template(one) for one in building.template_names()]
        return {"templates": sorted(((one.name, one.title) for one in known), key=_rank)}
    chosen = _template(name)
    if chosen.source and not issued:
        return {"template": {"name": chosen.name, "title": chosen.title, "about": chosen.about}, "starts": True}
    today = session.today()
    rows = [
        {
            "key": one.key,
            "ask": one.ask,
            "help": one.help,
            "required": one.required and not one.of,
            "many": one.many,
            "choices": list(one.choices),
        }
        for one in chosen.questions
    ]
    assumed = {one.key: building.default(chosen, one.key, today) for one in chosen.questions if not one.of}
    if chosen.source:
        assumed |= building.source_answers(pipeline.load(issued, session, name=issued_name))
    return {"template": {"name": chosen.name, "title": chosen.title, "questions": rows}, "assumed": assumed}


def _rank(template: tuple[str, str]) -> tuple[bool, int, str]:
    """Principal organs before commissions and conferences, resolutions before other texts, English before other languages."""
    name, title = template
    begins = next((at for at, one in enumerate(_FIRST) if name.startswith(one)), len(_FIRST))
    return " in " in title, begins, title


def _template(name: str) -> Any:
    from resolint.pipeline import building

    if name not in building.template_names():
        raise UnreadableDraft(f"there is no template {name}")
    return building.read_template(name)


def made(session: Session, name: str, answers: Mapping[str, object], issued: bytes = b"", issued_name: str = "") -> str:
    """A draft in Markdown from a template and answers; ``issued`` is the draft that a revision starts from.

    Raises ResolintError that names the question.
    """
    from resolint.pipeline import building

    source = None
    if issued:
        source = pipeline.load(_unmarked(issued, issued_name), session, name=issued_name)
        answers = {**building.source_answers(source), **answers}
    return building.new_draft(_template(name), answers, source=source, today=session.today())
