"""For each rule that judges one entry: what breaks it, and what comes near and does not."""

from checks.invented import FIELDS, entry

ARXIV = "venue: {name: arXiv, year: 2024, state: preprint}"


def prose(**sections: str) -> str:
    return "prose:\n  origin: person\n" + "".join(f"  {name}: {text}\n" for name, text in sections.items())


def title(text: str) -> str:
    return entry(title=f"title: {text}", arxiv_id="")


def link(kind: str, url: str) -> str:
    return entry(links=f"links:\n  {kind}: {url}", code="", weights="")


def result(metric: str, value: str) -> str:
    given = f"on: ground-bench, metric: {metric}, how: knn, source: paper"
    return entry(results=f"results: [{{{given}, values: {{base: {value}}}}}]")


def _keywords(count: int) -> str:
    return f"keywords: {{en: [{', '.join(f'word {n}' for n in range(count))}]}}"


RULES_OF_ONE = [
    (
        "RA023",
        [title("TerraLens #1 model"), title("TerraLens  #1 model"), entry(aliases="aliases:\n  - C #land\n")],
        [title('"TerraLens #1 model"'), title("TerraLens#1"), title("TerraLens  # a comment")],
    ),
    ("RA024", [title("TerraLens # model")], [title("TerraLens  # model"), entry(added="added: 2025-11-01 # then")]),
    (
        "RA025",
        [
            entry(arxiv_id="arxiv_id: 2410.01768"),
            *(entry(aliases=f"aliases: [{text}]") for text in ("no", "12:30", "1e3", "0x1F", "2025-01-01", ".5")),
        ],
        [entry(), entry(aliases='aliases: ["no", norway, v1.2, 3D, 1.2.3]')],
    ),
    ("RA026", [entry(name="name: TerraLens "), entry(extra="# note\t\n"), entry(extra="  ")], [entry()]),
    ("RA027", [entry(name="", extra=FIELDS["name"])], [entry()]),
    (
        "RA028",
        [entry(aliases="aliases:\n  -Terra-2\n"), entry(aliases="aliases: [-遥感]")],
        [entry(aliases='aliases: ["-Terra", -1, A-B]'), entry(note="note: {zh: 由 -Terra 得名, en: x - y}")],
    ),
    (
        "RA202",
        [title("Terra\u202eLens"), entry(extra="# \u2066comment\n"), title('"Terra\\u202eLens"')],
        [title("TerraLens")],
    ),
    (
        "RA202",
        [
            title("Terra\u200bLens"),
            title("Terra\u00adLens"),
            title("\ufeffTerraLens"),
            title("a\ufffcb"),
            title('"Terra\\u200dLens"'),
        ],
        [entry(aliases="aliases: [🛰️ TerraLens, 👩‍🚀]")],
    ),
    ("RA203", [title("Terra\u00a0Lens"), title('"Terra\\tLens"'), entry(aliases="aliases: [地\u3000球]")], [entry()]),
    (
        "RA202",
        [title('"Terra\\x07Lens"'), title('"Terra\\0Lens"'), title("Terra\ue000Lens"), title("Terra\u0378Lens")],
        [title('"Terra\\x41Lens"'), title("Terra\u037aLens")],
    ),
    ("RA206", [title("Terra\ufffdLens")], [entry()]),
    (
        "RA206",
        [
            entry(authors=f"authors: [{'Zoë Müller'.encode().decode('cp1252')}]"),
            entry(note=f"note: {{zh: {'遥感影像的语义分割方法'.encode().decode('gbk', 'ignore')}, en: x}}"),
            entry(note=f"note: {{zh: {'遥感模型'.encode().decode('cp1254', 'ignore')}, en: x}}"),
            title("The modelâ€™s ground"),
            title("The modelÂ of the ground"),
            *(
                entry(note=f"note: {{zh: '{garbled}', en: x}}")
                for coding, pages in (
                    ("utf-8", ("cp437", "cp850", "cp866", "koi8-r", "cp1251", "mac-roman")),
                    ("gbk", ("cp437", "cp850", "cp866", "koi8-r", "cp1251")),
                )
                for page in pages
                if (garbled := "本文提出遥感影像的语义分割方法".encode(coding).decode(page, "ignore").replace("'", ""))
            ),
            entry(note="note: {zh: 锟斤拷锟斤拷, en: x}"),
            entry(note="note: {zh: 烫烫烫烫, en: x}"),
            entry(authors="authors: ['Jos? Garc?a']"),
            title("'Mod?les of the ground'"),
        ],
        [
            title("'Is TerraLens there? A Model'"),
            title("QUÂN and Ân of the ground"),
            entry(authors="authors: [Łukasz Żółć, Мария Примерова, Ελένη Παράδειγμα, 李示例]"),
            title("ДИСТАНЦИОННОЕ зондирование Земли"),
            entry(authors="authors: [Zoë Müller, Çağrı Ünlü, Łukasz Şahin, Nguyễn Đình, Ñandú Ärger]"),
            entry(note="note: {zh: 遥感影像的语义分割, en: 5 µm × 3 “x” – 10 °C}"),
        ],
    ),
    (
        "RA207",
        [entry(note="note: {zh: 這個遙感影像解譯模型應該寫成簡體中文纔對, en: x})").replace("})", "}")],
        [
            entry(note="note: {zh: 这个遥感影像解译模型写成简体中文, en: x}"),
            entry(note="note: {zh: 亳州、歙县、郫都、儋州、漯河、濮阳、衢州、泸州、鄱阳, en: x}"),
            entry(authors="authors: [李曌玥, 張懿藝]"),
        ],
    ),
    (
        "RA208",
        [title("ＴｅｒｒａLens"), title("TerraLens ﬁnds"), title("𝐓erraLens"), title("TerraLens Ⅱ"), title("1 ㎒")],
        [title("TerraLens² at 10 km²"), entry(note="note: {zh: 分辨率为 10 ㎡, en: x}")],
    ),
    (
        "RA209",
        [title("TerraLens： A Model"), entry(prose=prose(summary="{zh: 好, en: 'One，two'}"))],
        [title("地球，模型")],
    ),
    ("RA210", [title("Terr\u0430Lens"), title("TerraLens \u0391BC")], [title("TerraLens α, Москва")]),
    ("RA211", [entry(authors="authors: [Zoe\u0308 Example]")], [entry(authors="authors: [Zoë Example]")]),
    ("RA202", [title("Terra\u0301\u0302\u0303\u0304Lens")], [title("Terrá\u0323Lens")]),
    (
        "RA220",
        [
            entry(prose=prose(summary="{zh: 待补充, en: TODO}")),
            title("TBD"),
            title("Paper Title"),
            title("???"),
            entry(authors="authors: [unknown]"),
            entry(note="note: {zh: （请在此填写）, en: tbc}"),
            entry(note="note: {zh: 见原文。XXX, en: lorem ipsum}"),
            *(
                entry(note=f"note: {{zh: '{text}', en: x y}}")
                for text in ("敬请期待", "（略）", "（待翻译）", "测试", "摘要", "一句话介绍", "此处为一句话简介")
            ),
            *(
                entry(note=f"note: {{zh: 地面, en: '{text}'}}")
                for text in (
                    "Lorem ipsum dolor sit amet",
                    "coming soon",
                    "Coming soon.",
                    "To be added.",
                    "test",
                    "placeholder text",
                    "Insert text",
                    "[add description]",
                    "<one line>",
                )
            ),
            entry(prose=prose(one_line="{zh: 地面, en: 'TerraLens: An Invented Model of the Ground'}")),
        ],
        [
            entry(
                note="note: {zh: 论文略去了测试集的摘要, en: The weights are to be released; [refer] and <box> test it}"
            ),
            entry(note="note: {zh: 待补偿的影像, en: A todo-list of XX items}"),
        ],
    ),
    (
        "RA221",
        [
            entry(prose=prose(summary=f"{{zh: {text}, en: x y}}"))
            for text in (
                "Only English words stand here",
                "지구를 설명하는 모델",
                "地球を説明するためのモデルです",
                "Модель",
            )
        ]
        + [entry(keywords="keywords: {zh: [CLIP, instruction tuning], en: [CLIP]}")],
        [
            entry(),
            entry(keywords="keywords: {zh: [CLIP, LoRA, Sentinel-2], en: [CLIP]}"),
            entry(keywords="keywords: {zh: [遥感, zero shot], en: [CLIP]}"),
            entry(prose=prose(summary="{zh: 由かぐや卫星拍摄的地面影像与月面影像, en: x y}")),
            entry(note="note: {zh: x, en: y}"),
        ],
    ),
    (
        "RA221",
        [
            entry(prose=prose(summary="{zh: 好, en: 这里只有中文}")),
            entry(keywords="keywords: {en: [遥感]}"),
            *(
                entry(prose=prose(summary=f"{{zh: 好, en: {text}}}"))
                for text in (
                    "Модель описывает землю",
                    "Le modèle explique les images de la terre dans une phrase",
                    "Das Modell ist mit der Erde und den Bildern vertraut",
                    "El modelo explica los datos de la tierra para las personas",
                    "지구를 설명하는 모델",
                    "Il modello è addestrato con la luce e gli oggetti della terra",
                    "O modelo é treinado com imagens e não descreve os objetos",
                )
            ),
        ],
        [
            entry(prose=prose(summary="{zh: 好, en: Terra (空天·遥感之眼) came first}")),
            entry(prose=prose(summary="{zh: 好, en: The Politecnico di Milano and the Universidade de São Paulo met}")),
            entry(
                prose=prose(
                    summary="{zh: 好, en: 'Data of Les Landes, La Paz, El Niño and Die are in α and β of the set'}"
                )
            ),
            entry(note="note: {zh: 好, en: The satellites of Jilin-1 (吉林一号) took these images}"),
        ],
    ),
    ("RA223", [entry(prose=prose(summary="{zh: 只有中文}")), entry(note="note: one text")], [entry()]),
    (
        "RA224",
        [
            entry(prose=prose(one_line="{zh: 一句。两句。, en: One.}")),
            entry(prose=prose(one_line="{zh: 一句。, en: One here. Two here.}")),
            entry(prose=prose(one_line="{zh: 一句。, en: Is it here? It is there.}")),
            entry(prose=prose(one_line="{zh: 提出一个问题. 它还回答了问题, en: One.}")),
        ],
        [
            entry(prose=prose(one_line="{zh: 一句。, en: 'By Dr. Smith in St. Louis, No. 3 of Prof. Example.'}")),
            entry(prose=prose(one_line="{zh: 一句。, en: 'Works on Yahoo! Earth and Google Earth.'}")),
            entry(
                prose=prose(
                    one_line="{zh: '回答“哪里有船？”这样的问题。', en: 'Answers “Where is it?” Questions of people.'}"
                )
            ),
            entry(prose=prose(one_line="{zh: 精度 8.5%。, en: 'Beats e.g. RemoteCLIP et al. by 8.5%, see Fig. 3.'}")),
        ],
    ),
    ("RA224", [entry(prose=prose(one_line=f"{{zh: {'长' * 200}, en: short}}"))], [entry()]),
    (
        "RA224",
        [entry(prose=prose(key_points="{zh: [一, 二], en: [a, b, c]}"))],
        [entry(prose=prose(key_points="{zh: [一点, 二点, 三点], en: [a b, b c, c d]}"))],
    ),
    (
        "RA227",
        [
            title("<b>TerraLens</b>"),
            title("TerraLens &amp; more"),
            title("'**TerraLens** model'"),
            title("'[TerraLens](https://a.org)'"),
            title("'TerraLens $x^2$'"),
            title("'M\\\"{u}ller: A Model'"),
            title("'Garc\\''\\i a: A Caf\\''e'"),
            title("'`TerraLens`'"),
            title("<SCRIPT>alert(1)</SCRIPT>"),
            title("Terra<br/>Lens"),
            title("<img src=x onerror=alert(1)>"),
        ],
        [
            title("TerraLens & Co"),
            title("'TerraLens: an <image> in a <box> is <x1>'"),
            title("'TerraLens: a<b and c>d, <10 m'"),
            title("'$5 and $10'"),
        ],
    ),
    (
        "RA228",
        [entry(title="title: |\n  Terra\n  Lens\n")],
        [entry(title="title: TerraLens of\n  the Ground\n", arxiv_id="")],
    ),
    ("RA316", [title('"TerraLens:An Invented Model"')], [title('"TerraLens: at 10:30"')]),
    (
        "RA304",
        [title("TerraLens."), title("'\"TerraLens\"'"), title("TerraLens for Modeling the Whole Ground论文")]
        + [title(f"'{text}'") for text in ("[PDF] TerraLens", "TerraLens: An…", "Terra {{ 7*7 }}", "Terra%20Lens")],
        [
            title("地球基础模型 TerraLens"),
            entry(name="name: 地镜", title="title: 地镜 Reads the Whole Ground from Above"),
        ]
        + [title("Is TerraLens there?")]
        + [title(f"'{text}'") for text in ("Terra [Lens]", "TerraLens with 10% of Labels", "Terra: 50%, and More")],
    ),
    (
        "RA305",
        [
            entry(authors=f"authors: ['{text}']")
            for text in ("Ada Example, Bo Sample", "Ada and Bo", "李甲、王乙", "张三 李四")
        ],
        [entry(authors="authors: ['Ada Sandy-Example', 李示例, 'Ada van Band', 李 示例]")],
    ),
    ("RA307", [entry(authors="authors: [Ada Example et al.]"), entry(authors="authors: [李甲等]")], [entry()]),
    (
        "RA307",
        [
            entry(authors=f"authors: ['{text}']")
            for text in (
                "ada@a.org",
                "Ada Example (MIT)",
                "Ada Example (University of Foxes)",
                "https://a.org",
                "Ada Example1",
                "Bo Sample*",
                "Cy Test†",
                "Ada Example (equal contribution)",
                "Prof. Dr. Ada Example",
                "Anonymous Authors",
                "ADA EXAMPLE",
                "ada example",
            )
        ],
        [
            entry(
                authors="authors: [Ada Example, A. B. Example, AB Li, 李示例, Drew Prof, Ada ter Example, J. O, Ada (Sky) Example, 欧阳 示例]"
            ),
            entry(authors="authors: ['Zoë D''Example', Ada Example III, Madonna, X Æ]"),
        ],
    ),
    (
        "RA308",
        [entry(kinds="kinds: [model, model]"), entry(aliases="aliases: [A1, a1]")],
        [entry(aliases="aliases: [A1, A2]")],
    ),
    (
        "RA316",
        [title("'TerraLens '"), title("'Terra  Lens'"), entry(name="name: ' TerraLens'")],
        [title("Terra Lens"), title("Terra\n  Lens")],
    ),
    (
        "RA315",
        [title("Terra " * 84), entry(name=f"name: {'T' * 81}"), entry(aliases=f"aliases: [a, {'T' * 81}]")],
        [title(("Terra " * 84)[:500]), entry(name=f"name: {'T' * 80}")],
    ),
    ("RA308", [entry(aliases="aliases: TerraLens")], [entry(aliases="aliases: TerraLens-Instruct")]),
    (
        "RA305",
        [entry(keywords="keywords: {zh: ['视觉，语言']}"), entry(keywords=_keywords(21))],
        [entry(keywords="keywords: {en: [vision/language]}"), entry(keywords=_keywords(20))],
    ),
    (
        "RA407",
        [entry(venue="venue: {name: CVPR, year: 2025, state: preprint}")],
        [entry(venue="venue: {name: Research Square, year: 2025, state: preprint}")],
    ),
    (
        "RA408",
        [
            entry(venue=f"venue: {{name: {name}, year: 2024, state: published}}")
            for name in ("arXiv", "arXiv (cs.CV)", "ArXiv preprint")
        ],
        [entry(venue=ARXIV), entry(venue="venue: {name: Arxivology, year: 2024, state: published}")],
    ),
    (
        "RA415",
        [
            entry(venue=f"venue: {{name: '{name}', year: 2024, state: published}}")
            for name in ("Under review", "https://a.org/x", "submitted to CVPR", "审稿中", "In press")
        ],
        [
            entry(venue=ARXIV),
            entry(venue="venue: {name: Review of Ground Science, year: 2024, state: published}"),
            entry(venue="venue: {name: Preprints.org, year: 2024, state: preprint}"),
        ],
    ),
    ("RA409", [entry(venue=ARXIV, arxiv_id="")], [entry(venue=ARXIV)]),
    (
        "RA410",
        [
            entry(venue=f"venue: {{name: {name}, year: 2024, state: preprint}}")
            for name in ("arxiv", "CVPR 2024", "CVPR'24", "ACM Multimedia", "International Journal of Computer Vision")
        ],
        [entry(venue=ARXIV), entry(venue="venue: {name: IGARSS, year: 2024, state: accepted, kind: conference}")],
    ),
    (
        "RA411",
        [entry(arxiv_id=f'arxiv_id: "{text}"') for text in ("2612.00001", "0703.1234", "cs/0801001", "2410.00000")],
        [entry(), entry(arxiv_id='arxiv_id: "0704.0001"', venue="venue: {name: CVPR, year: 2008, state: published}")],
    ),
    ("RA506", [entry(doi="doi: 10.48550/arXiv.2410.01768")], [entry()]),
    (
        "RA420",
        [entry(verified="verified: 2026-08-01"), entry(added="added: 2027-01-01")],
        [entry(verified="verified: 2026-06-02")],
    ),
    ("RA420", [entry(verified="verified: 2025-10-01")], [entry(verified="verified: 2025-11-01")]),
    (
        "RA420",
        [entry(venue="venue: {name: CVPR, year: 2030, state: accepted}")],
        [entry(venue="venue: {name: CVPR, year: 2027, state: accepted}")],
    ),
    ("RA424", [entry(added="added: 2023-01-01", verified="verified: 2023-02-01")], [entry()]),
    (
        "RA430",
        [entry(links=""), entry(links="links: {code: , weights: []}")],
        [entry(), entry(links="", code="", weights="")],
    ),
    ("RA431", [entry(code="", weights=""), entry(code="code: {state: unknown}")], [entry()]),
    ("RA430", [entry(weights="weights: {state: none}")], [entry(weights="weights: {state: announced}")]),
    (
        "RA430",
        [
            entry(
                links="", weights="weights: {state: none, licence: {name: MIT, proof: https://a.github.io/x}}", code=""
            )
        ],
        [entry()],
    ),
    ("RA435", [entry(arxiv_id="", doi="")], [entry(arxiv_id=""), entry(arxiv_id="", doi="", links="", variants="")]),
    (
        "RA440",
        [
            entry(arxiv_id="", doi="", links="", variants=""),
            entry(arxiv_id='arxiv_id: ""', doi="doi: ''", links="links: {paper: '', code: []}", variants=""),
        ],
        [
            entry(arxiv_id="", doi="", links=f"links: {{{where}: https://terralens.github.io/}}", variants="")
            for where in ("paper", "code", "project", "weights", "dataset", "demo")
        ]
        + [
            entry(arxiv_id="", links="", variants=""),
            entry(doi="", links="", variants=""),
            entry(arxiv_id="", doi="", links=""),
            entry(
                arxiv_id="",
                doi="",
                links="",
                variants="",
                weights="weights: {state: open, links: ['https://zenodo.org/records/1234567']}",
            ),
        ],
    ),
    ("RA436", [entry(authors="", arxiv_id="")], [entry(authors="authors: [Ada Example]"), entry(authors="")]),
    (
        "RA437",
        [entry(model="model: {modalities: [optical]}"), entry(family="family: visual")],
        [entry(model=""), entry(family="family: generative")],
    ),
    (
        "RA416",
        [
            entry(venue=f"venue: {{year: 2025, {rest}}}")
            for rest in (
                "name: CVPR, state: published",
                "name: CVPR, state: accepted, kind: journal",
                "name: IEEE Transactions on Foxes, state: published, kind: conference",
                "name: Foxes Weekly, state: published",
                "name: arXiv, state: preprint, kind: journal",
            )
        ],
        [
            entry(venue=f"venue: {{year: 2025, {rest}}}")
            for rest in (
                "name: CVPR, state: accepted, kind: conference",
                "name: Foxes Weekly, state: published, kind: journal",
                "name: arXiv, state: preprint",
                "name: CVPR, state: published, kind: jornal",
                "name: 'PhD thesis, Université Gustave Eiffel', state: published",
                "name: ESA Technical Note, state: published",
                "name: ISPRS Annals, state: published, kind: conference",
            )
        ],
    ),
    ("RA438", [entry(model="model: {gsd: 0.001-1000000}")], [entry()]),
    (
        "RA501",
        [
            link("code", url)
            for url in (
                "https://github.com/a/b/",
                "https://github.com/a/b.git",
                "https://www.github.com/a/b",
                "https://GitHub.com/a/b",
                "https://github.com/a/b/tree/main",
                "https://github.com/a//b",
                "https://github.com/a/b?tab=readme-ov-file",
                "https://github.com/a/b/blob/main/README.md",
            )
        ],
        [link("code", "https://github.com/A/b.c"), link("code", "https://github.com/a/b/tree/main/sub")],
    ),
    (
        "RA501",
        [
            link("weights", f"https://{tail}")
            for tail in ("hf.co/a/b", "huggingface.co/a/b/", "huggingface.co/a/b/tree/main")
        ],
        [link("weights", "https://huggingface.co/a/b"), link("dataset", "https://huggingface.co/datasets/a/b")],
    ),
    (
        "RA501",
        [link("paper", f"https://ieeexplore.ieee.org/{tail}") for tail in ("abstract/document/1", "document/1/")],
        [link("paper", "https://ieeexplore.ieee.org/document/1"), link("paper", "https://ieeexplore.ieee.org/xpl/x/1")],
    ),
    (
        "RA501",
        [
            link("project", "HTTPS://terra.github.io/x"),
            link("project", "https://Terra.GitHub.io/x"),
            link("dataset", "https://dx.doi.org/10.5281/z.1"),
        ],
        [entry()],
    ),
    ("RA501", [link("project", "https://terra.github.io/#start")], [link("project", "https://terra.github.io/")]),
    (
        "RA501",
        [link("project", "https://terra.github.io/?utm_source=x"), link("demo", "https://a.github.io/?a=1&fbclid=2")],
        [link("project", "https://terra.github.io/?q=utm_source&ref=main")],
    ),
    (
        "RA506",
        [link("paper", f"https://{t}") for t in ("arxiv.org/pdf/2410.01768v2", "huggingface.co/papers/2410.01768")]
        + [link("project", "https://www.arxiv.org/abs/2410.01768")],
        [link("project", "https://terra.github.io/arxiv.org/")],
    ),
    ("RA506", [link("paper", "https://doi.org/10.1000/x")], [link("dataset", "https://doi.org/10.5281/zenodo.1")]),
    (
        "RA508",
        [link("project", f"https://{host}/x") for host in ("example.org", "www.example.com", "a.example")],
        [entry(), link("project", "https://myexample.org/x"), link("project", "https://wiki.corp/x")],
    ),
    (
        "RA514",
        [
            link("project", f"https://{host}/x")
            for host in ("metadata.google.internal", "foo.local", "a.test", "terra.invalid", "a.LAN", "b.onion")
        ]
        + [entry(code="code: {state: open, licence: {name: MIT, proof: 'https://wiki.corp/licence'}}")],
        [link("project", f"https://{host}/x") for host in ("local.org", "test.cn", "a.internal.org", "example.org")],
    ),
    ("RA515", [link("project", "https://bit.ly/x")], [link("project", "https://rabbit.ly/x")]),
    (
        "RA510",
        [link("project", "https://terra.github.io/x)"), link("project", "'https://terra.github.io/x.'")],
        [link("project", "https://en.wikipedia.org/wiki/Terra_(satellite)")],
    ),
    (
        "RA512",
        [
            link("code", f"https://github.com/{path}")
            for path in (
                "terralens",
                "your-name/your-repo",
                "a/b/issues/3",
                "a/b/archive/main.zip",
                "a/b/releases",
                "username/x",
            )
        ],
        [
            link("project", "https://github.com/terralens"),
            link("code", "https://github.com/a/issues"),
            link("code", "https://github.com/a/yourlens"),
            link("weights", "https://github.com/a/b/releases/tag/v1"),
        ],
    ),
    (
        "RA515",
        [
            link("paper", f"'https://{address}'")
            for address in (
                "scholar.google.com/scholar?q=terralens",
                "www.google.com/url?q=https://a.org",
                "ieeexplore-ieee-org.ezproxy.a.edu/document/1",
                "www-a-org.proxy.lib.a.edu/1",
                "a-org.translate.goog/x",
                "sci-hub.se/10.1000/x",
            )
        ],
        [
            link("paper", f"https://{address}")
            for address in ("sites.google.com/view/terralens", "google.com/earth", "proxyland.org/url", "a.org/search")
        ],
    ),
    (
        "RA512",
        [link("weights", "https://huggingface.co/datasets/a/b")],
        [link("dataset", "https://huggingface.co/a/b")],
    ),
    (
        "RA513",
        [entry(links="links: {code: 'https://github.com/a/b', project: 'https://github.com/A/B'}")],
        [entry(links="links: {code: 'https://github.com/a/b', weights: 'https://github.com/a/b'}")],
    ),
    (
        "RA231",
        [
            entry(prose=prose(highlights=f"{{zh: '{text}', en: x y}}"))
            for text in (
                "mIoU 提升 2.3%",
                "平均精度提高了 3.1%，参数量不变",
                "在零样本分类上从 68.0% 提高到 84.4%，提升 16.4%。",
                "总体准确率比基线高出约 2％",
            )
        ]
        + [
            entry(prose=prose(highlights=f"{{zh: 地面, en: '{text}'}}"))
            for text in (
                "It improves mIoU by 2.3%.",
                "Accuracy rises by 3% on two benchmarks.",
                "It outperforms the baseline by 6.4% in mIoU.",
                "It goes from 68.0% to 84.4%, a gain of 16.4%.",
            )
        ],
        [
            entry(prose=prose(highlights=f"{{zh: '{text}', en: x y}}"))
            for text in (
                "mIoU 提升 2.3 个百分点",
                "mIoU 提升至 56.2%",
                "参数量减少 30%，mIoU 不变",
                "准确率相对提高 5%",
                "覆盖率为 30%，样本增加 40%",
                "错误率降低 30%，精度为 70%",
            )
        ]
        + [
            entry(prose=prose(highlights=f"{{zh: 地面, en: '{text}'}}"))
            for text in (
                "It improves mIoU by 2.3 points.",
                "It reaches an accuracy of 84.4%.",
                "It needs fewer parameters by 30%.",
                "A relative gain in accuracy by 5%.",
                "Trained on 10% of labels, accuracy is 80%.",
            )
        ],
    ),
    (
        "RA420",
        [
            entry(events="events: [{date: 2026-09, what: accepted}]"),
            entry(events="events: [{date: 2026-06-03, what: renamed}]"),
        ],
        [
            entry(events="events: [{date: 2026-06, what: accepted}]"),
            entry(events="events: {date: 2026-05-31, what: renamed}"),
        ],
    ),
    (
        "RA430",
        [
            entry(links="links: {code: 'https://github.com/a/b'}", variants="variants: {a: {backbone: vit-b-16}}"),
            entry(links="", code="", weights="", variants="variants: {a: {weights: open}}"),
            entry(data="data: [{name: A, access: open}]"),
            entry(data="data: {name: A, access: {state: open, size: 3 GB}}"),
        ],
        [
            entry(links="links: {code: 'https://github.com/a/b'}", variants="variants: {a: {hub: a/b}}"),
            entry(
                links="", code="", variants="variants: {a: {weights: {state: open, links: 'https://a.github.io/x'}}}"
            ),
            entry(data="data: [{name: A, access: {state: open, links: 'https://a.github.io/x'}}]"),
            entry(data="data: [{name: A, entry: a, access: open}]"),
            entry(data="data: [{name: A, access: announced}]"),
        ],
    ),
    (
        "RA431",
        [entry(weights="", links="", code="", variants="variants: {a: {hub: terralens/base}}")],
        [
            entry(
                weights="",
                links="links: {code: 'https://github.com/a/b'}",
                variants="variants: {a: {weights: announced}}",
            ),
            entry(weights="weights: opne"),
        ],
    ),
    (
        "RA430",
        [
            entry(weights="weights: none"),
            entry(links="", code="code: {state: not-applicable, licence: MIT}"),
            entry(data="data: [{name: A, access: {state: none, licence: MIT}}]"),
            entry(data="data: [{name: A, access: {state: none, image_licence: custom}}]"),
            entry(links="", weights="weights: none", variants="variants: {a: {weights: {licence: MIT}}}"),
            entry(variants="variants: {a: {weights: {state: none, licence: {name: MIT, proof: repo}}}}"),
        ],
        [
            entry(links="", weights="weights: none", code="", variants="variants: {a: {backbone: vit-b-16}}"),
            entry(data="data: [{name: A, access: {state: announced, licence: MIT}}]"),
            entry(
                links="",
                weights="weights: none",
                code="",
                variants="variants: {a: {weights: {state: announced, licence: MIT}}}",
            ),
        ],
    ),
    (
        "RA460",
        [
            *(
                entry(results=f"results: [{{{given}, how: knn, source: paper, values: {{base: 71}}}}]")
                for given in (
                    "on: moon-bench, metric: accuracy",
                    "on: ground-bench, metric: oa",
                    "on: ground-bench, metric: accuracy, split: train",
                    "on: sky-bench, metric: accuracy",
                )
            ),
        ],
        [
            *(
                entry(results=f"results: [{{{given}, how: knn, source: paper, values: {{base: 71}}}}]")
                for given in (
                    "on: ground-bench, metric: accuracy",
                    "on: ground-bench, metric: rmse, split: val",
                    "on: sky-bench, metric: accuracy, split: tr-20",
                    "on: sky-bench, metric: accuracy, split: unstated",
                )
            ),
        ],
    ),
    (
        "RA461",
        [
            *(result("accuracy", value) for value in ("0.71", "1", "101", "-3", "120%")),
            *(result("rmse", value) for value in ("-0.5", "3%")),
        ],
        [
            *(result("accuracy", value) for value in ("71", "0.71%", "100", "0", "1.5", "64.07 ± 0.25 (5)")),
            *(result("rmse", value) for value in ("0.5", "1200")),
        ],
    ),
    (
        "RA462",
        [
            entry(
                results="results: [{on: ground-bench, metric: accuracy, how: knn, source: paper, values: {huge: 71}}]"
            ),
            entry(variants=""),
            entry(checkpoints="checkpoints: [{tuned_for: ground-bench, variants: [bose], source: repo}]"),
            entry(events="events: [{date: 2025-01, what: weights-released, of: huge}]"),
        ],
        [
            entry(
                results="results: [{on: ground-bench, metric: accuracy, how: knn, source: paper, "
                "values: {base: 71, orbittalk/large: 72, clip: 73}}]"
            ),
            entry(checkpoints="checkpoints: [{tuned_for: ground-bench, variants: [base, large], source: repo}]"),
            *(
                entry(events=f"events: [{{date: 2025-01, what: data-released, of: {name}}}]")
                for name in ("large", "Ground-1M")
            ),
        ],
    ),
    (
        "RA463",
        [
            entry(variants="variants: {base: {backbone: vit-b-16}, large: {parameters: 1B, source: paper}}"),
            entry(data="data: [{name: A}]"),
            entry(code="code: {state: open, licence: MIT}"),
            entry(data="data: [{name: A, access: {licence: CC-BY-4.0}, source: paper}]"),
            entry(variants="variants: {base: {training: {days: 3}, source: paper}, large: {source: paper}}"),
            entry(defaults="defaults: {inference: {memory: 3}}"),
        ],
        [
            entry(variants="variants: {base: {backbone: vit-b-16}, large: {}}", defaults="defaults: {source: paper}"),
            entry(
                variants="variants: {base: {backbone: vit-b-16}, large: {source: paper}}",
                source_of="source_of: {variants.base: paper}",
            ),
            entry(code="code: {state: open, licence: MIT}", source_of="source_of: {code.licence: repo#LICENSE}"),
            entry(data="data: {name: A, access: {licence: {name: CC-BY-4.0, proof: paper}}, source: paper}"),
            entry(defaults="defaults: {inference: {memory: 3, source: paper}}"),
        ],
    ),
    (
        "RA464",
        [
            entry(source_of="source_of: {model.gsd: card}"),
            entry(data="data: [{name: A, source: torchfix#a.py:L1}]"),
            entry(
                links="",
                code="",
                weights="weights: announced",
                variants="variants: {base: {source: repo}, large: {source: paper}}",
            ),
            entry(sources="sources: {card: 4920188}"),
            entry(sources="sources: {card: {revision: '4920188'}}"),
            entry(source_of="source_of: {gsd: paper}"),
            entry(source_of="source_of: {model.gsp: paper}"),
        ],
        [
            entry(
                source_of="source_of: {model.gsd: card, variants.base.parameters: paper, weights: torchfox#a/b.csv:L5}",
                sources="sources: {card: {url: https://huggingface.co/terralens/base}, repo: 13cc2b71}",
            ),
            entry(data="data: [{name: A, source: https://a.github.io/x}]"),
            entry(
                links="",
                code="",
                weights="weights: announced",
                sources="sources: {repo: {url: https://github.com/a/b}}",
            ),
        ],
    ),
    (
        "RA466",
        [
            entry(
                variants="variants: {vit-b-16: {backbone: vit-b-16}, vit-b-16-naip: {backbone: vit-b-16}}", results=""
            ),
            entry(variants="variants: {a: {backbone: {vision: swin-b}}, swin-b: {backbone: swin-b}}", results=""),
        ],
        [
            entry(variants="variants: {vit-b-16: {backbone: vit-b-16}, vit-l-16: {backbone: vit-l-16}}", results=""),
            entry(
                variants="variants: {vit-b-16-tl: {backbone: vit-b-16}, vit-b-16-naip: {backbone: vit-b-16}}",
                results="",
            ),
        ],
    ),
]
NEEDS_SNAPSHOT = [
    # code: (entries that break it, entries that do not, what arXiv says otherwise than usual)
    (
        "RA401",
        [
            entry(title="title: OrbitTalk speaks with satellites"),
            entry(title='title: "OrbitLens: An Invented Model of the Ground"', name="name: OrbitLens"),
            entry(title='title: "OrbitLens: A Vision-Language Model for Remote Sensing"'),
        ],
        [
            entry(),
            entry(title='title: "TerraLens: Something Else Altogether"'),
            entry(title='title: "OrbitLens: A Former Model"', name="name: OrbitLens", aliases="aliases: [Terra-Lens]"),
            entry(title='title: "OrbitLens: An Invented Model"'),
            entry(title="title: An Invented Model Made for the Ground by TerraLens"),
            entry(
                title="title: Renamed since", other_titles="other_titles: [TerraLens; an invented model of the GROUND]"
            ),
        ],
        {},
    ),
    (
        "RA402",
        [entry(title="title: TerraLens, Invented Models of Ground")],
        [entry(title="title: terralens - An invented MODEL of the ground")],
        {},
    ),
    (
        "RA304",
        [entry(title="title: Is the Ground All You Need? Yes.")],
        [entry(title="title: Is the Ground All You Need? No.")],
        {"title": "Is the Ground All You Need? No."},
    ),
    (
        "RA403",
        [entry(authors="authors: [Bo Sample]")],
        [entry(authors="authors: [A. Example]"), entry(authors="authors: [李示例]")],
        {},
    ),
    (
        "RA404",
        [entry(venue="venue: {name: CVPR, year: 2023, state: published}")],
        [entry(venue="venue: {name: CVPR, year: 2024, state: published}")],
        {},
    ),
    ("RA404", [entry(venue="venue: {name: arXiv, year: 2025, state: preprint}")], [entry(venue=ARXIV)], {}),
    (
        "RA406",
        [entry(venue="venue: {name: CVPR, year: 2025, state: published}")],
        [entry(arxiv_id="")],
        {"published": "2019-01-01"},
    ),
    (
        "RA413",
        [entry(doi="doi: 10.1000/another")],
        [entry(doi="doi: 10.1000/TERRALENS.2025")],
        {"doi": "10.1000/terralens.2025"},
    ),
    ("RA414", [entry()], [entry(note="note: {zh: 论文已撤回, en: The paper was withdrawn}")], {"withdrawn": True}),
    ("RA420", [entry(added="added: 2024-01-01")], [entry(added="added: 2024-10-02")], {}),
    (
        "RA425",
        [
            entry(events="events: [{date: 2022-09, what: announced}]"),
            entry(events="events: {date: 2020-01-01, what: renamed}"),
        ],
        [entry(events="events: [{date: 2023-01, what: announced}]")],
        {},
    ),
]
