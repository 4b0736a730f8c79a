"""The register of exports, the catalog for machines: one module per format, with a decorated function.

Whatever is registered here is published, linked where ``<!-- rsfm:exports -->`` stands, verified and tested like all
others. A new export is a module in this folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from rsfm.locales import Localized
from rsfm.merge import Catalog

Files = Callable[[Catalog], Iterator[tuple[str, str]]]
AddressedFiles = Callable[[Catalog, str], Iterator[tuple[str, str]]]
"""Files that name the pages of the site: told its public address, with a final slash, or nothing where that is not known."""


@dataclass(frozen=True, kw_only=True)
class Export:
    """One export: what a reader is told of it, and the function that makes its files."""

    path: str
    """The file that readers are led to, below the root of the site."""
    label: Localized
    about: Localized
    """What it holds, as a sentence without its first capital and full stop."""
    files: AddressedFiles
    """Yields path and text of every file of a catalog on a site."""


EXPORTS: dict[str, Export] = {}
"""Every export, by the path of its first file."""


def export(path: str, *, label: Localized, about: Localized) -> Callable[[Files], Files]:
    """Register the function below, which yields path and text of each of its files, ``path`` among them."""

    def register(files: Files) -> Files:
        EXPORTS[path] = Export(path=path, label=label, about=about, files=lambda catalog, _: files(catalog))
        return files

    return register


def addressed_export(path: str, *, label: Localized, about: Localized) -> Callable[[AddressedFiles], AddressedFiles]:
    """Register the function below as ``export`` does; it is told the address of the site, too."""

    def register(files: AddressedFiles) -> AddressedFiles:
        EXPORTS[path] = Export(path=path, label=label, about=about, files=files)
        return files

    return register


Binaries = Callable[[Catalog], Iterator[tuple[str, bytes]]]
RELEASED: dict[str, Binaries] = {}
"""What only a release has beside the exports, by the path of its first file: a site is built without it."""


def released(path: str) -> Callable[[Binaries], Binaries]:
    """Register the function below, which yields path and bytes of each of its files, ``path`` among them."""

    def register(files: Binaries) -> Binaries:
        RELEASED[path] = files
        return files

    return register


for _module in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
