"""How tables of cues are searched, and what is kept of the last texts."""

from __future__ import annotations

from collections.abc import Iterator

from ingestion.text.identifiers import find_codes
from ingestion.text.memory import remembered
from ingestion.text.names import collapse
from ingestion.text.privacy import has_personal_data, redact
from ingestion.text.rules.base import NOTHING, Cue, Masks, Table

BRIDGE = Cue("bridge", r"\bsillan\b", ("sillan",), hints=("silla",))
ROAD = Cue("road", r"\btien\b", ("tien",))
MASK = Cue(NOTHING, r"sillan alla", ("sillan alla",), hints=("sillan alla",))


def test_a_table_gives_in_its_order_what_hints_do_not_exclude() -> None:
    table = Table(ROAD, BRIDGE, MASK)
    assert table.likely("sillan alla") == [ROAD, BRIDGE, MASK]
    assert table.likely("sillat") == [ROAD, BRIDGE]
    assert table.likely("joen") == [ROAD]


def test_a_mask_covers_what_overlaps_it_and_nothing_else() -> None:
    text = "sillan alla ja sillan"
    first, second = BRIDGE.regex.finditer(text)
    masks = Masks([BRIDGE, MASK], text)
    assert masks.cover(first)
    assert not masks.cover(second)


def test_a_text_is_read_once_and_its_list_is_the_callers_own() -> None:
    read: list[str] = []

    @remembered
    def words(text: str) -> Iterator[str]:
        read.append(text)
        yield from text.split()

    words("a b").append("c")
    assert words("a b") == ["a", "b"]
    assert read == ["a b"]


def test_what_is_looked_for_first_hides_nothing() -> None:
    assert [code.value for code in find_codes("urn:isbn:x")] == ["URN:ISBN:x"]
    assert redact("kirjoita posti (at) firma.example") == "kirjoita [poistettu]"
    assert has_personal_data("posti%40firma.example")
    assert collapse("a\u00a0\u2003b\u200b\x1f c\u00ad ") == "a b c"
