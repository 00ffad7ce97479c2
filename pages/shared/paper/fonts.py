"""Where a font with Chinese characters lies, for embedding into a PDF.

The pinned package brings one to every machine; fonts of the system are the fallback where a company
installs without it. A font in the repository was rejected: 20 MB in every clone.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from data.errors import DataError
from pages.shared.text import _

PACKAGE, PACKED = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
SCRIPTS = {"en": "SC", "zh-Hans": "SC", "zh-Hant": "TC"}
PLACES = {
    "SC": (
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",  # Debian, Ubuntu
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",  # Arch, Alpine
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",  # Fedora, SUSE
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/System/Library/Fonts/PingFang.ttc",
        "/System/Library/Fonts/Hiragino Sans GB.ttc",
        "C:/Windows/Fonts/msyh.ttc",
    ),
    "TC": ("/System/Library/Fonts/PingFang.ttc", "C:/Windows/Fonts/msjh.ttc"),
}
SAMPLE = "重大投诉报告客户處理"


class NoFontError(DataError):
    """No font with Chinese characters is on this machine."""


class Font(NamedTuple):
    """A font file, and which of its faces."""

    path: Path
    face: int


@cache
def font(language: str) -> Font:
    """The font for a language; Chinese shapes differ between its scripts.

    Raises `NoFontError` with what to install.
    """
    script = SCRIPTS[language]
    for path in (*_packed(), *map(Path, (*PLACES[script], *PLACES["SC"]))):
        if path.is_file() and (found := _face(path, script)) is not None:
            return Font(path, found)
    raise NoFontError(
        _("There is no font with Chinese characters on this machine; install {package}.").format(
            package=PACKAGE.replace("_", "-")
        )
    )


def _packed() -> Iterator[Path]:
    found = find_spec(PACKAGE)
    for folder in (found and found.submodule_search_locations) or ():
        yield Path(folder) / PACKED


def _face(path: Path, script: str) -> int | None:
    """The first face of this script that has our characters, else the first that has them."""
    try:
        faces = _faces(path)
    except (OSError, TTLibError):
        return None
    ranked = sorted(range(len(faces)), key=lambda n: not _family(faces[n]).endswith(script))
    return next((n for n in ranked if set(map(ord, SAMPLE)) <= faces[n].getBestCmap().keys()), None)


def _family(face: TTFont) -> str:
    return str(face["name"].getDebugName(1))


def _faces(path: Path) -> list[TTFont]:
    if path.suffix == ".ttc":
        return list(TTCollection(path, lazy=True).fonts)
    return [TTFont(path, lazy=True)]
