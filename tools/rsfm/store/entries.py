"""One entry on disk: which files are entries, reading one whatever its bytes, and putting a mended text in its place."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsfm import ids
from rsfm.locales import Localized
from rsfm.model import Entry, Taxonomy
from rsfm.problems import Place, Problem, Severity, visible
from rsfm.source import SIZE_LIMIT, Document, read
from rsfm.store.decode import decode
from rsfm.store.files import replace_text

ENDINGS = (".yml", ".yaml")
"""Files with these endings are looked at; only the first is right."""


@dataclass(frozen=True, kw_only=True)
class EntryFile:
    """One file of ``papers/``: its text with positions, and the entry in it where it has no fault."""

    document: Document
    entry: Entry | None
    values: dict[str, Any] = field(default_factory=dict)
    """Every single value that could be read, by dotted path, even where the entry as a whole has a fault."""
    problems: tuple[Problem, ...] = ()
    """What was met while reading it."""
    path: Path | None = None
    """Where the file is."""

    def texts(self, *fields: str) -> list[str]:
        """Return the texts of ``fields``, single ones or lists, that could be read."""
        return [
            value
            for path, value in self.values.items()
            if isinstance(value, str) and (path in fields or path.rpartition(".")[0] in fields)
        ]


def read_entry(shown: str, data: bytes, taxonomy: Taxonomy, path: Path | None = None) -> EntryFile:
    """Read the bytes of one entry; ``shown`` is the name of the file in places of problems. Never raises."""
    document = read(shown, data)
    name = shown.rpartition("/")[2]
    paper_id = name.removesuffix(".yml").removeprefix("_")
    decoded = decode(Entry, document, taxonomy, paper_id=paper_id)
    named = name.endswith(".yml") and ids.is_paper_id(paper_id)
    return EntryFile(
        document=document,
        entry=decoded.value if named else None,
        values=decoded.values,
        problems=decoded.problems,
        path=path,
    )


def mend_entry(file: EntryFile, text: str) -> bool:
    """Put ``text`` in the place of an entry's text in one step; return whether the file changed.

    Raises OSError; the file is then untouched.
    """
    return file.path is not None and replace_text(file.path, text)


def entry_bytes(path: Path) -> bytes | None:
    """Return the bytes of the entry at ``path``, one more than allowed at most; ``None`` where ``load_path`` must say why."""
    if path.suffix not in ENDINGS:
        return None
    try:
        # What is no regular file is neither followed nor waited for.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb", buffering=0) as file:
            return file.read(SIZE_LIMIT + 1) if stat.S_ISREG(os.fstat(handle).st_mode) else None
    except OSError:
        return None


def load_entry(
    path: Path, shown: str, taxonomy: Taxonomy, problems: list[Problem], data: bytes | None = None
) -> EntryFile:
    """Read the entry at ``path``, or its ``data``, and add what is wrong with it to ``problems``."""
    try:
        if data is None:
            with path.open("rb") as file:
                # One byte more than allowed is enough to know that a file is too long, however long it is.
                data = file.read(SIZE_LIMIT + 1)
    except OSError as fault:
        problems.append(_unreadable(shown, visible(fault.strerror or "")))
        return EntryFile(document=Document(path=shown, root=None), entry=None)
    found = read_entry(shown, data, taxonomy, path)
    problems += found.problems
    return found


def not_regular(path: Path, shown: str) -> Problem | None:
    """Only regular files belong here: a link could show any file of the machine."""
    if stat.S_ISREG(path.lstat().st_mode):
        return None
    what = Localized(zh="不是普通文件（符号链接、目录或设备）", en="not a regular file (a link, folder or device)")
    return _misplaced(shown, "RA031", what, "")


def misnamed(path: Path, shown: str, name: str) -> Problem | None:
    """An entry's file is called ``<paper_id>.yml``; ``name`` is what the entry itself calls the paper, if it does."""
    if path.suffix == ".yml" and ids.is_paper_id(path.stem):
        return None
    what = Localized(zh="文件名不是“条目名.yml”", en="the file is not called <paper_id>.yml")
    return _misplaced(shown, "RA032", what, ids.paper_id_from(name) or ids.paper_id_from(path.stem))


def _unreadable(shown: str, why: str) -> Problem:
    return Problem(
        code="RA031",
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=Localized(zh=f"文件无法读取：{why}", en=f"the file cannot be read: {why}"),
        hint=Localized(zh="检查文件权限。", en="Check the permissions of the file."),
    )


def _misplaced(shown: str, code: str, message: Localized, better: str) -> Problem:
    better = better or "segearth-ov"
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=message,
        hint=Localized(
            zh=f"papers/ 里只放条目，文件名用小写字母、数字和连字符：{better}.yml。",
            en=f"papers/ holds entries only, named in lower-case letters, digits and hyphens: {better}.yml.",
        ),
    )
