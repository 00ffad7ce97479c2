"""Facts about the repository: what a reader of the code may rely on."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

import queries
from data import settings as company
from data import warehouse

ROOT = Path(__file__).parent.parent
FOLDERS = ("pages", "queries", "data", "tests")
PYTHON = sorted(
    [ROOT / "dashboard.py", *(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))]
)
PRODUCT = [file for file in PYTHON if "tests" not in file.relative_to(ROOT).parts]
PAGES = [
    file
    for file in sorted((ROOT / "pages").glob("*/*.py"))
    if file.parent.name != "shared" and not file.name.startswith("__")
]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PERIODS: dict[str, Any] = {
    "since": date(2026, 1, 1),
    "until": date(2026, 3, 31),
    "previous_since": date(2025, 10, 1),
    "previous_until": date(2025, 12, 31),
    "complaint_id": "none",
    "client_id": "none",
}
UNIMPORTED = {"orjson", "pytz", "tzdata", "noto_cjk_sans_otc"}
IMPORTED_AS = {
    "python_docx": "docx",
    "python_pptx": "pptx",
    "fpdf2": "fpdf",
    "fonttools": "fontTools",
}


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_but_the_docstring_lies_directly_in_pages() -> None:
    assert [file.name for file in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_is_under_100_lines_and_begins_with_its_question(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 100
    first_line = (ast.get_docstring(ast.parse(text)) or "").splitlines()[0]
    assert "?" in first_line


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_imports_what_pages_share_and_nothing_behind_it(page: Path) -> None:
    """Parts of its own section count as its own, pages beside it do not."""
    own = {f"pages.{page.parent.name}.{part.name}" for part in page.parent.iterdir()}
    foreign = ("plotly", "duckdb", "pandas", "numpy", "data.", "pages.")
    assert not [
        name
        for name in imported(page)
        if name.startswith(foreign) and not name.startswith(("pages.shared", *own))
    ]


@pytest.mark.parametrize("file", PYTHON, ids=name_of)
def test_a_file_stays_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("file", PRODUCT, ids=name_of)
def test_only_pages_know_the_screen(file: Path) -> None:
    if file.relative_to(ROOT).parts[0] in ("queries", "data"):
        assert not [name for name in imported(file) if name.startswith(("streamlit", "plotly"))]


@pytest.mark.parametrize("file", PYTHON, ids=name_of)
def test_nothing_is_silenced(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "# type:" + " ignore" not in text
    assert "# no" + "qa" not in text


@pytest.mark.parametrize("file", PRODUCT, ids=name_of)
def test_the_product_never_sleeps(file: Path) -> None:
    assert "time.sleep" not in file.read_text(encoding="utf-8")


def test_every_package_that_is_imported_is_pinned_and_the_other_way_round() -> None:
    own = {"pages", "queries", "data", "tests", "dashboard"}
    used = {name.split(".")[0] for file in PRODUCT for name in imported(file)}
    used -= own | set(sys.stdlib_module_names)
    pinned = {pin.replace("-", "_") for pin in pins("requirements.txt")}
    pinned = {IMPORTED_AS.get(pin, pin) for pin in pinned}
    assert used <= pinned
    assert pinned - used <= UNIMPORTED


def pins(file: str) -> list[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if "==" in line]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_exact_and_says_why(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert line.startswith(("#", "-r ")) or re.fullmatch(r"[\w.-]+==[\w.]+ +# .+", line)


def test_the_rules_on_imports_name_every_section_of_pages() -> None:
    sections = {f"pages.{page.parent.name}" for page in PAGES}
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    for contract in linter["importlinter"]["contracts"]:
        named = contract.get("modules", []) + contract.get("source_modules", [])
        named_pages = {name.removesuffix(".*") for name in named} & sections
        assert named_pages in (set(), sections), contract["name"]


@cache
def empty_warehouse() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    settings = company.load()
    warehouse.prepare(connection, settings)
    warehouse.refresh_marts(connection, settings)
    return connection


def test_every_table_and_column_of_the_warehouse_is_commented() -> None:
    silent = empty_warehouse().execute(
        """
        select table_name || '.' || column_name from duckdb_columns()
        where schema_name = 'main' and database_name = 'memory' and coalesce(comment, '') = ''
        union all
        select table_name from duckdb_tables()
        where schema_name = 'main' and database_name = 'memory' and coalesce(comment, '') = ''
        """
    )
    assert silent.fetchall() == []


def bare(sql: str) -> str:
    """The SQL without its comments."""
    return re.sub(r"--.*", "", sql)


@pytest.mark.parametrize("name", queries.names())
def test_a_header_names_the_parameters_that_are_used(name: str) -> None:
    asked = queries.question(name)
    assert set(queries.PARAMETER.findall(bare(asked.sql))) == set(asked.binds)


@pytest.mark.parametrize("name", queries.names())
def test_a_header_names_the_columns_that_come_back(name: str) -> None:
    cursor = queries.execute(empty_warehouse(), name, company.load(), **PERIODS)
    assert tuple(column[0] for column in cursor.description) == queries.question(name).returns


@pytest.mark.parametrize("name", queries.names())
def test_a_question_has_a_test_of_its_own(name: str) -> None:
    tests = (ROOT / "tests" / "queries").rglob("test_*.py")
    assert any(f'"{name}"' in file.read_text(encoding="utf-8") for file in tests)


@pytest.mark.parametrize("name", queries.names())
def test_a_question_is_at_most_60_lines_ordered_and_alone(name: str) -> None:
    asked = queries.question(name)
    sql = bare(asked.sql).strip()
    assert len(sql.splitlines()) <= 60
    assert "order by" in sql or asked.grain.startswith("one row for the whole")
    assert len(duckdb.extract_statements(sql)) == 1


def test_the_readme_names_every_folder_and_page() -> None:
    missing = [name_of(page.parent) for page in PAGES if f"`{page.parent.name}/`" not in README]
    assert missing == []
    for folder in ("pages/", "queries/", "data/", "tests/"):
        assert f"`{folder}`" in README


def test_the_readme_has_exactly_two_commands_to_begin_with() -> None:
    first_block = re.findall(r"```sh\n(.+?)```", README, re.DOTALL)[0]
    targets = re.findall(r"^make (\w+)", first_block, re.MULTILINE)
    assert targets == ["run", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in ("run", "test", "check", "bench"))


def test_the_readme_fits_a_screen_and_its_links_lead_somewhere() -> None:
    assert len(README.splitlines()) <= 80
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
