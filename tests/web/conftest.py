import asyncio
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest

starlette = pytest.importorskip("starlette", reason="the page is an extra: install resolint[web]")

from starlette.testclient import TestClient  # noqa: E402

from resolint.web.app import make_app  # noqa: E402
from resolint.web.desk import Desk, Limits  # noqa: E402
from resolint.web.page import Page  # noqa: E402
from resolint.web.workers import Workers  # noqa: E402

TOKEN = "t" * 32
HOME = "http://127.0.0.1:8000"
DRAFT = """\
# Bell buoys

*The General Assembly*,

*Recalling* its interest in the buoys of shallow waters ,

*Noting* the work of keepers of bells[^1],

1. *Invites* Member States to mark shallow waters with bells ;

2. *Requests* the Secretary-General to report on the matter to it at its eighty-third session;

3. *Decides* to consider the matter at its eighty-third session

[^1]: See A/80/12 , annex.
"""


class Browser(TestClient):
    """A client that asks as a page of ours does."""

    page: Page

    def at(self, path: str) -> str:
        return f"{HOME}/{TOKEN}{path}"

    def look(self, path: str, **options):
        return self.get(self.at(path), **options)

    def say(self, path: str, content: bytes | str = b"", **options):
        headers = {"origin": HOME, **options.pop("headers", {})}
        return self.post(self.at(path), content=content, headers=headers, **options)

    def open(self, name: str = "buoys.md", data: bytes = DRAFT.encode()) -> str:
        """Opens a draft anew, waits until it was read, gives its key."""
        for one in self.look("/drafts").json()["drafts"]:
            if one["name"] == name:
                self.say(f"/d/{one['key']}/close")
        answer = self.say(f"/open?name={quote(name)}", data)
        assert answer.status_code == 202, answer.text
        key = answer.json()["key"]
        self.wait(key)
        return key

    def wait(self, key: str) -> dict:
        self.portal.call(self._read, key)
        return self.look(f"/d/{key}/state").json()

    async def _read(self, key: str) -> None:
        """Waits until a draft was read, as the pages that listen do."""
        async with asyncio.timeout(60):
            while True:
                changed = self.page.change
                if not self.page.desk.get(key).busy:
                    return
                await changed.wait()


def browser(page: Page) -> Browser:
    client = Browser(make_app(page, TOKEN), base_url=HOME)
    client.page = page
    return client


@pytest.fixture(scope="module")
def client() -> Iterator[Browser]:
    with browser(Page(Desk(), Workers(2, {"no_config": True}))) as found:
        yield found


@pytest.fixture
def own() -> Iterator[Callable[..., Browser]]:
    """Makes a page with limits of its own."""
    opened = []

    def make(limits: Limits | None = None, number: int = 1, limit: float = 60.0) -> Browser:
        found = browser(Page(Desk(limits), Workers(number, {"no_config": True}, limit=limit)))
        found.__enter__()
        opened.append(found)
        return found

    yield make
    for found in opened:
        found.__exit__(None, None, None)
