"""The blind set is whole and as it was frozen: plants apply, marks stand where they say, sums agree with its README."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.accuracy.blind import material
from tests.support.corpus import records
from tests.support.rows import each

PLANTS = material.plants()
INVENTED = [plant for plant in PLANTS if plant.draft]
ADOPTED = [plant for plant in PLANTS if plant.document]


def _check(plant: material.Plant, text: str) -> None:
    changed, begin, end = plant.apply(text)
    assert changed != text, plant.id
    assert changed[begin:end] == plant.words and plant.words.strip(), plant.id


def test_there_are_enough_faults_of_enough_kinds() -> None:
    assert len(PLANTS) == len(INVENTED) + len(ADOPTED) >= 400
    assert len({plant.kind for plant in PLANTS}) >= 60
    assert len({plant.id for plant in PLANTS}) == len(PLANTS)
    assert len(ADOPTED) >= len(PLANTS) / 3


def test_every_plant_in_an_invented_draft_applies_exactly_once() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in material.CLEAN.iterdir()}
    for plant in INVENTED:
        _check(plant, texts[plant.draft])


def test_only_a_few_words_of_an_adopted_text_are_repeated() -> None:
    for plant in ADOPTED:
        assert len(plant.old.split()) <= 10, plant.id


def test_every_plant_in_an_adopted_text_applies_exactly_once(real: Path) -> None:
    wanted = {plant.document for plant in ADOPTED}
    texts = {record["file"]: record["paras"] for record in records(real) if record["file"] in wanted}
    for plant in ADOPTED:
        _check(plant, texts[plant.document][plant.paragraph]["x"])


@each("draft", material.faulty_drafts(), ids=lambda path: path.name)
def test_marked_faults_stand_where_the_side_file_says(draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    faults = material.marked(draft)
    assert len(faults) >= 6
    for fault in faults:
        assert text[fault.at :].startswith(fault.words) and fault.words.strip(), fault


def test_the_material_is_as_it_was_frozen() -> None:
    sums = dict(
        reversed(line.split("  "))
        for line in re.findall(r"^[0-9a-f]{64}  \S+$", (material.HERE / "README.md").read_text("utf-8"), re.M)
    )
    for path in material.frozen_files():
        name = path.relative_to(material.HERE).as_posix()
        assert sums.pop(name) == hashlib.sha256(path.read_bytes()).hexdigest(), f"{name} was changed after the freeze"
    assert not sums, "the README lists files that are not there"


@pytest.mark.parametrize(
    "folder", ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
)
def test_a_later_set_applies_and_is_as_it_was_frozen(folder: str) -> None:
    later = material.PLANTS.parent / folder
    plants = [material.Plant(**json.loads(line)) for line in (later / "plants.jsonl").read_text("utf-8").splitlines()]
    texts = {path.stem: path.read_text("utf-8") for path in (later / "clean").iterdir()}
    assert len(plants) >= 400 and len({plant.kind for plant in plants}) >= 60
    for plant in plants:
        _check(plant, texts[plant.draft])
    sums = re.findall(r"^([0-9a-f]{64})  (\S+)$", (later / "README.md").read_text("utf-8"), re.M)
    assert len(sums) == len(texts) + 1
    for digest, name in sums:
        assert hashlib.sha256((later / name).read_bytes()).hexdigest() == digest, name
