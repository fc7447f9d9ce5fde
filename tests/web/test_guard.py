"""Nobody but a page of ours, on this machine, with the token, gets anything."""

import concurrent.futures
import io
import zipfile

import pytest

from resolint.web.answers import sentence
from resolint.web.app import make_app
from resolint.web.desk import Desk, Draft, Limits, shown
from resolint.web.guarding import HEADERS, new_token
from resolint.web.page import Page
from resolint.web.workers import Broken, Workers
from tests.web.conftest import HOME, TOKEN, TestClient

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "", "169.254.169.254", "localhost.evil"]
)
def test_foreign_names_of_this_machine_get_nothing(client, host):
    answer = client.get(client.at("/"), headers={"host": host})
    assert answer.status_code == 421 and "resolint" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_own_names_are_answered(client, host):
    assert client.get(client.at("/"), headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "", f"/{TOKEN}", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/", "/static/page.css", f"/x/{TOKEN}/", f"//{TOKEN}/"]
)
def test_without_the_token_there_is_nothing(client, path):
    answer = client.get(f"{HOME}{path}")
    assert answer.status_code == 404 and TOKEN not in answer.text


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "https://127.0.0.1:8000",
        "http://127.0.0.1:9000",
        "http://127.0.0.1:8000.evil.example",
    ],
)
def test_what_is_sent_from_elsewhere_is_refused(client, origin):
    headers = {} if origin is None else {"origin": origin}
    answer = client.post(client.at("/open?name=x.md"), content=b"# x", headers=headers)
    assert answer.status_code == 403


def test_what_a_foreign_page_asks_for_is_refused(client):
    assert client.look("/drafts", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}).status_code == 403
    assert (
        client.look("/drafts", headers={"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    )
    assert client.look("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/drafts", "/static/page.css", "/nothing", "/d/none/"])
def test_every_answer_forbids_scripts_from_elsewhere_and_keeping(client, path):
    answer = client.look(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "set-cookie" not in answer.headers


def test_refusals_say_the_same(client):
    assert client.get(f"{HOME}/").headers["cache-control"] == "no-store"


def test_pages_hold_no_inline_script_or_style(client):
    key = client.open()
    for path in ("/", f"/d/{key}/"):
        text = client.look(path).text
        for tag in text.split("<script")[1:]:
            head, _, body = tag.partition(">")
            assert 'type="application/json"' in head or not body.partition("</script>")[0].strip()
        assert "<style" not in text and " style=" not in text and " onclick" not in text
        assert "http://" not in text.replace("http://www.w3.org", "") and "https://" not in text


def test_there_are_no_other_ways_in(client):
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), client.websocket_connect(client.at("/events").replace("http", "ws")):
        pass


def test_tokens_are_long_and_new():
    assert len(new_token()) >= 32 and new_token() != new_token()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_change_nothing(client, method):
    assert client.request(method, client.at("/drafts"), headers={"origin": HOME}).status_code in (403, 405)


def test_too_large_a_draft_is_refused_before_it_is_read(own):
    client = own(Limits(draft=1000))
    answer = client.say("/open?name=large.md", b"x" * 2000)
    assert answer.status_code == 413
    lying = client.say("/open?name=large.md", b"x" * 2000, headers={"content-length": "7"})
    assert lying.status_code in (400, 413)
    assert client.look("/drafts").json()["drafts"] == []


def test_a_body_without_length_is_cut_off(own):
    client = own(Limits(draft=1000))
    answer = client.say("/open?name=large.md", iter([b"x" * 600, b"x" * 600]))
    assert answer.status_code == 413 and client.look("/drafts").json()["drafts"] == []


def test_number_and_sum_of_drafts_are_limited(own):
    client = own(Limits(draft=10_000, all=12_000, number=3))
    assert client.say("/open?name=a.md", b"a" * 9000).status_code == 202
    answer = client.say("/open?name=b.md", b"b" * 9000)
    assert answer.status_code == 413 and "close some" in answer.json()["error"]
    assert [client.say(f"/open?name={name}.md", b"c").status_code for name in "cde"] == [202, 202, 413]


def test_drafts_that_nobody_looks_at_are_forgotten(own):
    client = own(Limits(idle=0.0))
    first = client.say("/open?name=a.md", b"# a").json()["key"]
    client.say("/open?name=b.md", b"# b")
    assert first not in [one["key"] for one in client.look("/drafts").json()["drafts"]]
    assert client.look(f"/d/{first}/state").status_code == 404


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\draft.docx", "draft.docx"),
        ("a\r\nset-cookie: x.md", "aset-cookie x.md"),
        ("..", "draft"),
        ("", "draft"),
        ('<img src=x onerror="x">.md', "img src=x onerror=x.md"),
        ("é" * 400 + ".md", "é" * 147 + ".md"),
    ],
)
def test_names_of_files_are_names_only(given, kept):
    assert shown(given) == kept


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", b" " * 400_000_000)
        file.writestr("word/document.xml", b" " * 400_000_000)
    return stream.getvalue()


