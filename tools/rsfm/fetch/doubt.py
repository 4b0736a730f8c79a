"""Whether an answer is about the paper that was meant, judged by what was known of it before.

Titles change between versions, so a similar one by the same people, the first among them, is believed and reported. An altogether new title is
not, even by the same people: a curator looks, and adds it to the entry's title or other_titles if it is right. Nor are
the right title over people of whom nobody is known, or other people and another abstract in a version that is stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.identity import folded, person, renamed, words
from rsfm.model import Entry, Provenance, Publication, Snapshot
from rsfm.problems import visible


@dataclass(frozen=True, kw_only=True)
class Known:
    """What was known of a paper before its source was asked."""

    entry: Entry | None = None
    stored: Snapshot | Publication | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title it has or had."""
        curated = (self.entry.title, *self.entry.other_titles) if self.entry else ()
        return (*curated, *((self.stored.title,) if self.stored else ()))

    @property
    def authors(self) -> tuple[str, ...]:
        """Its authors, as far as they are known."""
        return (self.stored.authors if self.stored else ()) or (self.entry.authors if self.entry else ())


def doubt(answer: Snapshot | Publication, known: Known) -> Refusal | None:
    """Return why ``answer`` is not believed to be about the paper, or is older than what is stored."""
    if _stored_another_paper(answer, known):
        known = replace(known, stored=None)
    if known.titles and not renamed(answer.title, answer.authors, known.titles, known.authors):
        shown = visible(answer.title, 100)
        return refusal(
            Fault.OTHER_PAPER,
            f"是另一篇论文；若确为改名，请写进条目的 other_titles：{shown}",
            f"is about another paper; if it was renamed, add this to other_titles of the entry: {shown}",
        )
    if not _somebody_known(answer, known):
        shown = visible(", ".join(answer.authors), 100)
        return refusal(
            Fault.OTHER_PAPER,
            f"作者全是陌生人；若确实如此，请写进条目的 authors：{shown}",
            f"is by strangers; if that is right, add them to authors of the entry: {shown}",
        )
    stored = known.stored
    if isinstance(answer, Snapshot) and isinstance(stored, Snapshot) and stored.provenance is Provenance.ARXIV_API:
        if (answer.version or 0) < (stored.version or 0):
            return refusal(
                Fault.STALE,
                f"是旧版 v{answer.version}，已有 v{stored.version}",
                f"is the old v{answer.version}; v{stored.version} is stored",
            )
        if answer.published != stored.published:
            return refusal(
                Fault.IMPLAUSIBLE,
                f"首次发布日期由 {stored.published} 变成 {answer.published}",
                f"the first date moved from {stored.published} to {answer.published}",
            )
        if (answer.version, answer.updated) == (stored.version, stored.updated):
            return _changed_in_place(answer, stored)
    return None


def _changed_in_place(answer: Snapshot, stored: Snapshot) -> Refusal | None:
    """Return what changed that only a new version may change. How a name is spelt may be mended without one."""
    changed = []
    if _last_names(answer.authors) != _last_names(stored.authors):
        changed.append(("作者", "the authors"))
    if stored.abstract and _letters(answer.abstract or "") != _letters(stored.abstract):
        changed.append(("摘要", "the abstract"))
    if not changed:
        return None
    zh, en = "和".join(one for one, _ in changed), " and ".join(one for _, one in changed)
    return refusal(
        Fault.IMPLAUSIBLE,
        f"{zh}变了，版本仍是 v{stored.version}；若确实如此，请删除快照后重新获取",
        f"{en} changed, still in v{stored.version}; if that is right, delete the snapshot and fetch it again",
    )


def disagrees(title: str, entry: Entry) -> bool:
    """Say whether the source's title is none that the curated entry knows, apart from case and punctuation."""
    return folded(title) not in map(folded, (entry.title, *entry.other_titles))


def _stored_another_paper(answer: Snapshot | Publication, known: Known) -> bool:
    """Say whether what is stored is not the entry's paper by its title, and the answer is: then it may be healed."""
    if known.entry is None or known.stored is None:
        return False
    curated = {folded(title) for title in (known.entry.title, *known.entry.other_titles)}
    return folded(answer.title) in curated and folded(known.stored.title) not in curated


def _somebody_known(answer: Snapshot | Publication, known: Known) -> bool:
    """Say whether an author of ``answer`` is among the stored or curated ones, or none of these can be compared."""
    stored = known.stored.authors if known.stored else ()
    curated = known.entry.authors if known.entry else ()
    if not stored and not any(map(_in_han, answer.authors)):
        # A curator may write in Chinese characters the names that a source spells in Latin letters.
        curated = tuple(name for name in curated if not _in_han(name))
    people = {*map(person, (*stored, *curated))}
    return not people or not people.isdisjoint(map(person, answer.authors))


def _in_han(name: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in name)


def _last_names(names: Iterable[str]) -> list[str]:
    return sorted(person(name)[1] for name in names)


def _letters(text: str) -> str:
    return "".join(each for piece in text.split() for each in words(piece))
