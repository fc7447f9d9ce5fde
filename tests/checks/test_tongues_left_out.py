"""What is left out of drafts in the other official languages, or doubled: organ line, label, year, mark of a note."""

from __future__ import annotations

import pytest

from resolint.pipeline import Session, lint
from tests.support.rows import each

_SESSION = Session(no_config=True)
_DRAFTS = {
    "fr": (
        "Deuxième Commission",
        "*L’Assemblée générale*,",
        "*Consciente* de la valeur des jardins des villes,",
        ("*Invite* les États Membres à :", "a)", "b)", "planter des arbres ;", "c)", "garder les arbres ;"),
        "*Décide* de rester saisie de la question.",
    ),
    "es": (
        "Segunda Comisión",
        "*La Asamblea General*,",
        "*Consciente* del valor de los jardines de las ciudades,",
        ("*Invita* a los Estados Miembros a:", "a)", "b)", "plantar árboles;", "c)", "cuidar los árboles;"),
        "*Decide* seguir ocupándose de la cuestión.",
    ),
    "ru": (
        "Второй комитет",
        "Генеральная Ассамблея,",
        "сознавая важность городских садов,",
        ("призывает государства-члены:", "a)", "b)", "сажать деревья;", "c)", "беречь деревья;"),
        "постановляет продолжать заниматься этим вопросом.",
    ),
    "zh": (
        "第二委员会",
        "大会，",
        "认识到城市花园的重要性，",
        ("鼓励会员国：", "(a)", "(b)", "种植树木；", "(c)", "爱护树木；"),
        "决定继续处理此案。",
    ),
    "ar": (
        "اللجنة الثانية",
        "إن الجمعية العامة،",
        "وإذ تلاحظ أهمية حدائق المدن،",
        ("تدعو الدول الأعضاء إلى:", "(أ)", "(ب)", "غرس الأشجار؛", "(ج)", "صون الأشجار؛"),
        "تقرر أن تبقي المسألة قيد نظرها.",
    ),
}


def _draft(language: str, *, line: bool = True, label: bool = True) -> str:
    body, organ, preamble, (leads, first, second, item, third, last), end = _DRAFTS[language]
    dash = " -" if language == "ar" else "."
    items = [f"{first} {item}", f"{second} {item}", f"{third + ' ' if label else ''}{last}"]
    front = f'+++\nsymbol = "A/C.2/84/L.9"\nbody = "{body}"\n+++'
    clauses = [f"1{dash} {leads}", *items, f"2{dash} {end}"]
    return "\n\n".join([front, "# 2030", *([organ] if line else []), preamble, preamble, *clauses]) + "\n"


def _told(text: str, rule: str) -> list[str]:
    found = lint(text.encode(), _SESSION, name="draft.md").active
    return [finding.message for finding in found if finding.rule == rule]


@each("language", tuple(_DRAFTS))
def test_an_organ_line_that_is_left_out_is_told(language: str) -> None:
    assert _told(_draft(language), "STR002") == []
    (told,) = _told(_draft(language, line=False), "STR002")
    assert _DRAFTS[language][1].strip("*,，،") in told


@each("language", tuple(_DRAFTS))
def test_a_label_that_is_left_out_is_told(language: str) -> None:
    assert _told(_draft(language), "STR042") == []
    (told,) = _told(_draft(language, label=False), "STR042")
    assert _DRAFTS[language][3][4] in told


@each("language", tuple(_DRAFTS))
def test_bare_figures_in_brackets_are_marks_of_the_negotiation(language: str) -> None:
    gap = "" if language == "zh" else " "
    word = {"fr": "jours", "es": "días", "ru": "дней", "zh": "天", "ar": "يوما"}[language]
    item = _DRAFTS[language][3][3]
    text = _draft(language).replace(item, f"{item[:-2].rstrip()}{gap}\\[90\\]\\[60\\]{gap}{word}{item[-1]}", 1)
    assert len(_told(text, "OPR020")) == 1


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("la résolution 2428 de 2018", ["2428 (2018)"]),
        ("les résolutions 1325 (2000), 2242 (15) et 2493 (2019)", ["2242 (2015)"]),
        ("la résolution 2566", ["2566 (…)"]),
        ("la résolution 2566 (2021), et la résolution 2566", []),
        ("la résolution 2200 A (XXI)", []),
    ],
)
def test_numbers_of_resolutions_have_their_years(cited: str, told: list[str]) -> None:
    text = _draft("fr").replace("planter des arbres", f"appliquer {cited}", 1)
    assert [message.split("“")[-1].split("”")[0] for message in _told(text, "REF050")] == told


@each("language", tuple(_DRAFTS))
def test_a_wrong_mark_at_the_end_is_mended_as_the_language_sets_it(language: str) -> None:
    right = _draft(language)
    mark, comma = {"zh": ("；", "，"), "ar": ("؛", "،")}.get(language, (";", ","))
    item = _DRAFTS[language][3][5]
    wrong = right.replace(item, f"{item[:-1].rstrip()}{comma}")
    assert wrong != right
    assert mended(wrong) == right.replace("*", "")
    stop = "。" if language == "zh" else "."
    assert mended(f"{right.rstrip()[:-1]}{mark}\n") == f"{right.rstrip()[:-1]}{stop}\n".replace("*", "")


def mended(text: str) -> str:
    """A draft with the safe fix of its end mark, without the stars of its italics."""
    report = lint(text.encode(), _SESSION, name="draft.md")
    (finding,) = (one for one in report.active if one.rule == "STR040")
    assert finding.fix is not None and finding.fix.applicability == "safe"
    (edit,) = finding.fix.edits
    block = report.text[edit.span.block]
    changed = block[: edit.span.start] + edit.replacement + block[edit.span.end :]
    assert text.replace("*", "").count(block) == 1
    return text.replace("*", "").replace(block, changed)


def test_an_upright_opening_is_set_in_italics() -> None:
    text = _draft("fr").replace("*Décide*", "Décide")
    found = [one for one in lint(text.encode(), _SESSION, name="draft.md").active if one.rule == "TYP001"]
    assert [one.fix.edits[0].italic for one in found if one.fix is not None] == [True]


@pytest.mark.parametrize(
    ("clause", "right"),
    [("*Réaffirme* qu’il est résolu à planter des arbres.", "elle"), ("*Réaffirme* qu’elle est résolue à agir.", "")],
)
def test_pronouns_behind_the_opening_agree(clause: str, right: str) -> None:
    told = _told(_draft("fr").replace("*Décide* de rester saisie de la question.", clause), "STR043")
    assert bool(told) == bool(right) and (not right or right in told[0])


def test_a_committee_is_named_in_the_language_of_the_draft() -> None:
    assert _told(_draft("fr"), "SPN017") == []
    for wrong in ("Second Committee", "Seconde Commission"):
        (told,) = _told(_draft("fr").replace("Deuxième Commission", wrong), "SPN017")
        assert "Deuxième" in told


def test_of_two_chinese_names_the_nearer_is_meant() -> None:
    text = _draft("zh").replace("鼓励会员国", "鼓励联合国环境计划署", 1)
    (told,) = _told(text, "REF048")
    assert "联合国环境规划署" in told
    assert _told(text.replace("计划", "开发"), "REF048") == []
