"""Review comments, what they are about, and those that are instructions to resolint."""

from collections.abc import Iterable, Mapping, Sequence

from resolint import permission
from resolint.frozen import NamedTuple
from resolint.model import Block, Comment, Directive, Span
from resolint.regex import lazy
from resolint.word.container.xml import AUTHOR, ID, Element, w
from resolint.word.read.signature import is_ours
from resolint.word.read.story import Edge, Story, Tools

_COMMENT = w("comment")
_ODS = lazy(r"<<ODS ([^<>]{1,60})>>([^<]*)<<ODS \1>>")


class ReadComments(NamedTuple):
    """The comments of a file, sorted by what they are; ``machine`` holds the fields of the ODS comment."""

    comments: tuple[Comment, ...] = ()
    directives: tuple[Directive, ...] = ()
    machine: tuple[tuple[str, str], ...] = ()


def read_comments(root: Element | None, edges: Sequence[Edge], blocks: Sequence[Block], tools: Tools) -> ReadComments:
    """Reads the part ``comments.xml``; ``edges`` say where in ``blocks`` the comments hang."""
    if root is None:
        return ReadComments()
    spans = _spans(edges, {block.id: len(block.text) for block in blocks})
    comments: list[Comment] = []
    directives: list[Directive] = []
    machine: list[tuple[str, str]] = []
    for element in root.iter(_COMMENT):
        if is_ours(element.get(AUTHOR)):
            continue
        comment_id = element.get(ID) or ""
        found = Story(f"comments/{comment_id}", element, "note", tools).walk().blocks
        text = "\n".join(block.text.strip() for block in found)
        span = spans.get(comment_id)
        if text.startswith("<<ODS "):
            machine.extend((m[1].strip(), m[2].strip()) for m in _ODS.finditer(text))
        elif (allowed := permission.parse(text)) is not None:
            directives.append(Directive(allowed.rules, allowed.reason, span))
        elif text:
            comments.append(Comment(comment_id, element.get(AUTHOR) or "", text, span))
    return ReadComments(tuple(comments), tuple(directives), tuple(machine))


def _spans(edges: Iterable[Edge], lengths: Mapping[str, int]) -> dict[str, Span]:
    """The words a comment is about: its range, cut off at the end of the block in which it begins."""
    starts: dict[str, tuple[str, int]] = {}
    spans: dict[str, Span] = {}
    for edge in edges:
        if edge.what == "start":
            starts.setdefault(edge.comment, (edge.block, edge.offset))
        elif edge.what == "end" and edge.comment in starts:
            block, start = starts[edge.comment]
            end = edge.offset if edge.block == block else lengths.get(block, start)
            spans.setdefault(edge.comment, Span(block, start, max(start, end)))
        else:
            spans.setdefault(edge.comment, Span(edge.block, edge.offset, edge.offset))
    for comment, (block, start) in starts.items():
        spans.setdefault(comment, Span(block, start, start))
    return spans
