"""What servers said, on disk: canonical JSON, a folder for each server, a file for each paper or repository."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from rsfm import ids
from rsfm.locales import Localized
from rsfm.model import Publication, Repository, Snapshot
from rsfm.problems import Problem
from rsfm.store.canonical import from_json, to_json
from rsfm.store.faults import unreadable
from rsfm.store.files import UNFINISHED, read_regular, replace_text

V = TypeVar("V", Snapshot, Publication, Repository)


@dataclass(frozen=True, kw_only=True)
class SnapshotFolder(Generic[V]):
    """A folder inside ``papers/`` that holds values of one kind."""

    folder: str
    kind: type[V]
    key: Callable[[V], str]
    """Identifies a value among its kind: the arXiv id, the DOI, the repository's name."""
    file_name: Callable[[str], str]
    """The name of the file of a key."""

    def path(self, papers: Path, key: str) -> Path:
        """Return where the value of ``key`` lies."""
        return papers / self.folder / self.file_name(key)

    def leads_out(self, papers: Path) -> bool:
        """Say whether the folder is a link to a place outside ``papers``, where nothing of ours may be written."""
        return not (papers / self.folder).resolve().is_relative_to(papers.resolve())

    def write(self, papers: Path, value: V) -> bool:
        """Store ``value`` atomically and return whether the file changed.

        Raises OSError; the old file is then untouched and no temporary file is left.
        """
        return replace_text(self.path(papers, self.key(value)), to_json(value))

    def load(self, papers: Path, shown: str) -> tuple[dict[str, V], list[Problem]]:
        """Read every value, by key; a broken file, or one that does not belong here, is a problem, not an exception.

        ``shown`` is the name of ``papers`` in places of problems.
        """
        found: dict[str, V] = {}
        problems: list[Problem] = []
        for path in sorted((papers / self.folder).glob("*"), key=lambda path: path.name):
            # Folders of people's machines hold hidden files of other programs; what a killed writer left is cleared.
            if path.name.startswith(UNFINISHED) or (path.name.startswith(".") and not path.name.endswith(".json")):
                continue
            try:
                if path.name.startswith((".", "_")) or path.suffix != ".json":
                    raise ValueError("no name of a snapshot")
                value = from_json(self.kind, read_regular(path).decode("utf-8"))
                if self.file_name(self.key(value)) != path.name:
                    raise ValueError(f"holds {self.key(value)}")
            except (OSError, ValueError, TypeError, RecursionError) as error:
                problems.append(unreadable(f"{shown}/{self.folder}/{path.name}", error, _HINT, _SNAPSHOT))
            else:
                found[self.key(value)] = value
        return found, problems


ARXIV: SnapshotFolder[Snapshot] = SnapshotFolder(
    folder="_arxiv", kind=Snapshot, key=lambda value: value.arxiv_id, file_name=ids.snapshot_name
)
CROSSREF: SnapshotFolder[Publication] = SnapshotFolder(
    folder="_crossref", kind=Publication, key=lambda value: value.doi, file_name=ids.doi_file_name
)
GITHUB: SnapshotFolder[Repository] = SnapshotFolder(
    folder="_github", kind=Repository, key=lambda value: value.name, file_name=ids.repository_file_name
)


def write_snapshot(papers: Path, snapshot: Snapshot) -> bool:
    """Store what arXiv said of one paper; see ``SnapshotFolder.write``."""
    return ARXIV.write(papers, snapshot)


_SNAPSHOT = Localized(zh="快照", en="the snapshot")
_HINT = Localized(
    zh="不要手工修改快照；删除它，再运行 rsfm fetch。",
    en="Snapshots are not edited by hand; delete it and run rsfm fetch.",
)
