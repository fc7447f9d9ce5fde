"""Whether an opening, or what it asks, is negated (*Decides not to*, *постановляет не*, *决定不*, *تقرر ألا*).

A version contradicts another where its opening is negated and nothing near the opening of the other may render that.
"""

from __future__ import annotations

from resolint.concordance.qualifying import folded
from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["NOTHING", "Negated", "denied", "negated", "negates"]


class Negated(NamedTuple):
    """Whether the opening is negated, and whether something behind it may be a negation."""

    said: bool
    may: bool

    def contradicts(self, other: Negated) -> bool:
        """Whether this is negated and nothing in ``other`` may be."""
        return self.said and not other.may


NOTHING = Negated(False, True)
"""Of an opening that is not known nothing can be told."""
_WINDOW = {"zh": 60}
_WIDE = 180
_SAID = {
    "en": lazy(r"\W*(?:also |further |therefore )?(?:not|never)\b(?! only\b| later\b| less\b| more\b| fewer\b)"),
    "fr": lazy(r"\W*(?:également |en outre |donc )?(?:de |à |d')?(?:ne (?:pas|plus|jamais)\b)"),
    "es": lazy(r"\W*(?:también |además )?(?:a |de )?no\b(?! sólo| solo| más| menos)"),
    "ru": lazy(r"\W*(?:также |далее )?не (?!менее|более|позднее|только|позже|ниже|выше)"),
    "zh": lazy(r"\W*(?:不(?![断仅同久妨])|不再|无须)"),
    "ar": lazy(r"\W*(?:ايضا |كذلك )?(?:(?:ب|علي )?الا|ان لا|ب?عدم)\b(?! وهي)"),
}
_ASKED = {
    "en": lazy(r"\bnot to\b"),
    "fr": lazy(r"\b(?:de|à) ne (?:pas|plus|jamais)\b"),
    "es": lazy(r"\bque no\b|\b(?:a|de) no \w+[aei]r(?:se|l[aoe]s?)?\b"),
    "ru": lazy(r"\bне \w+(?:ть|ти|чь)(?:ся)?\b"),
    "zh": lazy("不要|不得|切勿|不应|不再"),
    "ar": lazy(r"\b(?:ان لا|ب?الا)\b"),
}
"""Negations of what the organ asks of somebody (*Requests the Secretary-General not to*)."""
_NEAR = {"zh": 25}
_NEARLY = 80
_MAY = {
    "en": lazy(
        r"\b(?:not|no|nor|never|neither|none|nobody|nothing|without|non|cease\w*|refrain\w*|exclu\w*|delet\w*|reject\w*|stop\w*|end|"
        r"discontinu\w*|abstain\w*|avoid\w*|remov\w*|dispens\w*|prevent\w*|instead|only|until|unless|cannot|yet|fail\w*|"
        r"lack\w*|absence|un\w+|in(?:ad|ap|ac|su)\w+|terminat\w*|suspend\w*|defer\w*|postpon\w*)\b"
    ),
    "fr": lazy(
        r"\b(?:ne|ni|non|sans|personne|rien|aucun\w*|cess\w*|exclu\w*|suppr\w*|renonc\w*|abst\w*|s'abst\w*|évit\w*|empêch\w*|refus\w*|rejet\w*|"
        r"retir\w*|mettre fin|seul\w*|plutôt|in\w+|absence|défaut|faute|report\w*|suspend\w*|différ\w*|violation\w*)\b|n'"
    ),
    "es": lazy(
        r"\b(?:no|ni|nunca|jamás|nadie|nada|tampoco|sin|ningun\w*|ningún|cesar\w*|ces\w*|exclu\w*|suprim\w*|abst\w*|evit\w*|impid\w*|rechaz\w*|dej\w*|fin|"
        r"solo|sólo|únicamente|falta|in\w+|aplaz\w*|suspend\w*|elimin\w*|retir\w*|violaci\w*|contravenci\w*)\b"
    ),
    "ru": lazy(
        r"\b(?:не\w*|ни\w*|без\w*|бес\w*|нет|прекра\w*|воздерж\w*|исключ\w*|отказ\w*|отмен\w*|отклон\w*|избег\w*|избеж\w*|"
        r"лишь|только|отсутств\w*|отлож\w*|приостан\w*|снят\w*|снима\w*|предотвр\w*|нарушени\w*|вопреки)\b"
    ),
    "zh": lazy("[不无没未勿非免否停删禁避违]|取消|终止|中止|推迟|拒绝|防止|仅|只|缺"),
    "ar": lazy(
        r"\b(?:[وف]?(?:لا|لم|لن|ما|ليس\w*)|\w{0,2}عدم|غير|\w{0,2}دون|بدون|الا|بالا|لئلا|\w{0,3}امتناع\w*|تمتنع|يمتنع|\w*كف|"
        r"\w{0,2}وقف\w*|\w{0,3}انهاء|\w{0,2}حذف\w*|رفض\w*|ترفض|\w{0,2}تجنب\w*|\w{0,2}منع\w*|فقط|\w{0,2}الغاء\w*|ارجاء|تعليق)\b"
    ),
}


