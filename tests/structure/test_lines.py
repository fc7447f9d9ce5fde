"""Lines that carve a draft, where they are not written as they should be."""

from tests.support import verbs
from tests.support.rows import each

DRAFT = "# On ferries\n\n{line}\n\n*Recalling* the treaty,\n\n*Noting* the harbour,\n\n1. *Decides* to act;\n\n2. *Decides* to return to the matter.\n"


@each(
    ("line", "fault"),
    [
        ("*The General Assembly*,", ""),
        ("*General Assembly*", "it begins with “The”"),
        ("*The General Assmebly*,", "it reads “The General Assembly,”"),
        ("*The Econmic and Social Council*", "it reads “The Economic and Social Council,”"),
    ],
)
def test_a_line_that_nearly_names_its_organ_is_its_organ_line(line: str, fault: str) -> None:
    document = verbs.load(DRAFT.format(line=line).encode(), name="draft.md")
    (act,) = document.acts
    assert act.organ_line is not None and act.title is not None
    assert (len(act.preamble), len(act.operative)) == (2, 2)
    report = verbs.lint(document, no_config=True, select=["STR002"])
    assert [found.message.partition(": ")[2].removesuffix(".") for found in report.findings] == (
        [fault] if fault else []
    )


def test_the_organ_that_the_masthead_names_is_no_organ_line() -> None:
    draft = "Limited\n\nGeneral Assembly\n\nEighty-first session\n\n" + DRAFT.format(line="*The General Assembly*,")
    (act,) = verbs.load(draft.encode(), name="draft.md").acts
    assert act.organ_line is not None and len(act.preamble) == 2
