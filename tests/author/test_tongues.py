"""Drafts in the other official languages as Word files: made from templates, read again, reviewed, redlined."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from resolint.author.tongues import listed, numbered_session, printed_name, turned
from resolint.cli.root import cli
from resolint.lexicon import TONGUES
from resolint.pipeline import Session, building, clean, export, lint, load, redline, review
from resolint.wording import changes, tokens
from tests.support.rows import each

SESSION = Session(no_config=True)
SLIPS = {
    "fr": ("États Membres", "États membres"),
    "es": ("Estados Miembros", "Estados miembros"),
    "ru": ("государства-члены", "Государства-члены"),
    "zh": ("8日", "8号"),
    "ar": ("شباط/فبراير", "فبراير"),
}


@cache
def made(language: str) -> bytes:
    template, text = building.example(f"ga-plenary-{language}")
    document = load(text.encode(), name="draft.md")
    return building.build_word(document, building.layout_for(template, document))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(f"word/{name}.xml").decode()


def with_slip(data: bytes, language: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.decode().replace(*SLIPS[language]).encode()
            result.writestr(name, content)
    return target.getvalue()


@each(
    ("language", "names", "line"),
    [
        ("fr", ("Chili", "Ghana", "Fidji"), "Chili, Ghana et Fidji"),
        ("es", ("Chile", "Ghana", "Italia"), "Chile, Ghana e Italia"),
        ("es", ("Chile", "Hungría"), "Chile y Hungría"),
        ("es", ("Omán", "Iemen", "Ioannis"), "Omán, Iemen y Ioannis"),
        ("ru", ("Гана", "Чили"), "Гана и Чили"),
        ("zh", ("智利", "加纳", "斐济"), "智利\u3001加纳和斐济"),
        ("ar", ("تونغا", "فيجي", "مالطة"), "تونغا وفيجي ومالطة"),
        ("fr", ("Chili",), "Chili"),
    ],
)
def test_names_are_joined_as_the_language_joins_them(language: str, names: tuple[str, ...], line: str) -> None:
    assert listed(names, language) == line


@each("language", TONGUES)
def test_a_session_by_its_number_is_the_line_that_the_template_prints(language: str) -> None:
    template, text = building.example(f"ga-plenary-{language}")
    default = next(question.default for question in template.questions if question.key == "session")
    assert numbered_session(81, language) == default
    assert numbered_session(998, language) == ""
    assert f'session = "{default}"' in text


@each("language", TONGUES)
def test_a_draft_from_a_template_is_read_again_in_its_language(language: str) -> None:
    document = load(made(language), SESSION, name="draft.docx")
    assert document.language == language
    assert document.head.symbol == "A/81/L.12"
    act = document.acts[0]
    assert act.title is not None and act.organ_line is not None
    assert (len(act.preamble), [clause.number for clause in act.operative]) == (2, ["1", "2"])


@each(
    ("language", "said"),
    [
        ("fr", ('w:lang w:val="fr-FR"', "Nations Unies")), ("es", ('w:lang w:val="es-ES"', "Naciones Unidas")),
        ("ru", ('w:lang w:val="ru-RU"', "Организация Объединенных Наций")),
        ("zh", ('w:eastAsia="zh-CN"', "联合国")), ("ar", ('w:bidi="ar-SA"', "الأمم المتحدة")),
    ],
)  # fmt: skip
def test_word_is_told_the_language_and_the_masthead_names_the_organization(
    language: str, said: tuple[str, str]
) -> None:
    assert said[0] in part(made(language), "styles")
    assert said[1] in part(made(language), "header3")


@each("language", TONGUES)
def test_what_is_printed_comes_before_what_a_variable_of_the_file_keeps(language: str) -> None:
    document = load(made(language), SESSION, name="draft.docx")
    places = {name: span.block for name, span in document.head.spans}
    assert all(
        not places[name].startswith("front/") for name in ("symbol", "session", "agenda_item", "date", "sponsors")
    )
    page = export(document, "html")
    banner = page[page.index('class="banner"') : page.index("</header>")]
    assert printed_name(language) in banner and "United Nations" not in banner
    assert banner.count("Original") == 1
    assert "<small>" not in banner


def test_an_arabic_file_runs_from_right_to_left_and_no_other_does() -> None:
    assert "<w:suppressAutoHyphens/><w:bidi/>" in part(made("ar"), "styles")
    text = part(made("ar"), "document")
    runs = re.findall(r"<w:r>.*?</w:r>", text)
    assert "<w:titlePg/><w:bidi/>" in text
    assert all(("<w:rtl/>" in run) == (re.search("[\u0600-\u06ff]", run) is not None) for run in runs)
    assert "bidiVisual" in part(made("ar"), "header3") and '<w:bidi w:val="0"/>' in part(made("ar"), "header3")
    assert "<w:rtl/>" not in part(made("fr"), "document") and "bidiVisual" not in part(made("fr"), "header3")


def test_what_is_set_for_latin_letters_is_set_for_arabic_ones_too() -> None:
    run = '<w:r><w:rPr><w:b/><w:i/><w:sz w:val="40"/></w:rPr><w:t>\u0623</w:t></w:r>'
    wanted = '<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val="40"/><w:szCs w:val="40"/><w:rtl/>'
    assert wanted in turned(run.encode()).decode()


@each("language", TONGUES)
def test_a_review_speaks_of_the_slip_and_its_marks_come_out_again(language: str) -> None:
    faulty = with_slip(made(language), language)
    report = lint(faulty, SESSION, name="draft.docx")
    words = [
        report.text[one.span.block][one.span.start : one.span.end] for one in report.active if one.rule != "RES004"
    ]
    assert words and words[0] in SLIPS[language][1]
    reviewed = review(faulty, SESSION, name="draft.docx", date="2031-01-01T00:00:00Z")
    assert clean(reviewed.data, name="draft.docx") == clean(faulty, name="draft.docx")


@each("language", TONGUES)
def test_a_redline_between_two_drafts_in_a_language_is_proved(language: str) -> None:
    written = redline(
        made(language), with_slip(made(language), language), SESSION, base_name="a.docx", draft_name="b.docx",
        date="2031-01-01T00:00:00Z",
    )  # fmt: skip
    assert written.left == () and "<w:ins " in part(written.data, "document")


def test_chinese_is_compared_sign_by_sign() -> None:
    assert tokens("请秘书长就A/75/L.900号文件提交12.5%。")[:5] == ["请", "秘", "书", "长", "就"]
    assert [(one.old, one.new) for one in changes("没有花园，", "缺少花园，")] == [("没有", "缺少")]


def test_the_language_chooses_the_template(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text((building._folder("sc-es") / "example.toml").read_text(encoding="utf-8"), encoding="utf-8")
    out = tmp_path / "draft.md"
    for named in (["-t", "sc"], ["-b", "Security Council"]):
        arguments = ["new", *named, "--language", "es", "-a", str(answers), "-o", str(out), "--force"]
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
        assert "*El Consejo de Seguridad*," in out.read_text(encoding="utf-8")


def test_concord_writes_its_remarks_into_the_other_version(tmp_path: Path) -> None:
    paths = [tmp_path / "fr.docx", tmp_path / "es.docx", tmp_path / "said.docx"]
    paths[0].write_bytes(made("fr"))
    changed = part(made("es"), "document").replace("8 de febrero", "9 de marzo")
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made("es"))) as source, zipfile.ZipFile(target, "w") as result:
        for name in source.namelist():
            result.writestr(name, changed.encode() if name == "word/document.xml" else source.read(name))
    paths[1].write_bytes(target.getvalue())
    result = CliRunner().invoke(cli, ["concord", *map(str, paths[:2]), "-o", str(paths[2])])
    assert result.exit_code == 1, result.output
    assert "Months differ" in part(paths[2].read_bytes(), "comments")
    refused = CliRunner().invoke(cli, ["concord", str(paths[0]), __file__, "-o", str(tmp_path / "x.docx")])
    assert refused.exit_code == 2 and "a Word file" in refused.output


@each("language", ("fr", "es"))
def test_a_placeholder_of_the_masthead_stands_on_the_page_of_a_word_draft(language: str) -> None:
    from resolint.report.page.rows import banner

    template, text = building.example(f"ga-plenary-{language}")
    document = load(re.sub('(?m)^distribution = ".*"$', 'distribution = "[Distr.]"', text).encode(), name="draft.md")
    read = load(building.build_word(document, building.layout_for(template, document)), name="draft.docx")
    assert read.text(banner(read)["distribution"]) == "[Distr.]"


COMMITTEES = {
    "fr": ("Deuxième Commission", "Assemblée générale"),
    "es": ("Segunda Comisión", "Asamblea General"),
    "ru": ("Второй комитет", "Генеральная Ассамблея"),
    "zh": ("第二委员会", "大会"),
    "ar": ("اللجنة الثانية", "الجمعية العامة"),
}


@each("language", TONGUES)
def test_a_committee_stands_below_the_session_and_its_organ_in_the_masthead(language: str) -> None:
    committee, organ = COMMITTEES[language]
    template, text = building.example(f"ga-plenary-{language}")
    document = load(re.sub(r'body = ".*"', f'body = "{committee}"', text).encode(), name="draft.md")
    data = building.build_word(document, building.layout_for(template, document))
    head, body = (re.findall(r"<w:t[^>]*>([^<]+)", part(data, name)) for name in ("header3", "document"))
    assert organ in head and committee not in head
    assert body[1] == committee
    assert load(data, SESSION, name="draft.docx").head.body == committee
