"""Walls between packages, by the imports of every file: also those inside functions.

Imports point one way: `cli -> orchestration -> expectations, matching, ingestion`. Ruff refuses
most of this while one types; here it is read from the syntax tree, so that a `noqa` or a late
import opens no door. What does not belong here: literals that name a source
(`ingestion/test_isolation.py`).
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = Path("ingestion/sources")
SANDBOX = "ingestion.sandbox"

#: Package -> what no file of it imports.
WALLS = {
    "ingestion": {
        "dagster", "dagster_dbt", "dbt", "duckdb", "great_expectations", "orchestration",
        "expectations", "matching",
    },
    "matching": {
        "dagster", "dagster_dbt", "dbt", "duckdb", "great_expectations", "orchestration",
        "expectations", "requests", "bs4",
    },
    "orchestration": {"bs4", "lxml", "requests"},
    "expectations": {"dagster", "ingestion", "matching", "orchestration"},
}  # fmt: skip
PACKAGES = tuple(WALLS)
#: What readers share; a replica that used it would repeat a misreading instead of catching it.
OF_READERS = ("ingestion.text", "ingestion.platforms", "ingestion.examples", "ingestion.http")

#: The second replica: of the project it knows the form of a truth folder and nothing else.
REPLICA = Path("tests/replica")

Breaks = Callable[[Path, str], bool]


def find_breaches(root: Path, breaks: Breaks) -> list[str]:
    """Imports under the three packages that break a rule; `breaks` gets file and dotted name."""
    return [
        f"{path.as_posix()} imports {name}"
        for package in PACKAGES
        for path in _python_files(root, package)
        for name in _imports(root / path)
        if breaks(path, name)
    ]


def _python_files(root: Path, folder: str) -> list[Path]:
    found = sorted((root / folder).rglob("*.py"))
    return [path.relative_to(root) for path in found if "__pycache__" not in path.parts]


def _imports(path: Path) -> Iterator[str]:
    """Dotted names that a file imports; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _is_import_call(node):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _is_import_call(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else None
    called = node.func.id if isinstance(node.func, ast.Name) else called
    return called in ("import_module", "__import__") and bool(node.args)


def _is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _is_replica(path: Path) -> bool:
    return path.is_relative_to(SOURCES) and path.stem.startswith("replica")


# ---- the rules ------------------------------------------------------------------------------


def knows_an_upper_layer(path: Path, name: str) -> bool:
    """The table `WALLS`."""
    return any(_is_within(name, banned) for banned in WALLS[path.parts[0]])


def knows_another_source(path: Path, name: str) -> bool:
    """A source's modules are its own; nobody else imports them."""
    if not _is_within(name, "ingestion.sources") or name == "ingestion.sources":
        return False
    source = name.split(".")[2]
    return not path.is_relative_to(SOURCES / source)


def crosses_to_the_other_side(path: Path, name: str) -> bool:
    """Reader and replica of a source share nothing but the folder.

    `from ingestion.sources.x import replica` counts, an object of a module of one's own side that
    happens to be called `replica…` does not.
    """
    own = ".".join(path.parent.parts)
    if not path.is_relative_to(SOURCES) or not name.startswith(f"{own}."):
        return False
    module = name.removeprefix(f"{own}.").partition(".")[0]
    return _is_replica(path) != module.startswith("replica")


def reads_like_a_reader(path: Path, name: str) -> bool:
    """Sandbox and replicas take nothing from the code that reads pages."""
    is_sandbox = _is_replica(path) or path.is_relative_to("ingestion/sandbox")
    shared = any(_is_within(name, package) for package in OF_READERS)
    return is_sandbox and (shared or name.endswith(".scraper"))


def knows_the_sandbox(path: Path, name: str) -> bool:
    """The pipeline meets the sandbox over HTTP only; commands may start it."""
    may = _is_replica(path) or path.is_relative_to("ingestion/sandbox")
    may = may or path.is_relative_to("orchestration/cli")
    return not may and _is_within(name, SANDBOX)


def speaks_http(path: Path, name: str) -> bool:
    """One module alone sends requests, so that politeness has one place."""
    return _is_within(name, "requests") and path != Path("ingestion/http/fetcher.py")


def needs_the_tests(_: Path, name: str) -> bool:
    """What ships works without the tests."""
    return _is_within(name, "tests")


RULES: list[Breaks] = [
    knows_an_upper_layer,
    knows_another_source,
    crosses_to_the_other_side,
    reads_like_a_reader,
    knows_the_sandbox,
    speaks_http,
    needs_the_tests,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_import_breaks_the_rule(rule: Breaks) -> None:
    assert find_breaches(ROOT, rule) == []


def test_every_package_is_looked_at() -> None:
    sizes = {package: len(_python_files(ROOT, package)) for package in PACKAGES}
    assert min(sizes.values()) > 10, sizes
    assert len([path for path in _python_files(ROOT, "ingestion") if _is_replica(path)]) > 4


def breaks_the_replicas_wall(path: Path, name: str) -> bool:
    """The second replica knows no other code of the project; only end-to-end tests know it."""
    inside = path.is_relative_to(REPLICA)
    if not inside:
        may = path.is_relative_to("tests/e2e")
        return not may and _is_within(name, "tests.replica")
    ours = any(_is_within(name, package) for package in PACKAGES)
    if name == "ingestion":  # the folder of the reference tables
        return False
    return ours and not _is_within(name, "ingestion.sandbox.truth")


def test_the_second_replica_stands_alone() -> None:
    paths = [
        *_python_files(ROOT, "tests"),
        *(p for one in PACKAGES for p in _python_files(ROOT, one)),
    ]
    names = [(path, name) for path in paths for name in _imports(ROOT / path)]
    assert [one for one in names if breaks_the_replicas_wall(*one)] == []
    assert len(_python_files(ROOT, str(REPLICA))) > 8


@pytest.mark.parametrize(
    ("place", "name", "breach"),
    [
        ("tests/replica/pages.py", "ingestion.sandbox.world", True),
        ("tests/replica/pages.py", "ingestion.text.dates", True),
        ("tests/replica/pages.py", "ingestion.sources.elotori.replica", True),
        ("tests/replica/truth.py", "ingestion.sandbox.truth.SCHEMAS", False),
        ("tests/ingestion/test_a.py", "tests.replica", True),
        ("tests/e2e/nights.py", "tests.replica.Stand", False),
    ],
)
def test_the_replicas_wall_sees_both_sides(place: str, name: str, breach: bool) -> None:
    assert breaks_the_replicas_wall(Path(place), name) is breach


# ---- each rule sees what it is for ------------------------------------------------------------

BREACHES = [
    (knows_an_upper_layer, "ingestion/parse.py", "import duckdb"),
    (knows_an_upper_layer, "ingestion/parse.py", "def f():\n    from dagster import asset"),
    (knows_an_upper_layer, "ingestion/parse.py", "import_module('great_expectations.core')"),
    (knows_an_upper_layer, "orchestration/lib/a.py", "from bs4 import BeautifulSoup"),
    (knows_an_upper_layer, "orchestration/lib/a.py", "import lxml.html"),
    (knows_an_upper_layer, "expectations/runner.py", "import dagster as dg"),
    (knows_another_source, "ingestion/sources/b/scraper.py", "from ingestion.sources.a import x"),
    (knows_another_source, "orchestration/lib/a.py", "import ingestion.sources.a.scraper"),
    (
        crosses_to_the_other_side,
        "ingestion/sources/a/replica.py",
        "import ingestion.sources.a.names",
    ),
    (
        crosses_to_the_other_side,
        "ingestion/sources/a/names.py",
        "import ingestion.sources.a.replica",
    ),
    (
        crosses_to_the_other_side,
        "ingestion/sources/a/names.py",
        "from ingestion.sources.a import replica_rows",
    ),
    (reads_like_a_reader, "ingestion/sources/a/replica.py", "from ingestion.text.dates import d"),
    (reads_like_a_reader, "ingestion/sandbox/server.py", "import ingestion.http.fetcher"),
    (knows_the_sandbox, "ingestion/collect.py", "from ingestion import sandbox"),
    (knows_the_sandbox, "orchestration/lib/night.py", "import ingestion.sandbox.truth"),
    (speaks_http, "ingestion/http/robots.py", "import requests"),
    (needs_the_tests, "orchestration/lib/a.py", "from tests.conftest import AS_OF"),
]
INNOCENT = [
    (knows_an_upper_layer, "ingestion/parse.py", "import dagsters\nimport json"),
    (knows_another_source, "ingestion/sources/a/scraper.py", "from ingestion.sources.a import x"),
    (
        crosses_to_the_other_side,
        "ingestion/sources/a/replica.py",
        "from ingestion.sources.a.replica_rows import HEADER",
    ),
    (knows_the_sandbox, "orchestration/cli/demo.py", "from ingestion.sandbox import Sandbox"),
    (speaks_http, "ingestion/http/fetcher.py", "import requests"),
]


def _breaches_of(tmp_path: Path, rule: Breaks, place: str, code: str) -> list[str]:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text(code)
    return find_breaches(tmp_path, rule)


@pytest.mark.parametrize(("rule", "place", "code"), BREACHES)
def test_a_breach_is_seen(tmp_path: Path, rule: Breaks, place: str, code: str) -> None:
    assert _breaches_of(tmp_path, rule, place, code)


@pytest.mark.parametrize(("rule", "place", "code"), INNOCENT)
def test_what_is_allowed_is_no_breach(tmp_path: Path, rule: Breaks, place: str, code: str) -> None:
    assert _breaches_of(tmp_path, rule, place, code) == []


def test_a_relative_import_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="imports relatively"):
        _breaches_of(tmp_path, speaks_http, "ingestion/a.py", "from . import requests")


@pytest.mark.parametrize("package", PACKAGES)
def test_ruff_knows_the_same_walls(package: str) -> None:
    settings = tomllib.loads((ROOT / package / "ruff.toml").read_text(encoding="utf-8"))
    banned = settings["lint"]["flake8-tidy-imports"]["banned-api"]
    assert WALLS[package] <= banned.keys(), "an editor should say it before a test does"
