"""The page in a real browser: Playwright drives Chromium where there is one; in CI there has to be one."""

import base64
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resolint import Session, build, clean, lint, load
from resolint.decisions import read
from tests.support.share import sizes
from tests.web.conftest import DRAFT

pytestmark = pytest.mark.slow
WAIT = 60_000
"""Milliseconds; the machine may be busy."""
SCHEMES = ["light", pytest.param("dark", marks=pytest.mark.deep)]
SIZES = {"phone": (360, 740), "laptop": (1366, 768), "wide": (2560, 1300)}


def missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what}: CI has to have it")
    pytest.skip(f"{what}: the tests of the page in a browser are left out")


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    program = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    if program is None:
        missing("there is no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


@pytest.fixture(scope="module")
def word(session) -> bytes:
    return build(DRAFT.encode(), session, name="buoys.md")


def begun(folder: Path, *paths: object, config: str = "") -> tuple[subprocess.Popen[str], str]:
    """The command that serves the page, and the address that it prints."""
    script = Path(sys.executable).with_name("resolint")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "resolint"]
    settings = ["--no-config"] if not config else ["--config", config]
    process = subprocess.Popen(
        [*command, "serve", "--no-browser", *settings, *map(str, paths)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder,
    )  # fmt: skip
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:"), address
    return process, address


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., str]]:
    running = []

    def start(*paths: object, config: str = "") -> str:
        process, address = begun(tmp_path, *paths, config=config)
        running.append(process)
        return address

    yield start
    for process in running:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def school(tmp_path_factory) -> Iterator[str]:
    """The address of a page that is begun without drafts, for all who learn there or bring what they need."""
    process, address = begun(tmp_path_factory.mktemp("school"))
    yield address
    process.terminate()
    process.wait(10)


@pytest.fixture
def tab(chromium) -> Iterator[Callable[..., object]]:
    """Opens a page; an error of a script, or a breach of the policy, fails the test."""
    contexts, faults = [], []

    def opened(address: str, width: int = 1366, height: int = 768, scheme: str = "light", context=None):
        context = context or chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        if context not in contexts:
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def laid(school, tab, request) -> Callable[..., object]:
    """Opens a draft that is dropped on the page, under a name that no other test gives."""

    def opened(data: bytes, ending: str = ".md", **window: object):
        page = tab(school, **window)
        drop(page, {re.sub(r"\W", "-", request.node.name) + ending: data})
        page.wait_for_url("**/d/*/")
        return page

    return opened


def reviewed(page) -> int:
    page.wait_for_selector("#sheet .draft")
    return page.locator("#sheet .card").count()


