"""The cards of the staff's desk. Each is built from what is known now, and built again when that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.kiosk.check_rows import check_row
from outreach_app.kiosk.data_words import held_here, last_copy
from outreach_app.kiosk.print_desk import PrintDesk
from outreach_app.language import Message, Sayable, _, language_name, ngettext
from outreach_app.look.arranging import Part, box, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.hour_chart import HourChart
from outreach_app.look.icon import Icon
from outreach_app.look.signs import Progress, chip
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.happenings import Happening
from outreach_app.visit.last_day import LAST_DAY_CODE
from outreach_app.visit.opening_checks import OpeningList
from outreach_app.visit.said_size import said_size
from outreach_app.visit.stick import Stick

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BESIDE_A_PRINTER, _ALONE = 1, 3
"""Lines of the list that stand on the desk: as many as leave all of it in sight at 1280 x 800."""

_HEALTH: Mapping[str, Message] = {
    "clock": _("Clock"),
    "disk-space": _("Disk"),
    "films": _("Films"),
    "age": _("Lawmakers"),
    "legislators": _("Lawmakers"),
    "battery": _("Battery"),
}
"""What is always on the desk, by the code of its check; not there where the list has no such check."""

_PRINTER_CODE = "printer"

_HAPPENINGS: Mapping[Happening, Message] = {
    Happening.FILM_WATCHED: _("Film watched"),
    Happening.FACTS_READ: _("Facts read"),
    Happening.LAWMAKERS_FOUND: _("Lawmakers found"),
    Happening.CALL_OPENED: _("Call opened"),
    Happening.WRITE_OPENED: _("Write opened"),
    Happening.SHARE_OPENED: _("Share opened"),
    Happening.PAGE_SAVED: _("Page saved"),
}


def card(theme: Theme, *parts: Part, growing: QWidget | None = None) -> QFrame:
    """A white card around a column; ``growing`` is the part that takes the height that is left."""
    side = theme.by_frame(22, 20, 16)
    top = theme.by_frame(14, 18, 12)
    layout = column(*parts, margins=(side, top, side, top))
    if growing is not None:
        layout.setStretchFactor(growing, 1)
    return box("card", layout)


def head(theme: Theme, title: Message, mark: QWidget | None = None) -> QWidget:
    """A card's title, and what stands at its right."""
    words = Words(theme, "staff_title", title)
    line = row(words, 8, mark, align=_MIDDLE) if mark is not None else row(words)
    line.setStretch(0, 1)
    line.setAlignment(words, Qt.AlignmentFlag(0))
    return holding(line)


def pledges_card(theme: Theme, figures: DeskFigures, goal: int) -> QFrame:
    """How many, of how many hoped for, and in which hours."""
    figure = Words(theme, "staff_figure", figures.slip.kept, wraps=False)
    first: list[Part] = [
        column(Words(theme, "staff_body", _("Pledges at this event"), tone="quiet"), figure, None),
        None,
    ]
    if goal:
        right = Qt.AlignmentFlag.AlignRight
        goal_words = Words(theme, "staff_body", _("Goal"), tone="quiet", align=right)
        first.append(column(goal_words, Words(theme, "staff_goal", goal, align=right, wraps=False), None))
    parts: list[Part] = [row(*first)]
    if goal:
        progress = Progress(theme, _("How close the goal is"))
        progress.advance(figures.slip.kept / goal)
        left = max(goal - figures.slip.kept, 0)
        to_go = ngettext("One to go.", "{count} to go.", left) if left else _("The goal is reached.")
        parts += [8, progress, 6, Words(theme, "staff_small", to_go, tone="quiet")]
    parts += [theme.by_frame(16, 16, 10), Words(theme, "staff_title", _("Signed today, by the hour")), 6]
    if not figures.hours:
        nobody = Words(theme, "staff_body", _("Nobody has signed today yet."), tone="quiet")
        return card(theme, *parts, nobody, None)
    chart = HourChart(theme, figures.hours)
    parts.append(chart)
    if figures.hours[-1].is_now:
        parts.append(Words(theme, "staff_small", _("The last bar is this hour so far."), tone="quiet"))
    gone = figures.slip.kept_then_withdrawn
    if gone:
        told = ngettext(
            "The bars also show one pledge that was taken back.",
            "The bars also show {count} pledges that were taken back.",
            gone,
        )
        parts.append(Words(theme, "staff_small", told, tone="quiet"))
    return card(theme, *parts, growing=chart)


