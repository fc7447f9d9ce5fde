"""Parts of a hundred and of a thousand, which one word alone tells apart (*12.5 per cent*, *12,5 pour mille*)."""

from __future__ import annotations

from resolint.concordance.qualifying import folded
from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["NOTHING", "Shares", "shares"]

_HUNDRED = {
    "en": lazy(r"%|\bper ?cent|\bpercent"),
    "fr": lazy(r"%|\bpour ?cent"),
    "es": lazy(r"%|\bpor ?cient"),
    "ru": lazy("%|процент"),
    "zh": lazy("%|％|百分"),
    "ar": lazy("[%٪]|في الما?ئة|بالما?ئة|في المية"),
}
_THOUSAND = {
    "en": lazy(r"‰|\bper ?mil|\bper (?:1[, ]?000|thousand)\b"),
    "fr": lazy(r"‰|\bpour (?:mille|1[  ]?000)|\b(?:sur|par) (?:mille|1[  ]?000)\b"),
    "es": lazy(r"‰|\bpor (?:mil|cada mil|1[. ]?000|cada 1[. ]?000)\b"),
    "ru": lazy(r"‰|промилле|\bна (?:каждую |каждые )?(?:тысячу|1[  ]?000)\b"),
    "zh": lazy("‰|千分|每千|每1[ ,]?000"),
    "ar": lazy(r"‰|؉|في الالف|بالالف|لكل (?:الف|000 1|1000)"),
}


class Shares(NamedTuple):
    """Whether a passage says parts of a hundred, and parts of a thousand."""

    hundred: bool
    thousand: bool

    def exceeds(self, other: Shares) -> bool:
        """Whether this says parts of a thousand where the other says those of a hundred alone."""
        return self.thousand and other.hundred and not other.thousand


NOTHING = Shares(False, False)


def shares(text: str, code: str) -> Shares:
    """What a passage in the language ``code`` says."""
    if code not in _HUNDRED:
        return NOTHING
    words = folded(text, code)
    return Shares(_HUNDRED[code].search(words) is not None, _THOUSAND[code].search(words) is not None)
