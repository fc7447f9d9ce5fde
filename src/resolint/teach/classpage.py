"""The class as a page: one table of everybody, charts of what was missed and of how it went on, and each student in detail.

One file without script or anything from elsewhere. Every chart is an SVG with a title and a description, and the same numbers
stand in a table beside it; nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.regex import lazy
from resolint.report.page.sheet import whole
from resolint.report.page.text import plain
from resolint.rule import Card
from resolint.teach.classbook import ClassBook
from resolint.teach.grades import VERDICTS, Graded, Result
from resolint.version import __version__

__all__ = ["alone", "render"]

_STYLE = """
:root { color-scheme: light dark; --ground: #f4f2ec; --paper: #fff; --ink: #1d1c1a; --soft: #5b5850; --line: #d3cfc4;
  --mended: #1b6e3c; --found: #8a5a00; --missed: #a3231b; --doubtful: #4a4f8f; --broken: #6d2077; }
@media (prefers-color-scheme: dark) { :root { --ground: #191816; --paper: #232220; --ink: #ece9e1; --soft: #b3aea3;
  --soft: #b3aea3; --line: #45423b; --mended: #6fcf97; --found: #f0b860; --missed: #ff8f86; --doubtful: #aab0ff;
  --broken: #e0a0ea; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto,
  "Liberation Sans", Arial, sans-serif; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
main, header { max-width: 70rem; margin: 0 auto; padding: 1rem 1.2rem; }
h1 { font-size: 1.6rem; margin: .6rem 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: .5rem .7rem; font-weight: 600; }
th, td { text-align: left; padding: .35rem .7rem; border-top: 1px solid var(--line); vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.mended { color: var(--mended); } .found { color: var(--found); } .missed { color: var(--missed); }
.doubtful { color: var(--doubtful); } .broken { color: var(--broken); }
.v { font-weight: 600; white-space: nowrap; }
td:last-child:not(.n) { min-width: 14rem; }
svg { display: block; }
svg text { fill: var(--ink); font: 14px system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
svg .bar { fill: var(--missed); } svg .all { fill: var(--line); }
svg .path { fill: none; stroke: var(--mended); stroke-width: 2.5; }
svg .dot { fill: var(--mended); }
details { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; padding: .3rem .8rem; }
summary { cursor: pointer; padding: .25rem 0; font-weight: 600; } summary span { font-weight: normal; }
:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
a { color: inherit; } footer { color: var(--soft); padding: 1rem 1.2rem 2rem; max-width: 70rem; margin: 0 auto; }
@media print { body { background: #fff; color: #000; } .scroll, svg, details { break-inside: avoid; } }
"""
_NAMES = {"mended": "Mended", "found": "Found", "missed": "Missed", "doubtful": "To decide"}
_UNSURE = "Not sure"
"""The verdict for who has no trainer to decide."""
_FREE = "no rule objects to it"
_SIGNS = {"mended": "✓", "found": "○", "missed": "✗", "doubtful": "?"}
_BARS = 12
_BOLD = lazy(r"\*\*([^*\n]{1,300})\*\*")
_ITALIC = lazy(r"\*([^*\n]{1,300})\*")
_UNDERLINED = lazy(r"&lt;u&gt;([^&\n]{1,300})&lt;/u&gt;")


def render(book: ClassBook, cards: Mapping[str, Card], names: Mapping[str, str], title: str = "Class") -> str:
    """The page of a class; ``names`` are those that students go by here, their own where none is given."""
    return whole(f"{title}: exercises graded", _STYLE, "".join(_body(book, cards, names, title)))


def _body(book: ClassBook, cards: Mapping[str, Card], names: Mapping[str, str], title: str) -> Iterator[str]:
    files = len(book.graded)
    yield f"<header><h1>{plain(title)}</h1>\n<p>{files} {'file' if files == 1 else 'files'} graded.</p></header>\n"
    yield '<main id="text">\n'
    if book.refused:
        yield "<h2>Not graded</h2>\n<ul>" + "".join(f"<li>{plain(line)}</li>" for line in book.refused) + "</ul>\n"
    decide = [(one, result) for one in book.graded for result in one.results if result.verdict == "doubtful"]
    if decide or any(one.unsure for one in book.graded):
        yield from _decisions(book.graded, decide, names)
    yield _overview(book.graded, names)
    yield from _missed(book, cards)
    yield from _progress(book.graded, names)
    yield "<h2>Each student</h2>\n"
    yield "".join(_student(one, names) for one in book.graded)
    yield f"</main>\n<footer>Made by resolint {__version__}. Doubtful answers count for nothing until you have decided.</footer>\n"


def alone(one: Graded, book: str) -> str:
    """One returned file as a fragment of a page; ``book`` is the address of the folder with the handbook."""
    return "".join(_alone(one, book))


def _alone(one: Graded, book: str) -> Iterator[str]:
    names = {**_NAMES, "doubtful": _UNSURE}
    said = [f"{names[verdict].lower()} {one.count(verdict)}" for verdict in VERDICTS[1:] if one.count(verdict)]
    said += [f"broken {len(one.broken)}"] if one.broken else []
    rest = f"; {', '.join(said)}" if said else ""
    yield f'<p class="verdict"><strong>{one.count("mended")} of {len(one.results)} mended{rest}.</strong></p>\n'
    yield _head("Each fault", "Place", "Verdict", "Not so", "But so", "Why")
    yield "".join(_result(result, book, _UNSURE) for result in one.results) + _END
    if one.count("doubtful"):
        yield (
            f"<p>{_UNSURE}: what you wrote is neither the answer nor plainly wrong, so it counts neither way; "
            "see how it differs from the answer beside it.</p>\n"
        )
    if one.broken:
        yield "<h3>What was right and is so no more</h3>\n<ul>"
        yield "".join(f"<li>{plain(b.where)}: {plain(b.what)}{_rules(b.rules)}</li>" for b in one.broken) + "</ul>\n"
    notes = _notes(one)
    if notes:
        yield f"<ul>{notes}</ul>\n"


def _notes(one: Graded) -> str:
    """What is neither broken nor about a fault."""
    rows = [*(f"{this.where}: {this.what}; {_FREE}" for this in one.unsure), *one.notes]
    return "".join(f"<li>{plain(row)}</li>" for row in rows)


def _rules(rules: Sequence[str]) -> str:
    return f" ({plain(', '.join(rules))})" if rules else ""


def _name(one: Graded, names: Mapping[str, str]) -> str:
    return names.get(one.student, one.student)


def _region(about: str) -> str:
    """The beginning of a stretch that scrolls sideways on a narrow screen, also by the keyboard."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{plain(about)}">'


def _head(about: str, *names: str, numbers: Sequence[str] = ()) -> str:
    """The beginning of a table on something: its columns, then those that hold numbers."""
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    cells += "".join(f'<th scope="col" class="n">{name}</th>' for name in numbers)
    return f"{_region(about)}<table><thead><tr>{cells}</tr></thead><tbody>\n"


_END = "</tbody></table></div>\n"


def _decisions(
    graded: Sequence[Graded], decide: Sequence[tuple[Graded, Result]], names: Mapping[str, str]
) -> Iterator[str]:
    yield "<h2>For you to decide</h2>\n" + _head(
        "For you to decide", "Student", "Place", "Was", "Should be", "Given", "Why"
    )
    for one, result in decide:
        yield (
            f'<tr><th scope="row">{plain(_name(one, names))}</th><td>{plain(result.fault.where)}</td>'
            f"<td>{_set(result.wrong)}</td><td>{_set(result.right)}</td><td>{plain(result.words)}</td><td>{plain(result.reason)}</td></tr>\n"
        )
    for one in graded:
        yield "".join(
            f'<tr><th scope="row">{plain(_name(one, names))}</th><td>{plain(this.where)}</td><td></td><td></td>'
            f"<td>{plain(this.what)}</td><td>{_FREE}</td></tr>\n"
            for this in one.unsure
        )
    yield _END


def _overview(graded: Sequence[Graded], names: Mapping[str, str]) -> str:
    rows = []
    for one in graded:
        cells = "".join(f'<td class="n {verdict}">{one.count(verdict)}</td>' for verdict in VERDICTS)
        rows.append(
            f'<tr><th scope="row">{plain(_name(one, names))}</th><td>{plain(one.exercise)}</td>{cells}'
            f'<td class="n broken">{len(one.broken)}</td><td class="n">{one.comments}</td><td class="n">{one.needless}</td></tr>\n'
        )
    numbers = (*(_NAMES[verdict] for verdict in VERDICTS), "Broken", "Comments", "on what is right")
    return f"<h2>The class</h2>\n{_head('The class', 'Student', 'Exercise', numbers=numbers)}{''.join(rows)}{_END}"


def _missed(book: ClassBook, cards: Mapping[str, Card]) -> Iterator[str]:
    rows = [row for row in book.missed() if row[2]][:_BARS]
    if not rows:
        return
    yield "<h2>What was missed most</h2>\n"
    height = 30 * len(rows) + 16
    told = "; ".join(f"{rule} not mended {bad} of {count} times" for rule, count, bad in rows)
    yield (
        f"{_region('What was missed most')}"
        f'<svg viewBox="0 0 720 {height}" width="720" height="{height}" role="img" aria-labelledby="missed-t missed-d">'
        f'<title id="missed-t">Rules by the share of faults that were not mended</title><desc id="missed-d">{plain(told)}</desc>\n'
    )
    for at, (rule, count, bad) in enumerate(rows):
        y = 12 + 30 * at
        name = cards[rule].name if rule in cards else ""
        yield (
            f'<text x="8" y="{y + 15}">{plain(rule)} {plain(name)}</text>'
            f'<rect class="all" x="320" y="{y}" width="320" height="20"/>'
            f'<rect class="bar" x="320" y="{y}" width="{320 * bad / count:.1f}" height="20"/>'
            f'<text x="650" y="{y + 15}">{bad} of {count}</text>\n'
        )
    yield "</svg></div>\n"


def _progress(graded: Sequence[Graded], names: Mapping[str, str]) -> Iterator[str]:
    """How each student went on, where there are several exercises of one."""
    by_student: dict[str, list[Graded]] = {}
    for one in graded:
        by_student.setdefault(one.student, []).append(one)
    several = {student: sorted(row, key=lambda one: one.place) for student, row in by_student.items() if len(row) > 1}
    if not several:
        return
    yield "<h2>Progress</h2>\n" + _head("Progress", "Student", "Mended, exercise by exercise", "Chart")
    for student, row in several.items():
        name = plain(names.get(student, student))
        shares = [one.count("mended") / max(len(one.results), 1) for one in row]
        told = ", ".join(f"{one.count('mended')} of {len(one.results)}" for one in row)
        yield f'<tr><th scope="row">{name}</th><td>{told}</td><td>{_line(shares, told)}</td></tr>\n'
    yield _END


def _line(shares: Sequence[float], told: str) -> str:
    step = 180 / max(len(shares) - 1, 1)
    points = [(10 + step * at, 50 - 40 * value) for at, value in enumerate(shares)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points)
    return (
        f'<svg viewBox="0 0 200 60" width="200" height="60" role="img"><title>Share mended: {plain(told)}</title>'
        f'<polyline class="path" points="{path}"/>{dots}</svg>'
    )


def _student(one: Graded, names: Mapping[str, str]) -> str:
    counts = ", ".join(f"{_NAMES[verdict].lower()} {one.count(verdict)}" for verdict in VERDICTS if one.count(verdict))
    rows = "".join(_result(result) for result in one.results)
    broken = "".join(f"<li>{plain(b.where)}: {plain(b.what)}{_rules(b.rules)}</li>" for b in one.broken)
    notes = _notes(one)
    more = (f'<p class="broken v">Broken</p><ul>{broken}</ul>' if broken else "") + (
        f"<ul>{notes}</ul>" if notes else ""
    )
    broke = f", broken {len(one.broken)}" if one.broken else ""
    return (
        f"<details><summary>{plain(_name(one, names))} <span>{plain(one.exercise)}: {plain(counts + broke)}</span></summary>\n"
        f"{_head(f'Faults of {_name(one, names)}', 'Place', 'Verdict', 'Not so', 'But so', 'Why')}{rows}{_END}{more}</details>\n"
    )


def _set(words: str) -> str:
    """Words of the notation as they are set."""
    return _UNDERLINED.sub(r"<u>\1</u>", _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", plain(words))))


def _result(result: Result, book: str = "", doubtful: str = _NAMES["doubtful"]) -> str:
    """A row on one fault; its rule leads to the page of the handbook in the folder ``book``, if there is one."""
    verdict = doubtful if result.verdict == "doubtful" else _NAMES[result.verdict]
    fault = result.fault
    rule = f'<a href="{book}{fault.rule}.html">{fault.rule}</a>' if book else fault.rule
    why = f"{plain(fault.message)} {rule}." + (
        plain(f" {result.reason[:1].upper()}{result.reason[1:]}.") if result.reason else ""
    )
    return (
        f'<tr><td>{plain(fault.where)}</td><td class="v {result.verdict}"><span aria-hidden="true">{_SIGNS[result.verdict]}</span> '
        f"{verdict}</td><td>{_set(result.wrong)}</td><td>{_set(result.right)}</td>"
        f"<td>{why}</td></tr>\n"
    )
