"""The sample campaign and the sample list of lawmakers, read once."""

from __future__ import annotations

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from tests.visit.table import HandClock


@pytest.fixture(scope="session")
def campaign():
    return read_campaign(bundled_campaign())


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory):
    with LegislatorPack.open(build_sample_pack(tmp_path_factory.mktemp("sample") / "sample.lawmakers")) as pack:
        yield pack


@pytest.fixture
def clock():
    return HandClock()
