import pytest

from pages.shared.access import Reader, shared_with


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
