"""The figures on the other official languages as a part of ACCURACY.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.accuracy.tongues import alarms, concordance, faults, halves, omissions, reading
from tests.accuracy.tongues.texts import LANGUAGES, WHOLE, Text, sources, texts

HEADING = "## The other official languages"
NAMES = {"fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}
_KINDS = {
    "fr_machinman": "resolutions of the Security Council 1969 to 2009, read by machine from the printed volumes",
    "zh_undemo": "resolutions of the Economic and Social Council, 2023",
}


def page(jobs: int = 2, step: int = 1) -> Iterator[str]:
    """The lines of the part; ``step`` takes every so many of the French texts."""
    yield HEADING
    yield ""
    given = f" --step {step}" if step > 1 else ""
    which = f", which takes one in {step} of the French resolutions" if step > 1 else ""
    yield f"Measured by `python -m tests.accuracy.tongues --write{given}`{which}. The texts are whole resolutions in French and Chinese and excerpts of resolutions"
    yield "and drafts of 2015 in all five; quotation marks, blanks and, but for French, italics are lost in them, and what is read by machine has its own slips."
    yield ""
    yield from _reading(step)
    yield from _alarms(jobs, step)
    yield from _halves(step)
    yield from _faults()
    yield from _concordance()


def _texts(source: str, step: int) -> Sequence[Text]:
    return texts(source)[:: step if source == "fr_machinman" else 1]


def _reading(step: int) -> Iterator[str]:
    yield "| texts | number | preambular and operative paragraphs, macro-F1 | language of the text told | of its sentences |"
    yield "|---|---:|---:|---:|---:|"
    for language in LANGUAGES:
        for source in sources(language):
            given = _texts(source, step)
            score = reading.structure(given, whole=source in WHOLE.values())
            told = reading.told(language, given)
            sentences = "" if source in WHOLE.values() else f"{told.paragraphs_right / told.paragraphs:.1%}"
            right = f"{told.documents_right / told.documents:.1%}"
            yield f"| {_name(source)} | {len(given)} | {score.score:.3f} | {right} | {sentences} |"
    yield ""


def _name(source: str) -> str:
    language = NAMES[source.split("_")[0]]
    return f"{language}: {_KINDS.get(source, 'excerpts, 2015')}"


def _alarms(jobs: int, step: int) -> Iterator[str]:
    yield "Every finding in them counts as a false alarm. To reach per 1,000 words (in Chinese half the characters): errors 0.05, warnings 0.5. In French"
    yield "texts of before 2000, all of which were read by machine, end marks, openings, italics and brackets that may be slips of the machine are infos."
    yield ""
    yield "| language | words | errors | per 1,000 | warnings | per 1,000 | infos | rules that speak most, with their warnings |"
    yield "|---|---:|---:|---:|---:|---:|---:|---|"
    for language in LANGUAGES:
        words, counts, rules = 0.0, Counter[str](), Counter[str]()
        for source in sources(language):
            for text, found in alarms.all_alarms(_texts(source, step), jobs):
                words += text.words
                counts.update(alarm.severity for alarm in found)
                rules.update(alarm.rule for alarm in found if alarm.severity == "warning")
        most = ", ".join(f"{rule} {number}" for rule, number in rules.most_common(5))
        yield (
            f"| {NAMES[language]} | {words:,.0f} | {counts['error']} | {1000 * counts['error'] / words:.3f} | {counts['warning']} | "
            f"{1000 * counts['warning'] / words:.3f} | {counts['info']} | {most} |"
        )
    yield ""


def _halves(step: int) -> Iterator[str]:
    yield "Texts never seen: the table of openings cut to those that stand in one half of these texts, and the other half read and judged by it, each way round."
    yield "The other tables are as they are."
    yield ""
    yield "| texts | macro-F1 | words | errors | warnings | per 1,000 |"
    yield "|---|---:|---:|---:|---:|---:|"
    for language in LANGUAGES:
        for source in sources(language):
            one = halves.measured(language, _texts(source, step), whole=source in WHOLE.values())
            cells = f"{one.words:,.0f} | {one.errors} | {one.warnings} | {1000 * one.warnings / one.words:.3f}"
            yield f"| {_name(source)} | {one.score:.3f} | {cells} |"
    yield ""


def _faults() -> Iterator[str]:
    results = {(one.kind, one.language): one for language in LANGUAGES for one in faults.plant(language)}
    yield "One fault at a time is planted into drafts made of these texts. Of each kind: how many, and how many a rule speaks of (in brackets by a"
    yield "warning, where that is fewer). To reach in each kind: 90 of 100, on thirty at least where the texts have places for so many: clauses of several texts are"
    yield "put together for it, and sentences of other documents written behind a clause. What these texts have lost is put in again before it is spoilt, and has to be let pass:"
    yield "notes, Spanish italics, adjectives of the organ in Spanish and Russian, the adverb of a second clause that opens alike. Slips in openings, names of States and titles are a letter"
    yield "left out, doubled, exchanged with the next or for the key beside it, anywhere but at the beginning of a word. The tables of openings, and the table of words that the spelling dictionaries lack,"
    yield "were made of such texts, these among them; before that table was made the dictionaries did not know 19 of 17,800 words of the French excerpts, 72 of"
    yield "17,600 of the Spanish and 61 of 13,300 of the Russian ones, nearly all of them words without a neighbour, which are infos."
    yield ""
    yield "| kind of fault | " + " | ".join(NAMES[language] for language in LANGUAGES) + " |"
    yield "|---|" + "---:|" * len(LANGUAGES)
    for kind in faults.KINDS:
        yield f"| {kind} | " + " | ".join(_cell(results.get((kind, language))) for language in LANGUAGES) + " |"
    yield ""


def _cell(found: faults.Planted | None) -> str:
    if found is None:
        return ""
    warned = "" if found.warned == found.found else f" ({found.warned})"
    return f"{found.found}{warned} of {found.planted}"


def _concordance() -> Iterator[str]:
    yield "`concord` on 5,375 sentences aligned in six languages, each held against English: sentences in which a figure or the strength of the opening is said"
    yield "to differ for certain (to reach: 2 in 1,000; most of those that were read are mistakes of the translation), and differences planted into the other"
    yield "version (to reach: 95 %). Precision: of 1,000 sentences of which one in ten had such a difference, about so many of those told would be right, were"
    yield "every difference in the sentences as they are a false one."
    yield ""
    found = {language: list(concordance.planted(language)) for language in LANGUAGES}
    kinds = [one.kind for one in next(iter(found.values()))]
    yield "| language | differ, per 1,000 | precision, at least | " + " | ".join(kinds) + " |"
    yield "|---|---:|---:|" + "---:|" * len(kinds)
    for language in LANGUAGES:
        counted = concordance.alarms(language)
        cells = " | ".join(f"{one.found} of {one.planted}" if one.planted else "" for one in found[language])
        false = 900 * counted.differing / counted.sentences
        told = 100 * sum(one.sure for one in found[language]) / sum(one.planted for one in found[language])
        precision = f"{told / (told + false):.0%}"
        yield f"| {NAMES[language]} | {1000 * counted.differing / counted.sentences:.1f} | {precision} | {cells} |"
    yield ""
    yield from _omissions()
    sums = [sum(row) for row in zip(*map(concordance.kin, LANGUAGES), strict=True)]
    yield f"Of {sums[0]} pairs of excerpts of three paragraphs or more that are versions of one text {sums[1]} are refused as texts that have nothing in common; of"
    yield f"{sums[2]:,} pairs of two texts {sums[3]:,} ({sums[3] / sums[2]:.1%})."
    yield ""


def _omissions() -> Iterator[str]:
    yield "Remarks (infos) on small phrases (*at least*, *as appropriate*) that one version alone has, and on length. Their tables were made on the sentences of one half"
    yield "of the documents and are measured here on those of the other (a dozen synonyms were added since to what may render a phrase, by reading this half). As they"
    yield "are, in 1,000 sentences, so many are remarked on; of the French and Spanish ones, which were read, more than half are words that the translation left out or put in,"
    yield "the others freer renderings. Planted: the phrase left out of the other version; what stands between two marks, three tenths of the sentence or more. All remarks"
    yield "of any kind, infos too, are 6 to 14 in 1,000 sentences; most of those that were read are years, months and sums that one version alone gives, so they are right;"
    yield "by reading some 2 in 1,000 of the French ones are slips of the reader. Names and cognates that one version lacks were tried for shorter clauses and tell nothing."
    yield ""
    yield "| language | sentences | phrases told, per 1,000 | lengths told, per 1,000 | phrases left out, found | clauses left out, found |"
    yield "|---|---:|---:|---:|---:|---:|"
    for language in LANGUAGES:
        one = omissions.measured(language)
        yield (
            f"| {NAMES[language]} | {one.sentences:,} | {1000 * one.phrases_told / one.sentences:.1f} | {1000 * one.lengths_told / one.sentences:.1f} | "
            f"{one.phrases_found} of {one.phrases} | {one.clauses_found} of {one.clauses} |"
        )
    yield ""


def put(old: str, part: str) -> str:
    """The page ``old`` with ``part`` in the place of the part that it has on these languages, or at its end."""
    before, heading, rest = old.partition(HEADING)
    after = rest.partition("\n## ")
    tail = f"\n## {after[2]}" if heading and after[1] else ""
    return f"{before.rstrip()}\n\n{part.rstrip()}\n{tail}"


def kept(old: str) -> str:
    """The part of the page ``old`` on these languages; empty where it has none."""
    _, heading, rest = old.partition(HEADING)
    return f"{heading}{rest.partition(chr(10) + '## ')[0]}".rstrip() if heading else ""
