"""Rules on drafts in the other official languages: planted in the invented texts of every language."""

from __future__ import annotations

from unicodedata import normalize

from resolint.cards import lexicon
from resolint.comparison import compare
from resolint.lexicon import TONGUES
from resolint.pipeline import Session, lint
from resolint.pipeline.drafts import load
from resolint.report.page.sheet import render
from tests.concordance.test_concord import VERSIONS
from tests.support.rows import each

ENGLISH = """# Gardens of schools

*The General Assembly*,

*Noting* that children of the towns learn in gardens,

*Recalling* the conference on the gardens of schools that was held in Lima,

1. *Encourages* Member States to plant trees in the streets of their towns;

2. *Requests* the Secretary-General to report on the matter.
"""
SESSION = Session(no_config=True)


def found(text: str) -> list[str]:
    return [
        finding.rule for finding in lint(text.encode(), SESSION, name="draft.md").findings if finding.rule != "RES004"
    ]


@each("language", TONGUES)
def test_a_sound_draft_gets_nothing_but_the_word_on_its_language(language: str) -> None:
    assert found(VERSIONS[language]) == []


@each("language", TONGUES)
def test_wrong_marks_and_numbers_are_found(language: str) -> None:
    text, comma = VERSIONS[language], {"zh": "\uff0c", "ar": "\u060c"}.get(language, ",")
    semicolon = {"zh": "\uff1b", "ar": "\u061b", "fr": "\u00a0;"}.get(language, ";")
    first = text.split("\n\n")[2]
    assert found(text.replace(first, first.removesuffix(comma) + semicolon)) == ["STR040"]
    assert found(text.rstrip().rstrip(".\u3002") + comma) == ["STR040"]
    assert found(text.replace("\n2", "\n3")) == ["STR042"]


def test_the_end_of_a_note_that_a_page_put_into_a_clause_is_a_remark_at_most() -> None:
    text = VERSIONS["fr"]
    first = text.split("\n\n")[2]
    torn = f"{first.removesuffix(',')}\n\nIbid., Supplément d’avril 2019."
    report = lint(text.replace(first, torn).encode(), SESSION, name="draft.md")
    assert {finding.severity for finding in report.findings if finding.rule == "STR040"} == {"info"}


@each(
    ("language", "right", "wrong"),
    [
        ("fr", "Rappelant", "Rappelle"),
        ("fr", "*Prie* le", "*Priant instamment* le"),
        ("es", "Recordando", "Recuerda"),
        ("ru", "*ссылаясь* на", "*постановляет*, что"),
        ("ar", "*إذ تشير* إلى", "*تقرر* أن"),
    ],
)
def test_openings_of_the_other_part_are_found(language: str, right: str, wrong: str) -> None:
    assert found(VERSIONS[language].replace(right, wrong)) == ["STR041"]


def test_letters_of_two_alphabets_are_found_in_russian_alone() -> None:
    assert found(VERSIONS["ru"].replace("деревья", "дepeвья")) == ["TYP090"]
    assert found(VERSIONS["ru"].replace("деревья", "деревья U-235 и A4")) == []


@each(
    ("session", "words"),
    [("第82届会议", "第八十二届会议"), ("第75届会议", "第七十五届会议"), ("第3届会议", "第三届会议")],
)
def test_a_session_in_figures_is_written_in_its_own_words(session: str, words: str) -> None:
    text = f"# 社区花园\n\n大会，\n\n回顾2015年9月25日第70/1号决议，\n\n1. 请秘书长向大会{session}提出报告。\n"
    (finding,) = [one for one in lint(text.encode(), SESSION, name="draft.md").findings if one.rule == "NUM020"]
    assert f"write “大会{words}提出报告”" in finding.message and finding.fix is not None


