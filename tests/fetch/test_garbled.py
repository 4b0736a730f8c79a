"""Garbled text is told from text, whatever it was mistaken for, and good text is left in peace."""

from __future__ import annotations

import pytest

from rsfm.fetch.garbled import garbled

WORDS = ["Rémi says", "it’s here", "Müllerstraße", "北京 遥感", "naïve – x", "Đặng Văn", "Серёжа", "“quoted” word"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("charset", ["cp1252", "latin-1", "cp1254", "cp1251"])
def test_utf8_mistaken_for_a_western_charset_is_garbled(word: str, charset: str) -> None:
    assert garbled(word.encode().decode(charset, "replace"))


@pytest.mark.parametrize("word", ["Rémi says", "Müllerstraße", "it’s here", "北京遥感", "“quoted” word"])
def test_utf8_mistaken_for_gbk_is_garbled(word: str) -> None:
    assert garbled(word.encode().decode("gb18030", "replace"))


@pytest.mark.parametrize("text", ["lost \ufffd", "\ue000 private", "bell \x07", "next \x85 line", "锟斤拷", "ï»¿start"])
def test_characters_of_no_language_are_garbled(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize("character", "\u061c\u200e\u202e\u2066\u2069\U000e0041")
def test_characters_that_hide_or_turn_others_are_refused(character: str) -> None:
    assert garbled(f"Reading{character}deserts") == character


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "deserts < SCRIPT src=x", "</script>"])
def test_scripts_are_refused(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        *WORDS,
        "",
        "plain ASCII,\n\twith $\\alpha$ and 5 % <b>",
        "Spaß” und Straße”, VÖ”",
        "“café”—a",
        "μ-scale ≤ 5 °C, ±0.5 m², 10⁻³ × αβγ",
        "李雷和韩梅梅研究遥感基础模型",
        "用ViT模型做CLIP的预训练",
        "東京大学の研究 한국어",
        "Şükrü Oğuz İşçi, Škoda Žižek, Łukasz, Ñandú, voilà»",
        "soft\u00adhyphen, <i>italics</i> and a description",
    ],
)
def test_good_text_is_left_in_peace(text: str) -> None:
    assert garbled(text) is None


def test_common_chinese_words_are_never_garbled() -> None:
    common = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)]
    words = [a + b for a, b in zip(common, common[997:] + common[:997], strict=True)]
    words += [a + b + c for a, b, c in zip(common, common[311:] + common[:311], common[::-1], strict=True)]
    assert [word for word in words if garbled(word)] == []
