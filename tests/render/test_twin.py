"""The Markdown twin of a page says what the page says, and nothing that people typed is markup in it."""

import pytest

from export.made import HOSTILE
from rsfm.render.twin import twin_of


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h1>A</h1><p>b\n  c</p>", "# A\n\nb c\n"),
        ("<p>a <strong>b</strong> <em>c</em> <code>d_e</code></p>", "a **b** *c* `d_e`\n"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>", "- a\n- b\n  - c\n\nd\n"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n1. b\n"),
        ("<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd><p>d</p></dd></div></dl>", "- **a**: b\n- **c**: d\n"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td></td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 |  |\n",
        ),
        ("<pre><code>x = &quot;1&quot;\n``` y</code></pre>", '````\nx = "1"\n``` y\n````\n'),
        ('<a href="../b/">b</a> <a href="https://a.org/b/">c</a>', "[b](../b/index.md) [c](https://a.org/b/)\n"),
        ('<a href="?q=(x)">b</a>', "[b](?q=%28x%29)\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b\n"),
        ('<p>a<span aria-hidden="true">b<span>c</span></span>d</p><nav><p>e</p></nav><button>f</button>', "ad\n"),
        ('<p>a</p><svg class="icon" aria-hidden="true"><use href="x#y"/></svg><script>b</script>', "a\n"),
        ("<p># a</p><p>1. b</p><p>- c</p>", "\\# a\n\n\\1. b\n\n\\- c\n"),
        ("<p>a<br>b</p><!-- c --><p><strong></strong><a href='x'></a></p>", "a  \nb\n"),
    ],
)
def test_a_twin_says_what_the_page_says(html, markdown):
    assert twin_of(html) == markdown


def test_what_people_typed_is_text(tmp_path):
    typed = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    said = twin_of(f"<p>{typed}</p>")
    assert "<b>" not in said.replace("\\<b\\>", "")
    assert said.replace("\\", "") == HOSTILE.replace("\\", "") + "\n"