def test_the_stop_of_a_russian_abbreviation_stands_before_another_mark() -> None:
    text = VERSIONS["ru"]
    first = text.split("\n\n")[2]
    for short in ("с 2024 г.", "с 2024 по 2026 гг.", "1,5 млн долл.", "в 13 ч. 00 м.", "буи и т. д.", "10 тыс. руб."):
        assert found(text.replace(first, f"{first.rstrip(',')}, {short},")) == [], short
    assert found(text.replace(first, f"{first.rstrip(',')}.,")) == ["TYP016"]


def test_an_arabic_verb_whose_suffix_names_the_organ_agrees_with_another_subject() -> None:
    text = VERSIONS["ar"]
    first = text.split("\n\n")[2]
    for words in (
        "يساورها بالغ القلق إزاء الجفاف",
        "يثير جزعها استمرار الجفاف",
        "يقلقها استمرار الجفاف",
        "يسرها عقد المؤتمر",
    ):
        assert "STR043" not in found(text.replace(first, f"*إذ {words}*،")), words
    council = text.replace("الجمعية العامة", "مجلس الأمن").replace("*تقرر", "*يقرر").replace("*تطلب", "*يطلب")
    council = council.replace("*وإذ تلاحظ", "*وإذ يلاحظ").replace("إليها", "إليه")
    for words in ("تحدوه الرغبة في التعاون", "تثير جزعه أعمال العنف", "تقلقه أعمال العنف"):
        assert "STR043" not in found(council.replace(first, f"*إذ {words}*،")), words
    assert "STR043" in found(text.replace("تقرر", "يقرر"))


def test_adjectives_of_either_gender_are_openings_and_only_the_organ_tells_which_is_right() -> None:
    text = VERSIONS["fr"]
    first = text.split("\n\n")[2]
    for right, wrong in (
        ("Désireuse", "Désireux"),
        ("Soucieuse", "Soucieux"),
        ("Déterminée", "Déterminé"),
        ("Inquiète", "Inquiet"),
    ):
        assert found(text.replace(first, f"*{right}* d’agir,")) == [], right
        assert found(text.replace(first, f"*{wrong}* d’agir,")) == ["STR043"], wrong
    assert found(text.replace(first, "*Reconnaissante* au Secrétaire général,")) == []


def test_the_form_proposed_for_an_arabic_verb_agrees_with_the_organ() -> None:
    text = VERSIONS["ar"]
    verb = next(line for line in text.split("\n\n") if "تقرر" in line)
    wrong = text.replace(verb, verb.replace("تقرر", "قررت"))
    for draft, right in ((wrong, "تقرر"), (wrong.replace("الجمعية العامة", "مجلس الأمن"), "يقرر")):
        told = [one.message for one in lint(draft.encode(), SESSION, name="draft.md").findings if one.rule == "STR041"]
        assert len(told) == 1 and f"“{right}”" in told[0], told


def test_a_draft_half_of_which_is_in_english_is_in_the_language_of_its_organ_line() -> None:
    text = VERSIONS["ru"]
    head, _, _ = text.partition("\n1.")
    mixed = (
        f"{head}\n1. *Encourages* Member States to plant trees in the streets of their towns and to take care of them;\n\n"
        "2. *Invites* the United Nations Environment Programme to develop guidelines on the planting of trees in towns;\n\n"
        "3. *Requests* the Secretary-General to submit to it at its next session a report on the implementation of this resolution.\n"
    )
    report = lint(mixed.encode(), SESSION, name="draft.md")
    assert [one.rule for one in report.findings] == ["RES004", "RES040"]


@each(
    ("language", "words"),
    [
        ("fr", "*Welcoming* the efforts made by Kenya and Peru to plant trees in the streets,"),
        ("ru", "*Welcoming* the efforts made by Kenya and Peru to plant trees in the streets,"),
        ("zh", "*Welcoming* efforts by Kenya and Peru towards planting trees before the summer of 2028,"),
        ("fr", "*Recordando* las medidas que adoptaron Kenya y el Perú a favor de los huertos,"),
    ],
)
def test_a_short_paragraph_in_another_language_is_told_and_its_opening_is_not_judged(language: str, words: str) -> None:
    text = VERSIONS[language]
    assert found(text.replace(text.split("\n\n")[2], words)) == ["RES040"]


