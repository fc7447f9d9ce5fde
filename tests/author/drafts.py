"""Invented drafts in the notation, for hypothesis and for tests of size."""

from hypothesis import strategies as st

WORDS = [
    "ferries", "islands", "the", "of", "wells", "village", "libraries", "support", "training", "and", "“quoted words”",
    "Côte d’Ivoire", "10\u00a0per cent", "2–3", "co\u2011operation", "(see above)", "<u>underlined</u>", "**bold**",
    "12^th^", "![the \\[old\\] map](map.png)", "![a+b](equation)", "*Treaty Series*",
    "{++inserted words++}", "{--removed--}", "{~~old~>new~~}", "[a link](https://a.invalid/b)",
    "a & b < c", "1 * 2", "snake_case", "paragraph 1 above", "paragraph 1 (a) above", "50 %", "==", "end\\\nnext line",
    "{++whole *italic* insertion++}", "~~struck~~", "tab\there",
]  # fmt: skip
PRE = ["Recalling", "Noting", "Recognizing also", "Deeply concerned", "Welcoming"]
OPS = ["Decides", "Invites", "Also encourages", "Requests", "Takes note"]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@st.composite
def front(draw: st.DrawFn) -> str:
    values = {
        "symbol": draw(st.sampled_from(["A/C.2/81/L.7", "E/CN.15/2027/L.4", "A/81/L.1/Rev.2", "S/2027/214", "A/HRC/64/L.8"])),
        "body": draw(st.sampled_from(["Second Committee", "General Assembly", "Commission on Narcotic Drugs", "Club of Rivers"])),
        "session": draw(st.sampled_from(["Eighty-first session", "2027 session", "Resumed seventieth session"])),
        "agenda_item": draw(st.sampled_from(["Agenda item 6", "Agenda item 17 (b)", "Item 5 of the provisional agenda*"])),
        "sponsors": draw(st.sampled_from(["Chile and Ghana: draft resolution", "Fiji", "The Chair: draft decision*",
                                          "Côte d’Ivoire, Fiji and Malta: revised draft resolution"])),
        "distribution": draw(st.sampled_from(["Limited", "General", "Participants only"])),
        "date": draw(st.sampled_from(["11 May 2027", "2027-05-11", "May"])),
        "language": draw(st.sampled_from(["English", "English and French", "french"])),
        "job_number": draw(st.sampled_from(["27-01234 (E)", "V.27-01234", "?"])),
        "kind": draw(st.sampled_from(["resolution", "decision"])),
        "agenda_title": draw(st.sampled_from(["Sustainable development: islands", "General \\\"debate\\\" & <more>"])),
    }  # fmt: skip
    keys = draw(st.lists(st.sampled_from(sorted(values)), unique=True))
    if draw(st.booleans()):
        order = list(values)
        keys.sort(key=order.index)
    return "\n".join(["+++", *(f'{key} = "{values[key]}"' for key in keys), "+++", "", ""]) if keys else ""


@st.composite
def clauses(draw: st.DrawFn, notes: list[str]) -> list[str]:
    found = []

    def noted() -> str:
        if draw(st.integers(0, 4)):
            return ""
        notes.append(draw(words))
        return f"[^{len(notes)}]"

    for _ in range(draw(st.integers(0, 3))):
        found.append(f"*{draw(st.sampled_from(PRE))}* {draw(words)},{noted()}")
    start = draw(st.sampled_from([1, 1, 1, 3]))
    for number in range(start, start + draw(st.integers(1, 4))):
        children = draw(st.integers(0, 3))
        found.append(f"{number}. *{draw(st.sampled_from(OPS))}* {draw(words)}{':' if children else ';'}{noted()}")
        for child in range(children):
            deeper = draw(st.sampled_from([0, 0, 2]))
            found.append(f"    ({'abcdefghij'[child]}) Of {draw(words)}{':' if deeper else ';'}")
            found += [f"        ({roman}) With {draw(words)};" for roman in ("i", "ii", "iii")[:deeper]]
        if not draw(st.integers(0, 5)):
            found.append(
                f"{draw(st.sampled_from(['##', '###']))} {draw(st.sampled_from(['Reporting', 'A. Finance', 'Means **of** trade']))}"
            )
    return found


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A draft with masthead, one or two acts, annexes, notes, tracked changes and instructions to resolint."""
    notes: list[str] = []
    parts: list[str] = []
    for _ in range(draw(st.sampled_from([1, 1, 2]))):
        parts += [
            f"# {draw(st.sampled_from(['Ferries of small islands', 'Wells and *fountains*']))}",
            "*The General Assembly*,",
        ]
        parts += draw(clauses(notes))
        for label in draw(st.sampled_from([[], ["Annex"], ["Annex I", "Annex II"]])):
            parts += [f"## {label}", f"### Rules for {label.lower()}"]
            parts += [f"{n}. The {draw(words)}." for n in range(1, draw(st.integers(2, 4)))]
    if draw(st.booleans()):
        at = draw(st.integers(1, len(parts) - 1))
        parts[at] = f"<!-- resolint: allow PRE002, the sponsors want it so -->\n{parts[at]}"
    parts += [f"[^{number}]: Note: {text}." for number, text in enumerate(notes, start=1)]
    return draw(front()) + "\n\n".join(parts) + "\n"


def long_source(pages: int) -> str:
    """A draft of about so many pages, ten numbered paragraphs and a note each."""
    parts = ['+++\nsymbol = "A/81/L.1"\nbody = "General Assembly"\n+++\n\n# Wells', "*The General Assembly*,"]
    notes = []
    for page in range(pages):
        if page % 20 == 0:
            parts.append(f"## {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[page // 20 % 26]}. Part {page // 20 + 1}")
        for number in range(5):
            parts.append(
                f"{page * 5 + number + 1}. *Invites* Member States to keep the wells of the villages, **deep or shallow**, "
                f"{'clean and open to all who come, as set out in paragraph 1 above, ' * 3}in every season:"
                f"{f'[^{page + 1}]' if number == 0 else ''}"
            )
            parts.append("    (a) By *regular* care;")
        notes.append(f"[^{page + 1}]: See A/80/{page + 1}, *chap. III*.")
    return "\n\n".join([*parts, *notes]) + "\n"
