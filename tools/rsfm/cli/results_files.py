"""The published files of a harness, from a clone or from GitHub, always at one commit."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Protocol

from rsfm.fetch.faults import Refusal
from rsfm.fetch.repository_files import file_names, file_text
from rsfm.fetch.transport import Transport
from rsfm.github.commands import Commands


class Files(Protocol):
    """Files of one repository at one commit."""

    commit: str

    def matching(self, pattern: str) -> list[str]:
        """Return the paths that ``pattern`` means, in order."""
        ...

    def text(self, path: str) -> str | Refusal:
        """Return the text of one file."""
        ...


class OfRepository:
    """A clone on this machine; its work tree may be as it likes, what is committed counts."""

    def __init__(self, folder: Path, commit: str | None) -> None:
        self._git = Commands(folder)
        self.commit = self._git("git", "rev-parse", "--verify", f"{commit or 'HEAD'}^{{commit}}").strip()

    def matching(self, pattern: str) -> list[str]:
        """Return the paths that ``pattern`` means, in order."""
        listed = self._git("git", "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", self.commit)
        return sorted(path for path in listed.splitlines() if fnmatchcase(path, pattern))

    def text(self, path: str) -> str | Refusal:
        """Return the text of one file."""
        return self._git("git", "cat-file", "blob", f"{self.commit}:{path}")


class OfGitHub:
    """A repository on GitHub."""

    def __init__(self, transport: Transport, api_url: str, raw_url: str, repository: str, commit: str) -> None:
        self._transport, self._api_url, self._raw_url = transport, api_url, raw_url
        self._repository = repository
        self.commit = commit

    def matching(self, pattern: str) -> list[str]:
        """Return the paths that ``pattern`` means, in order. Raises ConnectionError where GitHub does not tell."""
        listed = file_names(self._transport, self._api_url, self._repository, self.commit)
        if isinstance(listed, Refusal):
            raise ConnectionError(f"{self._repository}: {listed.detail.en}")
        return sorted(path for path in listed if fnmatchcase(path, pattern))

    def text(self, path: str) -> str | Refusal:
        """Return the text of one file."""
        return file_text(self._transport, self._raw_url, self._repository, self.commit, path)
