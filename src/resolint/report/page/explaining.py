"""The card of a rule as HTML: what it finds, why, what to write, on whose authority, and an example wrong and right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.regex import lazy
from resolint.report.page.cards import NAMES
from resolint.report.page.prose import prose
from resolint.report.page.text import plain
from resolint.report.spoken import Spoken
from resolint.rule import Card, Example

__all__ = ["render"]

_ITALIC = lazy(r"\*([^*\n]{1,300})\*")
_PARTS = ("What it finds", "Why it matters", "What to write")
_SURE = {"high": "nearly always right", "medium": "mostly right", "low": "often a matter of judgement"}


def render(
    card: Card,
    alarms: Sequence[Mapping[str, str]] = (),
    bodies: Sequence[tuple[str, str]] = (),
    more: str = "",
) -> str:
    """The card as a fragment of HTML; it needs prose and examples.

    ``alarms`` are the rows of the table of that name: how often rules speak in adopted texts. ``bodies`` says by body what is
    other there; ``more`` is the address of a page with all that is known. Headings are in the language of the card.
    """
    return "".join(_lines(card, alarms, bodies, more, Spoken(card.catalogue)))


def _adopted(card: Card, alarms: Sequence[Mapping[str, str]], say: Spoken) -> str:
    """How often adopted texts do what the rule is against; nothing is said of rules that could not be asked there."""
    by_rule = {row["rule"]: row for row in alarms}
    if "" not in by_rule or card.off or card.needs or card.bodies or (card.check == "code" and card.id not in by_rule):
        return ""
    every, own = int(by_rule[""]["texts"]), by_rule.get(card.id)
    if own is None:
        return say(f"None of {say.number(every)} adopted texts does it.")
    texts, times = int(own["texts"]), int(own["alarms"])
    counted = say.count(times, "time", grouped=True)
    return say(f"{say.number(texts)} of {say.number(every)} adopted texts do it, {counted} in all.")


def _lines(
    card: Card, alarms: Sequence[Mapping[str, str]], bodies: Sequence[tuple[str, str]], more: str, say: Spoken
) -> Iterator[str]:
    yield f'<h2 id="rule-name">{plain(card.id)} <span class="name">{plain(card.name)}</span></h2>\n'
    yield f'<p class="facts">{say(NAMES[card.severity])}{say(";")} {say(_SURE[card.confidence])}.</p>\n'
    reasons = card.reasons()
    for part in _PARTS:
        if part in reasons:
            yield f"<h3>{say(part)}</h3>\n{prose(reasons[part])}"
    bad = next((one for one in card.examples if one.kind == "bad"), None)
    if bad is not None:
        yield f'<h3>{say("Wrong")}</h3>\n<div class="example wrong">{_marked(bad, say)}</div>\n'
        right = _right(card, bad)
        if right:
            yield f'<h3>{say("Right")}</h3>\n<div class="example right">{right}</div>\n'
    if said := _adopted(card, alarms, say):
        yield f"<h3>{say('In adopted texts')}</h3>\n<p>{said}</p>\n"
    if bodies:
        rows = "".join(f"<dt>{plain(body)}</dt><dd>{plain(words)}</dd>" for body, words in bodies)
        yield f'<h3>{say("Where it is otherwise")}</h3>\n<dl class="bodies">{rows}</dl>\n'
    if card.authority:
        said = card.authority.rstrip(".")
        yield f'<h3>{say("Authority")}</h3>\n<p class="authority">{plain(said[:1].upper() + said[1:])}.</p>\n'
    if more:
        yield f'<p><a href="{more}" target="_blank">{say(f"{card.id} in the handbook")}</a></p>\n'


def _marked(example: Example, say: Spoken) -> str:
    """The paragraphs of a bad example that hold what is marked, with the words marked."""
    out = []
    gap = f'<span class="gap" aria-label="{say("missing here")}">⌃</span>'
    for start, end in _paragraphs(example.source):
        inside = [(max(a, start), min(b, end)) for a, b in example.marked if a <= end and b >= start]
        if not inside:
            continue
        at, text = start, ""
        for first, last in inside:
            if first < at:
                continue
            words = _words(example.source[first:last]) or gap
            text += _words(example.source[at:first]) + f"<mark>{words}</mark>"
            at = last
        out.append(f"<p>{text}{_words(example.source[at:end])}</p>")
    return "".join(out[:3])


def _right(card: Card, bad: Example) -> str:
    """The paragraphs of the fixed example, else of a good one, that the bad one does not have."""
    known = {bad.source[start:end] for start, end in _paragraphs(bad.source)}
    kinds = {example.kind: example for example in reversed(card.examples)}
    right = kinds.get("fixed") or kinds.get("good")
    if right is None:
        return ""
    found = (right.source[start:end] for start, end in _paragraphs(right.source))
    return "".join(f"<p>{_words(text)}</p>" for text in [one for one in found if one not in known][:3])


def _words(text: str) -> str:
    """Words of the notation as HTML, italics as italics."""
    return _ITALIC.sub(r"<i>\1</i>", plain(text))


def _paragraphs(source: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph of an example begins and ends; each line of front matter is one."""
    at = 0
    for part in source.split("\n\n"):
        if part.startswith("+++"):
            line = at
            for words in part.split("\n"):
                if words.strip("+ "):
                    yield line, line + len(words)
                line += len(words) + 1
        elif part.strip():
            yield at, at + len(part.rstrip("\n"))
        at += len(part) + 2
