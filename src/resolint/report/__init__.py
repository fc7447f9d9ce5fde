"""What resolint says, for people and for machines: pure functions from values to text.

Rooms: ``findings`` (reports in every format), ``comparison``, ``agreed`` and ``page`` (a draft as a page). Nothing here
prints, opens a file or asks for the time.
"""

from resolint.report.findings import FORMATS, render

__all__ = ["FORMATS", "render"]
