"""Checks on the capitals of names and terms, by what adopted texts write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import inside, matches
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.names import Named, named
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.names import Names
from resolint.lexicon.runs import JOINING, Token
from resolint.model import Block, Document
from resolint.rule import Context

_SURE = 8
"""In so many adopted texts a name must stand for its capitals to be sure."""
_KNOWN = 100
"""In so many if it has two words, or stands without any capital: other bodies have *a global compact* of their own."""
_DOUBTED = 50
"""At most one text in so many may write it otherwise ..."""
_DOUBTED_OF_MANY = 15
"""... or, of a name in hundreds of texts, one in so many: it was small while it was negotiated."""
_MANY = 300
_OFTEN = 30
_RARELY, _COMMONLY, _ALWAYS = 20, 11, 500
"""So many times more often than large a term stands small; not so many suffice where it stands so often."""
_BEGINS_AFTER = '.:;!?“‘("—–•'
"""Signs after which a capital begins a sentence or a title of its own."""
_TITLE_GAP = 6
_LABEL = regex.lazy(r"(?:^|\s)\d{1,2}\.(?:\d{1,2}|[a-z])$|^[A-Z][a-z]+ (?:\d{1,3}|[IVXLC]+)\.?$")
"""The number of a target, with which its text begins, and that of an article, with which its heading does."""
_ALSO_JOINING = frozenset(["during", "through", "without", "within", "including", "towards"])
"""Further small words that titles have inside."""
_INDEFINITE = frozenset(
    ["a", "an", "any", "each", "every", "such", "draft", "proposed", "new", "future", "another", "no", "own"]
)


@per_lexicon
def _sure(lexicon: Lexicon) -> Names:
    """The names whose capitals adopted texts agree on."""
    rows = (
        (name, int(texts), int(otherwise))
        for name, texts, otherwise, use in lexicon.columns("names", "name", "texts", "otherwise", "use")
        if use == "name"
    )
    return Names(
        (name, texts)
        for name, texts, otherwise in rows
        if texts >= (_SURE if name.count(" ") > 1 else _KNOWN)
        and (not otherwise or otherwise * _doubted(name, texts) <= texts)
    )


def _doubted(name: str, texts: int) -> int:
    weighty = sum(word not in JOINING for word in name.split())
    return _DOUBTED * 2 if weighty < 3 and texts >= _KNOWN else _DOUBTED if texts < _MANY else _DOUBTED_OF_MANY


@per_lexicon
def _small(lexicon: Lexicon) -> dict[str, str]:
    """The terms as they are written, by their small letters."""
    return {term.lower(): term for term in lexicon.column("small-terms", "term")}


@check("CAP013")
def name_capitals(document: Document, context: Context) -> Iterator[Hit]:
    """Names that adopted texts always write with other capitals.

    The option ``elsewhere`` names those of other rules, ``since`` the day from which a name is one, ``generic`` those that
    small letters make a description.
    """
    known = _sure(context.lexicon)
    elsewhere = frozenset((*context.options["elsewhere"], *_not_yet(context)))
    generic = frozenset(context.options["generic"])
    for text in named(document):
        for name, first, last in known.miswritten(text.tokens):
            start, end = text.tokens[first].start, text.tokens[last].end
            words = text.block.text[start:end]
            if name in elsewhere or words.isupper() or inside(text.quoted, start, end):
                continue
            if name in generic and words.islower():
                continue
            if _other_name(text.tokens, first, last, name) or _general(text.tokens, first, words, known.texts(name)):
                continue
            yield _written(text.block, start, words, name, unsure=_described(text.tokens, first, words, name))


def _not_yet(context: Context) -> Iterator[str]:
    """The names that were none yet in the edition of the draft (option ``since``)."""
    for name, day in context.options["since"].items():
        if context.edition is not None and context.edition < day:
            yield name


def _other_name(found: list[Token], first: int, last: int, name: str) -> bool:
    """Whether the words belong to a longer name, or differ only in the first letter of a sentence."""
    if first == 0 and found[0].text[1:] == name.split(" ")[0][1:] and last == 0:
        return True
    before = found[first - 1] if first else None
    after = found[last + 1] if last + 1 < len(found) else None
    joined_before = before is not None and found[first].start - before.end == 1
    joined_after = after is not None and after.start - found[last].end == 1
    return bool(
        (joined_before and before and before.capital and first > 1) or (joined_after and after and after.capital)
    )


def _general(found: list[Token], first: int, words: str, texts: int) -> bool:
    """Whether small letters speak of a thing of that kind rather than of the one that bears the name."""
    if words[0].isupper():
        return False
    first_word, *rest = words.split()
    if first_word.endswith(("th", "rd")) or first_word in ("first", "second"):
        return True  # *the third International Conference* counts the conferences
    while rest and rest[0].lower() in JOINING:
        del rest[0]
    if len(rest) > 1 and rest[0][0].isupper() and rest[-1][0].isupper() and texts < _MANY:
        return True  # a description before a name (the third International Conference, the office of the High Commissioner)
    indefinite = first > 0 and found[first - 1].text.lower() in _INDEFINITE
    return indefinite or (words == words.lower() and texts < _KNOWN)


def _described(found: list[Token], first: int, words: str, name: str) -> bool:
    """Whether small letters may speak of such things in general: without *the*, or of a part of the name (*and the protocols*)."""
    differing = [one for one, other in zip(words.split(), name.split(), strict=False) if one != other]
    if not all(word.islower() for word in differing):
        return False
    parts = words.rpartition(" and the ")
    return parts[0] == name[: len(parts[0])] != "" or (words[0].islower() and found[first - 1].text.lower() != "the")


@per_lexicon
def _governed(lexicon: Lexicon) -> re.Pattern[str]:
    """*The government of* before a name that a State has or had."""
    columns = ("official_short_name", "running_form", "avoid", "former")
    cells = (cell for row in lexicon.rows("member-states") for column in columns for cell in row[column].split("|"))
    known = {cell.partition(" (")[0].removeprefix("the ").strip() for cell in cells} - {""}
    names = "|".join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name)))
    return regex.compiled(
        rf"\bthe (?P<word>governments?) of(?= (?:the )?(?:{names})\b(?! (?:[Rr]egion|[Cc]ity|[Pp]rovince)))"
    )


@check("CAP003")
def government_lower(document: Document, context: Context) -> Iterator[Hit]:
    """*The government of* before the name of a State, outside of quotations."""
    for block, match in matches(document, _governed(context.lexicon), having=("the government",)):
        words, right = match.group(), match.group().replace("government", "Government")
        span = block.span(*match.span())
        yield Hit(
            span, {"found": words, "instead": right}, Fix(f"Write “{right}”", (Edit(span, right, words),), "suggest")
        )


@check("CAP014")
def term_capitals(document: Document, context: Context) -> Iterator[Hit]:
    """Terms of several words with capitals that adopted texts write small."""
    for text in named(document):
        for run in text.runs:
            if len(run) > 1:
                yield from _small_term(text, run, context.lexicon)


def single_terms(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Single words with a capital that adopted texts write a hundred times and more, and never large on their own."""
    for text in named(document):
        for run in (*text.runs, *_alone(text)):
            if len(run) == 1 and not _goes_on(text.tokens, run[0]):
                yield from _small_term(text, run, lexicon)