_DENIED = {
    "en": lazy(r"\b(?:not|cannot|never|nor)\b(?! (?:only|later|less|more|fewer|limited|least|yet|exceed\w*)\b)"),
    "fr": lazy(
        r"\b(?:ne |n')(?!dépass|excéd)(?:\w+ ){0,4}(?:pas|plus|jamais)\b(?! (?:seulement|uniquement|tard|moins)\b)"
    ),
    "es": lazy(
        r"\bno\b(?! (?:sol[oa]|sól[oa]|exced\w+|super\w+|más|menos|obstante|"
        r"gubernamental\w*|proliferaci\w+|alinead\w+|autónom\w+|violent\w+)\b)"
    ),
    "ru": lazy(r"\bне\b(?! (?:только|менее|более|позднее|ниже|реже|раньше|столько|просто|лишь|превыша\w+)\b)"),
    "zh": lazy(
        "不(?:应|得|要|会|能|再|必|予|宜|许|准|是|影响|妨碍|属于|接受|承认|支持|包括|适用|构成|设立|采取|参加|举行)"
        "(?!避免|或缺|分割|逆转|抗|持续|仅|只|少于|超过|高于|低于|多于|迟于|晚于|超出|限于|到)|没有|从未|尚未|并未|并非|切勿|无权|无须|无需"
    ),
    "ar": lazy(r"\b[وف]?(?:لا|لم|لن|ليس\w*|الا)\b(?! (?:سيما|يزال|تزال|بد|يقل|تقل|يتجاوز|تتجاوز|انه|ان)\b)"),
}
"""Plain negations anywhere in a sentence; in Chinese, where many words hold the sign for it, those before certain verbs."""


def denied(text: str, code: str) -> Negated:
    """Whether a sentence is negated anywhere, and whether something in it may be a negation."""
    if code not in _MAY:
        return NOTHING
    words = folded(text, code)
    return Negated(code in _DENIED and _DENIED[code].search(words) is not None, _MAY[code].search(words) is not None)


def negates(words: str, code: str) -> bool:
    """Whether words behind an opening are a negation."""
    said = folded(words, code)
    at_start = (pattern.match(said) for table in (_SAID, _DENIED) if (pattern := table.get(code)) is not None)
    return any(found is not None for found in at_start) or (code in _ASKED and _ASKED[code].search(said) is not None)


def negated(text: str, end: int, code: str) -> Negated:
    """What stands behind the opening of ``text`` that reaches to ``end``, in the language ``code``."""
    if code not in _SAID:
        return NOTHING
    behind = folded(text[end : end + _WINDOW.get(code, _WIDE)], code)
    asked = _ASKED[code].search(behind)
    said = _SAID[code].match(behind) is not None or (asked is not None and asked.start() < _NEAR.get(code, _NEARLY))
    return Negated(said, _MAY[code].search(behind) is not None)
