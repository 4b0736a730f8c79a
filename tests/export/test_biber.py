"""biber, which makes bibliographies of LaTeX, reads every kind of reference back to the same fields, without a warning."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from conftest import PROJECT
from export.thirty import thirty
from rsfm.export.bibtex import bibtex
from rsfm.export.citations.reference import reference
from rsfm.merge import Catalog, Paper

BLTX = "{http://biblatex-biber.sourceforge.net/biblatexml}"
ESCAPED = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
ODD = re.compile(r"\\|[^\x00-\x7f]")
MOST = 80


def biber() -> str:
    found = PROJECT / ".cache/biber"
    path = os.environ.get("RSFM_BIBER") or (found.read_text().strip() if found.is_file() else shutil.which("biber"))
    assert path, "no biber: run “make test”, or set RSFM_BIBER"
    return path


def shown(text: str) -> str:
    """Return what LaTeX prints: without the braces that keep capitals, with what is escaped as it was typed."""
    text = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    for written, char in ESCAPED.items():
        text = text.replace(written, f"\0{ord(char)}\0")
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), re.sub(r"\\([&%$#_{}])", r"\1", text))


def read(papers: list[Paper], place: Path) -> list[tuple[str, ET.Element]]:
    """Return what biber read as key and entry, in order; it must not warn of anything."""
    (place / "papers.bib").write_text("\n".join(map(bibtex, papers)), encoding="utf-8")
    command = [
        biber(),
        "--tool",
        "--validate-datamodel",
        "--quiet",
        "--output-format=biblatexml",
        "--output-file=read.xml",
    ]
    done = subprocess.run([*command, "papers.bib"], cwd=place, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not [
        line for line in (place / "papers.bib.blg").read_text().splitlines() if "WARN" in line or "ERROR" in line
    ]
    return [(each.attrib["id"], each) for each in ET.parse(place / "read.xml").getroot().iter(f"{BLTX}entry")]  # noqa: S314


def same(papers: list[Paper], place: Path) -> None:
    found = read(papers, place)
    entries = dict(found)
    assert len(entries) == len(found) == len(papers), "no key is there twice"
    for paper in papers:
        key = re.match(r"@\w+\{([^,]+),", bibtex(paper))
        assert key
        entry, cited = entries[key[1]], reference(paper)
        said = {child.tag.removeprefix(BLTX): child.text or "" for child in entry}
        assert shown(said["title"]) == paper.entry.title
        assert said["date"] == str(cited.year)
        assert said.get("doi", "") == (paper.doi or "")
        assert said.get("volume", "") == cited.volume
        assert len(list(entry.iter(f"{BLTX}name"))) == len(cited.authors)


def test_references_of_every_kind_are_read_back(tmp_path: Path):
    same(list(thirty().papers), tmp_path)


def test_real_references_with_odd_letters_are_read_back(catalog: Catalog, tmp_path: Path):
    odd = [paper for paper in catalog.papers if ODD.search(bibtex(paper))]
    assert odd
    same(odd[:MOST], tmp_path)
