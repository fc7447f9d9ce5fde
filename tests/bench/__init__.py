"""Speed as ratios against peers in the same run: ``python -m tests.bench`` (see ``tox -e bench``)."""
