"""Spoils an entry in a thousand ways: cut, swapped, repeated and replaced bytes, lines and values, from a seed."""

import random

PIECES = [
    *"[]{}:#&*!|>%@`'\"?-,\t\n\r~\\",
    "\x00", "\x07", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffd", "\u0301" * 5, "\ue000", "\U0001f6f0\ufe0f", "\U000e0041",
    "ï¼Œ", "閬ユ劅", "ＡＢ", "ﬁ", "а", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "? ", "- ", ": ", " #", "\n\n", "  ", "\t",
    "*a", "&a ", "!!binary ", "null", "no", "12:30", "1e400", "2410.0716", "0x", "9" * 50, "https://", "http://[::1",
    "https://github.com/", "10.1/", "arXiv:", "TODO", "</script>", "{{ x }}", "${x}", "--8<--", "\\x00", "\\ud800", "\\u202e",
    "variants:\n", "defaults: ", "  base: {", "results:\n  - on: ", "values: {base: 0.5}", "{a/b: 1}", "data: {name: x}", "events: [", "sources: ",
    "source_of: {", "model.gsd: ", "~1B", ">300M", "2M-5M", "5M-2M", "1e9M", "0.3-30", "-5", "71.2 ± 0.1 (5)", "± ", "100.1", "0.99", "5%", "1.2 GB",
    "repo#", "repo#README.md:L1-L2", "paper#Table 3", "card", "#x", "../../x", "a/b/c", "MIT", "licence: ", "{state: open}", "open", "none", "vit-b-16",
    "few-shot-", "rgb-224", "2016-2021", "2024-13", "known_as: {", "base_entries: ", "sentinel-2: ", "2,585", "1,2,3", "by_sensor: ", "entry: ",
    "a" * 500, "[" * 40, "{a: " * 20, "a: b\n" * 30, "title: x\n", "year: 99999999999999999999\n", "links:\n", "zh: ", "en: ",
]  # fmt: skip


def mutated(text: str, seed: int) -> bytes:
    """Return ``text`` after one to six random changes; the same ``seed`` gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311 -- nothing here is secret
    for _ in range(chance.randint(1, 6)):
        text = _changed(text, chance)
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 4))) + data[at:]
    return data


def _changed(text, chance):
    at = chance.randrange(len(text) + 1)
    to = min(len(text), at + chance.choice((1, 1, 2, 5, 20, 200)))
    lines = text.split("\n")
    row, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.randrange(9)
    if what == 0:
        return text[:at] + text[to:]
    if what == 1:
        return text[:at] + chance.choice(PIECES) + text[at:]
    if what == 2:
        return text[:at] + chance.choice(PIECES) + text[to:]
    if what == 3:
        return text[:at] + text[at:to] * chance.choice((2, 3, 30)) + text[to:]
    if what == 4:
        lines[row], lines[other] = lines[other], lines[row]
    elif what == 5:
        lines[row] = " " * chance.randrange(8) + lines[row].lstrip()
    elif what == 6:
        lines.insert(row, lines[other])
    elif what == 7:
        key, colon, _ = lines[row].partition(":")
        lines[row] = f"{key}{colon} {chance.choice(PIECES)}"
    else:
        del lines[row]
    return "\n".join(lines)
