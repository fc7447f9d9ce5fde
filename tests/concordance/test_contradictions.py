"""What says something else though the figures are the same: organs, dates of references, negations, shares, places, manners."""

from __future__ import annotations

from itertools import combinations
from unicodedata import normalize

from resolint import cards
from resolint.cards import lexicon
from resolint.concordance.dated import dated, exchanged
from resolint.concordance.degrees import degrees
from resolint.concordance.figures import differences
from resolint.concordance.negations import negated
from resolint.concordance.openings import Opened, english_opening, opening_in
from resolint.concordance.shares import shares
from resolint.lexicon.figures import figures
from resolint.lexicon.tongues import Tongue
from resolint.pipeline import Session
from resolint.pipeline.concording import concord, in_margin
from resolint.pipeline.drafts import load
from tests.concordance.test_concord import ENGLISH, VERSIONS, held
from tests.support.rows import each

ORGANS = {
    "fr": ("L’Assemblée générale", "Le Conseil de sécurité"),
    "es": ("La Asamblea General", "El Consejo de Seguridad"),
    "ru": ("Генеральная Ассамблея", "Совет Безопасности"),
    "zh": ("大会", "安全理事会"),
    "ar": ("إن الجمعية العامة", "إن مجلس الأمن"),
}


@each("language", VERSIONS)
def test_an_organ_line_of_another_organ_is_a_warning(language: str) -> None:
    right, wrong = ORGANS[language]
    (remark,) = held(VERSIONS[language].replace(f"*{right}*", f"*{wrong}*", 1)).remarks
    assert (remark.kind, remark.severity) == ("organ", "warning")
    assert (remark.here, remark.there) == (("General Assembly",), ("Security Council",))


TWO_DATES = {
    "en": "resolutions 75/900 of {} and 76/901 of {}",
    "fr": "résolutions 75/900 du {} et 76/901 du {}",
    "es": "resoluciones 75/900, de {}, y 76/901, de {}",
    "ru": "резолюции 75/900 от {} года и 76/901 от {} года",
    "zh": "{}第75/900号和{}第76/901号决议",
    "ar": "القرارين 75/900 المؤرخ {} و 76/901 المؤرخ {}",
}
DAYS = {
    "en": ("3 March 2021", "5 May 2022"),
    "fr": ("3 mars 2021", "5 mai 2022"),
    "es": ("3 de marzo de 2021", "5 de mayo de 2022"),
    "ru": ("3 марта 2021", "5 мая 2022"),
    "zh": ("2021年3月3日", "2022年5月5日"),
    "ar": ("3 آذار/مارس 2021", "5 أيار/مايو 2022"),
}


@each("language", VERSIONS)
def test_dates_that_two_references_have_exchanged_are_told(language: str) -> None:
    words = lexicon()
    here = dated(TWO_DATES["en"].format(*DAYS["en"]), "en", words)
    assert here == {"75/900": "2021-03-03", "76/901": "2022-05-05"}
    first, second = DAYS[language]
    assert not exchanged(here, dated(TWO_DATES[language].format(first, second), language, words))
    assert len(exchanged(here, dated(TWO_DATES[language].format(second, first), language, words))) == 2


@each(
    ("language", "right", "wrong"),
    [
        ("fr", "*Décide* de planter", "*Décide* de ne pas planter"),
        ("es", "*Decide* plantar", "*Decide* no plantar"),
        ("ru", "*постановляет* посадить", "*постановляет* не сажать"),
        ("zh", "*决定*在", "*决定*不在"),
        ("ar", "*تقرر* غرس", "*تقرر* ألا تغرس"),
        ("ar", "*تقرر* غرس", "*تقرر* عدم غرس"),
    ],
)
def test_an_opening_negated_in_one_version_is_a_warning(language: str, right: str, wrong: str) -> None:
    assert right in VERSIONS[language]
    changed = VERSIONS[language].replace(right, wrong)
    assert [(one.kind, one.severity) for one in held(changed).remarks] == [("opening", "warning")]
    english = ENGLISH.replace("*Decides* to plant", "*Decides* not to plant")
    assert not held(changed, english).remarks
    assert [one.message for one in held(VERSIONS[language], english).remarks] == [
        "A negation follows the opening only here."
    ]


@each(
    ("language", "right", "wrong"),
    [
        ("fr", "de lui faire rapport", "de ne pas lui faire rapport"),
        ("es", "que le presente", "que no le presente"),
        ("ru", "представить ей", "не представлять ей"),
        ("zh", "秘书长就", "秘书长不要就"),
        ("ar", "أن يقدم", "ألا يقدم"),
    ],
)
def test_a_negation_of_what_is_asked_in_one_version_is_a_warning(language: str, right: str, wrong: str) -> None:
    assert right in VERSIONS[language]
    changed = VERSIONS[language].replace(right, wrong)
    assert [(one.kind, one.severity) for one in held(changed).remarks] == [("opening", "warning")]
    assert not held(changed, ENGLISH.replace("the Secretary-General to", "the Secretary-General not to")).remarks