def _small_term(text: Named, run: Sequence[Token], lexicon: Lexicon) -> Iterator[Hit]:
    """The finding on a run of capitals that is a term."""
    words = " ".join(token.text for token in run)
    term = _small(lexicon).get(words.lower(), "")
    counted = not term  # a term that no row of the table tells is an info
    term = term or _counted_small(words, lexicon)
    if not term or words == term:
        return
    start, end = run[0].start, run[-1].end
    if not inside(text.quoted, start, end) and _in_sentence(text.block.text, start, end):
        doubtful = counted or _in_title(text.tokens, run[0])
        yield _written(text.block, start, text.block.text[start:end], term, unsure=doubtful)


def _counted_small(words: str, lexicon: Lexicon) -> str:
    """The words in small letters where adopted texts have two to four of them so, many times, and hardly ever large."""
    written = words.split()
    counts = counts_of(lexicon) if len(written) in (2, 3, 4) and "and" not in written else None
    if counts is None or not all(_large(word) for word in written if word not in JOINING):
        return ""
    small = counts.count(f"{words.lower()} ".encode())
    rarer = _COMMONLY if small >= _ALWAYS else _RARELY
    return words.lower() if small >= _OFTEN and counts.count(f"{words} ".encode()) * rarer <= small else ""


def _large(word: str) -> bool:
    """Whether a word is of letters, each of its parts with a capital or none: *High-Level*."""
    return word[0].isupper() and all(part.isalpha() and part[1:].islower() for part in word.split("-"))


def _goes_on(found: list[Token], word: Token) -> bool:
    """Whether a small joining word and another capital follow a single word: *the Readiness and Preparatory Support Programme*."""
    at = found.index(word)
    joint, behind = [*found[at + 1 : at + 3], None, None][:2]
    if joint is None or behind is None or joint.text not in JOINING:
        return False
    return behind.capital and joint.start - word.end == behind.start - joint.end == 1


def _in_title(found: list[Token], begin: Token) -> bool:
    """Whether other words with capitals stand just before, so that a longer title may go on: *the Goals by and for Persons*."""
    at = next((place for place, token in enumerate(found) if token.start == begin.start), 0)
    near = at - 1
    while near > max(0, at - _TITLE_GAP) and (found[near].text in JOINING or found[near].text in _ALSO_JOINING):
        near -= 1
    return 0 < near < at - 1 and found[near].text[:1].isupper()


def _alone(text: Named) -> Iterator[tuple[Token]]:
    """Words with a capital between words without one."""
    found = text.tokens
    for before, token, after in zip(found, found[1:], [*found[2:], None], strict=False):
        if (
            not token.capital
            or token.text[1:] != token.text[1:].lower()
            or before.capital
            or token.start - before.end != 1
        ):
            continue
        if after is None or not (after.capital and after.start - token.end == 1):
            yield (token,)


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence begins here, and no list of capitals goes on: a title without quotation marks."""
    before, after = text[:start].rstrip(" \t\xa0"), text[end : end + 3]
    if _LABEL.search(before) or not text[end:].strip():
        return False  # a line that ends without a mark is a heading
    listed = before.endswith(",") and before[:-1].split()[-1:] and before[:-1].split()[-1][0].isupper()
    return (
        bool(before)
        and before[-1] not in _BEGINS_AFTER
        and not listed
        and not (after[:1] == "," and after[2:].isupper())
    )


def _written(block: Block, start: int, words: str, right: str, *, unsure: bool = False) -> Hit:
    span = block.span(start, start + len(words))
    values = {"found": words, "instead": right}
    # Only letters change their case; blanks, apostrophes and hyphens stay as they are.
    kept = (
        "".join(new if old.isalpha() else old for old, new in zip(words, right, strict=True))
        if len(words) == len(right)
        else right
    )
    return Hit(span, values, Fix(f"Write “{right}”", (Edit(span, kept, words),), "suggest"), unsure=unsure)
