"""What a passage speaks of and the States that it names: paragraphs exchanged, States left out; and where comments lie."""

from __future__ import annotations

from resolint import cards
from resolint.cards import catalogue, lexicon
from resolint.concordance.chapters import chapters
from resolint.concordance.negations import denied
from resolint.concordance.states import States, states
from resolint.concordance.terms import terms
from resolint.lexicon import TONGUES
from resolint.pipeline import Session
from resolint.pipeline.concording import concord, in_margin
from resolint.pipeline.drafts import load
from resolint.pipeline.rendering import render_concordance
from resolint.report.spoken import CONTEXT, TEXTS
from tests.concordance.test_concord import ENGLISH, VERSIONS, held
from tests.support.rows import each

ITEMS = {
    "en": ("To build libraries in villages", "To train nurses for hospitals", "To clean the rivers"),
    "fr": (
        "À construire des bibliothèques dans les villages",
        "À former le personnel des hôpitaux",
        "À nettoyer les rivières",
    ),
    "es": ("A construir bibliotecas en las aldeas", "A capacitar al personal de los hospitales", "A limpiar los ríos"),
    "ru": ("строить библиотеки в деревнях", "обучать персонал больниц", "очищать реки"),
    "zh": ("在村庄修建图书馆", "培训医院人员", "清洁河流"),
    "ar": ("بناء المكتبات في القرى", "تدريب موظفي المستشفيات", "تنظيف الأنهار"),
}
MARKS = {"fr": " ;", "zh": "；", "ar": "؛"}


def listed(language: str, order: tuple[int, ...] = (0, 1, 2)) -> str:
    """A version whose list has other items, in an order."""
    source = ENGLISH if language == "en" else VERSIONS[language]
    paragraphs = source.split("\n\n")
    at = next(place for place, text in enumerate(paragraphs) if text.startswith(("a) ", "(a) ", "(أ) ")))
    labels = (
        ("(أ)", "(ب)", "(ج)")
        if language == "ar"
        else ("(a)", "(b)", "(c)")
        if paragraphs[at][0] == "("
        else ("a)", "b)", "c)")
    )
    mark = MARKS.get(language, ";")
    items = [f"{label} {ITEMS[language][place]}{mark}" for label, place in zip(labels, order, strict=True)]
    return "\n\n".join([*paragraphs[:at], *items, *paragraphs[at + 2 :]])


@each("language", TONGUES)
def test_items_in_each_others_place_are_told_where_no_figure_tells_them_apart(language: str) -> None:
    assert not held(listed(language), listed("en")).remarks
    for order in ((1, 0, 2), (0, 2, 1), (2, 1, 0)):
        (remark,) = held(listed(language, order), listed("en")).remarks
        assert (remark.kind, remark.severity) == ("order", "warning"), (order, remark)


@each("language", TONGUES)
def test_what_renders_one_another_is_the_same_matter(language: str) -> None:
    english = lexicon()
    for one, other in zip(ITEMS["en"], ITEMS[language], strict=True):
        assert terms(one, "en", english) & terms(other, language, english), other


NAMES = {
    "fr": ("Chili", "États-Unis d’Amérique", "Pérou"),
    "es": ("Chile", "Estados Unidos de América", "Perú"),
    "ru": ("Чили", "Соединенным Штатам Америки", "Перу"),
    "zh": ("智利", "美利坚合众国", "秘鲁"),
    "ar": ("شيلي", "والولايات المتحدة الأمريكية", "بيرو"),
}


def named(text: str, language: str) -> States:
    own = None if language == "en" else cards.lexicon_of(language)
    return states(text, language, lexicon(), own)


@each("language", NAMES)
def test_states_are_known_by_their_names_in_every_language(language: str) -> None:
    chile, america, peru = NAMES[language]
    here = named("Chile and the United States of America", "en")
    both = named(f"{chile}, {america}", language)
    assert both.named == here.named == {"Chile", "United States of America"}
    assert named(america, language).lacks(here) == ("Chile",)
    assert named(f"{peru}, {america}", language).lacks(here) == ("Chile",)
    assert here.lacks(named(f"{peru}, {america}", language)) == ("Peru",)


@each(
    ("text", "language", "meant"),
    [
        ("нигерийские власти", "ru", "Nigeria"),
        ("the Sudanese authorities", "en", "Sudan"),
        ("白俄罗斯", "zh", "Belarus"),
        ("Южно-Африканская Республика", "ru", "South Africa"),
    ],
)
def test_an_adjective_may_stand_for_a_state(text: str, language: str, meant: str) -> None:
    assert meant in named(text, language).meant


def test_a_longer_name_is_no_shorter_one() -> None:
    assert named("白俄罗斯", "zh").named == {"Belarus"}
    assert named("在索马里", "zh").named == {"Somalia"}
    assert named("Equatorial Guinea", "en").named == {"Equatorial Guinea"}


def test_a_state_left_out_or_exchanged_is_a_warning() -> None:
    english = ENGLISH.replace("(a) Schools;", "(a) Chile and Peru;")
    for wrong, here, there in (("Chili", ("Peru",), ()), ("Chili et Ghana", ("Peru",), ("Ghana",))):
        (remark,) = held(VERSIONS["fr"].replace("a) Écoles ;", f"a) {wrong} ;"), english).remarks
        assert (remark.kind, remark.severity, remark.here, remark.there) == ("state", "warning", here, there)


