"""The same papers for Hugo: one data file, one template with the same shell, sections, facts and cards."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rsfm.export.bibtex import bibtex
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.render.card import cards as cards_of
from rsfm.render.facts import PaperFacts
from rsfm.render.structured_data import json_ld
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
<main class="content md-typeset" id="content" tabindex="-1"><div class="paper"><header class="paper__head">
<p class="paper__crumbs">{{ range .kinds }}<a class="chip" href="../../../{{ .url }}" title="{{ .title }}">{{ .label }}</a> {{ end }}</p>
<h1>{{ .name }}</h1><p class="paper__title" lang="en">{{ .title }}</p>
<p class="paper__authors">{{ delimit .authors ", " }}</p><p class="paper__venue"><strong>{{ .venue }}</strong></p>
<div class="toolbar" role="group">{{ range .links }}<a class="button" href="{{ .url }}" rel="noopener">{{ .what }}</a>{{ end }}
<rsfm-star data-paper-id="{{ .paper_id }}" data-name="{{ .name }}"></rsfm-star></div></header>
<aside class="glance"><nav class="glance__contents"><ul>{{ range .sections }}<li><a href="#{{ .id }}">{{ .id }}</a></li>{{ end }}</ul></nav>
<dl>{{ range .glance }}<div><dt>{{ .what }}</dt><dd>{{ .value }}</dd></div>{{ end }}</dl>
<p class="glance__verified"><a href="https://github.com/x/y/edit/main/papers/{{ .paper_id }}.yml" rel="noopener">Edit this entry</a> ·
<a href="https://github.com/x/y/issues/new?template=correct_paper.yml&amp;title={{ .name }}&amp;paper={{ .paper_id }}" rel="noopener">Report a mistake</a></p></aside>
<div class="paper__body"><p class="chips">{{ range .chips }}{{ range .terms }}<a class="chip" href="../../../{{ .url }}" title="{{ .title }}">{{ .label }}</a> {{ end }}{{ end }}</p>
<p class="keywords">{{ range .keywords }}<a href="../../../{{ $.Params.paper.locale }}/search/?q={{ . }}">{{ . }}</a> {{ end }}</p>
{{ range .sections }}<section aria-labelledby="{{ .id }}"><h2 id="{{ .id }}">{{ .id }}</h2>{{ range .paragraphs }}
<p>{{ . }}</p>{{ end }}{{ with .origin }}<p class="origin-note">{{ . }}</p>{{ end }}</section>{{ end }}
<table class="facts"><tbody>{{ range .facts }}<tr><th scope="row">{{ .what }}</th><td>{{ .value }}</td></tr>{{ end }}
{{ range .chips }}<tr><th scope="row">{{ .what }}</th><td>{{ range .terms }}<a class="chip" href="../../../{{ .url }}" title="{{ .title }}">{{ .label }}</a> {{ end }}</td></tr>{{ end }}</tbody></table>
<rsfm-copy><pre class="citation" tabindex="0" aria-label="BibTeX"><code>{{ .citation }}</code></pre><button type="button" class="button" hidden data-copied="Copied" data-failed="Select the text and copy it">Copy</button><span role="status"></span></rsfm-copy>
<section class="related"><h2 id="related">Related papers</h2><ul class="cards cards--small">{{ range .related }}<li><a class="card" href="../../../{{ .url }}"><strong>{{ .name }}</strong> <span>{{ .venue }} · {{ .family }}</span></a></li>{{ end }}</ul></section>
<nav class="neighbours">{{ range .neighbours }}<a href="../../../{{ .url }}"><span>←</span><strong>{{ .name }}</strong></a>{{ end }}</nav>
</div></div></main>
"""
HEAD = """\
<meta property="og:title" content="{{ .title }}"><meta property="og:description" content="{{ .point }}">
{{ range .authors }}<meta name="citation_author" content="{{ . }}">
{{ end }}<meta name="citation_title" content="{{ .title }}"><meta name="citation_publication_date" content="{{ .year }}">
{{ range .links }}<meta name="citation_{{ .what }}" content="{{ .url }}">
{{ end }}{{ range .ld }}<script type="application/ld+json">{{ . | jsonify | safeJS }}</script>{{ end }}
"""


