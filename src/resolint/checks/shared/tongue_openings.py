"""Openings of drafts in the other official languages that no table knows: slips, wrong forms of verbs, adverbs out of place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks.shared.tongues import Head, heads, scanned, tongue_of
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.tongues import Tongue, plain
from resolint.lexicon.verbs import finite_forms, first_word, wrong_forms
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.spelling.graph import WordGraph

__all__ = ["adverb_first", "near_openings", "unknown_openings"]

_SIGNS = lazy("[\u064b-\u0652\u0656-\u065f\u0670\u0640\u200b-\u200f]")
_ARABIC_ADVERBS = ("أيضا", "كذلك", "مجددا")
_TYPED = lazy("[^\\W\\d_\u0640]{1,30}(?:[\u064b-\u0652\u0640]{1,4}[^\\W\\d_\u0640]{0,30}){0,8}")
_PARTICLES = ("اذ", "واذ")
_SEEN, _SHORT_VERB = 80, 3
_ENDING = 2
_LONG, _LONGER = 5, 9
"""From so many letters on one letter may be wrong, or two, for a word to be taken for a slip of another."""


class _Near(NamedTuple):
    word: str
    end: int


def near_openings(tongue: Tongue, words: str, *, sure: bool = False) -> _Near | None:
    """The first word of a known opening that the first word of ``words`` is nearly, in its capitals, and where that ends.

    ``sure`` tells that there has to be one, so that a short word may be a slip as well.
    """
    start = _behind_lead(words, tongue) if tongue.code in ("ru", "ar") else 0
    word = first_word(words[start:])
    if start and tongue.says("we", words[start:]) is not None:
        return None
    known = tongue.lexicon.kept(_verbs_behind if start and tongue.code == "ar" else _first_words)
    # Arabic writes no short vowels, so that its words are shorter.
    if len(word) < _LONG - (tongue.code == "ar" and (sure or start > 0)) or tongue.code == "zh":
        return None
    folded = tongue.fold(word)[0]
    # A reflexive pronoun makes a short verb no longer.
    most = 2 if len(word) >= _LONGER + 3 * folded.startswith("se ") else 1
    best = min(
        ((_letters_apart(folded, other, most), other) for other in known if abs(len(other) - len(folded)) <= most),
        default=(most + 1, ""),
    )
    if not 0 < best[0] <= most or (tongue.code == "ar" and best[1][1:] == folded[1:]):
        # The first letter of an Arabic verb is its gender, which another rule looks at.
        return None
    right = known[best[1]]
    shown = right[:1].upper() + right[1:] if word[:1].isupper() else right
    return _Near(words[:start] + shown, start + len(word))


def _letters_apart(word: str, other: str, most: int) -> int:
    """How many letters are other ones; a letter that has moved within a word (*exorthe*) counts as one."""
    if sorted(word) == sorted(other) and word[0] == other[0] and OSA.distance(word, other, score_cutoff=2) <= 2:
        return min(1, OSA.distance(word, other))
    return int(OSA.distance(word, other, score_cutoff=most))


def _behind_lead(words: str, tongue: Tongue) -> int:
    """Where the words begin that follow a particle or a fixed adverb (*вновь*, *وإذ*)."""
    folded, places = tongue.fold(words)
    lead = tongue.says("lead", folded)
    end = lead.end() if lead is not None else 0
    while end and folded[end : end + 1] == " ":
        end += 1
    return places[end] if end < len(places) else 0


def _graph(lexicon: object) -> WordGraph:
    """The words of the language; Arabic and Chinese have none."""
    return WordGraph(getattr(lexicon.tables, "graph", b""))  # type: ignore[attr-defined]


def _is_word(typed: str, tongue: Tongue) -> bool:
    return tongue.lexicon.kept(_graph).knows(first_word(typed[_behind_lead(typed, tongue) :]).lower())


def _first_words(lexicon: object) -> Mapping[str, str]:
    """The first words of all openings, folded, as the tables write them."""
    tongue: Tongue = lexicon.kept(Tongue)  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    for row in tongue.lexicon.rows("openings"):
        word = first_word(row["phrase"])
        found.setdefault(tongue.fold(word)[0], word)
    return found


def _verbs_behind(lexicon: object) -> Mapping[str, str]:
    """The Arabic verbs behind the particle of the preamble in either gender; those of operative paragraphs stand there too."""
    tongue: Tongue = lexicon.kept(Tongue)  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    for row in tongue.lexicon.rows("openings"):
        folded, places = tongue.fold(row["phrase"])
        lead = tongue.says("lead", folded)
        word = first_word(row["phrase"][places[lead.end()] if lead is not None else 0 :])
        if word[:1] in ("ت", "ي"):
            for gender in "تي":
                found.setdefault(tongue.fold(gender + word[1:])[0], gender + word[1:])
    return found


def unknown_openings(document: Document, context: Context, role: str) -> Iterator[Hit]:
    """Paragraphs of one part whose opening no table knows: a slip of a known one, words that open no paragraph, or neither."""
    tongue = tongue_of(context)
    # Without an organ line numbered paragraphs may be of a report or an annex, where sentences open them.
    acts = {clause.body for act in document.acts if act.organ_line for clause in (*act.preamble, *act.operative)}
    for head in heads(document, context):
        if head.role == role and tongue.code == "ar":
            told = list(_slip_behind(head, tongue))
            yield from told
            if told:
                continue
        if head.role == role and head.opening is not None and tongue.code == "ar":
            yield from _other_alif(head, tongue)
        if head.role != role or head.opening is not None or not head.words.strip():
            continue
        word = first_word(head.words)
        form = tongue.fold(word)[0]
        if not word or form in tongue.lexicon.kept(wrong_forms) or _before(head, tongue) is not None:
            continue
        # In the preamble another rule tells of it; of the operative part it is the right form of a verb that is known.
        if form in finite_forms(tongue.lexicon):
            continue
        if tongue.says("wrong form", head.words) is not None:
            continue
        near = near_openings(tongue, head.words, sure=head.clause.body in acts)
        typed = head.words[: near.end] if near is not None else ""
        other = near is not None and typed[-_ENDING:] != near.word[-_ENDING:] and head.part in ("", role)
        # One organ is never in the plural: *Conscientes* is no form of its own.
        plural = near is not None and typed.rstrip("s") == near.word.rstrip("s")
        if other and not plural and _is_word(typed, tongue):
            near = None  # a form of its own, which the dictionary has
        if near is not None and typed != near.word:
            span = head.block.span(head.start, head.start + near.end)
            fix = Fix(f"write “{near.word}”", (Edit(span, near.word, typed),), "suggest")
            yield Hit(span, {"found": typed, "said": f"perhaps “{near.word}” is meant"}, fix, unsure=scanned(context))
            continue
        goes_on = tongue.small_goes_on and head.words[:1].islower()
        if head.part or goes_on or _sentence(document, head):
            continue
        bare = tongue.says("no opening", tongue.fold(head.words)[0])
        lead = _behind_lead(head.words, tongue) if tongue.code == "ru" else 0
        shown = lead + len(first_word(head.words[lead:])) if lead else len(word)
        end = bare.end() if bare is not None and bare.end() else shown
        said = "no verb that opens a paragraph" if bare is not None else "an opening that resolint does not know"
        span = head.block.span(head.start, head.start + end)
        yield Hit(
            span, {"found": head.words[:end].strip(), "said": said}, unsure=bare is None or head.clause.body not in acts
        )


def _slip_behind(head: Head, tongue: Tongue) -> Iterator[Hit]:
    """A slip in one word of an Arabic opening whose other words are right, or in a short verb behind the particle.

    No dictionary knows Arabic words, so the words around it have to speak for the opening.
    """
    typed = [(found[0], found.start(), found.end()) for found in _TYPED.finditer(head.words[:_SEEN])]
    folded = [tongue.fold(word)[0] for word, *_ in typed]
    known = head.opening.key.split(" ") if head.opening is not None else ()
    for right in tongue.lexicon.kept(_worded).get(folded[0] if folded else "", ()):
        at = _one_apart(folded, [tongue.fold(word)[0] for word in right]) if len(right) > len(known) else None
        if at is not None:
            word, start, end = typed[at]
            # An adverb may stand behind any verb.
            adverbs = [tongue.fold(one)[0] for one in tongue.patterns["sequence"].pattern.split("|")]
            alone = all(folded[place] in (*adverbs, *_PARTICLES) for place in range(len(right)) if place != at)
            yield _slip_hit(head, word, start, end, right[at], unsure=alone)
            return
    if head.opening is None and len(folded) > 1 and folded[0] in _PARTICLES and len(folded[1]) == _SHORT_VERB:
        verb = folded[1]
        near = [
            right
            for other, right in tongue.lexicon.kept(_verbs_behind).items()
            if other[1:] != verb[1:] and OSA.distance(other, verb, score_cutoff=1) == 1
        ]
        if verb[:1] in ("ت", "ي") and near:
            yield _slip_hit(head, *typed[1], near[0], unsure=True)


def _one_apart(folded: Sequence[str], right: Sequence[str]) -> int | None:
    """The place of the one word that is a slip of that of an opening, where another word than a particle is right."""
    if len(folded) < len(right):
        return None
    pairs = list(zip(folded, right, strict=False))
    apart = [at for at, (one, other) in enumerate(pairs) if one != other]
    same = [one for one, other in pairs if one == other and one not in _PARTICLES]
    if len(apart) != 1 or not same:
        return None
    one, other = pairs[apart[0]]
    longest = max(len(one), len(other))
    # The first letter of a verb is its gender; a preposition is no slip of another.
    gender = one[1:] == other[1:] and {one[:1], other[:1]} <= {"ت", "ي"}
    return apart[0] if longest > _SHORT_VERB and not gender and OSA.distance(one, other, score_cutoff=1) == 1 else None


def _slip_hit(head: Head, typed: str, start: int, end: int, right: str, *, unsure: bool) -> Hit:
    span = head.block.span(head.start + start, head.start + end)
    fix = Fix(f"write “{right}”", (Edit(span, right, typed),), "suggest")
    return Hit(span, {"found": typed, "said": f"perhaps “{right}” is meant"}, fix, unsure=unsure)


def _worded(lexicon: object) -> Mapping[str, Sequence[Sequence[str]]]:
    """The Arabic openings of several words, and those with an adverb behind their verb, by their first word as it is compared."""
    tongue: Tongue = lexicon.kept(Tongue)  # type: ignore[attr-defined]
    adverbs = tongue.patterns["sequence"].pattern.split("|") if "sequence" in tongue.patterns else ()
    found: dict[str, list[Sequence[str]]] = {}
    for row in tongue.lexicon.rows("openings"):
        words = _SIGNS.sub("", row["phrase"]).split(" ")
        verb = 1 + (tongue.fold(words[0])[0] in _PARTICLES)
        for rows in (words, *([*words[:verb], adverb] for adverb in adverbs if len(words) >= verb)):
            if len(rows) > 1:
                found.setdefault(tongue.fold(rows[0])[0], []).append(rows)
    return found


def _other_alif(head: Head, tongue: Tongue) -> Iterator[Hit]:
    """An Arabic opening that is known but for the hamza of an alif (*تاكيد*), or the dots of a final letter."""
    assert head.opening is not None
    typed = head.words[: head.opening.end]
    right = tongue.lexicon.kept(_phrases).get(head.opening.key, "")
    bare = _SIGNS.sub("", normalize("NFC", typed))
    # Adverbs stand between the words of the table: each word is held against those, and against the adverbs.
    meant = {tongue.fold(word)[0]: word for word in (*_ARABIC_ADVERBS, *right.split())}
    written = bare.split()
    right = " ".join(meant.get(tongue.fold(word)[0], word) for word in written) if right else ""
    if right and len(bare) == len(right) and bare != right:
        span = head.block.span(head.start, head.start + len(typed))
        fix = Fix(f"write “{right}”", (Edit(span, right, typed),), "suggest")
        yield Hit(span, {"found": typed, "said": f"perhaps “{right}” is meant"}, fix)


def _phrases(lexicon: object) -> Mapping[str, str]:
    """The openings as the table writes them, without vowel signs, by the way in which they are compared."""
    tongue: Tongue = lexicon.kept(Tongue)  # type: ignore[attr-defined]
    return {tongue.fold(row["phrase"])[0]: _SIGNS.sub("", row["phrase"]) for row in tongue.lexicon.rows("openings")}


def _sentence(document: Document, head: Head) -> bool:
    """Whether a paragraph is a whole sentence before others, as in arrangements for a meeting; it has no opening."""
    last = {act.operative[-1].body for act in document.acts if act.operative}
    return plain(document.text(head.clause.end_mark)) == "." and head.clause.body not in last


def adverb_first(document: Document, context: Context, role: str) -> Iterator[Hit]:
    """Paragraphs of one part with *also* or *further* on the wrong side of the verb."""
    tongue = tongue_of(context)
    for head in heads(document, context):
        if head.role == role:
            found = _after(head, tongue) if tongue.code == "zh" else _before(head, tongue)
            if found is not None:
                wrong, instead = found
                span = head.block.span(head.start, head.start + len(wrong))
                fix = Fix(f"write “{instead}”", (Edit(span, instead, wrong),), "suggest")
                yield Hit(span, {"found": wrong, "instead": instead}, fix)


def _before(head: Head, tongue: Tongue) -> tuple[str, str] | None:
    """An adverb in front of a verb that takes it behind."""
    folded, places = tongue.fold(head.words)
    adverb = tongue.says("adverb", folded)
    if adverb is None:
        return None
    rest = head.words[places[adverb.end()] :]
    # In Arabic the adverb may stand between the particle and the verb: the particle belongs to the verb.
    particle = _behind_lead(head.words, tongue) if tongue.code == "ar" else 0
    rest = head.words[:particle] + rest
    opening, part = tongue.opening(rest)
    verb = rest[: opening.end] if opening is not None else ""
    if not verb or part not in (head.role, "both"):
        return None
    words = verb.split(" ")
    count = 2 if words[0].lower() in ("se", "вновь", "особо") and len(words) > 1 else 1
    count = 2 if words[0] in ("إذ", "وإذ") and len(words) > 1 else count
    length = len(" ".join(words[:count])) - particle
    wrong = head.words[: places[adverb.end()] + length]
    said = head.words[particle : places[adverb.end()]].strip()
    said = said[:1].lower() + said[1:]
    verb = " ".join(words[:count])
    return wrong, f"{verb[:1].upper() + verb[1:] if head.words[:1].isupper() else verb} {said}"


def _after(head: Head, tongue: Tongue) -> tuple[str, str] | None:
    """A Chinese adverb behind the verb, which takes it in front."""
    if head.opening is None:
        return None
    rest = head.words[head.opening.end :]
    adverb = tongue.says("adverb", rest)
    if adverb is None:
        return None
    return head.words[: head.opening.end + adverb.end()], adverb[0] + head.words[: head.opening.end]
