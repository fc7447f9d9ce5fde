"""Real texts: hardly a resolution escapes, and everything found can be written and read again."""

import gzip
import json
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from resolint.citation.plausible import council_bounds, dates_on_record, doubt_date
from tests.citation.english import find, format, parse
from tests.support.words import LEXICON

CITED = re.compile(r"(?:resolution|decision)s? (?=[A-Z]{0,3}-?\d)", re.IGNORECASE)


@pytest.fixture(scope="module")
def paragraphs(real: Path) -> list[str]:
    """Every seventh of the adopted texts."""
    with gzip.open(real / "fixtures" / "corpus" / "un_paragraphs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [paragraph["x"] for line in islice(lines, 0, None, 7) for paragraph in json.loads(line)["paras"]]


def test_numbers_behind_resolution_are_found(paragraphs: list[str]) -> None:
    named = missed = 0
    for text in paragraphs:
        marks = list(CITED.finditer(text))
        if not marks:
            continue
        spans = [c.span for c in find(text) if c.kind in ("resolution", "decision", "document")]
        named += len(marks)
        missed += sum(not any(s.start <= m.start() and m.end() < s.end for s in spans) for m in marks)
    assert named > 1500
    assert missed <= named / 500


def test_what_is_found_can_be_written_and_read_again(paragraphs: list[str]) -> None:
    found = 0
    for text in paragraphs[::3]:
        for citation in find(text):
            found += 1
            assert replace(parse(format(citation)), span=citation.span) == citation
    assert found > 2000


def test_few_dates_of_adopted_texts_are_doubted(paragraphs: list[str]) -> None:
    known = dates_on_record(LEXICON)
    bounds = council_bounds(known)
    dated = doubted = 0
    for text in paragraphs:
        for citation in find(text):
            if citation.kind == "resolution" and citation.organ and citation.date:
                dated += 1
                doubted += doubt_date(citation, known, bounds=bounds) is not None
    assert dated > 400
    assert doubted <= dated / 60