def test_no_rule_on_openings_judges_a_french_paragraph_of_an_english_draft() -> None:
    text = ENGLISH.replace(
        "*Noting* that children of the towns learn in gardens,",
        "*Considérant* que les enfants des villes apprennent dans les jardins de leurs écoles,",
    )
    assert "PRE010" not in found(text) and "PRE001" not in found(text)
    assert "PRE010" in found(ENGLISH.replace("*Noting* that", "*Gardens* that"))


def test_a_mark_before_the_number_of_a_note_in_square_brackets_ends_the_paragraph() -> None:
    text = VERSIONS["zh"]
    first = text.split("\n\n")[2]
    assert "STR040" not in found(text.replace(first, first + "[2]"))


def test_pages_of_an_arabic_draft_run_from_the_right_and_a_label_is_no_change() -> None:
    text = VERSIONS["ar"]
    document = load(text.encode(), name="draft.md")
    assert '<html lang="ar" dir="rtl">' in render(document)
    assert '<html lang="en">' in render(load(ENGLISH.encode(), name="draft.md"))
    french = VERSIONS["fr"]
    long, short = (
        f'+++\nlanguage = "{value}"\ndistribution = "{kind}"\n+++\n\n{french}'
        for value, kind in (("Original : français", "Distr.: Limited"), ("français", "limited"))
    )
    base, draft = (load(source.encode(), name="draft.md") for source in (long, short))
    assert compare(base, draft, lexicon()).head == ()


@each(
    ("language", "wrong", "right"),
    [
        ("ru", "62,5%", "“62,5%” is not how Russian writes it here; write “62,5 процента”"),
        ("ru", "21%", "write “21 процент”"),
        ("ru", "11%", "write “11 процентов”"),
        ("ru", "43 %", "write “43 процента”"),
        ("zh", "2028-06-05", "write “2028年6月5日”"),
        ("zh", "5 June 2028", "write “2028年6月5日”"),
    ],
)
def test_a_remedy_is_the_words_to_write_and_a_number_is_shown_whole(language: str, wrong: str, right: str) -> None:
    text = VERSIONS[language]
    first = text.split("\n\n")[2]
    comma = "，" if language == "zh" else ","
    report = lint(text.replace(first, f"{first[:-1]} {wrong}{comma}").encode(), SESSION, name="draft.md")
    assert any(right in one.message for one in report.findings), [one.message for one in report.findings]


@each(
    ("language", "labels", "said"),
    [
        ("ru", ("a)", "c)"), ["“c” stands where the number b is expected."]),
        ("ru", ("а)", "б)"), ["Here a list is labelled “b)”, not “б)”."]),
        (
            "ru",
            ("а)", "в)"),
            ["Here a list is labelled “c)”, not “в)”.", "“в” stands where the number б is expected."],
        ),
        ("ru", ("(a)", "(b)"), ["Here a list is labelled “a)”, not “(a)”."]),
        ("ru", ("а)", "b)"), ["“а)” mixes letters of two alphabets that look alike: а."]),
        ("ru", ("А)", "Б)"), ["Here a list is labelled “a)”, not “А)”."]),
        ("ru", ("1)", "2)"), ["Here a list is labelled “a)”, not “1)”."]),
        ("ru", ("i)", "ii)"), []),
        ("ar", ("(أ)", "ب)"), ["Here a list is labelled “(ب)”, not “ب)”."]),
        ("ar", ("أ-", "ب-"), ["Here a list is labelled “(أ)”, not “أ-”."]),
        ("ar", ("(أ)", "(ب)"), []),
    ],
)
def test_labels_have_the_form_and_the_order_of_the_language(
    language: str, labels: tuple[str, str], said: list[str]
) -> None:
    source = VERSIONS[language]
    for right, typed in zip(("a)", "b)") if language == "ru" else ("(أ)", "(ب)"), labels, strict=True):
        source = source.replace(f"\n{right} ", f"\n{typed} ")
    report = lint(source.encode(), SESSION, name="draft.md")
    assert [one.message for one in report.active if one.rule != "RES004"] == said


