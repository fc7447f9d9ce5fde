"""A draft taken apart: its elements, the ladder of its verbs, and which ground carries which action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from resolint import structure
from resolint.actions import actions
from resolint.checks.shared.counts import body_words
from resolint.comparison.strength import Strengths
from resolint.lexicon import Lexicon, TableRow
from resolint.model import Clause, Document
from resolint.regex import lazy
from resolint.report.lengths import beside_adopted
from resolint.report.page.sheet import title_of
from resolint.report.page.text import plain
from resolint.teach.elements import Element, elements
from resolint.teach.handbook import pointed
from resolint.teach.site import single

__all__ = ["page"]

_WORD = lazy(r"[^\W\d_]{5,40}")
_COMMON = 0.34
"""A word in more than this share of the paragraphs tells nothing of what belongs together."""
_USUAL = 0.5
"""Nor does a word in more than this share of all adopted texts."""
_CONCERN = "censure"
"""The scale of openings that say what is wrong: *Concerned*, *Regretting*, *Condemning*."""
_SHOWN = 5


def page(
    document: Document,
    lexicon: Lexicon,
    rows: Sequence[TableRow],
    body: str = "",
    lengths: Sequence[TableRow] = (),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page of a draft taken apart.

    ``body`` is the profile that it is held to, ``lengths`` the rows of the table of that name, ``titles`` those of profiles.
    """
    known = elements(rows, italics=_in_italics(document))
    article, seen = pointed(document, known)
    title = title_of(document)
    aside = "".join(_element(known[key]) for key in known if key in seen)
    parts = [
        f"<h1>Anatomy of a draft: {plain(title)}</h1>\n{_counts(document)}{_beside(document, body, lengths, titles)}",
        f'<h2>The draft</h2>\n<div class="sheet">\n{article}<aside aria-label="Elements">\n{aside}</aside>\n</div>\n',
        *_asked(document, lexicon),
        *_ladder(document, lexicon),
        *_grounds(document, lexicon),
    ]
    return single(f"Anatomy: {title}", "".join(parts))


def _in_italics(document: Document) -> bool:
    """Whether the draft sets its openings in italics, as far as it marks them at all."""
    marked = {
        mark.kind
        for act in document.acts
        for clause in (*act.preamble, *act.operative)
        if clause.opener is not None
        for mark in document.block(clause.opener.block).marks
        if mark.start < clause.opener.end and mark.end > clause.opener.start
    }
    return "italic" in marked or not marked & {"underline", "bold"}


def _element(element: Element) -> str:
    rules = f'<p class="soft">{plain(", ".join(element.rules))}</p>' if element.rules else ""
    words = f"<h3>{plain(element.name)}</h3><p>{plain(element.about)}</p>{rules}"
    return f'<section id="el-{element.key}" tabindex="-1">{words}</section>\n'


def _counts(document: Document) -> str:
    preamble = [clause for act in document.acts for clause in act.preamble]
    operative = [clause for act in document.acts for clause in act.operative]
    words = [len(_words_of(document, clause)) for clause in (*preamble, *operative)]
    longest = max(words, default=0)
    noun = "paragraph" if len(operative) == 1 else "paragraphs"
    return (
        f"<p>{len(preamble)} preambular and {len(operative)} operative {noun}, {sum(words):,} words; the longest paragraph has "
        f"{longest:,}.</p>\n"
    )


def _beside(document: Document, body: str, lengths: Sequence[TableRow], titles: Mapping[str, str]) -> str:
    """The length of the draft beside that of adopted texts of its body, or of the body that adopted most where its own has none."""
    most = max(lengths, key=lambda row: int(row["texts"]), default=None)
    if most is None:
        return ""
    counted = body if any(row["body"] == body for row in lengths) else most["body"]
    named = (
        ""
        if counted == body
        else f" of the {titles.get(counted, counted)} (none were counted for this draft’s own body)"
    )
    words = body_words(document)
    paragraphs = sum(len(act.preamble) + len(act.operative) for act in document.acts)
    in_words, in_paragraphs = (
        beside_adopted(count, counted, lengths, unit) for count, unit in ((words, "words"), (paragraphs, "paragraphs"))
    )
    return (
        f"<p>Beside adopted texts{plain(named)}, the draft with its {words:,} words is {in_words}. Counted by paragraphs, it is "
        f"{in_paragraphs}. No limit follows from that.</p>\n"
    )


def _words_of(document: Document, clause: Clause) -> list[str]:
    return " ".join(document.block(block).text for one in clause.walk() for block in one.blocks).split()


