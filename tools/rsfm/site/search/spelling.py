"""The list of words by which one typing error is corrected, in lists of which a word needs three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rsfm.render.shards import shard_of
from rsfm.site.search.pieces import compressed

SHORTEST = 5
"""Letters of the shortest word that is corrected."""
_IN_A_LIST = 1_000
"""About how many words one list holds."""


def keys_of(word: str) -> tuple[str, str, str]:
    """Return the three lists in which ``word`` stands.

    One typing error changes at most two neighbouring letters: the first two letters, or the first and the last two,
    or the last three are as they should be. ``search_spelling.js`` asks by the same rule.
    """
    return word[:2], f"{word[0]}-{word[-2:]}", f"-{word[-3:]}"


def list_count(words: int) -> int:
    """Return the number of lists for so many words: a power of two, so that few edits change it."""
    return 1 << max(0, (3 * words - 1) // _IN_A_LIST).bit_length()


def word_lists(papers_of: Mapping[str, int]) -> Iterator[bytes]:
    """Yield each list of ``papers_of``, the number of papers by word: a word and its number a line."""
    words = {word: papers for word, papers in papers_of.items() if len(word) >= SHORTEST and word.isalpha()}
    count = list_count(len(words))
    lists: list[dict[str, None]] = [{} for _ in range(count)]
    for word in sorted(words):
        for key in keys_of(word):
            lists[shard_of(key, count)][word] = None
    for each in lists:
        yield compressed("\n".join(f"{word} {words[word]}" for word in each).encode())
