"""Words that stand in another form than their neighbours ask for, found once for all rules of the family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from resolint.attested.counts import Counts
from resolint.attested.words import Row
from resolint.checks.grm.forms import BARE, DETERMINERS, ING, PARTICIPLE, PAST, WITH_S, Paradigm, Token, Tokens
from resolint.checks.grm.neighbours import behind_of, far, near, place_of
from resolint.checks.grm.rightly import rightly
from resolint.checks.grm.surety import Surety, around, contrast, known_share, surety_of
from resolint.checks.grm.telling import rule_of
from resolint.checks.grm.weights import STEP, opened, scores, total
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.running import running
from resolint.checks.shared.texts import word_list
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.shared import per_document_with

__all__ = [
    "LEAST_BETTER", "Doubt", "Known", "as_good", "best", "doubts", "doubts_of", "figures", "fitting", "group", "known_of",
    "pasts_of", "places", "tokens_in", "tokens_of",
]  # fmt: skip

_ROW = "grammar by weights"
"""What this takes is shared by the rules of the family, and told apart from them."""
_SHORTEST = 6
"""A shorter paragraph says too little."""
_PLAIN = 1
"""Where the words right beside it ask for the form that is written by so many units, nothing else is asked."""
_HEARD = 20
"""So often must adopted texts write a word to judge its forms."""
_STARTS = (b"<s> ", b". ")
_COUNTED = 12
"""Higher numbers are written in figures."""
_BITS = (1, 2, 4, 8, 16)
_ONE_OF = (crc32(b"a"), crc32(b"an"))
_SETTLING = ("b", "h", "m")
"""What stands before a verb that has one form there: *be*, *have*, a modal verb."""
_WITH_OR_OF = (crc32(b"with"), crc32(b"of"))
"""The words as tokens count them."""
_AGREEING = ("be", "have", "do", "this", "its", "it", "itself", "who")
"""Classes that agree with words far off: they are asked however often adopted texts write them between these neighbours."""
_CLOSED = (*_AGREEING, "many", "few", "fewer", "than")
_SAME_TENSE = {"is": "are", "are": "is", "was": "were", "were": "was"}


class Limit(NamedTuple):
    """What the score of another form must exceed: for a warning, and for an info; the rule that tells of it."""

    rule: str
    warning: float
    info: float


class Limits:
    """The limits of the table, read where they are asked for: a draft asks for few of two thousand."""

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self._rows = dict(rows)

    def get(self, kind: str, before: str, behind: str, found: int, instead: int) -> Limit | None:
        """The limit for a form found and the one that fits, by the class of the word and what stands around it."""
        row = self._rows.get((kind, before, behind, str(found), str(instead)))
        return None if row is None else Limit(row[0], float(row[1]), float(row[2]))


class Known(NamedTuple):
    """What the search needs: what words are, the weights, the limits, the counts."""

    tokens: Tokens
    rows: Sequence[int]
    limits: Limits
    counts: Counts | None
    surety: Surety | None


class Doubt(NamedTuple):
    """A word at ``place`` of a row that should perhaps be written ``instead``; ``score`` is how much better that fits.

    ``settled`` tells of a verb whose form the auxiliary before it settles, however seldom adopted texts write the verb.
    """

    rule: str
    place: int
    found: str
    instead: str
    score: float
    firm: bool
    settled: bool


@per_lexicon
def known_of(lexicon: Lexicon) -> Known | None:
    """What is known of the forms of words; None where there are no weights."""
    rows = opened(getattr(lexicon.tables, "forms", b""))
    if rows is None:
        return None
    keys = lexicon.columns("form-limits", "class", "before", "behind", "found", "instead")
    limits = Limits(zip(keys, lexicon.columns("form-limits", "rule", "warning", "info"), strict=True))
    return Known(tokens_of(lexicon), rows, limits, counts_of(lexicon), surety_of(lexicon).get("form"))


@per_lexicon
def tokens_of(lexicon: Lexicon) -> Tokens:
    """What the words of the language are to their neighbours."""
    irregular = lexicon.columns("irregular-verbs", "verb", "past", "participle")
    return Tokens(
        classes_of(lexicon),
        ((verb, past, done) for verb, past, done in irregular),
        lexicon.column("numbers", "cardinal")[:_COUNTED],
        word_list(lexicon).knows,
    )


def tokens_in(words: Sequence[bytes], tokens: Tokens) -> list[Token]:
    """What the words of a row are, with one more token before the first; a capital after a full stop means nothing."""
    found = [tokens[words[0]], *map(tokens.__getitem__, words), tokens[words[-1]]]
    for place, word in enumerate(words[:-1]):
        if word in _STARTS and words[place + 1][:1].isupper():
            found[place + 2] = tokens[words[place + 1].lower()]
    return found


def doubts(row: Row, known: Known) -> Iterator[Doubt]:
    """The doubts of a paragraph. Its first word is left to the rules on openings and on lists."""
    words = row.words
    if len(words) < _SHORTEST:
        return
    row_tokens = tokens_in(words, known.tokens)
    for place, paradigm in places(words, row_tokens, known):
        if doubt := _doubt(row_tokens, words, place, paradigm, known):
            yield doubt


def places(words: Sequence[bytes], tokens: Sequence[Token], known: Known) -> Iterator[tuple[int, Paradigm]]:
    """The places that are asked."""
    threes = None if known.counts is None else known.counts.threes(words)
    for place in range(2, len(words) - 1):
        paradigm = tokens[place + 1].paradigm
        if paradigm is not None and not (threes is not None and _usual(threes, place, paradigm)):
            yield place, paradigm


def _usual(threes: Sequence[int], place: int, paradigm: Paradigm) -> bool:
    """Whether adopted texts write the word between just these neighbours; what agrees with words far off is asked anyway.

    ``threes`` are the counts of every three words in a row of the paragraph.
    """
    if paradigm.kind in _AGREEING or not threes[place - 1]:
        return False
    return threes[place - 2] > 0 or (place < len(threes) and threes[place] > 0)


class Fit(NamedTuple):
    """Another form of a word: its place as a bit, that of the form found, how much better it fits, also by what is right beside it.

    ``limit`` is what the table asks for, ``key`` the class of the word and what stands before and behind it.
    """

    form: str
    new: int
    old: int
    better: float
    near: float
    limit: Limit | None
    key: tuple[str, str, str]


def fitting(tokens: Sequence[Token], words: Sequence[bytes], place: int, paradigm: Paradigm, known: Known) -> list[Fit]:
    """The other forms of the word at ``place`` that fit better, but for those that are as good in any case."""
    found = words[place].decode().rstrip().lower()
    own = paradigm.forms.get(found, 0)
    others = paradigm.every & ~own
    if not own or not others:
        return []
    beside = total(known.rows, near(tokens, place + 1))
    fit = close = scores(beside)
    close_own = max([fit[one] for one in _bits(own)])
    if max([fit[one] for one in _bits(others)]) < close_own - _PLAIN:
        return []
    fit = scores(beside + total(known.rows, far(tokens, place + 1)))
    old = best(fit, own)
    key = group(paradigm.kind), place_of(tokens, place + 1), behind_of(tokens, place + 1)
    beaten = fit[old.bit_length() - 1]
    fits = []
    for new in _BITS:
        at = new.bit_length() - 1
        score = (fit[at] - beaten) * STEP
        if new & others and score > 0.0 and not as_good(tokens, place + 1, paradigm, old, new):
            instead = _SAME_TENSE.get(found, "")
            if not paradigm.forms.get(instead, 0) & new:
                instead = next(form for form, bits in paradigm.forms.items() if bits & new)
            near_by = (close[at] - close_own) * STEP
            fits.append(Fit(instead, new, old, score, near_by, known.limits.get(*key, old, new), key))
    return fits


def _doubt(
    tokens: Sequence[Token], words: Sequence[bytes], place: int, paradigm: Paradigm, known: Known
) -> Doubt | None:
    """What the weights say of the word at ``place``."""
    told: tuple[float, Fit] | None = None
    fits = fitting(tokens, words, place, paradigm, known)
    for fit in fits:
        if (
            fit.limit is not None
            and fit.better > fit.limit.info
            and (told is None or fit.better - fit.limit.info > told[0])
        ):
            told = fit.better - fit.limit.info, fit
    if told is None:
        return _unsure(fits, words, place, known) if fits else None
    _, fit = told
    assert fit.limit is not None
    return Doubt(
        fit.limit.rule, place, words[place].decode().rstrip().lower(), fit.form, fit.better,
        fit.better > fit.limit.warning, fit.key[1] in _SETTLING,
    )  # fmt: skip


def _unsure(fits: Sequence[Fit], words: Sequence[bytes], place: int, known: Known) -> Doubt | None:
    """A doubt that no limit of the table lets be told, but what is counted around the word."""
    if known.counts is None or known.surety is None:
        return None
    best: tuple[float, Fit, str] | None = None
    for fit in fits:
        rule = rule_of(fit.key[0], fit.old, fit.new)
        if not rule or fit.better < LEAST_BETTER:
            continue
        values, classes = figures(fit, words, place, known.counts, known)
        sure = known.surety.of(values, classes)
        if sure > 0 and (best is None or sure > best[0]):
            best = sure, fit, rule
    if best is None:
        return None
    _, fit, rule = best
    return Doubt(
        rule, place, words[place].decode().rstrip().lower(), fit.form, fit.better, False, fit.key[1] in _SETTLING
    )


def figures(
    fit: Fit, words: Sequence[bytes], place: int, counts: Counts, known: Known
) -> tuple[list[float], tuple[str, ...]]:
    """What tells how sure a doubt is, and the names under which it has weights of its own."""
    form = fit.form.capitalize() if words[place][:1].isupper() else fit.form
    found = contrast(around(words, place, place + 1), words[place], f"{form} ".encode(), counts)
    limit = _NO_LIMIT if fit.limit is None else fit.limit.info
    better = fit.better
    values = [
        1.0,
        better,
        fit.near,
        min(better, fit.near),
        max(0.0, better - 2),
        max(0.0, better - 4),
        max(-5.0, min(3.0, better - limit)),
        1.0 if fit.limit is None else 0.0,
        known_share(counts.threes(words), place, place + 1),
        *found,
    ]
    kind, before, behind = fit.key
    return values, (
        f"class {kind}",
        f"before {before}",
        f"behind {behind}",
        f"{fit.old}>{fit.new}",
        f"from {fit.old}",
        f"to {fit.new}",
    )


LEAST_BETTER = 1.0
"""What fits hardly better is not weighed."""
_NO_LIMIT = 6.0
"""What would be asked of kinds for which the table has no limit."""


def as_good(tokens: Sequence[Token], at: int, paradigm: Paradigm, old: int, new: int) -> bool:
    """Whether the form found is right however rare it is: a past behind its subject, a noun before the subject of a verb.

    *That 12,000 ringers came* is another tense than *come* and no slip; in *when cable cars stood still* a noun describes cars,
    in *their experience with covered market halls* a participle.
    """
    if old == PAST and any(bits & new and bits & BARE for bits in paradigm.forms.values()):
        return place_of(tokens, at) in ("n", "o")
    if (old, new) == (BARE, WITH_S):
        back = at - 1
        while back > 0 and tokens[back].part in ("a", "c", "v", "r", ""):
            back -= 1
        return tokens[back].word in _ONE_OF  # *in a safe and dry place*
    if (old, new) == (ING, BARE):
        return place_of(tokens, at) in ("v", "n") and tokens[at + 1].part == "n"  # *they need travelling theatres*
    if new == ING and old in (PAST, PARTICIPLE):
        return tokens[at - 1].word in _WITH_OR_OF and tokens[at + 1].part == "n"
    if (old, new) != (BARE, ING) or at + 2 >= len(tokens):
        return False
    noun, verb = tokens[at + 1 : at + 3]
    described = paradigm.kind[0] == "n" and noun.number == "2"
    return described and place_of(tokens, at) == "o" and verb.part in ("f", "m", "v")


@lru_cache(maxsize=32)
def _bits(places: int) -> tuple[int, ...]:
    """The places that the bits tell of."""
    return tuple(place for place in range(5) if places >> place & 1)


def best(fit: Sequence[float], bits: int) -> int:
    """The place among ``bits`` that fits best, as a bit."""
    return 1 << max(_bits(bits), key=fit.__getitem__)


def group(kind: str) -> str:
    """The group of classes that has limits of its own."""
    if kind in _CLOSED:
        return kind
    if kind in ("N", "r"):
        return kind
    return "v" if kind[0] == "v" else "n" if "v" not in kind else "u" if kind[-1] == "u" else "nv"


def _unheard(doubt: Doubt, counts: Counts) -> bool:
    """Whether adopted texts say too little of a word to doubt its form.

    The plural asked for is one that none has, as of *manure*: such a noun hardly has one; or both forms are rare, as of
    *swing*, and the doubt is not firm: how such a word is used they do not tell.
    """
    if doubt.instead == f"{doubt.found}s" and not counts[f"{doubt.instead} ".encode()]:
        return True
    return not (doubt.firm or doubt.settled) and all(
        counts.count(f"{form} ".encode()) < _HEARD for form in (doubt.found, doubt.instead)
    )


def _bare(words: Sequence[bytes], doubt: Doubt, classes: Classes, counts: Counts) -> bool:
    """Whether a plural stands for itself where a singular was asked for that would lack its article: *keeps children indoors*."""
    plural = doubt.found in (f"{doubt.instead}s", classes.plurals.get(doubt.instead))
    if not plural or _plain(words[doubt.place + 1]) in classes.plurals:
        return False
    before = {_plain(word) for word in words[max(0, doubt.place - 3) : doubt.place]} - {"that"}
    if not before.isdisjoint(DETERMINERS):
        return False
    counted = any(counts[f"{article} {doubt.instead} ".encode()] for article in ("a", "an"))
    written = counts.count(f"{doubt.found} ".encode()) >= _HEARD
    return counted or written or counts.count(f"{doubt.instead} ".encode()) < _HEARD


def _plain(word: bytes) -> str:
    return word.decode().strip().lower()


@per_lexicon
def pasts_of(lexicon: Lexicon) -> dict[str, str]:
    """The pasts of irregular verbs that are no participles, with the participle."""
    irregular = lexicon.columns("irregular-verbs", "verb", "past", "participle")
    return {past: participle for _, past, participle in irregular if past != participle}


class Told(NamedTuple):
    """A doubt in its block."""

    block: Block
    row: Row
    doubt: Doubt


@per_document_with(_ROW)
def doubts_of(document: Document, lexicon: Lexicon) -> Mapping[str, list[Told]]:
    """The doubts of a document, by the rule that tells of them."""
    known = known_of(lexicon)
    return {} if known is None else _find(document, known, lexicon)


def _find(document: Document, known: Known, lexicon: Lexicon) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    classes, pasts = classes_of(lexicon), pasts_of(lexicon)
    declares = any(block.text.startswith(("We, ", "We ")) for block in document.blocks)
    for block in running(document):
        row = row_of(document, block)
        quoted: list[tuple[int, int]] | None = None
        for doubt in doubts(row, known):
            if known.counts is not None and (
                _unheard(doubt, known.counts) or _bare(row.words, doubt, classes, known.counts)
            ):
                continue
            if rightly(row.words, doubt.place, doubt.instead, classes, pasts, declares=declares):
                continue
            quoted = quotations(block.text) if quoted is None else quoted
            if not inside(quoted, *row.places[doubt.place]):
                found.setdefault(doubt.rule, []).append(Told(block, row, doubt))
    return found
