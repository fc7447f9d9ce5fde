"""The page that shows the score on the blind set."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from resolint.findings import Finding
from tests.accuracy.blind.score import RANKS, Reading, Verdict


def page(verdicts: Sequence[Verdict], readings: Sequence[Reading], clean: Sequence[tuple[str, Finding]]) -> str:
    """The whole page in Markdown; ``clean`` is what is said of the clean drafts."""
    lines = ["# Score on the blind set", "", *_totals(verdicts), "", *_kinds(verdicts), "", *_drafts(readings)]
    lines += ["", "## Findings in the faulty drafts that meet no marked fault", ""]
    lines += [_line(one.name, finding) for one in readings for finding in one.alarms]
    lines += ["", "## Findings in the clean drafts", "", *(_line(name, finding) for name, finding in clean)]
    return "\n".join([*lines, "", *_missed_by_kind(readings)]) + "\n"


def summary(verdicts: Sequence[Verdict], readings: Sequence[Reading], day: str) -> list[str]:
    """What the sheet of accuracy says of the blind set as it was scored on ``day``; no kinds, so that it stays blind."""
    found = sum(len(one.found) for one in readings)
    faults = found + sum(len(one.missed) for one in readings)
    right, alarms = sum(one.right for one in readings), sum(len(one.alarms) for one in readings)
    kinds = len({verdict.plant.kind for verdict in verdicts})
    return [
        f"{len(verdicts)} faults of {kinds} kinds, planted by somebody who had read neither rules nor checks, and {faults} marked "
        "by hand in twelve faulty drafts as people write them; made and frozen before resolint was first run on them "
        "([how](tests/accuracy/blind/README.md)). Rules have been written since, by people who do not read the set.",
        "",
        f"Scored on {day}:",
        "",
        *_totals(verdicts),
        "",
        f"In the faulty drafts {found} of {faults} faults were found ({share(found, faults)} per cent), and {right} of "
        f"{right + alarms} findings met a marked fault (precision {share(right, right + alarms)} per cent).",
        "",
        "Before any rule could learn from the set, 43 per cent of the planted faults were found on the spot, and 41 per cent of those in the drafts.",
    ]


def missed(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A line for each planted fault that was not found on the spot."""
    for verdict in verdicts:
        if verdict.rank != "spot":
            plant = verdict.plant
            parts = (
                plant.id,
                plant.kind,
                verdict.rank,
                verdict.form,
                ",".join(verdict.rules),
                repr(plant.words),
                plant.note,
            )
            yield "\t".join(parts)


def share(part: int, whole: int) -> str:
    """A share in per cent, a dash where there is nothing to share."""
    return f"{100 * part / whole:.0f}" if whole else "–"


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    ranks = Counter(verdict.rank for verdict in verdicts)
    whole = len(verdicts)
    cells = [name, whole, *(ranks[rank] for rank in RANKS), share(ranks["spot"], whole)]
    cells += [share(ranks["spot"] + ranks["near"], whole)]
    return f"| {' | '.join(map(str, cells))} |"


def _totals(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield "| Planted faults | planted | on the spot | near | elsewhere | missed | % on the spot | % with near |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    yield _row("all", verdicts)
    yield _row("in invented drafts", [verdict for verdict in verdicts if verdict.plant.draft])
    yield _row("in adopted texts", [verdict for verdict in verdicts if verdict.plant.document])
    severe = sum(verdict.rank == "spot" and verdict.severe for verdict in verdicts)
    forms = Counter(verdict.form for verdict in verdicts)
    yield ""
    yield f"On the spot by an error or warning (not by info alone): {severe} ({share(severe, len(verdicts))} per cent)."
    yield f"Looked for in Word: {forms['Word']}; in Markdown, because no Word file shows them: {forms['Markdown']}; "
    yield f"in neither form is there a difference: {forms['none']}."


def _kinds(verdicts: Sequence[Verdict]) -> Iterator[str]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.plant.kind].append(verdict)
    yield "| Kind | planted | on the spot | near | elsewhere | missed | % on the spot | % with near |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for kind in sorted(groups):
        yield _row(kind, groups[kind])


def _drafts(readings: Sequence[Reading]) -> Iterator[str]:
    yield "| Faulty draft | faults | found | % recall | findings | false alarms | % precision |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    whole = [0, 0, 0, 0]
    for one in readings:
        counts = [len(one.found) + len(one.missed), len(one.found), one.right + len(one.alarms), len(one.alarms)]
        whole = [total + count for total, count in zip(whole, counts, strict=True)]
        yield _draft_row(one.name, counts)
    yield _draft_row("all", whole)


def _draft_row(name: str, counts: Sequence[int]) -> str:
    faults, found, findings, alarms = counts
    cells = [name, faults, found, share(found, faults), findings, alarms, share(findings - alarms, findings)]
    return f"| {' | '.join(map(str, cells))} |"


def _line(name: str, finding: Finding) -> str:
    return f"- {name}, {finding.where}: {finding.rule} ({finding.severity}) {finding.message}"


def _missed_by_kind(readings: Sequence[Reading]) -> Iterator[str]:
    found = Counter(fault.kind for one in readings for fault in one.found)
    lost = Counter(fault.kind for one in readings for fault in one.missed)
    yield "## Faults of the faulty drafts by kind"
    yield ""
    yield "| Kind | marked | found |"
    yield "|---|--:|--:|"
    for kind in sorted(found.keys() | lost.keys()):
        yield f"| {kind} | {found[kind] + lost[kind]} | {found[kind]} |"
