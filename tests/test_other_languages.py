"""Drafts in other languages: sponsors parted as the language parts them, fixes told in whole words."""

import pytest

from resolint import lint
from resolint.pipeline.drafts import load
from tests.support import verbs

_FRENCH = """\
*L’Assemblée générale*,

*Rappelant* sa résolution, selon laquelle 35% des arbres sont jeunes,

1. *Prie* le Secrétaire général de planter des arbres avec 1,500 personnes ;

2. *Décide* de rester saisie de la question.
"""


@pytest.mark.parametrize("sponsors", ['["Sénégal", "France", "Belgique"]', '"Sénégal, France et Belgique"'])
@pytest.mark.parametrize("printed", ["", "Sénégal, France et Belgique : projet de résolution\n\n"])
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
