"""Drafts in other languages: sponsors parted as the language parts them, fixes told in whole words."""

import pytest

from resolint import lint
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.pipeline import actions, citations, explaining, fix
from resolint.pipeline.drafts import load
from tests.support import verbs
from tests.support.rows import each

_FRENCH = """\
*L’Assemblée générale*,

*Rappelant* sa résolution, selon laquelle 35% des arbres sont jeunes,

1. *Prie* le Secrétaire général de planter des arbres avec 1,500 personnes ;

2. *Décide* de rester saisie de la question.
"""


@each("sponsors", ['["Sénégal", "France", "Belgique"]', '"Sénégal, France et Belgique"'])
@each("printed", ["", "Sénégal, France et Belgique : projet de résolution\n\n"])
def test_french_sponsors_are_parted_at_et(sponsors: str, printed: str) -> None:
    source = f"+++\nsponsors = {sponsors}\n+++\n\n{printed}{_FRENCH}"
    assert load(source.encode(), name="a.md").head.sponsors == ("Sénégal", "France", "Belgique")


def test_a_name_that_holds_the_word_is_one_sponsor() -> None:
    text = "*La Asamblea General*,\n\n*Recordando* su resolución,\n\n1. *Decide* seguir ocupándose de la cuestión.\n"
    source = f'+++\nsponsors = "Chile, Trinidad y Tabago y Uruguay"\n+++\n\n{text}'
    assert load(source.encode(), name="a.md").head.sponsors == ("Chile", "Trinidad y Tabago", "Uruguay")


def test_a_fix_of_a_blank_is_told_in_whole_words() -> None:
    report = lint(_FRENCH.encode(), verbs.session(), name="a.md")
    titles = {finding.rule: finding.fix.title for finding in report.active if finding.fix is not None}
    assert titles["SPL004"].replace("\u00a0", " ") == "write “35 %”"
    assert titles["NUM002"].replace("\u00a0", " ") == "write “1 500”"


def test_what_is_not_read_in_a_language_is_said_and_no_falsehood() -> None:
    with pytest.raises(
        UnreadableDraft, match=r"a\.md: this draft is in French; who is asked to do what cannot be read in French"
    ):
        actions(_FRENCH.encode(), verbs.session(), name="a.md")
    with pytest.raises(UnreadableDraft, match=r"a\.md: this draft is in French; references cannot be read in French"):
        citations(_FRENCH.encode(), verbs.session(), name="a.md")


@pytest.mark.parametrize("language", ["fr", "es"])
def test_questions_in_another_language_say_what_the_linter_says_there(language: str) -> None:
    wanted = [one for one in verbs.session().cards(examples=True) if one.id in ("TYP005", "SPL004", "TYP023", "NUM002")]
    asked = explaining.questions(verbs.session(), wanted, language)
    cards = {one.id: one for one in wanted}
    for one in asked:
        assert one.kind in ("choose", "word")
        assert " ".join(cards[one.rule].prose["What to write"].split()) not in one.why
        assert "write" in one.why


def test_a_language_without_questions_is_said_without_a_list_of_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "questions_on", lambda *_: ())
    with pytest.raises(
        BadConfiguration, match=r"^there are no questions in the language 'zh' on any rule; ask in another one$"
    ):
        explaining.questions(verbs.session(), (), "zh")


_UNBLANKED = """# Les jardins

*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015,

1. *Encourage* les États Membres à planter des arbres{blank};

2. *Invite* les donateurs à verser des fonds;

3. *Prie* le Secrétaire général de lui faire rapport;

4. *Décide* de rester saisie de la question.
"""


@pytest.mark.parametrize("blank", ["", "\u00a0"])
def test_french_blanks_are_mended_together(blank: str) -> None:
    source = _UNBLANKED.format(blank=blank)
    report = lint(source.encode(), verbs.session(), name="a.md")
    found = [finding for finding in report.active if finding.rule == "TYP014"]
    mended = fix(source.encode(), verbs.session(), name="a.md").after.decode()
    assert found
    assert mended.count("\u00a0;") == 3
    assert ";" not in mended.replace("\u00a0;", "")


@pytest.mark.parametrize(("language", "right"), [("fr", "«\u00a0Les jardins\u00a0»"), ("es", "“Los jardines”")])
def test_straight_quotation_marks_are_told_though_the_draft_has_no_others(language: str, right: str) -> None:
    french = _UNBLANKED.format(blank="").replace("du 25 septembre 2015", 'intitulée "Les jardins"')
    spanish = (
        '# Jardines\n\n*La Asamblea General*,\n\n*Recordando* el libro titulado "Los jardines",\n\n'
        "1. *Decide* seguir ocupándose de la cuestión.\n"
    )
    report = lint((french if language == "fr" else spanish).encode(), verbs.session(), name="a.md")
    (found,) = [finding for finding in report.active if finding.rule == "TYP005"]
    assert found.fix is not None and found.fix.edits[0].replacement == right


@each(
    ("name", "source"),
    [
        (
            "Japanese",
            "# 水路の共同管理\n\n*総会は*、\n\n1. 加盟国に対し、水路の共同管理に関する情報を共有するよう要請する。\n",
        ),
        (
            "Korean",
            "# 수로의 공동 관리\n\n*총회는*,\n\n1. 회원국들에게 수로의 共同 관리에 관한 정보를 공유할 것을 촉구한다.\n",
        ),
    ],
)
def test_a_draft_in_another_script_of_the_east_is_not_called_chinese(name: str, source: str) -> None:
    report = lint(source.encode(), name="draft.md", session=verbs.session())
    (found,) = [one for one in report.active if one.rule == "RES004"]
    assert name in found.message and "nothing in it was checked" in found.message


@each("organ", ["L’Assemblée générale", "Le Conseil de sécurité"])
def test_what_a_body_lets_pass_in_english_is_no_less_a_fault_in_french(organ: str) -> None:
    source = _FRENCH.replace("L’Assemblée générale", organ)
    report = lint(source.encode(), verbs.session(), name="a.md")
    assert {one.rule: one.severity for one in report.active}["SPL004"] == "warning"
