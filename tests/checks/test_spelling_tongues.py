"""Spelling in French, Spanish and Russian: the word graphs, and what the rules make of them."""

from pathlib import Path

import pytest

from resolint import cards
from resolint.pipeline import Session, lint
from resolint.spelling import one_edit_apart
from resolint.spelling.graph import WordGraph
from tests.support.rows import each
from tests.support.wordgraph import graph

DATA = cards.data_dir("rules") / "data"
KNOWN = {
    "fr": "réaffirmant coopération œuvre gouvernements développement autorités afin",
    "es": "reafirmando cooperación órganos gobiernos desarrollo autoridades fin",
    "ru": "подтверждая сотрудничество государства правительствам развитие органы",
}
DRAFT = """# La question

*L’Assemblée générale*,

*Rappelant* {one},

1. *Prie* le Secrétaire général {other} ;

2. *Décide* d’examiner la question à sa prochaine session.
"""


def made(*words: str) -> WordGraph:
    letters, steps = graph(sorted(words))
    return WordGraph(f"# {letters}\n".encode() + b"".join(step.to_bytes(4, "little") for step in steps))


@pytest.mark.parametrize("code", KNOWN)
def test_the_graph_of_a_language_knows_its_words_and_keeps_its_notice(code: str) -> None:
    known = WordGraph((DATA / code / "words.bin").read_bytes())
    assert all(map(known.knows, KNOWN[code].split()))
    assert not any(known.knows(word + "q") or known.knows(word[:-1] + "ъъ") for word in KNOWN[code].split())
    assert "NOTICE" in (DATA / code / "words.bin").read_bytes().partition(b"\n")[0].decode()
    assert f"dictionary-{code}" in (DATA / code / "NOTICE").read_text("utf-8")
    assert (DATA / code / "words.bin").stat().st_size < 1_000_000


def test_a_graph_holds_what_was_put_in_and_nothing_else() -> None:
    words = ("a", "ab", "abc", "aube", "cab", "cabs", "cube", "tube", "tubes")
    known = made(*words)
    assert all(map(known.knows, words))
    assert not any(known.knows(word) for word in ("", "b", "abcd", "tub", "cabss", "ube", "z"))
    assert not WordGraph(b"") and not WordGraph(b"").knows("a") and not WordGraph(b"").near("a")


def test_near_words_are_those_one_edit_away() -> None:
    words = ("a", "ab", "abc", "acb", "aube", "cab", "cabs", "cube", "tube", "tubes", "tubae")
    known = made(*words)
    for word in ("ab", "abc", "cba", "tube", "cub", "tuube", "tueb", "x", "utbe", "zzzz"):
        assert known.near(word) == {one for one in words if one_edit_apart(word, one)}, word


def found(one: str, other: str = "d’agir", **given: object) -> list[tuple[str, str, str]]:
    text = DRAFT.format(one=one, other=other)
    report = lint(text.encode(), name="draft.md", session=Session(no_config=True), select=("SPL",), **given)
    return [
        (finding.rule, report.text[finding.span.block][finding.span.start : finding.span.end], finding.severity)
        for finding in report.active
        if finding.rule != "RES004"
    ]


def test_a_slip_is_found_where_it_stands() -> None:
    assert found("le dévelopement durable") == [("SPL012", "dévelopement", "warning")]
    assert found("la résolution", "d’aider les gouvernments") == [("SPL012", "gouvernments", "warning")]
    assert found("le Zxqvland dévelopement") == [("SPL012", "dévelopement", "warning")], "a name is no foreign word"
    assert found("les apuis") == [("SPL012", "apuis", "info")], "short words are easily other ones"
    assert found("la xqzlophie") == [("SPL023", "xqzlophie", "info")]


@each(
    "words",
    [
        "l’œuvre et l'oeuvre d’aujourd’hui, les groupes interinstitutions et cybersécuritaires",
        "la compétence ratione materiae de la Cour",
        "M. Xqzlophe et les habitants de Xqzlophie",
        "le rapport intitulé « Hwinga mbotela wa kijiji »",
        "le document A/79/L.5 et la page www.exemple-inconnuu.org/pagge",
        "le Groupe d’action inter-xqzlophes",
        "l’organi sation des travaux",
    ],
)
def test_what_is_no_slip_is_let_pass(words: str) -> None:
    assert found(words) == []


def test_words_of_the_project_are_right(tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_text('words = ["dévelopement"]\n', "utf-8")
    text = DRAFT.format(one="le dévelopement durable", other="d’agir")
    (tmp_path / "draft.md").write_text(text, "utf-8")
    report = lint(text.encode(), name=str(tmp_path / "draft.md"), session=Session(), select=("SPL012",))
    assert [finding.rule for finding in report.active if finding.rule == "SPL012"] == []
