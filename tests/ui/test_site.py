"""The pages of a release as people use them, in headless Chromium.

A server that only reads files serves the site; the browser resolves no name, so that any request
to another host fails and is noticed.
"""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from orchestration.release.site.wording import LANGUAGES
from tests.orchestration.release.site.built import Built, build

pytestmark = pytest.mark.ui

PAGES = (
    "index.html", "projects.html", "projects.html?q=ohjauksen&region=mk-19", "project/p3.html",
    "project/p0.html", "organisations.html", "organisation/o3.html", "regions.html",
    "region/mk-19.html", "region/evk-01.html", "money.html", "overlaps.html", "gaps.html",
    "gaps/mk-19.html", "calls.html", "changes.html", "sources.html", "source/register.html",
    "coverage.html", "data.html", "method.html", "accessibility.html", "correction.html?id=p3",
    "programmes.html", "programme/g1.html", "envelopes.html", "envelope/e1.html", "measures.html",
    "measure/m1.html",
)  # fmt: skip
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
_WAIT_S = 30
_PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
#: What axe could not decide counts too, except the colours of text in a drawing, which it never
#: can: `test_colours.py` computes those.
_RUN_AXE = """
const done = arguments[arguments.length - 1];
const open = rule => rule.id !== 'color-contrast' ? rule
  : {id: rule.id, nodes: rule.nodes.filter(n => !n.html.startsWith('<text'))};
axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(
  r => done(r.violations.concat(r.incomplete.map(open)).filter(v => v.nodes.length)
    .map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))),
  e => done(['axe failed: ' + e]));
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def address(site: Built) -> Iterator[str]:
    """Where the release is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing: pytest shows what fails."""

    handler = partial(Quiet, directory=str(site.release))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/site/"
        server.shutdown()


def count(browser: Chrome) -> str:
    """What the list says that it shows, when it is done."""
    WebDriverWait(browser, _WAIT_S).until(
        lambda b: b.execute_script("return document.documentElement.dataset.took")
    )
    return browser.find_element(By.ID, "count").text


def settle(browser: Chrome) -> None:
    """Forget the last answer, so that `count` waits for the next."""
    browser.execute_script("delete document.documentElement.dataset.took")


def names(browser: Chrome) -> list[str]:
    """Names in the rows of the list."""
    return [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, "#result tbody th")]


@pytest.fixture
def wide(browser: Chrome) -> Chrome:
    """The browser at the width of a desk."""
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.get_log("browser")
    return browser


def test_inflected_forms_find_their_word(wide: Chrome, address: str) -> None:
    for query in ("ohjauksen", "ohjaus", "uraohjaus"):
        wide.get(f"{address}fi/projects.html?q={query}")
        count(wide)
        assert "Uraohjauksen silta" in names(wide), query
    wide.get(f"{address}fi/projects.html?q=olematonsana")
    assert count(wide).startswith("Mikään hanke ei vastaa")
    assert names(wide) == []


def test_a_word_without_its_dots_is_a_second_try(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/projects.html?q=kehittaa&all=1")
    with_dots = count(wide)
    assert with_dots.startswith("59 hanketta")


def test_a_deep_link_sets_filters_and_a_filter_makes_one(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/projects.html?region=mk-19&all=1&status=ongoing")
    shown = count(wide)
    assert shown.startswith("6 hanketta")
    assert Select(wide.find_element(By.ID, "f-region")).first_selected_option.text.startswith(
        "Maakunta 19"
    )
    settle(wide)
    Select(wide.find_element(By.ID, "f-status")).select_by_value("")
    assert count(wide).startswith("12 hanketta")
    assert wide.current_url.endswith("?region=mk-19&all=1")
    wide.back()
    WebDriverWait(wide, _WAIT_S).until(lambda b: count(b) == shown)


def test_guidance_only_is_the_default_and_the_switch_is_visible(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/projects.html")
    assert count(wide).startswith("20 hanketta")
    settle(wide)
    wide.find_element(By.ID, "f-all").click()
    assert count(wide).startswith("60 hanketta")


def test_years_and_funders_limit_the_sum_too(wide: Chrome, address: str) -> None:
    wide.get(f"{address}en/projects.html?all=1&from=2018&to=2018&funder=o3")
    assert count(wide).startswith("60 projects · €5,")
    wide.get(f"{address}en/projects.html?all=1&from=2019&to=2019")
    assert count(wide) == "No project matches. Remove a filter."


def test_the_language_switch_keeps_page_and_filters(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/projects.html?region=mk-19&all=1")
    count(wide)
    wide.find_element(By.LINK_TEXT, "Svenska").click()
    WebDriverWait(wide, _WAIT_S).until(lambda b: "/sv/" in b.current_url)
    assert count(wide).startswith("12 projekt")
    wide.get(f"{address}fi/project/p3.html")
    wide.find_element(By.LINK_TEXT, "English").click()
    assert wide.current_url == f"{address}en/project/p3.html"


def test_the_csv_holds_what_is_shown(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/projects.html?q=uraohjaus")
    count(wide)
    text = wide.execute_async_script(
        """
        const done = arguments[0];
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => { blob.text().then(done); return make(blob); };
        document.getElementById('csv').click();
        """
    )
    lines = text.removeprefix("\ufeff").strip().split("\r\n")
    assert lines[0].startswith("project_id,name,lead,start,end,status,granted_eur")
    assert [line.split(",")[0] for line in lines[1:]] == ["p6"]
    assert ",58226.55,0," in lines[1]


def test_the_keyboard_is_enough(wide: Chrome, address: str) -> None:
    wide.get(f"{address}fi/index.html")
    focused = wide.switch_to.active_element
    focused.send_keys(Keys.TAB)
    skip = wide.switch_to.active_element
    assert skip.get_attribute("class") == "skip"
    skip.send_keys(Keys.ENTER)
    assert wide.switch_to.active_element.get_attribute("id") == "main"
    wide.switch_to.active_element.send_keys(Keys.TAB)
    field = wide.switch_to.active_element
    assert field.get_attribute("id") == "q"
    outline = wide.execute_script("return getComputedStyle(arguments[0]).outlineStyle", field)
    assert outline == "solid"
    field.send_keys("uraohjauksen", Keys.ENTER)
    WebDriverWait(wide, _WAIT_S).until(lambda b: "projects.html?q=" in b.current_url)
    assert count(wide).startswith("1 hanketta")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_phone(browser: Chrome, address: str, language: str) -> None:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", _PHONE)
    for page in PAGES:
        browser.get(f"{address}{language}/{page}")
        width = browser.execute_script("return document.documentElement.scrollWidth")
        assert width <= _PHONE["width"], page
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_is_asked_of_another_host_and_no_page_complains(wide: Chrome, address: str) -> None:
    for page in PAGES:
        wide.get(f"{address}fi/{page}")
        if page.startswith("projects"):
            count(wide)
        asked = wide.execute_script(
            "return performance.getEntriesByType('resource').map(entry => entry.name)"
        )
        assert [url for url in asked if not url.startswith(address)] == []
        assert [entry for entry in wide.get_log("browser") if entry["level"] == "SEVERE"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(wide: Chrome, address: str, language: str) -> None:
    axe = axe_source()
    wide.set_script_timeout(120)
    found: dict[str, Any] = {}
    for page in PAGES:
        wide.get(f"{address}{language}/{page}")
        if page.startswith("projects"):
            count(wide)
        # through the debugger: the policy of the pages lets no script in by another way
        wide.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
        if violations := wide.execute_async_script(_RUN_AXE, _RULES):
            found[page] = violations
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)


def axe_source() -> str:
    """The rules, from the package that carries them; it is read and not imported."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None and spec.origin is not None
    file = Path(spec.origin).parent / "axe.min.js"
    return file.read_text(encoding="utf-8")


def test_a_page_on_a_disk_searches_too(wide: Chrome, site: Built) -> None:
    wide.get((site.site / "fi" / "projects.html").as_uri() + "?q=uraohjauksen")
    assert count(wide).startswith("1 hanketta")
    assert names(wide) == ["Uraohjauksen silta"]
