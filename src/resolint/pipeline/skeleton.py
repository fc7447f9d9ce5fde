"""The skeleton of a new card: valid in form, with the places to fill in."""

from __future__ import annotations

from resolint import regex
from resolint.errors import BadConfiguration

_ID = regex.compiled(r"[A-Z]{3}[0-9]{3}")
_NAME = regex.compiled(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

_CARD = """\
+++
id = "{id}"
name = "{name}"
severity = "warning"
confidence = "medium"
authority = "Say here which manual, resolution or practice asks for it."
message = "“{{text}}” is not the form; write “{{prefer}}”."
check = "swap"
fix = "suggest"

[options.pairs]
"words to find" = "words to write"
+++

## What it finds

Say in one or two sentences which fault this is.

## Why it matters

Say what goes wrong when it stays.

## What to write

Say what the right form is.

## Examples

```bad
# An invented draft

*The General Assembly*,

*Noting* the {{{{words to find}}}} of an invented draft,

1. *Invites* Member States to consider the draft;

2. *Decides* to consider the matter at its next session.
```

```fixed
# An invented draft

*The General Assembly*,

*Noting* the words to write of an invented draft,

1. *Invites* Member States to consider the draft;

2. *Decides* to consider the matter at its next session.
```

```good
# An invented draft

*The General Assembly*,

*Noting* the words to write of an invented draft,

1. *Invites* Member States to consider the draft;

2. *Decides* to consider the matter at its next session.
```
"""


def card_path(rule_id: str, name: str) -> str:
    """Where the card of a rule lies below the folder of cards. Raises BadConfiguration for a wrong id or name."""
    if not _ID.fullmatch(rule_id):
        raise BadConfiguration(
            f"'{rule_id}' is no rule id: write three capital letters for the family and three digits, such as OPR090"
        )
    if not _NAME.fullmatch(name):
        raise BadConfiguration(
            f"'{name}' is no rule name: write small letters, digits and hyphens that name the fault, "
            "such as operative-in-order-to"
        )
    return f"{rule_id[:3]}/{rule_id}-{name}.md"


def skeleton(rule_id: str, name: str) -> str:
    """The text of a new card. Raises BadConfiguration for a wrong id or name."""
    card_path(rule_id, name)
    return _CARD.format(id=rule_id, name=name)
