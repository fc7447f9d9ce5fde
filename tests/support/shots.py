"""Photographs of what people see, for the README and the site: ``python -m tests.support.shots``.

The page of ``serve`` in Chromium (Playwright), and a reviewed Word file in LibreOffice on a screen that is none (Xvfb,
xdotool, xwd), both made small by ImageMagick. Both show the sample draft. Run by hand where something has changed that people
see; there is no test of them, for fonts differ from one machine to the next.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from resolint import Session, review
from tests.support.picture import SAMPLES

DRAFT = SAMPLES / "seed-libraries.docx"
PATIENCE = 60
"""Seconds that LibreOffice has to show the draft."""
SCREEN = (1400, 1250)
PAGE = "1040x725+160+105"
"""Where the page and its margin stand on that screen."""


def small(picture: bytes, form: str, *options: str) -> bytes:
    """A picture as a small file, with a palette."""
    command = ("convert", f"{form}:-", *options, "+dither", "-colors", "200", "-strip", "png8:-")
    return subprocess.run(command, input=picture, capture_output=True, check=True).stdout


@contextmanager
def started(*command: str):
    """A program that is ended at the end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 15)
        process.wait(timeout=20)


def reviewed() -> bytes:
    """The sample with its gravest findings as comments and tracked changes, open in LibreOffice."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        draft = Path(folder, "draft.reviewed.docx")
        draft.write_bytes(
            review(DRAFT.read_bytes(), Session(no_config=True), name=DRAFT.name, min_severity="error").data
        )
        display = f":{90 + os.getpid() % 400}"
        stack.enter_context(started("Xvfb", display, "-screen", "0", "{}x{}x24".format(*SCREEN)))
        os.environ |= {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
        time.sleep(2)
        profile = Path(folder, "profile").as_uri()
        stack.enter_context(
            started("soffice", f"-env:UserInstallation={profile}", "--norestore", "--nologo", "--view", str(draft))
        )

        def ask(*words: str) -> str:
            return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout

        for _ in range(PATIENCE):
            if window := ask("search", "--onlyvisible", "--name", draft.name).split():
                break
            time.sleep(1)
        else:
            raise SystemExit(f"LibreOffice showed no window in {PATIENCE} seconds")
        time.sleep(8)
        ask("windowsize", window[-1], *map(str, SCREEN))
        ask("windowmove", window[-1], "0", "0")
        ask("windowfocus", window[-1])
        time.sleep(5)
        dump = subprocess.run(["xwd", "-root", "-silent"], capture_output=True, check=True).stdout
        ask("key", "ctrl+q")
        time.sleep(2)
    return small(dump, "xwd", "-crop", PAGE, "+repage")


def served() -> bytes:
    """The page of ``serve`` with the sample: one fix accepted, the next finding open."""
    from playwright.sync_api import sync_playwright

    command = (sys.executable, "-m", "resolint", "serve", "--no-browser", "--no-config", str(DRAFT))
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process,
        sync_playwright() as play,
    ):
        try:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1400, "height": 820})
            page.goto(process.stdout.readline().strip())
            page.wait_for_load_state("networkidle")
            for key in ("j", "j", "j", "a"):
                page.keyboard.press(key)
                time.sleep(0.5)
            time.sleep(1)
            return small(page.screenshot(), "png")
        finally:
            process.terminate()


if __name__ == "__main__":
    (SAMPLES / "review.png").write_bytes(reviewed())
    (SAMPLES / "serve.png").write_bytes(served())
