"""Constructions of clauses that are doubted (GRM021), each beside one that is right."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

ROWS = [
    ("that lamps they enable sailors to read at night", ["they enable"]),
    ("that the lamps they need are kept in harbours", []),
    ("that sailors, who often work at night, they are tired", ["they are"]),
    ("that sailors in need of a lamp, are helped by keepers", ["lamp, are"]),
    ("that sailors, in need of a lamp, are helped by keepers", []),
    ("that a keeper may leave when the lamps will be lit", ["when the lamps will"]),
    ("that a keeper may leave when the lamps are lit, and asks when the lamps will be lit", []),
    ("that lamps are a source of light on which the sailors depend on", ["on"]),
    ("that articles 4 and 5 thereof and article 6 and 7 thereof bind keepers", ["article"]),
    ("that lamps are not adequate protected", ["adequate"]),
    ("that lamps are hazardous than bells", ["hazardous than"]),
    ("that lamps are more hazardous than bells", []),
    ("that bells lie more 20 miles away, and lamps more than 20 miles", ["more"]),
    ("that lamps serve like a warning, and a bell as a warning", ["like"]),
    ("that such bells like those of ships sound", ["like"]),
    ("that lamps often are kept, and bells are often kept", ["often are"]),
    ("the need to prevent keepers to leave the mill, and to prevent keepers from leaving it", ["to leave"]),
    ("that keepers speak no of the languages of sailors", ["no"]),
    ("that at least one lamps burns", ["lamps"]),
    ("that a lamp is useful and that it important for ships", ["it important"]),
    ("that lamps which battery can be changed last", ["which"]),
    ("that a minimum of at least 10 lamps is lit", ["minimum of at least"]),
    ("that lamps seldom rarely burn", ["seldom rarely"]),
    ("that everyone may come, whether keeper nor sailor", ["nor"]),
    ("that oil costs from $1 and $3", ["from"]),
    ("that lamps must be not moved, and that they need not to be lit", ["be not", "not to"]),
    ("the need to make women to leave the mill", ["to leave"]),
    ("that keepers hold more lamps as are needed, and that fees are lower as those of ports", ["as", "as"]),
    ("that no lamp may be lit among that mills", ["that"]),
    ("that keepers know all what they need", ["what"]),
    ("that few of them has a lamp, and leave without enable them to read", ["has", "enable"]),
    ("that complaints must be dealt promptly", ["dealt"]),
    ("that complaints must be dealt with promptly", []),
    ("that keepers may leave unless the cost of the lamps exceed the price", ["exceed"]),
    ("that keepers write in a language that they use it", ["it"]),
    ("that bells, which knowledge of keepers is limited, ring", ["which"]),
    ("that the cost of the lamps exceed $5", ["exceed"]),
    ("the need to teach women how repair them, and how lamps repair themselves", ["repair"]),
    ("that prices fall when are lamps sold", ["are lamps"]),
    ("that a bell is taken like an excuse", ["like"]),
    ("that lamps burn twice per a year", ["per a"]),
    ("that parents let their children to learn", ["to learn"]),
    ("that keepers must be able reading", ["able reading"]),
    ("that the number has raised steadily, and that it could raise to 40 million", ["raised", "raise"]),
    ("that the number was raised to 40, and that States have raised funds", []),
    ("that lamps burn, that lamps they enable keepers to read", ["they enable"]),
    ("that keepers leave two days before they will arrive", ["before they will"]),
    ("the right to know where does the oil come from", ["does the"]),
    ("that nobody knows whether anything have been added by others mills", ["have", "others"]),
    ("that lamps are lesser harmful to birds than bells", ["lesser"]),
    ("that neither bells nor lamps can not be moved", ["not"]),
    ("that although the lamps are old, but keepers like them", ["but"]),
]


@each(("words", "found"), ROWS)
def test_constructions(words: str, found: list[str]) -> None:
    source = draft(f"*Noting* {words},", "1. *Decides* to return to the matter.")
    assert excerpts("GRM021", source) == found
