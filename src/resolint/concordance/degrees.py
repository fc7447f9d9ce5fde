"""How strongly an opening is meant beside its verb: *deeply* concerned, takes note *with appreciation*, noting *particularly*.

A version lacks such a word where nothing near its opening may stand for it; verbs that are strong by themselves
(*alarmed*, *demande instamment*) count for that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from resolint.concordance.qualifying import folded
from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["NOTHING", "Degrees", "degrees"]

_ZONE, _WIDE = 60, 130
_ZONES = {"zh": (20, 45)}
_PLAIN, _APPRECIATION, _PARTICULAR = "deeply", "with appreciation", "particularly"
_SAID: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "en": {
        _PLAIN: lazy(
            r"\W*(?:also |further )?(?:deeply|gravely|seriously|profoundly|strongly|extremely|firmly|"
            r"with (?:deep|grave|serious|profound|great) |"
            r"express\w* (?:its |their |our )?(?:deep\w*|grave\w*|serious|profound\w*|strong\w*|utmost|great\w*|extreme) )"
        ),
        _APPRECIATION: lazy(
            r"\W*(?:also |further )?(?:tak\w+ note|not(?:es|ing)) with (?:appreciation|satisfaction|gratitude)"
        ),
        _PARTICULAR: lazy(
            r"\W*(?:also |further )?(?:particularly \w+ing|\w+ing (?:particularly|in particular|especially)) "
        ),
    },
    "fr": {
        _PLAIN: lazy(
            r"\W*(?:profondément|gravement|vivement|sérieusement|extrêmement|condamn\w+ (?:énergiquement|fermement|vigoureusement)|"
            r"exprim\w+ (?:sa |leur |notre )?(?:profonde?|vive|grave|ferme) )"
        ),
        _APPRECIATION: lazy(
            r"\W*(?:pr\w+ note|pr\w+ acte|not\w+)(?: également| en outre)? avec (?:satisfaction|gratitude|reconnaissance)"
        ),
        _PARTICULAR: lazy(r"\W*\w+ant (?:en particulier|particulièrement|notamment) "),
    },
    "es": {
        _PLAIN: lazy(
            r"\W*(?:profundamente|gravemente|seriamente|sumamente|firmemente|conden\w+ (?:enérgicamente|firmemente)|"
            r"expres\w+ (?:su |nuestra )?(?:profund[oa]|grave|honda|firme|seria) )"
        ),
        _APPRECIATION: lazy(
            r"\W*(?:tom\w+ nota|observ\w+)(?: también| además)? con (?:aprecio|satisfacción|reconocimiento|agradecimiento)"
        ),
        _PARTICULAR: lazy(r"\W*\w+ndo (?:en particular|particularmente|especialmente) "),
    },
    "ru": {
        _PLAIN: lazy(
            r"\W*(?:будучи )?(?:также )?(?:глубоко|серьезно|крайне|решительно|самым решительным образом|выража\w+ (?:свою |свое )?"
            r"(?:глубок\w+|серьезн\w+|крайн\w+) )"
        ),
        _APPRECIATION: lazy(
            r"\W*с (?:признательностью|удовлетворением|благодарностью) (?:также )?(?:принима\w+ к сведению|отмеча\w+)"
        ),
        _PARTICULAR: lazy(r"\W*отмеча\w+,? (?:в частности|в особенности)"),
    },
    "zh": {
        _PLAIN: lazy(r"(?:又|还)?(?:深为|深感|严重|极为|强烈|深切|表示(?:深切|严重|强烈))"),
        _APPRECIATION: lazy(r"(?:又|还)?(?:赞赏地|满意地|感谢地|表示赞赏地)注意到"),
        _PARTICULAR: lazy(r"(?:又|还)?(?:特别|尤其)注意到"),
    },
    "ar": {
        _PLAIN: lazy(
            r"\W*(?:و?اذ )?\w+ (?:بالغ|شديد|عميق|عظيم)(?: ال)?\w*|\W*(?:و?اذ )?\w+ (?:بقوة|بشدة|باشد)\b|"
            r"\W*(?:و?اذ )?\w{3,12} (?:عن )?(?:بالغ )?(?:ال)?قلق\w* (?:ال)?(?:بالغ|شديد|عميق)"
        ),
        _APPRECIATION: lazy(
            r"\W*(?:و?اذ )?(?:\w+ علما|\w+لاحظ) (?:ايضا )?(?:مع (?:التقدير|الارتياح|الامتنان)|بتقدير|بارتياح|بامتنان)"
        ),
        _PARTICULAR: lazy(r"\W*(?:و?اذ )?\w+لاحظ (?:بوجه خاص|بصفة خاصة|على وجه الخصوص|علي وجه الخصوص|بخاصة)"),
    },
}
_MAY: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "en": {
        _PLAIN: lazy(
            r"deep|grav|serious|profound|strong|extreme|firm|great|utmost|high|urg|alarm|insist|vigor|keen|particular|acute|outrag|dismay|"
            r"severe|warm|sincer|full|most|demand|heavy|strict|fervent|earnest|resolute|vehement|indignat"
        ),
        _APPRECIATION: lazy(r"appreciat|satisf|grat|thank|welcom|commend|pleas|interest|acknowledg"),
        _PARTICULAR: lazy(r"particular|especial|specif|notabl|emphas|special|stress"),
    },
    "fr": {
        _PLAIN: lazy(
            r"profond|grave|vive|sérieu|extrêm|énergi|ferme|vigour|fort|alarm|instam|haut|plus|particul|très|grand|inqui|exig|sincère|"
            r"plein|résolu|indign|solennel|strict|catégor"
        ),
        _APPRECIATION: lazy(r"satisf|gratit|reconn|appréci|félicit|salu|remerci|gré|intérêt"),
        _PARTICULAR: lazy(r"particul|notam|spécial|surtout|soulign"),
    },
    "es": {
        _PLAIN: lazy(
            r"profund|grave|seri|suma|enérg|firme|fuerte|hond|alarm|encarec|alt|más|muy|gran|extrem|intens|viv|exig|sincer|plen|"
            r"resuelt|insta|indign|estric|categór"
        ),
        _APPRECIATION: lazy(r"satisf|gratit|recono|aprec|agrad|beneplá|encomi|interés|aplau"),
        _PARTICULAR: lazy(r"particul|especi|sobre todo|relieve|destac|notable"),
    },
    "ru": {
        _PLAIN: lazy(
            r"глубок|серьез|крайн|решит|сильн|настоят|тревог|встревож|высок|самы|особ|остр|больш|тверд|категор|энергич|искренн|полн|"
            r"очень|весьма|возмущ|жестк|усил|насущ|решим"
        ),
        _APPRECIATION: lazy(r"призн|удовл|благод|приветств|высок|интерес|отдава|положит"),
        _PARTICULAR: lazy(r"частн|особ|специ|конкрет|прежде всего|подчерк"),
    },
    "zh": {
        _PLAIN: lazy("深|严|极|强|高|(?<!关)切|震|十分|非常|特别|重|坚|最|大力|郑重|敦促|痛|愤|全力|热烈|衷心|惊"),
        _APPRECIATION: lazy("赞|满意|感谢|欢迎|表扬|兴趣|高兴|欣|谢"),
        _PARTICULAR: lazy("特别|尤其|特|强调|着重"),
    },
    "ar": {
        _PLAIN: lazy(
            r"بالغ|شد|عميق|عمق|قو|جزع|عظيم|اشد|حث|كبير|صارم|حازم|خطير|جد|انزعاج|باشد|جسيم|عن كثب|حار|خالص|تام|كامل|الح|مزيد|خاص|"
            r"اعلي|بشكل"
        ),
        _APPRECIATION: lazy(r"تقدير|ارتياح|امتنان|شكر|رحب|اهتمام|ثن|اشاد|تنوه|ينوه|سرور"),
        _PARTICULAR: lazy(r"خاص|خصوص|سيما|تحديد|شدد|تشديد|اكد"),
    },
}


class Degrees(NamedTuple):
    """What an opening says beside its verb, and what something near it may stand for."""

    said: frozenset[str]
    may: frozenset[str]

    def lacks(self, other: Degrees) -> tuple[str, ...]:
        """What ``other`` says and nothing here stands for."""
        return tuple(sorted(other.said - self.may))


NOTHING = Degrees(frozenset(), frozenset((_PLAIN, _APPRECIATION, _PARTICULAR)))


def degrees(text: str, code: str) -> Degrees:
    """What the opening of a paragraph in the language ``code`` says of its degree."""
    if code not in _SAID:
        return NOTHING
    zone, wide = _ZONES.get(code, (_ZONE, _WIDE))
    near, around = folded(text[:zone], code), folded(text[:wide], code)
    return Degrees(
        frozenset(kind for kind, pattern in _SAID[code].items() if pattern.match(near)),
        frozenset(kind for kind, pattern in _MAY[code].items() if pattern.search(around)),
    )
