"""What a draft says in one place and contradicts in another: amounts, dates, sessions, names, references."""

from tests.checks.drafts import draft
from tests.support.rows import each
from tests.support.verbs import Linter

HEAD = '+++\nsymbol = "A/C.2/81/L.9"\ndate = "9 November 2026"\n+++\n\n'


def told(rule: str, *paragraphs: str) -> list[str]:
    source = HEAD + draft(*paragraphs)
    return [finding.excerpt for finding in Linter(select=[rule]).lint(source.encode(), name="a.md").active]


@each(
    ("rule", "paragraphs", "number"),
    [
        ("REF013", ["*Recalling* its resolution 61/106 of 31 December 2006,", "1. *Decides* to return to wells."], 1),
        ("REF013", ["*Recalling* its resolution 61/106 of 13 December 2006,", "1. *Decides* to return to wells."], 0),
        ("OPR031", ["*Noting* wells,", "1. *Decides* to meet again at its eighty-second session, in May 2027."], 1),
        ("OPR031", ["*Noting* wells,", "1. *Decides* to meet again at its eighty-second session, in May 2028."], 0),
        (
            "OPR033",
            ["*Noting* the Seminar on Wells, held in Lima, Peru, from 2 to 4 April 2027,", "1. *Decides* to dig."],
            1,
        ),
        (
            "OPR033",
            [
                "*Noting* the Seminar on Wells, to be held in Lima, Peru, from 2 to 4 April 2027,",
                "1. *Decides* to dig.",
            ],
            0,
        ),
        ("OPR037", ["*Noting* the fairs held in Lima in May 2026 and in Dili in May 2027,", "1. *Decides* to dig."], 1),
        (
            "OPR037",
            ["*Noting* the fairs held in Lima in May 2026 and in Dili in June 2026,", "1. *Decides* to dig."],
            0,
        ),
        ("NUM049", ["*Deploring* the attack of 9 May 2026,", "1. *Asks* who planned the attack of 19 May 2026."], 2),
        ("NUM049", ["*Deploring* the attack of 9 May 2026,", "1. *Asks* who planned the attack of 9 May 2026."], 0),
        ("NUM049", ["*Noting* the letter of 9 May 2026,", "1. *Recalls* the letter of 19 May 2026."], 0),
        (
            "NUM052",
            [
                "*Noting* that, of the 96,000 hours of tapes, 24,000 have been copied,",
                "1. *Approves* the copying of the remaining 70,000 hours.",
            ],
            1,
        ),
        (
            "NUM052",
            [
                "*Noting* that, of the 96,000 hours of tapes, 24,000 have been copied,",
                "1. *Approves* the copying of the remaining 72,000 hours.",
            ],
            0,
        ),
        (
            "STR031",
            [
                "1. *Asks* the Fund to bring the matter to the attention of all and to bring the matter to the attention of all."
            ],
            1,
        ),
        ("STR031", ["1. *Thanks* the Forum for the Friends of Wells and the Forum for the Friends of Ropes."], 0),
        (
            "REF028",
            ["*Recalling* the Suva Rules on Wells,", "1. *Adopts* the Suva Rules;", "2. *Commends* the Suva Clauses."],
            1,
        ),
        (
            "REF028",
            [
                "*Recalling* the Suva Rules on Wells,",
                "1. *Adopts* the Suva Rules and the Suva Clauses;",
                "2. *Thanks* them.",
            ],
            0,
        ),
        (
            "OPR055",
            [
                "1. *Establishes* a working group;",
                "2. *Decides* to review the task force established by paragraph 1 above.",
            ],
            1,
        ),
        (
            "OPR055",
            [
                "1. *Establishes* a working group;",
                "2. *Decides* to review the working group established by paragraph 1 above.",
            ],
            0,
        ),
    ],
)
def test_what_contradicts_itself_is_told(rule: str, paragraphs: list[str], number: int) -> None:
    assert len(told(rule, *paragraphs)) == number