def printer_card(theme: Theme, printing: PrintDesk, name: str, buttons: Sequence[Button]) -> QFrame:
    """How the printer is, and the sheets left; where it is in trouble, what to do in place of the sheets."""
    notice, counts = printing.notice, printing.counts
    mark = _mark(theme, _("Look"), "warn")
    if notice is None:
        mark = _mark(theme, _("Ready"), "good") if printing.has_answered else _mark(theme, _("Being asked"))
    if notice is not None:
        said: list[Part] = [
            Words(theme, "staff_strong", notice.what),
            Words(theme, "staff_body", notice.remedy, tone="quiet"),
        ]
    else:
        printed = ngettext("One page printed", "{count} pages printed", counts.printed)
        said = [Words(theme, "staff_body", name)]
        if counts.sheets_left is not None:
            left = ngettext("One sheet left", "{count} sheets left", counts.sheets_left)
            said.append(Words(theme, "staff_body", left))
        said.append(Words(theme, "staff_small", printed, tone="quiet"))
    return card(theme, head(theme, _("Printer"), mark), 4, *said, 10, None, button_rows(theme, buttons))


def data_card(theme: Theme, figures: DeskFigures, sticks: Sequence[Stick], buttons: Sequence[Button]) -> QFrame:
    """What is here, when it was copied, and the stick that is plugged in."""
    mark = _mark(theme, _("Not copied yet"), "warn")
    if figures.is_copied:
        mark = _mark(theme, _("Copied"), "good")
    elif figures.only_here is None:
        mark = _mark(theme, _("Practice alone") if figures.slip.rehearsals else _("Nothing yet"))
    stick: Sayable = _("No stick is plugged in.")
    if len(sticks) == 1:
        stick = _("Stick: **{name}**, {free} free.", name=sticks[0].name, free=said_size(sticks[0].free_bytes))
    elif sticks:
        stick = ngettext("One stick is plugged in.", "{count} sticks are plugged in.", len(sticks))
    said: list[Part] = [
        Words(theme, "staff_body", held_here(figures)),
        Words(theme, "staff_body", last_copy(figures)),
        Words(theme, "staff_body", stick, strong=Strong.STARRED),
    ]
    return card(theme, head(theme, _("Data"), mark), 4, *said, 10, None, button_rows(theme, buttons))


def opening_card(
    theme: Theme, found: OpeningList | None, buttons: Sequence[Button], *, is_beside_a_printer: bool
) -> QFrame:
    """The first lines of the list before opening, what keeps the table shut first, and how the device is."""
    if found is None:
        text = Words(theme, "staff_body", _("Looking at everything now."), tone="quiet")
        return card(theme, head(theme, _("Before you open")), 6, text, None, button_rows(theme, buttons))
    count = found.to_look_at
    mark = (
        _mark(theme, _("{count} to look at", count=count), "warn") if count else _mark(theme, _("All is well"), "good")
    )
    rows: list[Part] = []
    for check in found.checks[: _BESIDE_A_PRINTER if is_beside_a_printer else _ALONE]:
        # The remedies stand in the list itself.
        bare = replace(check, remedy=None)
        rows += [check_row(theme, bare, is_blocking=check in found.blocking), 6]
    if not is_beside_a_printer:
        rows += [Words(theme, "staff_small", check.text, tone="quiet") for check in found.checks if _is_told(check)]
    return card(
        theme,
        head(theme, _("Before you open"), mark),
        6,
        *rows,
        None,
        _health(theme, found),
        8,
        button_rows(theme, buttons),
    )


