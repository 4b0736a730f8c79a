"""The examples of the Data page do what they say, on the files that they name."""

import contextlib
import csv
import functools
import http.server
import io
import re
import subprocess
import threading
from pathlib import Path

import pytest

from conftest import PROJECT
from export.made import catalog
from rsfm.export import EXPORTS
from rsfm.locales import Locale

BASE = "https://rsfm-atlas.github.io/rsfm-atlas/"


def blocks(locale: str, language: str) -> list[str]:
    text = (PROJECT / f"site_src/docs/{locale}/data.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory):
    """The exports of an invented catalog, served on this machine."""
    place = tmp_path_factory.mktemp("data")
    made = catalog(place)
    for each in EXPORTS.values():
        for path, text in each.files(made, BASE):
            file = place / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
    handler = functools.partial(Quiet, directory=str(place / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", place / "site"
        server.shutdown()


@pytest.mark.parametrize("locale", list(Locale))
def test_the_python_examples_run(served, locale):
    address, _ = served
    found = blocks(locale, "python")
    assert len(found) == 3
    said = io.StringIO()
    for code in found:
        with contextlib.redirect_stdout(said):
            exec(compile(code.replace(BASE, address), "data.md", "exec"), {})  # noqa: S102 -- the page's own example
    assert "terralens base vit-b-16 repo#README.md:L40" in said.getvalue()
    assert "7000000000" in said.getvalue()


@pytest.mark.parametrize("locale", list(Locale))
def test_the_curl_examples_fetch_what_is_there(served, locale, tmp_path: Path):
    address, site = served
    (code,) = blocks(locale, "bash")
    subprocess.run(["bash", "-euc", code.replace(BASE, address)], cwd=tmp_path, check=True, timeout=30)  # noqa: S607
    assert (tmp_path / "papers.json").read_bytes() == (site / "api/v1/papers.json").read_bytes()
    assert (tmp_path / "papers.bib").read_bytes() == (site / locale / "papers.bib").read_bytes()


@pytest.mark.parametrize("locale", list(Locale))
def test_every_column_and_file_that_the_page_names_is_there(served, locale):
    _, site = served
    header = {}
    for name in ("papers", "results"):
        with (site / f"api/v1/{name}.csv").open(encoding="utf-8", newline="") as file:
            header[name] = next(csv.reader(file))
    (pandas,), (sql,) = blocks(locale, "py"), blocks(locale, "sql")
    assert {"year", "parameters_max", "arxiv_id", "weights", "modalities", "name"} <= set(header["papers"])
    assert {"paper_id", "benchmark", "metric", "protocol", "value"} <= set(header["results"])
    for url in re.findall(rf"{re.escape(BASE)}([^\"']+)", pandas + sql):
        assert (site / url).is_file()


def test_both_languages_have_the_same_examples():
    def plain(locale: str) -> list[str]:
        code = "".join("".join(blocks(locale, language)) for language in ("bash", "py", "sql"))
        return re.sub(r"/(zh|en)/", "/x/", code).splitlines()

    assert plain("zh") == plain("en")
