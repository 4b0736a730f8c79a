"""The same papers for Hugo: one data file, one template with the same shell, sections, facts and cards."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

from rsfm.export.bibtex import bibtex
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.render.card import card
from rsfm.store import load

CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
[markup.goldmark.renderer]
unsafe = false
"""
ADAPTER = """\
{{ range $p := hugo.Data.papers }}
{{ $.AddPage (dict "path" $p.path "title" $p.name "params" (dict "paper" $p)) }}
{{ end }}
"""
BODY = """\
<div class="paper"><header class="paper__head"><h1>{{ .name }}</h1><p class="paper__title">{{ .title }}</p>
<p class="paper__authors">{{ .authors }}</p><p class="paper__venue"><strong>{{ .venue }}</strong></p>
<div class="toolbar">{{ range .links }}<a class="button" href="{{ .url }}" rel="noopener">{{ .what }}</a>{{ end }}</div></header>
<div class="paper__body"><p class="chips">{{ range .chips }}<a class="chip" href="../../../{{ .url }}" title="{{ .title }}">{{ .label }}</a>{{ end }}</p>
{{ range .sections }}<section aria-labelledby="{{ .id }}"><h2 id="{{ .id }}">{{ .id }}</h2>{{ range .paragraphs }}
<p>{{ . }}</p>{{ end }}</section>{{ end }}
<table class="facts"><tbody>{{ range .facts }}<tr><th scope="row">{{ .what }}</th><td>{{ .value }}</td></tr>{{ end }}</tbody></table>
<pre class="citation"><code>{{ .citation }}</code></pre>
<ul class="cards cards--small">{{ range .related }}<li><a class="card" href="../{{ .paper_id }}/"><strong>{{ .name }}</strong> <span>{{ .venue }}</span></a></li>{{ end }}</ul>
</div></div>
"""


def write_hugo(folder: Path, papers: Path, ours: Path) -> None:
    """Write a Hugo site of ``papers`` into ``folder``; its shell is that of a page that lies in ``ours``."""
    catalog = load(papers).catalog()
    first = catalog.papers[0].paper_id
    page = (ours / f"en/papers/{first}/index.html").read_text("utf-8")
    head, _, rest = page.partition('<meta property="og:title"')
    middle = rest[rest.index("</head>") : rest.index('<main class="content')]
    shell = head + middle + "{{ with .Params.paper }}" + BODY + "{{ end }}" + rest[rest.index("</main>") :]
    (folder / "layouts").mkdir(parents=True)
    (folder / "layouts/page.html").write_text(shell, "utf-8")
    (folder / "content").mkdir()
    (folder / "content/_content.gotmpl").write_text(ADAPTER, "utf-8")
    (folder / "data").mkdir()
    told = [_told(paper, catalog, locale) for locale in Locale for paper in catalog.papers]
    (folder / "data/papers.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    (folder / "hugo.toml").write_text(CONFIG, "utf-8")


def _told(paper: Paper, catalog: Catalog, locale: Locale) -> dict[str, object]:
    entry, facts, prose = paper.entry, paper.entry.model, paper.entry.prose
    taxonomy = catalog.taxonomy
    named = [("modality", facts.modalities), ("task", facts.tasks), ("method", facts.methods), ("kind", entry.kinds)]
    chips = [
        {
            "url": f"{locale}/search/?{vocabulary}={term}",
            "label": getattr(taxonomy, vocabulary)[term].label.best(locale),
            "title": getattr(taxonomy, vocabulary)[term].definition.best(locale),
        }
        for vocabulary, terms in named
        for term in terms
    ]
    texts = {}
    if prose:
        method = prose.method
        texts = {name: getattr(prose, name) for name in ("one_line", "summary", "highlights", "applications")}
        texts |= {name: getattr(method, name) for name in ("problem", "idea", "framework", "innovation", "design")}
    sections = [{"id": k, "paragraphs": v.text.best(locale).split("\n\n")} for k, v in texts.items() if v]
    if prose and prose.key_points:
        sections.append({"id": "key-points", "paragraphs": list(prose.key_points.get(locale))})
    if paper.snapshot and paper.snapshot.abstract:
        sections.append({"id": "abstract", "paragraphs": [paper.snapshot.abstract]})
    told = {"backbone": facts.backbone, "parameters": facts.parameters, "pretraining": facts.pretraining}
    related = [card(other, catalog, locale) for other in catalog.related(paper)]
    return {
        "path": f"/{locale}/papers/{paper.paper_id}",
        "name": entry.name,
        "title": entry.title,
        "authors": ", ".join(paper.authors),
        "venue": f"{entry.venue.name} {entry.venue.year}",
        "links": [{"what": what, "url": url} for what, urls in paper.addresses.items() for url in urls],
        "chips": chips,
        "sections": sections,
        "facts": [{"what": what, "value": unescape(text.best(locale))} for what, text in told.items() if text],
        "citation": bibtex(paper),
        "related": [{"paper_id": each.paper_id, "name": each.name, "venue": each.venue} for each in related],
    }
