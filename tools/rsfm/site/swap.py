"""Putting a new site in the place of the old one, so that at any moment one of them is whole.

Beside ``site`` lie, for as long as they are needed: ``site.building``, unfinished; ``site.new``, whole and verified;
``site.old``, whole until the new one is in its place; ``site.trash``, on its way out. Every step is one rename.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def building(site: Path) -> Path:
    """Return the folder in which the next site is made."""
    return site.with_name(f"{site.name}.building")


@contextmanager
def only_builder(site: Path) -> Iterator[None]:
    """Hold the folder around ``site`` for one builder, once an earlier one is done, and repair what a killed one left.

    The lock is on the folder itself, so that it leaves no file, and ends with the process. Raises OSError.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(site.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        repair(site)
        yield
    finally:
        os.close(folder)


def repair(site: Path) -> None:
    """Put a whole site in its place where a killed swap left none, and clear the rest. Raises OSError."""
    new, old = _beside(site, "new"), _beside(site, "old")
    if not site.exists():
        for whole in (new, old):
            if whole.exists():
                whole.rename(site)
                break
    _throw_away(site, new)
    _throw_away(site, old)
    _throw_away(site, building(site))


def swap_in(site: Path) -> None:
    """Put what was built in the place of ``site``. Raises OSError; a whole site then lies there or beside it."""
    new, old = _beside(site, "new"), _beside(site, "old")
    building(site).rename(new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    _throw_away(site, old)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f"{site.name}.{what}")


def _throw_away(site: Path, folder: Path) -> None:
    """Remove ``folder``: renamed first, so that what is called whole always is."""
    trash = _beside(site, "trash")
    shutil.rmtree(trash, ignore_errors=True)
    if folder.exists():
        folder.rename(trash)
        shutil.rmtree(trash, ignore_errors=True)
