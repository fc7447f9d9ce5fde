"""What ``--only-drafts`` passes over: what is no draft, in silence; a faulty draft never."""

import json

import pytest

from resolint.cli.root import cli
from resolint.pipeline import is_draft, load
from tests.support.docx import docx, i, p
from tests.support.rows import each
from tests.support.runner import runner

LETTER = docx(
    p("Permanent Mission of Chile")
    + p("12 October 2026")
    + p("Excellency,")
    + p("I have the honour to transmit a draft on tide gauges, which recalls the text of last year.")
    + p("Noting the short time that is left, I ask you to circulate it among delegations before Friday.")
    + p("Accept, Excellency, the assurances of my highest consideration.")
)
MEMO = docx(
    p("Memo: who speaks when")
    + p("1. Chile opens the meeting at ten.")
    + p("2. Ghana speaks on gauges.")
    + p("3. Japan speaks on ropes.")
    + p("4. The room has to be empty at noon.")
    + p("Note that coffee is not paid for.")
)
WITHOUT_ORGAN = docx(
    p("Tide gauges of small harbours")
    + p(i("Recalling"), " the fair of harbour masters,")
    + p(i("Aware"), " of the tides,")
    + p("1. ", i("Invites"), " harbour masters to read gauges;")
    + p("2. ", i("Decides"), " to meet again.")
)
PLAIN = docx(
    p("Tide gauges") + p("1. Recall the fair") + p("2. Request harbours to mend ropes") + p("3. Decide to meet")
)
WRONG_ORGAN = docx(p("The Generale Assembly") + p("Noting the rain,") + p("1. Decides to meet;") + p("2. Invites all."))
SPONSORS = docx(p("Sponsors: Chile, Ghana") + p("Topic: Tide gauges") + p("Everybody should have tide gauges."))
NAMED = {"letter.docx": LETTER, "memo.docx": MEMO}
DRAFTS = {"a.docx": WITHOUT_ORGAN, "b.docx": PLAIN, "c.docx": WRONG_ORGAN}


@each("data", [*DRAFTS.values(), SPONSORS])
def test_a_faulty_draft_is_one(data: bytes) -> None:
    assert is_draft(load(data, name="a.docx"))


@each("data", NAMED.values())
def test_a_letter_and_a_memo_are_none(data: bytes) -> None:
    assert not is_draft(load(data, name="a.docx"))


@pytest.mark.real
def test_real_files_without_an_act_are_none_and_with_one_they_are(real) -> None:
    found = {}
    for folder in ("un-docx", "mun-docx"):
        for path in sorted((real / "fixtures" / folder).glob("*.docx")):
            found[path.name] = is_draft(load(path.read_bytes(), name=path.name))
    acts = {"FCCC_PA_CMA_2021_10_Add3.docx", "GA_res_1904_XVIII_web_paste_sdt.docx"}
    reports = {name for name in found if name.startswith("A_80_6_")}
    assert len(reports) == 8 and not any(found[name] for name in reports)
    assert all(found[name] for name in acts)


@pytest.mark.parametrize(
    "command", [("lint", "-f", "json", "--no-cache"), ("fix", "--in-place"), ("ready", "-f", "json")]
)
def test_every_command_passes_over_letters_and_says_nothing(command, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in (NAMED | DRAFTS).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    done = runner().invoke(cli, [*command, "--only-drafts", "."])
    assert "letter" not in done.output and "memo" not in done.output
    assert all(name in done.output for name in DRAFTS) and "broken.docx" in done.stderr
    assert {name: (tmp_path / name).read_bytes() for name in NAMED} == NAMED
    if command[0] == "lint":
        assert {one["path"] for one in json.loads(done.stdout)["documents"]} == set(DRAFTS)
        assert "letter.docx" in runner().invoke(cli, [*command, "."]).output


def test_letters_alone_are_no_fault(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in NAMED.items():
        (tmp_path / name).write_bytes(data)
    for command in (("lint",), ("fix", "--in-place"), ("review",), ("ready",)):
        done = runner().invoke(cli, [*command, "--only-drafts", *NAMED])
        assert (done.exit_code, done.stderr) == (0, ""), (command, done.output)
        assert "letter" not in done.stdout
