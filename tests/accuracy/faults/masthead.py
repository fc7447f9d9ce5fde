"""Faults of the masthead and the line of sponsors."""

from dataclasses import replace

from tests.accuracy.drafts import Draft, Spot
from tests.accuracy.faults import Planted, choose, fault, refronted


def _with(draft: Draft, pick: int, options: tuple[tuple[str, str], ...], key: str) -> Planted:
    value, spot = options[pick % len(options)]
    return refronted(draft, key, value, spot)


@fault("SPN001")
def incomplete(draft: Draft, pick: int) -> Planted | None:
    key = choose(("distribution", "language", "date"), pick)
    front = {name: value for name, value in draft.front.items() if name != key}
    return Planted(replace(draft, front=front), (Spot(""),))


@fault("SPN002")
def symbol(draft: Draft, pick: int) -> Planted | None:
    if draft.profile != "ga":
        return None
    return refronted(
        draft, "symbol", ("A/C2/79/L.5", "A/C.2/79/L5", "A/C.2/79/L.5/rev.1", "A/C.2/79/L.5/Rev 1")[pick % 4], ""
    )


@fault("SPN003")
def distribution(draft: Draft, pick: int) -> Planted | None:
    return refronted(draft, "distribution", "General")


@fault("SPN004")
def date(draft: Draft, pick: int) -> Planted | None:
    return refronted(draft, "date", ("October 12, 2024", "12th October 2024", "12/10/2024", "12 Oct. 2024")[pick % 4])


@fault("SPN005")
def language(draft: Draft, pick: int) -> Planted | None:
    return refronted(draft, "language", ("Englisch", "German", "English/Spanish")[pick % 3])


@fault("SPN006")
def session_figures(draft: Draft, pick: int) -> Planted | None:
    return refronted(draft, "session", "79th session" if draft.profile == "ga" else "57th session")


@fault("SPN007")
def session_other(draft: Draft, pick: int) -> Planted | None:
    if draft.profile != "ga":
        return None
    return refronted(draft, "session", ("Seventy-eighth session", "Eightieth session")[pick % 2])


SPONSORS = {
    "SPN008": (
        ("Brazil, Kenya and Norway: draft resolution.", "."),
        ("Brazil, Kenya and Norway: Draft resolution", "D"),
        ("Brazil; Kenya; Norway: draft resolution", ";"),
        ("Submitted by: Brazil, Kenya and Norway: draft resolution", "Submitted by:"),
    ),
    "SPN009": (
        ("Kenya, Brazil and Norway: draft resolution", "Kenya, Brazil"),
        ("Brazil, Norway and Kenya: draft resolution", "Norway and Kenya"),
        ("Brazil, Kenya, Albania and Norway: draft resolution", "Albania"),
    ),
    "SPN010": (
        ("Brazil, Ivory Coast and Norway: draft resolution", "Ivory Coast"),
        ("Brazil, Kenia and Norway: draft resolution", "Kenia"),
        ("Brazil, Norway and USA: draft resolution", "USA"),
        ("Brazil, Norway and Vietnam: draft resolution", "Vietnam"),
    ),
    "SPN011": (
        ("Brazil, the Netherlands and Norway: draft resolution", "the"),
        ("Brazil, the Gambia and Norway: draft resolution", "the"),
        ("Brazil, Norway and the Philippines: draft resolution", "the"),
    ),
    "SPN012": (
        ("Brazil, Kenya, and Norway: draft resolution", ", and"),
        ("Brazil and Kenya and Norway: draft resolution", " and "),
        ("Brazil, Kenya, Norway: draft resolution", ", Norway"),
    ),
    "SPN015": (
        ("Brazil, Kenya and Norway: revised draft resolution", "revised draft resolution"),
        ("Brazil, Kenya and Norway: revised draft decision", "revised draft decision"),
    ),
}


def _sponsors(rule: str) -> None:
    @fault(rule)
    def plant(draft: Draft, pick: int) -> Planted | None:
        # In the Council the main sponsors may stand first, in any order that has two runs.
        if rule == "SPN009" and draft.profile == "hrc":
            return None
        return _with(draft, pick, SPONSORS[rule], "sponsors")


for _rule in SPONSORS:
    _sponsors(_rule)


@fault("SPN015")
def revised(draft: Draft, pick: int) -> Planted | None:
    fresh = replace(draft, front={**draft.front, "symbol": draft.front["symbol"] + "/Rev.1"})
    line = draft.front["sponsors"]
    at = line.find("draft resolution")
    return Planted(fresh, (Spot(line, at, len(line)),))


@fault("SPN014")
def asterisk(draft: Draft, pick: int) -> Planted | None:
    if draft.profile != "hrc":
        return None
    return refronted(draft, "sponsors", "Brazil, Finland* and Norway: draft resolution", "*")
