"""The cards of an office: its number with a code that dials, its local offices, their addresses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.lawmakers import Lawmaker, LocalOffice
from outreach_app.domain.links import readable_phone
from outreach_app.kiosk.action_cards import lines_card
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import Part, box, column, row
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.acting import Scan, call_scan, phone_scan
from outreach_app.visit.titles import first_office

OFFICES_SHOWN = 2


def call_card(
    theme: Theme, person: Lawmaker, switchboard: str | None, is_near: Callable[[LocalOffice], bool]
) -> QWidget:
    """The number to call with its code, and the local offices below it; without a number, the switchboard's."""
    scan = call_scan(person)
    name: Sayable = first_office(person)
    if scan is None:
        if switchboard is None:
            return lines_card(theme, name, [_("No number is listed.")])
        scan, name = phone_scan(switchboard), _("No number is listed. The switchboard connects you:")
    label = Words(theme, "min", name, tone="quiet")
    edge, top = theme.by_frame(28, 26, 16), theme.by_frame(22, 18, 8)
    digits = Words(theme, "phone", scan.readable, wraps=False)
    plate = CodePlate(theme, scan.payload, _("Code that dials the number"), theme.by_frame(170, 200, 132))
    hint = column(None, Words(theme, "label", _("Scan to dial")), None)
    if not theme.is_compact:
        calm = _("Opens your phone. Nothing is called until you press call.")
        hint.insertWidget(2, Words(theme, "min", calm, tone="quiet"))
    offices = [] if theme.is_compact else _offices(theme, person, is_near)
    if theme.is_portrait:
        layout: QBoxLayout = row(column(label, digits, hint, *offices), 12, plate)
        layout.setStretch(0, 1)
    else:
        code = row(plate, 12, hint)
        code.setStretch(2, 1)
        # In a low window under the ribbon the number and its code matter more than the words above them.
        named = () if theme.is_compact and theme.has_ribbon and person.phone is not None else (label,)
        layout = column(*named, digits, None, code, None, *offices)
    layout.setContentsMargins(edge, top, edge - 8, theme.by_frame(20, 18, 8))
    return box("card", layout)


def _offices(theme: Theme, person: Lawmaker, is_near: Callable[[LocalOffice], bool]) -> list[QWidget]:
    listed = [office for office in person.offices if office.phone]
    return [
        Words(theme, "min", _office_line(office, is_near=is_near(office)), tone="quiet")
        for office in listed[: theme.by_height(OFFICES_SHOWN, 1)]
    ]


def _office_line(office: LocalOffice, *, is_near: bool) -> Sayable:
    number = readable_phone(office.phone or "")
    if is_near:
        return _("{city} office, in your area: {phone}", city=office.city, phone=number)
    return _("{city} office: {phone}", city=office.city, phone=number)


def office_card(theme: Theme, office: LocalOffice, *, is_near: bool) -> QWidget:
    """A local office to visit: where it is, and its number to call first."""
    title = _("{city} office, in your area", city=office.city) if is_near else _("{city} office", city=office.city)
    dials = phone_scan(office.phone) if office.phone is not None else None
    hint = _("Call first: {phone}", phone=dials.readable) if dials else _("No number is listed for this office.")
    return lines_card(theme, title, [office.address or ""], hint, dials=dials)


def call_line(theme: Theme, person: Lawmaker) -> list[QWidget]:
    """The number in one line, for whoever would rather call; nothing where none is listed."""
    scan: Scan | None = call_scan(person)
    if scan is None:
        return []
    said: list[Part] = [Words(theme, "min", _("Or call {phone}.", phone=scan.readable))]
    return [box("soft", column(*said, margins=(24, 14, 24, 14)))]