@each(
    ("labels", "numbers", "said"),
    [
        ("абвгдежз", "abcdefgh", ["Here a list is labelled “b)”, not “б)”."]),
        ("أبتث", "abcd", ["“ت” stands where the number ج is expected."]),
        ("أبجدهو", "abcdef", []),
    ],
)
def test_lists_are_counted_by_the_alphabet_that_they_show(labels: str, numbers: str, said: list[str]) -> None:
    language = "ru" if labels[0] == "а" else "ar"
    source = VERSIONS[language]
    first = next(line for line in source.split("\n\n") if line.startswith(("a) ", "(أ) ")))
    second = next(line for line in source.split("\n\n") if line.startswith(("b) ", "(ب) ")))
    word = first.split(" ", 1)[1]
    written = [f"{letter}) {word}" if language == "ru" else f"({letter}) {word}" for letter in labels]
    document = load(source.replace(f"{first}\n\n{second}", "\n\n".join(written)).encode(), SESSION, name="draft.md")
    (listed,) = [clause for clause in document.acts[0].operative if clause.children]
    assert "".join(child.number for child in listed.children) == numbers
    told = [one.message for one in lint(document, SESSION).active if one.rule in ("STR012", "STR042")]
    assert told == said


@each(
    ("language", "right", "wrong", "rule"),
    [
        ("ru", "от 3 марта 2021 года,", "от 3 марта 2021 и 76/901,", "NUM004"),
        ("ru", "12,5 процента", "12,5 процентов", "SPL004"),
        ("ru", "12,5 процента", "15 процента", "SPL004"),
        ("ru", "нет сада,", "нет сада, а государства - члены должны помочь им,", "REF014"),
        ("ar", "ليست لهم حديقة،", "ليست لهم حديقة؟", "STR040"),
        ("ar", "ليست لهم حديقة", "ليست لهم حــديقة", "TYP022"),
        ("ar", "ليست لهم حديقة", "ليست لهم حديقة في دورتها الثاني والثمانين", "NUM020"),
    ],
)
def test_kinds_of_slips_in_russian_and_arabic_are_found(language: str, right: str, wrong: str, rule: str) -> None:
    source = VERSIONS[language]
    assert right in source
    told = lint(source.replace(right, wrong, 1).encode(), SESSION, name="draft.md").active
    assert rule in [one.rule for one in told], [one.message for one in told]


@each(
    ("language", "line", "right"),
    [
        ("ru", "Пункт повестки дня 18(b)", "Пункт 18(b) повестки дня"),
        ("ru", "Египет: Проект резолюции", "проект"),
        ("ru", "Генеральная ассамблея", "Генеральная Ассамблея"),
        ("ru", "Original: русский", "Original: Russian"),
        ("ar", "بند جدول الأعمال 18 (ب)", "البند 18 (ب) من جدول الأعمال"),
        ("ar", "مصر: مشروع القرار", "مشروع قرار"),
        ("ar", "الدوره الثمانون", "الدورة"),
    ],
)
def test_lines_of_the_masthead_are_written_as_the_language_prints_them(language: str, line: str, right: str) -> None:
    source = f"{line}\n\n{VERSIONS[language]}"
    told = [one for one in lint(source.encode(), SESSION, name="draft.md").active if one.rule == "SPN017"]
    assert told and f"write “{right}" in told[0].message, told


def test_a_span_of_russian_days_has_the_word_for_year_once() -> None:
    source = VERSIONS["ru"].replace("от 3 марта 2021 года,", "от 3 марта 2021 и 5 мая 2022 годов,")
    assert not [one for one in lint(source.encode(), SESSION, name="draft.md").active if one.rule == "NUM004"]


def test_a_blank_before_the_year_of_a_chinese_resolution_is_a_remark() -> None:
    text = VERSIONS["zh"]
    first = text.split("\n\n")[2]
    report = lint(text.replace(first, f"{first[:-1]}和第2096 (2013)号决议，").encode(), SESSION, name="draft.md")
    assert {one.severity for one in report.findings if one.rule == "REF002"} == {"info"}


