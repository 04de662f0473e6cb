"""The site of an invented release, built once for all tests of a file."""

from __future__ import annotations

import pytest

from tests.orchestration.release.site.built import Built, build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("release"))
