"""What stands on what: each model under the one it continues, was initialised from, builds on or is named after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rsfm.merge import Catalog, Paper
from rsfm.model import PaperId
from rsfm.render.pictures.scale import Scale, ScaleMark, when

WIDTH = 400
_LEFT, _RIGHT, _TOP, _ROW = 14, 250, 26, 22
FEWEST = 3
"""So many works make a lineage that is worth a picture."""
_NAME = 5
"""So long a name is no accident."""


class Tie(StrEnum):
    """How a work stands on an older one, the closest first."""

    SUCCEEDS = "succeeds"
    BASE = "base"
    BUILDS_ON = "builds_on"
    NAME = "name"
    """Nothing but the name says so."""


@dataclass(frozen=True, kw_only=True)
class Descent:
    """A work and the older one it stands on."""

    work: Paper
    on: Paper
    tie: Tie


@dataclass(frozen=True, kw_only=True)
class Node:
    """A work in the picture, with the place of the one it stands on."""

    paper: Paper
    x: float
    y: float
    tie: Tie | None = None
    from_x: float = 0
    from_y: float = 0


@dataclass(frozen=True, kw_only=True)
class Lineage:
    """One work with all that came of it."""

    root: Paper
    nodes: tuple[Node, ...]
    years: tuple[ScaleMark, ...]
    height: int
    width: int = WIDTH


def links_of(catalog: Catalog) -> list[Descent]:
    """Return every link between works of the catalog, the closest tie of each pair; the older is stood on."""
    found: dict[tuple[PaperId, PaperId], Descent] = {}
    names = {paper.entry.name: paper.paper_id for paper in catalog.papers}
    for work in catalog.papers:
        for on_id, tie in (*_stated(work), *_named_after(work.entry.name, names)):
            on = catalog.by_id.get(on_id)
            if on and on.newness < work.newness:
                link = found.get((work.paper_id, on.paper_id))
                if link is None or _rank(tie) < _rank(link.tie):
                    found[work.paper_id, on.paper_id] = Descent(work=work, on=on, tie=tie)
    return list(found.values())


def lineages(catalog: Catalog) -> list[Lineage]:
    """Return the lineages, the largest first; a work that stands on several is shown under the closest of them."""
    under: dict[PaperId, Descent] = {}
    for link in links_of(catalog):
        other = under.get(link.work.paper_id)
        if other is None or (_rank(link.tie), link.on.newness) < (_rank(other.tie), other.on.newness):
            under[link.work.paper_id] = link
    children: dict[PaperId, list[Descent]] = {}
    for link in under.values():
        children.setdefault(link.on.paper_id, []).append(link)
    roots = [catalog.by_id[paper_id] for paper_id in children if paper_id not in under]
    found = [_drawn(root, children) for root in roots]
    return sorted(
        (each for each in found if len(each.nodes) >= FEWEST), key=lambda each: (-len(each.nodes), each.root.newness)
    )


def _drawn(root: Paper, children: dict[PaperId, list[Descent]]) -> Lineage:
    def walk(paper: Paper, tie: Tie | None, above: Paper | None) -> Iterator[tuple[Paper, Tie | None, Paper | None]]:
        yield paper, tie, above
        for link in sorted(children.get(paper.paper_id, ()), key=lambda each: each.work.newness):
            yield from walk(link.work, link.tie, paper)

    walked = list(walk(root, None, None))
    times = [when(paper) for paper, _, _ in walked]
    across = Scale(low=int(min(times)), high=int(max(times)) + 1, start=_LEFT, end=_RIGHT)
    nodes: dict[PaperId, Node] = {}
    for number, (paper, tie, above) in enumerate(walked):
        node = Node(paper=paper, x=across(when(paper)), y=_TOP + _ROW * (number + 0.5), tie=tie)
        if above:
            stood_on = nodes[above.paper_id]
            node = replace(node, from_x=stood_on.x, from_y=stood_on.y)
        nodes[paper.paper_id] = node
    years = tuple(ScaleMark(at=across(year), text=str(year)) for year in range(int(across.low), int(across.high)))
    return Lineage(root=root, nodes=tuple(nodes.values()), years=years, height=_TOP + _ROW * len(nodes) + 6)


def _rank(tie: Tie) -> int:
    return list(Tie).index(tie)


def _stated(work: Paper) -> Iterator[tuple[PaperId, Tie]]:
    relations = work.entry.relations
    for tie, related in ((Tie.SUCCEEDS, relations.succeeds), (Tie.BUILDS_ON, relations.builds_on)):
        yield from ((each.entry, tie) for each in related if each.entry)
    for variant in work.entry.models.values():
        yield from ((paper_id, Tie.BASE) for paper_id in variant.base_entries)


def _named_after(name: str, names: Mapping[str, PaperId]) -> Iterator[tuple[PaperId, Tie]]:
    """Yield the work whose whole name is the beginning of ``name``: RingMo of RingMo-Aerial and of RingMoE."""
    for cut in range(len(name) - 1, _NAME - 1, -1):
        if not name[cut].islower() and name[:cut] in names:
            yield names[name[:cut]], Tie.NAME
            return
