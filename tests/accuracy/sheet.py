"""The published sheet: false alarms by body and rule, every error-level one explained, recall by rule, and peers."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from resolint.cards import load_cards
from tests.accuracy.recall import Score, graded
from tests.accuracy.tally import Alarm, Result

HERE = Path(__file__).parent
SEVERITIES = ("error", "warning", "info")
LIMITS = {"error": 0.03, "warning": 0.2, "info": 2.0}
BODY_LIMITS = {"error": 0.1, "warning": 0.5}
GROUPS = {
    "ga": "General Assembly",
    "hrc": "Human Rights Council",
    "ecosoc": "Economic and Social Council",
    "sc": "Security Council",
    "unea": "Environment Assembly (profile cop)",
    "decisions": "decisions of a conference of parties (Word)",
    "seeds": "five texts recovered from PDF, not all adopted",
}
NOT_ADOPTED = ("seeds",)


def explanations() -> Mapping[tuple[str, str], str]:
    """The cause of each error-level alarm that somebody has read, by rule and text, from explained.csv."""
    with (HERE / "explained.csv").open(encoding="utf-8", newline="") as file:
        return {(row["rule"], row["text"]): row["cause"] for row in csv.DictReader(file)}


def causes() -> Mapping[str, str]:
    """What each cause means."""
    with (HERE / "causes.csv").open(encoding="utf-8", newline="") as file:
        return {row["cause"]: row["meaning"] for row in csv.DictReader(file)}


def text_name(name: str) -> str:
    """The symbol of a text from the name of its file."""
    return name.removesuffix(".md").replace("_", "/")


def keeping(results: Sequence[Result]) -> str:
    """How many adopted texts keep each rule that ran on a hundred of them or more, as a table for ``rules/data``."""
    ran: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for result in results:
        if result.group not in NOT_ADOPTED:
            ran.update(result.ran)
            broken.update({alarm.rule for alarm in result.alarms})
    rows = [f"{rule},{ran[rule]},{ran[rule] - broken[rule]}" for rule in sorted(ran) if ran[rule] >= 100]
    return "\n".join(["rule,texts,kept", *rows]) + "\n"


def page(
    results: Sequence[Result], scored: Sequence[Score], blind: Sequence[str], peers: Sequence[str], sample: int = 1
) -> str:
    """The whole sheet; ``blind`` are the lines on the blind set."""
    lines = [
        "# Accuracy",
        "",
        "Measured by `tox -e accuracy` (`python -m tests.accuracy --write`); it needs the real files, which are not part of the "
        "project.",
        "",
        "Adopted texts are presumed right: every alarm on them counts as false, also where the text departs from the convention.",
        "The texts are the resolutions since 2000 of a corpus of extracted paragraphs, a Word file of decisions, and five texts",
        "recovered from PDF. The extraction has lost italics, footnotes and the masthead, and rules that need them are skipped there.",
        *(["", f"**A sample: each {sample}th text of the corpus.**"] if sample > 1 else []),
        "",
        "## False alarms by body",
        "",
        *_by_body(results),
        "",
        "## False alarms by rule",
        "",
        *_by_rule(results),
        "",
        "## Every error-level alarm, explained",
        "",
        *_explained(results),
        "",
        "## Recall on faults that resolint was not written for",
        "",
        *blind,
        "",
        "## Do the rules find what they look for?",
        "",
        *_recall(scored),
        "",
        "## Beside other linters",
        "",
        *peers,
    ]
    return "\n".join(lines) + "\n"


def _rates(results: Iterable[Result]) -> tuple[int, int, Counter[str]]:
    texts = words = 0
    counts: Counter[str] = Counter()
    for result in results:
        texts, words = texts + 1, words + result.words
        counts.update(alarm.severity for alarm in result.alarms)
    return texts, words, counts


def _per_thousand(count: int, words: int) -> float:
    return 1000 * count / words if words else 0.0


def _by_body(results: Sequence[Result]) -> Iterator[str]:
    yield "| texts | number | words | errors | per 1,000 words | warnings | per 1,000 | info | per 1,000 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    rows = [(title, [result for result in results if result.group == group]) for group, title in GROUPS.items()]
    adopted = [result for result in results if result.group not in NOT_ADOPTED]
    for title, chosen in (*rows, ("**all adopted texts**", adopted)):
        texts, words, counts = _rates(chosen)
        if texts:
            cells = (f"{counts[level]:,} | {_per_thousand(counts[level], words):.3f}" for level in SEVERITIES)
            yield f"| {title} | {texts:,} | {words:,} | {' | '.join(cells)} |"
    limits = ", ".join(f"{level}s {limit}" for level, limit in LIMITS.items())
    yield ""
    body = ", ".join(f"{level}s {limit}" for level, limit in BODY_LIMITS.items())
    yield f"To reach over all adopted texts, per 1,000 words: {limits}; in no body more than: {body}."
    failures = Counter(failure for result in results for failure in result.failures)
    yield f"Rules that failed: {', '.join(failures) if failures else 'none'}."


def _by_rule(results: Sequence[Result]) -> Iterator[str]:
    adopted = [result for result in results if result.group not in NOT_ADOPTED]
    words = sum(result.words for result in adopted)
    alarms: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result in adopted:
        for alarm in result.alarms:
            key = (alarm.rule, alarm.severity)
            alarms[key] += 1
            texts[key].add(result.name)
            groups[key][result.group] += 1
    names = {card.id: card.name for card in load_cards()}
    yield "| rule | | severity | texts | alarms | per 1,000 words | GA | HRC | ECOSOC | SC | UNEA |"
    yield "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    order = {level: place for place, level in enumerate(SEVERITIES)}
    for (rule, severity), count in sorted(alarms.items(), key=lambda item: (order[item[0][1]], -item[1], item[0][0])):
        key = (rule, severity)
        bodies = " | ".join(str(groups[key][group]) for group in ("ga", "hrc", "ecosoc", "sc", "unea"))
        yield (
            f"| {rule} | {names.get(rule, '')} | {severity} | {len(texts[key])} | {count} | "
            f"{_per_thousand(count, words):.4f} | {bodies} |"
        )
    silent = len([rule for rule in names if rule not in {rule for rule, _ in alarms}])
    yield ""
    yield f"{silent} further rules are silent on all of these texts."


def unexplained(results: Sequence[Result]) -> list[tuple[str, str]]:
    """Rule and text of the error-level alarms that nobody has read yet."""
    known = explanations()
    pairs = {(alarm.rule, text_name(result.name)) for result, alarm in _errors(results)}
    return sorted(pair for pair in pairs if pair not in known)


def _errors(results: Sequence[Result]) -> Iterator[tuple[Result, Alarm]]:
    for result in results:
        if result.group not in NOT_ADOPTED:
            for alarm in result.alarms:
                if alarm.severity == "error":
                    yield result, alarm


def _explained(results: Sequence[Result]) -> Iterator[str]:
    known, meanings = explanations(), causes()
    found: dict[str, dict[tuple[str, str], list[Alarm]]] = defaultdict(lambda: defaultdict(list))
    for result, alarm in _errors(results):
        name = text_name(result.name)
        found[known.get((alarm.rule, name), "")][alarm.rule, name].append(alarm)
    for cause, entries in sorted(found.items(), key=lambda item: -sum(map(len, item[1].values()))):
        count = sum(len(alarms) for alarms in entries.values())
        meaning = meanings.get(cause, "Not read yet.")
        yield f"**{meaning}** {count} {'alarm' if count == 1 else 'alarms'}."
        yield ""
        for (rule, name), alarms in sorted(entries.items()):
            words = "; ".join(dict.fromkeys(f"“{alarm.words}”" for alarm in alarms if alarm.words))
            places = ", ".join(dict.fromkeys(alarm.where for alarm in alarms[:4])) + (" …" if len(alarms) > 4 else "")
            yield f"- {rule}, {name}, {places}{': ' + words[:90] if words else ''}"
        yield ""


def _recall(scored: Sequence[Score]) -> Iterator[str]:
    wanted = set(graded())
    counted = [score for score in scored if score.rule in wanted and score.planted]
    planted, found = sum(score.planted for score in counted), sum(score.found for score in counted)
    yield (
        "Here each rule is asked for the very fault that it looks for, by operators written with it in mind: the figures say that "
        "the rules work in every form of draft, not how many of the faults that people make are seen."
    )
    yield ""
    yield (
        "Each fault is planted into clean drafts built from adopted texts (on which no rule says more than info), with an "
        "invented masthead and invented paragraphs that carry notes, and written in three forms: Markdown, Word in the geometry "
        "of New York (masthead in the header of the first page, typed numbers), Word in that of Geneva (masthead in the body, "
        "automatic numbers). A fault is found if the rule speaks at its place."
    )
    yield ""
    share = found / planted if planted else 0.0
    yield f"**{found:,} of {planted:,} faults found: {share:.1%}** over {len(counted)} error and warning rules (to reach: 97%, each 90%)."
    lowest = min(counted, key=lambda score: score.recall, default=None)
    if lowest is not None:
        yield f"Lowest: {lowest.rule} with {lowest.recall:.1%}."
    missing = sorted(wanted - {score.rule for score in counted})
    yield f"Rules without a planted fault: {', '.join(missing) if missing else 'none'}; those of the families AGR (they need a"
    yield "base text or a corpus) and RES (the use of resolint itself) are left to the test-suite."
    yield ""
    yield "| rule | planted | found | recall | missed, for example |"
    yield "|---|---:|---:|---:|---|"
    for score in sorted(counted, key=lambda score: (score.recall, score.rule)):
        example = score.missed[0] if score.missed else ""
        yield f"| {score.rule} | {score.planted} | {score.found} | {score.recall:.1%} | {example} |"
