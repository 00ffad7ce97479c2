"""Names from data are shown letter by letter, whatever they contain."""

import pytest

from pages.shared import safe


def test_html_is_escaped() -> None:
    assert safe.html('<b onclick="x">A & B</b>') == (
        "&lt;b onclick=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;"
    )


def test_a_name_stays_on_one_line() -> None:
    assert safe.html("A\n# B\t C") == "A # B C"


def test_a_name_does_not_turn_the_sentence_around_it() -> None:
    assert safe.html("\u202etxt.exe\u2066") == "txt.exe"
    assert safe.markdown("\u202eA") == "A"


@pytest.mark.parametrize(
    "text", ["![](http://x)", "[a](b)", "**a**", "<b>", "$x$", ":red[a]", "`a`", "# a", "~~a~~"]
)
def test_markdown_marks_are_escaped(text: str) -> None:
    escaped = safe.markdown(text)
    assert all(f"\\{mark}" in escaped for mark in text if mark in "![]()*<>$:`#~")


def test_an_address_does_not_become_a_link() -> None:
    assert "www\\." not in safe.markdown("www.example.com")
    assert "https\\:" not in safe.markdown("https://example.com")


def test_plain_words_are_left_alone() -> None:
    assert safe.markdown("Aurora Metals 曙光金属") == "Aurora Metals 曙光金属"
