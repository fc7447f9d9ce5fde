"""Faults of structure: title, organ line, order, numbers, annexes."""

from dataclasses import replace

from tests.accuracy.drafts import Draft, Para, Spot
from tests.accuracy.faults import Planted, choose, fault, reworded


def _organ(draft: Draft) -> int:
    return draft.roles("organ")[0]


@fault("STR001")
def organ_after_preamble(draft: Draft, pick: int) -> Planted | None:
    place = _organ(draft)
    organ = draft.paras[place]
    moved = draft.without(place).insert(place + 1, organ)
    return Planted(moved, (Spot(organ.text, 0, len(organ.text), False),))


@fault("STR002")
def organ_gone(draft: Draft, pick: int) -> Planted | None:
    return Planted(draft.without(_organ(draft)), (Spot(""),))


@fault("STR003")
def organ_mark(draft: Draft, pick: int) -> Planted | None:
    place = _organ(draft)
    text = draft.paras[place].text
    return reworded(draft, place, len(text) - 1, len(text), (":", ".", "", ";")[pick % 4])


@fault("STR004")
def organ_other(draft: Draft, pick: int) -> Planted | None:
    place = _organ(draft)
    name = (
        choose(("The Security Council", "The Economic and Social Council", "The Commission on Narcotic Drugs"), pick)
        or ""
    )
    text = f"{name},"
    fresh = replace(draft.paras[place], text=text, italic=((0, len(name)),))
    return Planted(draft.at(place, fresh), (Spot(text, 0, len(text), False),))


@fault("STR005")
def title_stop(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("title")[0]
    text = draft.paras[place].text
    return reworded(draft, place, len(text), len(text), ".")


@fault("STR005")
def title_gone(draft: Draft, pick: int) -> Planted | None:
    return Planted(draft.without(draft.roles("title")[0]), (Spot(""),))


@fault("STR007")
def title_short(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("title")[0]
    text = draft.paras[place].text
    words = (" and UNESCO", " and the work of UNODC", " and WHO")[pick % 3]
    planted = reworded(draft, place, len(text), len(text), words)
    return Planted(planted.draft, (replace(planted.spots[0], start=len(text) + len(words) - 6),))


@fault("STR008")
def preamble_late(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[1 + pick % 2]
    text = "Noting the role of harbours in the keeping of lighthouses,"
    return Planted(draft.insert(place, Para("preamble", text, italic=((0, 6),))), (Spot(text, 0, len(text), False),))


@fault("STR009")
def number_gone(draft: Draft, pick: int) -> Planted | None:
    place = choose(draft.roles("operative")[1:-2], pick)
    if place is None:
        return None
    para = replace(draft.paras[place], label="")
    return Planted(draft.at(place, para), (Spot(para.text, 0, len(para.text), False),))


@fault("STR010")
def lone_numbered(draft: Draft, pick: int) -> Planted | None:
    places = draft.roles("operative", "item")
    last = replace(draft.paras[places[-1]], label="1.")
    kept = tuple(para for place, para in enumerate(draft.paras) if place not in places)
    return Planted(replace(draft, paras=(*kept, last)), (Spot(last.text, 0, 0, False),))


@fault("STR011")
def number_wrong(draft: Draft, pick: int) -> Planted | None:
    place = choose(draft.roles("operative")[1:-1], pick)
    if place is None:
        return None
    number = int(draft.paras[place].label[:-1])
    wrong = number + 1 if pick % 2 else number - 1
    para = replace(draft.paras[place], label=f"{wrong}.")
    after = draft.paras[draft.roles("operative")[draft.roles("operative").index(place) + 1]]
    spots = (Spot(para.text, 0, 0, False), Spot(after.text, 0, 0, False))
    return Planted(draft.at(place, para), spots)


@fault("STR011")
def letter_wrong(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("item")[1]
    para = replace(draft.paras[place], label="(c)")
    return Planted(draft.at(place, para), (Spot(para.text, 0, 0, False),))


@fault("STR012")
def letters_other(draft: Draft, pick: int) -> Planted | None:
    form = ("(i) (ii) (iii)", "a) b) c)", "(1) (2) (3)")[pick % 3].split()
    fresh = draft
    for place, label in zip(draft.roles("item"), form, strict=True):
        fresh = fresh.at(place, replace(fresh.paras[place], label=label))
    return Planted(fresh, (Spot(fresh.paras[draft.roles("item")[0]].text, 0, 0, False),))


@fault("STR016")
def annex_unannounced(draft: Draft, pick: int) -> Planted | None:
    return Planted(
        replace(draft, annex=("## Annex", "### Rules for lighthouses", "1. A lighthouse is lit at dusk.")),
        (Spot("Annex", 0, 5, False),),
    )


@fault("STR016")
def annex_missing(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[-2]
    text = "Adopts the rules for lighthouses annexed to the present resolution;"
    fresh = replace(draft.paras[place], text=text, italic=((0, 6),))
    kept = tuple(para for para in draft.at(place, fresh).paras if para.role != "item")
    return Planted(replace(draft, paras=kept), (Spot(text, 31, len(text) - 1),))


@fault("STR018")
def adoption_line(draft: Draft, pick: int) -> Planted | None:
    text = ("82nd plenary meeting", "17 December 2024")[0]
    return Planted(draft.insert(len(draft.paras), Para("plain", text)), (Spot(text, 0, len(text), False),))


@fault("STR019")
def two_sentences(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[pick % 2]
    text = draft.paras[place].text
    new = ". This is of great importance"
    planted = reworded(draft, place, len(text) - 1, len(text) - 1, new)
    return Planted(planted.draft, (replace(planted.spots[0], end=len(text)),))


@fault("STR020")
def third_person(draft: Draft, pick: int) -> Planted | None:
    if draft.profile != "ga":
        return None
    text = "Recognizes the work of the keepers of lighthouses in all weathers;"
    paras = (
        Para("title", "Declaration on lighthouses"),
        Para(
            "plain",
            "We, the Heads of State and Government, gathered in a harbour to honour the keepers of lighthouses, declare:",
        ),
        Para("operative", "We reaffirm our commitment to the keepers of lighthouses.", "1.", ((3, 11),)),
        Para("operative", text, "2.", ((0, 10),)),
        Para("operative", "Commit ourselves to keeping their lights burning.", "3.", ((0, 6),)),
    )
    front = {**draft.front, "kind": "declaration"}
    return Planted(replace(draft, paras=paras, notes=(), front=front), (Spot(text, 0, 10),))


@fault("STR023")
def all_unnumbered(draft: Draft, pick: int) -> Planted | None:
    paras = tuple(replace(para, label="") if para.role == "operative" else para for para in draft.paras)
    return Planted(replace(draft, paras=paras), (Spot(""),))
