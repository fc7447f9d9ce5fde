"""Reports of earlier runs, so that a draft in which nothing has changed is not linted again.

An entry is known by everything that its report depends on: the bytes of the draft and its path, the rules and tables, the
configuration, the options, the day. It is sealed with the draft itself and with a secret that lies in the user's own cache
folder: who has not the draft cannot read of it there, and what somebody else has put into the folder is passed over.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import pickle
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from resolint import caches
from resolint.errors import CannotWrite
from resolint.findings import Report
from resolint.frozen import dataclass
from resolint.pipeline import data_dir

__all__ = ["FOLDER", "Cache", "clear", "opened", "ours", "state_of"]

FOLDER = ".resolint_cache"
_MARK = "CACHEDIR.TAG"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by resolint; see https://bford.info/cachedir/\n"
"""How backup programs know a folder that can be made again (Cache Directory Tagging Specification)."""
_SECRET = "secret"
_SEAL = 32
_KEPT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries in ``folder`` for runs in one ``state`` of rules, configuration and options."""

    folder: str
    secret: bytes
    state: bytes

    def get(self, path: str, data: bytes, more: bytes) -> Report | None:
        """The report that was kept on the draft ``data`` at ``path``; None if there is none, or it is damaged."""
        key = self._key(path, data, more)
        try:
            sealed = self._place(key).read_bytes()
        except OSError:
            return None
        if not hmac.compare_digest(sealed[:_SEAL], self._seal(key, sealed[_SEAL:])):
            return None
        # Only what this user's secret has sealed is unpacked.
        report: Report = pickle.loads(_covered(sealed[_SEAL:], key + self.secret))
        return report

    def put(self, path: str, data: bytes, more: bytes, report: Report) -> None:
        """Keep a report; where it cannot be written nothing is kept."""
        key = self._key(path, data, more)
        place = self._place(key)
        body = _covered(pickle.dumps(report, 5), key + self.secret)
        beside = place.with_name(f"{place.name}.{os.urandom(8).hex()}")
        try:
            place.parent.mkdir(mode=0o700, exist_ok=True)
            beside.write_bytes(self._seal(key, body) + body)
            beside.replace(place)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def _key(self, path: str, data: bytes, more: bytes) -> bytes:
        """Tells one entry from all others; it cannot be made without the draft."""
        parts = (self.state, path.encode("utf-8", "surrogateescape"), more, hashlib.sha256(data).digest())
        return hmac.digest(self.secret, b"".join(len(part).to_bytes(8, "big") + part for part in parts), "sha256")

    def _place(self, key: bytes) -> Path:
        name = hashlib.sha256(key).hexdigest()
        return Path(self.folder, name[:2], name[2:])

    def _seal(self, key: bytes, body: bytes) -> bytes:
        return hmac.digest(self.secret, key + body, "sha256")


def _covered(body: bytes, key: bytes) -> bytes:
    """``body`` made unreadable with ``key``, or readable again; a key is used for one body alone."""
    stream = hashlib.shake_256(key).digest(len(body))
    return (int.from_bytes(body, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(body), "big")


def opened(folder: str | os.PathLike[str], state: bytes) -> Cache | None:
    """The cache in ``folder``, which is made if it is not there; None where there can be none."""
    place, secret = Path(folder, FOLDER), _secret()
    if secret is None:
        return None
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        if not (place / _MARK).exists():
            (place / ".gitignore").write_text("*\n", encoding="utf-8")
            (place / _MARK).write_text(_TAG, encoding="utf-8")
        _forget(place)
    except OSError:
        return None
    return Cache(os.fspath(place), secret, state)


def _secret() -> bytes | None:
    """The secret of this user, made when it is first needed."""
    place = caches.place(_SECRET)
    if place is None:
        return None
    found = caches.read(place)
    if found is None or len(found) != _SEAL:
        caches.write(place, os.urandom(_SEAL), mode=0o600)
        found = caches.read(place)
    return found if found is not None and len(found) == _SEAL else None


def _forget(place: Path) -> None:
    """Once a day, take away what has not been written for a month."""
    now, mark = time(), place / _MARK
    if now - mark.stat().st_mtime < 86400:
        return
    os.utime(mark)
    for entry in place.glob("??/*"):
        if now - entry.stat().st_mtime > _KEPT_DAYS * 86400:
            entry.unlink(missing_ok=True)


def ours() -> tuple[Path, Path]:
    """What resolint itself is: another version, or an edit in a checkout, makes every entry void."""
    return Path(__file__).parent.parent, data_dir("rules")


def clear(folder: str | os.PathLike[str]) -> bool:
    """Take the cache in ``folder`` away; False if there is none. Raises CannotWrite."""
    place = Path(folder, FOLDER)
    if not (place / _MARK).is_file():
        return False
    try:
        shutil.rmtree(place)
    except OSError as error:
        raise CannotWrite(f"{place}: the cache cannot be taken away: {error.strerror}") from None
    return True


def state_of(parts: Iterable[object], files: Iterable[str | os.PathLike[str]]) -> bytes:
    """A sum of values that have a stable ``repr``, and of files and folders as they are now."""
    found = hashlib.sha256(repr(tuple(parts)).encode("utf-8", "backslashreplace"))
    for path in files:
        found.update(b"".join(f"{line}\n".encode("utf-8", "surrogateescape") for line in _stat(Path(path))))
    return found.digest()


def _stat(path: Path) -> Iterator[str]:
    """Name, size and time of a file, or of all files below a folder."""
    try:
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        yield from _stat(Path(entry.path))
                else:
                    about = entry.stat()
                    yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"
    except NotADirectoryError:
        about = path.stat()
        yield f"{path} {about.st_size} {about.st_mtime_ns}"
    except OSError:
        yield f"{path} is not there"
