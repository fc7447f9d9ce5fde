"""Faults of operative paragraphs."""

import re
from dataclasses import replace

from tests.accuracy.drafts import Draft, Para, Spot
from tests.accuracy.faults import Planted, choose, fault, replaced, reworded

PARTICIPLE = {
    "Invites": "Inviting",
    "Encourages": "Encouraging",
    "Requests": "Requesting",
    "Decides": "Deciding",
    "Urges": "Urging",
    "Welcomes": "Welcoming",
    "Notes": "Noting",
    "Recognizes": "Recognizing",
    "Stresses": "Stressing",
    "Reaffirms": "Reaffirming",
}


@fault("OPR001")
def mood(draft: Draft, pick: int) -> Planted | None:
    # Where another verb follows, a participle at the front is right: *Welcoming the plan, requests the Director to …*.
    alone = r"(?!.*, (?:and )?[a-z]+s (?:that|to|the|all|its)\b)"
    found = choose(draft.matches(rf"^(?:{'|'.join(PARTICIPLE)})\b{alone}", "operative"), pick)
    if found is None:
        return None
    verb = found[1][0]
    new = (PARTICIPLE[verb], verb.removesuffix("s") if not verb.endswith("sses") else PARTICIPLE[verb])[pick % 2]
    return reworded(draft, found[0], 0, len(verb), new)


@fault("OPR002")
def also_after(draft: Draft, pick: int) -> Planted | None:
    verbs = "Invites|Encourages|Requests|Urges|Welcomes|Recognizes|Stresses|Reaffirms"
    found = choose(draft.matches(rf"^(?:{verbs})(?= (?:the|that|all|Member|States|Governments)\b)", "operative"), pick)
    if found is None:
        return None
    end = found[1].end()
    planted = reworded(draft, found[0], end, end, " also")
    para = replace(planted.draft.paras[found[0]], italic=((0, end + 5),))
    return Planted(planted.draft.at(found[0], para), (Spot(para.text, 0, end + 5),))


@fault("OPR004")
def also_alone(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[pick % 2]
    text = "Also endorses the plan of the harbour masters for the lighthouses of the islands;"
    para = Para("operative", text, draft.paras[place].label, ((0, 13),))
    return Planted(draft.at(place, para), (Spot(text, 0, 13),))


@fault("OPR005")
def semicolon(draft: Draft, pick: int) -> Planted | None:
    found = choose(draft.matches(r";$", "operative", "item"), pick)
    return found and reworded(draft, found[0], found[1].start(), found[1].end(), ("", ",", ".")[pick % 3])


@fault("OPR006")
def full_stop(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[-1]
    text = draft.paras[place].text
    return reworded(draft, place, len(text) - 1, len(text), ("", ";", ",")[pick % 3])


@fault("OPR007")
def colon(draft: Draft, pick: int) -> Planted | None:
    return replaced(draft, r":$", ("", ",", ";", "–")[pick % 4], 0, "operative")


@fault("OPR010")
def second_verb(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[-2]
    para = draft.paras[place]
    text = "Encourages harbours to light their lamps, and invites ships to greet them:"
    at = text.index("invites")
    fresh = Para("operative", text, para.label, ((0, 10), (at, at + 7)))
    return Planted(draft.at(place, fresh), (Spot(text, at, at + 7),))


@fault("OPR011")
def seized(draft: Draft, pick: int) -> Planted | None:
    wrong = ("ceased", "siezed", "seised")[pick % 3]
    place = draft.roles("operative")[-1]
    text = f"Decides to remain {wrong} of the matter."
    para = Para("operative", text, draft.paras[place].label, ((0, 7),))
    return Planted(draft.at(place, para), (Spot(text, 11, 18 + len(wrong)),))


@fault("OPR018")
def this_resolution(draft: Draft, pick: int) -> Planted | None:
    wrong = ("this resolution", "the current resolution", "this draft resolution")[pick % 3]
    return replaced(draft, r"the present resolution", wrong, 0)


@fault("OPR019")
def short_reference(draft: Draft, pick: int) -> Planted | None:
    return replaced(
        draft, r"paragraph 1(?= above)", ("OP 1", "para. 1", "OP1", "op. para. 1")[pick % 4], 0, "operative"
    )


@fault("OPR024")
def dangling(draft: Draft, pick: int) -> Planted | None:
    return replaced(draft, r"(?<=paragraph )1(?= above)", ("88", "41", "59")[pick % 3], 0, "operative")


@fault("OPR025")
def stale(draft: Draft, pick: int) -> Planted | None:
    """Two paragraphs are named; a reference to one of them prints the number of the other."""
    found = choose(draft.matches(r"(?<=paragraph )1(?= above)", "operative"), pick)
    targets = [place for place in draft.roles("operative") if draft.paras[place].label in ("1.", "2.", "3.")]
    if found is None or len(targets) < 3:
        return None
    place, match = found
    right, wrong = ((1, 0), (0, 1), (2, 0), (0, 2))[pick % 4]
    shown = draft.paras[targets[wrong]].label.rstrip(".")
    if max(targets[right], targets[wrong]) >= place:
        return None
    para = draft.paras[place].edit(match.start(), match.end(), shown)
    para = replace(para, pointer=(match.start(), match.start() + len(shown), "_Ref100000001"))
    named = replace(draft.paras[targets[right]], name="_Ref100000001")
    spot = Spot(para.text, match.start(), match.start() + len(shown))
    return Planted(draft.at(place, para).at(targets[right], named), (spot,))


@fault("OPR020")
def negotiation(draft: Draft, pick: int) -> Planted | None:
    found = choose(draft.matches(r"(?<= )(?:lighthouses|keepers)(?= )"), pick)
    if found is None:
        return None
    new = (f"[{found[1][0]}]", f"{found[1][0]} (agreed ad ref)", f"{found[1][0]} [all]", f"{found[1][0]} [  ]")[
        pick % 4
    ]
    return reworded(draft, found[0], found[1].start(), found[1].end(), new)


@fault("OPR023")
def no_verb(draft: Draft, pick: int) -> Planted | None:
    place = choose(draft.roles("operative")[1:-2], pick)
    if place is None:
        return None
    text = ("Member States should keep lighthouses;", "There is a need for lighthouses;", "Lighthouses must be kept;")[
        pick % 3
    ]
    para = Para("operative", text, draft.paras[place].label)
    return Planted(draft.at(place, para), (Spot(text, 0, 13),))


@fault("TYP002")
def foreign(draft: Draft, pick: int) -> Planted | None:
    found = choose(draft.matches(r"inter alia"), pick)
    if found is None:
        return None
    place, match = found
    para = draft.paras[place]
    fresh = replace(para, italic=(*para.italic, match.span()))
    return Planted(draft.at(place, fresh), (Spot(para.text, *match.span()),))


@fault("TYP004")
def emphasis(draft: Draft, pick: int) -> Planted | None:
    words = ("WITHOUT ANY DELAY", "AS SOON AS POSSIBLE")[pick % 2]
    found = choose(draft.matches(r"(?<=[a-z] )lighthouses(?=[ ,])", "preamble", "operative"), pick)
    return found and reworded(draft, found[0], found[1].end(), found[1].end(), f" {words}")


@fault("TYP006")
def inside_quotation(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[-3]
    text = "Takes note of the booklet entitled “Lights,” and of the film;"
    para = Para("operative", text, draft.paras[place].label, ((0, 13),))
    at = re.search(",”", text).start()  # type: ignore[union-attr]
    return Planted(draft.at(place, para), (Spot(text, at, at + 2),))
