"""Proving: every file once, politely; what was missed is remembered, and listed after two misses."""

from __future__ import annotations

import argparse

from rsfm import ids
from rsfm.fetch.faults import Refusal
from rsfm.fetch.repository_files import file_text
from rsfm.fetch.transport import Transport
from rsfm.merge import Catalog
from rsfm.model import Harness, Rerun
from rsfm.results.harnesses import HARNESSES, Adapter
from rsfm.results.measured import claim_of_rerun
from rsfm.results.proof import FileAt, by_file, claims_of, needing_work, remembered, rerun_stands, stands
from rsfm.store.proofs import write_proofs


def prove(options: argparse.Namespace, transport: Transport, catalog: Catalog) -> int:
    """Look for every value again; return 1 where one was missed so often that a person must look."""
    misses = catalog.misses
    proved: dict[str, bool] = {}
    unread = 0

    def text_of(file: FileAt) -> str | None:
        nonlocal unread
        text = file_text(transport, options.raw_url, *file)
        if isinstance(text, Refusal):
            unread += 1
            print(f"not read: {file.repository}@{file.commit}:{file.path}: {text.detail.en}")
            return None
        return text

    claims = [claim for claim in claims_of(catalog) if not options.only or claim.key.startswith(f"{options.only}:")]
    for file, some in by_file(claims).items():
        if (text := text_of(file)) is not None:
            proved |= {claim.key: stands(claim, text) for claim in some}
    for harness in catalog.harnesses.values() if not options.only else ():
        for file, rows in _files_of(harness).items():
            if (text := text_of(file)) is not None:
                proved |= _of_harness(HARNESSES[harness.name], file, rows, text)
    after = remembered(misses, proved)
    write_proofs(options.papers, after)
    for key in sorted(key for key, stood in proved.items() if not stood):
        print(f"not at its line: {key}")
    listed = needing_work(after)
    print(f"{sum(proved.values())} of {len(proved)} values stand; {unread} files not read; {len(listed)} need work")
    return 1 if listed else 0


def _files_of(harness: Harness) -> dict[FileAt, list[Rerun]]:
    found: dict[FileAt, list[Rerun]] = {}
    for row in harness.counting:
        file = FileAt(ids.repository_of(harness.address) or "", row.commit, row.place.rpartition(":")[0])
        found.setdefault(file, []).append(row)
    return found


def _of_harness(adapter: Adapter, file: FileAt, rows: list[Rerun], text: str) -> dict[str, bool]:
    taken = adapter.read(file.path, text, file.commit)
    return {claim_of_rerun(adapter.name, row): rerun_stands(row, taken, text) for row in rows}
