"""Language versions held against one another, by invented texts in all six languages."""

from __future__ import annotations

import json
from pathlib import Path

from resolint import cards
from resolint.cards import lexicon
from resolint.cli.root import cli
from resolint.concordance import Concordance
from resolint.concordance.contraries import contraries, sides
from resolint.concordance.figures import differences
from resolint.concordance.openings import NOTHING, opened, opening_in
from resolint.lexicon.figures import figures
from resolint.lexicon.tongues import Tongue
from resolint.pipeline import Session
from resolint.pipeline.building import build
from resolint.pipeline.concording import concord
from resolint.pipeline.drafts import load
from resolint.pipeline.rendering import render_concordance
from tests.support.rows import each
from tests.support.runner import runner

ENGLISH = """# The gardens of schools

*The General Assembly*,

*Recalling* its resolution 75/900 of 3 March 2021,

*Noting* that 483,918 pupils and 12.5 per cent of teachers have no garden,

1. *Decides* to plant trees in the following places:

(a) Schools;

(b) Streets;

2. *Requests* the Secretary-General to report to it on document A/75/L.900.
"""
VERSIONS = {
    "fr": """# Les jardins des écoles

*L’Assemblée générale*,

*Rappelant* sa résolution 75/900 du 3 mars 2021,

*Notant* que 483 918 élèves et 12,5 % des enseignants n’ont pas de jardin,

1. *Décide* de planter des arbres dans les lieux suivants :

a) Écoles ;

b) Rues ;

2. *Prie* le Secrétaire général de lui faire rapport sur le document A/75/L.900.
""",
    "es": """# Los jardines de las escuelas

*La Asamblea General*,

*Recordando* su resolución 75/900, de 3 de marzo de 2021,

*Observando* que 483.918 alumnos y el 12,5% de los maestros no tienen jardín,

1. *Decide* plantar árboles en los lugares siguientes:

a) Escuelas;

b) Calles;

2. *Solicita* al Secretario General que le presente un informe sobre el documento A/75/L.900.
""",
    "ru": """# Сады при школах

*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 75/900 от 3 марта 2021 года,

*отмечая*, что у 483 918 учеников и 12,5 процента учителей нет сада,

1. *постановляет* посадить деревья в следующих местах:

a) школы;

b) улицы;

2. *просит* Генерального секретаря представить ей доклад о документе A/75/L.900.
""",
    "zh": """# 学校的花园

*大会*，

*回顾*其2021年3月3日第75/900号决议，

*注意到*48.3918万名学生和12.5%的教师没有花园，

1. *决定*在以下地点植树：

(a) 学校；

(b) 街道；

2. *请*秘书长就A/75/L.900号文件向大会提交报告。
""",
    "ar": """# حدائق المدارس

*إن الجمعية العامة*،

*إذ تشير* إلى قرارها 75/900 المؤرخ 3 آذار/مارس 2021،

*وإذ تلاحظ* أن 918 483 تلميذا و 12.5 في المائة من المعلمين ليست لهم حديقة،

1 - *تقرر* غرس الأشجار في الأماكن التالية:

(أ) المدارس؛

(ب) الشوارع؛

2 - *تطلب* إلى الأمين العام أن يقدم إليها تقريرا عن الوثيقة A/75/L.900.
""",
}


def held(other: str, first: str = ENGLISH) -> Concordance:
    (found,) = concord(first.encode(), [other.encode()], names=("en.md", "other.md"))
    return found


@each("language", VERSIONS)
def test_a_faithful_version_gives_no_remark(language: str) -> None:
    found = held(VERSIONS[language])
    assert found.there_language == language
    assert not found.remarks
    assert len(found.rows) == 7
    assert all(row.here is not None and row.there is not None for row in found.rows)


