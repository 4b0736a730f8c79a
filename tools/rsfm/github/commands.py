"""Runs ``git`` and ``gh`` in one folder; the only place that knows how."""

from __future__ import annotations

import subprocess
from pathlib import Path


class CommandFailed(Exception):
    """A command ended with an error; carries the command and what it said."""

    def __init__(self, command: tuple[str, ...], said: str) -> None:
        super().__init__(f"{' '.join(command[:3])}: {said}")
        self.command = command
        self.said = said


class Commands:
    """Runs commands in ``folder`` with the tokens of the environment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, *command: str, text: str | None = None) -> str:
        """Run ``command`` with ``text`` as its input and return its output. Raises CommandFailed."""
        said = self.raw(*command, data=None if text is None else text.encode())
        try:
            return said.decode()
        except UnicodeDecodeError as error:
            raise CommandFailed(command, str(error)) from error

    def raw(self, *command: str, data: bytes | None = None) -> bytes:
        """Likewise for what may be no text: not a byte of the output is changed. Raises CommandFailed."""
        try:
            done = subprocess.run(command, cwd=self._folder, input=data, capture_output=True, timeout=300, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CommandFailed(command, str(error)) from error
        if done.returncode:
            said = done.stderr.decode(errors="backslashreplace").strip()
            raise CommandFailed(command, said or f"exit code {done.returncode}")
        return done.stdout
