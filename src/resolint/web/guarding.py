"""What stands before the page: nobody but a page that this command has opened may ask for anything.

The address holds a random token; the host must be this machine's own name for itself, so that a foreign name that is made to
point here (DNS rebinding) gets nothing; what changes anything must come from the page itself. Answers may not be kept,
framed, or load anything from elsewhere.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Guard", "new_token"]

_HOSTS = frozenset(("127.0.0.1", "localhost", "[::1]"))
_SAFE = frozenset(("GET", "HEAD"))
HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""What every answer says."""


def new_token() -> str:
    """A token that nobody guesses: 192 bits."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets through what asks for ``/token/…`` of this machine, and from its own pages; everything else is refused.

    ``largest`` is the number of bytes that a request may send.
    """

    def __init__(self, app: ASGIApp, token: str, *, largest: int) -> None:
        self._app = app
        self._prefix = f"/{token}"
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        inner = dict(scope)
        inner["path"] = scope["path"][len(self._prefix) :]
        inner["raw_path"] = inner["path"].encode()
        inner["root_path"] = ""
        await self._app(inner, _limited(receive, self._largest), _with_headers(send))

    def _refused(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        if name.lower() not in _HOSTS:
            return PlainTextResponse("This page answers to the address of this machine only.\n", 421)
        path: str = scope["path"]
        start = path[: len(self._prefix)]
        if not secrets.compare_digest(start.encode(), self._prefix.encode()) or path[len(self._prefix) :][:1] != "/":
            return PlainTextResponse("Open the address that 'resolint serve' has printed, with the token in it.\n", 404)
        opened = scope["method"] in _SAFE and headers.get("sec-fetch-mode") == "navigate"
        if not opened and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("This was asked by a page from elsewhere and is refused.\n", 403)
        if scope["method"] not in _SAFE:
            origin = headers.get("origin", "")
            if urlsplit(origin).scheme != "http" or urlsplit(origin).netloc.lower() != host.lower():
                return PlainTextResponse("This was sent by a page from elsewhere and is refused.\n", 403)
            length = headers.get("content-length", "0")
            if not length.isdecimal() or int(length) > self._largest:
                return PlainTextResponse(
                    f"Files of more than {self._largest // 1024**2} MB at a time are not taken.\n", 413
                )
        return None


class TooMuch(Exception):
    """A request that sends more than it may."""


def _limited(receive: Receive, largest: int) -> Receive:
    """``receive`` that breaks off a body, whatever length it announced, beyond ``largest`` bytes."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > largest:
                raise TooMuch
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
