"""Text recovered from a printed page, one way: paragraphs made whole, page furniture dropped, note marks found.

Three sorts are known and mixtures of them: plain text with raised or bare digits, Markdown converted page by page,
and raw text with hard line ends. ``evidence`` tells such a text from a typed one, ``reading`` reads it.
"""
