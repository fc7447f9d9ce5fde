"""References to resolutions and large figures in drafts in the other official languages."""

from __future__ import annotations

from resolint.pipeline import Session, lint
from tests.concordance.test_concord import VERSIONS
from tests.support.rows import each

_SESSION = Session(no_config=True)


def _told(language: str, words: str) -> list[tuple[str, str]]:
    """The rules that speak of words in the first preambular paragraph, with what they say."""
    blocks = VERSIONS[language].split("\n\n")
    mark = {"zh": "，", "ar": "،"}.get(language, ",")
    blocks[2] = f"{words}{mark}"
    found = lint("\n\n".join(blocks).encode(), _SESSION, name="draft.md").active
    wanted = ("REF002", "REF013", "REF024", "NUM002")
    return [(one.rule, one.message) for one in found if one.rule in wanted and one.severity != "info"]


@each(
    "language, right",
    [
        ("fr", "*Rappelant* sa résolution 2719 (2023) du 21 décembre 2023"),
        ("es", "*Recordando* su resolución 2719 (2023), de 21 de diciembre de 2023"),
        ("ru", "*ссылаясь* на свою резолюцию 2719 (2023) от 21 декабря 2023 года"),
        ("zh", "*回顾*其2023年12月21日第2719(2023)号决议"),
        ("ar", "*إذ تشير* إلى قرارها 2719 (2023) المؤرخ 21 كانون الأول/ديسمبر 2023"),
    ],
)
def test_the_year_of_the_number_is_that_of_the_date(language: str, right: str) -> None:
    assert _told(language, right) == []
    assert [rule for rule, _ in _told(language, right.replace("(2023)", "(2024)"))] == ["REF013"]


@each(
    "language, words, day",
    [
        ("fr", "*Rappelant* sa résolution 70/1 du 25 septembre 2016", "25 septembre 2015"),
        ("es", "*Recordando* su resolución 70/1, de 25 de octubre de 2015", "25 de septiembre de 2015"),
        ("ru", "*ссылаясь* на свою резолюцию 70/1 от 24 сентября 2015 года", "25 сентября 2015 года"),
        ("zh", "*回顾*其2016年9月25日第70/1号决议", "2015年9月25日"),
        ("ar", "*إذ تشير* إلى قرارها 70/1 المؤرخ 24 أيلول/سبتمبر 2015", "25 أيلول/سبتمبر 2015"),
    ],
)
def test_a_known_day_is_told(language: str, words: str, day: str) -> None:
    told = _told(language, words)
    assert [rule for rule, _ in told] == ["REF013"]
    assert day in told[0][1]


