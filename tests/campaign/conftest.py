"""The sample pack, to be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.packs import copy_of_the_sample


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_the_sample(tmp_path)
