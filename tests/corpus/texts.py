"""Invented adopted texts, and a draft to hold against them."""

from resolint.corpus import Passage, Text

WELLS = (
    "Recognizing that a village well serves people, animals and gardens alike, and that its care falls to those who live nearest,",
    "Urges Member States to test the water of village wells every year, as appropriate, and to publish the results in the languages spoken there;",
    "Invites municipalities to train well keepers on a voluntary basis and to lend them the tools that they need;",
    "Requests the Secretary-General to report to the General Assembly at its sixty-sixth session on the implementation of the present resolution.",
)
PATHS = (
    "Reaffirming that the footpath is the oldest road of humankind and belongs to all who walk it in peace,",
    "Encourages Member States to mark footpaths that cross a border on both sides of it, with signs that walkers can read in the rain;",
)


def text(
    symbol: str,
    *words: str,
    date: str = "2009-12-18",
    title: str = "",
    body: str = "General Assembly",
    draft_of: str = "",
) -> Text:
    passages = tuple(Passage(f"operative {at}", one) for at, one in enumerate(words, 1))
    return Text(symbol, passages, title, date, body, symbol, draft_of)


ADOPTED = (
    text("A/RES/64/911", *WELLS, title="Care of village wells"),
    text(
        "A/RES/66/917",
        WELLS[0],
        WELLS[1].replace("Urges", "Encourages"),
        WELLS[3].replace("sixty-sixth", "sixty-eighth"),
        date="2011-12-22",
        title="Care of village wells",
    ),
    text("E/RES/2010/913", *PATHS, date="2010-07-20", title="Footpaths", body="Economic and Social Council"),
)
