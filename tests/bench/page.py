"""What the page of `resolint serve` costs in a real browser: `python -m tests.bench.page`, on a machine that does nothing else.

Printed are the page after the command, a draft of five pages after the drop, twenty drafts at once and how long a click waits
meanwhile, and the tasks of the browser over 50 ms while 200 pages are scrolled from end to end.
"""

from __future__ import annotations

import base64
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from resolint import build
from tests.support.docx import long_draft

ROUNDS = 5
LIMIT = 50
"""Milliseconds from which the browser calls a task long."""
DROP = """(rows) => {
    const carried = new DataTransfer();
    for (const [name, data] of rows) {
        carried.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""
WATCH = """() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => Math.round(one.duration))))
        .observe({ type: "longtask" });
}"""
SCROLL = """() => new Promise((done) => {
    const step = () => {
        const before = window.scrollY;
        window.scrollBy(0, 400);
        if (window.scrollY > before) { requestAnimationFrame(step); } else { done(window.tasks); }
    };
    requestAnimationFrame(step);
})"""


@contextmanager
def served(*paths: Path) -> Iterator[tuple[str, float]]:
    """The address of a page with these drafts, and when its command was given."""
    script = Path(sys.executable).with_name("resolint")
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [str(script), "serve", "--no-browser", "--no-config", *map(str, paths)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), begun
        finally:
            process.terminate()
            process.wait(20)


def dropped(page: Any, files: Mapping[str, bytes]) -> None:
    """Drops files on the page."""
    page.evaluate(DROP, [[name, base64.b64encode(data).decode()] for name, data in files.items()])


def opened(browser: Any, address: str) -> Any:
    """A page of its own at an address."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(120_000)
    page.goto(address)
    return page


def ready(browser: Any) -> float:
    """Seconds from the command to the page that can be used."""
    with served() as (address, begun):
        page = opened(browser, address)
        page.wait_for_selector("#paste")
        found = time.perf_counter() - begun
        page.context.close()
    return found


def reviewed(browser: Any, data: bytes) -> list[float]:
    """Seconds from the drop of a draft to its findings, the first drop on a page and later ones."""
    found = []
    with served() as (address, _):
        for number in range(ROUNDS):
            page = opened(browser, address)
            page.wait_for_selector("#paste")
            page.wait_for_timeout(1500)
            begun = time.perf_counter()
            dropped(page, {f"draft{number}.docx": data + b" " * number})
            page.wait_for_selector("#sheet .card")
            found.append(time.perf_counter() - begun)
            page.context.close()
    return found


def together(browser: Any, data: bytes) -> tuple[float, float]:
    """Seconds until twenty drafts that were dropped at once are read, and the longest that the page took to answer meanwhile."""
    with served() as (address, _):
        page = opened(browser, address)
        page.wait_for_selector("#paste")
        page.wait_for_timeout(1500)
        begun = time.perf_counter()
        dropped(page, {f"{number}.docx": data + b" " * number for number in range(20)})
        longest = 0.0
        while True:
            asked = time.perf_counter()
            count = page.locator("#drafts .counts .chip").evaluate_all(
                "chips => new Set(chips.map((chip) => chip.closest('li'))).size"
            )
            answer = page.request.get(f"{address.rstrip('/')}/drafts")
            longest = max(longest, time.perf_counter() - asked)
            assert answer.ok
            if count == 20:
                break
            page.wait_for_timeout(40)
        found = time.perf_counter() - begun
        page.context.close()
    return found, longest


def scrolled(browser: Any, folder: Path) -> list[int]:
    """The long tasks, in milliseconds, while 200 pages are scrolled from end to end, and at the first look at them."""
    path = folder / "long.docx"
    path.write_bytes(long_draft(200))
    with served(path) as (address, _):
        page = opened(browser, address)
        page.wait_for_selector("#sheet .draft")
        page.wait_for_timeout(3000)
        page.evaluate(WATCH)
        found: list[int] = page.evaluate(SCROLL)
        page.context.close()
    return found


def main() -> None:
    """Prints the figures beside what is to be reached."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("there is no Chromium here")
    data = build(_five_pages().encode(), name="draft.md")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        begun = [ready(browser) for _ in range(ROUNDS)]
        print(f"page ready after the command: median {statistics.median(begun):.2f} s of {ROUNDS} (to reach 1 s)")
        drops = reviewed(browser, data)
        print(
            f"five pages reviewed after the drop: first {drops[0]:.2f} s, then median {statistics.median(drops[1:]):.2f} s "
            "(to reach 0.5 s)"
        )
        total, longest = together(browser, data)
        print(
            f"twenty drafts dropped at once: all read after {total:.1f} s, the page answered within {longest * 1000:.0f} ms"
        )
        tasks = scrolled(browser, Path(folder))
        over = [one for one in tasks if one > LIMIT]
        print(
            f"200 pages scrolled: {len(over)} tasks over {LIMIT} ms{f', the longest {max(over)} ms' if over else ''} (to reach 0)"
        )
        browser.close()


def _five_pages() -> str:
    """A draft of some 2,400 words with a finding on each page."""
    begin = "# Bell buoys in shallow waters\n\n*The General Assembly*,\n\n"
    reasons = "".join(
        f"*Recalling* its interest in the buoys of {number} bays, whose bells warn fishers, pilots and ferries of rocks and of "
        "sandbanks that move with every storm, and in the keepers who paint them,\n\n"
        for number in range(12, 32)
    )
    asks = "".join(
        f"{number}. *Invites* Member States to mark the shallow waters of their coasts with bells, to publish charts of them, "
        "and to share what keepers have learned about chains, anchors and the growth of weeds with ports that have none ;\n\n"
        for number in range(1, 31)
    )
    return f"{begin}{reasons}{asks}31. *Decides* to consider the matter at its eighty-third session.\n"


if __name__ == "__main__":
    main()
