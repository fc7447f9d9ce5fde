"""Drafts in the notation, and plain rows of blocks, as documents."""

from collections.abc import Callable

import pytest

from resolint import cards, notation, structure
from resolint.lexicon import Lexicon
from resolint.model import Block, Clause, Document, Origin, Reading

Draft = Callable[[str], Document]
Rows = Callable[..., Document]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return cards.lexicon()


@pytest.fixture(scope="session")
def draft(lexicon: Lexicon) -> Draft:
    """A document from a text in the notation."""

    def build(source: str) -> Document:
        return structure.build(notation.read(source), Origin("draft.md", "0" * 64, "markdown"), lexicon)

    return build


@pytest.fixture(scope="session")
def rows(lexicon: Lexicon) -> Rows:
    """A document from blocks or their texts."""

    def build(*parts: str | Block) -> Document:
        blocks = tuple(
            part if isinstance(part, Block) else Block(f"document/{at}", "paragraph", part)
            for at, part in enumerate(parts)
        )
        return structure.build(Reading(blocks), Origin("draft.docx", "0" * 64, "docx"), lexicon)

    return build


def numbers(clauses: tuple[Clause, ...]) -> list[str]:
    """The numbers of clauses."""
    return [clause.number for clause in clauses]


def tree(clauses: tuple[Clause, ...]) -> list[object]:
    """The numbers of clauses, each with those of its children where it has some."""
    return [(clause.number, tree(clause.children)) if clause.children else clause.number for clause in clauses]
