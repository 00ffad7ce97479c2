"""Text from data made harmless before something interprets it: HTML, Plotly, Markdown, Word.

Names of clients come from other people's files. Plotly draws `<a>` and `<b>`, Streamlit's Markdown
loads images and makes links; escaping at the last step beats cleaning at import, because the
warehouse then keeps the name as it was.
"""

import re
from html import escape

_SPACES = re.compile(r"[\s\u0000-\u001f\u2028\u2029]+")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]+")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:$<>&^=@])")
_LINK_STARTS = re.compile(r"(?i)(https?(?=:)|www(?=\.))")
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD_JOINER = "\u2060"


def html(text: object) -> str:
    """Text for HTML and for every Plotly label, on one line."""
    return escape(_one_line(text), quote=True)


def markdown(text: object) -> str:
    """Text for a widget that reads Markdown: shown letter by letter, never as a link or an image.

    A word joiner breaks `www.` and `https:`, which Markdown would turn into links even escaped.
    """
    return _MARKS.sub(r"\\\1", _LINK_STARTS.sub(rf"\1{_WORD_JOINER}", _one_line(text)))


def _one_line(text: object) -> str:
    """Without marks that would turn the direction of reading of the sentence around it."""
    return _SPACES.sub(" ", _TURNS.sub("", str(text))).strip()


def document(text: object) -> str:
    """Text for a document: letter by letter, in its own lines.

    Left out: what XML forbids (one such character and Word opens nothing), and marks that would
    turn the direction of reading.
    """
    lines = re.split(r"\r\n|[\r\n\u2028\u2029\x85]", str(text))
    return "\n".join(_UNPRINTABLE.sub(" ", line).strip() for line in lines).strip()
