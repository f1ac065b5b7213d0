"""A power cut loses nothing that was acknowledged. The long run: ``python -m tests.pledge_book.power_cuts``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pledge_book.power_cuts import OURS, WEAKER, play_a_day, run, turns_in
from tests.pledge_book.recorded_disk import Acknowledge


def test_after_a_power_cut_at_any_moment_every_acknowledged_pledge_is_there():
    found = run(13, 1, OURS)
    assert found.images > 300
    assert found.losses == []


@pytest.mark.parametrize("name", WEAKER)
def test_the_same_cuts_find_losses_with_weaker_settings(name):
    assert run(8, 1, WEAKER[name]).losses


def test_the_day_that_is_cut_holds_every_kind_of_write(tmp_path: Path):
    log = play_a_day(tmp_path.resolve(), 14)
    told = {event.promise[0] for event in log if isinstance(event, Acknowledge)}
    assert told == {"open", "signed", "withdrawn", "copied", "closed", "receipt", "erased"}
    assert turns_in(log) > 100
