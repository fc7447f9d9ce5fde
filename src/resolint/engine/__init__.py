"""Runs rules over a document and dresses what they find: place, message, excerpt, suppression, fingerprint."""

from resolint.engine.run import PREPARATION, run

__all__ = ["PREPARATION", "run"]
