"""The concordance: the language versions of one text held against one another."""

from resolint.concordance.hold import hold
from resolint.concordance.model import Concordance, Paragraph, Remark, Row
from resolint.concordance.paragraphs import paragraphs

__all__ = ["Concordance", "Paragraph", "Remark", "Row", "hold", "paragraphs"]
