"""Copies of genuine Word files, one with the changes tracked as Word tracks them and one without, made one and settled again."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest

from resolint.pipeline import Session, load
from resolint.pipeline.comparing import redline
from resolint.pipeline.compiling import Copy, compile_copies, settle
from tests.support.share import mostly_deep

SESSION = Session(no_config=True)
FILES = (
    "un-docx/A_80_6_INCOMESECT.1.docx",
    "un-docx/GA_res_1904_XVIII_web_paste_sdt.docx",
    "un-docx/FCCC_PA_CMA_2021_10_Add3.docx",
    "mun-docx/inputs__test1.docx",
    "languages/docx/RP051-Arabic-Accepted.docx",
)
_RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]{25,})</w:t>")


def edited(data: bytes, seed: int) -> bytes:
    """The file with a word of up to four of its runs exchanged or left out, all else byte for byte."""
    dice, made = random.Random(seed), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                text = content.decode()
                runs = list(_RUN.finditer(text))
                for run in sorted(dice.sample(runs, min(4, len(runs))), key=lambda run: -run.start()):
                    words = run[1].split(" ")
                    words[dice.randrange(len(words))] = dice.choice(("promptly", "as appropriate", "lanterns", ""))
                    text = text[: run.start(1)] + " ".join(words) + text[run.end(1) :]
                content = text.encode()
            target.writestr(member, content)
    return made.getvalue()


def words(data: bytes) -> list[str]:
    """What the file says, paragraph by paragraph."""
    document = load(data, SESSION, name="x.docx")
    return [" ".join(b.text.split()) for b in document.blocks if b.id.startswith("document/") and b.text.strip()]


@pytest.mark.parametrize("name", mostly_deep(FILES, 3))
def test_copies_of_real_files_come_out_whole(real: Path, name: str) -> None:
    base = (real / "fixtures" / name).read_bytes()
    chile, fiji = edited(base, 1), edited(base, 2)
    tracked = redline(base, chile, SESSION, author="Ana Soto").data
    names = ("Chile", "Fiji")
    made = compile_copies(base, [Copy("Chile", tracked), Copy("Fiji", fiji)], SESSION, base_name=name)
    assert made.wanted and not made.left
    assert words(settle(made.data, among=names)) == words(base)
    assert words(settle(made.data, accept=("Chile",), among=names)) == words(chile)
    assert words(settle(made.data, accept=("Fiji",), among=names)) == words(fiji)