def named(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def until(page, expression: str) -> None:
    """Waits until an expression of the page is true, looked at whenever the page changes.

    The policy of the page forbids Playwright to do so inside of it.
    """
    script = f"""() => new Promise((done) => {{
        const watch = new MutationObserver(look);
        const end = (found) => {{ watch.disconnect(); window.removeEventListener("scroll", look); done(found); }};
        function look() {{ if ({expression}) {{ end(true); }} }}
        watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
        window.addEventListener("scroll", look);
        window.setTimeout(() => end(false), {WAIT});
        look();
    }})"""
    assert page.evaluate(script), f"never true: {expression}"


def drop(page, files: dict[str, bytes]) -> None:
    """Drops files on the page, all at once, as a hand does."""
    rows = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    script = """(rows) => {
        const carried = new DataTransfer();
        for (const [name, data] of rows) {
            carried.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
        }
        for (const type of ["dragenter", "dragover", "drop"]) {
            document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
        }
    }"""
    page.evaluate(script, rows)


def taken(page, form: str) -> bytes:
    page.locator("#take summary").click()
    with page.expect_download() as caught:
        page.locator(f'#take [data-form="{form}"]').click()
    page.keyboard.press("Escape")
    return Path(caught.value.path()).read_bytes()


def test_a_draft_is_chosen_decided_on_and_taken_back(school, tab, tmp_path, session, word):
    page = tab(school)
    page.set_input_files("#choose", str(named(tmp_path, "buoys.docx", word)))
    page.wait_for_url("**/d/*/")
    found = lint(word, session, name="buoys.docx").active
    assert reviewed(page) == len(found)
    first = next(
        at
        for at, one in enumerate(found, 1)
        if one.fix and one.fix.applicability != "advice" and one.fix.edits[0].italic is None
    )
    page.locator(f"#c-{first} .face").click()
    before = page.locator("#sheet").inner_text()
    page.keyboard.press("a")
    assert page.locator(f"#c-{first}").get_attribute("data-v") == "accept"
    assert page.locator(f'[data-n="{first}"].old, [data-n="{first}"].new').first.get_attribute("role") in (
        "deletion",
        "insertion",
    )
    page.keyboard.press("u")
    assert page.locator(f"#c-{first}").get_attribute("data-v") is None
    until(page, "document.querySelector('#live').textContent.includes('Undone')")
    page.keyboard.press("a")
    other = next(at for at in range(1, len(found) + 1) if found[at - 1].rule != found[first - 1].rule)
    page.locator(f"#c-{other} .face").click()
    page.keyboard.press("r")
    assert page.locator("#keeper").input_value() == "Reviewer"
    page.locator("#keeper").fill("A. Delegate")
    page.keyboard.press("Tab")
    page.keyboard.type("agreed in informals")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f'#c-{other}[data-v="keep"]')
    third = next(
        at
        for at in range(1, len(found) + 1)
        if found[at - 1].rule not in (found[first - 1].rule, found[other - 1].rule)
    )
    page.locator(f"#c-{third} .face").click()
    page.keyboard.press("d")
    until(page, "document.querySelector('#count').textContent.includes('decided')")
    assert "1 fix accepted, 1 declined, 1 kept, the reasons written" in page.locator("#outcome").text_content()
    data = taken(page, "reviewed")
    base = clean(data, name="buoys.docx")
    again = lint(base, session, name="buoys.docx")
    assert "agreed in informals" in [one.suppressed for one in again.findings]
    assert [block.text for block in load(base, session, name="b.docx").blocks] == [
        block.text for block in load(word, session, name="b.docx").blocks
    ]
    assert before
    decisions = read(taken(page, "decisions").decode())
    assert {one.verdict for one in decisions} == {"accept", "keep", "decline"}


def test_a_pdf_is_dropped_and_read(school, tab, session):
    pytest.importorskip("pypdfium2")
    page = tab(school)
    paper = page.context.new_page()
    rows = "".join(f"<p>{line}</p>" for line in DRAFT.replace("*", "").split("\n\n")[1:-1])
    paper.set_content(f"<h1>Bell buoys</h1>{rows}")
    data = paper.pdf()
    paper.close()
    drop(page, {"buoys.pdf": data})
    page.wait_for_url("**/d/*/")
    assert reviewed(page) == len(lint(data, session, name="buoys.pdf").active)
    assert "mark shallow waters" in page.locator("#sheet").inner_text()
    page.locator("#safe").click()
    page.wait_for_selector('.card[data-v="accept"]')
    text = taken(page, "markdown").decode()
    assert "shallow waters," in text and "bells;" in text and "waters ," not in text


def test_twenty_drafts_are_dropped_at_once(serve, tab, word):
    page = tab(serve())
    drop(page, {f"{number}.docx": word + b" " * number for number in range(20)})
    until(page, "document.querySelectorAll('#drafts li').length === 20")
    page.locator("#paste").click()
    assert page.locator("#text").is_visible()
    until(page, "document.querySelectorAll('#drafts .counts .chip').length >= 20")
    assert page.locator("#drafts .faulty").count() == 0


