"""A few pages of a built site with what they need to be looked at: pictures, styles and scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from rsfm.locales import Locale


def take_pages(site_dir: Path, paper_ids: Iterable[str], target: Path) -> int:
    """Copy the pages of ``paper_ids`` from ``site_dir`` to ``target`` and return how many there were. Raises OSError."""
    shutil.copytree(site_dir / "assets", target / "assets", dirs_exist_ok=True)
    copied = 0
    for paper_id in paper_ids:
        for locale in Locale:
            tail = f"{locale}/papers/{paper_id}"
            if (site_dir / tail).is_dir():
                shutil.copytree(site_dir / tail, target / tail, dirs_exist_ok=True)
                copied += 1
    return copied
