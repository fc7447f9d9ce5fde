"""The room that knows WordprocessingML: nobody else imports lxml."""

from resolint.word.reader import read

__all__ = ["read"]
