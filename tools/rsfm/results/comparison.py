"""All values of a catalog compared once: by benchmark, by task, by paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rsfm.merge import Catalog
from rsfm.model import Benchmark, Handle, PaperId
from rsfm.results.comparing import Reason, not_in_a_table
from rsfm.results.disagreements import Disagreement, disagreements_of
from rsfm.results.measured import Measured, measured_in
from rsfm.results.tables import Row, Table, TableKey, tables_of


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A value that stands in no table, and why."""

    measured: Measured
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class BenchmarkResults:
    """Everything measured on one benchmark."""

    name: Handle
    benchmark: Benchmark
    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def values(self) -> int:
        """How many values there are, comparable or not."""
        return sum(len(table.rows) for table in self.tables) + len(self.left_out)

    @property
    def models(self) -> int:
        """How many models stand in tables."""
        return len({row.measured.model for table in self.tables for row in table.rows})


@dataclass(frozen=True, kw_only=True)
class PaperResults:
    """Values of one paper's models in one table, or under one protocol that has no table."""

    key: TableKey
    rows: tuple[Row, ...]
    """In a table each has its rank, where there is one."""
    left_out: tuple[LeftOut, ...]


class Comparison:
    """The values of one catalog, compared when they are first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def values(self) -> tuple[Measured, ...]:
        """Every value, each record once."""
        return measured_in(self._catalog)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order of the benchmarks."""
        return tables_of(self.values, self._catalog.benchmarks)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Values that cannot both be true, the farthest apart first."""
        return disagreements_of(self.values, self._catalog.benchmarks)

    @cached_property
    def benchmarks(self) -> dict[Handle, BenchmarkResults]:
        """What was measured on each benchmark, by its name."""
        out = [LeftOut(measured=value, reason=reason) for value in self.values if (reason := not_in_a_table(value))]
        return {
            name: BenchmarkResults(
                name=name,
                benchmark=benchmark,
                tables=tuple(table for table in self.tables if table.key.on == name),
                left_out=tuple(sorted((each for each in out if each.measured.on == name), key=_order)),
                disagreements=tuple(each for each in self.disagreements if each.on == name),
            )
            for name, benchmark in self._catalog.benchmarks.items()
        }

    @cached_property
    def by_task(self) -> dict[str, list[BenchmarkResults]]:
        """Benchmarks by task, in the order of the vocabulary; of a task those with most models first."""
        tasks = [*self._catalog.taxonomy.get("task", {})]
        tasks += sorted({each.benchmark.task for each in self.benchmarks.values()}.difference(tasks))
        found: dict[str, list[BenchmarkResults]] = {task: [] for task in tasks}
        for each in self.benchmarks.values():
            found[each.benchmark.task].append(each)
        return {task: sorted(some, key=lambda each: -each.models) for task, some in found.items() if some}

    def of_paper(self, paper_id: PaperId) -> tuple[PaperResults, ...]:
        """Return how the models of one paper stand, table by table, then what has no table."""
        return self._by_paper.get(paper_id, ())

    @cached_property
    def _by_paper(self) -> dict[PaperId, tuple[PaperResults, ...]]:
        rows: dict[PaperId, dict[TableKey, list[Row]]] = {}
        for table in self.tables:
            for row in table.rows:
                if paper_id := row.measured.paper_id:
                    rows.setdefault(paper_id, {}).setdefault(table.key, []).append(row)
        left: dict[PaperId, dict[TableKey, list[LeftOut]]] = {}
        for result in self.benchmarks.values():
            for out in result.left_out:
                value = out.measured
                if value.paper_id:
                    key = TableKey(value.on, value.split, value.metric, value.how)
                    left.setdefault(value.paper_id, {}).setdefault(key, []).append(out)
        return {
            paper_id: tuple(
                PaperResults(
                    key=key,
                    rows=tuple(rows.get(paper_id, {}).get(key, ())),
                    left_out=tuple(left.get(paper_id, {}).get(key, ())),
                )
                for key in dict.fromkeys([*rows.get(paper_id, {}), *left.get(paper_id, {})])
            )
            for paper_id in dict.fromkeys([*rows, *left])
        }


def _order(out: LeftOut) -> tuple[str, str, str, str]:
    value = out.measured
    return (out.reason, value.metric, value.model, value.source)
