"""Days in the other official languages: what is meant for one, in whatever order and marks, against the printed form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from rapidfuzz.distance import OSA

from resolint.checks import check
from resolint.checks.shared.tongues import running, scanned
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.tongues import plain
from resolint.lexicon.written import written_day
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_GAP = r"[ \u00a0\u202f]{1,2}"
_NAME = r"(?P<month>[^\W\d_]{3,12})"
_DAY_FIRST = lazy(
    rf"(?<![\d/.,-])(?P<day>[0-3]?\d)(?P<ending>er|[ºª°]|-?(?:го|е|ое)|[.,])?(?:{_GAP}|[-./])(?:(?:de|del){_GAP})?{_NAME}\.?,?"
    rf"(?:{_GAP}|[-./])(?:(?:de|del){_GAP})?(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_MONTH_FIRST = lazy(
    rf"(?<![^\W\d_]){_NAME}\.?{_GAP}(?P<day>[0-3]?\d)(?:er|[ºª°])?,?{_GAP}(?:(?:de|del){_GAP})?(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_ARABIC = lazy(
    rf"(?<![\d/.,-])(?P<day>[0-3]?\d){_GAP}(?P<month>[\u0621-\u064a]{{2,8}}(?:{_GAP}[\u0621-\u064a]{{3,7}})?"
    r"[ \u00a0]?/[ \u00a0]?[\u0621-\u064a]{3,8})"
    rf"،?{_GAP}(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_HAN = lazy(r"(?<!\d)(?P<year>(?:19|20)?\d\d)年(?P<month>0?\d|1[0-2])月(?P<day>[0-3]?\d)[日号](?:至(?P<last>0\d)日)?")
_WRITTEN_OFF = 2
_ALIFS = str.maketrans("أإآةى", "اااهي")
_SIGNS = lazy("[\u0300-\u036f]")


@check("NUM055")
def day_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """A day whose parts are in another order than the language has, or with other marks, noughts or a shortened month."""
    code, lexicon = context.lexicon.language, context.lexicon
    patterns = {"zh": (_HAN,), "ar": (_ARABIC,)}.get(code, (_DAY_FIRST, _MONTH_FIRST))
    for block in running(document):
        if "19" not in block.text and "20" not in block.text and "年" not in block.text:
            continue
        flat = plain(block.text)
        for pattern in patterns:
            for found in pattern.finditer(flat, block.lead):
                right = _right(found, lexicon)
                written = " ".join(block.text[found.start() : found.end()].split())
                if right and not _as_printed(" ".join(found[0].split()), right, code):
                    span = block.span(*found.span())
                    fix = Fix(f"write “{right}”", (Edit(span, right, block.text[span.start : span.end]),), "suggest")
                    yield Hit(span, {"text": written, "right": right}, fix, unsure=scanned(context))


def _right(found: re.Match[str], lexicon: Lexicon) -> str:
    """The day as the language prints it; empty where the words are no day."""
    if lexicon.language == "zh":
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
        century = 2000 if year < 50 else 1900
        shown = written_day(day, month, year if year > 100 else century + year, lexicon) or ""
        return shown + (f"至{int(found['last'])}日" if found["last"] else "") if 0 < day < 32 else ""
    month, day = _month(found["month"], lexicon), int(found["day"])
    if not month or not 0 < day < 32:
        return ""
    right = written_day(day, month, int(found["year"]), lexicon) or ""
    return right.removesuffix(" года")


def _as_printed(written: str, right: str, code: str) -> bool:
    level = normalize("NFC", written).lower()
    if code in ("es", "fr") and level.startswith(("1o ", "1º ", "1° ", "1 ", "1er ")):
        # Whether the first of a month is a number or an ordinal is the matter of another rule.
        return level.split(" ", 1)[1] == right.lower().split(" ", 1)[1]
    return level == right.lower()


@per_lexicon
def _months(lexicon: Lexicon) -> dict[str, int]:
    """The names of months as they are compared, and their numbers."""
    names: dict[str, int] = {}
    for month in range(1, 13):
        shown = written_day(_WRITTEN_OFF, month, 2000, lexicon) or ""
        name = shown.removesuffix(" года").removeprefix(f"{_WRITTEN_OFF} ").removeprefix("de ")
        name = name.rsplit(" ", 1)[0].removesuffix(" de")
        names[_bare(name)] = month
    return names


def _bare(name: str) -> str:
    plain_name = _SIGNS.sub("", normalize("NFD", name.lower())).translate(_ALIFS)
    return re.sub(r"\s*/\s*", "/", plain_name)


def _month(name: str, lexicon: Lexicon) -> int:
    """The month that a word is meant for: its name, one letter off, shortened, or in the nominative; 0 for none."""
    months, bare = _months(lexicon), _bare(name)
    if bare in months:
        return months[bare]
    if lexicon.language != "ar":
        short = [month for one, month in months.items() if one.startswith(bare.rstrip(".")) and len(bare) >= 3]
        if len(short) == 1 and len(bare) <= 5:
            return short[0]
    near = [month for one, month in months.items() if len(bare) > 3 and OSA.distance(bare, one, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else 0