def test_a_bomb_gets_one_sentence(client):
    key = client.open("bomb.docx", bomb())
    state = client.wait(key)
    assert state["error"].startswith("bomb.docx") and "\n" not in state["error"]


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_script_in_a_draft_is_text(client):
    draft = f"""+++
symbol = "{SCRIPT}"
+++

# {SCRIPT}

The General Assembly,

Recalling {SCRIPT} , [x](javascript:alert(1))

1. Decides {{>>{SCRIPT}<<}} to act[^1] ;

[^1]: {SCRIPT} .
"""
    key = client.open(f"{SCRIPT}.md", draft.encode())
    for path in ("/", f"/d/{key}/", f"/d/{key}/get/report", f"/d/{key}/get/page"):
        text = client.look(path).text
        assert "<script>alert" not in text and "<img src" not in text and 'href="javascript:' not in text
    state = client.look(f"/d/{key}/state").json()
    assert "<script>alert" not in state["article"] + state["outline"]


def test_downloads_are_attachments_with_a_clean_name(client):
    key = client.open('a"b\r\nx;é.md')
    answer = client.look(f"/d/{key}/get/markdown")
    assert answer.headers["content-disposition"].startswith('attachment; filename="ab')
    assert "\n" not in answer.headers["content-disposition"]


def test_fifty_requests_at_once(client):
    key = client.open()
    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        answers = list(
            pool.map(lambda number: client.look((f"/d/{key}/", "/drafts", f"/d/{key}/state")[number % 3]), range(50))
        )
    assert {answer.status_code for answer in answers} == {200}


def test_what_cannot_be_read_gets_one_sentence_and_leaves_the_rest(client):
    good = client.open()
    for name, data in (
        ("x.docx", b"PK\x03\x04 nothing"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("empty.md", b""),
        ("x.pdf", b"%PDF-1.7\n"),
    ):
        answer = client.say(f"/open?name={name}", data)
        assert answer.status_code == 202
        state = client.wait(answer.json()["key"])
        assert state["error"] and "\n" not in state["error"] and "Traceback" not in state["error"]
        assert client.look(f"/d/{state['key']}/").status_code == 200
    assert client.look(f"/d/{good}/state").json()["error"] == ""


def fault(session):
    """A task with a fault of ours."""
    return None.span


def test_a_fault_of_resolint_is_one_sentence_without_python(monkeypatch):
    page = Page(Desk(), Workers(1, {"no_config": True}))
    app = make_app(page, TOKEN)

    async def broken(*_, **__):
        raise AttributeError("'NoneType' object has no attribute 'span'")

    monkeypatch.setattr(page.workers, "run", broken)
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        for kind in ("text/html", "*/*"):
            said = client.get(f"{HOME}/{TOKEN}/learn", headers={"accept": kind})
            assert said.status_code == 500
            assert "a bug in resolint, not in your draft" in said.text and "NoneType" not in said.text


def test_a_fault_in_a_worker_is_said_where_the_command_runs(client, caplog):
    with pytest.raises(Broken, match="a bug in resolint") as told:
        client.portal.call(client.page.workers.run, fault)
    assert "NoneType" not in str(told.value)
    assert "NoneType" in caplog.text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/home/ana/texts/corpus: there is nothing in it", "corpus: there is nothing in it"),
        ("C:\\Users\\ana\\tides.docx: it is damaged", "tides.docx: it is damaged"),
        ("drafts/tides.md: it is no text", "tides.md: it is no text"),
        ("A/C.3/79/L.1: no such text is known", "A/C.3/79/L.1: no such text is known"),
        ("the base and/or draft: one is missing", "the base and/or draft: one is missing"),
    ],
)
def test_folders_are_left_out_of_a_sentence_and_symbols_stay_whole(said, told):
    assert sentence(said, Draft("1", "tides.md", b"")) == told
