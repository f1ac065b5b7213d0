"""The checklist of one station: whether everything is there that a table needs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.domain.pledge import ClockReading
from outreach_app.errors import BookBusy, HandoutError, LegislatorsError, PledgeBookError, SealingError
from outreach_app.language import _, ngettext
from outreach_app.legislators.checking import look_over
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.pledge_book.retention import Retention
from outreach_app.printing.printer import Printer
from outreach_app.printing.states import STATE_NOTICES, PrinterState
from outreach_app.visit.campaign_checks import check_campaigns
from outreach_app.visit.last_day import check_last_day
from outreach_app.visit.pins import StaffRole
from outreach_app.visit.ports import Clock
from outreach_app.visit.preference_file import PreferenceFile
from outreach_app.visit.preferences import LAST_DAY
from outreach_app.visit.printer_choice import chosen_printer
from outreach_app.visit.said_size import said_size
from outreach_app.visit.station_folder import StationFolder

_FEW_BYTES = 200_000_000

FindPrinter = Callable[[str, str], Printer]
"""The printer of a name, with the paper of a name in it; may raise HandoutError for an unknown paper."""


@dataclass(frozen=True)
class OpenBookState:
    """What the station's own program knows of the book that it holds open."""

    slip: ClosingSlip
    retention: Retention


def check_station(
    station: StationFolder,
    clock: Clock,
    find_printer: FindPrinter | None = None,
    open_book: OpenBookState | None = None,
) -> list[Check]:
    """Every check of a station, most important first; none of them stops the others.

    Args:
        station: its folder.
        clock: the time.
        find_printer: the printer of a name, with a paper in it; without it the printer is not asked.
        open_book: where the book is open already, what it says; else it is opened for this, and closed again.
    """
    today = clock.now().date()
    return [
        *_settings(station),
        *(_book(station, clock) if open_book is None else _book_rows(station, clock, open_book)),
        _enrolment(station),
        *check_campaigns(station, today),
        *_legislators(station, today),
        _pins(station),
        *([] if find_printer is None else [_printer(station, find_printer)]),
        _disk(station),
        _clock(station, clock),
    ]


def _settings(station: StationFolder) -> list[Check]:
    if station.notice is None:
        return []
    return [Check("settings-file", CheckLevel.WARN, station.notice, _("Tell the office when you bring the pledges."))]


def _book(station: StationFolder, clock: Clock) -> list[Check]:
    try:
        book = station.open_book()
    except BookBusy as error:
        return [Check("book", CheckLevel.WARN, error.message, _("Close the other window, then check again."))]
    except (PledgeBookError, SealingError) as error:
        return [Check("book", CheckLevel.FAIL, error.message, _("Leave the file as it is and call the office."))]
    with closing(book):
        state = OpenBookState(book.slip, book.retention)
    return _book_rows(station, clock, state)


def _book_rows(station: StationFolder, clock: Clock, state: OpenBookState) -> list[Check]:
    slip = state.slip
    text = ngettext(
        "The pledge book holds together: one pledge, {practice} of practice, {withdrawn} taken back, head {head}.",
        "The pledge book holds together: {count} pledges, {practice} of practice, {withdrawn} taken back, head {head}.",
        slip.kept,
        practice=slip.rehearsals,
        withdrawn=slip.withdrawn,
        head=slip.short_head,
    )
    if not slip.is_closed:
        last_day = PreferenceFile(station.path).read().preferences.day(LAST_DAY)
        return [Check("book", CheckLevel.OK, text), check_last_day(last_day, clock.now())]
    remedy = _("This event is closed. Set up a new station for the next one.")
    return [Check("book", CheckLevel.WARN, text, remedy), _receipt(state.retention, station.now(clock))]


def _receipt(retention: Retention, now: ClockReading) -> Check:
    if retention.is_erased:
        return Check("receipt", CheckLevel.OK, _("The office has everything, and the sealed pledges here were erased."))
    if not retention.has_receipt:
        text = _("The office has given no receipt for this event yet, so its sealed pledges stay here.")
        return Check("receipt", CheckLevel.WARN, text, _("Bring the last copy to the office and its receipt back."))
    if retention.erased_from is not None and now.is_trusted and now.utc >= retention.erased_from:
        text = _("The office has everything, and seven days have passed.")
        remedy = _("Give this station the office’s receipt once more to erase what is here.")
        return Check("receipt", CheckLevel.WARN, text, remedy)
    return Check("receipt", CheckLevel.OK, _("The office has everything. The sealed pledges stay here for seven days."))


def _enrolment(station: StationFolder) -> Check:
    try:
        enrolment = station.enrolment()
    except SealingError as error:
        return Check("enrolment", CheckLevel.FAIL, error.message, _("Bring the enrolment file from the office again."))
    text = _(
        "Pledges are sealed for {label}. Compare with the printed sheet: {letters}",
        label=enrolment.label,
        letters=enrolment.fingerprint,
    )
    return Check("enrolment", CheckLevel.OK, text)


def _legislators(station: StationFolder, today: date) -> list[Check]:
    try:
        pack = station.legislators()
    except LegislatorsError as error:
        return [Check("legislators", CheckLevel.FAIL, error.message, _("Bring a new copy of the lawmaker data."))]
    if pack is None:
        text = _("This station has no lawmaker data. Handouts lead to the official finders instead.")
        remedy = _("Bring a lawmaker data file when you set up the next event.")
        return [Check("legislators", CheckLevel.WARN, text, remedy)]
    with pack:
        return list(look_over(pack, today).checks)


def _pins(station: StationFolder) -> Check:
    if all(role in station.settings.pin_hashes for role in StaffRole):
        return Check("pins", CheckLevel.OK, _("Both PINs are set."))
    return Check("pins", CheckLevel.FAIL, _("A PIN is missing."), _("Set the station up again."))


def _printer(station: StationFolder, find_printer: FindPrinter) -> Check:
    name, paper = chosen_printer(station.settings, PreferenceFile(station.path).read().preferences)
    if not name:
        return Check("printer", CheckLevel.OK, _("This station has no printer. Pages can be scanned and saved."))
    try:
        state = find_printer(name, paper).look()
    except HandoutError as error:
        return Check("printer", CheckLevel.WARN, error.message, _("Set the station up again with another paper."))
    if state is PrinterState.READY:
        return Check("printer", CheckLevel.OK, _("The printer {name} is ready, with {paper}.", name=name, paper=paper))
    notice = STATE_NOTICES[state]
    return Check(
        "printer", CheckLevel.WARN, _("The printer {name}: {what}", name=name, what=notice.what), notice.remedy
    )


def _disk(station: StationFolder) -> Check:
    free = shutil.disk_usage(station.path).free
    text = _("{size} are free beside the pledge book.", size=said_size(free))
    if free < _FEW_BYTES:
        return Check("disk-space", CheckLevel.WARN, text, _("Free some space before the event opens."))
    return Check("disk-space", CheckLevel.OK, text)


def _clock(station: StationFolder, clock: Clock) -> Check:
    now = station.now(clock)
    if not now.is_trusted:
        text = _("The clock is earlier than the day this station was set up.")
        return Check("clock", CheckLevel.WARN, text, _("Set the date and time of the device."))
    return Check("clock", CheckLevel.OK, _("The clock says {day}.", day=now.utc.date()))
