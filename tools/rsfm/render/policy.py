"""The content security policy of a page: only our own files, and inline scripts and styles by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re

MARK = "[[policy]]"
"""Where a page that has inline scripts or styles wants its policy."""

INLINE = {
    "script-src": re.compile(r"<script(?:\s+type=\"module\")?>(.*?)</script>", re.DOTALL),
    "style-src": re.compile(r"<style>(.*?)</style>", re.DOTALL),
}
"""What is inline, by the directive that must allow it."""

_DIRECTIVES = (
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
)


def policy(html: str = "") -> str:
    """Return the policy of a page with the content ``html`` as it belongs into the page's head."""
    inline = [
        " ".join((f"{what} 'self'", *sorted(set(map(hash_of, each.findall(html)))))) for what, each in INLINE.items()
    ]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join((*_DIRECTIVES, *inline))}">'


def with_policy(html: str, *, strict: bool = True) -> str:
    """Return ``html`` with its policy in the place marked for it; with no policy where it need not be ``strict``.

    Raises ValueError where the mark is missing or there twice: a page without a policy must not be published.
    """
    if html.count(MARK) != 1:
        raise ValueError(f"a page has {MARK} {html.count(MARK)} times; it needs it exactly once")
    return html.replace(MARK, policy(html) if strict else "")


def hash_of(inline: str) -> str:
    """Return the source expression that allows exactly the script or style ``inline``."""
    digest = hashlib.sha256(inline.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
