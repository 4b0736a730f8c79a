"""Every page gets a policy that allows our files, and inline code only by its hash."""

import base64
import hashlib

import pytest

from rsfm.render.policy import with_policy


def test_inline_scripts_and_styles_are_allowed_by_their_hash_only():
    html = with_policy("[[policy]]<script>go()</script><style>p{}</style><script src='x.js'></script>")
    for inline in ("go()", "p{}"):
        assert base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode() in html
    assert html.count("sha256-") == 2
    assert "unsafe" not in html


def test_data_blocks_need_no_hash():
    assert "sha256" not in with_policy('[[policy]]<script type="application/ld+json">{}</script>')


@pytest.mark.parametrize("html", ["<p></p>", "[[policy]][[policy]]"])
def test_a_page_without_one_place_for_its_policy_is_refused(html: str):
    with pytest.raises(ValueError, match="exactly once"):
        with_policy(html)


def test_a_preview_has_no_policy():
    assert with_policy("[[policy]]<script>live()</script>", strict=False) == "<script>live()</script>"
