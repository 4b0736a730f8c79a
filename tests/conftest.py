"""What many tests need: the project's folders, its real catalog, and one built site per worker."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rsfm.merge import Catalog
from rsfm.store import load

PROJECT = Path(__file__).resolve().parent.parent


def build(papers: Path, site_dir: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site as a person does, and return what the command said."""
    command = [sys.executable, "-m", "rsfm", "--papers", str(papers), "build", "--site-dir", str(site_dir)]
    return subprocess.run(
        command, cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(PROJECT / "papers").catalog()


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real catalog."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(PROJECT / "papers", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
