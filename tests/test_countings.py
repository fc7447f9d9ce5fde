"""What `consistency` collects of drafts in the other official languages, from invented paragraphs."""

from resolint.consistency import things
from resolint.pipeline import load
from tests.support.rows import each

DRAFTS = {
    "fr": (
        "*L’Assemblée générale*,",
        "*Rappelant* sa résolution 75/900 du 3 mars 2021 et les 14 500 jardins des écoles en 2019,",
        "14 500 jardins",
        "3 mars 2021",
    ),
    "es": (
        "*La Asamblea General*,",
        "*Recordando* su resolución 75/900, de 3 de marzo de 2021, y los 14.500 jardines de las escuelas en 2019,",
        "14.500 jardines",
        "3 de marzo de 2021",
    ),
    "ru": (
        "*Генеральная Ассамблея*,",
        "*ссылаясь* на свою резолюцию 75/900 от 3 марта 2021 года и на 14 500 садов в 2019 году,",
        "14 500 садов",
        "3 марта 2021",
    ),
    "zh": ("大会，", "回顾其2021年3月3日第75/900号决议和2019年的14 500个花园，", "14 500个花", "2021年3月3日"),
    "ar": (
        "إن الجمعية العامة،",
        "إذ تشير إلى قرارها 75/900 المؤرخ 3 آذار/مارس 2021 وإلى 500 14 حديقة في عام 2019،",
        "500 14 حديقة",
        "3 آذار/مارس 2021",
    ),
}


@each("language", DRAFTS)
def test_dates_references_and_figures_are_collected(language: str) -> None:
    organ, clause, number, day = DRAFTS[language]
    document = load(f"# {number}\n\n{organ}\n\n{clause}\n".encode(), name="draft.md")
    assert document.language == language
    found = {(one.kind, one.text) for one in things(document)}
    assert {("citation", "75/900"), ("number", number), ("date", day)} <= found
    assert not any("2019" in text for _, text in found)
