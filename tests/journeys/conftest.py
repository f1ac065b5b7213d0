"""Tables for the journeys, the same as for the screens, a device without one, and the real printer."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.visit.station_folder import StationFolder
from tests.journeys.new_device import Device
from tests.journeys.staffed_table import make_station
from tests.kiosk.conftest import congress_file, set_a_staffed_table, set_a_table, touch_screen
from tests.printing.conftest import cups, cups_server, tray
from tests.visit.table import HandClock

__all__ = ["congress_file", "cups", "cups_server", "set_a_staffed_table", "set_a_table", "touch_screen", "tray"]


@pytest.fixture
def device(tmp_path, qapp):
    """A machine that is switched off after the test."""
    device = Device(tmp_path)
    yield device
    if device.window is not None:
        device.cut_the_power()


@pytest.fixture
def enrolment(device) -> Path:
    """An office's file, on the device's stick."""
    file = device.stick / "park.enrolment"
    file.write_bytes(encode_enrolment(Enrolment("Park Friends", throwaway_recipients(secrets.token_bytes), "ab" * 32)))
    return file


@pytest.fixture
def station(device) -> StationFolder:
    """The station that the device opened last."""
    station = make_station(device.home.root / "stations" / "fair", HandClock())
    device.home.remember(station.path)
    return station
