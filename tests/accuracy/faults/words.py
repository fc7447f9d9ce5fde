"""Words for which others are written: the right word where it stands, else a phrase put in, is written wrongly."""

from tests.accuracy.drafts import Draft
from tests.accuracy.faults import Planted, fault, replaced, reworded

WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "ABB003": (("United Nations", "UN"),),
    "ABB005": (("Security Council(?! res)", "UNSC"), ("Security Council(?! res)", "ECOSOC")),
    "CAP001": (("Member States", "member states"), ("Member States", "Member states")),
    "CAP002": (("States parties", "States Parties"), ("States parties", "states parties")),
    "CAP004": (("all States", "all states"),),
    "CAP005": (("Security Council", "security council"), ("United Nations", "united nations")),
    "CAP008": (("Secretary-General", "Secretary General"), ("Secretary-General", "secretary general")),
    "GEN001": (("spokesperson", "spokesman"), ("spokesperson", "chairman")),
    "SPL001": (("organize", "organise"), ("analyse", "analyze"), ("organize", "realise")),
    "SPL002": (("centre", "center"), ("fulfil", "fulfill"), ("labour", "labor"), ("programmes", "programs")),
    "SPL003": (("cooperation", "co-operation"), ("cooperation", "co-ordination")),
    "SPL005": (("subregional", "sub-regional"), ("training", "on-going training")),
    "SPL012": (
        ("Governments", "Goverments"),
        ("handbook", "hanbdook"),
        ("outcome", "outcoome"),
        ("training", "traning"),
    ),
    "TYP013": (("training", "training training"), ("Governments to", "Governments to to"), (" the ", " the the ")),
}
PUT_IN: dict[str, tuple[str, ...]] = {
    "ABB001": ("UNESCO", "UNICEF", "UNHCR", "WHO"),
    "ABB004": ("the U.N.D.P. office", "the U.S. coast guard", "the W.H.O. office"),
    "CAP012": ("indigenous peoples",),
    "NUM013": ("the fair of 31 April 2027", "the fair of 29 February 2027", "the fair from 14 to 12 May 2027"),
    "GEN004": ("Vietnam", "Ivory Coast", "Czech Republic", "South Korea"),
}


def _word(rule: str) -> None:
    @fault(rule)
    def plant(draft: Draft, pick: int) -> Planted | None:
        right, wrong = WORDS[rule][pick % len(WORDS[rule])]
        return replaced(draft, rf"\b{right}(?!\w)", wrong, pick // len(WORDS[rule]))


def _phrase(rule: str) -> None:
    @fault(rule)
    def plant(draft: Draft, pick: int) -> Planted | None:
        wrong = PUT_IN[rule][pick % len(PUT_IN[rule])]
        found = list(draft.matches(r"(?<=keepers of )lighthouses(?=,| )"))
        if not found:
            return None
        place, match = found[pick % len(found)]
        return reworded(draft, place, match.end(), match.end(), f" and of {wrong}")


for _rule in WORDS:
    _word(_rule)
for _rule in PUT_IN:
    _phrase(_rule)
