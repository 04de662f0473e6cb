"""A release database with everything that the site can show, hostile text included, and its site.

The tables of measures and envelopes stand in with the contract's columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import duckdb

from orchestration.release.site.build import build_site
from orchestration.release.tables import describe_tables
from tests.expectations.fixture import build_marts, change

STAMP = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
AS_OF = date(2026, 11, 24)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

_MORE = """
create or replace table marts.dim_theme (theme_code varchar, name_fi varchar, name_sv varchar,
    name_en varchar, is_guidance_theme boolean);
insert into marts.dim_theme values
  ('outreach', 'hakeva toiminta', 'uppsökande verksamhet', 'outreach', true),
  ('transitions', 'nivelvaiheet', 'övergångar', 'transitions', true),
  ('guidance_staff', 'ohjaajat', 'handledare', 'staff', true),
  ('guidance_quality', 'laatu', 'kvalitet', 'quality', true);
create or replace table marts.dim_target_group (target_group_code varchar, name_fi varchar,
    name_sv varchar, name_en varchar, age_min integer, age_max integer);
insert into marts.dim_target_group values ('pupils', 'oppilaat', 'elever', 'pupils', 7, 16);
create or replace table marts.dim_programme (programme_id varchar, name_fi varchar, name_sv varchar,
    name_en varchar);
insert into marts.dim_programme values ('g1', 'Ohjelma', 'Program', 'Programme');
create or replace table marts.fct_call (call_id varchar, source_id varchar, title varchar,
    funder_organisation_id varchar, instrument varchar, opens_on date, closes_on date,
    status varchar, maakunta_codes varchar[], budget_eur decimal(14,2), source_url varchar);
insert into marts.fct_call values
  ('c1', 'pages', 'Haku', 'o3', 'ESR+', date '2026-10-01', date '2026-12-01', 'open', ['19'],
   100000.50, 'https://calls.example.fi/1'),
  ('c2', 'pages', {hostile}, 'o3', null, null, null, 'continuous', ['01'], null,
   'javascript:alert(3)'),
  ('c3', 'pages', 'Tuleva', null, 'ESR+', date '2027-01-01', null, 'upcoming', ['01'], null, null);
create or replace table marts.fct_output (output_id varchar, source_id varchar, project_id varchar,
    output_type varchar, title varchar, url varchar, handle varchar, published_on date,
    licence varchar);
insert into marts.fct_output values
  ('x1', 'pages', 'p0', 'tool', {hostile}, 'data:text/html,x', null, date '2020-01-01', null),
  ('x2', 'pages', 'p0', 'publication', 'Opas', 'https://pages.example.fi/opas', null, null, null);
create or replace table marts.mart_coverage (source_id varchar, year integer, records bigint,
    with_amount bigint, with_date bigint, with_recipient bigint);
insert into marts.mart_coverage values
  ('register', 2020, 10, 8, 7, 6), ('register', 2021, 4, 4, 0, 1);
create or replace table marts.fct_envelope (envelope_id varchar, parent_envelope_id varchar,
    label_fi varchar, label_en varchar, amount_eur decimal(14,2),
    responsible_organisation_ids varchar[], instrument varchar, instrument_basis varchar,
    valid_from date, valid_to date, source_document varchar, source_slide integer);
insert into marts.fct_envelope values
  ('e1', null, 'Ohjaus', 'Guidance', 4000000, ['o3'], 'RRF', 'stated', null, null, 'Diat', 9),
  ('e2', 'e1', 'Osa', 'Part', 1200000, [], 'RRF', 'stated', null, null, 'Diat', 9);
create or replace table marts.mart_envelope_coverage (envelope_id varchar,
    planned_eur decimal(14,2), granted_stated_eur decimal(14,2), granted_inferred_eur decimal(14,2),
    decisions_without_amount integer, remainder_eur decimal(14,2));
insert into marts.mart_envelope_coverage values
  ('e1', 4000000, 500000, 100000, 2, 3400000), ('e2', 1200000, null, null, 0, 1200000);
create or replace table marts.bridge_project_envelope (project_id varchar, envelope_id varchar,
    basis varchar, evidence varchar);
insert into marts.bridge_project_envelope values ('p3', 'e1', 'stated', 'koodi');
create or replace table marts.dim_measure (measure_id varchar, name_fi varchar, name_sv varchar,
    name_en varchar, scheme varchar, goal varchar, funding varchar, schedule varchar);
insert into marts.dim_measure values
  ('m1', 'Toimenpide', 'Åtgärd', 'Measure', 'elo_strategy', 'Tavoite', 'RRF', '2021–');
create or replace table marts.bridge_project_measure (project_id varchar, measure_id varchar,
    evidence varchar);
insert into marts.bridge_project_measure values ('p3', 'm1', 'sana');
update marts.dim_project set name = {hostile}, name_fi = {hostile}, summary = {hostile},
    programme_id = 'g1' where project_id = 'p0';
update marts.dim_project set name_sv = 'Stigen till handledningen' where project_id = 'p3';
update marts.dim_project set name_fi = 'Uraohjauksen silta', name = 'Uraohjauksen silta'
    where project_id = 'p6';
update marts.bridge_project_source set source_url = 'javascript:alert(4)' where project_id = 'p1';
update marts.fct_fact set source_url = 'javascript:alert(5)' where subject_id = 'p1';
update marts.fct_funding set amount = null, amount_eur = null, amount_status = 'not_published',
    counts_in_total = false where funding_id in ('f3', 'f7');
update marts.dim_organisation set organisation_type = 'natural_person', name = 'Henkilö Nimetön',
    name_fi = 'Henkilö Nimetön' where organisation_id = 'o9';
insert into marts.mart_change_log values
  (timestamptz '2026-11-20 02:00:00Z', 'p3', 'end_date', '2020-01-01', '2021-01-01', 'changed'),
  (timestamptz '2026-11-21 02:00:00Z', 'p6', 'project_id', null, 'p6', 'added');
insert into marts.bridge_project_relation values ('p6', 'p3', 'follows', 'same code', 'rule');
"""


@dataclass(frozen=True)
class Built:
    """A release folder with a site, and its database."""

    release: Path

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.release / "site"

    @property
    def database(self) -> Path:
        """The database beside it."""
        return self.release / "elo.duckdb"

    def pages(self) -> Iterator[tuple[str, str]]:
        """Path and text of every page."""
        for path in sorted(self.site.rglob("*.html")):
            yield path.relative_to(self.site).as_posix(), path.read_text(encoding="utf-8")

    def read(self, path: str) -> str:
        """The text of one page."""
        return (self.site / path).read_text(encoding="utf-8")


def build(release: Path) -> Built:
    """Write the database and the site of an invented release."""
    hostile = "'" + HOSTILE.replace("'", "''") + "'"
    database = build_marts(release / "elo.duckdb")
    change(database, _MORE.replace("{hostile}", hostile))
    connection = duckdb.connect(str(database), read_only=True)
    try:
        build_site(
            connection, release / "site", stamp=STAMP, as_of=AS_OF,
            tables=describe_tables(connection), release={"generation": "20261124T030000Z"},
        )  # fmt: skip
    finally:
        connection.close()
    return Built(release)


class Document(HTMLParser):
    """What a test asks of a page: its elements in order, with the text inside some of them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Attributes of all elements of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]
