"""Which paragraph is missing is told where neighbours open alike, and where a version was read without its parts."""

from __future__ import annotations

from resolint.cards import lexicon, lexicon_of
from resolint.lexicon.figures import figures
from resolint.pipeline.concording import concord
from tests.support.rows import each

ENGLISH = """# Gardens

*The General Assembly*,

*Recalling* its interest in the schools of villages and in the teachers who plant trees beside them,

*Recalling* its interest in the hospitals of towns and in the nurses who work there by day and by night,

1. *Notes* the report of the Secretary-General on gardens;

2. *Decides* to consider the matter in 2031.
"""
VERSIONS = {
    "fr": (
        "# Jardins\n\n*L’Assemblée générale*,",
        "*Rappelant* l’intérêt qu’elle porte aux écoles des villages et aux enseignants qui plantent des arbres,",
        "*Rappelant* l’intérêt qu’elle porte aux hôpitaux des villes et au personnel infirmier qui y travaille jour et nuit,",
        "1. *Note* le rapport du Secrétaire général sur les jardins\u00a0;\n\n2. *Décide* d’examiner la question en 2031.",
    ),
    "zh": (
        "# 花园\n\n*大会*，",
        "*回顾*大会关心村庄学校和在学校旁种植树木的教师，",
        "*回顾*大会关心城镇医院和在医院日夜工作的护士，",
        "1. *注意到*秘书长关于花园的报告；\n\n2. *决定*在2031年审议此事。",
    ),
    "ar": (
        "# الحدائق\n\n*إن الجمعية العامة*،",
        "*إذ تشير* إلى اهتمامها بمدارس القرى وبالمعلمين الذين يغرسون الأشجار بجانبها،",
        "*وإذ تشير* إلى اهتمامها بمستشفيات المدن وبالممرضين الذين يعملون فيها ليلا ونهارا،",
        "1 - *تلاحظ* تقرير الأمين العام عن الحدائق؛\n\n2 - *تقرر* أن تنظر في المسألة في عام 2031.",
    ),
}


@each("language", VERSIONS)
def test_of_neighbours_that_open_alike_the_one_that_was_left_out_is_missing(language: str) -> None:
    head, *clauses = VERSIONS[language]
    for gone, word in ((0, "schools"), (1, "hospitals")):
        text = "\n\n".join([head, *(clause for at, clause in enumerate(clauses) if at != gone)]) + "\n"
        (said,) = concord(ENGLISH.encode(), [text.encode()], names=("en.md", "other.md"))
        missing = [row.here.text for row in said.rows if row.there is None and row.here is not None]
        assert len(missing) == 1 and word in missing[0], (gone, missing)


def test_an_arabic_number_whose_first_group_holds_its_decimals_is_read_from_behind() -> None:
    lexicon()
    for text, value in (("8 304 2 ملايين", 2_304_800_000.0), ("مبلغ 15, 185 18 دولارا", 18_185.15)):
        assert value in figures(text, "ar", lexicon(), lexicon_of("ar")).numbers, text
