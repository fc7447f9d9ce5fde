"""Runs rules over a document and dresses what they find: place, message, excerpt, suppression, fingerprint."""

from resolint.engine.look import Look
from resolint.engine.run import places, run

__all__ = ["Look", "places", "run"]
