"""Your lawmakers: everyone who speaks for the ZIP, the doubt said, the date of the list always there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, Finder
from outreach_app.domain.lawmakers import Lawmaker, VacantSeat
from outreach_app.domain.links import readable_phone
from outreach_app.kiosk.action_cards import other_ways_card
from outreach_app.kiosk.bars import bar_note
from outreach_app.kiosk.lawmaker_rows import lawmaker_row, vacant_row
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import Part, box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.icon import Icon
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, breakable
from outreach_app.visit.acting import open_actions, page_scan
from outreach_app.visit.finding import Finding
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.visit import Visit

_PRESSED_MS = 15
"""A pressed row is seen to be pressed before anything else is done. A finger rests there several times as long."""


class LawmakersScreen(Screen):
    """Never one guess: a split ZIP shows all its districts and the official finder's code."""

    place = Place.LAWMAKERS
    steps = frozenset({Step.CHOOSE_LAWMAKER, Step.CHANGE_ZIP, Step.SEE_OTHER_WAYS, Step.TAKE_IT, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._campaign, self._clock = campaign, clock
        self._visit: Visit | None = None
        self._filled_with: Finding | None = None
        self._touched: Lawmaker | None = None
        self._pressed = QTimer(self, singleShot=True, interval=_PRESSED_MS)
        self._pressed.timeout.connect(self._come_nearer)
        self._title = Words(theme, "h1", _("Your lawmakers"))
        self._zip = Words(theme, "lead", tone="quiet", wraps=False)
        change = Button(theme, "small", _("Change"))
        change.clicked.connect(lambda: self.emits(Step.CHANGE_ZIP))
        if theme.is_portrait:
            titles = column(self._title, 4, self._zip)
            head = row(titles, 16, change)
            head.setStretchFactor(titles, 1)
        else:
            head = row(self._title, 16, self._zip, 16, change, align=Qt.AlignmentFlag.AlignVCenter)
            head.setStretchFactor(self._title, 1)
        self._room = QVBoxLayout()
        content = column(head, theme.by_frame(theme.by_height(20, 12), 14, 6), self._room)
        content.setStretch(2, 1)
        self.arrange(
            content,
            top=theme.by_frame(theme.by_height(32, 22), 36, 6),
            bottom=theme.by_frame(theme.by_height(16, 6), 16, 2),
        )
        self._as_of = Words(theme, "meta", tone="quiet")
        take = Button(theme, "secondary", _("Take it with you"), icon="printer")
        take.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        self._take = take
        self._has_other_ways = bool(open_actions(campaign, today(clock)))
        self._other: Button | None = None
        self.bar.put(start=self._bar_start(), middle=bar_note(theme, "clock", self._as_of), end=(take,))

    def _bar_start(self) -> tuple[QWidget, ...]:
        """In a wide window the other ways stand beside Back; elsewhere at the end of the list."""
        if not self._has_other_ways or not self._is_wide:
            return (self.back_button(),)
        self._other = Button(self.theme, "quiet", _("Other ways to act"), icon="share")
        self._other.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
        return self.back_button(), self._other

    @property
    def _is_wide(self) -> bool:
        return not (self.theme.is_portrait or self.theme.is_compact)

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        finding = visit.finding
        assert finding is not None  # noqa: S101 - the flow leads here only with a finding
        self.once_seen(self._begin_the_page)
        if finding is self._filled_with:
            # Filled while the visitor still typed; a change of language reaches it as it reaches every screen.
            return
        self._filled_with = finding
        self._zip.tell(finding.code_line())
        answer = finding.answer
        has_several = len(finding.people) > 1 and not self.theme.is_compact
        self._take.tell(_("Take all of them with me") if has_several else _("Take it with you"))
        as_of: Sayable = ""
        if answer is not None and answer.is_sample:
            as_of = _("Invented lawmakers, for this demo only")
        elif answer is not None:
            as_of = _("Lawmaker list as of {day}", day=answer.as_of)
        self._as_of.tell(as_of)
        self.bar.show_middle(bool(as_of))
        if self._other is not None:
            # With nobody to call they have a card of their own, and one way to them is enough.
            self._other.setVisible(bool(finding.people))
        self._fill(finding)
        self.say_anew(self)

    def _begin_the_page(self) -> None:
        """The page and its codes are made while the names are read, so that the tap for it waits for nothing."""
        if self._visit is not None:
            self.nearing.emit(Step.TAKE_IT)

    def leave(self) -> None:
        self._visit = None
        self._filled_with = self._touched = None
        self._pressed.stop()
        self._zip.tell("")
        empty(self._room)

    def _fill(self, finding: Finding) -> None:
        empty(self._room)
        theme = self.theme
        upper, lower = self._upper(finding), self._lower(finding)
        gap = theme.by_frame(theme.by_height(16, 12), 16, 8)
        if theme.is_portrait:
            spaced = [12] if lower else []
            layout: QBoxLayout = column(*upper, *spaced, *lower, *self._other_ways(finding), None, gap=gap)
        else:
            columns = [column(*upper, *self._other_ways(finding), None, gap=gap)]
            if lower:
                columns.append(column(*lower, None, gap=gap))
            layout = row(*columns, gap=theme.by_frame(32, 0, 20))
            for number, share in enumerate((536, 632)[: len(columns)]):
                layout.setStretch(number, share)
        if finding.finder_first:
            # Some of these names may be history: whoever knows for certain comes before them.
            layout = column(self._doubt(finding, self._remarks(finding)), theme.by_frame(16, 16, 8), layout)
            layout.setStretch(2, 1)
        layout.setContentsMargins(0, 0, 0, 8)
        self._room.addWidget(scrolling(holding(layout)))

    # -- the two columns -------------------------------------------------------------------------------------------

    def _upper(self, finding: Finding) -> list[Part]:
        remarks = self._remarks(finding)
        parts: list[Part] = []
        if finding.upper:
            parts.append(Words(self.theme, "section", finding.upper_heading()))
            parts += [self._seat(seat) for seat in finding.upper]
        if not finding.people:
            parts += [self._note(remark) for remark in remarks]
            parts.append(self._finders(finding.finders))
            parts.append(self._switchboard())
        elif finding.needs_finder and not finding.finder_first:
            parts.append(self._doubt(finding, remarks))
        elif not finding.finder_first:
            how = _("Touch a name to call, write or share. Each one takes about two minutes.")
            parts += [self._note(remark) for remark in (remarks or [how])]
        return [part for part in parts if part is not None]

    def _other_ways(self, finding: Finding) -> list[Part]:
        """The card at the end of the list, where the bar has no room for it or there is nobody to call."""
        if not self._has_other_ways or (self._is_wide and finding.people):
            return []
        other = other_ways_card(self.theme)
        other.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
        return [other]

    def _remarks(self, finding: Finding) -> list[Sayable]:
        return [remark for remark in finding.remarks if finding.answer is None or not self._is_said_below(remark)]

    def _lower(self, finding: Finding) -> list[Part]:
        if not finding.lower:
            return []
        heading = Words(self.theme, "section", finding.lower_heading())
        parts: list[Part] = [heading, *(self._seat(seat) for seat in finding.lower)]
        switchboard = self._switchboard()
        if switchboard is not None and finding.people and any(isinstance(seat, VacantSeat) for seat in finding.lower):
            # Its office takes calls, and a list of people has no number of it.
            parts.append(switchboard)
        return parts

    def _seat(self, seat: Lawmaker | VacantSeat) -> QWidget:
        if isinstance(seat, VacantSeat):
            return vacant_row(self.theme, seat)
        person = lawmaker_row(self.theme, seat, today(self._clock))
        person.pressed.connect(lambda: self._touch(seat))
        person.clicked.connect(lambda: self._choose(seat))
        return person

    def _touch(self, person: Lawmaker) -> None:
        self._touched = person
        self._pressed.start()

    def _come_nearer(self) -> None:
        """Make the next screen while the finger still rests on the row. Who slides off it has chosen nobody."""
        visit, person = self._visit, self._touched
        if visit is not None and person is not None:
            chosen, visit.chosen = visit.chosen, person
            self.nearing.emit(Step.CHOOSE_LAWMAKER)
            visit.chosen = chosen

    def _choose(self, person: Lawmaker) -> None:
        self._pressed.stop()
        if self._visit is not None:
            self._visit.chosen = person
            self.emits(Step.CHOOSE_LAWMAKER)

    @staticmethod
    def _is_said_below(remark: Sayable) -> bool:
        return remark == _("These people are invented, for this demo only.")

    def _note(self, remark: Sayable) -> QWidget:
        theme = self.theme
        words = Words(theme, "min", remark)
        side = theme.by_frame(24, 24, 16)
        layout = row(column(Icon(theme, "info", size=28), None), 14, words, margins=(side, 16, side, 16))
        layout.setStretchFactor(words, 1)
        return box("soft", layout)

    def _doubt(self, finding: Finding, remarks: Sequence[Sayable]) -> QWidget:
        """What is not certain, and the official page that is."""
        finder = finding.finders[0] if finding.finders else None
        words = [Words(self.theme, "min", remark) for remark in remarks]
        hint = _("Scan to be sure: your own phone asks for the street.")
        return self._code_card(finder, [*words, Words(self.theme, "min", hint, tone="quiet")], kind="soft")

    def _finders(self, finders: tuple[Finder, ...]) -> QGridLayout:
        """The official pages: side by side where there is room."""
        grid = QGridLayout()
        grid.setSpacing(self.theme.by_frame(16, 16, 10))
        columns = 1 if self.theme.is_portrait else 3
        for number, finder in enumerate(finders):
            grid.addWidget(self._finder(finder), number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def _finder(self, finder: Finder) -> QWidget:
        return self._code_card(finder, [Words(self.theme, "label", finder.name)], kind="card")

    def _code_card(self, finder: Finder | None, words: list[Words], *, kind: str) -> QWidget:
        theme = self.theme
        parts: list[Part] = [None, *words]
        if finder is not None:
            parts.append(Words(theme, "fault", breakable(page_scan(finder.url).readable), tone="accent"))
        texts = column(*parts, None, gap=4)
        edge = theme.by_frame(10, 10, 6)
        # In a low window three pages stand side by side, so their words go under the codes.
        stacked = theme.is_compact and kind == "card"
        layout: QBoxLayout = (column if stacked else row)(texts, margins=(14, edge, 12, edge))
        if finder is not None:
            plate = CodePlate(theme, finder.url, finder.name)
            layout.insertWidget(0, plate, 0, Qt.AlignmentFlag.AlignHCenter if stacked else Qt.AlignmentFlag(0))
            # On white the code's own white edge is space enough.
            layout.insertSpacing(1, 18 if kind == "soft" else 4)
        layout.setStretchFactor(texts, 1)
        return box(kind, layout)

    def _switchboard(self) -> QWidget | None:
        number = self._campaign.switchboard
        if number is None:
            return None
        return self._note(
            _("The switchboard, {number}, connects you to any lawmaker’s office.", number=readable_phone(number))
        )
