"""The one issue that keeps the report of discovery."""

from __future__ import annotations

from rsfm.forge.commands import Commands

TITLE = "Candidates for the atlas"
LABEL = "discovery"


def announce(run: Commands, report: str) -> str:
    """Put ``report`` into the open issue of discovery and return a sentence that says what was done.

    A report without a candidate opens no issue, but renews an open one. Raises CommandFailed.
    """
    listed = ("--label", LABEL, "--state", "open", "--json", "number", "--jq", ".[0].number // empty")
    number = run("gh", "issue", "list", *listed).strip()
    if number:
        run("gh", "issue", "edit", number, "--body-file", "-", text=report)
        return f"Renewed issue {number}."
    if "\n## " not in report:
        return "No candidates: no issue."
    run("gh", "label", "create", LABEL, "--force", "--description", "Papers that rsfm discover found")
    run("gh", "issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-", text=report)
    return "Opened an issue."
