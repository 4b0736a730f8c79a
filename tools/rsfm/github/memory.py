"""What the last nightly run learnt and nobody has merged yet: days of confirmation, and the state of links and proofs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rsfm.github.commands import Commands
from rsfm.store.adopt import adopt_confirmations, adopt_links, adopt_proofs

WORKFLOW = "nightly.yml"
ARTIFACT = "refreshed"


def recall(run: Commands, papers: Path, branch: str) -> str:
    """Take over what the last run of ``branch`` learnt, apart from changed facts: those are for curators to merge.

    Returns a sentence that says what was done. Raises CommandFailed, and as ``rsfm.store.adopt``.
    """
    listed = ("--workflow", WORKFLOW, "--branch", branch, "--status", "completed", "--limit", "1")
    number = run("gh", "run", "list", *listed, "--json", "databaseId", "--jq", ".[0].databaseId // empty").strip()
    if not number:
        return "There was no run before this one."
    with tempfile.TemporaryDirectory() as folder:
        run("gh", "run", "download", number, "--name", ARTIFACT, "--dir", folder)
        days = adopt_confirmations(papers, Path(folder))
        links = adopt_links(papers, Path(folder))
        proofs = adopt_proofs(papers, Path(folder))
    return f"Took over from run {number}: {days} days of confirmation, {links} files of links, {proofs} of proofs."
