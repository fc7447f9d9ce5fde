"""A check on names of cities that are misspelt."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import texts, word_list
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.spelling import one_edit_apart

_PLACED = lazy(
    r"\b(?:in|at|to|from|near|and)[ \xa0](?P<city>[A-Z][a-zÀ-ÿ’]{3,}(?:[ \xa0-][A-Z][a-zÀ-ÿ’]{2,}){0,2})"
    r"(?=,|;|\.|[ \xa0](?:on|from|in|and|by|to|with|at)\b|$)"
)
_SHORTEST = 4


@per_lexicon
def _cities(lexicon: Lexicon) -> Mapping[str, str]:
    """The cities by their names in small letters, without accents."""
    return {_plain(city): city for city in lexicon.column("cities", "city")}


def _plain(name: str) -> str:
    """A name in small letters and without accents, with which and without which cities are written."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))


@check("REF041")
def city_misspelt(document: Document, context: Context) -> Iterator[Hit]:
    """*Held in Timphu*: a name behind a preposition of place that one letter makes a city, and that stands once in the draft."""
    cities, words = _cities(context.lexicon), word_list(context.lexicon)
    found = [(block, match) for block in texts(document) for match in _PLACED.finditer(block.text, block.lead)]
    counts = Counter(match["city"] for _, match in found)
    for block, match in found:
        name = match["city"].replace("\xa0", " ")
        low = _plain(name)
        if low in cities or len(low) < _SHORTEST or counts[match["city"]] > 1 or words.knows(low):
            continue
        near = [city for key, city in cities.items() if abs(len(key) - len(low)) < 2 and one_edit_apart(low, key)]
        if len(low) < _SHORTEST + 1 and not (near and len(near[0]) > len(low) and near[0][0] == match["city"][0]):
            continue  # of so few letters one that is missing alone is told: *Acra*
        if len(near) == 1 and not inside(quotations(block.text), *match.span("city")):
            span = block.span(*match.span("city"))
            fix = Fix(f"Write “{near[0]}”", (Edit(span, near[0], match["city"]),), "suggest")
            yield Hit(span, {"found": name, "right": near[0]}, fix)
