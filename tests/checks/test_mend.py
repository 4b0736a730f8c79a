"""``--fix`` mends what has one right answer and leaves every other byte where it was."""

import pytest

from checks.invented import TODAY, entry, found_in
from rsfm.checks import check
from rsfm.checks.mend import apply, mended
from rsfm.problems import Edit
from rsfm.store import load, mend_entry

LINKS = "links:\n  code: {}  # the code\n"
VENUE = "venue: {{name: '{}', year: 2024}}\n"
MENDED = {
    "an arXiv address": ("arxiv_id: https://arxiv.org/abs/2410.01768v2  # v2\n", 'arxiv_id: "2410.01768"  # v2\n'),
    "a page about an arXiv paper": ("arxiv_id: https://huggingface.co/papers/2410.01768\n", 'arxiv_id: "2410.01768"\n'),
    "arXiv's own DOI for an id": ("arxiv_id: 10.48550/arXiv.2410.01768\n", 'arxiv_id: "2410.01768"\n'),
    "a version in quotes": ("arxiv_id: '2410.01768v3'\n", "arxiv_id: '2410.01768'\n"),
    "an unquoted id": ("arxiv_id: 2410.01768\n", 'arxiv_id: "2410.01768"\n'),
    "an address of doi.org": ("doi: https://doi.org/10.1000/a%2Fb\n", "doi: 10.1000/a/b\n"),
    "a GitHub address": (LINKS.format("https://www.GitHub.com/a/b.git/"), LINKS.format("https://github.com/a/b")),
    "a fragment and tracking": (
        "links: {project: 'https://a.github.io/x?utm_source=y&q=1#top'}\n",
        "links: {project: 'https://a.github.io/x?q=1'}\n",
    ),
    "a Hugging Face address": (
        'links: {weights: "https://hf.co/a/b/tree/main", code: https://github.com/a/b}\n',
        'links: {weights: "https://huggingface.co/a/b", code: https://github.com/a/b}\n',
    ),
    "an address with http": (LINKS.format("http://github.com/a/b"), LINKS.format("https://github.com/a/b")),
    "an address for git": (LINKS.format("git@github.com:a/b.git"), LINKS.format("https://github.com/a/b")),
    "an address for ssh": (LINKS.format("'ssh://git@github.com/a/b.git'"), LINKS.format("'https://github.com/a/b'")),
    "an address without https": (LINKS.format("www.GitHub.com/a/b"), LINKS.format("https://github.com/a/b")),
    "addresses in a list": (
        "links:\n  project: [http://a.github.io/x, doi.org/10.1000/a]\n",
        "links:\n  project: [https://a.github.io/x, https://doi.org/10.1000/a]\n",
    ),
    "a licence's proof": (
        "code: {licence: {proof: http://github.com/a/b/blob/HEAD/LICENSE}}\n",
        "code: {licence: {proof: https://github.com/a/b/blob/HEAD/LICENSE}}\n",
    ),
    "a licence by its usual name": ("code: {licence: Apache 2.0}\n", "code: {licence: Apache-2.0}\n"),
    "a licence in full": ("code: {licence: {name: mit license}}\n", "code: {licence: {name: MIT}}\n"),
    "a backbone as papers write it": (
        "variants: {a: {backbone: ViT-L/16}}\n",
        "variants: {a: {backbone: vit-l-16}}\n",
    ),
    "a number with its unit": ("model: {gsd: 10 metres}\n", 'model: {gsd: "10"}\n'),
    "a number in words": ("variants: {a: {parameters: about 7 billion}}\n", 'variants: {a: {parameters: "~7B"}}\n'),
    "two links in one line": (
        "links: {code: https://github.com/a/b/, project: https://github.com/a/c/}\n",
        "links: {code: https://github.com/a/b, project: https://github.com/a/c}\n",
    ),
    "decomposed letters": ('authors: [ "Zoe\u0308 Example",  Bo ]\n', 'authors: [ "Zoë Example",  Bo ]\n'),
    "blanks at the ends of what is quoted": ('arxiv_id: "2501.00010 "\n', 'arxiv_id: "2501.00010"\n'),
    "blanks between the words of a name": ("name: ' Terra  Lens'\n", "name: 'Terra Lens'\n"),
    "blanks at the ends of lines": ("name: TerraLens \t\n# note  \n", "name: TerraLens\n# note\n"),
    "blanks at the ends of lines of a block": (
        "note:\n  zh: |  \n    好  \n  en: x\n",
        "note:\n  zh: |\n    好\n  en: x\n",
    ),
    "a year in a venue's name": (VENUE.format("CVPR 2024 Workshops"), VENUE.format("CVPR Workshops")),
    "a year in brackets": (VENUE.format("IGARSS (2024)"), VENUE.format("IGARSS")),
    "a year among others in brackets": (VENUE.format("IGARSS (Athens, 2024)"), VENUE.format("IGARSS (Athens)")),
    "a year between marks": (VENUE.format("IGARSS-2024, Athens"), VENUE.format("IGARSS, Athens")),
    "a guessed word": ("aliases: [no, nox]\n", 'aliases: ["no", nox]\n'),
}
LEFT_ALONE = [
    "links: {code: 'https://github.com/a/b/tree/main/sub'}\n",
    "arxiv_id: 2410.0176\n",
    "links: {project: 'http://fox.example.edu/x'}\n",
    "links: {project: 'fox.example.edu/x'}\n",
    "links: {code: 'git@github.com:a'}\n",
    "links: {code: 'http://github.com.example.edu/a/b'}\n",
    "links: {code: 'http://me:secret@github.com/a/b'}\n",
    "links: {code: 'http://github.com/a/遥感'}\n",
    "title: http://github.com/a/b\n",
    "title: |\n  https://arxiv.org/abs/2410.01768v2\n",
    "name: 'x",
    "# only a comment\n",
    "",
]


