"""What a page's head says is beside it really is there: feeds, Markdown twins, references and records."""

import re
from pathlib import Path


def test_every_alternate_that_a_page_names_is_a_file(site_dir: Path):
    named = re.compile(r'<link rel="alternate" type="[^"]+"(?: title="[^"]*")? href="([^"]+)">')
    seen = 0
    for page in site_dir.rglob("index.html"):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        for href in named.findall(head):
            assert (page.parent / href).is_file(), (page, href)
            seen += 1
    assert seen > 100
