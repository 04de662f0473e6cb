"""One language of the site: its texts, and every value as it is written in it.

Templates get one `Voice`; what it returns as `Markup` is escaped already. What does not belong
here: what stands on which page.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml
from markupsafe import Markup, escape

from orchestration.release.site import wording
from orchestration.release.site.links import web_address
from orchestration.release.site.money import Money
from orchestration.release.site.read import Row

_TEXTS = Path(__file__).parent / "texts"


@cache
def read_texts(language: str) -> dict[str, str]:
    """The catalogue of one language: `section.key` -> text."""
    sections = yaml.safe_load((_TEXTS / f"{language}.yml").read_text(encoding="utf-8"))
    return {
        f"{section}.{key}": str(text).strip()
        for section, texts in sections.items()
        for key, text in texts.items()
    }


class _Words(dict[object, str]):
    """Words for the codes of one closed list, looked up once each."""

    def __init__(self, voice: Voice, family: str) -> None:
        super().__init__()
        self._voice, self._family = voice, family

    def __missing__(self, code: object) -> str:
        self[code] = word = self._voice.label(self._family, code)
        return word


class _Families(dict[str, _Words]):
    """The closed lists by name."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def __missing__(self, family: str) -> _Words:
        self[family] = words = _Words(self._voice, family)
        return words


class Voice:
    """How one language says things.

    Attributes:
        language: `fi`, `sv` or `en`.
        labels: family -> code -> word, for templates.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = read_texts(language)
        self._nones: dict[str, Markup] = {}
        self.labels = _Families(self)

    def t(self, key: str, **values: object) -> str:
        """A text of the catalogue; a key that it lacks is an error."""
        text = self._texts[key]
        if not values:
            return text
        # not `Markup.format`, which costs ten times as much
        filled = str(escape(text))
        for name, value in values.items():
            filled = filled.replace(f"{{{name}}}", escape(value))
        return Markup(filled)

    def label(self, family: str, code: object) -> str:
        """The word for a code of a closed list; the code itself where there is none."""
        return self._texts.get(f"{family}.{code}") or ("" if code is None else str(code))

    def number(self, value: int | None, key: str = "") -> Markup:
        """A count; `key` names what it is, so that a test can count again."""
        value = value or 0
        return _data(value, key, wording.number(value, self.language))

    def euros(self, value: Decimal | None, key: str = "") -> Markup:
        """A sum; a dash with words where there is none."""
        if value is None:
            return self._none("money.none")
        return _data(value, key, wording.euros(value, self.language))

    def millions(self, value: Decimal | None) -> str:
        """A sum for a headline."""
        return wording.millions(value or Decimal(0), self.language)

    def money(self, money: Money, key: str = "") -> Markup:
        """A sum with the number of decisions that it cannot hold."""
        without = self.number(money.without, f"{key}:without" if key else "")
        return Markup('{} <span class="without">({})</span>').format(
            self.euros(money.eur, key),
            self.t("money.without", n=without),
        )

    def day(self, value: date | None, precision: str | None = "day") -> Markup:
        """A date for readers and machines."""
        if value is None:
            return self._none("common.unknown")
        return _day(value, self.language, precision or "day")

    def seen(self, value: datetime | None) -> Markup:
        """The Finnish day of an instant."""
        return self.day(None) if value is None else self.day(wording.local_day(value))

    def name(self, row: Row | None) -> Markup:
        """A name; marked with its language where that is not the reader's."""
        if row is None:
            return self.day(None)
        text, language = wording.name_of(row, self.language)
        return in_language(text, language)

    def plain(self, row: Row | None) -> str:
        """A name where no element can stand."""
        return wording.name_of(row, self.language)[0] if row else self.t("common.unknown")

    def source_text(self, text: object, language: str = "fi") -> Markup:
        """Text that a source wrote, marked with its language."""
        return in_language(str(text), None if language == self.language else language)

    def out(self, address: str | None, label: object) -> Markup:
        """A link to a source; only its label where the address is none to follow."""
        safe = web_address(address)
        if safe is None:
            return Markup(escape(label))
        return Markup(f'<a href="{escape(safe)}" rel="noopener noreferrer">{escape(label)}</a>')

    def _none(self, key: str) -> Markup:
        made = self._nones.get(key)
        if made is None:
            made = self._nones[key] = Markup(f'<span class="none">{escape(self.t(key))}</span>')
        return made


def in_language(text: str, language: str | None) -> Markup:
    """Text, in an element that names its language where one is given."""
    if language is None:
        return Markup(escape(text))
    return Markup(f'<span lang="{language}">{escape(text)}</span>')


@cache
def _day(value: date, language: str, precision: str) -> Markup:
    text = wording.day(value, language, precision)
    machine = value.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]
    return Markup(f'<time datetime="{machine}">{text}</time>')


def _data(value: object, key: str, text: str) -> Markup:
    mark = f' data-n="{escape(key)}"' if key else ""
    return Markup(f'<data value="{value}"{mark}>{text}</data>')
