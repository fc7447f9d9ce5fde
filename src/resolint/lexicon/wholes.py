"""Names of organs that go no further, whatever follows them."""

from __future__ import annotations

from resolint.regex import lazy

__all__ = ["WHOLE_ORGAN"]

_B = r"[ \xa0]"
WHOLE_ORGAN = lazy(
    rf"(?:[A-Z][\w’'‑-]*+{_B}(?:and{_B})?){{1,3}}?(?:Assembly|(?<=Social{_B})Council)(?={_B}(?:for|on|in|to|with|against){_B})"
)
"""An organ before what it deals with: *the General Assembly on the Millennium Development Goals* are two names."""
