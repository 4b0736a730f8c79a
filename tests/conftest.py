"""What many tests need: the project's folders, its real catalog, and its site, which is built once for all workers."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from rsfm.merge import Catalog
from rsfm.store import Library, load

PROJECT = Path(__file__).resolve().parent.parent


def build(papers: Path, site_dir: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site as a person does, and return what the command said."""
    command = [sys.executable, "-m", "rsfm", "--papers", str(papers), "build", "--site-dir", str(site_dir)]
    return subprocess.run(
        command, cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run last what needs the site, and that in a browser at the very end: meanwhile the site is built."""
    items.sort(key=lambda item: (needs_site(item), item.path.is_relative_to(PROJECT / "tests/browser")))


def needs_site(item: pytest.Item) -> bool:
    return "site_dir" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def real_library() -> Library:
    return load(PROJECT / "papers")


@pytest.fixture(scope="session")
def catalog(real_library: Library) -> Catalog:
    return real_library.catalog()


@pytest.fixture(scope="session", autouse=True)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all workers; from the first test on the site is built in it, where one needs it."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def begin() -> None:
        with suppress(AssertionError):  # whoever needs the site tries again, and says why there is none
            built(folder)

    if any(needs_site(item) for item in request.session.items):
        Thread(target=begin, daemon=True).start()
    return folder


def built(folder: Path) -> Path:
    """Return the site in ``folder``; the first to ask builds it, others wait."""
    site = folder / "built/site"
    with (folder / "building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            done = build(PROJECT / "papers", site)
            assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def site_dir(shared: Path) -> Path:
    """The site of the real catalog."""
    return built(shared)
