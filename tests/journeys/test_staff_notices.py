"""What staff are told stands where they see it, whole, on every window, and says by its colour what kind it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from outreach_app.language import Tongue
from outreach_app.look.icon import Icon
from outreach_app.look.notice_strip import NoticeStrip, Said
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.open_sign import Standing
from outreach_app.visit.preference_file import BEFORE_NAME, PREFERENCES_NAME, PreferenceFile
from outreach_app.visit.preferences import GOAL, IDLE_ASK, Preferences
from tests.journeys.staffed_table import VOLUNTEER_PIN
from tests.journeys.test_settings import row_of
from tests.journeys.test_staff_day import Staff
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle, wait_until


def notice(staff: Staff) -> NoticeStrip:
    """The strip of the screen that is shown."""
    settle()
    (strip,) = (each for each in staff.window.shown.findChildren(NoticeStrip))
    return strip


def is_seen_whole(part: QWidget) -> bool:
    """Whether nothing of it is covered, cut or scrolled away."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def assert_told(staff: Staff, kind: Said, what: str) -> None:
    strip = notice(staff)
    assert what in strip.text
    assert strip.kind is kind
    assert is_seen_whole(strip)
    (words,) = strip.findChildren(Words)
    assert words.height() >= words.heightForWidth(words.width()), "the sentence is cut"
    assert len([icon for icon in strip.findChildren(Icon) if icon.isVisible()]) == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_sheet_without_the_last_tick_is_asked_about_in_amber_before_everybodys_eyes(
    set_a_staffed_table, size, language
):
    table = set_a_staffed_table(size=size, language=language)
    staff = Staff(table.window)
    staff.knock()
    staff.try_pin("271828")
    staff.wait_for(Place.DESK)
    staff.window._take(Step.ENTER_PAPER_SHEET)
    screen = staff.window.shown
    for name, text in (("given_name", "Cleo"), ("family_name", "Quill"), ("email", "cleo@example.org")):
        screen._fields[name].line.setText(text)
    screen._fields["postcode"].line.setText("43215")
    screen.area.hide()
    screen._seal.click()
    asked = {"en": "is the sheet signed, and its age box ticked?", "es": "¿la hoja está firmada"}
    assert_told(staff, Said.REFUSED, asked[language])
    assert "Shred" not in notice(staff).text
    assert broken_rules(table.window, size) == []
    screen._signed.setChecked(True)
    screen._seal.click()
    wait_until(lambda: notice(staff).kind is Said.DONE, "the sheet to be sealed")
    assert_told(staff, Said.DONE, "1")


def test_a_change_of_a_setting_is_said_while_the_setting_is_in_sight(set_a_staffed_table):
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Settings")
    staff.tap_on(row_of(staff, GOAL)._stepper._more)
    wait_until(lambda: notice(staff).isVisible(), "the sentence")
    assert_told(staff, Said.DONE, "Kept:")


def test_a_volunteer_reads_why_the_table_may_not_be_opened(set_a_staffed_table):
    table = set_a_staffed_table(standing=Standing.NOT_READY, moment=datetime(2028, 1, 1, 12, tzinfo=UTC))
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    staff.tap("See the list")
    staff.waits_to_read("Pledges can be written to this device.")
    assert_told(staff, Said.REFUSED, "A lead may open all the same")


def test_damaged_settings_are_said_on_the_list_and_in_sight_among_the_settings(set_a_staffed_table, tmp_path):
    folder = tmp_path / "damaged"
    first = set_a_staffed_table(folder=folder)
    first.close()
    file = PreferenceFile(folder / "booth")
    file.keep(Preferences().having(IDLE_ASK, 60))
    file.keep(Preferences().having(IDLE_ASK, 70))
    assert (folder / "booth" / BEFORE_NAME).is_file()
    (folder / "booth" / PREFERENCES_NAME).write_bytes(b"\0" * 40)
    table = set_a_staffed_table(folder=folder)
    staff = Staff(table.window)
    staff.come_in()
    staff.waits_to_read("those from before")
    staff.tap("See the list")
    staff.waits_to_read("A lead looks through the settings and changes one.")
    staff.tap("Back to the desk")
    staff.tap("Settings")
    assert_told(staff, Said.REFUSED, "those from before")
    staff.tap_on(row_of(staff, IDLE_ASK)._stepper._more)
    wait_until(lambda: notice(staff).kind is Said.DONE, "the change to be kept")
    staff.tap("Back to the desk")
    staff.tap("See the list")
    staff.waits_to_read("Pledges can be written to this device.")
    wait_until(lambda: not staff.reads("those from before"), "the damage to be forgotten")


def test_a_screen_reader_hears_what_is_said_and_hears_a_refusal_again(set_a_staffed_table, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    table = set_a_staffed_table()
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Paper sheet")
    screen = staff.window.shown
    for _time in range(2):
        screen.tell("Not yet.", is_fault=True)
    screen.tell("")
    screen.tell_done("Well.")
    assert heard == ["Not yet.", "Not yet.", "Well."]
    assert notice(staff).text == Tongue("en").say("Well.")
