"""Faults of references, dates and numbers in the text."""

from dataclasses import replace

from tests.accuracy.drafts import Draft, Para, Spot
from tests.accuracy.faults import Planted, fault, replaced


def _recalls(draft: Draft, right: str, wrong: str) -> Planted:
    """A paragraph that recalls a resolution, written wrongly."""
    place = draft.roles("operative")[-4]
    text = f"Recalls {wrong} on lighthouses;"
    para = Para("operative", text, draft.paras[place].label, ((0, 7),))
    return Planted(draft.at(place, para), (Spot(text, 8, 8 + len(wrong)),))


@fault("REF002")
def form(draft: Draft, pick: int) -> Planted | None:
    wrong = (
        "General Assembly resolution A/RES/71/256",
        "General Assembly resolution 217A(III)",
        "General Assembly resolution No. 71/256",
        "Security Council resolution 1325",
        "Security Council resolution 1325/2000",
        "General Assembly res. 71/256",
        "General Assembly resolution 71/256 (2016)",
    )
    return _recalls(draft, "", wrong[pick % len(wrong)])


@fault("REF003")
def organ(draft: Draft, pick: int) -> Planted | None:
    wrong = (
        "GA resolution 71/256",
        "UNGA resolution 71/256",
        "UNSC resolution 1325 (2000)",
        "SC resolution 1325 (2000)",
    )
    return _recalls(draft, "", wrong[pick % 4])


@fault("REF005")
def titled(draft: Draft, pick: int) -> Planted | None:
    return replaced(draft, r"entitled(?= “Lighthouses”)", "titled", 0)


@fault("REF006")
def title(draft: Draft, pick: int) -> Planted | None:
    options = (
        (r"Rights of the Child", "Right of the Child"),
        (r"on the Rights of Persons with Disabilities", "of the Rights of Persons with Disabilities"),
        (r"Persons with Disabilities", "Persons with Disabilties"),
    )
    pattern, new = options[pick % 3]
    planted = replaced(draft, rf"(?<=Guided by the Convention on the ){pattern}", new, 0) if pick % 3 == 0 else None
    planted = planted or replaced(draft, rf"(?<=Convention ){pattern}|{pattern}", new, 0)
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("REF011")
def future(draft: Draft, pick: int) -> Planted | None:
    return _recalls(draft, "", f"General Assembly resolution {92 + pick}/3")


@fault("REF013")
def date(draft: Draft, pick: int) -> Planted | None:
    wrong = (
        "General Assembly resolution 70/1 of 26 September 2015",
        "General Assembly resolution 71/256 of 23 December 2018",
        "General Assembly resolution 70/1 of 25 September 2014",
        "Security Council resolution 1325 (2000) of 31 October 2001",
    )
    return _recalls(draft, "", wrong[pick % 4])


@fault("NUM002")
def thousands(draft: Draft, pick: int) -> Planted | None:
    options = ((r"12,500", "12500"), (r"35,500", "35500"), (r"12,500", "12 500"), (r"35,500", "35.500"))
    return replaced(draft, *options[pick % 2], 0)


@fault("NUM004")
def date_form(draft: Draft, pick: int) -> Planted | None:
    wrong = ("May 12, 2023", "12th May 2023", "12 May, 2023", "the 12th of May 2023", "12/05/2023", "12.05.2023")
    return replaced(draft, r"12 May 2023", wrong[pick % 6], 0)


@fault("NUM009")
def currency(draft: Draft, pick: int) -> Planted | None:
    return replaced(
        draft, r"35,500 United States dollars", ("US$ 35,500", "USD 35,500", "US $35,500", "€35,500")[pick % 4], 0
    )


@fault("SPL004")
def percent(draft: Draft, pick: int) -> Planted | None:
    return replaced(draft, r"25 per cent", ("25 percent", "25%", "25 %")[pick % 3], 0)
