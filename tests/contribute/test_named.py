"""Any usual way to write an id or address names the same thing."""

from __future__ import annotations

import pytest

from rsfm.adding.named import named
from rsfm.adding.servers import links_in
from rsfm.model.venues import venue_in_comment, venue_in_reference

NAMES = {
    "2410.01768": "arxiv_id 2410.01768",
    " arXiv:2410.01768v2 ": "arxiv_id 2410.01768",
    "arXiv: 2410.01768": "arxiv_id 2410.01768",
    "cs/0112017v1": "arxiv_id cs/0112017",
    "https://arxiv.org/abs/2410.0716": None,
    "arxiv.org/abs/2410.01768": "arxiv_id 2410.01768",
    "http://arxiv.org/abs/2410.01768v1": "arxiv_id 2410.01768",
    "https://www.arxiv.org/pdf/2410.01768v1.pdf": "arxiv_id 2410.01768",
    "https://arxiv.org/pdf/2410.01768?download=1#page=2": "arxiv_id 2410.01768",
    "https://arxiv.org/html/2410.01768": "arxiv_id 2410.01768",
    "https://export.arxiv.org/abs/cs/0112017": "arxiv_id cs/0112017",
    "https://ar5iv.labs.arxiv.org/html/2410.01768": "arxiv_id 2410.01768",
    "https://www.alphaxiv.org/abs/2410.01768": "arxiv_id 2410.01768",
    "https://huggingface.co/papers/2410.01768": "arxiv_id 2410.01768",
    "<https://doi.org/10.48550/arXiv.2410.01768>": "arxiv_id 2410.01768",
    "10.1109/TGRS.2024.3390838": "doi 10.1109/TGRS.2024.3390838",
    "DOI:10.1109/TGRS.2024.3390838": "doi 10.1109/TGRS.2024.3390838",
    "https://dx.doi.org/10.1109/TGRS.2024.3390838": "doi 10.1109/TGRS.2024.3390838",
    "https://doi.org/10.1016%2Fj.rse.2024.1": "doi 10.1016/j.rse.2024.1",
    "https://link.springer.com/article/10.1007/s11263-024-1": "doi 10.1007/s11263-024-1",
    "https://dl.acm.org/doi/abs/10.1145/3.4": "doi 10.1145/3.4",
    "git@github.com": None,
    "github.com/Owner/Name": "links.code https://github.com/Owner/Name",
    "http://www.github.com/Owner/Name.git": "links.code https://github.com/Owner/Name",
    "https://github.com/Owner/Name/blob/main/docs/a.md#x": "links.code https://github.com/Owner/Name",
    "git@github.com:Owner/Name.git": "links.code https://github.com/Owner/Name",
    "ssh://git@github.com/Owner/Name.git": "links.code https://github.com/Owner/Name",
    "git+https://github.com/Owner/Name.git": "links.code https://github.com/Owner/Name",
    "git@gitlab.com:Owner/Name": "links.code https://gitlab.com/Owner/Name",
    "https://github.com/Owner": "links.project https://github.com/Owner",
    "https://hf.co/Owner/Name/tree/main": "links.weights https://huggingface.co/Owner/Name",
    "https://huggingface.co/datasets/Owner/Name": "links.dataset https://huggingface.co/datasets/Owner/Name",
    "https://huggingface.co/spaces/Owner/Name": "links.demo https://huggingface.co/spaces/Owner/Name",
    "https://owner.github.io/name/": "links.project https://owner.github.io/name/",
    "https://openreview.net/forum?id=a": "links.paper https://openreview.net/forum?id=a",
    "https://ieeexplore.ieee.org/document/1": "links.paper https://ieeexplore.ieee.org/document/1",
    "https://www.nature.com/articles/10.1/2": "links.paper https://www.nature.com/articles/10.1/2",
    "https://huggingface.co/Owner/Name/blob/main/a.json": "links.weights https://huggingface.co/Owner/Name",
    "https://huggingface.co/docs/a/b/c": "links.project https://huggingface.co/docs/a/b/c",
    "https://huggingface.co/blog/owner/post": "links.project https://huggingface.co/blog/owner/post",
    "https://github.com/topics/remote-sensing": "links.project https://github.com/topics/remote-sensing",
    "https://github.com/orgs/a/repositories": "links.project https://github.com/orgs/a/repositories",
    "https://huggingface.co/datasets/Owner/Name/viewer": "links.dataset https://huggingface.co/datasets/Owner/Name",
    "https://raw.githubusercontent.com/Owner/Name/main/README.md": "links.code https://github.com/Owner/Name",
    "git clone https://github.com/Owner/Name.git": "links.code https://github.com/Owner/Name",
    "https://www.modelscope.cn/models/Owner/Name": "links.weights https://www.modelscope.cn/models/Owner/Name",
    "https://modelscope.cn/datasets/Owner/Name": "links.dataset https://modelscope.cn/datasets/Owner/Name",
    "https://papers.cool/arxiv/2410.01768": "arxiv_id 2410.01768",
    "https://api.semanticscholar.org/arXiv:2410.01768": "arxiv_id 2410.01768",
    "http://xxx.itp.ac.cn/abs/2410.01768": "arxiv_id 2410.01768",
    "https://doi.ieeecomputersociety.org/10.1109/CVPR52733.2024.1": "doi 10.1109/CVPR52733.2024.1",
    "２４１０．０１７６８": "arxiv_id 2410.01768",
    "“2410.01768”": "arxiv_id 2410.01768",
    "(arXiv:2410.01768)": "arxiv_id 2410.01768",
    "arXiv:2410.01768v1 [cs.CV]": "arxiv_id 2410.01768",
    "arXiv 2410.01768.": "arxiv_id 2410.01768",
    "https://arxiv.org/abs/2410.01768）": "arxiv_id 2410.01768",
    "doi: 10.1000/S0034-4257(96)00112-5": "doi 10.1000/S0034-4257(96)00112-5",
    "DOI 10.1000/a.": "doi 10.1000/a",
    "": None,
    "word": None,
    "2410.0176": None,
    "javascript:alert(1)": None,
    "https://user:secret@github.com/a/b": None,
    "https://127.0.0.1/": None,
    "http://[": None,
    "https://遥感.cn/": None,
}


