"""For each rule of reading: entries that break it, and entries that come near and do not."""

from checks.invented import FIELDS, entry


def result(value: str, rest: str = "how: knn") -> str:
    """Return an entry whose one result has ``value`` for the variant ``base``."""
    given = f"on: ground-bench, metric: accuracy, source: paper, {rest}"
    return entry(results=f"results: [{{{given}, values: {{base: {value}}}}}]")


READING = [
    # code: (what breaks it, what does not)
    ("RA001", [entry(extra="#" * 66_000)], [entry(extra="#" * 50_000)]),
    ("RA002", [entry().encode("gb18030"), b"\xff\xfe" + entry().encode("utf-16-le")], [entry()]),
    ("RA010", [entry(venue="venue:\n\tname: CVPR")], [entry(name="name:\tTerraLens")]),
    (
        "RA002",
        [entry(name="name: Terra\x07Lens"), entry(name="name: Terra\u2028Lens"), entry().replace("\n", "\r")],
        [entry().replace("\n", "\r\n")],
    ),
    ("RA005", [b"\xef\xbb\xbf" + entry().encode(), b"\xef\xbb\xbf" * 2 + entry().encode()], [entry()]),
    (
        "RA010",
        [
            entry(title="title: TerraLens: A Model"),
            entry(name='name: "TerraLens'),
            entry(kinds="kinds: [model"),
            "%FOO bar\n---\n" + entry(),
        ],
        [entry(title='title: "TerraLens: An Invented Model of the Ground"')],
    ),
    ("RA012", [entry(name="name: *name")], [entry(name='name: "*TerraLens"')]),
    ("RA012", [entry(name="name: &name TerraLens")], [entry(name='name: "&TerraLens"')]),
    (
        "RA012",
        [entry(name="name: !!str TerraLens"), entry(name="name: !TerraLens x")],
        [entry(name="name: TerraLens!")],
    ),
    (
        "RA012",
        ["%YAML 1.1\n---\n" + entry(), "%TAG ! tag:x,2000:\n---\n" + entry()],
        ["---\n" + entry(), entry(name='name: "%TerraLens"')],
    ),
    ("RA012", [entry() + "---\n" + entry()], ["---\n" + entry() + "...\n"]),
    ("RA012", ["name: " + "[" * 13 + "]" * 13 + "\n", "[" * 60_000], ["name: " + "[" * 9 + "]" * 9 + "\n"]),
    ("RA010", [b"", "# nothing\n", "- name\n", "just a text\n"], [entry()]),
    ("RA010", [entry(extra="? [a, b]\n: c\n"), entry(extra="{a: b}: c\n")], [entry()]),
    ("RA012", [entry(extra="<<: {name: x}\n")], [entry()]),
    ("RA021", [entry(extra="name: Again\n"), entry(venue="venue: {name: a, name: b}")], [entry()]),
    ("RA022", [entry(extra="name: x\n" * 200)], [entry(extra="name: x\n" * 20)]),
    ("RA101", [entry(extra="titel: x\n"), entry(venue=FIELDS["venue"].replace("year", "yaer"))], [entry()]),
    (
        "RA102",
        [
            entry(title=""),
            entry(code="code: {state: open, licence: {proof: repo#LICENSE}}"),
            entry(results="results: [{on: ground-bench, metric: accuracy, source: paper, values: {base: 71}}]"),
            entry(results="results: [{on: ground-bench, metric: accuracy, how: knn, values: {base: 71}}]"),
            entry(data="data: [{role: pre-training}]"),
            entry(events="events: [{date: 2025-01}]"),
        ],
        [entry(doi="", aliases="", note="")],
    ),
    ("RA103", [entry(title="title: [a, b]"), entry(venue="venue: CVPR"), entry(authors="authors: {a: b}")], [entry()]),
    ("RA104", [entry(title="title:"), entry(name="name: ~"), entry(aliases='aliases: ["", b]')], [entry(doi="doi:")]),
    ("RA105", [entry(weights="weights: {state: yes}"), entry(weights="weights: {state: Open}")], [entry()]),
    ("RA106", [entry(family="family: 视觉"), entry(kinds="kinds: [modle]")], [entry(kinds="kinds: model")]),
    (
        "RA107",
        [
            entry(added=f"added: {day}")
            for day in ("2025-13-01", "2025-1-1", "01.02.2025", "２０２５-01-01", "yesterday")
        ],
        [entry(added="added: '2025-11-01'")],
    ),
    (
        "RA107",
        [
            entry(venue=f"venue: {{name: CVPR, year: {year}, state: published}}")
            for year in ("25", "2025.0", "1066", "٢٠٢٥")
        ],
        [entry()],
    ),
    (
        "RA109",
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
    (
        "RA109",
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
    (
        "RA111",
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
    (
        "RA103",
        [entry(relations="relations: {builds_on: [RemoteCLIP]}")],
        [entry(relations="relations: {builds_on: []}")],
    ),
    (
        "RA113",
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
                    "-5M",
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
    (
        "RA105",
        [
            entry(code="code: opne"),
            entry(code="code: {state: open, parts: [everything]}"),
            entry(data="data: [{name: A, role: training}]"),
            entry(events="events: [{date: 2025-01, what: launched}]"),
            *(
                entry(results=f"results: [{{on: ground-bench, metric: accuracy, source: paper, {rest}}}]")
                for rest in (
                    "how: fine-tuned",
                    "how: few-shot",
                    "how: few-shot-0",
                    "how: knn, inputs: RGB",
                    "how: knn, origin: mine",
                )
            ),
        ],
        [
            entry(code="code: open"),
            entry(code="code: {state: open, parts: [inference, fine-tuning]}"),
            *(
                entry(results=f"results: [{{on: ground-bench, metric: accuracy, source: paper, {rest}}}]")
                for rest in (
                    "how: few-shot-16",
                    "how: in-mixture, inputs: s1+s2-224-zscore-ms",
                    "how: unstated, inputs: ms-12",
                )
            ),
        ],
    ),
    (
        "RA106",
        [
            *(
                entry(code=f"code: {{state: open, licence: {name}}}")
                for name in (
                    "Apache 2.0",
                    "MIT License",
                    "{name: CC BY-NC 4.0}",
                    "apache-2.0",
                    "GPLv3",
                    "Terra Research Terms",
                )
            ),
            entry(variants="variants: {a: {backbone: ViT-L/16}}"),
            entry(variants="variants: {a: {backbone: {vision: vit-l-16, language: Vicuna-7B}}}"),
            entry(variants="variants: {a: {base: CLIP}}"),
            entry(variants="variants: {a: {load: {pytorch: x}}}"),
            entry(model="model: {sensors: [Sentinel-2]}"),
            entry(model="model: {gsd: {sentinel: 10}}"),
            entry(data="data: [{name: A, count: {pictures: 3}}]"),
            entry(results="results: [{on: ground-bench, metric: accuracy, how: frozen, head: UPerNet, source: paper}]"),
        ],
        [
            entry(code="code: {state: open, licence: MIT}"),
            entry(code="code: {state: open, licence: {name: custom, proof: repo#LICENSE}}"),
            entry(variants="variants: {a: {backbone: {vision: vit-l-16, language: vicuna, connector: MLP}}}"),
            entry(model="model: {gsd: {sentinel-2: 10, naip: 0.6}}"),
        ],
    ),
    (
        "RA107",
        [
            *(
                entry(data=f"data: [{{name: A, years: '{text}'}}]")
                for text in ("2021-2016", "16-21", "since 2016", "2016–")
            ),
            *(
                entry(events=f"events: [{{date: '{text}', what: accepted}}]")
                for text in ("2025", "2025-13", "May 2025")
            ),
            entry(sources="sources: {repo: {seen: 2025}}"),
        ],
        [
            *(entry(data=f"data: [{{name: A, years: '{text}'}}]") for text in ("2016-2021", "2019", "2016–2021")),
            *(entry(events=f"events: [{{date: {text}, what: accepted}}]") for text in ("2025-05", "2025-05-24")),
        ],
    ),
    (
        "RA103",
        [
            *(
                entry(variants=f"variants: {{'{name}': {{backbone: vit-l-16}}}}")
                for name in ("../../x", "ViT-L", "a/b", "a.b", "a--b", "a" * 61, "大", ".", "a_b")
            ),
            entry(sources="sources: {README: {url: https://a.github.io/x}}"),
            *(
                entry(results=f"results: [{{on: {on}, metric: {metric}, split: {split}, how: knn, source: paper}}]")
                for on, metric, split in (
                    ("../x", "oa", "test"),
                    ("AID", "oa", "test"),
                    ("aid", "OA", "test"),
                    ("aid", "oa", "50%"),
                )
            ),
            entry(data="data: [{name: A, entry: RS5M}]"),
            entry(variants="variants: {a: {known_as: {TorchGeo Bench: a}}}"),
        ],
        [entry(variants="variants: {300m-tl: {backbone: vit-l-16}, '7': {backbone: vit-b-16}}")],
    ),
    (
        "RA113",
        [
            entry(model="model: {tools: many}"),
            entry(variants="variants: {a: {training: {devices: 0}}}"),
            *(entry(weights=f"weights: {{state: open, size: {size}}}") for size in ("3", "1.2", "large", "1.2 gigs")),
        ],
        [
            entry(model="model: {tools: 12}"),
            *(entry(weights=f"weights: {{state: open, size: {size}}}") for size in ("1.2 GB", "~500 MB", "1 TB")),
        ],
    ),
    (
        "RA124",
        [
            *(
                entry(source_of=f"source_of: {{model.gsd: '{text}'}}")
                for text in ("Table 3", "Repo#x", "http://a.org", "repo#", "a b#c")
            ),
            entry(code="code: {state: open, licence: {name: MIT, proof: README says so}}"),
        ],
        [
            entry(source_of=f"source_of: {{model.gsd: '{text}'}}")
            for text in ("repo#README.md:L1-L3", "paper#Table 3", "paper", "https://a.org/b")
        ],
    ),
    (
        "RA113",
        [result(f"'{text}'") for text in ("+1.2", "71-72", "~71", "71.2 (best)", "high", "71.2 / 80.1", "N/A", "7 1")],
        [result(f"'{text}'") for text in ("71", "71.29", "95.6%", "64.07 ± 0.25 (5)", "64.07 +- 0.25", "64.07±0.25%")],
    ),
    (
        "RA129",
        [
            entry(model="model: {backbone: ViT-L/16}"),
            entry(model="model: {parameters: {zh: 3 亿, en: 300M}}"),
            entry(model="model: {ground_sampling_distance: [1, 10]}"),
            entry(model="model: {pretraining_data: [{name: RS5M}]}"),
        ],
        [entry()],
    ),
    ("RA114", [entry(aliases="aliases: [" + "[], " * 300 + "]")], [entry(aliases="aliases: [" + "[], " * 30 + "]")]),
]
