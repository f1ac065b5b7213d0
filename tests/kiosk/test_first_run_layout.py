"""Every page of the first run fits every window, in the longer of its two languages."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace
from outreach_app.kiosk.first_run.window import FirstRunWindow
from outreach_app.look.background import Lane
from outreach_app.look.code_line import CodeLine
from outreach_app.look.words import Words
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, throwaway_recipients
from outreach_app.pledge_book.letters import ALPHABET
from outreach_app.printing.pretending import PretendPrinter
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.station_home import StationHome
from outreach_app.visit.stick import Stick
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, prepare_application, settle, wait_until
from tests.visit.table import HandClock


@pytest.fixture(scope="module")
def services(tmp_path_factory, qapp):
    """A device whose set-up is done but for the last touch, beside an event that is there already."""
    prepare_application()
    folder = tmp_path_factory.mktemp("device")
    enrolment = folder / "park.enrolment"
    enrolment.write_bytes(encode_enrolment(Enrolment("Park", throwaway_recipients(secrets.token_bytes), "ab" * 32)))
    lane = Lane("first run")
    services = FirstRunServices(
        home=StationHome(folder / "home"),
        find_printer=lambda _name, _paper: PretendPrinter(),
        lane=lane,
        clock=HandClock(),
        find_sticks=lambda: [Stick(folder, "STICK", 12_000_000_000, is_writable=True)],
        folders=list,
        printers=lambda: ["Front_Desk"],
    )
    draft = services.draft
    draft.take_enrolment(enrolment)
    draft.take_campaign(Path("take-it-down"))
    draft.keep(is_compared=True, event="State fair, Saturday", place="Hall B", goal=200, has_chosen_printer=True)
    draft.take_lawmakers(None)
    draft.set_pin(StaffRole.LEAD, "482913")
    draft.set_pin(StaffRole.VOLUNTEER, "739105")
    draft.set_recovery("0000-0000-0000-0000-0")
    services.made = draft.finish(HandClock(), secrets.token_bytes)
    draft.begin_like(services.made)
    draft.keep(event="Farmers market")
    yield services
    lane.finish()


@pytest.mark.parametrize("size", SIZES)
def test_the_welcome_s_note_is_one_line_in_every_window(services, size):
    window = FirstRunWindow(services, "es")
    window._place = FirstPlace.WELCOME
    window.resize(*size)
    window.show()
    settle()
    note = next(words for words in window.findChildren(Words) if words.text().startswith("Funciona sin internet."))
    assert note.isVisible()
    assert note.width() >= note.natural_width()
    window.allow_close()
    window.close()
    window.deleteLater()
    settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("letter", ["W", "M", "1"])
def test_a_recovery_code_stays_on_one_line_whatever_letters_chance_gave_it(services, monkeypatch, letter, size):
    bits = format(ALPHABET.index(letter), "05b") * 16
    monkeypatch.setattr(services, "random_bytes", lambda _count: int(bits, 2).to_bytes(10, "big"))
    window = FirstRunWindow(services, "es")
    window._place = FirstPlace.RECOVERY
    window.resize(*size)
    window.show()
    settle()
    line = window.findChild(CodeLine)
    assert line.text().startswith(f"{letter * 4}-{letter * 4}-")
    assert line.natural_width() <= line.width() + 1
    assert "\n" not in line.text()
    assert broken_rules(window, size) == []
    window.allow_close()
    window.close()
    window.deleteLater()
    settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", list(FirstPlace), ids=lambda place: place.name)
def test_nothing_is_cut_covered_or_out_of_reach(services, place, size):
    window = FirstRunWindow(services, "es")
    window._place = place
    window.resize(*size)
    window.show()
    asked: list[bool] = []
    # Whatever the page asked for comes before this answer, in the same lane.
    services.lane.do(lambda: True, asked.append, lambda _error: None)
    wait_until(lambda: asked, "the page's answers")
    faults = broken_rules(window, size)
    window.allow_close()
    window.close()
    window.deleteLater()
    settle()
    assert faults == []
