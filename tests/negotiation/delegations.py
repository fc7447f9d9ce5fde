"""Invented texts and the copies that delegations make of them, at random."""

import random

PARAGRAPHS = (
    "Recalling its resolution 74/901 of 18 December 2019 on village wells,",
    "Recognizing that a village well serves people, animals and gardens alike,",
    "Noting with concern that the keepers who know how wells were dug are growing few,",
    "Welcoming the work of municipalities on the care of footpaths and wells,",
    "Urges Member States to test the water of village wells every year, as appropriate, and to publish the results;",
    "Invites municipalities to train well keepers on a voluntary basis and to lend them the tools that they need;",
    "Encourages schools to teach children where the water of their village comes from;",
    "Requests the Secretary-General to report to the General Assembly at its eighty-third session on village wells;",
    "Calls upon donors to give what they can for the repair of wells that were damaged by floods;",
    "Decides to remain seized of the matter;",
)
ADDED = (
    "Stresses that rope and bucket are to be kept clean;",
    "Takes note of the songs that well keepers sing at dusk;",
    "Affirms that a dry well is to be covered, so that nobody falls into it;",
)
WORDS = (
    "strictly",
    "where feasible",
    "in good time",
    "together",
    "women and",
    "at least",
    "not",
    "lamps",
    "in all regions",
)
MARKS = (",", ";")


def text(rows: list[str]) -> str:
    """The rows as a draft in Markdown; those that end in a comma are preambular."""
    preamble = [row for row in rows if row.endswith(",")]
    operative = [row for row in rows if not row.endswith(",")]
    lines = ["# Village wells", "*The General Assembly*,", *map(_opened, preamble)]
    lines += [f"{at}. {_opened(row)}" for at, row in enumerate(operative, 1)]
    return "\n\n".join(lines) + "\n"


def _opened(row: str) -> str:
    first, _, rest = row.partition(" ")
    return f"*{first}* {rest}"


def base_rows(count: int) -> list[str]:
    """So many paragraphs, the invented ones told apart by numbers from the second time on."""
    rows = []
    for at in range(count):
        row = PARAGRAPHS[at % len(PARAGRAPHS)]
        turn = at // len(PARAGRAPHS)
        rows.append(row if not turn else f"{row[:-1]} of region {turn}{row[-1]}")
    return sorted(rows, key=lambda row: not row.endswith(","))


def copy_of(rows: list[str], chance: random.Random, edits: int) -> list[str]:
    """What one delegation makes of the rows: words in, out and otherwise, paragraphs in, out, elsewhere and divided."""
    made = list(rows)
    for _ in range(edits):
        at = chance.randrange(len(made))
        words = made[at].split()
        match chance.randrange(8):
            case 0 | 1 if len(words) > 5:
                words[chance.randrange(2, len(words) - 1)] = chance.choice(WORDS)
                made[at] = " ".join(words)
            case 2 | 3:
                words.insert(chance.randrange(1, len(words)), chance.choice(WORDS))
                made[at] = " ".join(words)
            case 4 if len(words) > 6:
                start = chance.randrange(1, len(words) - 3)
                del words[start : start + chance.randrange(1, 3)]
                made[at] = " ".join(words)
            case 5 if len(made) > 4:
                del made[at]
            case 6:
                made.insert(at, chance.choice(ADDED))
            case 7 if len(made) > 4:
                row = made.pop(at)
                made.insert(chance.randrange(len(made)), row)
    return made
