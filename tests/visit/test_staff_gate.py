"""The staff's door: wrong PINs, kills, restarts and changed clocks give nothing back."""

from __future__ import annotations

import secrets
import stat
import struct
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.errors import Message, StorageFailed
from outreach_app.visit import staff_gate
from outreach_app.visit.attempt_file import AttemptFile, WrongTries
from outreach_app.visit.pins import StaffRole, hash_pin
from outreach_app.visit.staff_gate import MOST_TRIES, StaffGate, new_recovery_code, recovery_tag, wait_after
from tests.visit.table import HandClock
from tests.visit.wrong_pins import attack

PINS = {StaffRole.LEAD: "483920", StaffRole.VOLUNTEER: "771203"}


@pytest.fixture(scope="module")
def hashes() -> dict[StaffRole, str]:
    return {role: hash_pin(pin) for role, pin in PINS.items()}


class Door:
    """A station's door that can be shut down and started again."""

    def __init__(self, folder, hashes) -> None:
        self.file = AttemptFile(folder / "staff.attempts")
        self.file.make()
        self.hashes = hashes
        self.code = new_recovery_code(secrets.token_bytes)
        self.clock = HandClock()
        self.start()

    def start(self) -> None:
        """Start the program, again."""
        self.gate = StaffGate(self.file, self.hashes, recovery_tag(self.code) or "", self.clock.monotonic)

    def guess(self, times: int) -> None:
        """Wrong PINs, waiting as long as the door asks."""
        for _time in range(times):
            self.clock.wait(self.gate.state.wait_seconds)
            assert self.gate.try_pin("000000") is None


@pytest.fixture
def door(tmp_path, hashes) -> Door:
    return Door(tmp_path, hashes)


@pytest.fixture
def quick_door(tmp_path, monkeypatch) -> Door:
    """A door whose slow comparison is counted instead of waited for."""
    looked_at: list[str] = []

    def compare(pin: str, kept: str) -> bool:
        looked_at.append(pin)
        return pin == kept

    monkeypatch.setattr(staff_gate, "fits", compare)
    door = Door(tmp_path, {StaffRole.LEAD: PINS[StaffRole.LEAD]})
    door.looked_at = looked_at
    return door


def test_each_pin_opens_for_its_own_role(door):
    assert door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD
    assert door.gate.try_pin(PINS[StaffRole.VOLUNTEER]) is StaffRole.VOLUNTEER
    assert door.gate.try_pin("999999") is None


def test_five_tries_are_free_then_each_wait_is_twice_as_long(quick_door):
    waits = []
    for _time in range(MOST_TRIES):
        state = quick_door.gate.state
        waits.append(state.wait_seconds)
        quick_door.guess(1)
    assert waits == [0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680]
    assert quick_door.gate.state.is_locked


def test_a_try_during_the_wait_is_not_even_looked_at(quick_door):
    quick_door.guess(5)
    looked_at = len(quick_door.looked_at)
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is None
    assert len(quick_door.looked_at) == looked_at
    quick_door.clock.wait(15)
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD


def test_the_right_pin_begins_the_count_anew(quick_door):
    quick_door.guess(4)
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD
    assert quick_door.gate.state.free_tries == 5


def test_the_volunteers_pin_ends_the_waits_and_buys_no_guess_at_the_leads(quick_door):
    quick_door.hashes[StaffRole.VOLUNTEER] = PINS[StaffRole.VOLUNTEER]
    guessed_at_lead = 0
    for _round in range(10):
        for _time in range(4):
            before = quick_door.gate.state
            assert before.wait_seconds == 0, "the volunteer's PIN ended the waits"
            assert quick_door.gate.try_pin("000000") is None
            guessed_at_lead += not before.is_lead_locked
        assert quick_door.gate.try_pin(PINS[StaffRole.VOLUNTEER]) is StaffRole.VOLUNTEER
        quick_door.start()
    assert guessed_at_lead == MOST_TRIES
    assert quick_door.gate.state.is_lead_locked
    assert not quick_door.gate.state.is_locked
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is None, "it is not even looked at"
    assert quick_door.gate.try_pin(PINS[StaffRole.VOLUNTEER]) is StaffRole.VOLUNTEER
    assert quick_door.gate.try_recovery(quick_door.code)
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD


def test_a_volunteer_who_comes_and_goes_all_day_never_locks_the_lead_out(quick_door):
    quick_door.hashes[StaffRole.VOLUNTEER] = PINS[StaffRole.VOLUNTEER]
    quick_door.guess(2)
    for _time in range(40):
        assert quick_door.gate.try_pin(PINS[StaffRole.VOLUNTEER]) is StaffRole.VOLUNTEER
    assert quick_door.file.tries() == WrongTries(at_pad=0, at_lead=2)
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD
    assert quick_door.file.tries() == WrongTries()


