"""Every state of the page's card and of help on paper, in both languages and each size: nothing cut or covered."""

from __future__ import annotations

import pytest

from outreach_app.kiosk.attendee import take
from outreach_app.language import Tongue
from outreach_app.printing.job import JobStage
from outreach_app.printing.queue import Offer
from outreach_app.visit.flow import Step
from outreach_app.visit.taking import TakeState
from tests.journeys.printers import TablePrinter, plan
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until

EXPECTED_SECONDS = 45


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_cut_or_covered_whatever_the_printer_does(set_a_table, tmp_path, monkeypatch, language, size):
    # With the ribbon, where there is least room.
    printer = plan(tmp_path / "counts", TablePrinter())
    table = set_a_table(language=language, size=size, is_demo=True, printer=printer)
    window, desk = table.window, table.station.printing
    wait_until(lambda: desk.offer() is Offer.PRINT, "the printer")
    broken = []
    window._take(Step.BEGIN)
    window._take(Step.GET_HELP)
    settle()
    broken += [f"help: {fault}" for fault in broken_rules(window, size)]
    window.shown._print.click()
    wait_until(lambda: window.visit.help_job and window.visit.help_job.stage is JobStage.PRINTED, "help on paper")
    broken += [f"help printed: {fault}" for fault in broken_rules(window, size)]
    window._take(Step.BACK)
    finding = table.station._finder.find("43055")
    window.visit.finding = finding
    window.visit.chosen = max(finding.people, key=lambda person: len(person.name))
    window._take(Step.TAKE_IT)
    wait_until(lambda: window.shown.has_page, "the page")
    for state in TakeState:
        monkeypatch.setattr(take, "take_state", lambda *given, state=state, **more: state)
        window.shown._look()
        window.shown._card.show_progress(0.6, EXPECTED_SECONDS)
        settle()
        broken += [f"{state.name}: {fault}" for fault in broken_rules(window, size)]
    assert not broken, "\n".join(broken)


def test_every_state_has_words_of_its_own_in_both_languages():
    from outreach_app.kiosk.print_card import _FACES

    assert set(_FACES) == set(TakeState)
    english, spanish = Tongue("en"), Tongue("es")
    said = {(english.say(face.title), english.say(face.line)) for face in _FACES.values()}
    assert len(said) == len(TakeState)
    assert all(english.say(face.line) != spanish.say(face.line) for face in _FACES.values())
