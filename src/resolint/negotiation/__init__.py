"""Texts on their way: last year's text carried forward, the copies of several delegations made one, rounds followed.

Everything here is a function from documents to plans and accounts; ``pipeline`` has them written and proves what was written.
"""