def test_a_thousand_guesses_with_restarts_between_are_looked_at_fifteen_times(quick_door):
    for number in range(1000):
        quick_door.start()
        quick_door.clock.wait(8000)
        quick_door.gate.try_pin(f"{number:06d}")
    assert len(quick_door.looked_at) == MOST_TRIES
    quick_door.start()
    assert quick_door.gate.state.is_locked
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is None


def test_guesses_that_are_killed_in_the_middle_and_change_their_clocks_are_looked_at_fifteen_times_at_most(tmp_path):
    """A sample of ``python -m tests.visit.wrong_pins --count 1000``."""
    guesses, _starts, looked = attack(tmp_path / "booth", count=60, kills=2, seed=7)
    assert guesses >= 60
    assert 0 < looked <= MOST_TRIES


def test_a_restart_begins_the_wait_anew(quick_door):
    quick_door.guess(6)
    quick_door.clock.wait(29)
    assert quick_door.gate.state.wait_seconds == 1
    quick_door.start()
    assert quick_door.gate.state.wait_seconds == 30


def test_pulling_the_plug_while_a_try_is_judged_counts_it(quick_door, monkeypatch):
    def plug_pulled(_pin: str, _kept: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(staff_gate, "fits", plug_pulled)
    with pytest.raises(KeyboardInterrupt):
        quick_door.gate.try_pin(PINS[StaffRole.LEAD])
    quick_door.start()
    assert quick_door.gate.state.wrong_tries == 1


def test_only_the_printed_code_opens_a_locked_door(quick_door):
    quick_door.guess(MOST_TRIES)
    assert not quick_door.gate.try_recovery(new_recovery_code(secrets.token_bytes))
    assert not quick_door.gate.try_recovery("not a code")
    assert quick_door.gate.state.is_locked
    assert quick_door.gate.try_recovery(quick_door.code.lower().replace("-", " "))
    assert quick_door.gate.try_pin(PINS[StaffRole.LEAD]) is StaffRole.LEAD


def test_a_count_that_was_taken_away_gives_no_tries(quick_door, tmp_path):
    (tmp_path / "staff.attempts").unlink()
    quick_door.start()
    assert quick_door.gate.state.is_locked
    assert quick_door.gate.try_recovery(quick_door.code)
    assert quick_door.gate.state.free_tries == 5


@pytest.mark.parametrize("spoilt", [0, 512])
def test_a_torn_write_spoils_one_place_and_the_other_still_counts(quick_door, tmp_path, spoilt):
    quick_door.guess(5)
    path = tmp_path / "staff.attempts"
    held = bytearray(path.read_bytes())
    held[spoilt + 9] ^= 0xFF
    path.write_bytes(held)
    quick_door.start()
    assert quick_door.gate.state.wrong_tries in (4, 5)


def test_the_count_of_an_older_program_goes_on(quick_door, tmp_path):
    """Bytes as version 1 wrote them: eleven wrong tries, in the first place."""
    record = struct.pack("<8sQI", b"OUTTRIES", 22, 11)
    (tmp_path / "staff.attempts").write_bytes((record + struct.pack("<I", zlib.crc32(record))).ljust(1024, b"\0"))
    quick_door.start()
    assert quick_door.gate.state.wrong_tries == 11
    quick_door.guess(1)
    assert quick_door.file.tries() == WrongTries(12, 12)
    quick_door.guess(3)
    assert quick_door.gate.state.is_locked


@pytest.mark.skipif(sys.platform == "win32", reason="a folder's rights work otherwise there")
def test_a_count_that_cannot_be_written_lets_nobody_try(quick_door, monkeypatch):
    def refuse(_tries: WrongTries) -> None:
        raise StorageFailed(Message("The disk refuses."))

    monkeypatch.setattr(quick_door.file, "keep", refuse)
    with pytest.raises(StorageFailed):
        quick_door.gate.try_pin(PINS[StaffRole.LEAD])
    assert quick_door.looked_at == []


def test_the_file_keeps_its_size_so_that_a_full_disk_still_takes_a_count(quick_door, tmp_path):
    path = tmp_path / "staff.attempts"
    before = path.stat()
    quick_door.guess(3)
    after = path.stat()
    assert (after.st_size, after.st_ino, stat.S_IMODE(after.st_mode)) == (
        before.st_size,
        before.st_ino,
        stat.S_IMODE(before.st_mode),
    )


@given(st.integers(0, 40))
def test_waits_never_shrink_as_tries_go_wrong(tries):
    assert wait_after(tries) <= wait_after(tries + 1)


@given(st.binary(min_size=10, max_size=10))
def test_every_recovery_code_is_read_back_however_it_is_written(random):
    code = new_recovery_code(lambda _count: random)
    assert recovery_tag(code) == recovery_tag(code.lower().replace("-", " ")) is not None


@given(st.text(max_size=30))
def test_whatever_is_typed_as_a_recovery_code_is_answered(typed):
    assert recovery_tag(typed) is None or len(recovery_tag(typed)) == 64
