from pathlib import Path

import pandas as pd
import pytest

from data.readers import ReaderRights
from data.settings import Settings
from data.warehouse import Build
from pages.shared import text
from pages.shared.access import Reader, UnknownReaderError, named, reader, shared_with
from pages.shared.asker import Asker, speaking


@pytest.mark.parametrize(
    ("allowed", "viewed", "shared"),
    [
        (None, None, None),
        (None, ("A",), ("A",)),
        (("A", "B"), None, ("A", "B")),
        (("A", "B"), ("B", "C"), ("B",)),
        (("A",), ("C",), ()),
        ((), None, ()),
        ((), ("A",), ()),
        (None, (), ()),
    ],
)
def test_only_clients_of_both_the_reader_and_the_view_are_shared(
    allowed: tuple[str, ...] | None,
    viewed: tuple[str, ...] | None,
    shared: tuple[str, ...] | None,
) -> None:
    assert shared_with(Reader("someone", allowed), viewed) == shared


LI, ANN = "li@example.com", "ann@example.com"
RIGHTS = {
    LI: ReaderRights(name="Li", managers=("Li Wei",), clients=("C",), may_edit=True),
    ANN: ReaderRights(name="Ann", clients="all"),
}
CLIENTS = pd.DataFrame({"client_id": ["A", "B", "C", "D"], "manager": ["Li Wei", "Wu", "Wu", None]})


def test_a_reader_sees_the_clients_named_and_those_of_the_managers_named(
    settings: Settings,
) -> None:
    known = settings.model_copy(update={"readers": RIGHTS})
    assert named(LI, known, CLIENTS) == Reader("Li", ("A", "C"), may_edit=True)
    assert named(ANN, known, CLIENTS) == Reader("Ann", None, may_edit=False)


def test_nobody_is_taken_for_a_reader_that_the_settings_do_not_name(settings: Settings) -> None:
    with pytest.raises(UnknownReaderError, match="stranger@example"):
        named("stranger@example.com", settings, CLIENTS)


def test_work_done_for_an_asker_is_cut_to_its_reader_and_speaks_its_language() -> None:
    asked = Asker(Reader("Li", ("A",)), "zh-Hans", Build("b", Path("b")))
    with speaking(asked):
        assert reader().client_ids == ("A",)
        assert text.language() == "zh-Hans"
    assert reader().client_ids is None
    assert text.language() == "en"
