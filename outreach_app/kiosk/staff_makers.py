"""How each of the staff's screens is made. Each is imported only when it is made: no visitor waits for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.staff_services import StaffServices
from outreach_app.look.theme import Theme
from outreach_app.visit.flow import Place
from outreach_app.visit.ports import today


def staff_makers(services: StaffServices) -> Mapping[Place, Callable[[Theme], Screen]]:
    """A maker for the closed screen, the gate, and every place behind it."""
    makers: dict[Place, Callable[[StaffServices, Theme], Screen]] = {
        Place.PAUSED: _paused,
        Place.GATE: _gate,
        Place.DESK: _desk,
        Place.CHECKLIST: _checklist,
        Place.PRINTER: _printer,
        Place.COPYING: _copying,
        Place.CLOSING: _closing,
        Place.WITHDRAWING: _withdrawing,
        Place.ERASING: _erasing,
        Place.UNDOING: _undoing,
        Place.PAPER_SHEET: _paper_sheet,
        Place.REHEARSAL: _rehearsal,
        Place.SETTINGS: _settings,
        Place.NEW_PINS: _new_pins,
        Place.EVENTS: _events,
        Place.RECEIPT: _receipt,
        Place.SAVING: _saving,
    }
    return {place: partial(_made, make, services) for place, make in makers.items()}


def _made(make: Callable[[StaffServices, Theme], Screen], services: StaffServices, theme: Theme) -> Screen:
    # Text for visitors may stand larger; the staff's screens are laid out for one size.
    return make(services, theme.at_usual_size())


def _paused(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.attendee.paused import PausedScreen

    return PausedScreen(theme, sign=services.sign, campaign=services.campaign)


def _gate(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.gate import GateScreen

    return GateScreen(theme, gate=services.gate)


def _desk(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.desk import DeskScreen

    return DeskScreen(theme, services=services)


def _checklist(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.checklist import ChecklistScreen

    return ChecklistScreen(theme, checks=services.checks, sign=services.sign, turning=services.turning)


def _printer(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.printer import PrinterScreen

    return PrinterScreen(
        theme, printing=services.printing, papers=services.papers, name=services.printer_name, paper=services.paper_name
    )


def _copying(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.copying import CopyingScreen

    return CopyingScreen(theme, book=services.book, find_sticks=services.find_sticks)


def _closing(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.closing import ClosingScreen

    return ClosingScreen(
        theme, book=services.book, sign=services.sign, papers=services.papers, printing=services.printing
    )


def _withdrawing(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.withdrawing import WithdrawingScreen

    return WithdrawingScreen(theme, book=services.book)


def _erasing(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.erasing import ErasingScreen

    return ErasingScreen(theme, book=services.book, pledges=services.pledges)


def _undoing(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.undoing import UndoingScreen

    return UndoingScreen(theme, book=services.book)


def _paper_sheet(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.paper_sheets import PaperSheetScreen

    return PaperSheetScreen(
        theme,
        campaign=services.campaign,
        desk=services.pledges,
        book=services.book,
        papers=services.papers,
        printing=services.printing,
    )


def _rehearsal(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.rehearsal import RehearsalScreen

    return RehearsalScreen(theme, pledges=services.pledges)


def _settings(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.settings import SettingsScreen

    return SettingsScreen(
        theme,
        desk=services.preferences,
        lane=services.paper_lane,
        languages=services.campaign.languages,
        today=partial(today, services.clock),
        papers=services.papers,
        find_printers=services.find_printers,
        printing=services.printing if services.printing.has_printer else None,
    )


def _new_pins(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.new_pins import NewPinsScreen

    return NewPinsScreen(theme, gate=services.gate, papers=services.papers, printing=services.printing)


def _events(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.events import EventsScreen

    return EventsScreen(theme, desk=services.events)


def _receipt(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.receipt import ReceiptScreen

    return ReceiptScreen(theme, book=services.book, find_sticks=services.find_sticks)


def _saving(services: StaffServices, theme: Theme) -> Screen:
    from outreach_app.kiosk.staff.saving import SavingScreen

    return SavingScreen(theme, saving=services.saving, station=services.where.station, find_sticks=services.find_sticks)