def test_what_is_wrapped_a_thousand_times_ends() -> None:
    assert named("(" * 1000 + "2410.01768" + ")" * 1000) == named("2410.01768")
    assert named("(" * 100_000) is None


@pytest.mark.parametrize("text", NAMES)
def test_an_address_names_what_it_leads_to(text: str) -> None:
    found = named(text)
    assert (f"{found.field} {found.value}" if found else None) == NAMES[text]


def test_addresses_in_a_sentence_lose_its_punctuation() -> None:
    text = (
        "Code (https://github.com/a/b), data: https://huggingface.co/datasets/a/d; github.com/A/B and\n"
        "https://a.github.io/p/. See https://example.com/x and me@github.com/q/r."
    )
    assert [one.value for one in links_in(text)] == [
        "https://github.com/a/b",
        "https://huggingface.co/datasets/a/d",
        "https://github.com/A/B",
        "https://a.github.io/p/",
    ]


@pytest.mark.parametrize(
    ("comment", "venue"),
    [
        ("Accepted by CVPR2024", "CVPR 2024"),
        ("Accepted to CVPR 2024 (Oral), 20 pages", "CVPR 2024"),
        ("12 pages. To appear in the NeurIPS 2025", "NeurIPS 2025"),
        ("ICCV 2025", "ICCV 2025"),
        ("Accepted by IEEE TGRS", None),
        ("Submitted to CVPR 2025", None),
        ("Under review at ICLR 2026", None),
        ("Accepted at the CVPR 2024 Workshop on Foxes", None),
        ("CVPRW 2024", None),
        ("Extended version of our CVPR 2023 paper", None),
        ("We beat the winner of CVPR 2023", None),
        ("Code for CVPR", None),
    ],
)
def test_a_comment_names_a_venue_only_where_it_is_certain(comment: str, venue: str | None) -> None:
    found = venue_in_comment(comment)
    assert (f"{found.name} {found.year}" if found else None) == venue


@pytest.mark.parametrize(
    ("reference", "venue"),
    [
        ("IEEE Transactions on Geoscience and Remote Sensing, vol. 62, pp. 1-20, 2024", "IEEE TGRS 2024"),
        ("Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR), 2024", "CVPR 2024"),
        ("IEEE TGRS 61 (2023), online 2022", None),
        ("Journal of Foxes 3 (2024)", None),
        ("CVPR Workshops 2024", None),
    ],
)
def test_a_journal_reference_names_a_venue_only_where_it_is_certain(reference: str, venue: str | None) -> None:
    found = venue_in_reference(reference)
    assert (f"{found.name} {found.year}" if found else None) == venue
