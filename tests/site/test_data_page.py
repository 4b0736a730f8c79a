"""The examples of the Data page do what they say, as they are printed, on a site that is served below a path."""

import functools
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PROJECT, build
from export.made import HOSTILE, example, folder, plain
from rsfm.locales import Locale

BASE = "https://rsfm-atlas.github.io/rsfm-atlas/"
SAR = example().replace("modalities: [optical, ", "modalities: [sar, optical, ")
"""The paper that the examples look for."""
PLAIN = {
    "hostile": plain("hostile", name="=1+1", title=HOSTILE, more="doi: 10.1000/hostile"),
    "remoteclip": plain("remoteclip", more="doi: 10.1000/remoteclip"),
    "rs5m": plain("rs5m", more="doi: 10.1000/rs5m"),
}
ASK = "import duckdb, pathlib; print(duckdb.sql(pathlib.Path('example.sql').read_text('utf-8')).fetchall())"

every_locale = pytest.mark.parametrize("locale", list(Locale))


def blocks(locale: str, language: str) -> list[str]:
    text = (PROJECT / f"site_src/docs/{locale}/data.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of an invented catalog, built as a person builds it."""
    place = tmp_path_factory.mktemp("data")
    done = build(folder(place, {"terralens": SAR, **PLAIN}), place / "published/rsfm-atlas")
    assert done.returncode == 0, done.stdout + done.stderr
    return place / "published/rsfm-atlas"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/rsfm-atlas/"
        server.shutdown()


def run(place: Path, *command: str) -> str:
    """Return what a command says that is run in the folder ``place``."""
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fetch(place: Path, address: str, locale: str) -> None:
    """Run the page's examples for curl in the folder ``place``."""
    (code,) = blocks(locale, "bash")
    run(place, "bash", "-euc", code.replace(BASE, address))


@every_locale
def test_the_curl_examples_fetch_what_is_there(site: Path, address: str, locale: str, tmp_path: Path):
    fetch(tmp_path, address, locale)
    for name, place in (("papers.json", "api/v1"), ("papers.csv", "api/v1"), ("papers.bib", locale)):
        assert (tmp_path / name).read_bytes() == (site / place / name).read_bytes()


@every_locale
def test_the_python_examples_run(address: str, locale: str, tmp_path: Path):
    open_sar, variants, largest = (
        run(tmp_path, sys.executable, "-c", code.replace(BASE, address)) for code in blocks(locale, "python")
    )
    assert open_sar == "TerraLens 2025 7000000000\n"
    assert "terralens base vit-b-16 repo#README.md:L40\n" in variants
    assert largest.startswith("4 ") and "7000000000" in largest


@every_locale
def test_the_pandas_example_runs(address: str, locale: str, tmp_path: Path):
    (code,) = blocks(locale, "py")
    said = run(tmp_path, sys.executable, "-c", code.replace(BASE, address))
    assert re.search(r"(?m)^2025 +7\.0+e\+09$", said), said
    assert re.search(r"(?m)^terralens +base .*71\.29", said), said


@every_locale
def test_the_duckdb_example_runs_on_the_file(address: str, locale: str, tmp_path: Path):
    fetch(tmp_path, address, locale)
    (code,) = blocks(locale, "sql")
    (tmp_path / "example.sql").write_text(code, encoding="utf-8")
    assert run(tmp_path, sys.executable, "-c", ASK) == "[('TerraLens', 2025, 7000000000)]\n"


def test_both_languages_have_the_same_examples():
    def plainly(locale: str) -> list[str]:
        code = "".join("".join(blocks(locale, language)) for language in ("bash", "py", "sql"))
        return re.sub(r"/(zh|en)/", "/x/", code).splitlines()

    assert plainly("zh") == plainly("en")