def test_what_may_render_a_negation_contradicts_none() -> None:
    here = negated("Decides not to close the garden", 7, "en")
    assert not here.contradicts(negated("Décide de renoncer à fermer le jardin", 6, "fr"))
    assert not negated("постановляет не менее двух раз", 12, "ru").said


@each(
    ("language", "right", "wrong"),
    [
        ("fr", "12,5 %", "12,5 pour mille"),
        ("es", "12,5%", "12,5 por mil"),
        ("ru", "12,5 процента", "12,5 промилле"),
        ("zh", "12.5%", "12.5‰"),
        ("ar", "12.5 في المائة", "12.5 في الألف"),
    ],
)
def test_parts_of_a_thousand_against_parts_of_a_hundred_are_a_warning(language: str, right: str, wrong: str) -> None:
    assert right in VERSIONS[language]
    assert [(one.severity, one.here, one.there) for one in held(VERSIONS[language].replace(right, wrong)).remarks] == [
        ("warning", ("per cent",), ("per thousand",))
    ]
    assert not shares(right, language).exceeds(shares("12.5 per cent", "en"))


PLACES = {
    "fr": ("À publier un registre des plantes", "À soutenir les écoles rurales"),
    "es": ("Publicar un registro de las plantas", "Prestar apoyo a las escuelas rurales"),
    "ru": ("публиковать регистры", "помогать школам Минеральной долины"),
}


@each("language", PLACES)
def test_subparagraphs_in_each_others_place_are_a_warning(language: str) -> None:
    rural = "rural schools" if language != "ru" else "schools of the Mineral Valley"
    english = ENGLISH.replace("Schools;", "To publish a register of plants;").replace(
        "Streets;", f"To support {rural};"
    )
    schools, streets = {"fr": ("Écoles", "Rues"), "es": ("Escuelas", "Calles"), "ru": ("школы", "улицы")}[language]
    one, other = PLACES[language]
    for first, second, kinds in ((one, other, []), (other, one, ["order"])):
        text = VERSIONS[language].replace(f") {schools}", f") {first}").replace(f") {streets}", f") {second}")
        assert [remark.kind for remark in held(text, english).remarks] == kinds


SHORT_AND_LONG = {
    "zh": ("学校", "种植树木、灌木和花草并由每所学校的学生按照市政府的计划每周浇水两次的街道"),
    "ar": ("المدارس", "الشوارع التي يغرس فيها تلاميذ كل مدرسة الأشجار ويسقونها مرتين كل أسبوع وفقا لخطة المدينة"),
}


@each("language", SHORT_AND_LONG)
def test_a_long_and_a_short_subparagraph_in_each_others_place_are_a_warning(language: str) -> None:
    long = "Streets in which the pupils of each school plant trees and water them twice a week by the plan of the city;"
    english = ENGLISH.replace("Streets;", long)
    one, other = SHORT_AND_LONG[language]
    second = {"zh": "街道", "ar": "الشوارع"}[language]
    for first, last, kinds in ((one, other, []), (other, one, ["order"])):
        text = VERSIONS[language].replace(f") {second}", f") {last}").replace(f") {one}", f") {first}", 1)
        said = [remark.kind for remark in held(text, english).remarks if remark.severity != "info"]
        assert said == kinds


MANNERS = {
    "en": ("Takes note with appreciation of the report", "Takes note with interest of the report"),
    "fr": ("Prend note avec satisfaction du rapport", "Prend note avec intérêt du rapport"),
    "es": ("Toma nota con reconocimiento del informe", "Toma nota con interés del informe"),
    "ru": ("принимает к сведению с признательностью доклад", "принимает к сведению с интересом доклад"),
    "zh": ("赞赏地注意到报告", "感兴趣地注意到报告"),
    "ar": ("تحيط علما مع التقدير بالتقرير", "تحيط علما باهتمام بالتقرير"),
}


def _opening(text: str, code: str) -> Opened:
    words = lexicon()
    return (
        english_opening(text, words) if code == "en" else opening_in(text, cards.lexicon_of(code).kept(Tongue), words)
    )


@each("manner", (0, 1))
def test_note_taken_in_one_manner_agrees_in_all_pairs_of_languages(manner: int) -> None:
    read = {code: _opening(texts[manner], code) for code, texts in MANNERS.items()}
    for one, other in combinations(read, 2):
        assert read[one].agrees(read[other]), (one, other)
        assert not read[one].stronger(read[other]) and not read[other].stronger(read[one]), (one, other)


@each(
    ("english", "language", "other"),
    [
        ("resolution 217 A (III) of 10 December 1948", "ar", "القرار 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948"),
        ("resolution 217 A (III)", "zh", "第217A(III)号决议"),
        ("resolution 217 A (III)", "ru", "резолюция 217 А (III)"),
        ("resolutions S-24/2 and ES-10/18", "ar", "القرارين د إ-24/2 و دإط-10/18"),
        ("resolution 61/105 B", "ar", "القرار 61/105 باء"),
        ("650,000 schools", "ar", "650 ألف مدرسة"),
    ],
)
def test_references_with_letters_are_the_same_in_every_language(english: str, language: str, other: str) -> None:
    words = lexicon()
    assert not differences(figures(english, "en", words), figures(other, language, words))


