"""Sources that publish as hand-written HTML: from the bytes of a page to its tree.

What does not belong here: selectors, labels and links of one site.
"""

from __future__ import annotations

from bs4 import BeautifulSoup

from ingestion.platforms.letters import has_broken_letters
from ingestion.scraper import Page, PageError
from ingestion.text import html


def read_tree(page: Page) -> BeautifulSoup:
    """The tree of an HTML page.

    Raises:
        PageError: letters are lost, whatever charset the page is read in.
    """
    text, charset = html.decode(page.body, page.charset)
    if has_broken_letters(text):
        raise PageError("charset", f"letters are broken when read as {charset}")
    return BeautifulSoup(text, "lxml")
