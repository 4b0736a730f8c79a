"""The pictures for previews of links: drawn where their content changed, taken from the last build where it did not."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from rsfm.render import Renderer
from rsfm.render.previews import told as pictures
from rsfm.site.folder import SiteFolder


def write_previews(target: SiteFolder, renderer: Renderer, kept: Path) -> int:
    """Write the picture of every paper, and return how many had to be drawn.

    ``kept`` is the folder of earlier pictures, each named after what it depends on; those that nobody needs any more
    are removed. Raises ValueError where what draws them is not installed.
    """
    try:
        from rsfm.render.previews import drawer as drawing  # noqa: PLC0415 -- only a published build has pictures
        from rsfm.render.previews import ink  # noqa: PLC0415
    except ImportError as error:
        raise ValueError(f"{error.name} draws the pictures and is not installed: pip install '.[previews]'") from error
    kept.mkdir(parents=True, exist_ok=True)
    common = _hash_of_sources(Path(drawing.__file__).parent) + ink.tools_used()
    drawer = drawing.Drawer()
    drawn, needed = 0, set()
    for paper in renderer.catalog.papers:
        told = pictures.told(paper, renderer.catalog, renderer.messages.say)
        file = kept / f"{hashlib.sha256(f'{common} {told}'.encode()).hexdigest()}.png"
        if file.name not in needed and not file.is_file():
            _write(file, drawer.png(told))
            drawn += 1
        needed.add(file.name)
        target.write_bytes(pictures.place_of(paper.paper_id), file.read_bytes())
    for file in kept.glob("*.png"):
        if file.name not in needed:
            file.unlink(missing_ok=True)
    return drawn


def _hash_of_sources(folder: Path) -> str:
    """Return what changes whenever the code changes that draws."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.py")))).hexdigest()


def _write(file: Path, data: bytes) -> None:
    """Write a picture so that a build which is stopped leaves no half of one."""
    half = file.with_suffix(f".{os.getpid()}")
    half.write_bytes(data)
    half.replace(file)
