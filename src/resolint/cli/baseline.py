"""Baselines: findings that an editor has seen in old drafts and does not want to hear of again.

A JSON file: ``{"schema": 1, "findings": [{"path", "rule", "fingerprint", "where"}]}``. Paths are relative to the
file's own folder, so that it can be used from anywhere. A fingerprint is made of a rule and the wording of a
paragraph; a paragraph that is renumbered keeps it, one that is rewritten does not. A draft that has been moved or
renamed is not known by its path; what was known of drafts that are no more then holds for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint.cli.output import write_text
from resolint.errors import BadConfiguration
from resolint.findings import Report
from resolint.frozen import NamedTuple, dataclass

if TYPE_CHECKING:
    from resolint.pipeline import Config

SCHEMA = 1
_KEYS = ("path", "rule", "fingerprint", "where")


class KnownFinding(NamedTuple):
    """One known finding; ``where`` is for the human who reads the file, ``moved`` that its draft is there no more."""

    rule: str
    fingerprint: str
    where: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings by the path of their draft; ``folder`` is what paths are relative to."""

    folder: str = ""
    entries: Mapping[str, tuple[KnownFinding, ...]] = field(default_factory=dict)

    def of(self, path: str) -> tuple[KnownFinding, ...]:
        """The entries of the draft at ``path``; of one that is not known, those of all drafts that are there no more."""
        key = key_of(path, self.folder)
        found = self.entries.get(key)
        if found is None and os.path.normcase("A") == "a":
            # Windows takes names that differ in letter case alone for one.
            folded = os.path.normcase(key)
            found = next((entries for name, entries in self.entries.items() if os.path.normcase(name) == folded), None)
        return self._moved() if found is None else found

    def _moved(self) -> tuple[KnownFinding, ...]:
        gone = (key for key in self.entries if key != "-" and not Path(self.folder, key).exists())
        return tuple(entry._replace(moved=True) for key in gone for entry in self.entries[key])


def key_of(path: str, folder: str) -> str:
    """``path`` as a baseline in ``folder`` writes it: relative, with forward slashes."""
    if path == "-":
        return path
    absolute = os.path.abspath(path)  # noqa: PTH100 - links stay links: a baseline names what the editor names
    try:
        relative = os.path.relpath(absolute, folder or ".")
    except ValueError:
        # Another drive: there is no relative path.
        relative = absolute
    return relative.replace(os.sep, "/")


def read(path: str | os.PathLike[str]) -> Baseline:
    """The baseline in the file ``path``. Raises BadConfiguration, naming the file, the entry and the cure."""
    import json

    name = os.fspath(path)
    cure = "write it anew with --write-baseline"
    try:
        data = json.loads(Path(name).read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise BadConfiguration(f"{name}: there is no such baseline file; make one with --write-baseline") from None
    except OSError as error:
        raise BadConfiguration(f"{name}: the baseline cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise BadConfiguration(f"{name}: this is no baseline file: it is not JSON in UTF-8; {cure}") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BadConfiguration(f"{name}: this is no baseline file: the list 'findings' is missing; {cure}")
    if data.get("schema") != SCHEMA:
        raise BadConfiguration(f"{name}, key schema: {data.get('schema')!r} is not known, only {SCHEMA}; {cure}")
    entries: dict[str, list[KnownFinding]] = {}
    for number, entry in enumerate(data["findings"], 1):
        if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in _KEYS):
            raise BadConfiguration(f"{name}, entry {number}: an entry holds the texts {', '.join(_KEYS)}; {cure}")
        if not (entry.get("path") and entry.get("rule") and entry.get("fingerprint")):
            raise BadConfiguration(f"{name}, entry {number}: path, rule or fingerprint is missing; {cure}")
        entries.setdefault(entry["path"], []).append(
            KnownFinding(entry["rule"], entry["fingerprint"], entry.get("where", ""))
        )
    folder = os.path.dirname(os.path.abspath(name))  # noqa: PTH100, PTH120
    return Baseline(folder, {key: tuple(found) for key, found in entries.items()})


class Baselines(dict[str, Baseline]):
    """Baselines by the path of their file, each read when it is first asked for."""

    def __missing__(self, path: str) -> Baseline:
        self[path] = read(path)
        return self[path]

    def known(self, path: str, config: Config | None) -> tuple[KnownFinding, ...]:
        """What the baseline that a configuration names knows of the draft at ``path``. Raises BadConfiguration."""
        if config is None or config.baseline is None:
            return ()
        if config.baseline not in self and not Path(config.baseline).is_file():
            raise BadConfiguration(
                f"{config.at('baseline')}: there is no file {config.baseline}; make it with --write-baseline"
            )
        return self[config.baseline].of(path)


def write(
    path: str | os.PathLike[str],
    reports: Iterable[Report],
    *,
    known: Baseline | None = None,
    inputs: Sequence[str] = (),
) -> int:
    """Make what stands in ``reports`` known, in the file ``path``; give the number of entries written.

    Entries of ``known`` for drafts that are not among ``reports`` stay as long as the draft exists. What the
    drafts themselves allow is left out. Raises CannotWrite.
    """
    import json

    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    rows: dict[str, list[dict[str, Any]]] = {}
    if known is not None:
        for key, entries in known.entries.items():
            if key == "-" or os.path.exists(os.path.join(known.folder, key)):  # noqa: PTH110, PTH118
                rows[key] = [_row(key, entry) for entry in entries]
    for report in reports:
        key = key_of(report.path, folder)
        rows[key] = [
            _row(key, KnownFinding(finding.rule, finding.fingerprint, finding.where))
            for finding in report.findings
            if finding.suppressed is None
        ]
    findings = [row for key in sorted(rows) for row in rows[key]]
    text = json.dumps({"schema": SCHEMA, "findings": findings}, ensure_ascii=False, indent=1) + "\n"
    write_text(path, text, inputs=inputs)
    return len(findings)


def _row(path: str, entry: KnownFinding) -> dict[str, Any]:
    return {"path": path, "rule": entry.rule, "fingerprint": entry.fingerprint, "where": entry.where}
