"""Checks on what verbs take: an addressee and an infinitive, *that* and the bare form, a second verb in the same form."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import openings
from resolint.checks.shared.sentences import Sentence, plurals_of, sentences, swapped, verbs_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon
from resolint.model import Clause, Document
from resolint.rule import Context

_FAR = 14
"""An addressee is no longer than this many words."""
_NOUNS_TOO = frozenset(("support", "work", "access", "fund", "research", "share", "benefit"))
"""Verbs of the table that are nouns as well and cannot be counted."""
_BEGIN_GROUP = frozenset(
    ("a", "an", "the", "its", "their", "all", "any", "such", "this", "these", "those", "each", "every")
)
"""Words that begin what a verb acts on."""
_ENDS = frozenset(
    ("to", "that", "which", "who", "whose", "not", "for", "in", "on", "by", "with", "at", "from", "under", "when")
)


def _clauses(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, Sentence, int, str]]:
    """The preambular and operative paragraphs with the place of the first word behind the opening, and its verb."""
    by_block = {text.block.id: text for text in sentences(document)}
    for act in document.acts:
        for clause, head in openings(document, (*act.preamble, *act.operative), lexicon):
            text = by_block.get(head.block.id)
            if text is None:
                continue
            end = head.start + head.opening.end
            after = next((place for place, word in enumerate(text.words) if word.start() >= end), None)
            if after is not None:
                yield clause, text, after, head.opening.verb


@check("OPR026")
def infinitive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General submit*: an addressee followed by a verb without *to*."""
    asking, addressed = frozenset(context.options["verbs"]), frozenset(context.options["addressees"])
    verbs, nouns = verbs_of(context.lexicon), plurals_of(context.lexicon)
    for _, text, after, verb in _clauses(document, context.lexicon):
        if verb not in asking:
            continue
        for place in range(after, min(after + _FAR, len(text.words))):
            word, before = text.lower[place], text.at(place - 1)
            if word in _ENDS or (place > after and not text.joined[place]):
                break
            if place == after or before not in addressed or text.words[place][0][0].isupper():
                continue
            base = word if word in verbs.base else verbs.third.get(word, "")
            noun = word in nouns or word in _NOUNS_TOO
            if base and (text.at(place + 1) in _BEGIN_GROUP if noun else text.at(place + 1) not in ("to", "of", "and")):
                start, end = text.words[place].span()
                span, words = text.block.span(start, end), text.words[place][0]
                fix = Fix(f"Write “to {base}”", (Edit(span, f"to {base}", words),), "suggest")
                yield Hit(span, {"found": words, "instead": f"to {base}", "addressee": text.words[place - 1][0]}, fix)
                break


@check("OPR014")
def subjunctive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests that the Secretary-General submits*: a fact where something is asked for."""
    asking, addressed = frozenset(context.options["verbs"]), frozenset(context.options["addressees"])
    third = verbs_of(context.lexicon).third
    for text in sentences(document):
        for place, word in enumerate(text.lower):
            if word != "that" or text.at(place - 1) not in asking:
                continue
            for at in range(place + 2, min(place + _FAR, len(text.words))):
                if text.lower[at] in _ENDS or not text.joined[at]:
                    break
                base = third.get(text.lower[at], "")
                if base and text.lower[at - 1] in addressed and text.run(place, at):
                    yield swapped(text, at, base, before=text.words[place - 1][0])
                    break
