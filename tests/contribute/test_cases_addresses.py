"""Addresses as lists and people have them: redirects, mirrors, publishers, code hosts, data and file sharing."""

from __future__ import annotations

import pytest

from rsfm.adding.named import named

NAMES = {
    "https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2503.00073&sa=D": "arxiv_id 2503.00073",
    "https://www.google.com/search?q=https://arxiv.org/abs/2601.00071&authuser=2": "arxiv_id 2601.00071",
    "https://link.zhihu.com/?target=https%3A//arxiv.org/abs/2502.00072": "arxiv_id 2502.00072",
    "https://link.csdn.net/?target=https%3A%2F%2Fgithub.com%2Fa%2Fb": "links.code https://github.com/a/b",
    "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Farxiv.org%2Fabs%2F2502.00072&data=1": "arxiv_id 2502.00072",
    "https://web.archive.org/web/2024/https://arxiv.org/abs/2502.00072": "arxiv_id 2502.00072",
    "https://www.google.com/search?q=satellites": "links.paper https://www.google.com/search?q=satellites",
    "https://hjfy.top/arxiv/2410.01768": "arxiv_id 2410.01768",
    "https://researchtrend.ai/papers/2507.17311": "arxiv_id 2507.17311",
    "https://www.catalyzex.com/paper/arxiv:2410.01768": "arxiv_id 2410.01768",
    "https://ui.adsabs.harvard.edu/abs/2024arXiv241001768X/abstract": "arxiv_id 2410.01768",
    "https://github.com/papers/2410.01768": "links.code https://github.com/papers/2410.01768",
    "https://spj.science.org/doi/full/10.34133/remotesensing.0123": "doi 10.34133/remotesensing.0123",
    "https://agupubs.onlinelibrary.wiley.com/doi/full/10.1029/2023GL100001": "doi 10.1029/2023GL100001",
    "https://academic.oup.com/nsr/article/doi/10.1093/nsr/nwad001/700001": "doi 10.1093/nsr/nwad001",
    "https://www.nature.com/articles/s41467-021-00001-z": "doi 10.1038/s41467-021-00001-z",
    "https://www.frontiersin.org/articles/10.3389/frsen.2024.1000001/full": "doi 10.3389/frsen.2024.1000001",
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0200001": "doi 10.1371/journal.pone.0200001",
    "https://www.biorxiv.org/content/10.1101/2024.01.01.573001v2.full.pdf": "doi 10.1101/2024.01.01.573001",
    "https://www.tandfonline.com/doi/full/10.1080/10095020.2024.1": "doi 10.1080/10095020.2024.1",
    "https://doi.org/10.5281/zenodo.10000001": "links.dataset https://doi.org/10.5281/zenodo.10000001",
    "10.6084/m9.figshare.1": "links.dataset https://doi.org/10.6084/m9.figshare.1",
    "10.57967/hf/1001": "links.dataset https://doi.org/10.57967/hf/1001",
    "10.21227/abcd-1234": "links.dataset https://doi.org/10.21227/abcd-1234",
    "https://www.kaggle.com/datasets/a/b": "links.dataset https://www.kaggle.com/datasets/a/b",
    "https://zenodo.org/records/1": "links.dataset https://zenodo.org/records/1",
    "https://ieee-dataport.org/open-access/x": "links.dataset https://ieee-dataport.org/open-access/x",
    "https://drive.google.com/drive/folders/1x": "links.dataset https://drive.google.com/drive/folders/1x",
    "https://pan.baidu.com/s/1x": "links.dataset https://pan.baidu.com/s/1x",
    "https://example-my.sharepoint.com/x": "links.dataset https://example-my.sharepoint.com/x",
    "https://gitcode.com/a/b": "links.code https://gitcode.com/a/b",
    "https://bitbucket.org/a/b": "links.code https://bitbucket.org/a/b",
    "https://codeberg.org/a/b": "links.code https://codeberg.org/a/b",
    "https://gitlab.lrz.de/ai4eo/x": "links.code https://gitlab.lrz.de/ai4eo/x",
    "https://wisemodel.cn/models/a/b": "links.weights https://wisemodel.cn/models/a/b",
    "https://openxlab.org.cn/models/detail/a/b": "links.weights https://openxlab.org.cn/models/detail/a/b",
    "https://colab.research.google.com/github/a/b": "links.demo https://colab.research.google.com/github/a/b",
    "https://sites.google.com/view/a": "links.project https://sites.google.com/view/a",
    "https://code.earthengine.google.com/1a2b": "links.paper https://code.earthengine.google.com/1a2b",
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), NAMES.items())
def test_an_address_names_what_lies_behind_it(text: str, meant: str) -> None:
    found = named(text)
    assert found
    assert f"{found.field} {found.value}" == meant
