import string

import pytest

from pages.shared.text import catalogues
from pages.shared.text.phrases import in_python, template

LOCALES = catalogues.TRANSLATED


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalogue_holds_every_phrase_and_no_other(locale: str) -> None:
    held = {message.id for message in catalogues.read(locale) if message.id}
    assert held == {message.id for message in template() if message.id}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_phrase_is_translated(locale: str) -> None:
    translated = catalogues.phrases(locale)
    phrases = [catalogues.phrase(message) for message in template() if message.id]
    assert [phrase for phrase in phrases if phrase not in translated] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_fills_the_same_blanks(locale: str) -> None:
    both = catalogues.phrases(locale).items()
    wrong = [phrase for phrase, said in both if blanks(phrase) != blanks(said)]
    assert wrong == []


def blanks(phrase: str) -> set[str]:
    return {name for _text, name, _format, _conversion in string.Formatter().parse(phrase) if name}


def test_phrases_are_found_where_they_are_written() -> None:
    source = """
said = f"{_('inside')} {marked('set ' 'aside')}"
text.ngettext("one", "many", 2)
_(said)
"""
    assert set(in_python(source)) == {"inside", "set aside", ("one", "many")}
