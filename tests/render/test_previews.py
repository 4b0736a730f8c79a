"""Pictures for previews of links: small, the same for the same paper, named by pages only where they are."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from export.made import HOSTILE, catalog, plain
from invented import PROJECT
from render.test_machines import SITE, read
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.render import Content, Messages, Renderer, SiteFacts, menu_of
from rsfm.render.pages.glossary import glossary
from rsfm.render.pages.papers import papers
from rsfm.render.previews.drawer import Drawer
from rsfm.render.previews.ink import Face, Ink
from rsfm.render.previews.lines import broken, listed, shared, shortened
from rsfm.render.previews.told import HEIGHT, WIDTH, Told, told
from rsfm.site.folder import SiteFolder
from rsfm.site.previews import write_previews

MESSAGES = Messages.load(PROJECT / "site_src/messages")
LARGEST = 25_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return catalog(tmp_path_factory.mktemp("pictures"), {name: plain(name) for name in ("remoteclip", "rs5m")})


@pytest.fixture(scope="module")
def drawer() -> Drawer:
    return Drawer()


def renderer(made: Catalog, *, previews: bool = True, site_url: str = SITE) -> Renderer:
    content = Content(
        catalog=made, site=SiteFacts(site_url=site_url, repo_url="https://example.org"), previews=previews
    )
    return Renderer(
        content, MESSAGES, [PROJECT / "site_src/templates", PROJECT / "site_src/docs"], menu_of([], MESSAGES)
    )


def saying(**said) -> Told:
    usual = {
        "name": "Name",
        "title": "Title",
        "family": ("Visual", "视觉"),
        "venue": "arXiv 2025",
        "facts": (),
        "site": ("A", "图"),
    }
    return Told(**usual | said)


def test_what_it_says_is_in_both_languages_and_leaves_out_what_nobody_knows(made):
    full = told(made.by_id["terralens"], made, MESSAGES.say)
    assert full.title == "An Invented Vision-Language Model for Learning the Entry Format"
    assert full.family == ("Vision-language", "视觉语言")
    assert [fact[0][0] for fact in full.facts] == ["Parameters", "Modalities", "Code", "Weights"]
    assert full.facts[0] == (("Parameters", ("~151M–7B",)), ("参数量", ("约 1.51–70 亿",)))
    assert full.in_words(Locale.EN).startswith("TerraLens, Vision-language; Parameters: ~151M–7B; ")
    assert full.in_words(Locale.ZH).startswith("TerraLens，视觉语言；参数量：约 1.51–70 亿；")
    assert told(made.by_id["hostile"], made, MESSAGES.say).facts == ()


def test_the_longest_real_papers_have_small_pictures_of_few_colours(catalog, drawer):
    for paper in sorted(catalog.papers, key=lambda paper: len(paper.entry.title))[-12:]:
        data = drawer.png(told(paper, catalog, MESSAGES.say))
        assert len(data) <= LARGEST, paper.paper_id
        width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
        assert (width, height, depth, kind) == (WIDTH, HEIGHT, 4, 3), "four bits a pixel, with a palette"


def test_a_picture_does_not_depend_on_what_was_drawn_before(made, drawer):
    all_told = [told(paper, made, MESSAGES.say) for paper in made.papers]
    pictures = [drawer.png(each) for each in all_told]
    assert pictures == [drawer.png(each) for each in all_told]
    assert pictures[0] == Drawer().png(all_told[0])
    assert len(set(pictures)) == len(pictures)


@pytest.mark.parametrize(
    "name",
    [
        HOSTILE,
        "W" * 300,
        "地球" * 200,
        "🛰️🌍",
        "",
        "e\u0301a\u0308",
        "\u202eevil\u202c \u0000\u0007",
        "नमस्ते שלום",
        "a\n\tb",
    ],
    ids=range(9),
)
def test_anything_typed_becomes_a_picture_with_nothing_over_its_edge(drawer, name):
    fact = ((name, (name, name)), (name, (name,)))
    data = drawer.png(saying(name=name, title=name, family=(name,), venue=name, facts=(fact, fact, fact, fact)))
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert set(picture.crop((WIDTH - 60, 0, WIDTH, HEIGHT)).get_flattened_data()) == {(255, 255, 255)}
    assert set(picture.crop((21, 0, 60, HEIGHT)).get_flattened_data()) == {(255, 255, 255)}


def test_what_the_font_lacks_is_left_out_and_letters_lose_at_most_their_marks():
    face = Face(30, 400, Ink.DARK)
    assert face.readable("  SAR \U0001f6f0 é \u200b 雷达\u3000²  ") == "SAR é 雷达 ²"
    assert face.readable("Şaǧ a\u0301 g\u0301") in ("Şag á g", "Sag á g")


def test_lines_fit():
    face = Face(30, 400, Ink.DARK)
    room = face.width("Remote sensing foundation")
    lines = list(broken("Remote sensing foundation models, 遥感，基础模型 and more of that", face, room, 2))
    assert lines[0] == "Remote sensing foundation" and lines[1].endswith("...") and face.width(lines[1]) <= room
    assert all(not line.startswith("，") for line in broken("遥感基础模型，" * 9, face, face.width("遥感基础模型"), 5))
    assert shortened("short", face, room) == "short"
    assert listed(["Optical", "SAR", "Text"], ", ", face, face.width("Optical, SAR +1")) == "Optical, SAR +1"
    assert shared([100, 400, 500], 700) == [100, 300, 300]


def test_pages_name_the_picture_with_its_size_and_what_it_says(made):
    pages = {page.address: page.html for page in (*papers(renderer(made)), *glossary(renderer(made)))}
    for locale, words in ((Locale.ZH, "视觉语言"), (Locale.EN, "Vision-language")):
        _, tags = read(pages[f"{locale}/papers/terralens/"])
        assert tags["og:image"] == [f"{SITE}previews/terralens.png"]
        assert (tags["og:image:width"], tags["og:image:height"]) == (["1200"], ["630"])
        assert tags["og:image:type"] == ["image/png"] and words in tags["og:image:alt"][0]
        assert tags["twitter:card"] == ["summary_large_image"]
    _, tags = read(pages["en/glossary/"])
    assert tags["twitter:card"] == ["summary"] and "og:image" not in tags


@pytest.mark.parametrize("site", [{"previews": False}, {"site_url": ""}], ids=["no pictures", "no address"])
def test_no_page_names_a_picture_that_nobody_can_have(made, site):
    for page in papers(renderer(made, **site)):
        assert "og:image" not in page.html and "summary_large_image" not in page.html


def test_only_what_changed_is_drawn_again(made, tmp_path: Path):
    kept = tmp_path / "kept"
    assert write_previews(SiteFolder(tmp_path / "one"), renderer(made), kept) == len(made.papers) == 4
    (kept / "of-an-older-build.png").write_bytes(b"")
    assert write_previews(SiteFolder(tmp_path / "two"), renderer(made), kept) == 0
    assert len(list(kept.iterdir())) == 4, "what nobody needs is gone"
    for name in ("terralens", "hostile"):
        one, two = ((tmp_path / site / f"previews/{name}.png").read_bytes() for site in ("one", "two"))
        assert one == two and one.startswith(b"\x89PNG")
    other = catalog(tmp_path / "other", {"remoteclip": plain("remoteclip", name="Another"), "rs5m": plain("rs5m")})
    assert write_previews(SiteFolder(tmp_path / "three"), renderer(other), kept) == 1
