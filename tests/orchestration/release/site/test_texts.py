"""The catalogues: the same keys in three languages, the same places for values, no key unused."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from orchestration.release.site import voice as module
from orchestration.release.site.voice import Voice, read_texts
from orchestration.release.site.wording import LANGUAGES

_FOLDER = Path(module.__file__).parent
#: Sections whose keys are codes of closed lists, looked up by `label` and not by name.
_BY_CODE = re.compile(r"""label\(\s*["'](\w+)["']|labels\[["'](\w+)["']\]""")
_BY_NAME = re.compile(r"""\bt\(\s*f?["']([\w.+-]+)["']""")
#: A key that is put together: `t("known." ~ what)` or `t(f"why.{…}")`.
_BY_PREFIX = re.compile(r'\bt\(\s*(?:f"(\w+\.)\{|"(\w+\.)" ~)')


def sources() -> str:
    files = [*_FOLDER.rglob("*.py"), *_FOLDER.rglob("*.j2")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_same_keys(language: str) -> None:
    assert read_texts(language).keys() == read_texts("fi").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_places_for_values(language: str) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    finnish = read_texts("fi")
    for key, text in read_texts(language).items():
        assert text, key
        assert places(text) == places(finnish[key]), key


def test_no_key_is_unused() -> None:
    text = sources()
    by_code = {name for pair in _BY_CODE.findall(text) for name in pair if name}
    by_name = set(_BY_NAME.findall(text))
    by_prefix = tuple({name for pair in _BY_PREFIX.findall(text) for name in pair if name})
    unused = [
        key
        for key in read_texts("fi")
        if key not in by_name
        and key.split(".")[0] not in by_code
        and not key.startswith(by_prefix)
        and f'"{key}"' not in text
    ]
    assert unused == []


def test_a_key_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        Voice("fi").t("front.nothing")


def test_values_are_escaped_and_codes_fall_back() -> None:
    assert str(Voice("en").t("money.without", n="<b>")) == "&lt;b&gt; without a published amount"
    assert Voice("sv").label("status", "ongoing") == "pågår"
    assert Voice("sv").label("status", "new_code") == "new_code"
