"""Forms that are right in their construction, beside the same words where they are none."""

import pytest

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("rule", "words", "found"),
    [
        ("GRM001", "that if it were a grant, it should be repaid by the millers of the valley", []),
        ("GRM002", "that, in addition to being affected by income poverty, children of millers suffer", []),
        ("GRM002", "the plan of the millers to prevent and prosecuting fraud, and its costs", ["prosecuting"]),
        ("GRM002", "that the lakes dried and the forests shrank;", []),
        ("GRM002", "the food markets where live wild animals are sold", []),
    ],
)
def test_forms_of_verbs(rule: str, words: str, found: list[str]) -> None:
    source = draft(f"*Noting* {words},", "1. *Encourages* Member States to keep mills;", LAST)
    assert excerpts(rule, source) == found


@pytest.mark.parametrize(
    ("opening", "found"), [("We, the millers of the valley,", []), ("The millers of the valley,", ["note"])]
)
def test_who_says_we_writes_the_bare_form(opening: str, found: list[str]) -> None:
    text = "\n\n".join(
        (
            "# Declaration of mills",
            f"{opening} meeting in Vienna to speak of flour and of its control,",
            "Recognize the progress that was made by the millers of many countries in the last ten years,",
            "Also note that several Member States have achieved progress in the field of milling.",
        )
    )
    assert excerpts("GRM003", text) == found