def test_sponsors_that_stand_for_others_are_told() -> None:
    sides = [f'+++\nsponsors = "{names}"\n+++\n\n{text}'.encode() for names, text in (
        ("Chile, Ghana: draft resolution", ENGLISH), ("Chili et Gabon : projet de résolution", VERSIONS["fr"])
    )]  # fmt: skip
    (found,) = concord(sides[0], sides[1:], Session(no_config=True))
    assert [(one.kind, one.here, one.there) for one in found.remarks] == [("state", ("Ghana",), ("Gabon",))]


PLACES = {
    "fr": (
        ("Prie", "Invite", "Invite"),
        ("12,5 %", "12,5 pour mille", "pour mille"),
        ("de planter", "de ne pas planter", "ne pas"),
    ),
    "es": (("Solicita", "Invita", "Invita"), ("12,5%", "12,5 por mil", "por mil"), ("plantar", "no plantar", "no")),
    "ru": (
        ("просит", "предлагает", "предлагает"),
        ("процента", "промилле", "промилле"),
        ("посадить", "не сажать", "не"),
    ),
    "zh": (("请", "邀请", "邀请"), ("12.5%", "12.5‰", "‰"), ("决定*", "决定*不", "不")),
    "ar": (("تطلب", "تدعو", "تدعو إلى"), ("في المائة", "في الألف", "في الألف"), ("غرس", "عدم غرس", "عدم")),
}


@each("language", PLACES)
def test_comments_lie_on_the_words(language: str) -> None:
    session = Session(no_config=True)
    for right, wrong, words in PLACES[language]:
        assert right in VERSIONS[language], right
        other = load(VERSIONS[language].replace(right, wrong, 1).encode(), session, name="b.md")
        (found,) = concord(ENGLISH.encode(), [other], session, names=("a.md", "b.md"))
        assert words in [other.text(one.span) for one in in_margin(found, session)], (wrong, found.remarks)


@each(
    ("right", "wrong", "said"),
    [
        ("75/900", "75/901", "Les numéros de résolutions et autres références diffèrent : 75/900 ici, 75/901 là."),
        ("3 mars", "3 mai", "Les mois diffèrent : mars ici, mai là."),
        ("de planter", "de ne pas planter", "Une négation suit la formule initiale seulement là."),
        ("b) Rues ;\n\n", "", "paragraphe 1 (b) du dispositif manque dans b.md."),
        ("*Prie*", "*Invite*", "La formule initiale est plus faible là : « Requests » ici,"),
    ],
)
def test_the_concordance_speaks_french(right: str, wrong: str, said: str) -> None:
    session = Session(no_config=True, ui="fr")
    found = concord(
        ENGLISH.encode(), [VERSIONS["fr"].replace(right, wrong, 1).encode()], session, names=("a.md", "b.md")
    )
    for form in ("text", "html"):
        assert said.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»") in render_concordance(
            found, form, words=session.words
        )
    margin = [one.text for one in in_margin(found[0], session)]
    assert margin and not any(" here" in one or "this text" in one for one in margin), margin


def test_every_sentence_of_the_concordance_has_a_translation() -> None:
    words = catalogue("fr")
    assert words is not None
    for text in TEXTS:
        if "‹" in text:
            assert words.of(f"{CONTEXT}{text}") != f"{CONTEXT}{text}", text


CHAPTERS = {"fr": "du Chapitre {}", "es": "del Capítulo {}", "ru": "главы {}", "zh": "第{}章", "ar": "الفصل {}"}
SEVENTH = {"zh": ("七", "六"), "ar": ("السابع", "السادس")}


@each("language", CHAPTERS)
def test_chapters_are_compared_in_figures_and_in_words(language: str) -> None:
    seventh, sixth = SEVENTH.get(language, ("VII", "VI"))
    assert chapters("under Chapter VII of the Charter", "en") == chapters(CHAPTERS[language].format(seventh), language)
    assert chapters(CHAPTERS[language].format(sixth), language) == {6}


@each(
    ("text", "language", "said"),
    [
        ("Encourages owners not to close bridges", "en", True),
        ("for a sum not exceeding 5 dollars", "en", False),
        ("des ponts qui ne sont pas gardés", "fr", True),
        ("pour une durée ne dépassant pas deux ans", "fr", False),
        ("не закрывать мосты", "ru", True),
        ("не менее двух мостов", "ru", False),
        ("que no cierren los puentes", "es", True),
        ("الجسور التي لا تغلق", "ar", True),
    ],
)
def test_negations_inside_of_a_paragraph_are_told(text: str, language: str, said: bool) -> None:
    assert denied(text, language).said is said


def test_a_negation_that_one_version_lacks_is_a_warning() -> None:
    english = ENGLISH.replace("to plant trees in the following places", "not to close gardens in the following places")
    kinds = [(one.kind, one.severity) for one in held(VERSIONS["ru"], english).remarks]
    assert ("opening", "warning") in kinds


def test_a_state_of_which_an_adjective_alone_is_left_is_a_remark() -> None:
    english = ENGLISH.replace("Streets;", "To plant trees in Austria beside the Austrian schools;")
    for words, kinds in (
        ("De planter des arbres en Autriche près des écoles autrichiennes", []),
        ("De planter des arbres près des écoles autrichiennes", ["state"]),
    ):
        said = held(VERSIONS["fr"].replace("Rues", words), english).remarks
        assert [remark.kind for remark in said if remark.kind == "state"] == kinds
        assert all(remark.severity == "info" for remark in said if remark.kind == "state")
