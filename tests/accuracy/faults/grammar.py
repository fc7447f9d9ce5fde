"""Small grammar: a right phrase of the invented paragraphs, or a phrase put in, is written wrongly."""

from tests.accuracy.drafts import Draft
from tests.accuracy.faults import Planted, fault, reworded

PUT_IN: dict[str, tuple[str, ...]] = {
    "SPL017": ("several small harbour", "each boats", "one of the oldest lamp", "a number of keeper"),
    "SPL018": ("lamps that has been lit", "of keepers who is asleep", "of a lamp that are bright"),
    "SPL025": (
        "lamps that were full repaired",
        "of the fully and effective use of lamps",
        "of particular vulnerable boats",
    ),
    "SPL026": ("lamps that were establish by keepers", "the aim to ensures light", "the art of maintain lamps"),
    "SPL027": ("lamps, with a view to ensure light", "lamps, in order to ensuring the light"),
    "SPL028": ("of persons which light lamps", "of measures who save boats"),
}


def _phrase(rule: str) -> None:
    @fault(rule)
    def plant(draft: Draft, pick: int) -> Planted | None:
        wrong = PUT_IN[rule][pick % len(PUT_IN[rule])]
        found = list(draft.matches(r"(?<=keepers of )lighthouses(?=,| )"))
        if not found:
            return None
        place, match = found[pick % len(found)]
        return reworded(draft, place, match.end(), match.end(), f" and {wrong}")


for _rule in PUT_IN:
    _phrase(_rule)
