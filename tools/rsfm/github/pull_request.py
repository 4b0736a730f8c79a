"""Which pull request a run is about. Needs nothing but Python, as does whatever holds a token that may comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class PullRequest:
    """Which pull request, and at which commit, as the event says that started the run."""

    repository: str
    number: int
    head: str
    """Hash of its last commit."""
    base: str
    """The branch that it is to be merged into."""

    @classmethod
    def of_event(cls, event: Any) -> PullRequest:
        """Return the pull request of an event. Raises KeyError and TypeError where it is about something else."""
        pull = event["pull_request"]
        return cls(
            repository=str(event["repository"]["full_name"]),
            number=int(pull["number"]),
            head=str(pull["head"]["sha"]),
            base=str(pull["base"]["ref"]),
        )
