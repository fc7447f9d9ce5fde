"""Checks on lists whose items begin unlike, do not go on from the words before them, are empty or stand there twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import english
from resolint.lexicon.organs import OF_PROFILE
from resolint.model import NOTE_MARK, Block, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context

_WORDS = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAD = ("inter", "alia", "where", "when", "as", "appropriate", "also", "further", "not", "fully", "in", "particular")
_NAMES = {
    "to": "“To” and a verb", "ing": "a verb in -ing", "base": "a verb without “to”", "that": "“That”",
    "noun": "a noun", "modal": "“shall” or “should”",
}  # fmt: skip
_NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "ship")
_ARTICLES = english.ARTICLES
_CLOSED = {
    "to": ("to",), "that": ("that",), "be": ("base",), "being": ("ing",), **dict.fromkeys(_ARTICLES, ("noun",)),
    **dict.fromkeys(("shall", "should", "will", "must"), ("modal",)), **dict.fromkeys(("is", "has", "does"), ("third",)),
    **dict.fromkeys(("are", "have", "do"), ("base",)), "can": ("base", "modal"), "no": ("noun",),
}  # fmt: skip
_DETERMINERS = english.DETERMINERS - {"our", "his", "her", "this", "no"}
_FEWEST = 3


class _Start(NamedTuple):
    """How an item begins: its first word with its place in the block, and the forms that it may be of, the likeliest first."""

    item: Clause
    start: int
    word: str
    forms: tuple[str, ...]


def _start(document: Document, item: Clause, classes: Classes) -> _Start:
    text = document.text(item.body)
    skipped = len(text) - len(text.lstrip(" \t\n\xa0*" + NOTE_MARK))
    words = list(_WORDS.finditer(text, skipped))
    if not words or words[0].start() != skipped:
        return _Start(item, item.body.start + skipped, "", ())
    first = words[0]
    at = 0
    while at < len(words) - 1 and (words[at][0].lower() in classes.adverbs or words[at][0].lower() in _LEAD):
        at += 1
    following = [word[0].lower() for word in words[at : at + 3]]
    return _Start(item, item.body.start + first.start(), first[0], _forms(following, classes))


def begins_with_verb(document: Document, item: Clause, classes: Classes) -> bool:
    """Whether an item surely begins with a verb in its base form."""
    return _start(document, item, classes).forms == ("base",)


_SHORTEST = 5
"""Shorter words in *-ing* are no gerunds: *king*, *thing*."""


def _forms(words: Sequence[str], classes: Classes) -> tuple[str, ...]:
    word, behind = words[0], words[1] if len(words) > 1 else ""
    if word in _CLOSED:
        return _CLOSED[word]
    if word in classes.ings:
        if behind in ("of", "and", "for"):
            return ("noun", "ing")
        return ("ing", "noun") if classes.is_noun(word) else ("ing",)
    if word.endswith(_NOMINAL) and behind in ("of", "and", "for", "in", "to"):
        return ("noun",)
    if word.endswith("ing") and behind in ("of", "and", "or") and word not in classes.bases:
        return ("noun", "ing")
    if word.endswith(_NOMINAL) and classes.is_noun(word) and word not in classes.bases:
        return ("noun",)
    if word in classes.pure and word not in classes.adjectives:
        return ("base",)
    if word in classes.bases and (
        behind in _DETERMINERS or (behind in classes.singulars and behind not in classes.thirds)
    ):
        return ("base",)
    if word in classes.bases:
        return ("base", "noun")
    if word in classes.thirds:
        return ("third", "noun")
    if word in classes.participles and (word not in classes.adjectives or behind in _BEHIND_PARTICIPLES):
        return ("participle",) if behind in _BEHIND_PARTICIPLES else ("noun", "participle")
    # A verb that no adopted text has in this form, as *reserving*; before its object it is no noun.
    gerund = word.endswith("ing") and len(word) > _SHORTEST and not classes.is_noun(word)
    return ("ing",) if gerund else ()


_BEHIND_PARTICIPLES = ("to", "by", "with", "from", "in", "on", "of", "for", "at")


def _lists(document: Document) -> Iterator[tuple[Clause, list[Clause]]]:
    for act in document.acts:
        for top in (*act.preamble, *act.operative):
            for clause in top.walk():
                items = [child for child in clause.children if child.number]
                if len(items) > 1 and len(items) == len(clause.children):
                    yield clause, items


@check("STR014")
def items_not_parallel(document: Document, context: Context) -> Iterator[Hit]:
    """A list all of whose items begin alike but for one that begins in another way."""
    classes = classes_of(context.lexicon)
    for _, items in _lists(document):
        if len(items) < _FEWEST:
            continue
        starts = [_start(document, item, classes) for item in items]
        yield from _unlike_word(document, starts)
        yield from _odd_infinitive(document, starts)
        usual, often = (
            Counter(form for start in starts for form in start.forms).most_common(1)[0]
            if any(start.forms for start in starts)
            else ("", 0)
        )
        others = [start for start in starts if start.word and usual not in start.forms]
        sure = sum(1 for start in starts if start.forms[:1] == (usual,))
        if usual not in _NAMES or len(others) != 1 or often + 1 != len(items) or sure < 1:
            continue
        odd = others[0]
        if (not odd.forms and usual not in ("to", "ing")) or (usual == "to" and odd.forms[:1] == ("base",)):
            continue  # STR034 puts “To”
        if usual in _led(document, odd, classes):
            continue
        block = document.block(odd.item.body.block)
        span = block.span(odd.start, odd.start + len(odd.word))
        told = bool(odd.forms) and len(odd.forms) == 1 and sure > 1
        yield Hit(span, {"form": _NAMES[usual]}, unsure=not told or {usual, odd.forms[0]} == {"ing", "noun"})


_SMALL = ("in", "by", "on", "for", "through", "with", "from", "whether", "how", "what", "that", "at", "when", "where")


def _unlike_word(document: Document, starts: Sequence[_Start]) -> Iterator[Hit]:
    """*In films; In lessons; Parliamentary debates*: the one item without the small word that the others begin with."""
    first, often = Counter(start.word.lower() for start in starts).most_common(1)[0]
    odd = [start for start in starts if start.word.lower() != first]
    if first not in _SMALL or first in _CLOSED or len(odd) != 1 or often < _OTHERS or odd[0].word.lower() in _SMALL:
        return
    block = document.block(odd[0].item.body.block)
    if odd[0].word and odd[0].word.lower() not in _PREPOSITIONS:
        span = block.span(odd[0].start, odd[0].start + len(odd[0].word))
        yield Hit(span, {"form": f"“{first.capitalize()}”"}, unsure=often < _OTHERS + 1)


def _odd_infinitive(document: Document, starts: Sequence[_Start]) -> Iterator[Hit]:
    """*Regular pay; To wear protective clothing; Safe accommodation*: one item with *To*, where no other can be a verb."""
    odd = [start for start in starts if start.word == "To"]
    others = [start for start in starts if start.word and start.word != "To"]
    if len(odd) != 1 or len(others) < _OTHERS or len(others) + 1 != len(starts):
        return
    if any({"base", "ing"} & {*start.forms} and "noun" not in start.forms for start in others):
        return
    if any(all(form in start.forms for start in others) for form in ("noun", "that")):
        return  # told with the others
    block = document.block(odd[0].item.body.block)
    yield Hit(block.span(odd[0].start, odd[0].start + 2), {"form": "a noun"}, unsure=True)


_OTHERS = 2
_PREPOSITIONS = (
    "notwithstanding",
    "pursuant",
    "during",
    "under",
    "within",
    "subject",
    "concerning",
    "regarding",
    "as",
    "to",
    "after",
    "before",
)
_ADVERBIAL = frozenset(
    ("in", "when", "where", "for", "by", "with", "on", "at", "after", "before", "during", "while", "upon", "as", "if")
)
_CLAUSE = 220
"""So many characters a clause before the words of an item may take."""


def _led(document: Document, start: _Start, classes: Classes) -> tuple[str, ...]:
    """The forms that the words of an item have behind a clause that says when or where: *When planning, to consult*."""
    if start.word.lower() not in _ADVERBIAL:
        return ()
    text = document.block(start.item.body.block).text[start.start : start.start + _CLAUSE]
    forms: list[str] = []
    for part in text.split(", ")[1:]:
        words = [word.lower() for word in _WORDS.findall(part)[:3]]
        forms += _forms(words, classes) if words else ()
    return tuple(forms)


_BEFORE_GERUND = lazy(r"\b(?:by|including by|through|means of|without|for the purpose of|such as by):\s*$")
_ASKED = lazy(
    r"^\W*(?:Also |Further )?(?:[Rr]equests|[Ii]nvites|[Uu]rges|[Ee]ncourages|[Cc]alls upon|[Aa]sks)\b[^:;]{3,200}"
    r"(?<!\bto)(?<!inter alia)(?<!inter alia,):\s*$"
)
_LEADS = lazy(
    r"\b(?:to|by|on|of|in|for|following|that|who|including|which|as follows|matters|measures|steps|areas|actions)\b"
    r"[^:]{0,25}:\s*$"
)


_LAST = lazy(r",?[ \xa0](?P<end>to|should|shall|must|may|can|will|would|that):\s*$")
_BEGUN = frozenset(("to", "should", "shall", "must", "may", "can", "will", "are", "is", "has", "have", "was", "were"))
"""Words with which an item goes on behind its subject: none may stand before the list as well."""


def _ends_wrongly(block: Block, begun: Sequence[str], classes: Classes) -> Iterator[Hit]:
    """*To:* before *To publish*, *should:* before *Are kept*, *that:* before *Holds a licence*."""
    match = _LAST.search(block.text, block.lead)
    if match is None or len(begun) < 2:
        return
    end = match["end"]
    verbs = [word in _BEGUN or word in classes.sure for word in begun]
    both = all(word == "to" for word in begun)
    if both if end == "to" else all(verbs) if end == "that" else sum(verbs) * 2 > len(begun):
        values = {"found": begun[0].capitalize(), "instead": f"the list without “{end}” before it"}
        yield Hit(block.span(match.start("end"), match.end("end")), values, unsure=True)


@check("STR055")
def items_unled(document: Document, context: Context) -> Iterator[Hit]:
    """*By:* before *Publish*, *Requests the Fund:* before *Publish*: items that the words before them do not lead to."""
    classes = classes_of(context.lexicon)
    for clause, items in _lists(document):
        block = document.block(clause.blocks[-1] if clause.blocks else clause.body.block)
        starts = [_start(document, item, classes) for item in items]
        yield from _ends_wrongly(block, [start.word.lower() for start in starts], classes)
        form = next((form for form in ("base", "to") if all(form in start.forms for start in starts)), "")
        if not form or not any(start.forms == (form,) for start in starts):
            continue
        lead = block.text[block.lead :]
        gerund = _BEFORE_GERUND.search(lead) is not None
        # *To ensure that lamps: (a) Can be opened*: behind *that* the items are what is said of the lamps.
        bare = form == "base" and " that " not in lead and _ASKED.search(lead) is not None and not _LEADS.search(lead)
        if not gerund and not bare:
            continue
        for start in starts:
            own = document.block(start.item.body.block)
            span = own.span(start.start, start.start + len(start.word))
            if form == "base":
                instead = (
                    classes.ing_of.get(start.word.lower(), "").capitalize() if gerund else f"To {start.word.lower()}"
                )
            else:
                instead = ""
            if not instead:
                yield Hit(span, {"found": start.word, "instead": "a verb in -ing"})
                continue
            fix = Fix(f"Write “{instead}”", (Edit(span, instead, start.word),), "suggest")
            yield Hit(span, {"found": start.word, "instead": f"“{instead}”"}, fix)


@check("STR056")
def item_twice(document: Document, context: Context) -> Iterator[Hit]:
    """An item that stands twice in one list, and one that holds nothing but its mark."""
    for _, items in _lists(document):
        seen: dict[str, str] = {}
        for item in items:
            words = document.text(item.body)
            key = " ".join(words.lower().split()).rstrip(" ;,.").removesuffix(" and").rstrip(" ;,")
            block = document.block(item.body.block)
            span = block.span(item.body.start, item.body.end)
            if not _WORDS.search(words) and not item.children:
                yield Hit(
                    span if words.strip() else block.span(0, len(block.text)), {"fault": "This item holds no words."}
                )
            elif len(key.split()) > 2 and key in seen and not item.children:
                yield Hit(span, {"fault": f"This item says the same as ({seen[key]})."})
            seen.setdefault(key, item.number)


_AND = lazy(r";[ \xa0](?P<and>and)[ \xa0]*$")


@check("STR058")
def and_misplaced(document: Document, context: Context) -> Iterator[Hit]:
    """A single *and* at the end of an item that is not the last but one."""
    for _, items in _lists(document):
        if len(items) < _FEWEST:
            continue
        ends = [document.block((item.blocks or (item.body.block,))[-1]) for item in items]
        found = [at for at, block in enumerate(ends[:-1]) if not items[at].children and _AND.search(block.text)]
        last = len(found) == 1 and found[0] == len(items) - 2
        if len(found) == 1 and not (last and OF_PROFILE.get(context.profile) == "SC"):
            block = ends[found[0]]
            match = _AND.search(block.text)
            if match is not None:
                span = block.span(match.start("and") - 1, match.end("and"))
                fix = Fix("Take out “and”", (Edit(span, "", document.text(span)),), "suggest")
                here = block.span(*match.span("and"))
                if last:
                    yield Hit(here, {"found": "and", "fault": "ends no item of a list here"}, fix, unsure=True)
                else:
                    yield Hit(
                        here, {"found": "and", "fault": "stands behind an item that is not the last but one"}, fix
                    )
