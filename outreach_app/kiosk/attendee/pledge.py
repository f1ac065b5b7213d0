"""The pledge and the form: what is signed stays in sight while it is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, PledgeFieldKind
from outreach_app.kiosk.bars import badge
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import box, column, holding, of_width, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.answers import LONGEST_EMAIL, LONGEST_NAME
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import question_pages, stage, typed_pages
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import Visit


@dataclass(frozen=True)
class _Standing:
    """Where the visitor is in the form, and what they were told of it."""

    page: int
    focused: str | None
    faults: Mapping[str, Sayable]


_POSTCODES = {False: (_("ZIP code"), LONGEST_NAME, "digits"), True: (_("Postcode"), LONGEST_NAME, "letters")}
"""Label, most characters and keyboard of a postcode, by whether it may hold letters."""


class PledgeScreen(Screen):
    """Your details. A field is checked when it is left, in plain words."""

    place = Place.PLEDGE
    steps = frozenset({Step.ASK_QUESTIONS, Step.GIVE_DETAILS, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, desk: PledgeDesk, shows_badge: bool) -> None:
        super().__init__(theme)
        self._desk = desk
        self._visit: Visit | None = None
        self._form = campaign.pledge
        self._fields = self._asked_for(campaign)
        self._pages = typed_pages(campaign.pledge)
        self._page = 0
        self._area = TypingArea(theme, self.bar, self)
        capitals = [self._fields[name] for name in ("given_name", "family_name", "country") if name in self._fields]
        self._area.take(list(self._fields.values()), capitals, self._check)
        self._area.completed.connect(self._go_on)
        self._area.went_back.connect(lambda: self.emits(Step.BACK))
        self._pledge = self._pledge_column(campaign)
        self._read = Button(theme, "link", _("Read the pledge"), icon="lines")
        self._read.clicked.connect(self._area.hide)
        # Never shown before it has its place: a widget without a parent would be a window of its own.
        self._read.hide()
        self._area.keyboard_shown.connect(self._make_room)
        self._lay_out(shows_badge)
        on = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        on.clicked.connect(self._go_on)
        self.bar.put(start=(self.back_button(),), end=(on,))

    # -- building --------------------------------------------------------------------------------------------------

    def _asked_for(self, campaign: Campaign) -> dict[str, Field]:
        """The fields the pack asks for, by their name in the draft."""
        postcode = campaign.pledge.field(PledgeFieldKind.POSTCODE)
        has_letters = postcode is not None and postcode.has_letters
        asked = {
            "given_name": (PledgeFieldKind.NAME, _("First name"), LONGEST_NAME, "letters"),
            "family_name": (PledgeFieldKind.NAME, _("Last name"), LONGEST_NAME, "letters"),
            "email": (PledgeFieldKind.EMAIL, _("Email"), LONGEST_EMAIL, "email"),
            "postcode": (PledgeFieldKind.POSTCODE, *_POSTCODES[has_letters]),
            "mobile": (PledgeFieldKind.MOBILE, _("Mobile number"), LONGEST_NAME, "digits"),
            "country": (PledgeFieldKind.COUNTRY, _("Country"), LONGEST_NAME, "letters"),
        }
        made: dict[str, Field] = {}
        for name, (kind, label, longest, layout) in asked.items():
            wanted = campaign.pledge.field(kind)
            if wanted is not None:
                # One name is enough for anybody; many people have no more.
                optional = "" if wanted.is_required and name != "family_name" else _("Optional")
                made[name] = Field(self.theme, label, optional=optional, longest=longest, layout_name=layout)
        for draft_name, field in made.items():
            field.line.textEdited.connect(lambda text, draft_name=draft_name: self._remember(draft_name, text))
        return made

    def _pledge_column(self, campaign: Campaign) -> QWidget:
        theme, form = self.theme, campaign.pledge
        title = Words(theme, "h1" if theme.is_portrait else "panel_title", _("The pledge"))
        asking = _("**The ask** {whom}: {ask}", whom=form.ask_to, ask=form.ask)
        ask = Words(theme, "pledge_text" if not theme.is_portrait else "body", asking, strong=Strong.STARRED)
        side = theme.by_frame(16, 22, 14)
        note = box("note", column(ask, margins=(side, 12, side, 12)))
        text = Words(theme, "pledge_text", form.text)
        return holding(
            column(
                title,
                theme.by_frame(theme.by_height(14, 4), 20, 6),
                text,
                theme.by_frame(theme.by_height(16, 6), 22, 8),
                note,
                None,
            )
        )

    def _lay_out(self, shows_badge: bool) -> None:
        theme = self.theme
        self._grids = [holding(self._grid(page)) for page in self._pages]
        title = Words(theme, "panel_title" if not theme.is_portrait else "h2", _("Your details"), wraps=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        steps = Steps(theme, *stage(self._form, self.place))
        if theme.is_large:
            head: QBoxLayout = column(title, row(self._read, None), row(steps, None))
        else:
            head = row(title, theme.by_frame(0, 0, 16), self._read, None, steps, align=middle)
        self._head = holding(head)
        details = column(
            self._head, theme.by_frame(theme.by_height(12, 4), 20, 0), *self._grids, theme.by_frame(0, 10, 0)
        )
        if theme.is_portrait:
            if shows_badge:
                details.addWidget(badge(theme, in_two_lines=False))
            content = column(self._pledge, 34, details, None, margins=(32, 36, 32, 0))
        elif theme.is_compact:
            content = column(self._pledge, 0, details, None, margins=(24, 2, 24, 0))
        else:
            of_width(self._pledge, 384)
            content = row(self._pledge, 48, column(details, None), margins=(40, theme.by_height(30, 4), 40, 0))  # type: ignore[assignment]
            content.setStretch(2, 1)
        self.fill(content, self._area.keyboard, self.bar)

    def _grid(self, page: tuple[str, ...]) -> QVBoxLayout:
        """A page's fields in rows: two share one, the ZIP needs little beside the email; all in one row when low."""
        theme = self.theme
        gap = theme.by_frame(20, 20, 12)
        shares = {"email": 1.65, "postcode": 0.6}
        rows = [page[:2], page[2:]]
        if theme.is_large:
            rows = [(name,) for name in page]
        elif theme.is_compact:
            rows = [page]
            # Wide enough that the sentence under the ZIP takes two lines, not three: the keyboard needs the height.
            shares = {"email": 1.35, "postcode": 0.9}
        lines = []
        for names in rows:
            line = row(gap=gap)
            for name in names:
                self._fields[name].line.setMinimumWidth(60)
                line.addWidget(self._fields[name], round(shares.get(name, 1.0) * 100))
            lines.append(line)
        return column(*lines, gap=theme.by_frame(4, 12, 4))

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        came_back, self._visit = visit is self._visit, visit
        for name, field in self._fields.items():
            field.line.setText(getattr(visit.draft, name))
        # From Get help they come back to the page they were on.
        self._turn_to(self._page if came_back else 0)

    def _turn_to(self, page: int) -> None:
        """Show one page of the form and begin in it."""
        self._page = page
        for number, grid in enumerate(self._grids):
            grid.setVisible(number == page)
        self._area.stand_on([self._fields[name] for name in self._pages[page]])
        self._area.start()

    def emits(self, step: Step) -> None:
        """*Back* turns the pages first."""
        if step is Step.BACK and self._page > 0:
            self._turn_to(self._page - 1)
            return
        super().emits(step)

    def leave(self) -> None:
        self._visit = None
        for field in self._fields.values():
            field.line.wipe()
            field.show_fault(None)

    def _remember(self, name: str, text: str) -> None:
        if self._visit is not None:
            setattr(self._visit.draft, name, text)

    def _check(self, field: Field) -> None:
        """Judge a field that was left; an empty one waits until they want to go on."""
        name = next(name for name, mine in self._fields.items() if mine is field)
        if self._visit is None:
            return
        if not field.line.text():
            field.show_fault(None)
            return
        answer = self._desk.check(name, field.line.text())
        field.show_fault(answer.fault, question=answer.question)
        if answer.fault is None:
            field.line.setText(answer.text)
            self._remember(name, answer.text)

    def _go_on(self) -> None:
        if self._visit is None:
            return
        shown = {name: self._fields[name] for name in self._pages[self._page]}
        for name, field in shown.items():
            self._remember(name, field.line.text())
        faults = self._desk.faults(self._visit.draft, tuple(shown))
        for name, field in shown.items():
            field.show_fault(next((fault.sentence for fault in faults if fault.field == name), None))
            field.line.setText(getattr(self._visit.draft, name))
        self.say_anew(self)
        if faults:
            shown[faults[0].field].line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        elif self._page + 1 < len(self._pages):
            self._turn_to(self._page + 1)
        else:
            self.emits(Step.ASK_QUESTIONS if question_pages(self._form) else Step.GIVE_DETAILS)

    def carried(self) -> _Standing:
        faults = {name: field.fault for name, field in self._fields.items() if field.fault is not None}
        focused = next((name for name, field in self._fields.items() if field is self._area.served), None)
        return _Standing(self._page, focused, faults)

    def resume(self, carried: object) -> None:
        if not isinstance(carried, _Standing):
            return
        self._turn_to(carried.page)
        if carried.focused is not None:
            self._fields[carried.focused].line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._area.hide()
        for name, sentence in carried.faults.items():
            self._fields[name].show_fault(sentence)
        self.say_anew(self)

    def _make_room(self, keyboard_is_shown: bool) -> None:
        if self.theme.drops_second_lines:
            self._pledge.setVisible(not keyboard_is_shown)
            self._read.setVisible(keyboard_is_shown)
            # Under the ribbon a low window has room for the fields and the keyboard, and for nothing else.
            self._head.setVisible(not (keyboard_is_shown and self.theme.has_ribbon))