@each("language", VERSIONS)
@each(
    ("right", "wrong", "kind"),
    [
        ("75/900", "75/901", "reference"),
        ("L.900", "L.901", "symbol"),
        ("2021", "2022", "number"),
        ("12", "13", "number"),
    ],
)
def test_what_differs_is_found(language: str, right: str, wrong: str, kind: str) -> None:
    found = held(VERSIONS[language].replace(right, wrong, 1))
    assert [(remark.kind, remark.severity) for remark in found.remarks] == [(kind, "warning")]


@each("language", VERSIONS)
def test_a_paragraph_that_is_missing_or_doubled_is_found(language: str) -> None:
    paragraphs = VERSIONS[language].split("\n\n")
    without = held("\n\n".join(paragraphs[:3] + paragraphs[4:]))
    assert [(remark.kind, remark.message) for remark in without.remarks] == [
        ("missing", "preambular 2 is missing in other.md.")
    ]
    twice = held("\n\n".join(paragraphs[:4] + paragraphs[3:]))
    assert [remark.kind for remark in twice.remarks] == ["doubled"]


@each(
    ("language", "right", "wrong", "verb"),
    [
        ("fr", "*Prie*", "*Souligne*", "request"),
        ("fr", "*Notant*", "*Regrettant*", "note"),
        ("es", "*Decide*", "*Recomienda*", "decide"),
        ("ru", "*просит*", "*рекомендует*", "request"),
        ("zh", "*回顾*", "*欢迎*", "recall"),
        ("ar", "*تقرر*", "*تحيط علما*", "decide"),
    ],
)
def test_a_verb_of_quite_another_meaning_is_a_warning(language: str, right: str, wrong: str, verb: str) -> None:
    assert right in VERSIONS[language]
    (remark,) = held(VERSIONS[language].replace(right, wrong)).remarks
    assert (remark.severity, remark.here) == ("warning", (f"“{verb}”",))
    assert remark.kind in ("opening", "strength")


@each(
    ("language", "right", "wrong", "direction"),
    [
        ("fr", "*Prie*", "*Exhorte*", "stronger"),
        ("es", "*Solicita*", "*Exige*", "stronger"),
        ("es", "*Solicita*", "*Alienta*", "weaker"),
        ("ru", "*просит*", "*требует*", "stronger"),
        ("zh", "*请*", "*要求*", "stronger"),
        ("zh", "*请*", "*鼓励*", "weaker"),
    ],
)
def test_a_verb_of_another_strength_is_a_warning(language: str, right: str, wrong: str, direction: str) -> None:
    assert right in VERSIONS[language]
    found = held(VERSIONS[language].replace(right, wrong))
    assert [(remark.kind, remark.severity) for remark in found.remarks] == [("strength", "warning")]
    assert f"is {direction} there" in found.remarks[0].message


def test_a_participle_and_a_verb_and_neighbours_on_a_scale_agree() -> None:
    words = cards.lexicon()
    noting, deeply = opened(["Noting"], words), opened(["Deeply concerned"], words)
    assert noting.agrees(opened(["Notes", "Observes"], words))
    assert deeply.agrees(opened(["Expressing deep concern"], words))
    assert not noting.agrees(opened(["Decides"], words)) and noting.agrees(NOTHING)
    urges, requests = opened(["Urges"], words), opened(["Requests"], words)
    assert urges.stronger(requests) and not requests.stronger(urges)
    assert not opened(["Urges", "Calls upon"], words).stronger(opened(["Requests", "Calls upon"], words))


@each("language", VERSIONS)
def test_a_paragraph_at_another_place_is_told_so(language: str) -> None:
    paragraphs = VERSIONS[language].split("\n\n")
    found = held("\n\n".join([*paragraphs[:2], paragraphs[3], paragraphs[2], *paragraphs[4:]]))
    assert [(remark.kind, remark.severity) for remark in found.remarks] == [("order", "warning")]
    assert "stands elsewhere there" in found.remarks[0].message


