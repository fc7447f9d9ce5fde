"""Faults of preambular paragraphs and of the italics of openings."""

import re
from dataclasses import replace

from tests.accuracy.drafts import Draft, Para, Spot
from tests.accuracy.faults import Planted, choose, fault, reworded

FINITE = {
    "Recalling": "Recalls",
    "Reaffirming": "Reaffirms",
    "Recognizing": "Recognizes",
    "Noting": "Notes",
    "Welcoming": "Welcomes",
    "Emphasizing": "Emphasizes",
    "Stressing": "Stresses",
    "Acknowledging": "Acknowledges",
    "Bearing": "Bears",
    "Taking": "Takes",
    "Considering": "Considers",
    "Expressing": "Expresses",
}


@fault("PRE001")
def finite(draft: Draft, pick: int) -> Planted | None:
    found = choose(draft.matches(rf"^(?:{'|'.join(FINITE)})\b", "preamble"), pick)
    return found and reworded(draft, found[0], 0, found[1].end(), FINITE[found[1][0]])


@fault("PRE002")
def end_mark(draft: Draft, pick: int) -> Planted | None:
    found = choose(draft.matches(r",$", "preamble"), pick)
    return found and reworded(draft, found[0], found[1].start(), found[1].end(), ("", ";", ".")[pick % 3])


@fault("PRE003")
def also_first(draft: Draft, pick: int) -> Planted | None:
    found = choose(
        draft.matches(r"^(?:Recalling|Reaffirming|Recognizing|Noting|Welcoming|Stressing)\b", "preamble"), pick
    )
    if found is None:
        return None
    verb = found[1][0]
    new = f"{('Also', 'Further')[pick % 2]} {verb.lower()}"
    planted = reworded(draft, found[0], 0, len(verb), new)
    para = replace(planted.draft.paras[found[0]], italic=((0, len(new)),))
    return Planted(planted.draft.at(found[0], para), planted.spots)


@fault("PRE005")
def numbered(draft: Draft, pick: int) -> Planted | None:
    place = choose(draft.roles("preamble"), pick)
    if place is None:
        return None
    label = (f"PP{pick + 1} ", f"PP {pick + 1}. ", "PP1 bis ")[pick % 3]
    planted = reworded(draft, place, 0, 0, label)
    return Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("PRE010")
def no_opening(draft: Draft, pick: int) -> Planted | None:
    place = choose(draft.roles("preamble"), pick)
    text = (
        "The importance of lighthouses is great,",
        "Lighthouses guide all ships,",
        "Member States keep lighthouses,",
    )[pick % 3]
    if place is None:
        return None
    return Planted(draft.insert(place, Para("preamble", text)), (Spot(text, 0, 12),))


@fault("TYP001")
def upright(draft: Draft, pick: int) -> Planted | None:
    places = [place for place in draft.roles("preamble", "operative") if draft.paras[place].italic]
    place = choose(places, pick)
    if place is None:
        return None
    para = draft.paras[place]
    start, end = para.italic[0]
    longer = end + len(re.match(r"\W*\w+", para.text[end:])[0])  # type: ignore[index]
    italic = ((), ((start, longer),))[pick % 2]
    fresh = replace(para, italic=(*italic, *para.italic[1:]))
    spot = Spot(para.text, start, longer if italic else end)
    return Planted(draft.at(place, fresh), (spot,))


@fault("TYP012")
def organ_upright(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("organ")[0]
    text = draft.paras[place].text
    return Planted(draft.at(place, replace(draft.paras[place], italic=())), (Spot(text, 0, len(text) - 1),))
