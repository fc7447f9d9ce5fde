"""The handbook: a page for each rule in the order of a resolution, an annotated resolution, search, all in one for printing.

Every page is a pure function of cards, tables and profiles, so that whoever serves pages can give the same ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resolint.lexicon import TableRow
from resolint.model import NOTE_MARK, Document
from resolint.profile import Profile
from resolint.report.page.prose import prose
from resolint.report.page.sheet import Article
from resolint.report.page.text import Pin, plain
from resolint.rule import Card
from resolint.teach.elements import Element, elements, spots
from resolint.teach.facts import Facts, Pair, facts, pairs
from resolint.teach.planting import blocks_of
from resolint.teach.showing import as_html, emphasized, spoken
from resolint.teach.site import SCRIPT, STYLE, frame, single

__all__ = ["Handbook", "rule_alone"]

_WHOLE = ("preambular", "operative", "subparagraph")
_PROSE = ("What it finds", "Why it matters", "What to write")
_SEVERITY = {
    "error": "error: a secretariat would mend it",
    "warning": "warning: mend it unless you have a reason",
    "info": "information: worth a look",
}


@dataclass(frozen=True)
class Handbook:
    """All that the pages are made of. ``read`` gives the examples of a card, read, by the line of their fence.

    ``families`` are the rows of the table that names families, in the order in which a resolution meets them; ``example`` is
    the resolution that is annotated. ``home`` leads from a page to the folder of a server that gives these pages among
    others; it is empty where the handbook stands alone.
    """

    cards: Sequence[Card]
    profiles: Sequence[Profile]
    families: Sequence[TableRow]
    keeping: Sequence[TableRow]
    elements: Sequence[TableRow]
    read: Mapping[str, Mapping[int, Document]]
    example: Document
    home: str = ""

    def files(self) -> dict[str, str]:
        """The files of the site by name."""
        names = (*self._made(), *(f"{card.id}.html" for card in self.cards))
        return {name: text for name in names if (text := self.file(name)) is not None}

    def file(self, name: str) -> str | None:
        """One file of the site, None where there is no such file."""
        if name in (made := self._made()):
            return made[name]()
        card = next((card for card in self.cards if name == f"{card.id}.html"), None)
        return None if card is None else self.rule(card)

    def _made(self) -> Mapping[str, Callable[[], str]]:
        """The files that are no page of a rule, and what makes them."""
        return {
            "style.css": lambda: STYLE,
            "search.js": self.index,
            "index.html": self.contents,
            "annotated.html": self.annotated,
            "all.html": self.whole,
        }

    def _frame(self, title: str, body: str, scripts: str = "") -> str:
        return frame(title, body, scripts, self.home)

    def chapters(self) -> Iterator[tuple[str, str, list[Card]]]:
        """Code, title and cards of each family, in the order of a resolution."""
        for row in self.families:
            cards = [card for card in self.cards if card.family == row["code"]]
            if cards:
                yield row["code"], row["title"], cards

    def order(self) -> list[Card]:
        """The cards in the order of the chapters."""
        places = {row["code"]: at for at, row in enumerate(self.families)}
        return sorted(self.cards, key=lambda card: (places.get(card.family, len(places)), card.id))

    def index(self) -> str:
        """The script of the search with what it looks through."""
        rows = [[card.id, card.name, _flat(card.prose.get(_PROSE[0], ""))] for card in self.order()]
        data = json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c")
        return f"window.RULES = {data};\n{SCRIPT}"

    def contents(self) -> str:
        """The first page: search, chapters, rules."""
        body = [
            "<h1>Handbook of drafting conventions</h1>\n",
            f"<p>{len(self.cards)} conventions for draft resolutions, in the order in which a resolution meets them. Each page "
            "shows what is wrong beside what is right, says why, and names the authority. "
            '<a href="annotated.html">The annotated resolution</a> leads to them from the text.</p>\n',
            '<label class="search" for="search">Search the conventions'
            '<input id="search" type="search" autocomplete="off"></label>\n'
            '<p id="told" class="soft" role="status"></p>\n<ul id="hits" class="hits"></ul>\n',
        ]
        for code, title, cards in self.chapters():
            items = "".join(f'<li><a href="{card.id}.html">{_called(card)}</a> {_id(card)}</li>' for card in cards)
            body.append(f'<h2 id="{code}">{plain(title)}</h2>\n<ul class="rules">{items}</ul>\n')
        return self._frame("Handbook of drafting conventions", "".join(body), '<script src="search.js"></script>\n')

    def rule(self, card: Card) -> str:
        """The page of a rule."""
        row = self.order()
        at = next(at for at, one in enumerate(row) if one.id == card.id)
        steps = ""
        if at:
            steps += f'<a rel="prev" href="{row[at - 1].id}.html">← {_called(row[at - 1])}</a>'
        if at + 1 < len(row):
            steps += f'<a rel="next" href="{row[at + 1].id}.html">{_called(row[at + 1])} →</a>'
        return self._frame(
            f"{_called(card)} ({card.id})",
            f'{self.article(card)}<nav class="steps" aria-label="Rules beside this one">{steps}</nav>\n',
        )

    def article(self, card: Card, *, ids: bool = True) -> str:
        """What is said of a rule."""
        known = facts(card, self.cards, self.profiles, self.keeping)
        return explained(card, known, list(pairs(card, self.read[card.id])), self.read[card.id], linked=ids)

    def whole(self) -> str:
        """All rules in one page, for printing."""
        parts = ['<h1>Drafting conventions</h1>\n<div class="contents">\n']
        for _, title, cards in self.chapters():
            items = "".join(f"<li>{_called(card)} {_id(card)}</li>" for card in cards)
            parts.append(f'<p><b>{plain(title)}</b></p>\n<ul class="rules">{items}</ul>\n')
        parts.append('</div>\n<div class="book">\n')
        for _, title, cards in self.chapters():
            parts.append(f"<h2>{plain(title)}</h2>\n")
            parts += [_lower(self.article(card, ids=False)) for card in cards]
        return self._frame("Drafting conventions, for printing", "".join(parts) + "</div>\n")

    def annotated(self) -> str:
        """The resolution in which everything can be pointed at."""
        known = elements(self.elements)
        article, seen = pointed(self.example, known)
        aside = "".join(_element(known[key]) for key in known if key in seen)
        body = (
            "<h1>Annotated resolution</h1>\n<p>Point at any part of this invented resolution, or follow it with the Tab key: "
            "what it is and which conventions are about it stands beside it.</p>\n"
            f'<div class="sheet">\n{article}<aside aria-label="Elements">\n{aside}</aside>\n</div>\n'
        )
        return self._frame("Annotated resolution", body)


def _lower(article: str) -> str:
    """An article whose headings stand below that of a chapter."""
    for old, new in (("h2>", "h4>"), ("h1>", "h3>")):
        article = article.replace(f"<{old}", f"<{new}").replace(f"</{old}", f"</{new}")
    return article


def pointed(document: Document, known: Mapping[str, Element], prefix: str = "el-") -> tuple[str, set[str]]:
    """The draft with a link on every element, and the elements that it has."""
    pins: dict[str, list[Pin]] = {}
    seen: set[str] = set()
    for key, span in sorted(spots(document), key=lambda spot: (spot.span.block, spot.span.start, -spot.span.end)):
        element = known.get(key)
        if element is None:
            continue
        seen.add(key)
        before = f'<a class="el" href="#{prefix}{key}" title="{plain(element.name)}">'
        start, end = _pointing(document.block(span.block).text, key, span.start, span.end)
        if start < end:
            pins.setdefault(span.block, []).append(Pin(start, end, before, "</a>"))
    clean = {block: _apart(row) for block, row in pins.items()}
    return "".join(Article(document, clean, top=2, links=False).lines()), seen


def _pointing(text: str, key: str, start: int, end: int) -> tuple[int, int]:
    """Which characters of an element lead to what it is.

    Of a paragraph it is the last word, because its opening and references lead to what these are; of the mark of a note, which
    is a link already, the character before it.
    """
    if key == "note":
        return max(start - 1, 0), start
    mark = text.find(NOTE_MARK, start, end)
    if mark >= 0:
        end = mark
    if key in _WHOLE:
        end = min(end, len(text.rstrip()))
        start = max(start, text.rfind(" ", start, end) + 1)
    return start, end


def _apart(row: Sequence[Pin]) -> list[Pin]:
    """Pins that do not overlap: a link cannot stand in a link."""
    kept: list[Pin] = []
    for pin in sorted(row, key=lambda pin: (pin.end - pin.start, pin.start)):
        if all(pin.end <= other.start or pin.start >= other.end for other in kept):
            kept.append(pin)
    return sorted(kept, key=lambda pin: pin.start)


def _element(element: Element) -> str:
    links = " ".join(f'<a href="{rule}.html">{rule}</a>' for rule in element.rules)
    words = f"<h3>{plain(element.name)}</h3><p>{plain(element.about)}</p><p>{links}</p>"
    return f'<section id="el-{element.key}" tabindex="-1">{words}</section>\n'


def rule_alone(card: Card, known: Facts, beside: Sequence[Pair], read: Mapping[int, Document]) -> str:
    """The page of one rule that stands alone."""
    return single(f"{_called(card)} ({card.id})", explained(card, known, beside, read, linked=False))


def explained(card: Card, known: Facts, beside: Sequence[Pair], read: Mapping[int, Document], *, linked: bool) -> str:
    """All that is said of a rule, as an article."""
    return f"<article>\n{''.join(_parts(card, known, beside, read, linked))}</article>\n"


def _parts(
    card: Card, known: Facts, beside: Sequence[Pair], read: Mapping[int, Document], linked: bool
) -> Iterator[str]:
    yield f"<h1>{_called(card)}</h1>\n"
    chips = [f"{card.id} {card.name}", _SEVERITY[card.severity], f"{card.confidence} confidence"]
    if card.bodies:
        chips.append(f"only for {', '.join(card.bodies)}")
    chips += [f"{word} {day}" for word, day in (("since", card.since), ("until", card.until)) if day]
    yield "<p>" + "".join(f'<span class="chip">{plain(chip)}</span>' for chip in chips) + "</p>\n"
    if card.off:
        yield f"<p>Off unless somebody switches it on: {plain(card.off)}</p>\n"
    yield prose(card.prose.get(_PROSE[0], ""))
    if beside:
        yield "<h2>Wrong and right</h2>\n" + "".join(_pair(pair) for pair in beside)
    for title in _PROSE[1:]:
        if title in card.prose:
            yield f"<h2>{title}</h2>\n{prose(card.prose[title])}"
    good = [example for example in card.examples if example.kind == "good"]
    if good:
        yield "<h2>Right as it is</h2>\n" + "".join(_good(read[example.line]) for example in good)
    yield f"<h2>Authority</h2>\n<p>{plain(_sentence(card.authority))}</p>\n"
    if known.texts:
        yield f"<p>{_keeping(known)}</p>\n"
    if known.bodies:
        rows = "".join(
            f'<tr><th scope="row">{plain(title)}</th><td>{plain(words)}</td></tr>' for title, words in known.bodies
        )
        # In the book of all rules each region has a name of its own.
        region = f'<div class="scroll" tabindex="0" role="region" aria-label="{card.id}: where it is otherwise">'
        yield f"<h2>Where it is otherwise</h2>\n{region}<table><tbody>{rows}</tbody></table></div>\n"
    if known.near:
        items = [_called(one) for one in known.near]
        if linked:
            items = [f'<a href="{one.id}.html">{item}</a>' for one, item in zip(known.near, items, strict=True)]
        rows = "".join(f"<li>{item} {_id(one)}</li>" for one, item in zip(known.near, items, strict=True))
        yield f"<h2>Related</h2>\n<ul>{rows}</ul>\n"


def _called(card: Card) -> str:
    """The name of a rule as a reader reads it."""
    return plain(card.name.replace("-", " ").capitalize())


def _id(card: Card) -> str:
    return f'<span class="id">{card.id}</span>'


def _keeping(known: Facts) -> str:
    share = 100 * known.keeping / known.texts
    shown = "all" if known.keeping == known.texts else f"{known.keeping:,}"
    return f"Of {known.texts:,} adopted texts on which it was tried, {shown} keep it ({share:.1f} per cent)."


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _pair(pair: Pair) -> str:
    where = f" ({plain(pair.profile)})" if pair.profile else ""
    before, after = _around(pair.language)
    right = (
        f"{before}{as_html(pair.right)}{after}" if pair.right else '<span class="soft">See below what to write.</span>'
    )
    wrong = (
        f"{before}{as_html(pair.wrong)}{after}" if pair.wrong else '<span class="soft">The paragraph is missing.</span>'
    )
    return (
        f'<div class="pairs"><div class="wrong"><span class="tag">✗ Not so{where}</span>{wrong}</div>'
        f'<div class="right"><span class="tag">✓ But so</span>{right}</div></div>\n'
    )


def _around(language: str) -> tuple[str, str]:
    """What stands before and behind words of an example, so that readers and browsers know the language."""
    said = spoken(language)
    return (f"<div{said}>", "</div>") if said else ("", "")


def _good(document: Document) -> str:
    lines = [as_html(emphasized(block)) for block in blocks_of(document) if block.text.strip()]
    return f'<div class="good"{spoken(document.language)}>' + "".join(f"<p>{line}</p>" for line in lines) + "</div>\n"


def _flat(text: str) -> str:
    return " ".join(text.replace("*", "").replace("`", "").split())
