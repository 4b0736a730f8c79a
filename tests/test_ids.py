"""Identifiers are read in every form people type and written in one."""

import pytest

from rsfm import ids


@pytest.mark.parametrize(
    ("text", "arxiv_id"),
    [
        ("2410.01768", "2410.01768"),
        ("arXiv:2410.01768v2", "2410.01768"),
        ("http://arxiv.org/abs/2410.01768", "2410.01768"),
        ("https://arxiv.org/pdf/2410.01768v1.pdf", "2410.01768"),
        ("https://www.arxiv.org/html/2410.01768v10", "2410.01768"),
        ("cs/0112017", "cs/0112017"),
        ("math.GT/0309136v1", "math.GT/0309136"),
        ("cond-mat/0112017", "cond-mat/0112017"),
        ("foo/0112017", None),
        ("xcs/0112017", None),
        ("0704.0001", "0704.0001"),
        ("2410.0176", None),
        ("2413.01768", None),
        ("0704.00011", None),
        ("remoteclip", None),
        ("https://example.org/abs/2410.01768", None),
        ("", None),
    ],
)
def test_an_arxiv_id_is_found_in_every_form(text: str, arxiv_id: str | None):
    assert ids.arxiv_id_of(text) == arxiv_id


@pytest.mark.parametrize(("arxiv_id", "year"), [("2410.01768", 2024), ("0704.0001", 2007), ("cs/9301111", 1993)])
def test_an_arxiv_id_tells_its_year(arxiv_id: str, year: int):
    assert ids.arxiv_year(arxiv_id) == year


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/abc.1", "10.1000/abc.1"),
        ("https://doi.org/10.1000/abc.1", "10.1000/abc.1"),
        ("doi:10.1000/abc(2)", "10.1000/abc(2)"),
        (
            "https://doi.org/10.1000/1520-0493(1996)124<0001:TOE>2.0.CO;2",
            "10.1000/1520-0493(1996)124<0001:TOE>2.0.CO;2",
        ),
        (
            "10.1000/(SICI)10(199808/30)17:15<16::AID-1>3.0.CO;2-2",
            "10.1000/(SICI)10(199808/30)17:15<16::AID-1>3.0.CO;2-2",
        ),
        ("10.1000/<script>", None),
        ("10.1000/a<script>3.0.CO;2", None),
        ("10.1000/a<1:x", None),
        ("10.1000", None),
        ("10.1000/a b", None),
    ],
)
def test_a_doi_is_found_in_every_form(text: str, doi: str | None):
    assert ids.doi_of(text) == doi


def test_the_link_of_a_doi_has_no_angle_brackets():
    link = ids.doi_url("10.1000/1520-0493(1996)124<0001:TOE>2.0.CO;2")
    assert link == "https://doi.org/10.1000/1520-0493(1996)124%3C0001:TOE%3E2.0.CO;2"
    assert ids.is_public_https(link)


def test_an_old_arxiv_id_is_a_safe_file_name():
    assert ids.snapshot_name("cs/0112017") == "cs_0112017.json"


@pytest.mark.parametrize("text", ["geochat", "segearth-ov", "rs5m", "a" * 60])
def test_a_paper_id_is_lower_case_words_with_hyphens(text: str):
    assert ids.is_paper_id(text)


@pytest.mark.parametrize("text", ["GeoChat", "-a", "a--b", "a_b", "遥感", "", "a" * 61, "a/b", "a\n"])
def test_anything_else_is_no_paper_id(text: str):
    assert not ids.is_paper_id(text)


@pytest.mark.parametrize(
    "text", ["https://example.org", "https://a.example.org/x?y=1#z", "https://example.org/%E9%81%A5"]
)
def test_public_https_addresses_are_taken(text: str):
    assert ids.is_public_https(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org",
        "javascript:alert(1)",
        "https://user@example.org",
        "https://example.org:8443/",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/",
        "https://exa mple.org",
        "https://遥感.example",
        "https://example.org/<script>",
        'https://example.org/"x',
        "//example.org",
        "https://",
        "https://example.org/\\x",
        "https://[bad",
    ],
)
def test_other_addresses_are_refused(text: str):
    assert not ids.is_public_https(text)


@pytest.mark.parametrize(
    ("longest", "is_right"),
    [
        (f"10.1000/{'a' * (255 - 8)}", ids.is_doi),
        (f"https://example.org/{'a' * (2048 - 20)}", ids.is_public_https),
        (f"https://{'a.' * 125}org", ids.is_public_https),
    ],
)
def test_ids_and_addresses_have_a_longest_form(longest, is_right):
    assert is_right(longest)
    assert not is_right(longest.replace("a.", "aa.", 1) if "a." in longest else longest + "a")


def test_the_last_part_of_a_host_has_at_most_63_letters():
    assert ids.is_public_https(f"https://a.{'a' * 63}")
    assert not ids.is_public_https(f"https://a.{'a' * 64}")


@pytest.mark.parametrize("text", ["con", "CON", "nul", "lpt1", "aux.v2", "Com9"])
def test_a_term_and_a_handle_can_be_a_folder_on_every_system(text: str):
    assert not ids.is_term_name(text)
    assert not ids.is_handle(text.lower())
    assert ids.is_term_name(f"x{text}")