def test_a_paragraph_of_the_other_part_is_told_so() -> None:
    moved = VERSIONS["fr"].replace("n’ont pas de jardin,", "n’ont pas de jardin ;").replace("*Notant*", "1. *Note*")
    found = held(moved.replace("1. *Décide*", "2. *Décide*").replace("2. *Prie*", "3. *Prie*"))
    assert ("part", "warning") in [(remark.kind, remark.severity) for remark in found.remarks]


def test_an_abbreviation_that_only_one_version_explains_and_needs_again_is_a_remark() -> None:
    once = ENGLISH.replace("the Secretary-General to report", "the Secretary-General (SG) to report")
    (found,) = concord(once.encode(), [VERSIONS["fr"].encode()], names=("en.md", "other.md"))
    assert not found.remarks
    english = once.replace("no garden", "no garden of the SG")
    (found,) = concord(english.encode(), [VERSIONS["fr"].encode()], names=("en.md", "other.md"))
    assert [(remark.kind, remark.severity, remark.here) for remark in found.remarks] == [
        ("abbreviation", "info", ("SG",))
    ]
    both = VERSIONS["fr"].replace("le Secrétaire général", "le Secrétaire général (SEC)")
    (found,) = concord(english.encode(), [both.encode()], names=("en.md", "other.md"))
    assert not found.remarks


@each(
    ("english", "language", "other"),
    [
        ("1.5 million people", "zh", "150万人"),
        ("$263.9 million", "zh", "2.639亿美元"),
        ("100,000 people", "ar", "000 100 شخص"),
        ("from 8 to 12 June 2015", "fr", "du 8 au 12 juin 2015"),
        ("on 1 May 2015", "fr", "le 1er mai 2015"),
        ("the forty-eighth session", "es", "48º período de sesiones"),
        ("the sixty-ninth session", "zh", "第六十九届会议"),
        ("resolution 2204 (2015)", "zh", "第2204(2015)号决议"),
        ("on 22 January 2015", "ar", "22 كانــون الثاني/ يناير 2015"),
        ("at 3 p.m. on 5 May 2015", "es", "el 5 de mayo de 2015 a las 15.00 horas"),
        ("five States", "ru", "пять государств"),
    ],
)
def test_figures_are_the_same_however_a_language_writes_them(english: str, language: str, other: str) -> None:
    words = cards.lexicon()
    assert not differences(figures(english, "en", words), figures(other, language, words))


@each(
    ("english", "language", "other", "here", "there"),
    [
        ("2.5 million dollars", "fr", "2,5 milliards de dollars", "2,500,000", "2,500,000,000"),
        ("25 million dollars", "fr", "25 milliards de dollars", "25,000,000", "25,000,000,000"),
        ("2.5 million dollars", "fr", "2 500 millions de dollars", "2,500,000", "2,500,000,000"),
        ("2.5 million dollars", "es", "2.500 millones de dólares", "2,500,000", "2,500,000,000"),
        ("2.5 million dollars", "ru", "2,5 млрд долларов", "2,500,000", "2,500,000,000"),
        ("2.5 million dollars", "zh", "2.5亿美元", "2,500,000", "250,000,000"),
        ("to give 25 million dollars", "ar", "التبرع بمبلغ 25 بليون دولار", "25,000,000", "25,000,000,000"),
        ("its eighty-second session", "fr", "sa quatre-vingt-troisième session", "82", "83"),
        ("its eighty-second session", "fr", "sa 83e session", "82", "83"),
        ("its eighty-second session", "es", "su octogésimo tercer período de sesiones", "82", "83"),
        ("its eighty-second session", "ru", "своей восемьдесят третьей сессии", "82", "83"),
        ("its eighty-second session", "zh", "大会第八十三届会议", "82", "83"),
        ("its eighty-second session", "ar", "دورتها الثالثة والثمانين", "82", "83"),
        ("at least five gardens", "fr", "au moins six jardins", "5", "6"),
        ("at least five gardens", "es", "al menos seis jardines", "5", "6"),
        ("at least five gardens", "zh", "至少六个花园", "5", "6"),
        ("within two years", "fr", "dans les trois ans", "2", "3"),
        ("1,250,000 people", "es", "1.250 personas", "1,250,000", "1250"),
        ("1,250 people", "es", "1.250.000 personas", "1250", "1,250,000"),
        ("6 December 2023 and 12 December 2024", "zh", "2023年12月6日和2024年11月12日", "December", "November"),
        (
            "6 December 2023 and 12 November 2024",
            "es",
            "6 de diciembre de 2023 y 12 de diciembre de 2024",
            "November",
            "December",
        ),
    ],
)
def test_sums_sessions_and_counts_in_words_that_differ_are_found(
    english: str, language: str, other: str, here: str, there: str
) -> None:
    words = cards.lexicon()
    found = differences(figures(english, "en", words), figures(other, language, words, cards.lexicon_of(language)))
    assert [(one.sure, one.here, one.there) for one in found] == [(True, (here,), (there,))]


