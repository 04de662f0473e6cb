"""What the tests read from the pages of the Dagster UI, and what they click.

Values are read by one script a page: an element that was found is gone when the page polls.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

T = TypeVar("T")

PAGE_S = 120
RUN_S = 1800
_SETTLE_S = 30
_ENDED = ("Success", "Failure", "Canceled")

_METADATA = """
return Object.fromEntries([...document.querySelectorAll('tr')]
  .filter(row => !row.parentElement.closest('td'))
  .map(row => row.querySelectorAll(':scope > td'))
  .filter(cells => cells.length === 3)
  .map(cells => [cells[0].innerText.trim(), {
    text: cells[2].innerText.trim(),
    links: [...cells[2].querySelectorAll('a')].map(a => a.href),
  }]))
"""
_GROUPS = """
return [...document.querySelectorAll('foreignObject.group')]
  .sort((a, b) => a.x.baseVal.value - b.x.baseVal.value)
  .map(node => (node.firstElementChild?.innerText ?? '').trim().split('\\n')[0])
  .filter(name => name)
"""
_NODES = """
return [...document.querySelectorAll('foreignObject:not(.group)')]
  .map(node => (node.firstElementChild?.innerText ?? '').trim().split('\\n'))
  .filter(lines => lines[0])
"""
_COLOURS = """
return [...document.querySelectorAll('foreignObject [style*="--minimal-bg"]')]
  .map(node => node.style.getPropertyValue('--minimal-bg'))
"""
_CHECKS = """
return Object.fromEntries([...document.querySelectorAll('div[title]')]
  .filter(node => node.nextElementSibling)
  .map(node => [node.title, node.nextElementSibling.innerText.trim()]))
"""
_TITLES = "return [...document.querySelectorAll('div[title]')].map(node => node.title)"
_TEXTS = """
return [...document.querySelectorAll('body *')]
  .filter(node => node.childElementCount === 0)
  .map(node => (node.innerText ?? '').trim()).filter(text => text)
"""


class Ui:
    """A browser on one Dagster UI.

    Args:
        driver: the browser.
        url: where the UI answers.
        screenshots: folder for pictures of what was seen.
    """

    def __init__(self, driver: Chrome, url: str, screenshots: Path) -> None:
        self._driver = driver
        self._url = url
        self._screenshots = screenshots

    def open(self, path: str) -> None:
        """Open a page as a newcomer sees it, then wait for its frame."""
        if self._driver.current_url.startswith(self._url):
            # else a graph opens at the zoom of the last one, and that hides most of a larger one
            self._driver.execute_script("localStorage.clear()")
        self._driver.get(self._url + path)
        self.wait(lambda: "Deployment" in self.texts(), f"{path} opens")

    def open_asset(self, *key: str, view: str = "overview") -> None:
        """Open the page of one asset."""
        self.open(f"/assets/{'/'.join(key)}?view={view}")

    def wait(self, look: Callable[[], T], what: str, seconds: float = PAGE_S) -> T:
        """Look until something true is seen, and return it.

        Raises:
            AssertionError: it never was; a picture of the page is kept.
        """
        try:
            seen: T = WebDriverWait(self._driver, seconds).until(lambda _: look())
        except TimeoutException:
            picture = self.shoot("failed_" + re.sub(r"\W+", "_", what)[:40])
            raise AssertionError(
                f"not seen within {seconds:.0f} s: {what}\n"
                f"at {self._driver.current_url}, picture {picture}"
            ) from None
        return seen

    def wait_with_reload(self, look: Callable[[], T], what: str) -> T:
        """The same for what a page shows only when it is opened anew."""

        def look_again() -> T | None:
            self._driver.refresh()
            try:
                return WebDriverWait(self._driver, _SETTLE_S).until(lambda _: look())
            except TimeoutException:
                return None

        seen = self.wait(look_again, what, 5 * PAGE_S)
        assert seen is not None
        return seen

    def click(self, xpath: str) -> None:
        """Click an element as soon as it can be clicked."""
        wait = WebDriverWait(self._driver, PAGE_S)
        wait.until(expected_conditions.element_to_be_clickable((By.XPATH, xpath))).click()

    def resize(self, height: int) -> None:
        """Make the window that high: lists and graphs render only what fits into it."""
        self._driver.set_window_size(1920, height)

    def shoot(self, name: str) -> Path:
        """Keep a picture of the page as it is."""
        path = self._screenshots / f"{name}.png"
        self._driver.save_screenshot(str(path))
        return path

    def texts(self) -> list[str]:
        """All bare texts of the page, in order."""
        return self._run(_TEXTS)

    def metadata(self, *keys: str) -> dict[str, dict[str, Any]]:
        """Rows of an asset's metadata table, as soon as those keys are there.

        Returns:
            Key -> `text` and `links` of its value.
        """

        def look() -> dict[str, dict[str, Any]] | None:
            rows: dict[str, dict[str, Any]] = self._run(_METADATA)
            return rows if set(keys) <= set(rows) else None

        return self.wait(look, f"metadata {', '.join(keys)}") or {}

    def wait_until_fresh(self) -> None:
        """Wait until the daemon has judged the asset's freshness policy, and well."""
        self.wait_with_reload(
            lambda: self.status("Freshness policy") == "Passing", "a freshness policy that passes"
        )

    def groups(self) -> list[str]:
        """Groups of the asset graph, from left to right."""
        return self._run(_GROUPS)

    def nodes(self) -> list[list[str]]:
        """Assets that the visible part of the graph shows: the lines of each."""
        return self._run(_NODES)

    def count_materialised(self) -> int:
        """Assets shown green, in a graph that is too large for more than a colour."""
        return sum("green" in colour for colour in self._run(_COLOURS))

    def checks(self) -> dict[str, str]:
        """Checks listed on an asset's page: name -> how the last execution ended."""
        return self._run(_CHECKS)

    def titles(self) -> list[str]:
        """Names in the tree beside the graph, from top to bottom."""
        return self._run(_TITLES)

    def status(self, label: str) -> str:
        """The value below a heading of an asset's status, such as `Row count`."""
        texts = self.texts()
        return texts[texts.index(label) + 1] if label in texts else ""

    def unfold(self, group: str) -> None:
        """Open or close a group in the tree beside the graph."""
        arrow = "*[@aria-label='arrow_drop_down']"
        self.click(f"//div[@title='{group}']/ancestor::*[.//{arrow}][1]//{arrow}")

    def launch(self, job: str) -> str:
        """Start a run of a job with the button of its page; returns the run id."""
        self.open(f"/locations/elo/jobs/{job}")
        self.click("//button[contains(., 'Materialize all')]")
        self.click("//*[text()='View']")
        self.wait(lambda: "/runs/" in self._driver.current_url, "the page of the run")
        return self._driver.current_url.rsplit("/", 1)[-1]

    def wait_for_run(self) -> str:
        """Wait on the page of a run until it has ended; returns its status."""
        return self.wait(self._ended, "the run ends", RUN_S)

    def console_errors(self) -> list[str]:
        """Errors that the pages reported since this was last asked."""
        return [
            entry["message"]
            for entry in self._driver.get_log("browser")
            if entry["level"] == "SEVERE" and self._url in entry["message"]
        ]

    def _ended(self) -> str:
        return next((text for text in self.texts() if text in _ENDED), "")

    def _run(self, script: str) -> Any:
        return self._driver.execute_script(script)
