"""The issues that keep a report for curators: one for each topic, renewed every night, never a second one."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.github.commands import Commands


@dataclass(frozen=True, kw_only=True)
class ReportTopic:
    """What an issue is about."""

    title: str
    label: str
    """By which the open issue is found again, whatever people make of its title."""
    description: str


TOPICS = {
    "candidates": ReportTopic(
        title="Candidates for the atlas", label="candidates", description="Papers that rsfm discover found"
    ),
    "links": ReportTopic(
        title="Links to mend", label="links", description="Addresses that rsfm links found dead or moved"
    ),
}
"""By the word that names them on the command line."""


def announce(run: Commands, topic: ReportTopic, report: str) -> str:
    """Put ``report`` into the open issue of ``topic`` and return a sentence that says what was done.

    A report without a section opens no issue, but renews an open one. Raises CommandFailed.
    """
    listed = ("--label", topic.label, "--state", "open", "--json", "number", "--jq", ".[0].number // empty")
    number = run("gh", "issue", "list", *listed).strip()
    if number:
        run("gh", "issue", "edit", number, "--body-file", "-", text=report)
        return f"Renewed issue {number}."
    if "\n## " not in report:
        return "Nothing to report: no issue."
    run("gh", "label", "create", topic.label, "--force", "--description", topic.description)
    run("gh", "issue", "create", "--title", topic.title, "--label", topic.label, "--body-file", "-", text=report)
    return "Opened an issue."
