"""The bundle for helpers holds what helps, and no trace of any visitor."""

from __future__ import annotations

import logging
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import FolderError
from outreach_app.language import _
from outreach_app.visit.diagnostics import write_bundle
from outreach_app.visit.log_book import LOG_NAME, close_log, keep_log
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.station_check import check_station
from tests.journeys.staffed_table import make_station
from tests.visit.table import HandClock

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CANARY = "Quillfeather"


def held_in(bundle: Path) -> str:
    with zipfile.ZipFile(bundle) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def test_it_tells_versions_checks_and_the_log_of_a_station_without_any_visitor(tmp_path):
    clock = HandClock()
    station = make_station(tmp_path / "booth", clock)
    desk = PledgeDesk(station.campaign(), station.settings.where, lambda: station.now(clock), is_rehearsal=True)
    with closing(station.open_book()) as book:
        for pledge in invented_pledges(station.campaign(), desk, 3, seed=1):
            book.sign(pledge)
    log = keep_log(station.path)
    try:
        int(CANARY)
    except ValueError:
        logging.getLogger("outreach_app.visit").exception("something broke")
    close_log(log)
    with (station.path / LOG_NAME).open("a") as file:
        file.write(f"Traceback of another program: {CANARY}\n")
    checks = {"station": check_station(station, clock)}
    held = held_in(write_bundle(tmp_path / "help.zip", checks, [station.path], NOW))
    assert "something broke (ValueError" in held
    assert '"outreach": "' in held
    assert "The pledge book holds together" in held
    assert CANARY not in held
    for secret in ("argon2id", "AGE-SECRET", "age1", station.settings.recovery_tag):
        assert secret not in held


def test_the_name_of_the_devices_owner_is_cut_out(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/quillfeather"))
    row = Check("data", CheckLevel.OK, _("The folder is {folder}", folder="/home/quillfeather/outreach"))
    held = held_in(write_bundle(tmp_path / "help.zip", {"device": [row]}, [], NOW))
    assert "~/outreach" in held
    assert "quillfeather" not in held


def test_a_bundle_of_another_name_is_refused(tmp_path):
    with pytest.raises(FolderError, match=r"\.zip"):
        write_bundle(tmp_path / "help.txt", {}, [], NOW)