@each(
    ("language", "words"),
    [
        ("fr", "Les résolutions A/RES/77/248 et 78/1"),
        ("es", "Las resoluciones A/RES/77/248 y 78/1"),
        ("ru", "В резолюциях A/RES/77/248 и 78/1"),
    ],
)
def test_symbols_of_resolutions_in_running_text_are_told_in_the_plural_too(language: str, words: str) -> None:
    text = VERSIONS[language]
    first = text.split("\n\n")[2]
    assert "REF002" in found(text.replace(first, f"{first.rstrip(',')}, {words[0].lower()}{words[1:]},"))


@each(
    ("language", "line", "wrong"),
    [
        ("fr", "Éthiopie et Kenya : projet de résolution", ("Ethiopie", "Germany", "éthiopie")),
        ("es", "Etiopía y Kenya: proyecto de resolución", ("Etiopia", "Germany", "Corea del Sur")),
        ("ru", "Кения и Эфиопия: проект резолюции", ("Кениа", "Germany", "Южная Корея")),
        ("zh", "埃塞俄比亚和肯尼亚：决议草案", ("埃塞俄比", "Germany", "韩国")),
        ("ar", "إثيوبيا وكينيا: مشروع قرار", ("إثيوبا", "Germany", "كوريا الجنوبية")),
    ],
)
def test_sponsors_are_named_as_the_language_names_states(language: str, line: str, wrong: tuple[str, ...]) -> None:
    def told(sponsors: str) -> list[str]:
        return found(f'+++\nsymbol = "A/80/L.900"\nsponsors = "{sponsors}"\n+++\n\n{VERSIONS[language]}')

    first = {"fr": "Éthiopie", "es": "Etiopía", "ru": "Кения", "zh": "埃塞俄比亚", "ar": "إثيوبيا"}[language]
    assert told(line) == []
    for name in wrong:
        assert told(line.replace(first, name)) == ["SPN010"], name


@each(
    ("language", "typed", "right"),
    [
        ("fr", "28/07/2010", "28 juillet 2010"),
        ("es", "2010-07-28", "28 de julio de 2010"),
        ("ru", "28.07.2010", "28 июля 2010 года"),
        ("ar", "28/7/2010", "28 تموز/يوليه 2010"),
    ],
)
def test_a_day_in_figures_is_offered_as_the_language_writes_it(language: str, typed: str, right: str) -> None:
    old = {"fr": "3 mars 2021", "es": "3 de marzo de 2021", "ru": "3 марта 2021 года", "ar": "3 آذار/مارس 2021"}[
        language
    ]
    report = lint(VERSIONS[language].replace(old, typed).encode(), SESSION, name="draft.md")
    (told,) = [finding for finding in report.active if finding.rule == "NUM004"]
    assert f"“{right}”" in told.message


@each(
    ("language", "line", "right"),
    [
        ("ru", "Оригинал: русский", "Original: Russian"),
        ("ru", "Язык оригинала: французский", "Original: French"),
        ("zh", "原文：法文", "Original: French"),
        ("ar", "الأصل: بالإسبانية", "Original: Spanish"),
        ("ar", "الأصل: الصينية", "Original: Chinese"),
        ("zh", "议程第12项", "议程项目12"),
        ("zh", "议程第12(b)项", "议程项目12(b)"),
        ("zh", "议程事项12", "议程项目12"),
    ],
)
def test_a_line_of_the_masthead_is_offered_whole(language: str, line: str, right: str) -> None:
    key = "agenda_item" if "12" in line else "language"
    report = lint(f'+++\n{key} = "{line}"\n+++\n\n{VERSIONS[language]}'.encode(), SESSION, name="draft.md")
    (told,) = [finding for finding in report.active if finding.rule == "SPN017"]
    assert told.message.endswith(f"“{right}”.")


