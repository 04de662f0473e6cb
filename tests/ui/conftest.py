"""A world on loopback, `elo dev` on an empty home, and a headless Chromium that looks at it.

All of it ends with the file of tests: an open page keeps asking its server, and that costs a core.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from ingestion.registry import find_sources
from ingestion.sandbox import Sandbox
from tests.conftest import AS_OF
from tests.ui.dev_server import DevServer, serve_dev
from tests.ui.pages import Ui

PROJECTS = 120

# read here: in a test no variable of the developer's shell is left
_SCREENSHOTS = os.environ.get("ELO_SCREENSHOTS")
_NEEDED = ("chromium", "chromedriver")
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--window-size=1920,1200",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # no name is ever resolved, so nothing outside this machine can be asked for
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True)
class Dagster:
    """The UI under test.

    Attributes:
        home: its `ELO_HOME`, empty when it was started.
        served: source id -> base URL on loopback that stands for the public one.
    """

    server: DevServer
    home: Path
    served: dict[str, str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """Headless Chromium, where it and its driver are installed."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not found: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    # with both paths given, Selenium looks for no driver elsewhere
    driver = Chrome(options, Service(executable_path=shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(scope="module")
def dagster_ui(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dagster]:
    """`elo dev` on an empty home; its sources are the sandbox."""
    folder = tmp_path_factory.mktemp("ui")
    home = folder / "home"
    world = Sandbox.build(projects=PROJECTS, seed=1, as_of=AS_OF)
    world.write(folder / "sandbox", home / "drop")
    with world.serve(port=0, log=folder / "requests.jsonl") as served:
        variables = {
            # whatever the sandbox does not stand for must not be asked for at its public address
            **{f"ELO_URL_{source_id.upper()}": "" for source_id in find_sources()},
            **served.env(),
            "ELO_AS_OF": AS_OF.isoformat(),
            "ELO_CRAWL_DELAY_S": "0",
        }
        with serve_dev(home, folder / "dev.log", variables) as server:
            yield Dagster(server, home, dict(served.urls))


@pytest.fixture(scope="module")
def ui(browser: Chrome, dagster_ui: Dagster, tmp_path_factory: pytest.TempPathFactory) -> Ui:
    """The browser on that UI; pictures go to `$ELO_SCREENSHOTS`, else to a temporary folder."""
    folder = Path(_SCREENSHOTS) if _SCREENSHOTS else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return Ui(browser, dagster_ui.server.url, folder)
