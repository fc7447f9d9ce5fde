"""Counts our marks in a Word file that another state of the file does not have any more."""

from __future__ import annotations

from collections import Counter

from resolint.frozen import NamedTuple
from resolint.word.container.xml import AUTHOR, R, T, w
from resolint.word.read import signature
from resolint.word.read.inline import DEL_TEXT
from resolint.word.write import runs
from resolint.word.write.draft import Draft

_COMMENT, _INS, _DEL = w("comment"), w("ins"), w("del")


class Lost(NamedTuple):
    """How many comments and tracked changes of ours are gone."""

    comments: int
    changes: int


def lost(before: bytes, after: bytes, name: str = "") -> Lost:
    """What ``before`` has of our marks and ``after`` has not: marks of one kind on the same words are the same mark.

    Raises UnreadableDraft if one of the two cannot be read.
    """
    gone = _marks(before, name) - _marks(after, name)
    comments = sum(number for (tag, _), number in gone.items() if tag == _COMMENT)
    return Lost(comments, gone.total() - comments)


def _marks(data: bytes, name: str) -> Counter[tuple[str, str]]:
    """Our marks in a file, each by its kind and its words."""
    draft = Draft(data, name)
    found: Counter[tuple[str, str]] = Counter()
    for part in draft.xml_parts():
        if not part.endswith(".xml") or not signature.may_hold(draft.bytes_of(part)):
            continue
        for element in draft.source(part).root.iter(_COMMENT, _INS, _DEL, runs.RPR_CHANGE):
            if signature.is_ours(element.get(AUTHOR)):
                holder = element if element.tag != runs.RPR_CHANGE else next(element.iterancestors(R), element)
                words = "".join(text.text or "" for text in holder.iter(T, DEL_TEXT))
                found[str(element.tag), words] += 1
    return found