def test_a_chinese_adverb_behind_its_verb_is_moved_by_one_rule() -> None:
    words = VERSIONS["zh"].split("\n\n")
    words.insert(3, "回顾又儿童的报告，")
    assert [rule for rule in found("\n\n".join(words)) if rule.startswith("PRE")] == ["PRE003"]


@each(
    ("language", "paragraph", "rule"),
    [
        ("ru", "отмечая работу Продовольственной и сельскохозяйственной организации Объединенных Наций в школах,", "CAP013"),
        ("fr", "*Rappelant* le rapport de la République du Lac [République des Lacs (Nord et Sud)] sur les jardins,", "OPR020"),
        ("es", "*Recordando* el informe sobre los jardines [sobre la base del informe de la Comisión (A/80/900)],", "OPR020"),
        ("zh", "回顾花园[根据全体会议审议的一项提案(E/2020/L.90)通过]的报告，", "OPR020"),
        ("es", "*Recordando* el informe, reafirmándolo y debatiéndolos en las escuelas de las ciudades,", "SPL012"),
    ],
)  # fmt: skip
def test_what_adopted_texts_write_is_let_pass(language: str, paragraph: str, rule: str) -> None:
    words = VERSIONS[language].split("\n\n")
    assert rule not in found("\n\n".join([*words[:3], paragraph, *words[3:]]))


@each(
    ("language", "paragraph", "rule"),
    [
        ("ru", "отмечая работу организации Объединенных Наций в школах,", "CAP013"),
        ("fr", "*Rappelant* le rapport sur les jardins [et les parcs],", "OPR020"),
        ("zh", "回顾花园[和公园]的报告，", "OPR020"),
        ("fr", "*Rappelant* sa résolution 2990 (2019), du 4 mars 2019 sur les jardins,", "REF002"),
        ("es", "*Recordando* el informe y debastiéndolos en las escuelas de las ciudades,", "SPL023"),
    ],
)
def test_what_is_near_to_it_is_told(language: str, paragraph: str, rule: str) -> None:
    words = VERSIONS[language].split("\n\n")
    assert rule in found("\n\n".join([*words[:3], paragraph, *words[3:]]))


@each(
    "qualified",
    ["с удовлетворением отмечает", "с глубокой признательностью принимает к сведению", "с интересом отмечает"],
)
def test_a_russian_verb_behind_what_is_felt_is_a_known_opening(qualified: str) -> None:
    assert (
        found(
            VERSIONS["ru"]
            .replace("1. *постановляет* посадить", f"1. *постановляет* сажать деревья;\n\n2. *{qualified}* посадку")
            .replace("\n2. *просит", "\n3. *просит")
        )
        == []
    )


@each("language", TONGUES)
def test_accents_that_are_characters_of_their_own_change_nothing(language: str) -> None:
    assert found(normalize("NFD", VERSIONS[language])) == []


def test_a_chinese_masthead_is_no_organ_line() -> None:
    lines = "经济及社会理事会\n\n议程项目16\n\n学校的花园\n\n经济及社会理事会，\n\n"
    rest = VERSIONS["zh"].split("\n\n", 2)[2]
    assert "STR003" not in found(lines + rest)
    assert "STR003" in found(VERSIONS["zh"].replace("*大会*，", "*大会*"))


@each(("language", "sentence"), [("fr", "Les écoles ont des jardins."), ("ru", "В школах есть сады.")])
def test_numbered_sentences_without_an_organ_line_are_remarks_at_most(language: str, sentence: str) -> None:
    text = f"1. {sentence[:-1]};\n\n2. {sentence[:-1]};\n\n3. {sentence}\n"
    report = lint(text.encode(), SESSION, name="draft.txt")
    assert not [one for one in report.findings if one.rule == "OPR023" and one.severity != "info"]


def test_arabic_thousands_are_offered_in_the_order_in_which_arabic_stores_them() -> None:
    draft = VERSIONS["ar"].replace("918 483", "483,918")
    assert draft != VERSIONS["ar"]
    report = lint(draft.encode(), SESSION, name="draft.md")
    (told,) = [finding for finding in report.active if finding.rule == "NUM002"]
    assert "“918 483”" in told.message


