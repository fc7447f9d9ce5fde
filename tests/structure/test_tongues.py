"""Drafts in the other official languages: what is found in them, by invented texts."""

from __future__ import annotations

from resolint import cards
from resolint.lexicon import TONGUES
from resolint.lexicon.languages import languages
from resolint.lexicon.tongues import Tongue
from resolint.model import Document
from resolint.pipeline import load
from resolint.pipeline.building import build
from tests.support.rows import each

DRAFTS = {
    "fr": """Quatre-vingtième session

Point 18 b) de l’ordre du jour

Égypte et Fidji : projet de résolution

# Les jardins des écoles

*L’Assemblée générale*,

*Rappelant* sa résolution 75/900 du 3 mars 2021,

*Profondément préoccupée* par le manque de jardins,

*Estimant* qu’il faut des jardins dans les villes,

1. *Décide* de planter des arbres :

a) Dans les écoles ;

b) Dans les rues ;

2. *Prie* le Secrétaire général de lui faire rapport.

# Annexe

Liste des arbres
""",
    "es": """Octogésimo período de sesiones

Tema 18 b) del programa

Egipto y Fiji: proyecto de resolución

# Los jardines de las escuelas

*La Asamblea General*,

*Recordando* su resolución 75/900, de 3 de marzo de 2021,

*Profundamente preocupada* por la falta de jardines,

*Estimando* que hacen falta jardines en las ciudades,

1. *Decide* plantar árboles:

a) En las escuelas;

b) En las calles;

2. *Solicita* al Secretario General que le presente un informe.

# Anexo

Lista de los árboles
""",
    "ru": """Восьмидесятая сессия

Пункт 18(b) повестки дня

Египет и Фиджи: проект резолюции

# Сады при школах

*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 75/900 от 3 марта 2021 года,

*будучи глубоко обеспокоена* нехваткой садов,

*считая*, что городам нужны сады,

1. *постановляет* посадить деревья:

a) при школах;

b) на улицах;

2. *просит* Генерального секретаря представить ей доклад.

# Приложение

Перечень деревьев
""",
    "zh": """第八十届会议

议程项目18(b)

埃及和斐济：决议草案

# 学校的花园

*大会*，

*回顾*其2021年3月3日第75/900号决议，

*深为关切*花园不足，

*又认识到*城市需要花园，

1. *决定*在以下地点植树：

(a) 学校；

(b) 街道；

2. *请*秘书长向大会提交报告。

# 附件

树木清单
""",
    "ar": """الدورة الثمانون

البند 18 (ب) من جدول الأعمال

مصر وفيجي: مشروع قرار

# حدائق المدارس

*إن الجمعية العامة*،

*إذ تشير* إلى قرارها 75/900 المؤرخ 3 آذار/مارس 2021،

*وإذ يساورها بالغ القلق* إزاء قلة الحدائق،

*وإذ ترى* أن المدن في حاجة إلى الحدائق،

1 - *تقرر* غرس الأشجار في الأماكن التالية:

(أ) المدارس؛

(ب) الشوارع؛

٢ - *تطلـب* إلى الأمين العام أن يقدم إليها تقريرا.

# المرفق

قائمة الأشجار
""",
}


def read(language: str, text: str | None = None) -> Document:
    return load((text or DRAFTS[language]).encode(), name="draft.md")


@each("language", TONGUES)
def test_parts_are_found(language: str) -> None:
    document = read(language)
    assert document.language == language
    (act,) = document.acts
    assert document.text(act.title).strip() == DRAFTS[language].split("# ")[1].split("\n")[0]
    assert act.organ_line is not None
    assert [clause.role for clause in act.preamble] == ["preambular"] * 3
    assert [clause.number for clause in act.operative] == ["1", "2"]
    assert [child.number for child in act.operative[0].children] == ["a", "b"]
    assert len(act.annexes) == 1
    assert not act.body


@each("language", TONGUES)
def test_masthead_is_read(language: str) -> None:
    head = read(language).head
    assert head.session == DRAFTS[language].split("\n")[0]
    assert head.agenda_item == DRAFTS[language].split("\n")[2]
    assert head.sponsors


