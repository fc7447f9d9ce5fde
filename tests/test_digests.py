"""The digests are those of hashlib, for small and for large data, with a Python that has functions of its own and without."""

import hashlib

import pytest

from resolint import digests


@pytest.mark.parametrize("data", [b"", b"A draft.", bytes(range(256)) * 8, b"page" * 300_000])
@pytest.mark.parametrize("own", [True, False])
def test_a_digest_is_that_of_hashlib(data: bytes, own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not own:
        monkeypatch.setattr(digests, "_PLAIN", None)
    assert digests.sha256(data) == hashlib.sha256(data).hexdigest()
