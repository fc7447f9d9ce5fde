"""Small grammar: number of nouns and verbs, forms of verbs, adverbs, and what openings take."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("rule", "text", "found"),
    [
        ("SPL018", "that the state of the roads remain poor", ["remain"]),
        ("SPL018", "that the state of the roads remains poor", []),
        ("SPL018", "the efforts that has been made by villages", ["has"]),
        ("SPL018", "the efforts of a village that has been made famous", []),
        ("SPL018", "the children of the villages who has been taught to read", ["has"]),
        ("SPL018", "the one of the children who has been taught to read", []),
        ("SPL018", "that villages plays a part", ["plays"]),
        ("SPL018", "that the plays of villages draw many people", []),
        ("SPL018", "that the present resolution (and its annex) are long", ["are"]),
        ("SPL018", "that drought and famine affects all", ["affects"]),
        ("SPL018", "that research and development is dear", []),
        ("SPL018", "that it are late and that they was asked", ["are", "was"]),
        ("SPL018", "that there is many roads and that there are a bridge", ["is", "are"]),
        ("SPL018", "that there is a bridge and that there are a number of roads", []),
        ("SPL018", "that each of the villages have a road", ["have"]),
        ("SPL018", "the road of the village, which have been mended", ["have"]),
        ("SPL018", "the roads of the village, which have been mended", []),
        ("SPL018", "that a series of roads are closed", []),
        ("SPL018", "that no road exists for those displaced by floods", []),
        ("SPL017", "many lantern for several small village", ["lantern", "village"]),
        ("SPL017", "many village roads for several small village councils", []),
        ("SPL017", "each villages of the valley and one of the main road", ["villages", "road"]),
        ("SPL017", "all States party to the treaty and each year's harvest", []),
        ("SPL017", "the report on its sixth sessions", ["sessions"]),
        ("SPL017", "the roads of 12 village in the valley, of 15 million people, over 20 villages", ["village"]),
        ("SPL017", "the reports on its sixth and seventh sessions", []),
        ("SPL025", "that the road was full repaired by the village", ["full"]),
        ("SPL025", "that the road was in full repaired", []),
        ("SPL025", "the internationally agreed goals and the international agreed goals", ["international"]),
        ("SPL025", "the full and effectively use of roads", ["effectively"]),
        ("SPL025", "the effectively managed roads", []),
        ("SPL026", "that roads were establish by villages", ["establish"]),
        ("SPL026", "the aim of improve roads, to ensures safety", ["improve", "ensures"]),
        ("SPL026", "that villages should publishes maps and must to comply", ["publishes", "to comply"]),
        ("SPL026", "that villages did not provides maps, and have submit plans", ["provides", "submit"]),
        ("SPL026", "that villages do all they can to improve roads, with pay and on leave", []),
        ("SPL027", "the plans, with a view to improve roads", ["improve"]),
        ("SPL027", "the plans, in order to improving the roads", ["improving"]),
        ("SPL027", "the plans, with a view to improving roads, in order to improve them", []),
        ("SPL028", "the persons which mend roads", ["which"]),
        ("SPL028", "the group of persons which mends roads", []),
        ("SPL028", "the institutions who mend roads", ["who"]),
        ("SPL028", "the members of institutions who mend roads", []),
    ],
)
def test_grammar(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, draft(f"*Noting* {text},", "1. *Encourages* villages to mend roads;", LAST)) == found


@each(
    ("rule", "text", "found"),
    [
        ("OPR028", "*Requests* the Secretary-General for preparing a list of roads", ["for preparing"]),
        ("OPR028", "*Urges* all Member States publishing their plans", ["publishing"]),
        ("OPR028", "*Urges* all Member States publishing their plans to report", []),
        ("OPR028", "*Invites* Governments must publish plans", ["must publish"]),
        ("OPR028", "*Requests* the Office to continuing its work on ferries", ["continuing"]),
        ("OPR028", "*Encourages* States parties to existing treaties to print them", []),
        ("OPR028", "*Invites* regional organizations that share their experience", ["that share"]),
        ("OPR026", "*Welcomes* the report, and requests them report on ferries", ["report"]),
        ("OPR026", "*Requests* the Office of the High Commissioner for Human Rights prepare a list", ["prepare"]),
        ("OPR026", "*Requests* that the Secretary-General prepare a list", []),
        ("OPR014", "*Requests* that a copy to be sent to each port", ["to be"]),
        ("OPR014", "*Requests* that measures to protect ports be taken", []),
        ("OPR047", "*Urges* the donor community, to increase its support", [","]),
        ("OPR047", "*Requests* the funds, and invites States, to support ports", []),
        ("SPL017", "*Welcomes* the two report of the group", ["report"]),
        ("SPL017", "*Encourages* all State to take part", ["State"]),
        ("SPL017", "*Notes* the Group of 20 ministerial meeting on ferries", []),
        ("SPL019", "*Notes* the value of to keep records", ["of to"]),
        ("SPL025", "*Notes* that floods are particular dangerous at night", ["particular"]),
        ("SPL025", "*Requests* the Office to act quick", ["quick"]),
        ("SPL025", "*Encourages* States to implement full the agreement", ["full"]),
        ("SPL026", "*Notes* that floods may caused damage", ["caused"]),
        ("SPL026", "*Notes* the political will expressed by States", []),
        ("SPL027", "*Notes* the need train those who read", ["train"]),
        ("SPL043", "*Notes* that stations are been rebuilt", ["been"]),
        ("SPL012", "*Notes* that thestations are old", ["thestations"]),
        ("SPL012", "*Notes* the maintainance of roads", ["maintainance"]),
        (
            "REF014",
            "*Invites* the United Nations Environmental Programme to help",
            ["United Nations Environmental Programme"],
        ),
        ("SPL043", "*Decides* that the fund should being open", ["being"]),
        ("OPR029", "*Stresses* on the need for roads", ["on"]),
        ("OPR029", "*Notes* for the first time the need for roads", []),
        ("OPR014", "*Requests* that the list of roads is kept in good order", ["is"]),
        ("OPR014", "*Requests* that the list of roads be kept in good order", []),
        ("OPR014", "*Requests* that, where a road is closed, a list be kept", []),
    ],
)
def test_openings(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, draft("*Noting* the roads,", f"1. {text};", LAST)) == found


WORDS = st.sampled_from(
    "the a that which who roads village each of and to has have is are were was many these ensure ensures fully full by it they".split()  # noqa: SIM905
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    """No order of small words breaks the rules on grammar."""
    text = draft(f"*Noting* {' '.join(words)},", "1. *Encourages* villages to mend roads;", LAST)
    for rule in ("SPL017", "SPL018", "SPL025", "SPL026", "SPL027", "SPL028"):
        assert all(excerpts(rule, text))
