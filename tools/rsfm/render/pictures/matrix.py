"""Which tasks have been done on which kinds of data, and where nobody has been yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rsfm.merge import Catalog
from rsfm.render.facets import terms_of

_LEVELS = (1, 3, 8, 20, 50)
"""From so many papers on a field is darker."""


@dataclass(frozen=True, kw_only=True)
class MatrixCell:
    """One task on one modality."""

    task: str
    modality: str
    count: int

    @property
    def level(self) -> int:
        """How dark it is: 0 where there is no paper."""
        return sum(self.count >= least for least in _LEVELS)


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Tasks downwards, modalities across; of both those with most papers first."""

    modalities: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, int, tuple[MatrixCell, ...]], ...]
    """Task, its papers, and its fields."""

    @property
    def gaps(self) -> int:
        """How many fields are empty."""
        return sum(not field.count for _, _, fields in self.rows for field in fields)


def matrix(catalog: Catalog, tasks: int | None = None, modalities: int | None = None) -> Matrix:
    """Return the matrix of the ``tasks`` and ``modalities`` with most papers."""
    pairs: Counter[tuple[str, str]] = Counter()
    of_task: Counter[str] = Counter()
    of_modality: Counter[str] = Counter()
    for paper in catalog.papers:
        terms = terms_of(paper.entry)
        of_task.update(terms.get("task", ()))
        of_modality.update(terms.get("modality", ()))
        pairs.update((task, modality) for task in terms.get("task", ()) for modality in terms.get("modality", ()))
    across = tuple(of_modality.most_common(modalities))
    return Matrix(
        modalities=across,
        rows=tuple(
            (task, count, tuple(MatrixCell(task=task, modality=name, count=pairs[task, name]) for name, _ in across))
            for task, count in of_task.most_common(tasks)
        ),
    )