def write_hugo(folder: Path, papers: Path, ours: Path) -> None:
    """Write a Hugo site of ``papers`` into ``folder``; its shell is that of a page that lies in ``ours``."""
    catalog = load(papers).catalog()
    first = catalog.papers[0].paper_id
    page = (ours / f"en/papers/{first}/index.html").read_text("utf-8")
    head, _, rest = page.partition('<meta property="og:title"')
    middle = rest[rest.index("</head>") : rest.index('<main class="content')]
    end = rest[rest.index("</main>") + len("</main>") :]
    shell = f"{{{{ with .Params.paper }}}}{head}{HEAD}{middle}{BODY}{end}{{{{ end }}}}"
    (folder / "layouts").mkdir(parents=True)
    (folder / "layouts/page.html").write_text(shell, "utf-8")
    (folder / "content").mkdir()
    (folder / "content/_content.gotmpl").write_text(ADAPTER, "utf-8")
    (folder / "data").mkdir()
    told = [_told(paper, number, catalog, locale) for locale in Locale for number, paper in enumerate(catalog.papers)]
    (folder / "data/papers.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    (folder / "hugo.toml").write_text(CONFIG, "utf-8")


def _told(paper: Paper, number: int, catalog: Catalog, locale: Locale) -> dict[str, object]:
    entry, facts, snapshot = paper.entry, paper.entry.model, paper.snapshot
    cards = [cards_of(other, catalog)[locale] for other in catalog.related(paper)]
    own = cards_of(paper, catalog)[locale]
    named = {"modality": facts.modalities, "task": facts.tasks, "method": facts.methods}
    told = PaperFacts(paper, catalog, locale).rows
    beside = catalog.papers[max(0, number - 1) : number] + catalog.papers[number + 1 : number + 2]
    return {
        "path": f"/{locale}/papers/{paper.paper_id}",
        "locale": locale,
        "paper_id": paper.paper_id,
        "name": entry.name,
        "title": entry.title,
        "point": own.point,
        "authors": list(paper.authors),
        "venue": own.venue,
        "year": paper.year,
        "links": [{"what": what, "url": url} for what, urls in paper.addresses.items() for url in urls],
        "kinds": _terms(catalog, "kind", entry.kinds, locale) + _terms(catalog, "family", (entry.family,), locale),
        "chips": [{"what": what, "terms": _terms(catalog, what, terms, locale)} for what, terms in named.items()],
        "keywords": list(entry.keywords.get(locale)),
        "glance": [
            {"what": "code", "value": entry.code.state},
            {"what": "weights", "value": entry.weights.state},
            {"what": "published", "value": str(paper.published)},
            {"what": "updated", "value": str(snapshot and snapshot.updated)},
            {"what": "categories", "value": ", ".join(snapshot.categories if snapshot else ())},
            {"what": "verified", "value": str(entry.verified)},
        ],
        "sections": sections_of(paper, locale),
        "facts": [{"what": row.label, "value": ", ".join(value.text for value in row.values)} for row in told],
        "citation": bibtex(paper),
        "related": [{"url": f"{locale}/{c.tail}", "name": c.name, "venue": c.venue, "family": c.family} for c in cards],
        "neighbours": [{"url": f"{locale}/papers/{p.paper_id}/", "name": p.entry.name} for p in beside],
        "ld": [json.loads(each) for each in json_ld(paper, catalog, locale, "", "Atlas")],
    }


def _terms(catalog: Catalog, vocabulary: str, terms: tuple[str, ...], locale: Locale) -> list[dict[str, str]]:
    words = catalog.taxonomy[vocabulary]
    return [
        {
            "url": f"{locale}/search/?{vocabulary}={term}",
            "label": words[term].label.best(locale),
            "title": words[term].definition.best(locale),
        }
        for term in terms
    ]


def sections_of(paper: Paper, locale: Locale) -> list[dict[str, Any]]:
    """Return the texts of `paper`, each with the name of its section."""
    found: list[dict[str, Any]] = []
    if prose := paper.entry.prose:
        texts = {name: getattr(prose, name) for name in ("one_line", "summary", "highlights", "applications")}
        steps = ("problem", "idea", "framework", "innovation", "design")
        texts |= {name: getattr(prose.method, name) for name in steps}
        found += [
            {"id": id_, "paragraphs": text.text.best(locale).split("\n\n")} for id_, text in texts.items() if text
        ]
        if prose.key_points:
            found.append({"id": "key-points", "paragraphs": list(prose.key_points.get(locale))})
    if paper.entry.note:
        found.append({"id": "note", "paragraphs": [paper.entry.note.best(locale)]})
    if paper.snapshot and paper.snapshot.abstract:
        found.append({"id": "abstract", "paragraphs": [paper.snapshot.abstract]})
    return found
