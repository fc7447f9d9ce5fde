"""Which wordings grammar lets stand, although they were never counted."""

from resolint.attested.view import FAMILIES, Change
from resolint.attested.words import row
from resolint.cards import lexicon
from resolint.checks.att.sureness import stands
from resolint.checks.shared.classes import classes_of
from tests.support.rows import each


def _stands(family: str, text: str, new: str = "", kind: int = 0) -> bool:
    """Whether ``text`` stands: the change replaces what is between bars, or puts in ``new`` where two bars meet."""
    before, middle, after = text.split("|")
    start = len(row(before).words) - 1
    end = start + (len(row(middle).words) - 2 if middle else 0)
    words = row(f"{before}{middle}{after}").words
    change = Change(FAMILIES.index(family), start, end, tuple(row(new).words[1:-1]) if new else (), kind)
    return stands(words, change, classes_of(lexicon()))


@each(
    ("family", "text", "new", "kind", "right"),
    [
        ("preposition swapped", "the mill |on| the village stream", "in", 0, True),
        ("preposition needless", "the losses |by| posed by rats", "", 0, False),
        ("preposition needless", "which was taken note of |by| the board", "", 0, True),
        ("preposition needless", "to grind or |to| sell the flour", "", 0, True),
        ("preposition needless", "in the strongest |of| terms", "", 0, True),
        ("preposition missing", "to enable them ||grind rye flour", "to", 0, False),
        ("preposition missing", "the full enjoyment ||the mills of the valley", "of", 0, False),
        ("preposition missing", "decides to consider at its next session ||the state of the mills", "of", 0, True),
        ("preposition missing", "that the miller ||submit the bill", "to", 0, True),
        ("preposition missing", "to explore and use ||outer valleys", "of", 0, True),
        ("preposition missing", "the treaty to which is annexed ||the programme of the mills", "to", 0, True),
        ("preposition missing", "the measures which are related ||the state of the mills", "to", 0, False),
        ("article needless", "all millers must be |the| treated fairly", "", 0, False),
        ("article needless", "which echoes |the| similar words of the miller", "", 0, True),
        ("article missing", "in view of ||state of the mills", "the", 0, True),
        ("words joined", "the re |view| of mills", "", 2, False),
        ("capital", "a letter to the Security |council| of the valley", "Council", 0, False),
        ("capital", "all |member| States with mills", "Member", 0, True),
        ("capital", "impacts and |Actions| in the valley", "actions", 1, True),
        ("mark", "the General|,| Assembly of millers", "", 1, False),
        ("mark", "the millers|,| bakers of the valley", "", 1, True),
        ("mark", "the Union of Millers|;| the Union of Bakers; and others", ",", 0, True),
        ("hyphen", "the |civil-society| groups of the valley", "civil society", 1, True),
        ("hyphen", "this is |in-line| with the plan", "in line", 1, False),
        ("hyphen", "in |post flood| valleys", "post-flood", 3, False),
    ],
)
def test_what_grammar_lets_stand(family: str, text: str, new: str, kind: int, right: bool) -> None:
    assert _stands(family, text, new, kind) is right