@each(
    ("english", "language", "other"),
    [
        ("2.5 million dollars", "fr", "2 500 000 dollars"),
        ("2.5 billion dollars", "es", "2.500 millones de dólares"),
        ("2.5 billion dollars", "zh", "25亿美元"),
        ("its eighty-second session", "fr", "sa quatre-vingt-deuxième session"),
        ("its eighty-second session", "es", "su octogésimo segundo período de sesiones"),
        ("its eighty-second session", "ru", "своей восемьдесят второй сессии"),
        ("its eighty-second session", "ar", "دورتها الثانية والثمانين"),
        ("twenty-two gardens and the second school", "fr", "vingt-deux jardins et la deuxième école"),
    ],
)
def test_sums_sessions_and_counts_in_words_that_agree_are_passed(english: str, language: str, other: str) -> None:
    words = cards.lexicon()
    assert not differences(figures(english, "en", words), figures(other, language, words, cards.lexicon_of(language)))


@each("verb", ["Requests", "Urges"])
def test_a_weaker_french_verb_is_a_warning(verb: str) -> None:
    found = held(VERSIONS["fr"].replace("*Prie*", "*Invite*"), ENGLISH.replace("*Requests*", f"*{verb}*"))
    assert [(remark.kind, remark.severity) for remark in found.remarks] == [("strength", "warning")]
    assert "is weaker there" in found.remarks[0].message


@each(
    ("language", "noting", "aware"),
    [
        ("fr", "*Notant* que", "*Consciente* que"),
        ("es", "*Observando* que", "*Consciente* de que"),
        ("ru", "*отмечая*", "*сознавая*"),
        ("zh", "*注意到*", "*意识到*"),
        ("ar", "*وإذ تلاحظ*", "*وإذ تدرك*"),
    ],
)
def test_aware_has_its_word_in_each_language(language: str, noting: str, aware: str) -> None:
    assert noting in VERSIONS[language]
    assert not held(VERSIONS[language].replace(noting, aware), ENGLISH.replace("*Noting* that", "*Aware* that")).remarks


def test_the_command_writes_text_json_and_a_page(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "fr.md").write_text(VERSIONS["fr"].replace("75/900", "75/901"), encoding="utf-8")
    (tmp_path / "ar.md").write_text(VERSIONS["ar"], encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("en.md", "fr.md", "ar.md")]
    text = runner().invoke(cli, ["concord", *paths])
    assert text.exit_code == 1
    assert "75/900 here, 75/901 there" in text.stdout
    told = runner().invoke(cli, ["concord", "--format", "json", *paths])
    assert [version["there"]["language"] for version in json.loads(told.stdout)["versions"]] == ["fr", "ar"]
    clean = runner().invoke(cli, ["concord", paths[0], paths[2], "-o", str(tmp_path / "page.html")])
    assert clean.exit_code == 0
    assert 'lang="ar" dir="auto"' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_page_shows_no_markup_of_a_draft() -> None:
    found = held(VERSIONS["fr"].replace("Rues", "<script>Rues"))
    assert "<script>" not in render_concordance([found], "html")