def _region(name: str) -> str:
    """The beginning of a stretch that scrolls sideways on a narrow screen."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{plain(name)}">'


def _asked(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """Who is asked to do what by when."""
    rows = actions(document, lexicon)
    if not rows:
        return
    yield "<h2>What is asked of whom</h2>\n"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Whom", "How", "What", "By when", "Place"))
    yield f"{_region('What is asked of whom')}<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in rows:
        how = f"<i>{plain(row.verb)}</i>, {plain(row.strength)}"
        report = " (a report)" if row.reports else ""
        cells = "".join(
            f"<td>{cell}</td>" for cell in (how, plain(row.task + report), plain(row.deadline), plain(row.where))
        )
        yield f'<tr><th scope="row">{plain(row.addressee) or "nobody named"}</th>{cells}</tr>'
    yield "</tbody></table></div>\n"


def _ladder(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """The verbs of the operative part by strength, the strongest first."""
    strengths = lexicon.kept(Strengths)
    steps: list[tuple[str, float, str, str]] = []
    for act in document.acts:
        for clause in act.operative:
            found = _ranked(document, clause, strengths)
            if found is not None and clause.opener is not None:
                steps.append((*found, document.text(clause.opener), structure.where(document, clause.body)))
    if not steps:
        return
    yield "<h2>The ladder of verbs</h2>\n<p>By the scales that delegates read into verbs; on one scale, higher is stronger.</p>\n"
    for scale in dict.fromkeys(step[0] for step in steps):
        rows = sorted((step for step in steps if step[0] == scale), key=lambda step: -step[1])
        most = max(row[1] for row in rows) or 1
        yield f"<h3>{plain(scale.capitalize())}</h3>\n{_region(scale)}<table><tbody>"
        for _, rank, opener, where in rows:
            bar = "▇" * max(1, round(10 * rank / most))
            yield (
                f'<tr><th scope="row"><i>{plain(opener)}</i></th><td><span aria-hidden="true">{bar}</span> {rank:g}</td>'
                f"<td>{plain(where)}</td></tr>"
            )
        yield "</tbody></table></div>\n"


def _ranked(document: Document, clause: Clause, strengths: Strengths) -> tuple[str, float] | None:
    """The scale that the opening of a paragraph stands on, and how high."""
    if clause.opener is None:
        return None
    after = document.block(clause.opener.block).text[clause.opener.end :].split()[:4]
    found = strengths.find(document.text(clause.opener), " ".join(after))
    return None if found is None else found[:2]


def _grounds(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """Which preambular paragraph shares words with which operative one."""
    grounds = [clause for act in document.acts for clause in act.preamble]
    actions = [clause for act in document.acts for clause in act.operative]
    if not grounds or not actions:
        return
    terms = {clause: _terms(document, clause) for clause in (*grounds, *actions)}
    many = [term for found in terms.values() for term in found]
    limit = max(2, _COMMON * len(terms))
    telling = {term for term in set(many) if many.count(term) <= limit} - _usual(lexicon)
    yield "<h2>Grounds and actions</h2>\n<p>Paragraphs that share words which are not in every other paragraph.</p>\n"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Ground", "Actions", "Shared words"))
    yield f"{_region('Grounds and actions')}<table><thead><tr>{heads}</tr></thead><tbody>"
    carried: set[Clause] = set()
    strengths = lexicon.kept(Strengths)
    for ground in grounds:
        found = [(action, terms[ground].keys() & terms[action].keys() & telling) for action in actions]
        found = [(action, shared) for action, shared in found if shared]
        carried.update(action for action, _ in found)
        names = ", ".join(structure.where(document, action.body) for action, _ in found)
        words = ", ".join(sorted({terms[ground][word] for _, shared in found for word in shared})[:_SHOWN])
        where = plain(structure.where(document, ground.body))
        scale, _ = _ranked(document, ground, strengths) or ("", 0)
        told = plain(names) or ("<em>none: a concern without action</em>" if scale == _CONCERN else "none")
        yield f'<tr><th scope="row">{where}</th><td>{told}</td><td>{plain(words)}</td></tr>'
    yield "</tbody></table></div>\n"
    alone = [structure.where(document, action.body) for action in actions if action not in carried]
    if alone:
        yield f"<p>Actions without a ground in the preamble: {plain(', '.join(alone))}.</p>\n"


def _usual(lexicon: Lexicon) -> frozenset[str]:
    """The words, as ``_terms`` writes them, that adopted texts have whatever they are about."""
    rows = lexicon.rows("word-counts")
    most = max((int(row["texts"]) for row in rows), default=0)
    return frozenset(row["word"].rstrip("s") for row in rows if int(row["texts"]) > _USUAL * most)


def _terms(document: Document, clause: Clause) -> dict[str, str]:
    """The longer words of a paragraph, without its opening: what they are compared by, and as the paragraph writes them."""
    texts = []
    for one in clause.walk():
        for block in one.blocks:
            text = document.block(block).text
            if one.opener is not None and one.opener.block == block:
                text = text[one.opener.end :]
            texts.append(text)
    words = (word.lower() for word in _WORD.findall(" ".join(texts)))
    return {word.rstrip("s"): word for word in words}
