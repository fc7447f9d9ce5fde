"""Addresses of PostgreSQL servers, and how they may be shown: never with a password, in whatever form they are written."""

from __future__ import annotations

from urllib.parse import quote

from resolint import regex

__all__ = ["UNREADABLE", "is_server", "shown"]

_SCHEME = regex.compiled(r"[A-Za-z][A-Za-z0-9+.-]+://")
_KEYWORDS = regex.compiled(
    r"\s*(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode|options|application_name|connect_timeout)\s*="
)
UNREADABLE = "postgresql://…"


def is_server(name: str) -> bool:
    """Whether a corpus is named by the address of a server: a URI, or keywords (``host=… dbname=…``).

    So is one that PostgreSQL does not know (``postgresql+driver://…``, ``mysql://…``): a password may stand in it too.
    """
    return _SCHEME.match(name) is not None or _KEYWORDS.match(name) is not None


def shown(name: str) -> str:
    """A corpus by its name; of the address of a server only user, host, port and database, read as the library reads it.

    What the library cannot read, or cannot because it is not installed, is not shown at all.
    """
    if not is_server(name):
        return name
    try:
        from psycopg import Error
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        return UNREADABLE
    try:
        said = {key: str(value) for key, value in conninfo_to_dict(name).items() if value is not None}
    except (Error, ValueError):
        return UNREADABLE
    if any("@" in said.get(key, "") for key in ("host", "port", "dbname")):
        return UNREADABLE  # a sign in the password that should have been written as %40 or %2F
    user = f"{quote(said['user'], safe='')}@" if "user" in said else ""
    port = f":{said['port']}" if said.get("port", "").isdecimal() else ""
    return f"postgresql://{user}{_host(said)}{port}/{quote(said.get('dbname', ''), safe='')}"


def _host(said: dict[str, str]) -> str:
    return quote(said.get("host") or said.get("hostaddr") or "", safe=":,[]")
