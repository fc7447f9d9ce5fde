"""Faults of footnotes."""

from dataclasses import replace

from tests.accuracy.drafts import Draft, Note, Spot
from tests.accuracy.faults import Planted, fault, renoted, reworded


def _texts(draft: Draft, pick: int, place: int, options: tuple[tuple[str, str], ...]) -> Planted | None:
    return renoted(draft, place, *options[pick % len(options)])


@fault("FTN001")
def in_text(draft: Draft, pick: int) -> Planted | None:
    place = next(at for at, para in enumerate(draft.paras) if "report of the Secretary-General" in para.text)
    para = replace(draft.paras[place], notes=())
    fresh = replace(draft.at(place, para), notes=draft.notes[:-1])
    return reworded(fresh, place, len(para.text) - 1, len(para.text) - 1, " (A/79/212)")


@fault("FTN002")
def letters(draft: Draft, pick: int) -> Planted | None:
    last = draft.notes[-1]
    place = next(at for at, para in enumerate(draft.paras) if any(key == last.key for _, key in para.notes))
    para = draft.paras[place]
    text = para.text[:-1]
    fresh = replace(para, notes=tuple((at, "a") for at, _ in para.notes))
    return Planted(
        replace(draft.at(place, fresh), notes=(*draft.notes[:-1], replace(last, key="a"))), (Spot(text, 0, 0, False),)
    )


@fault("FTN003")
def orphan(draft: Draft, pick: int) -> Planted | None:
    place = next(at for at, para in enumerate(draft.paras) if para.notes and para.notes[0][1] == "5")
    para = replace(draft.paras[place], notes=())
    # Word does not print a note that nothing refers to, and numbers the others by itself.
    return Planted(draft.at(place, para), (Spot(""),), ("markdown",))


@fault("FTN005")
def twice(draft: Draft, pick: int) -> Planted | None:
    place = draft.roles("operative")[-3]
    text = "Encourages all to read the handbook for keepers of lighthouses;"
    para = replace(draft.paras[place], text=text, italic=((0, 10),), notes=((len(text), "5"),))
    return Planted(draft.at(place, para), (Spot(text, 0, 0, False),))


@fault("FTN008")
def stop(draft: Draft, pick: int) -> Planted | None:
    place = pick % len(draft.notes)
    one = draft.notes[place]
    text = one.text[:-1] + ("", ",")[pick // 6 % 2]
    return Planted(draft.with_note(place, replace(one, text=text)), (Spot(text, len(one.text) - 1, len(text)),))


@fault("FTN009")
def resolution(draft: Draft, pick: int) -> Planted | None:
    options = (
        ("Resolution 70/1", "A/RES/70/1"),
        ("70/1", "70/1 of 25 September 2015"),
        ("Resolution 70/1", "GA Res. 70/1"),
    )
    if draft.profile != "ga":
        return None
    return _texts(draft, pick, 0, options)


@fault("FTN010")
def own_organ(draft: Draft, pick: int) -> Planted | None:
    return renoted(draft, 0, "Resolution", "General Assembly resolution") if draft.profile == "ga" else None


@fault("FTN011")
def treaty(draft: Draft, pick: int) -> Planted | None:
    options = (
        ("United Nations, Treaty Series", "UNTS"),
        ("No. 27531", "p. 3"),
        ("vol. 1577, No. 27531", "No. 27531, vol. 1577"),
    )
    planted = _texts(draft, pick, 1, options)
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("FTN012")
def ibid(draft: Draft, pick: int) -> Planted | None:
    return _texts(draft, pick, 2, (("Ibid.,", "Ibid,"), ("Ibid.", "ibid."), ("Ibid.", "Idem.")))


@fault("FTN012")
def ibid_misplaced(draft: Draft, pick: int) -> Planted | None:
    first, second = draft.notes[1], draft.notes[5]
    swapped = draft.with_note(1, Note(first.key, second.text))
    return Planted(swapped, (Spot(draft.notes[2].text, 0, 5),))


@fault("FTN013")
def records(draft: Draft, pick: int) -> Planted | None:
    options = (("Supplement No. 8", "Suppl. No. 8"), (" (E/2019/28)", ""), ("Supplement No. 8", "Supplement 8"))
    planted = _texts(draft, pick, 3, options)
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("FTN014")
def supplement(draft: Draft, pick: int) -> Planted | None:
    options = (("Supplement No. 8", "Supplement No. 10"), ("E/2019/28", "E/2018/28"), ("E/2019/28", "E/2019/30"))
    planted = _texts(draft, pick, 3, options)
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("FTN015")
def sales(draft: Draft, pick: int) -> Planted | None:
    planted = _texts(draft, pick, 4, (("Sales No.", "Sales no."), ("E.09.XI.17", "E09XI17"), ("Sales No.", "Sale No.")))
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("FTN016")
def symbol(draft: Draft, pick: int) -> Planted | None:
    options = (("A/79/212", "UN Doc. A/79/212"), ("A/79/212", "A/79/212/Rev. 1"), ("A/79/212", "A/79/212 & A/79/213"))
    planted = _texts(draft, pick, 5, options)
    return planted and Planted(planted.draft, (replace(planted.spots[0], near=False),))


@fault("TYP010")
def before_mark(draft: Draft, pick: int) -> Planted | None:
    places = [at for at, para in enumerate(draft.paras) if para.notes]
    place = places[pick % len(places)]
    para = draft.paras[place]
    fresh = replace(para, notes=((len(para.text) - 1, para.notes[0][1]),))
    return Planted(draft.at(place, fresh), (Spot(para.text, len(para.text) - 2, len(para.text)),))
