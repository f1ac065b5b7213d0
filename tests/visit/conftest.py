"""The sample campaign and the sample list of lawmakers, read once."""

from __future__ import annotations

import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from tests.legislators.conftest import sample_pack
from tests.visit.table import HandClock

__all__ = ["sample_pack"]


@pytest.fixture(scope="session")
def campaign():
    return read_campaign(bundled_campaign())


@pytest.fixture
def clock():
    return HandClock()
