"""Every way in which the stand-in for arXiv can answer badly, and the name under which a run must report it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

from fetch.invented import InventedPaper, entry_xml, feed_xml, paper
from fetch.stand_in import ATOM, Answer, Fault, StandIn, atom, truth

SPOILED = "2501.90002"
"""The paper whose entry the faults of one entry spoil."""


def _whole(make: Callable[[str], Answer]) -> Fault:
    """Spoil a true feed."""
    return lambda server, asked: make(feed_xml(server.entries(asked)))


def _status(status: int, **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda server, asked: Answer(b"sorry", status, {"Content-Type": "text/plain"} | named)


def _feed(total: int | None = None, **parts: str) -> Fault:
    return lambda server, asked: atom(feed_xml(server.entries(asked), total, **parts))


def _entry(**parts: str) -> Fault:
    """Spoil elements of one entry."""

    def fault(server: StandIn, asked: list[str]) -> Answer:
        return atom(
            feed_xml(
                [
                    entry_xml(server.papers[one], **(parts if one == SPOILED else {}))
                    for one in asked
                    if one in server.papers
                ]
            )
        )

    return fault


def _paper(change: Callable[[InventedPaper], InventedPaper]) -> Fault:
    """Tell something else of one paper."""

    def fault(server: StandIn, asked: list[str]) -> Answer:
        known = [server.papers[one] for one in asked if one in server.papers]
        return atom(feed_xml([entry_xml(change(one) if one.arxiv_id == SPOILED else one) for one in known]))

    return fault


def _retry_after_a_day(server: StandIn, asked: list[str]) -> Answer:
    moment = format_datetime(server.clock.now() + timedelta(days=1), usegmt=True)
    return Answer(b"", 503, {"Retry-After": moment})


def _extra(server: StandIn, asked: list[str]) -> Answer:
    return atom(feed_xml([*server.entries(asked), entry_xml(paper(77))]))


def _swapped(server: StandIn, asked: list[str]) -> Answer:
    return atom(feed_xml([entry_xml(paper(80 + i)) for i, _ in enumerate(asked)]))


def _doubled(server: StandIn, asked: list[str]) -> Answer:
    entries = server.entries(asked)
    return atom(feed_xml([*entries, entries[0]]))


_LAUGHS = '<!DOCTYPE f [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
_ERROR = (
    "<entry><id>http://arxiv.org/api/errors#invented</id><title>Error</title>"
    "<summary>incorrect id format for invented</summary><updated>2025-05-06T00:00:00Z</updated></entry>"
)
_CAPTCHA = b"<!doctype html><title>Hello</title><p>Solve this reCAPTCHA to go on</p>"

OF_THE_WHOLE: dict[str, tuple[Fault, str]] = {
    # No answer, or half of one.
    "the connection is reset": (lambda *_: Answer(reset=True), "broken-off"),
    "the connection ends without an answer": (lambda *_: Answer(raw=b""), "broken-off"),
    "the answer is not HTTP": (lambda *_: Answer(raw=b"220 smtp.example ESMTP\r\n\r\n"), "broken-off"),
    "the headers break off": (lambda *_: Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Le"), "wrong-type"),
    "the body is shorter than announced": (_whole(lambda text: atom(text, declared=len(text) + 900)), "broken-off"),
    "the body is longer than announced": (_whole(lambda text: atom(text, declared=len(text) // 2)), "not-xml"),
    "a chunk has no length": (
        lambda *_: atom("zz\r\nnot a chunk\r\n", headers={"Transfer-Encoding": "chunked"}),
        "broken-off",
    ),
    "the last chunk never comes": (
        lambda *_: atom("5\r\n<feed\r\n", headers={"Transfer-Encoding": "chunked"}),
        "broken-off",
    ),
    "it says gzip and is not": (_whole(lambda text: atom(text, headers={"Content-Encoding": "gzip"})), "broken-off"),
    "the gzip is cut": (
        _whole(lambda text: atom(gzip.compress(text.encode())[:-40], headers={"Content-Encoding": "gzip"})),
        "not-xml",
    ),
    "a gzip bomb": (
        lambda *_: atom(gzip.compress(b" " * 40_000_000), headers={"Content-Encoding": "gzip"}),
        "too-large",
    ),
    "nine megabytes": (_whole(lambda text: atom(text + " " * 9_000_000)), "too-large"),
    "a byte every nine seconds": (_whole(lambda text: atom(text, drip=9.0)), "too-slow"),
    # Another status.
    "500": (_status(500), "server-error"),
    "502": (_status(502), "server-error"),
    "503": (_status(503), "throttled"),
    "503 with seconds to wait": (_status(503, Retry_After="20"), "throttled"),
    "503 with a date to wait for": (_retry_after_a_day, "throttled"),
    "503 with nonsense to wait for": (_status(503, Retry_After="soon"), "throttled"),
    "429": (_status(429), "throttled"),
    "429 with hours to wait": (_status(429, Retry_After="7200"), "throttled"),
    "400 to everything": (_status(400), "bad-request"),
    "403": (_status(403), "status"),
    "404": (_status(404), "status"),
    "406": (_status(406), "status"),
    "418": (_status(418), "status"),
    "204": (_status(204), "status"),
    "a redirect to another server": (_status(301, Location="https://elsewhere.example/"), "redirect"),
    "a redirect to itself": (_status(302, Location="/api/query"), "redirect"),
    "a redirect to nowhere": (_status(307), "redirect"),
    "a redirect to an impossible address": (_status(308, Location="http://[::1"), "redirect"),
    # Another type, or other characters.
    "a captcha": (lambda *_: Answer(_CAPTCHA, 200, {"Content-Type": "text/html"}), "captcha"),
    "a word to slow down": (
        lambda *_: Answer(b"Rate exceeded.\n", 200, {"Content-Type": "text/plain"}),
        "throttled",
    ),
    "a page of a portal": (
        lambda *_: Answer(b"<html>Welcome</html>", 200, {"Content-Type": "text/html"}),
        "wrong-type",
    ),
    "a feed as plain text": (
        _whole(lambda text: Answer(text.encode(), 200, {"Content-Type": "text/plain"})),
        "wrong-type",
    ),
    "a feed without a type": (_whole(lambda text: Answer(text.encode())), "wrong-type"),
    "a feed in Latin-1": (
        _whole(lambda text: Answer(text.encode(), 200, {"Content-Type": ATOM.replace("utf-8", "iso-8859-1")})),
        "wrong-charset",
    ),
    "bytes that are not UTF-8": (
        _whole(lambda text: atom(text.encode().replace(b"satellites", b"s\xe9tellites").replace(b"We ", b"W\xe9 "))),
        "wrong-charset",
    ),
    "UTF-16 that says so": (
        _feed(declaration="<?xml version='1.0' encoding='UTF-16'?>"),
        "wrong-charset",
    ),
    # Not a feed.
    "an empty body": (lambda *_: atom(b""), "not-xml"),
    "a page that says it is a feed": (lambda *_: atom("<html><body>hello<br></body></html>"), "not-xml"),
    "JSON that says it is a feed": (lambda *_: atom('{"feed": []}'), "not-xml"),
    "a cut feed": (_whole(lambda text: atom(text[: len(text) * 2 // 3])), "not-xml"),
    "a feed cut at the end of an entry": (_feed(close=""), "not-xml"),
    "two feeds in one": (_whole(lambda text: atom(text + text)), "not-xml"),
    "a feed and a word": (_whole(lambda text: atom(text + "done")), "not-xml"),
    "an entity nobody declared": (_whole(lambda text: atom(text.replace("Tale", "&nbsp;Tale"))), "not-xml"),
    "a control character": (_whole(lambda text: atom(text.replace("Tale", "\x03Tale"))), "not-xml"),
    "an unknown prefix": (_whole(lambda text: atom(text.replace("<title>", "<x:title>", 1))), "not-xml"),
    "elements nested without end": (_feed(head="<a>" * 200_000 + "</a>" * 200_000), "not-xml"),
    "a document type": (_feed(doctype="<!DOCTYPE feed>"), "doctype"),
    "a billion laughs": (_feed(doctype=_LAUGHS), "doctype"),
    "an external entity": (_feed(doctype='<!DOCTYPE f [<!ENTITY a SYSTEM "file:///etc/hostname">]>'), "doctype"),
    "RSS": (lambda *_: atom("<rss version='2.0'><channel/></rss>"), "not-a-feed"),
    "a feed of another kind": (_whole(lambda text: atom(text.replace("2005/Atom", "1999/Atom"))), "not-a-feed"),
    "one entry alone": (lambda server, asked: atom('<entry xmlns="http://www.w3.org/2005/Atom"/>'), "not-a-feed"),
    # A feed, but not the answer.
    "an error among the entries": (lambda *_: atom(feed_xml([_ERROR])), "error-entry"),
    "an empty feed": (lambda *_: atom(feed_xml([])), "empty"),
    "an empty feed that promises some": (lambda server, asked: atom(feed_xml([], len(asked))), "empty"),
    "fewer entries than promised": (lambda server, asked: atom(feed_xml(server.entries(asked), 99)), "count"),
    "more entries than promised": (_feed(total=0), "count"),
    "a number that is none": (
        lambda server, asked: atom(feed_xml(server.entries(asked)).replace(f">{len(asked)}<", ">many<")),
        "count",
    ),
    "two numbers of entries": (
        lambda server, asked: atom(
            feed_xml(server.entries(asked), start=f"<opensearch:totalResults>{len(asked)}</opensearch:totalResults>")
        ),
        "count",
    ),
    "the second page": (_feed(start="<opensearch:startIndex>4</opensearch:startIndex>"), "count"),
    "a paper nobody asked for": (_extra, "unasked"),
    "another answer altogether": (_swapped, "unasked"),
    "a paper twice": (_doubled, "twice"),
    "an entry without an id": (
        lambda server, asked: atom(feed_xml([entry_xml(server.papers[asked[0]], id="")])),
        "field-missing",
    ),
}
"""What the server does to every request, and what a run calls it."""


OF_ONE_ENTRY: dict[str, tuple[Fault, str]] = {
    "no title": (_entry(title=""), "field-missing"),
    "an empty title": (_entry(title="<title>  </title>"), "field-missing"),
    "two titles": (_entry(title="<title>One</title><title>Two</title>"), "field-twice"),
    "a title with markup": (_entry(title="<title>Tale <b>bold</b></title>"), "implausible"),
    "a title without end": (_entry(title=f"<title>{'Tale ' * 400}</title>"), "implausible"),
    "no abstract": (_entry(summary=""), "field-missing"),
    "two abstracts": (_entry(summary="<summary>One</summary><summary>Two</summary>"), "field-twice"),
    "no authors": (_entry(authors=""), "field-missing"),
    "an author without a name": (_entry(authors="<author/>"), "field-missing"),
    "an author with an empty name": (_entry(authors="<author><name> </name></author>"), "field-missing"),
    "no first date": (_entry(published=""), "field-missing"),
    "no last date": (_entry(updated=""), "field-missing"),
    "a first date that is none": (_entry(published="<published>yesterday</published>"), "implausible"),
    "a thirteenth month": (_entry(published="<published>2025-13-01T00:00:00Z</published>"), "implausible"),
    "a date in the future": (_paper(lambda one: one.but(updated="2049-01-01T00:00:00Z")), "implausible"),
    "a date before arXiv": (_paper(lambda one: one.but(published="1970-01-01T00:00:00Z")), "implausible"),
    "last before first": (_paper(lambda one: one.but(updated="2025-01-02T00:00:00Z")), "implausible"),
    "another first date": (_paper(lambda one: one.but(published="2025-01-20T00:00:00Z")), "implausible"),
    "no categories": (_entry(categories=""), "field-missing"),
    "an empty category": (_entry(categories='<category term="cs.CV"/><category term=""/>'), "implausible"),
    "no primary category": (_entry(primary=""), "field-missing"),
    "a primary category of no paper": (_entry(primary='<arxiv:primary_category term="cs.ZZ"/>'), "implausible"),
    "an id without version": (_entry(id=f"<id>http://arxiv.org/abs/{SPOILED}</id>"), "implausible"),
    "an older version": (_paper(lambda one: one.but(version=1)), "stale"),
    "a link to another paper": (
        _entry(links='<link href="https://arxiv.org/abs/2501.90003v2" rel="alternate"/>'),
        "other-paper",
    ),
    "a link to another version": (
        _entry(links=f'<link href="https://arxiv.org/pdf/{SPOILED}v1" rel="related"/>'),
        "other-paper",
    ),
    "a link that is a script": (_entry(links='<link href="javascript:alert(1)" rel="alternate"/>'), "implausible"),
    "a link without an address": (_entry(links='<link rel="alternate"/>'), "implausible"),
    "the data of another paper": (
        _paper(lambda one: paper(33).but(arxiv_id=SPOILED, version=3, published=one.published)),
        "other-paper",
    ),
    "the title of another paper": (_paper(lambda one: one.but(title=paper(33).title)), "other-paper"),
    "the right title over strangers": (_paper(lambda one: one.but(authors=("Nobody Known",))), "other-paper"),
    "the people and abstract of another paper": (
        _paper(lambda one: one.but(authors=paper(3).authors, summary=paper(3).summary)),
        "other-paper",
    ),
    "another abstract in the same version": (
        _paper(lambda one: one.but(version=2, updated="2025-03-02T08:15:00Z", summary="Default abstract.")),
        "implausible",
    ),
    "an author with markup": (_paper(lambda one: one.but(authors=(*one.authors, "<b>Bo</b>"))), "implausible"),
    "an author in braces": (_paper(lambda one: one.but(authors=(*one.authors, "{{ name }}"))), "implausible"),
    "an author who writes backwards": (_paper(lambda one: one.but(authors=(*one.authors, "Bo \u202eB"))), "garbled"),
    "a crowd of authors": (_paper(lambda one: one.but(authors=one.authors * 1600)), "implausible"),
    "an abstract with a script": (_paper(lambda one: one.but(summary="<script>alert(1)</script>")), "garbled"),
    "an abstract with hidden characters": (_paper(lambda one: one.but(summary="We\u202e invent")), "garbled"),
    "a DOI that is a script": (_entry(doi="<arxiv:doi>javascript:alert(1)</arxiv:doi>"), "implausible"),
    "a DOI that is a word": (_entry(doi="<arxiv:doi>forthcoming</arxiv:doi>"), "implausible"),
    "a title read as Windows-1252": (_paper(lambda one: one.but(title=f"{one.title} CafÃ©")), "garbled"),
    "an author read as Latin-1": (_paper(lambda one: one.but(authors=("DuÅ¡an Example",))), "garbled"),
    "an abstract read as GBK": (_paper(lambda one: one.but(summary="It 鈥檚 a tale")), "garbled"),
    "a comment with a lost character": (_paper(lambda one: one.but(comment="caf\ufffd")), "garbled"),
    "a journal with a hidden control": (_paper(lambda one: one.but(journal_ref="J. \u0085 Inv.")), "garbled"),
}
"""What the server says of one paper, and what a run calls it; the other papers are told truly."""

__all__ = ["OF_ONE_ENTRY", "OF_THE_WHOLE", "SPOILED", "truth"]