@each(
    ("language", "line", "number"),
    [
        ("ar", "بيرو وسويسرا وكينيا: مشروع قرار", 3),
        ("ar", "البوسنة والهرسك وترينيداد وتوباغو: مشروع قرار", 2),
        ("zh", "肯尼亚、秘鲁和瑞士：决议草案", 3),
        ("zh", "坦桑尼亚联合共和国和特立尼达和多巴哥：决议草案", 2),
        ("fr", "Kenya, Pérou et Suisse : projet de résolution", 3),
        ("fr", "Kenya et Royaume-Uni de Grande-Bretagne et d’Irlande du Nord : projet de résolution", 2),
        ("ru", "Кения, Перу и Швейцария: проект резолюции", 3),
        ("es", "Kenya y Trinidad y Tabago: proyecto de resolución", 2),
    ],
)
def test_sponsors_are_parted_as_the_language_joins_them(language: str, line: str, number: int) -> None:
    own = DRAFTS[language].split("# ")[1]
    text = f'+++\nsponsors = "{line}"\n+++\n\n# {own}'
    assert len(load(text.encode(), name="draft.md").head.sponsors) == number


@each("language", TONGUES)
def test_the_text_itself_is_never_changed(language: str) -> None:
    document = read(language)
    words = "\n".join(block.text for block in document.blocks)
    for line in DRAFTS[language].replace("*", "").replace("# ", "").split("\n"):
        assert line[-3:] in words
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            assert clause.opener is not None
            assert clause.end_mark.end - clause.end_mark.start == 1
            assert document.text(clause.end_mark) in ",;.:，；。：،؛"


def test_numbers_of_other_scripts_are_read() -> None:
    arabic, russian, chinese = (cards.lexicon_of(code).kept(Tongue) for code in ("ar", "ru", "zh"))
    labels = [arabic.label(text)[0] for text in ("1 - ا", "2- ا", "(أ) ا", "(هـ) ا", "(و) ا", "'3' ا")]
    assert labels == ["1.", "2.", "(a)", "(e)", "(f)", "(iii)"]
    assert [russian.label(text)[0] for text in ("а) и", "a) и", "(с) и", "b) и")] == ["(a)", "(a)", "(c)", "(b)"]
    assert [chinese.label(text)[0] for text in ("1. 请", "(十二) 请", "(二) 请", "㈢ 请")] == [
        "1.",
        "(12)",
        "(2)",
        "(3)",
    ]


def test_vowel_signs_tatweel_and_lookalikes_are_folded() -> None:
    arabic, russian = (cards.lexicon_of(code).kept(Tongue) for code in ("ar", "ru"))
    assert arabic.opening("يحيـط عِلماً بالتقرير")[1] == "operative"
    assert russian.opening("cсылаясь на резолюцию")[1] == "preambular"


def test_passages_of_few_words_tell_their_language() -> None:
    known = languages(cards.lexicon())
    told = {"en": "Adoption of the agenda", "fr": "Adoption du budget annuel", "es": "Aprobación del presupuesto anual"}
    assert {code: known.of_passage(text) for code, text in told.items()} == {code: code for code in told}
    assert known.of_passage("1234 - 56") == ""


@each(
    ("language", "preamble", "paragraphs"),
    [
        ("zh", "回顾其决议，", "鼓励会员国植树；\n\n悉心照料学校的花园；\n\n请秘书长提交报告。"),
        (
            "fr",
            "*Rappelant* sa résolution,",
            "*Décide* de planter ;\n\n*Arrose* les jardins ;\n\n*Prie* le Secrétaire général de lui faire rapport.",
        ),
    ],
)
def test_paragraphs_whose_numbers_are_lost_are_operative_whatever_opens_them(
    language: str, preamble: str, paragraphs: str
) -> None:
    organ = {"zh": "大会，", "fr": "*L’Assemblée générale*,"}[language]
    document = load(f"# 花园 jardins\n\n{organ}\n\n{preamble}\n\n{paragraphs}\n".encode(), name="draft.md")
    assert len(document.acts[0].operative) == 3


def test_a_line_of_sponsors_that_a_file_states_otherwise_than_it_prints_is_read() -> None:
    front = '+++\nsymbol = "A/80/L.900"\nsponsors = "Kenya et Togo : draft resolution"\n+++\n\n'
    own = DRAFTS["fr"].partition("# ")[2]
    document = load(build((front + "# " + own).encode(), name="draft.md"), name="draft.docx")
    assert {*document.head.blocks} <= {block.id for block in document.blocks}


def test_a_heading_with_a_number_is_no_paragraph() -> None:
    text = (
        DRAFTS["fr"]
        .replace("1. *Décide*", "## I. Mesures nationales\n\n1. *Décide*")
        .replace("2. *Prie*", "## II. Coopération\n\n2. *Prie*")
    )
    act = load(text.encode(), name="draft.md").acts[0]
    assert len(act.headings) == 2 and [clause.number for clause in act.operative] == ["1", "2"]