def test_agreed_language_of_a_corpus(serve, tab, tmp_path, program):
    samples = Path(__file__).parents[2] / "samples"
    command = [*program, "corpus", "add", str(samples / "adopted"), "--corpus", "texts.db"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    config = named(tmp_path, "resolint.toml", b'corpus = ["texts.db"]\n')
    page = tab(serve(samples / "lighthouses-draft.md", config=str(config)))
    reviewed(page)
    page.locator(".tabs a", has_text="Agreed language").click()
    page.wait_for_url("**/agreed")
    page.wait_for_selector("#fragment section")
    assert "Held against" in page.locator("#fragment").inner_text()
    page.locator('#fragment a[href^="?paragraph="]').first.click()
    page.wait_for_selector(".timeline")


def test_a_revision_is_begun_from_an_issued_draft(school, tab, tmp_path):
    issued = DRAFT.replace("# Bell", '+++\nsymbol = "A/C.2/81/L.7"\nbody = "Second Committee"\n+++\n\n# Bell', 1)
    page = tab(f"{school}new")
    page.locator("a", has_text="Revised draft").click()
    page.wait_for_load_state("load")  # before its script runs, the page hears of no file
    page.set_input_files("#issued", str(named(tmp_path, "issued.md", issued.encode())))
    page.wait_for_selector("#new")
    assert page.locator("#q-symbol").input_value() == "A/C.2/81/L.7/Rev.1"
    page.locator("#new button[type=submit]").click()
    page.wait_for_url("**/write*")
    page.wait_for_selector("#sheet .draft")
    with page.expect_download() as caught:
        page.locator("#word").click()
    assert (
        load(Path(caught.value.path()).read_bytes(), Session(no_config=True), name="n.docx").head.symbol
        == "A/C.2/81/L.7/Rev.1"
    )


def test_filters_and_safe_fixes(laid):
    page = laid(DRAFT.encode())
    total = reviewed(page)
    page.locator('.chip[data-severity="error"]').click()
    errors = page.locator("#sheet .card.error").count()
    assert errors and page.locator("#sheet .card:not([hidden])").count() == total - errors
    page.locator('.chip[data-severity="error"]').click()
    page.select_option("#by-part", "Preamble")
    inside = page.locator("#sheet .card:not([hidden])").count()
    assert 0 < inside < total
    page.select_option("#by-part", "")
    page.locator("#safe").click()
    until(page, "document.querySelector('#count').textContent.includes('decided')")
    decided = page.locator('#sheet .card[data-v="accept"]').count()
    page.select_option("#by-state", "open")
    assert page.locator("#sheet .card:not([hidden])").count() == total - decided
    page.locator("#undo").click()
    assert page.locator('#sheet .card[data-v="accept"]').count() == 0


def test_the_card_of_a_rule_decides_on_all_of_it(laid):
    text = DRAFT.replace("bells[^1],", "bells and  ropes[^1] ,").replace("matter to it", "matter  to it")
    page = laid(text.encode())
    reviewed(page)
    marks = page.evaluate("async () => (await (await fetch('state')).json()).marks")
    rules = [mark["rule"] for mark in marks]
    rule = next(one for one in rules if rules.count(one) > 1)
    number = next(mark["n"] for mark in marks if mark["rule"] == rule)
    page.locator(f"#c-{number} .face").click()
    page.locator(f'#c-{number} [data-do="explain"]').click()
    page.wait_for_selector("#why[open]")
    assert rule in page.locator("#why-text").inner_text() and "Authority" in page.locator("#why-text").inner_text()
    page.locator("#why-all button", has_text="Decline").click()
    page.wait_for_selector('#sheet .card[data-v="decline"]')
    assert page.locator('#sheet .card[data-v="decline"]').count() == rules.count(rule)


def test_what_is_saved_shows_and_decisions_stay(serve, tab, tmp_path):
    path = named(tmp_path, "buoys.md", DRAFT.encode())
    page = tab(serve(path))
    total = reviewed(page)
    last = page.locator("#sheet .card").last
    last.locator(".face").click()
    page.keyboard.press("d")
    until(page, "document.querySelector('#count').textContent.includes('1 decided')")
    page.select_option("#by-state", "open")
    path.write_text(DRAFT.replace("waters ,", "waters,"), encoding="utf-8")
    until(page, f"document.querySelectorAll('#sheet .card').length < {total}")
    assert page.locator('#sheet .card[data-v="decline"]').count() == 1
    assert page.locator("#by-state").input_value() == "open"
    until(page, "document.querySelector('#live').textContent.includes('saved')")


def test_a_folder_is_a_list_that_grows(serve, tab, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name in ("one.md", "two.md"):
        (folder / name).write_text(DRAFT, encoding="utf-8")
    page = tab(serve(folder))
    until(page, "document.querySelectorAll('#drafts .chip').length >= 2")
    (folder / "three.md").write_text(DRAFT, encoding="utf-8")
    until(page, "document.querySelectorAll('#drafts li').length === 3")


def test_decisions_can_be_undone_after_a_reload(laid):
    page = laid(DRAFT.encode())
    reviewed(page)
    for number in (1, 2):
        page.locator(f"#c-{number} .face").click()
        page.keyboard.press("d")
    with page.expect_response("**/decisions?back=1"):
        page.locator("#undo").click()
    until(page, "document.querySelector('#count').textContent.includes('1 decided')")
    page.reload()
    reviewed(page)
    assert page.locator("#c-1").get_attribute("data-v") == "decline"
    page.locator("#undo").click()
    assert page.locator("#sheet .card[data-v]").count() == 0 and page.locator("#undo").is_disabled()


def test_two_tabs_say_the_same(laid, tab):
    one = laid(DRAFT.encode())
    other = tab(one.url, context=one.context)
    reviewed(one), reviewed(other)
    one.bring_to_front()
    one.locator("#c-1 .face").click()
    one.keyboard.press("d")
    other.bring_to_front()
    other.wait_for_selector('#c-1[data-v="decline"]')


def test_a_text_is_pasted(school, tab):
    page = tab(school)
    page.locator("#paste").click()
    page.locator("#text").fill(DRAFT)
    page.locator("#pasted button[type=submit]").click()
    page.wait_for_url("**/d/*/")
    assert reviewed(page) > 3


def test_a_text_without_marks_is_pasted_line_by_line(school, tab):
    page = tab(school)
    page.locator("#paste").click()
    lines = (
        "The General Assembly,",
        "Recalling the work of keepers;",
        "Noting the bells of 35% of the buoys,",
        "1. Calls for more.",
    )
    page.locator("#text").fill("\n".join(lines))
    page.locator("#pasted button[type=submit]").click()
    page.wait_for_url("**/d/*/")
    assert reviewed(page) > 0
    assert (
        page.locator("#outline a", has_text="reambular").count() >= 2
        or page.locator("#sheet [id^=preambular]").count() >= 2
    )
    assert "italics" not in page.locator("#sheet").inner_text()


def test_keys_take_nothing_back_and_go_to_what_is_open(laid):
    page = laid(DRAFT.encode())
    total = reviewed(page)
    page.locator("#c-2 .face").click()
    page.keyboard.press("a")
    page.keyboard.press("a")
    assert page.locator("#c-2").get_attribute("data-v") == "accept"
    page.locator("#c-1 .face").click()
    page.keyboard.press("j")
    assert page.locator(".card.active").get_attribute("id") == "c-3"
    page.keyboard.press("k")
    assert page.locator(".card.active").get_attribute("id") == "c-2"
    for _ in range(total + 2):
        page.keyboard.press("j")
        page.keyboard.press("a")
    assert page.locator('.card[data-v="accept"]').count() == total


def test_what_cannot_be_read_gets_a_sentence(school, tab, tmp_path):
    page = tab(school)
    page.set_input_files("#choose", str(named(tmp_path, "broken.docx", b"PK\x03\x04 nothing")))
    page.wait_for_url("**/d/*/")
    page.wait_for_selector("#notice:not([hidden])")
    assert "broken.docx" in page.locator("#notice").inner_text()


def test_the_other_views(laid, tmp_path, word, session):
    page = laid(word, ".docx")
    reviewed(page)
    page.locator(".tabs a", has_text="References").click()
    page.wait_for_url("**/references")
    page.wait_for_selector(".fragment tbody tr")
    assert page.locator(".fragment tbody tr").count() >= 2
    page.locator(".tabs a", has_text="Actions").click()
    page.wait_for_url("**/actions")
    assert "the Secretary-General" in page.locator(".fragment").inner_text()
    page.locator(".fragment tbody a").first.click()
    page.wait_for_url("**/d/*/#operative*")
    page.locator(".tabs a", has_text="Ready").click()
    page.wait_for_url("**/ready")
    page.wait_for_selector(".checklist li")
    assert page.locator(".checklist li").count() > 4
    page.locator(".tabs a", has_text="Compare").click()
    page.wait_for_url("**/compare")
    base = build(DRAFT.replace("*Invites*", "*Urges*").encode(), session, name="base.md")
    page.set_input_files("#base", str(named(tmp_path, "base.docx", base)))
    page.wait_for_selector(".fragment article")
    assert "weaker" in page.locator(".fragment").inner_text()
    page.select_option("#layout", "two")
    page.wait_for_selector(".sides", state="visible")
    with page.expect_download() as caught:
        page.locator('[data-form="redline"]').click()
    assert Path(caught.value.path()).read_bytes().startswith(b"PK")


def test_a_new_draft_is_made_by_a_form_and_previewed(school, tab):
    page = tab(school)
    page.locator("a", has_text="begin a new one").click()
    page.locator("a", has_text="Main Committee: draft").first.click()
    page.wait_for_selector("#new")
    for field in page.locator("#new [required]").all():
        if field.evaluate("one => one.tagName") != "SELECT" and not field.input_value():
            key = field.get_attribute("name")
            field.fill({"title": "Bell buoys in shallow waters"}.get(key) or answers(key))
    page.locator("#new button[type=submit]").click()
    page.wait_for_url("**/write*")
    until(page, "document.querySelector('#sheet .draft') !== null")
    with page.expect_download() as caught:
        page.locator("#word").click()
    assert lint(Path(caught.value.path()).read_bytes(), Session(no_config=True), name="new.docx").document is None


def answers(key: str) -> str:
    known = {
        "symbol": "A/C.2/81/L.7", "session": "81", "item": "23", "agenda_item": "23", "sponsors": "Mongolia, Peru",
        "preambular": "Recalling its interest in bells", "preamble": "Recalling its interest in bells",
        "operative": "Invites Member States to mark shallow waters", "date": "12 October 2026",
    }  # fmt: skip
    return known.get(key, "Bells and buoys")


def test_the_page_that_is_mailed_gives_a_file_of_decisions(tab, tmp_path, word, session, program):
    named(tmp_path, "buoys.docx", word)
    done = subprocess.run(
        [*program, "serve", "buoys.docx", "--export", "review.html", "--no-config"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = tab((tmp_path / "review.html").as_uri())
    assert reviewed(page) > 3
    page.locator("#safe").click()
    page.locator("#c-1 .face").click()
    page.keyboard.press("w")
    page.wait_for_selector("#why[open]")
    page.keyboard.press("Escape")
    with page.expect_download() as caught:
        page.locator("#save").click()
    decisions = Path(caught.value.path())
    assert {one.verdict for one in read(decisions.read_text())} == {"accept"}
    shutil.copy(decisions, tmp_path / "d.json")
    done = subprocess.run(
        [*program, "review", "buoys.docx", "--decisions", "d.json", "--no-config"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "tracked fix" in done.stdout


def running_out(page, addresses: list[str]) -> list[tuple[str, str]]:
    """The pages that are wider than a window of any size, each opened in it anew."""
    found = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for address in addresses:
            page.goto(address)
            page.wait_for_selector("h2:visible, h1:visible, #sheet .draft")
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                found.append((size, address))
    return found


def test_nothing_runs_out_of_the_window(laid, word):
    page = laid(word, ".docx")
    reviewed(page)
    address = page.url
    paths = ("", "references", "actions", "ready", "compare")
    assert not running_out(page, [*(f"{address}{path}" for path in paths), address.partition("/d/")[0] + "/"])


def test_no_column_of_a_view_is_cut_off_on_a_phone(laid, word):
    page = laid(word, ".docx")
    reviewed(page)
    page.set_viewport_size({"width": 360, "height": 740})
    for view in ("references", "actions"):
        page.goto(re.sub(r"/d/([^/]+)/.*", rf"/d/\1/{view}", page.url))
        page.wait_for_selector(".fragment tbody tr")
        rights = page.eval_on_selector_all(
            ".fragment :is(td, tbody th)", "cells => cells.map(one => one.getBoundingClientRect().right)"
        )
        assert rights and max(rights) <= 360, view


def test_long_names_stay_within_a_narrow_window(serve, tab, tmp_path, word):
    name = "a_draft_resolution_on_bell_buoys_in_shallow_waters_of_the_western_bays_revised_after_informals_of_friday"
    address = serve(named(tmp_path, f"{name}.docx", word), named(tmp_path, f"{name}_2.docx", word + b" "))
    page = tab(address, 360, 740)
    until(page, "document.querySelectorAll('#drafts .counts .chip').length >= 2")
    drafts = page.eval_on_selector_all("#drafts a", "links => links.map((link) => link.href)")
    for path in (page.url, drafts[0], f"{drafts[0]}compare", f"{drafts[0]}ready"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_findings_stand_in_the_margin_of_an_arabic_draft(laid):
    words = "تشير إلى قرارها بشأن حدائق المدارس في القرى والمدن"
    draft = f"# حدائق المدارس\n\n*إن الجمعية العامة*،\n\n*إذ {words}*،\n\n1. *تدعو* الدول إلى رعاية حدائق المدارس ؛\n\n2. *تقرر* العودة إلى المسألة.\n"
    page = laid(draft.encode())
    assert reviewed(page)
    assert page.locator("#sheet").get_attribute("dir") == "rtl"
    card, paper = (
        page.locator("#c-1").bounding_box(),
        page.locator("#sheet .draft").get_by_text("تقرر").first.bounding_box(),
    )
    assert card["x"] + card["width"] <= paper["x"] + 1


def test_the_menu_of_downloads_lies_within_a_narrow_window(laid, word):
    page = laid(word, ".docx", width=360, height=740)
    reviewed(page)
    page.locator("#take > summary").click()
    panel = page.locator("#take .panel").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 360
    assert panel["y"] >= page.locator("#take > summary").bounding_box()["y"]


def test_the_tools_stand_in_one_row(laid):
    page = laid(DRAFT.encode(), width=1200)
    reviewed(page)
    page.locator("#c-1 .face").click()
    page.keyboard.press("d")
    for width in (1200, 1300, 1440):
        page.set_viewport_size({"width": width, "height": 768})
        tops = page.evaluate(
            "Array.from(document.querySelectorAll('.filters > *'), (one) => one.getBoundingClientRect().top)"
        )
        assert max(tops) - min(tops) < 20, width


def axe() -> str:
    places = [
        os.environ.get("RESOLINT_AXE", ""),
        str(Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"),
    ]
    found = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if found is None:
        missing("axe-core is not here (npm install --no-save axe-core)")
    return found.read_text(encoding="utf-8")


def test_an_exercise_is_taken_and_graded_on_the_page(school, tab):
    page = tab(f"{school}learn?seed=on%20the%20page")
    page.select_option("#topic", "preamble")
    page.locator("#start").click()
    page.wait_for_url("**/exercise/*/")
    page.locator("#hand-in").click()
    page.wait_for_selector("#graded .verdict")
    faults = page.locator("#graded tbody tr").count()
    assert faults and page.locator("#graded .missed").count() == faults
    places = page.locator("#graded tbody td:first-child").all_inner_texts()
    page.locator("#more").click()
    ident = next(place for place in places if place.startswith("preambular")).replace(" ", "-")
    page.locator(f"#{ident} .mend").focus()
    page.keyboard.press("Enter")
    field = page.locator(".mending textarea")
    field.fill(f"{field.input_value()} or so")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".changed")
    assert "or so" in page.locator(".changed").inner_text()
    assert page.evaluate("document.activeElement.className") == "mend"
    page.locator("#hand-in").click()
    until(page, f"document.querySelector('#graded .verdict').textContent !== '0 of {faults} mended; missed {faults}.'")
    with page.expect_download() as caught:
        page.locator(".task summary").click()
        page.locator(".task a", has_text="Word file").click()
    data = Path(caught.value.path()).read_bytes()
    page.set_input_files("#file", {"name": "mine.docx", "mimeType": "", "buffer": data})
    until(page, f"document.querySelector('#graded .verdict').textContent === '0 of {faults} mended; missed {faults}.'")


def test_a_field_of_the_masthead_is_mended_on_the_page(school, tab):
    page = tab(f"{school}learn?seed=masthead-2")
    page.locator("#start").click()
    page.wait_for_url("**/exercise/*/")
    place = page.locator("#masthead-distribution")
    shown = place.inner_text()
    place.click()
    field = page.locator(".mending textarea")
    stated = field.input_value()
    assert stated in ("General", "Limited") and stated in shown
    field.fill('Wide "so"')
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#masthead-distribution.changed")
    assert 'Wide "so"' in place.inner_text()
    assert 'distribution = "Wide \\"so\\""' in page.locator("#source").input_value()
    assert page.evaluate("document.activeElement.className") == "mend"
    page.locator("#hand-in").click()
    page.wait_for_selector("#graded .verdict")
    assert f"“{stated}” became “Wide" in page.locator("#graded").inner_text()


def test_a_quiz_is_answered_by_keys_alone(school, tab):
    page = tab(f"{school}quiz?seed=5&count=3&about=PRE")
    for number in (1, 2, 3):
        page.wait_for_selector("#question .option, #question .order")
        assert f"Question {number} of 3" in page.locator("#steps").inner_text()
        page.keyboard.press("a")
        page.keyboard.press("Enter")
        page.wait_for_selector("#told.good, #told.bad")
        assert page.evaluate("document.activeElement.id") == "go"
        page.keyboard.press("Enter")
    assert re.fullmatch(r"\d of 3 right", page.locator("#score").inner_text())


def test_a_demonstration_is_turned_by_the_arrow_keys(school, tab):
    page = tab(f"{school}demo?seed=a")
    seen = []
    for _ in range(9):
        seen.append(
            (page.locator("#at").inner_text(), page.locator(".screen:not([hidden]) .words.right.shown").count())
        )
        page.keyboard.press("ArrowRight")
    assert seen == [
        (f"{at} of 6", shown) for at, shown in ((1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (4, 0), (4, 1), (5, 0), (6, 0))
    ]
    for _ in range(9):
        page.keyboard.press("ArrowLeft")
    assert page.locator("#at").inner_text() == "1 of 6"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_where_one_learns(school, tab, scheme):
    source = axe()
    page = tab(f"{school}learn", scheme=scheme)
    check(page, source, "learn")
    for path in (
        "rules/",
        "rules/PRE002.html",
        "rules/annotated.html",
        "quiz?seed=5",
        "demo?seed=a#2",
    ):
        page.goto(f"{school}{path}")
        page.wait_for_selector("h2:visible, h1:visible")
        check(page, source, path)
    page.goto(f"{school}learn")
    page.locator("#start").click()
    page.wait_for_url("**/exercise/*/")
    page.locator("#hand-in").click()
    page.wait_for_selector("#graded .verdict")
    page.locator(".mend").first.click()
    check(page, source, "exercise")


@pytest.mark.deep
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_all_rules_in_one_page(school, tab, scheme):
    """It is made as the pages of single rules are, and so long that axe takes ten seconds."""
    page = tab(f"{school}rules/all.html", scheme=scheme)
    page.wait_for_selector("h1:visible")
    check(page, axe(), "rules/all.html")


@pytest.fixture(scope="module")
def handed_on(tmp_path_factory, program) -> Path:
    """A folder with the pages that people mail and print."""
    folder = tmp_path_factory.mktemp("handed")
    draft = named(folder, "buoys.md", DRAFT.encode())
    other = named(folder, "base.md", DRAFT.replace("*Invites*", "*Urges*").encode())
    for command in (
        ("anatomy", draft, "-o", "anatomy.html"),
        ("compare", other, draft, "-o", "compare.html"),
        ("track", other, draft, "-o", "track.html"),
        ("build", other, "-o", "base.docx"),
        ("build", draft, "-o", "Peru.docx"),
        ("compile", "base.docx", "Peru.docx", "-o", "compiled.docx", "--table", "table.html"),
        ("corpus", "add", other, "--corpus", "small.sqlite"),
        ("agreed", draft, "--corpus", "small.sqlite", "--timeline", "operative 1", "-f", "html", "-o", "timeline.html"),
        ("teach", "bank", "PRE002", "FTN002", "--format", "html", "-o", "bank.html"),
        ("teach", "exercise", "--seed", "axe", "--faults", "3", "-o", "exercise.md"),
        ("teach", "grade", "exercise.md", "--key", "exercise.key.json", "-o", "class.html"),
    ):
        done = subprocess.run([*program, *map(str, command)], cwd=folder, capture_output=True, text=True, timeout=120)
        assert done.returncode in (0, 1), done.stderr
    return folder


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_pages_that_are_handed_on(tab, handed_on, scheme):
    source = axe()
    for name in ("anatomy", "compare", "track", "table", "timeline", "bank", "class"):
        page = tab((handed_on / f"{name}.html").as_uri(), scheme=scheme)
        check(page, source, name)
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_nothing_runs_out_of_the_window_where_one_learns(school, tab):
    paths = (
        "learn",
        "rules/",
        "rules/TYP001.html",
        "rules/annotated.html",
        "quiz?seed=5",
        "demo?seed=a#2",
        "demo?seed=a#5",
    )
    assert not running_out(tab(f"{school}learn"), [f"{school}{path}" for path in paths])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(laid, word, scheme):
    source = axe()
    page = laid(word, ".docx", scheme=scheme)
    reviewed(page)
    address = page.url
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    check(page, source, "review")
    page.keyboard.press("w")
    page.wait_for_selector("#why[open]")
    check(page, source, "card of a rule")
    for path in ("references", "actions", "ready", "compare"):
        page.goto(f"{address}{path}")
        check(page, source, path)
    home = address.partition("/d/")[0]
    for path in ("/", "/new", "/write", "/new?template=ga-committee"):
        page.goto(f"{home}{path}")
        if path == "/write":
            page.wait_for_selector("#sheet .draft")
        check(page, source, path)


def check(page, source: str, where: str) -> None:
    page.evaluate(source)
    # What axe lets pass stays in the page: of a long one it takes seconds to hand it all over.
    faults = page.evaluate(
        """async (kinds) => {
            const found = await axe.run(document, { runOnly: kinds, resultTypes: ["violations"] });
            if (!found.passes.length) throw new Error("axe looked at nothing");
            return found.violations.map((one) => [
                one.id, one.nodes[0].html.slice(0, 160), one.nodes[0].failureSummary.slice(0, 200)
            ]);
        }""",
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    )
    assert not faults, f"{where}: {json.dumps(faults, indent=1)}"


def test_the_keyboard_alone_does_everything(laid):
    page = laid(DRAFT.encode())
    reviewed(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
        shown = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return document.activeElement === document.body || s.outlineStyle !== 'none' || document.activeElement.closest('label') !== null; }"
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert {"prev", "next", "safe", "by-rule", "help", "face"} <= {one.split(" ")[0] for one in seen}
    page.locator("#c-1 .face").focus()
    page.keyboard.press("Enter")
    assert page.locator("#c-1 .face").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.do") in ("accept", "decline")
    page.keyboard.press("Enter")
    assert page.locator("#c-1").get_attribute("data-v") in ("accept", "decline")


def long_draft(paragraphs: int) -> str:
    """A draft of as many paragraphs, all different, each with a fault."""
    chance = random.Random(7)
    words = [
        "bells",
        "buoys",
        "harbours",
        "islands",
        "keepers",
        "lanterns",
        "fishers",
        "shores",
        "sands",
        "tides",
        "ropes",
        "nets",
        "sails",
        "pilots",
        "charts",
        "winds",
    ]
    lines = []
    for number in range(1, paragraphs + 1):
        some = [" and ".join(chance.sample(words, 2)) for _ in range(9)]
        lines.append(
            f"{number}. *Requests* the Secretary-General to consider the {', the '.join(some)} of shallow waters , and to return to them;"
        )
    return DRAFT.partition("1. *Invites*")[0] + "\n\n".join(lines) + "\n"


def test_it_stops_at_once_and_in_silence_while_a_page_is_open(tab, tmp_path, program):
    named(tmp_path, "buoys.md", DRAFT.encode())
    command = [*program, "serve", "--no-browser", "--no-config", "buoys.md"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    page = tab(process.stdout.readline().strip())
    reviewed(page)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    assert process.stderr.read().count("\n") == 1
    page.locator("#c-1 .face").click()
    page.keyboard.press("d")
    page.wait_for_selector("#toast:not([hidden])")
    assert "was stopped" in page.locator("#toast").inner_text()
    assert page.locator("#c-1").get_attribute("data-v") is None


@sizes("paragraphs", 150, 1500)
def test_long_drafts_can_be_scrolled(serve, tab, tmp_path, paragraphs):
    page = tab(serve(named(tmp_path, "long.md", long_draft(paragraphs).encode())))
    page.set_default_timeout(120_000)
    page.wait_for_selector("#sheet .draft")
    assert page.locator("#sheet .card").count() >= paragraphs
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    until(page, f"window.scrollY > {30 * paragraphs}")
    page.locator("#next").click()
    assert re.match(r"\d+ of \d+", page.locator("#count").inner_text())
