"""Puts a new entry and what servers said of it into the catalog: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

from rsfm.adding.servers import ServerAnswers
from rsfm.store.files import only_writer
from rsfm.store.new_entry import create_entry
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, SnapshotFolder, V


def store(papers: Path, paper_id: str, text: str, answers: ServerAnswers) -> list[Path]:
    """Write the entry ``paper_id`` and the answers that are not stored yet; return the new files, the entry first.

    Raises FileExistsError where the entry is there, Busy and OSError; then nothing new is left.
    """
    written: list[Path] = []

    def keep(shelf: SnapshotFolder[V], value: V | None) -> None:
        # What is stored already is for `rsfm fetch` to renew, which doubts an answer that differs.
        if value is not None and not (path := shelf.path(papers, shelf.key(value))).exists():
            written.append(path)
            shelf.write(papers, value)

    with only_writer(papers):
        try:
            keep(ARXIV, answers.snapshot)
            keep(CROSSREF, answers.publication)
            for repository in answers.repositories.values():
                if repository.exists:
                    keep(GITHUB, repository)
            return [create_entry(papers, paper_id, text), *written]
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            raise