@each(
    "language, words, shown",
    [
        ("fr", "*Rappelant* sa résolution 70-1 du 25 septembre 2015", "70/1"),
        ("fr", "*Rappelant* sa résolution 1/70 du 25 septembre 2015", "70/1"),
        ("fr", "*Rappelant* sa résolution 2719 du 21 décembre 2023", "2719 (2023)"),
        ("fr", "*Rappelant* sa résolution 77/161 du 14 décembre 2022 et 79/204 du 19 décembre 2024", "ses résolutions"),
        ("fr", "*Rappelant* sa résolution 2626(XXV) du 24 octobre 1970", "2626 ("),
        ("fr", "*Rappelant* sa résolution S-25/2 du 9 juin 2001 et ES-11/1 du 2 mars 2022", "ses résolutions"),
        ("es", "*Recordando* su resolución 79.204, de 19 de diciembre de 2024", "79/204"),
        ("ru", "*ссылаясь* на свою резолюцию 60-555 от 16 мая 2006 года", "60/555"),
        ("ar", "*إذ تشير* إلى قرارها 79.204 المؤرخ 19 كانون الأول/ديسمبر 2024", "79/204"),
        ("es", "*Recordando* su resolución n.º 70/1, de 25 de septiembre de 2015", "70/1"),
        ("es", "*Recordando* su resolución 70-1, de 25 de septiembre de 2015", "70/1"),
        ("es", "*Recordando* su resolución 2719, de 21 de diciembre de 2023", "2719 (2023)"),
        ("es", "*Recordando* su resolución 77/161, de 14 de diciembre de 2022, y 79/204", "sus resoluciones"),
        ("ru", "*ссылаясь* на свою резолюцию 70-1 от 25 сентября 2015 года", "70/1"),
        ("ru", "*ссылаясь* на свою резолюцию 77/161 от 14 декабря 2022 года и 79/204", "свои резолюции"),
        ("zh", "*回顾*其2015年9月25日第70-1号决议", "70/1"),
        ("zh", "*回顾*其2023年12月21日第2719号决议", "2719(2023)"),
        ("zh", "*回顾*其决议79/204号", "第70/1号决议"),
        ("ar", "*إذ تشير* إلى قرارها 70-1 المؤرخ 25 أيلول/سبتمبر 2015", "70/1"),
        ("ar", "*إذ تشير* إلى قرارها 1/70 المؤرخ 25 أيلول/سبتمبر 2015", "70/1"),
        ("ar", "*إذ تشير* إلى قرارها 70/1 المؤرخة 25 أيلول/سبتمبر 2015", "المؤرخ"),
        ("ar", "*إذ تشير* إلى قرارها 77/161 المؤرخ 14 كانون الأول/ديسمبر 2022 و 79/204", "قراريها"),
    ],
)
def test_numbers_of_resolutions_in_another_form_are_told(language: str, words: str, shown: str) -> None:
    told = _told(language, words)
    assert [rule for rule, _ in told] == ["REF002"]
    assert shown in told[0][1].split("write ")[-1]


@each(
    "language, words, right",
    [
        ("fr", "*Notant* que 1250000 enfants apprennent dans des jardins", "1 250 000"),
        ("fr", "*Notant* que 27450 000 enfants apprennent dans des jardins", "27 450"),
        ("fr", "*Notant* que 800000 km2 de jardins sont cultivés", "800 000"),
        ("ru", "*отмечая*, что на сады израсходовано 1234567,89 доллара", "1 234 567"),
        ("es", "*Observando* que 1250000 niños aprenden en huertos", "1.250.000"),
        ("ru", "*отмечая*, что 1250000 детей учатся в садах", "1 250 000"),
        ("zh", "*注意到*1250000名儿童在花园里学习", "1 250 000"),
        ("zh", "*注意到*45600所学校有花园", "45 600"),
        ("ar", "*إذ تلاحظ* أن 1250000 تلميذ يتعلمون في الحدائق", "000 250 1"),
        ("ar", "*إذ تلاحظ* أن 1 250 000 تلميذ يتعلمون في الحدائق", "000 250 1"),
        ("ar", "*إذ تلاحظ* أن 45600 من التلاميذ يتعلمون في الحدائق", "600 45"),
    ],
)
def test_thousands_are_parted(language: str, words: str, right: str) -> None:
    told = _told(language, words)
    assert [rule for rule, _ in told] == ["NUM002"]
    assert right in told[0][1].replace("\u00a0", " ").split("write ")[-1]


@each("language", ["fr", "es", "ru", "zh", "ar"])
def test_symbols_in_another_form_are_told(language: str) -> None:
    openings = {"fr": "*Notant*", "es": "*Observando*", "ru": "*отмечая*", "zh": "*注意到*", "ar": "*إذ تلاحظ*"}
    assert _told(language, f"{openings[language]} A/C.2/81/7") == []
    for symbol in ("A.81/215", "A/C2/81/7", "S/26/812", "E/2026/L14", "A-81-215", "a/81/215", "A/81/ 215"):
        assert {rule for rule, _ in _told(language, f"{openings[language]} {symbol}")} == {"REF024"}
