"""For each rule of reading: entries that break it, and entries that come near and do not."""

from checks.invented import FIELDS, entry

READING = {
    # code: (what breaks it, what does not)
    "RA001": ([entry(extra="#" * 66_000)], [entry(extra="#" * 50_000)]),
    "RA002": ([entry().encode("gb18030"), b"\xff\xfe" + entry().encode("utf-16-le")], [entry()]),
    "RA003": ([entry(venue="venue:\n\tname: CVPR")], [entry(name="name:\tTerraLens")]),
    "RA004": (
        [entry(name="name: Terra\x07Lens"), entry(name="name: Terra\u2028Lens"), entry().replace("\n", "\r")],
        [entry().replace("\n", "\r\n")],
    ),
    "RA005": ([b"\xef\xbb\xbf" + entry().encode(), b"\xef\xbb\xbf" * 2 + entry().encode()], [entry()]),
    "RA010": (
        [
            entry(title="title: TerraLens: A Model"),
            entry(name='name: "TerraLens'),
            entry(kinds="kinds: [model"),
            "%FOO bar\n---\n" + entry(),
        ],
        [entry(title='title: "TerraLens: An Invented Model of the Ground"')],
    ),
    "RA012": ([entry(name="name: *name")], [entry(name='name: "*TerraLens"')]),
    "RA013": ([entry(name="name: &name TerraLens")], [entry(name='name: "&TerraLens"')]),
    "RA014": (
        [entry(name="name: !!str TerraLens"), entry(name="name: !TerraLens x")],
        [entry(name="name: TerraLens!")],
    ),
    "RA015": (
        ["%YAML 1.1\n---\n" + entry(), "%TAG ! tag:x,2000:\n---\n" + entry()],
        ["---\n" + entry(), entry(name='name: "%TerraLens"')],
    ),
    "RA016": ([entry() + "---\n" + entry()], ["---\n" + entry() + "...\n"]),
    "RA017": (["name: " + "[" * 13 + "]" * 13 + "\n", "[" * 60_000], ["name: " + "[" * 9 + "]" * 9 + "\n"]),
    "RA018": ([b"", "# nothing\n", "- name\n", "just a text\n"], [entry()]),
    "RA019": ([entry(extra="? [a, b]\n: c\n"), entry(extra="{a: b}: c\n")], [entry()]),
    "RA020": ([entry(extra="<<: {name: x}\n")], [entry()]),
    "RA021": ([entry(extra="name: Again\n"), entry(venue="venue: {name: a, name: b}")], [entry()]),
    "RA022": ([entry(extra="name: x\n" * 200)], [entry(extra="name: x\n" * 20)]),
    "RA101": ([entry(extra="titel: x\n"), entry(venue=FIELDS["venue"].replace("year", "yaer"))], [entry()]),
    "RA102": (
        [entry(title=""), entry(code="code: {state: open, licence: {name: MIT}}")],
        [entry(doi="", aliases="", note="")],
    ),
    "RA103": ([entry(title="title: [a, b]"), entry(venue="venue: CVPR"), entry(authors="authors: {a: b}")], [entry()]),
    "RA104": ([entry(title="title:"), entry(name="name: ~"), entry(aliases='aliases: ["", b]')], [entry(doi="doi:")]),
    "RA105": ([entry(weights="weights: {state: yes}"), entry(weights="weights: {state: Open}")], [entry()]),
    "RA106": ([entry(family="family: 视觉"), entry(kinds="kinds: [modle]")], [entry(kinds="kinds: model")]),
    "RA107": (
        [
            entry(added=f"added: {day}")
            for day in ("2025-13-01", "2025-1-1", "01.02.2025", "２０２５-01-01", "yesterday")
        ],
        [entry(added="added: '2025-11-01'")],
    ),
    "RA108": (
        [
            entry(venue=f"venue: {{name: CVPR, year: {year}, state: published}}")
            for year in ("25", "2025.0", "1066", "٢٠٢٥")
        ],
        [entry()],
    ),
    "RA109": (
        [
            entry(arxiv_id=f"arxiv_id: {text}")
            for text in (
                "2410.0176",
                "2410.01768v2",
                "arXiv:2410.01768",
                "https://arxiv.org/abs/2410.01768",
                "2413.00001",
            )
        ],
        [entry(arxiv_id='arxiv_id: "cs/0112017"', venue="venue: {name: CVPR, year: 2002, state: published}")],
    ),
    "RA110": (
        [
            entry(doi=f"doi: {text}")
            for text in (
                "https://doi.org/10.1000/x",
                "10.1000",
                "10.1000/x.",
                "10.1000%2Fx",
                "doi:10.1/x",
                "10.1000/中文",
            )
        ],
        [entry(doi="doi: 10.1016/S0034-4257(96)00112-5")],
    ),
    "RA111": (
        [
            entry(links=f"links: {{project: '{url}'}}")
            for url in (
                "http://a.org",
                "javascript:alert(1)",
                "https://a.org:8443/",
                "https://user:x@a.org",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1",
                "https://пример.рф/",
                "github.com/a/b",
                "https://a.org/ b",
            )
        ],
        [entry(links="links: {project: 'https://terralens.github.io/~a/?q=1'}", code="", weights="")],
    ),
    "RA112": (
        [entry(relations="relations: {builds_on: [RemoteCLIP]}")],
        [entry(relations="relations: {builds_on: []}")],
    ),
    "RA113": (
        [
            *(entry(model=f"model: {{gsd: {text}}}") for text in ("10m", "0", "-1", "1e400", "9" * 400, "30-0.3")),
            *(
                entry(variants=f"variants: {{base: {{parameters: {text}}}}}")
                for text in (
                    "large",
                    "billion-scale",
                    "up to 1B",
                    "7B parameters",
                    "303 million",
                    "3亿",
                    "1,2B",
                    "5M-5M",
                )
            ),
            entry(data="data: [{name: A, count: {images: many}}]"),
        ],
        [
            *(entry(model=f"model: {{gsd: {text}}}") for text in ("0.5", "0.3-30", "{sentinel-2: 10, naip: 0.6}")),
            *(
                entry(variants=f"variants: {{base: {{backbone: vit-b-16, parameters: {text}, source: paper}}}}")
                for text in ("303M", "2.06B", "~1B", ">300M", "2M-5M", '"2,585"', "1 B", "2-5M", "5k")
            ),
        ],
    ),
    "RA114": ([entry(aliases="aliases: [" + "[], " * 300 + "]")], [entry(aliases="aliases: [" + "[], " * 30 + "]")]),
}