def test_unreadable_versions_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    found = runner().invoke(cli, ["concord", str(tmp_path / "en.md"), str(tmp_path / "empty.md")])
    assert found.exit_code == 2
    assert len(found.stderr.strip().splitlines()) == 1


STRANGER = """# Le transport fluvial

*L’Assemblée générale*,

*Consciente* des crues qui ferment le fleuve Dorlan trois mois par an,

1. *Charge* la commission du fleuve de publier un relevé des hauteurs d’eau ;

2. *Invite* les bateliers à faire connaître leurs vues avant le 30 juin 2019 ;

3. *Félicite* les éclusiers de la commune ;

4. *Décide* de rester saisie de la question.
"""


def test_versions_of_two_texts_are_refused_in_one_sentence(tmp_path: Path) -> None:
    for name, text in {"en.md": ENGLISH, "fr.md": STRANGER, "empty.md": "\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for other, said in {"fr.md": "next to nothing in common", "empty.md": "there is no"}.items():
        got = runner().invoke(cli, ["concord", str(tmp_path / "en.md"), str(tmp_path / other)])
        assert got.exit_code == 2 and said in got.stderr and other in got.stderr and len(got.stderr.splitlines()) == 1
    held_all_the_same = runner().invoke(
        cli, ["concord", str(tmp_path / "en.md"), str(tmp_path / "fr.md"), "--any-text"]
    )
    assert held_all_the_same.exit_code == 1 and "is missing" in held_all_the_same.stdout


def test_a_version_of_which_only_a_part_is_done_is_held() -> None:
    done = VERSIONS["fr"].partition("1. ")[0]
    assert [row.remarks[0].kind for row in held(done).rows if row.there is None] == ["missing"] * 4
    assert [row for row in held(VERSIONS["fr"], ENGLISH).rows if row.here is None] == []


LONG = {
    "en": "Requests the Secretary-General to plant trees in at least forty gardens, to see that they are watered by the pupils of each school, "
    "and to keep a list of the trees that bear fruit, of those that do not and of the reasons for which they do not;",
    "fr": "Prie le Secrétaire général de planter des arbres dans au moins quarante jardins, de veiller à ce qu’ils soient arrosés par les élèves de "
    "chaque école et de tenir une liste des arbres qui portent des fruits, de ceux qui n’en portent pas et des raisons pour lesquelles ils n’en portent pas ;",
    "es": "Solicita al Secretario General que plante árboles en al menos cuarenta jardines, que vele por que los rieguen los alumnos de cada escuela "
    "y que lleve una lista de los árboles que dan fruto, de los que no lo dan y de las razones por las que no lo dan;",
    "ru": "просит Генерального секретаря посадить деревья по меньшей мере в сорока садах, следить за тем, чтобы их поливали ученики каждой школы, "
    "и вести список деревьев, которые плодоносят, тех, которые не плодоносят, и причин, по которым они не плодоносят;",
    "zh": "请秘书长在至少四十个花园植树，确保每所学校的学生给树浇水，并列出结果的树木、不结果的树木以及不结果的原因的清单；",
    "ar": "تطلب إلى الأمين العام غرس الأشجار في أربعين حديقة على الأقل، والتأكد من أن تلاميذ كل مدرسة يسقونها، "
    "والاحتفاظ بقائمة بالأشجار التي تثمر وتلك التي لا تثمر والأسباب التي تجعلها لا تثمر؛",
}
AT_LEAST = {"fr": "au moins ", "es": "al menos ", "ru": "по меньшей мере ", "zh": "至少", "ar": " على الأقل"}


def remarked(other: str, language: str) -> list[tuple[str, str]]:
    """The kinds of remarks on a paragraph and its rendering, with what each side alone says."""
    english = ENGLISH.partition("2. ")[0] + f"2. {LONG['en']}\n"
    (found,) = concord(
        english.encode(),
        [(VERSIONS[language].partition("\n2")[0] + f"\n2{' -' if language == 'ar' else '.'} {other}\n").encode()],
        names=("en.md", "other.md"),
    )
    return [(remark.kind, " ".join((*remark.here, *remark.there))) for remark in found.rows[-1].remarks]


@each("language", VERSIONS)
def test_a_small_phrase_that_one_version_lacks_is_remarked(language: str) -> None:
    whole = LONG[language]
    assert ("qualifier", "at least") not in remarked(whole, language)
    assert ("qualifier", "at least") in remarked(whole.replace(AT_LEAST[language], ""), language)


@each("language", ("fr", "es", "ru"))
def test_a_clause_left_out_of_a_long_paragraph_is_remarked(language: str) -> None:
    whole = LONG[language]
    assert "length" not in [kind for kind, _ in remarked(whole, language)]
    assert "length" in [kind for kind, _ in remarked(whole[: len(whole) // 2] + " ;", language)]


def noted(language: str, *, mark: str = "[^1]", note: str = "\n[^1]: A/75/901.\n") -> str:
    """A version with a note to its second preambular paragraph, and another at its end."""
    text = (ENGLISH if language == "en" else VERSIONS[language]).rstrip().split("\n\n")
    text[3] = f"{text[3][:-1]}{mark}{text[3][-1]}"
    return "\n\n".join(text) + f"[^2]\n{note}\n[^2]: A/75/902.\n"


@each("language", VERSIONS)
def test_a_mark_of_a_note_and_a_note_that_one_version_lacks_are_warnings(language: str) -> None:
    assert not held(noted(language), noted("en")).remarks
    unmarked = held(noted(language, mark=""), noted("en")).remarks
    assert [(remark.kind, remark.severity, remark.here, remark.there) for remark in unmarked] == [
        ("note", "warning", ("1",), ("0",))
    ]
    gone = held(noted(language, mark="", note=""), noted("en")).remarks
    assert [(remark.kind, remark.severity) for remark in gone] == [("note", "warning"), ("missing", "warning")]


def test_a_note_that_nothing_refers_to_has_its_partner_in_word_too() -> None:
    without = build(load(noted("fr", mark="").encode(), Session(), name="fr.md"), Session())
    (found,) = concord(noted("en").encode(), [without], names=("en.md", "fr.docx"))
    assert [remark.kind for remark in found.remarks] == ["note"]
    assert all(row.here is not None and row.there is not None for row in found.rows)


def test_of_subparagraphs_whose_letters_moved_on_the_lost_one_is_named() -> None:
    english = ENGLISH.replace(
        "(a) Schools;", "(a) The schools of all the larger towns and of their outskirts, with their yards;"
    )
    french = VERSIONS["fr"].replace("a) Écoles ;\n\nb) Rues ;", "a) Rues ;")
    said = [(remark.kind, remark.message) for remark in held(french, english).remarks]
    assert said == [
        ("missing", "operative 1 (a) is missing in other.md."),
        ("numbering", "The number of the paragraph is b here and a there."),
    ]


HEADS = {
    "en": ("A/75/L.900", "Seventy-fifth session", "Agenda item 18 (b)", "3 March 2021"),
    "fr": ("A/75/L.900", "Soixante-quinzième session", "Point 18 b) de l’ordre du jour", "3 mars 2021"),
    "es": ("A/75/L.900", "Septuagésimo quinto período de sesiones", "Tema 18 b) del programa", "3 de marzo de 2021"),
    "ru": ("A/75/L.900", "Семьдесят пятая сессия", "Пункт 18(b) повестки дня", "3 March 2021"),
    "zh": ("A/75/L.900", "第七十五届会议", "议程项目18(b)", "3 March 2021"),
    "ar": ("A/75/L.900", "الدورة الخامسة والسبعون", "البند 18 (ب) من جدول الأعمال", "3 March 2021"),
}


def headed(language: str, *changed: str) -> bytes:
    """A version with a masthead, of which some fields are others."""
    fields = zip(
        ("symbol", "session", "agenda_item", "date"), [*changed, *HEADS[language][len(changed) :]], strict=True
    )
    front = "\n".join(f'{name} = "{value}"' for name, value in fields)
    return f"+++\n{front}\n+++\n\n{ENGLISH if language == 'en' else VERSIONS[language]}".encode()


@each("language", VERSIONS)
def test_mastheads_are_held_against_one_another(language: str) -> None:
    (found,) = concord(headed("en"), [headed(language)], Session(no_config=True))
    assert not found.remarks
    symbol, session, item, _ = HEADS[language]
    other = HEADS[language][1].replace("七十五", "七十六").replace("الخامسة", "السادسة").replace("пятая", "шестая")
    other = other.replace("quinto", "sexto").replace("quinzième", "seizième")
    for changed in (
        ("A/75/L.901",),
        (symbol, other),
        (symbol, session, item.replace("18", "19")),
        (symbol, session, item, "4 March 2021"),
    ):
        (found,) = concord(headed("en"), [headed(language, *changed)], Session(no_config=True))
        assert [(remark.severity, row.here.role) for row in found.rows for remark in row.remarks if row.here] == [
            ("warning", "masthead")
        ], (changed, found.remarks)


@each(
    ("language", "before", "after"),
    [
        ("fr", "avant le 1er mars 2021", "après le 1er mars 2021"),
        ("es", "antes del 1 de marzo de 2021", "después del 1 de marzo de 2021"),
        ("ru", "до 1 марта 2021 года", "после 1 марта 2021 года"),
        ("zh", "2021年3月1日之前", "2021年3月1日之后"),
        ("ar", "قبل 1 آذار/مارس 2021", "بعد 1 آذار/مارس 2021"),
    ],
)
def test_words_beside_figures_that_say_the_contrary_are_a_warning(language: str, before: str, after: str) -> None:
    english = lexicon()
    here = sides("planted before 1 March 2021", "en", english)
    assert not contraries(here, sides(before, language, english))
    assert [(one.here, one.there) for one in contraries(here, sides(after, language, english))] == [("before", "after")]


def test_what_is_negated_is_no_contrary() -> None:
    english = lexicon()
    assert not contraries(sides("more than 40 trees", "en", english), sides("не менее 40 деревьев", "ru", english))


@each(
    ("language", "right", "wrong"),
    [
        ("zh", "又请", "请"),
        ("ru", "просит также", "просит"),
        ("fr", "Prie également", "Prie"),
        ("es", "Solicita también", "Solicita"),
    ],
)
def test_the_adverb_of_a_sequence_that_one_version_lacks_is_a_remark(language: str, right: str, wrong: str) -> None:
    tongue = cards.lexicon_of(language).kept(Tongue)
    assert opening_in(f"{right} 秘书长" if language == "zh" else f"{right} le", tongue, lexicon()).again
    assert not opening_in(f"{wrong} 秘书长" if language == "zh" else f"{wrong} le", tongue, lexicon()).again


def test_a_word_that_says_another_verb_more_often_is_a_remark() -> None:
    tongue = cards.lexicon_of("fr").kept(Tongue)
    assert "request" in opening_in("Engage les écoles", tongue, lexicon()).rarely


def test_labels_of_items_in_either_figures_and_letters_of_resolutions_in_arabic_agree() -> None:
    english = lexicon()
    here = figures("resolution 71/306 A of 30 June 2017", "en", english)
    for language, text in (
        ("zh", "2017年6月30日第71/306 A号决议"),
        ("ar", "القرار 71/306 ألف المؤرخ 30 حزيران/يونيه 2017"),
    ):
        assert not differences(here, figures(text, language, english, cards.lexicon_of(language)))
    assert opened(["Desirous"], english).agrees(opened(["Desiring"], english))
