"""How we introduce ourselves to the sites we read; the only place that says it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

#: Distribution name and, in robots.txt, the product token that a group may name.
PRODUCT = "elo-tietopohja"
#: Where an administrator finds out who reads the site and how to reach us.
CONTACT_URL = "https://example.org/elo-tietopohja"


def default_user_agent() -> str:
    """The `User-Agent` of every request: product, version and contact URL."""
    try:
        release = version(PRODUCT)
    except PackageNotFoundError:  # read from a checkout that is not installed
        release = "0"
    return f"{PRODUCT}/{release} (+{CONTACT_URL})"
