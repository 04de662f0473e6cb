"""The open-data packages of a real night, by the validators of their standards."""

from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.conftest import SHARED
from tests.e2e.nights import Nights

pytestmark = pytest.mark.e2e

SCHEMAS = SHARED / "standards" / "360giving"


@pytest.fixture(scope="module")
def release(nights: Nights) -> Path:
    """The folder of the first release."""
    released = nights.results["first"].released
    assert released is not None
    return released


def _validator() -> Draft202012Validator:
    """The package schema with the schema of a grant, which it names by an older address."""
    package = json.loads((SCHEMAS / "360-giving-package-schema.json").read_text("utf-8"))
    grant = json.loads((SCHEMAS / "360-giving-schema.json").read_text("utf-8"))
    address = package["properties"]["grants"]["items"]["$ref"]
    registry = Registry().with_resource(address, DRAFT202012.create_resource(grant))
    return Draft202012Validator(package, registry=registry, format_checker=FormatChecker())


def test_the_grants_are_valid_after_360giving(release: Path, nights: Nights) -> None:
    package = json.loads((release / "grants360.json").read_text("utf-8"))
    errors = [f"{list(e.path)}: {e.message}" for e in _validator().iter_errors(package)]
    assert errors == []
    told = nights.manifests["first"]["grants360"]
    assert told["grants"] == len(package["grants"]) > 0
    decisions = nights.query(
        "select count(*) from marts.fct_funding where amount_kind = 'granted' and project_id is not"
        " null and (counts_in_total or amount_status = 'not_published')"
    )[0][0]
    assert told["grants"] + sum(told["left_out"].values()) == decisions


def test_the_validator_can_say_no(release: Path) -> None:
    package = json.loads((release / "grants360.json").read_text("utf-8"))
    package["grants"] = [{**package["grants"][0], "awardDate": "1.2.2024"}]
    assert list(_validator().iter_errors(package))


def test_the_data_package_is_valid(release: Path) -> None:
    report = frictionless.validate(str(release / "datapackage.json"))
    found = report.flatten(["name", "rowNumber", "fieldName", "type", "message"])
    assert report.valid, found[:20]
