"""How a paper's models and data can be had: loaders, downloads, licences."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.model import Access, Availability, Entry, Licence, WeightsRelease
from rsfm.model.register import Unit
from rsfm.render.facts.words import Words
from rsfm.render.numbers import said
from rsfm.render.references import Cited


@dataclass(frozen=True, kw_only=True)
class Loading:
    """How one package loads one variant."""

    package: str
    variant: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Download:
    """Where weights or data can be had, and on what terms."""

    variant: str
    entry: str
    state: str
    links: tuple[Cited, ...]
    size: str
    licence: Licence | None


def loading(entry: Entry, words: Words) -> list[Loading]:
    """How packages load the variants."""
    loaders = words.taxonomy.get("loader", {})
    found = []
    for name, variant in entry.models.items():
        for package, names in variant.load.items():
            term = loaders[package]
            for each in names:
                code = (term.snippet or "{name}").strip().replace("{name}", each)
                label = term.label.best(words.locale)
                found.append(Loading(package=label, variant=variant.label or name, code=code))
    return found


def downloads(entry: Entry, words: Words) -> list[Download]:
    """The weights of each variant that say something of their own."""
    return [
        _download(words, variant.label or name, variant.weights, hub=variant.hub)
        for name, variant in entry.models.items()
        if variant.hub or variant.weights != WeightsRelease()
    ]


def access(entry: Entry, words: Words) -> list[Download]:
    """Where the data sets can be had."""
    return [
        _download(words, each.name, each.access, entry=each.entry)
        for each in entry.data
        if each.entry or each.access != Access()
    ]


def _download(
    words: Words, name: str, release: WeightsRelease | Access, *, hub: str | None = None, entry: str | None = None
) -> Download:
    links = [*([f"https://huggingface.co/{hub}"] if hub else []), *release.links]
    return Download(
        variant=name,
        entry=entry or "",
        state="" if release.state is Availability.UNKNOWN else release.state,
        links=tuple(Cited(label=_host_and_name(url), href=url) for url in dict.fromkeys(links)),
        size=said(release.size, Unit.BYTES, words.locale) if release.size else "",
        licence=release.licence,
    )


def _host_and_name(url: str) -> str:
    """Return the host of an address and the last step of its path: ``huggingface.co: geochat-7B``."""
    host, _, path = url.removeprefix("https://").partition("/")
    last = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    return f"{host}: {last}" if last and last not in _NO_NAMES and len(last) <= _LONGEST_NAME else host


_NO_NAMES = ("view", "edit", "main")
"""Last steps that name no file: Google Drive puts ``view`` behind the number of one."""
_LONGEST_NAME = 40
