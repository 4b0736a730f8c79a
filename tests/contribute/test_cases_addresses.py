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
    "https://gitlab.com/group/sub/terra": "links.code https://gitlab.com/group/sub/terra",
    "https://gist.github.com/a/1": "links.code https://gist.github.com/a/1",
    "https://terra.readthedocs.io/en/latest/": "links.project https://terra.readthedocs.io/en/latest/",
    "https://developers.google.com/earth-engine/datasets/catalog/X": "links.dataset https://developers.google.com/earth-engine/datasets/catalog/X",
    "https://essd.copernicus.org/articles/16/1234/2024/": "doi 10.5194/essd-16-1234-2024",
    "https://isprs-archives.copernicus.org/articles/XLVIII-1-2024/123/2024/isprs-archives-XLVIII-1-2024-123-2024.pdf": "doi 10.5194/isprs-archives-XLVIII-1-2024-123-2024",
    "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=10656490": "links.paper https://ieeexplore.ieee.org/document/10656490",
    "https://openreview.net/pdf?id=AbCdEfGh12": "links.paper https://openreview.net/forum?id=AbCdEfGh12",
    "https://aclanthology.org/2025.acl-long.12.pdf": "links.paper https://aclanthology.org/2025.acl-long.12/",
    "https://openaccess.thecvf.com/content/CVPR2024/papers/Doe_X_CVPR_2024_paper.pdf": "links.paper https://openaccess.thecvf.com/content/CVPR2024/html/Doe_X_CVPR_2024_paper.html",
    "https://www.mdpi.com/2072-4292/16/9/1000/pdf?version=1": "links.paper https://www.mdpi.com/2072-4292/16/9/1000",
    "https://www.sciencedirect.com/science/article/abs/pii/S0034425724001234": "links.paper https://www.sciencedirect.com/science/article/pii/S0034425724001234",
    "https://proceedings.mlr.press/v235/doe24a/doe24a.pdf": "links.paper https://proceedings.mlr.press/v235/doe24a.html",
    "https://proceedings.neurips.cc/paper_files/paper/2024/file/ab12-Paper-Conference.pdf": "links.paper https://proceedings.neurips.cc/paper_files/paper/2024/hash/ab12-Abstract-Conference.html",
    "https://zenodo.org/record/1234567": "links.dataset https://zenodo.org/records/1234567",
    "https://modelscope.cn/models/a/b/summary": "links.weights https://modelscope.cn/models/a/b",
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