def mend(tmp_path, text):
    found_in(tmp_path, {"terralens.yml": text})
    library = load(tmp_path / "papers")
    return mended(library, library.files[0], TODAY)


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=list(MENDED))
def test_what_has_one_right_answer_is_mended_in_place(tmp_path, before, after):
    assert mend(tmp_path / "first", before) == after
    assert mend(tmp_path / "again", after) is None


@pytest.mark.parametrize("text", [*LEFT_ALONE, entry()])
def test_what_a_person_must_judge_is_left_alone(tmp_path, text):
    assert mend(tmp_path, text) is None


def test_fields_move_with_the_comments_above_them(tmp_path):
    before = "# the file\n\n# the title\ntitle: x y\nname: xy  # name\n# trailing\nadded: 2025-01-01\nkinds:\n  - model"
    after = (
        "# the file\n\nname: xy  # name\n# the title\ntitle: x y\nkinds:\n  - model\n# trailing\nadded: 2025-01-01\n"
    )
    assert mend(tmp_path, before) == after


MODELINE = "# yaml-language-server: $schema=schema/entry.json\n"


@pytest.mark.parametrize("above", [MODELINE, MODELINE + "# about the file\n\n", "# about the file\n\n"])
def test_what_is_said_of_the_file_stays_at_its_head(tmp_path, above):
    before = above + "# when\nverified: 2025-01-01\nname: xy\n"
    assert mend(tmp_path, before) == above + "name: xy\n# when\nverified: 2025-01-01\n"


def test_a_modeline_right_above_a_field_stays_too(tmp_path):
    assert mend(tmp_path, MODELINE + "verified: 2025-01-01\nname: xy\n") == (
        MODELINE + "name: xy\nverified: 2025-01-01\n"
    )


@pytest.mark.parametrize("text", ["{title: x y, name: xy}\n", "title: x y\nname: xy\nunknown: 1\n"])
def test_fields_do_not_move_where_it_is_not_sure_what_belongs_to_them(tmp_path, text):
    assert mend(tmp_path, text) is None


def test_windows_line_ends_and_wide_characters_keep_their_place(tmp_path):
    before = 'name: 🛰遥感\r\naliases: ["🛰", no]\r\ndoi: doi:10.1000/a # 遥感\r\n'
    assert mend(tmp_path, before) == 'name: 🛰遥感\r\naliases: ["🛰", "no"]\r\ndoi: 10.1000/a # 遥感\r\n'


def test_a_byte_order_mark_goes(tmp_path):
    assert mend(tmp_path / "once", b"\xef\xbb\xbf" + entry().encode()) == entry()
    assert mend(tmp_path / "twice", b"\xef\xbb\xbf" * 2 + entry().encode()) == entry()


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
def test_a_mended_file_keeps_its_permissions(tmp_path, mode):
    found_in(tmp_path, {"terralens.yml": entry(name="name: TerraLens  ")})
    path = tmp_path / "papers/terralens.yml"
    path.chmod(mode)
    library = load(tmp_path / "papers")
    assert mend_entry(library.files[0], mended(library, library.files[0], TODAY))
    assert path.stat().st_mode & 0o777 == mode


def test_a_mended_file_is_written_in_one_step(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry(name="name: TerraLens  ")})
    library = load(tmp_path / "papers")
    text = mended(library, library.files[0], TODAY)
    assert mend_entry(library.files[0], text) and not mend_entry(library.files[0], text)
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        "_arxiv",
        "_benchmarks.yml",
        "_sources.yml",
        "_taxonomy.yml",
        "terralens.yml",
    ]
    assert "RA026" not in {problem.code for problem in check(load(tmp_path / "papers"), TODAY)}


def test_fields_are_not_moved_where_one_is_there_twice(tmp_path):
    twice = entry(aliases="", extra="aliases: [A]\nfamily: visual\n")
    assert mend(tmp_path, twice) is None


def test_an_edit_that_would_break_the_file_does_not_keep_the_others_from_being_made(tmp_path):
    # U+1FEF is a backtick in NFC, and a plain text cannot begin with one.
    before = "aliases: [Zoe\u0301, \u1fefa, no]\ndoi: doi:10.1000/a\n"
    assert mend(tmp_path, before) == 'aliases: [Zoé, \u1fefa, "no"]\ndoi: 10.1000/a\n'


def test_mending_brings_no_new_error_to_light(tmp_path):
    text = entry(authors="authors: [Ada A\u030a\u00a0Example]")
    before = {(p.code, p.severity) for p in found_in(tmp_path / "a", {"terralens.yml": text})}
    after = {(p.code, p.severity) for p in found_in(tmp_path / "b", {"terralens.yml": text.replace("A\u030a", "Å")})}
    assert after <= before


def test_of_two_edits_of_the_same_piece_the_first_is_made():
    edits = [Edit(start=0, end=1, text=str(number)) for number in range(20)]
    assert [apply("a", edits[number:]) for number in range(20)] == [edit.text for edit in edits]