def _is_told(check: Check) -> bool:
    """What is well and still good to know: which day is the last, and that there is no printer."""
    return check.code in (LAST_DAY_CODE, _PRINTER_CODE) and check.level is CheckLevel.OK


def _health(theme: Theme, found: OpeningList) -> QWidget:
    """A sign for each part of the device, well or to be looked at."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    held = [(code, name) for code, name in _HEALTH.items() if any(check.code == code for check in found.checks)]
    for place, (code, name) in enumerate(held):
        is_well = all(check.level is CheckLevel.OK for check in found.checks if check.code == code)
        icon = Icon(theme, "check" if is_well else "notice", color="good" if is_well else "warn", size=18)
        words = Words(theme, "staff_small", name, tone="quiet" if is_well else "warn", wraps=False)
        grid.addWidget(holding(row(icon, 6, words, None, align=_MIDDLE)), place // 3, place % 3)
    return holding(grid)


def table_card(theme: Theme, mark: tuple[Message, str], note: Sayable, buttons: Sequence[Button]) -> QFrame:
    """How the table stands, and what else staff do there."""
    said: list[Part] = [Words(theme, "staff_small", note, tone="quiet"), 8] if note else []
    return card(theme, head(theme, _("At the table"), _mark(theme, *mark)), 8, *said, None, button_rows(theme, buttons))


def counts_card(theme: Theme, figures: DeskFigures, happenings: Mapping[Happening, int | None]) -> QFrame:
    """Everything counted, never by name, small numbers left unsaid."""
    pairs: list[tuple[Sayable, Sayable]] = [(language_name(code), _shown(count)) for code, count in figures.languages]
    pairs += [
        (_("From paper"), _shown(figures.from_paper)),
        (_("Taken back"), figures.slip.withdrawn),
        (_("Practice"), figures.slip.rehearsals),
        *((_HAPPENINGS[what], _shown(count)) for what, count in happenings.items()),
    ]
    columns = theme.by_frame(3, 2, 3)
    lines: list[Part] = []
    for first in range(0, len(pairs), columns):
        cells = [_pair(theme, *pair) for pair in pairs[first : first + columns]]
        cells += [QWidget() for _blank in range(columns - len(cells))]
        line = row(*cells, gap=theme.space("s7"))
        for place in range(line.count()):
            line.setStretch(place, 1)
        lines += [line, 2]
    few = Words(
        theme, "staff_small", _("“few” stands for one to four, so that nobody can be told by it."), tone="quiet"
    )
    given = figures.slip.pledges + figures.slip.withdrawn
    last = Words(theme, "staff_small", _numbers(given) if given else "", tone="quiet")
    return card(theme, head(theme, _("Counts")), 8, *lines, 6, few, last)


def _numbers(given: int) -> Message:
    return _(
        "The last pledge number given is {given}. Practice and pledges taken back keep their numbers; "
        "languages and paper count everybody who signed.",
        given=given,
    )


def button_rows(theme: Theme, buttons: Sequence[Button], across: int = 2) -> QWidget:
    """Buttons side by side, as many rows as they need."""
    gap = theme.space("s2")
    lines = [row(*buttons[first : first + across], None, gap=gap) for first in range(0, len(buttons), across)]
    return holding(column(*lines, gap=gap))


def _mark(theme: Theme, what: Sayable, kind: str = "plain") -> QFrame:
    return chip(theme, what, kind, role="staff_chip")


def _pair(theme: Theme, label: Sayable, value: Sayable) -> QWidget:
    line = row(Words(theme, "staff_body", label, tone="quiet"), 8, Words(theme, "staff_strong", value, wraps=False))
    line.setStretch(0, 1)
    return holding(line)


def _shown(count: int | None) -> Sayable:
    return count if count is not None else _("few")