def test_another_letter_of_a_reference_is_another_reference() -> None:
    words = lexicon()
    (found,) = differences(figures("resolution 217 B (III)", "en", words), figures("القرار 217 ألف (د-3)", "ar", words))
    assert (found.kind, found.sure) == ("reference", True)


@each(
    ("language", "text", "other"),
    [
        ("ru", "от 25.09.2015", "от 26.10.2015"),
        ("es", "de 25/9/2015", "de 26/10/2015"),
        ("zh", "二〇一五年九月二十五日", "二〇一五年十月二十六日"),
    ],
)
def test_dates_in_figures_alone_or_in_words_are_the_same_dates(language: str, text: str, other: str) -> None:
    words = lexicon()
    here = figures("of 25 September 2015", "en", words)
    assert not differences(here, figures(text, language, words))
    assert {(one.kind, one.sure) for one in differences(here, figures(other, language, words))} >= {("date", True)}


def test_accents_that_are_characters_of_their_own_hide_no_month() -> None:
    words = lexicon()
    apart = normalize("NFD", "le 3 décembre 2021")
    assert not differences(figures("3 December 2021", "en", words), figures(apart, "fr", words))


def test_the_number_of_a_register_is_shown_without_a_mark() -> None:
    words = lexicon()
    (found,) = differences(
        figures("vol. 15, No. 99531, 650,000", "en", words), figures("vol. 15, nᵒ 99351, 560 000", "fr", words)
    )
    assert (found.here, found.there) == (("99531", "650,000"), ("99351", "560,000"))


@each(
    ("language", "verb", "other", "english"),
    [("ru", "просит", "предлагает", "Requests"), ("ru", "просит", "настоятельно призывает", "Encourages")],
)
def test_russian_verbs_that_no_row_allows_are_warnings(language: str, verb: str, other: str, english: str) -> None:
    changed = VERSIONS[language].replace(f"*{verb}*", f"*{other}*")
    found = held(changed, ENGLISH.replace("*Requests*", f"*{english}*")).remarks
    assert [(one.kind, one.severity) for one in found] == [("strength", "warning")]


@each(("language", "wrong"), [("fr", "12,6"), ("es", "12,6"), ("ru", "12,6"), ("zh", "12.6"), ("ar", "12.6")])
def test_a_comment_names_the_versions_and_hangs_on_the_figure(language: str, wrong: str) -> None:
    session = Session(no_config=True)
    text = VERSIONS[language].replace(wrong.replace("6", "5"), wrong).encode()
    (found,) = concord(ENGLISH.encode(), [text], session, names=("en.md", "other.md"))
    (comment,) = in_margin(found, session)
    assert comment.text == "Numbers differ: 12.5 in the English text, 12.6 in this text."
    assert load(text, session, name="other.md").text(comment.span).strip("%") == wrong


@each(("right", "wrong", "place"), [("75/900", "75/901", "75/901"), ("2021", "2022", "2022"), ("mars", "mai", "mai")])
def test_references_years_and_months_have_their_place(right: str, wrong: str, place: str) -> None:
    session = Session(no_config=True)
    text = VERSIONS["fr"].replace(right, wrong, 1).encode()
    (found,) = concord(ENGLISH.encode(), [text], session, names=("en.md", "other.md"))
    (comment,) = in_margin(found, session)
    assert load(text, session, name="other.md").text(comment.span) == place


def test_a_missing_paragraph_is_quoted_by_the_name_of_its_version() -> None:
    paragraphs = VERSIONS["ru"].split("\n\n")
    text = "\n\n".join(paragraphs[:3] + paragraphs[4:]).encode()
    (found,) = concord(ENGLISH.encode(), [text], names=("en.md", "ru.md"))
    (comment,) = in_margin(found)
    assert "In the English text it reads: Noting that" in comment.text


DEGREES = {
    "fr": ("*Profondément préoccupée* par", "*Préoccupée* par"),
    "es": ("*Profundamente preocupada* por", "*Preocupada* por"),
    "ru": ("*будучи глубоко обеспокоена*", "*будучи обеспокоена*"),
    "zh": ("*深为关切*", "*关切*"),
    "ar": ("*وإذ يساورها بالغ القلق* إزاء", "*وإذ يساورها القلق* إزاء"),
}


@each("language", DEGREES)
def test_a_degree_of_the_opening_that_one_version_lacks_is_a_remark(language: str) -> None:
    deep, plain = (degrees(text.replace("*", ""), language) for text in DEGREES[language])
    strong, weak = degrees("Deeply concerned about floods", "en"), degrees("Concerned about floods", "en")
    assert deep.lacks(strong) == () == strong.lacks(deep)
    assert plain.lacks(strong) == ("deeply",) == weak.lacks(deep)


def test_a_degree_is_told_once_and_beside_no_other_strength() -> None:
    english = ENGLISH.replace("*Noting* that", "*Noting with appreciation* that")
    assert english != ENGLISH
    said = [remark for remark in held(VERSIONS["fr"], english).remarks if remark.kind == "strength"]
    assert len(said) == 1
