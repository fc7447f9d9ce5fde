"""Names of the tables are let pass as they stand there, and told where a letter, an accent or a sign is another one."""

from __future__ import annotations

from resolint.cards import lexicon_of
from resolint.pipeline import Session, lint
from tests.support.rows import each

_DRAFTS = {
    "fr": (
        "# Les jardins\n\n*L’Assemblée générale*,\n\n*Rappelant* l’importance des jardins,",
        "Invite les bureaux de {} à agir ;",
    ),
    "es": (
        "# Los huertos\n\n*La Asamblea General*,\n\n*Recordando* los huertos,",
        "Invita a las oficinas de {} a actuar;",
    ),
    "zh": ("# 花园\n\n大会，\n\n回顾花园，", "邀请《{}》的办事处采取行动；"),
}
_RULES = ("REF048", "REF049")


def _told(language: str, names: list[str]) -> list[str]:
    head, line = _DRAFTS[language]
    lines = [f"{number}. {line.format(name)}" for number, name in enumerate(names, 1)]
    data = "\n\n".join([head, *lines]).encode()
    report = lint(data, name="draft.md", session=Session(no_config=True), select=_RULES)
    return [found.message for found in report.active if found.rule in _RULES and found.severity != "info"]


def _names(language: str) -> list[str]:
    tables = ("states", "organs", "names")
    return [name for table in tables for name in lexicon_of(language).column(table, "name") if "(" not in name]


@each("language", ["fr", "es", "zh"])
def test_names_of_the_tables_are_let_pass(language: str) -> None:
    assert _told(language, _names(language)) == []


@each(
    ("language", "wrong", "right"),
    [
        ("fr", "Perou", "Pérou"),
        ("fr", "États Unis d’Amérique", "États-Unis d’Amérique"),
        (
            "fr",
            "Programme de developpement durable à l’horizon 2030",
            "Programme de développement durable à l’horizon 2030",
        ),
        ("es", "Republica de Corea", "República de Corea"),
        ("zh", "大不列颠和北爱尔兰联合王国", "大不列颠及北爱尔兰联合王国"),
    ],
)
def test_names_that_are_nearly_right_are_told(language: str, wrong: str, right: str) -> None:
    (told,) = _told(language, [wrong])
    assert right in told
