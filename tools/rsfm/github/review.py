"""What a pull request does to the catalog: new, changed and removed entries, duplicates, and files that only tools write."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsfm import ids
from rsfm.checks import check
from rsfm.github.right_answers import DISAGREEMENT
from rsfm.locales import Locale, Localized
from rsfm.markdown import inline
from rsfm.problems import Problem
from rsfm.store import EXAMPLE, TAXONOMY, EntryFile, Library
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB

DUPLICATE = frozenset(["RA320", "RA323", "RA324", "RA325", "RA326"])
"""The rules that compare entries with each other."""
_LISTED = 50
_FIELDS = 20
_LONGEST_VALUE = 160


@dataclass(frozen=True, kw_only=True)
class CatalogReview:
    """The difference between two states of the catalog, and what the rules say of it."""

    new: tuple[EntryFile, ...]
    changed: tuple[tuple[EntryFile, EntryFile], ...]
    """Before and after."""
    removed: tuple[str, ...]
    """Names of the files."""
    problems: tuple[Problem, ...]
    """Those of new and changed entries."""
    by_hand: tuple[str, ...]
    """Files that only tools write, and that changed without need."""
    with_snapshot: frozenset[str]
    """Paths of new and changed entries of which there is a snapshot, be it one that the pull request brings."""

    @property
    def paper_ids(self) -> tuple[str, ...]:
        """The entries whose pages differ."""
        names = [file.document.path for file in (*self.new, *(after for _, after in self.changed))]
        stems = (name.rpartition("/")[2].removesuffix(".yml") for name in (*names, *self.removed))
        return tuple(stem for stem in stems if ids.is_paper_id(stem))


def review(before: Library, after: Library, folders: tuple[Path, Path], today: date | None = None) -> CatalogReview:
    """Compare two states of the catalog; ``folders`` are where they lie, the earlier first. Raises OSError."""
    old, now = ({_name(file): file for file in library.files} for library in (before, after))
    new = tuple(now[name] for name in now.keys() - old.keys())
    both = [(old[name], now[name]) for name in now if name in old]
    changed = tuple((one, other) for one, other in both if one.document.text != other.document.text)
    mine = {file.document.path: file for file in (*new, *(other for _, other in changed))}
    return CatalogReview(
        new=tuple(sorted(new, key=_name)),
        changed=changed,
        removed=tuple(sorted(old.keys() - now.keys())),
        problems=tuple(problem for problem in check(after, today) if problem.place.path in mine),
        by_hand=tuple(_by_hand(folders, {name for file in mine.values() for name in _of_servers(file)})),
        with_snapshot=frozenset(path for path, file in mine.items() if file.values.get("arxiv_id") in after.snapshots),
    )


def _name(file: EntryFile) -> str:
    return file.document.path.rpartition("/")[2]


def _of_servers(file: EntryFile) -> Iterator[str]:
    """Yield the files in which tools keep what servers say of an entry."""
    for path, value in file.values.items():
        if path == "arxiv_id":
            yield f"{ARXIV.folder}/{ARXIV.file_name(value)}"
        elif path == "doi":
            yield f"{CROSSREF.folder}/{CROSSREF.file_name(value)}"
        elif path.startswith("links.code") and (name := ids.repository_of(value)):
            yield f"{GITHUB.folder}/{GITHUB.file_name(name)}"


def _by_hand(folders: tuple[Path, Path], allowed: set[str]) -> Iterator[str]:
    """Yield what tools write and differs; a first snapshot that comes with its entry is as it should be."""
    old, now = map(_generated, folders)
    for name in sorted(old.keys() | now.keys()):
        if old.get(name) != now.get(name) and not (name in allowed and name not in old and now[name] is not None):
            yield name


def _generated(papers: Path) -> dict[str, bytes | None]:
    """Return the content of every file that only tools write, by path; nothing for what is no regular file."""
    tops = [path for path in papers.iterdir() if path.name.startswith("_") and path.name not in (EXAMPLE, TAXONOMY)]
    files = [file for top in tops for file in (top.iterdir() if _is(top, stat.S_ISDIR) else [top])]
    return {
        file.relative_to(papers).as_posix(): file.read_bytes() if _is(file, stat.S_ISREG) else None for file in files
    }


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    return kind(path.lstat().st_mode)


def to_markdown(found: CatalogReview, locale: Locale, *, by_tool: bool = False) -> str:
    """Return the review as Markdown; ``by_tool`` says that files which only tools write may differ."""
    zh = locale is Locale.ZH
    counts = (len(found.new), len(found.changed), len(found.removed))
    lines = [
        "## " + ("新增 {}，修改 {}，删除 {}" if zh else "{} new, {} changed, {} removed").format(*counts),
    ]
    if found.by_hand and not by_tool:
        lines += _part(_say(locale, _BY_HAND), [f"- {inline(name)}" for name in found.by_hand])
    lines += _part(_say(locale, _NEW), [_new(file, found, locale) for file in found.new])
    lines += _part(_say(locale, _CHANGED), [line for pair in found.changed for line in _changed(*pair, locale)])
    lines += _part(_say(locale, _REMOVED), [f"- {inline(name)}" for name in found.removed])
    for heading, codes in ((_DUPLICATES, DUPLICATE), (_DISAGREEMENTS, DISAGREEMENT)):
        lines += _part(_say(locale, heading), [_problem(p, locale) for p in found.problems if p.code in codes])
    lines += _part(_say(locale, _MENDABLE), [_problem(p, locale) for p in found.problems if p.edits])
    return "\n".join(lines) + "\n"


def _say(locale: Locale, text: Localized) -> str:
    return text.best(locale)


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    more = [f"- … +{len(lines) - _LISTED}"] if len(lines) > _LISTED else []
    return ["", f"### {heading}", "", *lines[:_LISTED], *more]


def _new(file: EntryFile, found: CatalogReview, locale: Locale) -> str:
    values = file.values
    path = file.document.path
    known = _WITH_SNAPSHOT if path in found.with_snapshot else _UNCONFIRMED
    title = inline(str(values.get("title", "?")))
    return f"- **{inline(_name(file).removesuffix('.yml'))}** — {title} ({_say(locale, known)})"


def _changed(before: EntryFile, after: EntryFile, locale: Locale) -> Iterator[str]:
    fields = [
        field
        for field in dict.fromkeys((*before.values, *after.values))
        if before.values.get(field) != after.values.get(field)
    ]
    only = "" if fields else f" ({_say(locale, _NO_VALUE)})"
    yield f"- **{inline(_name(after).removesuffix('.yml'))}**{only}"
    for field in fields[:_FIELDS]:
        was, now = (inline(str(file.values.get(field, "–")), _LONGEST_VALUE) for file in (before, after))
        yield f"  - {inline(field)}: {was} → {now}"
    if len(fields) > _FIELDS:
        yield f"  - … +{len(fields) - _FIELDS}"


def _problem(problem: Problem, locale: Locale) -> str:
    return f"- {inline(str(problem.place))} — {inline(problem.message.best(locale))} [{problem.code}]"


_NEW = Localized(zh="新增", en="New")
_CHANGED = Localized(zh="修改", en="Changed")
_NO_VALUE = Localized(zh="只改了注释或写法", en="comments or layout only")
_REMOVED = Localized(zh="删除（旧网址会失效）", en="Removed: their addresses will no longer work")
_DUPLICATES = Localized(zh="可能重复", en="Perhaps there already")
_DISAGREEMENTS = Localized(zh="与 arXiv 不一致", en="Not what arXiv says")
_MENDABLE = Localized(zh="`rsfm check --fix` 可以改正", en="Mended by `rsfm check --fix`")
_WITH_SNAPSHOT = Localized(zh="有快照", en="with a snapshot")
_UNCONFIRMED = Localized(zh="还没有快照", en="no snapshot yet")
_BY_HAND = Localized(
    zh="这些文件只由工具写入，请撤销改动：`git checkout origin/main -- papers/…`",
    en="Only tools write these files; please take the changes back: `git checkout origin/main -- papers/…`",
)