@each(("language", "right"), [("fr", "Distr. limitée"), ("es", "Distr. limitada")])
def test_the_placeholder_for_the_distribution_is_told(language: str, right: str) -> None:
    report = lint(f'+++\ndistribution = "[Distr.]"\n+++\n\n{VERSIONS[language]}'.encode(), SESSION, name="draft.md")
    assert f"“{right}”" in next(finding.message for finding in report.active if finding.rule == "SPN017")


@each(("rest", "severity"), [(", sur les jardins", "info"), (" sur les jardins", "warning")])
def test_a_french_date_between_commas_is_a_remark(rest: str, severity: str) -> None:
    draft = VERSIONS["fr"].replace("du 3 mars 2021,", f", du 3 mars 2021{rest},").replace("75/900 ,", "75/900,")
    (told,) = [one for one in lint(draft.encode(), SESSION, name="a.md").findings if one.rule == "REF002"]
    assert told.severity == severity


def test_french_messages_show_the_marks_that_stand_there() -> None:
    draft = VERSIONS["fr"].replace("les lieux suivants", "les “lieux” suivants")
    report = lint(draft.encode(), Session(no_config=True, ui="fr"), name="draft.md")
    (told,) = [finding for finding in report.active if finding.rule == "TYP005"]
    assert told.message.startswith("“lieux”") and "« lieux »" in told.message.replace("\u00a0", " ")


def test_plain_text_has_one_label_for_a_field() -> None:
    from resolint.report.page.plain import render as plain_page

    fields = 'distribution = "Distr. limitée"\nlanguage = "Original : français"'
    page = plain_page(load(f"+++\n{fields}\n+++\n\n{VERSIONS['fr']}".encode(), name="draft.md"))
    assert "\nOriginal : français\n" in f"\n{page}" and "\nDistr. limitée\n" in f"\n{page}"


@each(
    ("ui", "said"),
    [("", "write the ordinal in words."), ("fr", "écrire l’ordinal en toutes lettres.")],
)
def test_what_words_are_to_be_written_is_described_without_quotation_marks(ui: str, said: str) -> None:
    draft = VERSIONS["ru"].replace("2021 года,", "2021 года, принятую на своей 75-й сессии,")
    report = lint(draft.encode(), Session(no_config=True, ui=ui), name="draft.md")
    (told,) = [finding for finding in report.active if finding.rule == "NUM020"]
    assert told.message.endswith(said)


def test_figures_of_full_width_in_a_date_are_offered_as_narrow_ones() -> None:
    draft = VERSIONS["zh"].replace("2021年3月3日", "２０２１年３月３日")
    told = [finding for finding in lint(draft.encode(), SESSION, name="a.md").active if finding.rule == "NUM004"]
    assert told and "2021" in told[0].message


def test_a_change_is_listed_once_with_the_words_around_it() -> None:
    from resolint.pipeline.fixing import Mended, changed_words

    before, after = "回顾又《儿童权利公约》和公约的各项规定，", "又回顾《儿童权利公约》和公约的各项规定，"
    (line,) = changed_words(Mended("a.md", before.encode(), after.encode(), 1, 0))
    assert line.startswith("line 1: “回顾又《儿童") and "→ “又回顾《儿童" in line and "各项规定" not in line


@each(
    ("typed", "said"),
    [
        ("la résolution A/RES/75/900", "“A/RES/75/900” is not how French writes it here; write “75/900”."),
        ("les états membres", "“états membres” is not how French writes it here; write “États Membres”."),
    ],
)
def test_what_is_told_is_whole_and_mended_at_once(typed: str, said: str) -> None:
    draft = VERSIONS["fr"].replace("n’ont pas de jardin", f"n’ont pas de jardin selon {typed}")
    assert said in [finding.message for finding in lint(draft.encode(), SESSION, name="draft.md").active]
