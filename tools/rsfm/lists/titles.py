"""Where the title, the name and the claim of venue and year stand in a bullet, a paragraph or under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.lists.around_titles import cleaned, goes_on, is_description, split_title, title_in_description
from rsfm.lists.inline import BREAK, EMPTY, GAP, IMAGE, LINK, Line, gapped, links_of, plain
from rsfm.lists.items import BULLET, ListItem, is_title
from rsfm.lists.proof import is_citation, is_place, is_proven_name, is_proven_title, proves
from rsfm.model.venues import name_in

_LABELLED = re.compile(
    r"\W*(?:(?P<title>(?:paper )?title|论文标题|论文题目|标题|题目)|(?P<people>authors?|作者)|venue|publication|year|会议|期刊|发表|出处|年份)"
    r"\W*[:：]\W*(?P<text>\S.*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\*\*(.{1,300}?)\*\*|__(.{1,300}?)__|[“\"](.{8,300}?)[”\"]|《(.{4,300}?)》")
_PERSON = r"(?:[A-Z][\w'’-]+,? ?(?:[A-Z]\.[ -]?){1,3}|(?:[A-Z]\.[ -]?){1,3} ?[A-Z][\w'’-]+)"
_AUTHORS = re.compile(
    rf"^(?:\W*{_PERSON}(?:,|;| and\b| &|\.? \(|$)|[^.:]{{0,80}}\bet al\b"
    r"|[\u4e00-\u9fff]{2,3}(?:[,，、]\s*[\u4e00-\u9fff]{2,3}[.,，、等]|[.．]\s))"
)
"""How a citation begins: with people."""
_SURNAME_FIRST = r"[A-Z][\w'’-]+ [A-Z]{1,3}"
_MARK_OF_KIND = r"\[[A-Z]{1,2}(?:/OL)?\]"
_KIND_OF_WORK = re.compile(_MARK_OF_KIND)
_BY_CHINESE_STANDARD = re.compile(
    rf"\W*(?:\d+\W+)?(?:(?:{_SURNAME_FIRST}, ?)+(?:{_SURNAME_FIRST}|et al)\.|{_SURNAME_FIRST}\.(?=.*{_MARK_OF_KIND})) +(?=\w)"
)
"""How a citation of GB/T 7714 begins: surnames with initials that have no full stops, before the title."""
_SENTENCE_END = re.compile(r"(?<!\bvs)(?<!\b[A-Z])(?:\.\s+(?=[A-Z\u4e00-\u9fff]|arXiv|in )|。)")
_POINTING = re.compile(r"\W*(?:here|这里|此处)\W*", re.IGNORECASE)
"""The label of a link in the middle of a sentence."""
_YEAR_AND_VENUE = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?!\d)")
_WORDS_OF_A_VENUE = 5
_SHORT_NAME = 30


def settle_title(item: ListItem) -> None:
    """Find the title of a bullet: a label, bold or quoted text, the text before the links, or the first line below."""
    head = item.lines[0]
    source = IMAGE.sub(r"\1", item.head)
    bare = gapped(item.head)
    item.claim = bare.partition(GAP)[0]
    _settle_label_and_rest(item, bare)
    for candidate in _candidates(source, bare, item) if item.title is None else ():
        title, claim = split_title(_SENTENCE_END.split(candidate.text.strip())[0])
        if not is_title(title):
            title, claim = split_title(candidate.text)
        if _may_be_title(title):
            item.title = Line(text=title, line=candidate.line)
            item.name = item.name or _name_beside(title, source)
            beside = " ".join(bare.replace(GAP, " ").replace(candidate.text, " ").split())
            item.claim = claim or (beside if candidate.line == head.line else item.claim)
            break
    if any(link.line > item.line and is_citation(link.label) for link in item.links if proves(link)):
        # A line below cites the paper of a data set; what the data set is called is not the paper's title.
        item.name, item.title = (item.title.text if item.title else item.name), None
    if item.title is None:
        _settle_by_proof(item, bare)
    named = re.match(r"([\w.+-]+)\s*[(（]\s*(?:paper|论文)", item.links[0].label, re.IGNORECASE) if item.links else None
    item.name = named[1] if named else item.name
    item.claim = re.sub(r"^[^\w\[(（【《“\"'‘’]+|[\s,;:|>=–—-]+$", "", item.claim)
    for line in item.lines[1:]:
        if (labelled := _LABELLED.fullmatch(plain(line.text))) and not links_of(line) and not labelled["people"]:
            if labelled["title"]:
                item.title = Line(text=cleaned(labelled["text"]), line=line.line)
            else:
                item.claim = labelled["text"]


def _settle_label_and_rest(item: ListItem, bare: str) -> None:
    """Take a short label that the title goes on from: ``[TerraLens](…): An Invented Model``."""
    label = cleaned(item.links[0].label) if item.links else ""
    before, gap, rest = bare.partition(GAP)
    if not gap or not label or is_place(label) or is_title(label) or len(label) > _SHORT_NAME or cleaned(before):
        return
    joined = re.match(r"\W{0,3}[:：]\s*\**\s*(?=\S)|\W*[-=–—]+>\s*", rest)
    if joined and proves(item.links[0]):
        title, claim = split_title(title_in_description(rest[joined.end() :].partition(GAP)[0]))
        if ":" in joined[0] or "：" in joined[0]:
            title = f"{label}: {title}"
        if is_title(title) and not is_description(title):
            item.title, item.name = Line(text=title, line=item.line), label
            item.claim = claim or " ".join(rest.replace(GAP, " ").split()).replace(
                title.partition(": ")[2] or title, " "
            )


def _candidates(source: str, bare: str, item: ListItem) -> Iterator[Line]:
    head = item.lines[0].line
    yield from (
        Line(text=cleaned(link.label), line=head)
        for link in item.links
        if link.line == head and (proves(link) or not is_description(link.label))
    )
    yield from (Line(text=cleaned(plain(label)), line=head) for label in EMPTY.findall(source))
    yield from (
        Line(text=plain(LINK.sub(" ", one)), line=head) for found in _QUOTED.findall(source) for one in found if one
    )
    segments = [each for each in map(title_in_description, bare.split(GAP)) if cleaned(each)]
    if item.is_proven:
        pointing = any(_POINTING.fullmatch(link.label) for link in item.links if link.line == head)
        segments = [each for each in segments if not (pointing or goes_on(each))]
    if not item.links or not any(_may_be_title(cleaned(each)) for each in segments):
        yield from (
            Line(text=gapped(BREAK.split(line.text)[0]).replace(GAP, " "), line=line.line)
            for line in item.lines[1:2]
            # A line with links of its own tells of what stands above it.
            if not BULLET.match(line.text) and not links_of(line)
        )
    for segment in segments:
        if people := _BY_CHINESE_STANDARD.match(segment):
            yield Line(text=_KIND_OF_WORK.split(segment[people.end() :])[0], line=head)
            continue
        if _AUTHORS.match(split_title(segment)[0]):
            yield from (
                Line(text=piece, line=head) for piece in re.split(r"\.\s|\)\.?\s|[,，]\s", split_title(segment)[0])
            )
            continue
        yield from (
            Line(text=piece, line=head)
            for piece in re.split(r"\s[-–—|]+\s|[|｜丨]", segment)
            if not (is_description(piece) or is_description(split_title(piece)[0]))
        )


def _may_be_title(text: str) -> bool:
    """Say whether ``text`` reads like a title, and neither like people, a place to go to, nor a venue with its year."""
    if not is_title(text) or is_place(text) or _AUTHORS.match(text) or _YEAR_AND_VENUE.match(text):
        return False
    return len(text.split()) > _WORDS_OF_A_VENUE or name_in(text) is None


def _name_beside(title: str, source: str) -> str:
    """Return the name that stands in bold before a title: ``**TerraLens** | An Invented Model``."""
    bold = re.match(r"\W*?\*\*([^*]{2,40})\*\*\s*[|｜丨]", source)
    name = cleaned(plain(bold[1])) if bold else ""
    return name if name and is_proven_name(name) and name not in title else ""


def _settle_by_proof(item: ListItem, bare: str) -> None:
    """Take the label of a link that proves a paper as title or name, where nothing looks like a title."""
    head = item.lines[0]
    labels = [cleaned(link.label) for link in item.links if proves(link)]
    if labels:
        bold = [cleaned(plain(found)) for found in re.findall(r"\*\*([^*]{1,300})\*\*", IMAGE.sub(r"\1", head.text))]
        pieces = [split_title(piece)[0] for piece in re.split(rf"[|｜{GAP}丨]", bare) if not is_description(piece)]
        title = next(filter(is_proven_title, labels), "") or next(filter(_is_named_title, pieces), "")
        item.title = Line(text=title, line=head.line) if title else None
        item.name = item.name or ("" if title else next(filter(is_proven_name, [*labels, *bold]), ""))
        called = title or item.name
        if called:
            item.claim = " ".join(bare.replace(GAP, " ").replace(called, " ").split())


def _is_named_title(text: str) -> bool:
    """Say whether ``text`` has a name before its colon, as titles do, and no word for a place or a venue."""
    name, colon, rest = text.replace("：", ":").partition(":")
    return bool(colon and rest.strip() and name.strip()) and not is_place(name) and not _LABELLED.fullmatch(text)


def title_of_heading(heading: Line) -> tuple[str, str] | None:
    """Return title and claim of a heading that is the title of one paper, not the name of a section."""
    text = plain(heading.text)
    numbered = re.match(r"\d{1,3}[.)、]\s*", text)
    title, claim = split_title(text[numbered.end() :] if numbered else text)
    named = ":" in title or "：" in title
    return (title, claim) if is_title(title) and (numbered or claim or named) else None
