"""One lawmaker: the words to say, the number to call, the page to write to, a post to share."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QVBoxLayout, QWidget

from outreach_app.domain.campaign import ActionKind, Campaign
from outreach_app.domain.lawmakers import Lawmaker, LocalOffice
from outreach_app.domain.links import readable_phone
from outreach_app.kiosk.lawmaker_rows import Avatar
from outreach_app.kiosk.screen import Screen
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import Part, box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.icon import Icon
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words, breakable
from outreach_app.visit.acting import Said, Scan, call_scan, page_scan, posts, script, write_scan
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.titles import initials, seat_of
from outreach_app.visit.visit import Visit

_OFFICES_SHOWN = 2
_FURTHER = (ActionKind.PETITION, ActionKind.LINK)
_TABS = (ActionKind.CALL, ActionKind.CONTACT_FORM, ActionKind.SHARE)


class ActScreen(Screen):
    """Call, write or share."""

    place = Place.ACT
    steps = frozenset({Step.TAKE_IT, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._campaign, self._clock = campaign, clock
        self._visit: Visit | None = None
        self._tab = ActionKind.CALL
        self._tab_buttons: dict[ActionKind, Button] = {}
        self._head = QVBoxLayout()
        self._words = QVBoxLayout()
        self._codes = QVBoxLayout()
        self._tabs = self._make_tabs()
        side = theme.by_frame(32, 20, 20)
        left = column(self._head, theme.by_frame(16, 16, 6), self._tabs, theme.by_frame(16, 16, 8), self._words)
        left.setStretch(4, 1)
        directions = QBoxLayout.Direction
        page = QBoxLayout(directions.TopToBottom if theme.is_portrait else directions.LeftToRight)
        page.setSpacing(side)
        page.addLayout(left, 712 if not theme.is_portrait else 1)
        self._codes_area = scrolling(holding(self._codes))
        if theme.is_compact:
            # As wide as the widest code, the words beside it and the bar that moves them.
            self._codes_area.setFixedWidth(420)
        page.addWidget(self._codes_area, 456 if not theme.is_portrait else 0)
        self.arrange(
            page,
            top=theme.by_frame(theme.by_height(28, 20), 28, 10),
            bottom=theme.by_frame(theme.by_height(24, 16), 24, 10),
        )
        back = Button(theme, "secondary", _("All lawmakers"), icon="arrow-left")
        back.clicked.connect(lambda: self.emits(Step.BACK))
        take = Button(theme, "primary", _("Take it with you"), icon="printer", icon_after=True)
        take.clicked.connect(lambda: self.emits(Step.TAKE_IT))
        self.bar.put(start=(back,), end=(take,))

    def _make_tabs(self) -> QFrame:
        theme = self.theme
        named = (_("Call"), "phone"), (_("Write"), "mail"), (_("Share"), "share")
        group = QButtonGroup(self)
        tabs = row(margins=(6, 6, 6, 6), gap=6)
        for kind, (word, icon) in zip(_TABS, named, strict=True):
            tab = Button(theme, "tab", word, icon=icon)
            tab.setCheckable(True)
            self._tab_buttons[kind] = tab
            tab.setFixedHeight(theme.by_frame(64, 64, 56))
            tab.clicked.connect(lambda _on=False, kind=kind: self._open(kind))
            group.addButton(tab)
            tabs.addWidget(tab, 1)
        return box("tabs", tabs)

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self._open(ActionKind.CALL)

    def leave(self) -> None:
        self._visit = None
        for room in (self._head, self._words, self._codes):
            empty(room)

    def _open(self, kind: ActionKind) -> None:
        self._tab = kind
        self._tab_buttons[kind].setChecked(True)
        self._show()

    def _show(self) -> None:
        person = self._visit.chosen if self._visit is not None else None
        if person is None:
            return
        for room in (self._head, self._words, self._codes):
            empty(room)
        self._head.addWidget(self._name(person))
        self._words.addWidget(self._left_card(person))
        for card in self._right_cards(person):
            self._codes.addWidget(card)
        if self._tab is ActionKind.CALL and not self.theme.is_portrait:
            self._codes.setStretch(0, 1)
        else:
            self._codes.addStretch(1)
        self._codes.setSpacing(self.theme.by_frame(16, 16, 10))
        self.say_anew(self)

    def _name(self, person: Lawmaker) -> QWidget:
        theme = self.theme
        texts = column(None, Words(theme, "h2", person.name), Words(theme, "min", seat_of(person), tone="quiet"), None)
        line = row(Avatar(theme, initials(person.name)), 20, texts)
        line.setStretchFactor(texts, 1)
        return holding(line)

    # -- left: the words -------------------------------------------------------------------------------------------

    def _left_card(self, person: Lawmaker) -> QWidget:
        if self._tab is ActionKind.SHARE:
            return self._text_card(
                [self._post(action.post) for action in posts(self._campaign, today(self._clock)) if action.post]
            )
        lines = script(self._campaign, self._tab, person, today(self._clock))
        return self._text_card([self._line(line) for line in lines])

    def _text_card(self, lines: list[QWidget]) -> QWidget:
        theme = self.theme
        side = theme.by_frame(28, 26, 18)
        gap = theme.by_frame(theme.by_height(18, 14), 18, 10)
        inner = holding(column(*lines, None, gap=gap, margins=(0, 0, 12, 0)))
        area = scrolling(inner)
        return box(
            "card", column(area, margins=(side, theme.by_frame(22, 20, 10), side - 12, theme.by_frame(16, 16, 6)))
        )

    def _line(self, line: Said) -> QWidget:
        theme = self.theme
        if not line.is_pause:
            return Words(theme, "body" if theme.has_ribbon else "script", line, strong=Strong.IN_BRACKETS)
        words = Words(theme, "min", line)
        layout = row(column(None, Icon(theme, "pause", size=22), None), 12, words, margins=(16, 10, 16, 10))
        layout.setStretchFactor(words, 1)
        return box("line", layout)

    def _post(self, post: Sayable) -> QWidget:
        side = 18
        return box("note", column(Words(self.theme, "script", post), margins=(side, 14, side, 14)))

    # -- right: the codes ------------------------------------------------------------------------------------------

    def _right_cards(self, person: Lawmaker) -> list[QWidget]:
        writing = write_scan(person)
        page = page_scan(self._campaign.page)
        if self._tab is ActionKind.SHARE:
            hint = _("Scan, then share the page from your phone with these words, or your own.")
            return [self._code_card(page, self._campaign.page_label, hint, is_large=True), *self._further()]
        if self._tab is ActionKind.CONTACT_FORM:
            hint = _("Scan to open it on your phone, or type this address.")
            large = self._code_card(writing, _("Contact form"), hint, is_large=True) if writing is not None else None
            return [card for card in (large, self._call_line(person)) if card is not None]
        cards = [self._call_card(person)]
        if writing is not None:
            cards.append(self._code_card(writing, _("Contact form"), _("or type this address"), is_large=False))
        return cards

    def _call_card(self, person: Lawmaker) -> QWidget:
        theme, scan = self.theme, call_scan(person)
        label = Words(theme, "min", _("Washington office"), tone="quiet")
        edge, top = theme.by_frame(28, 26, 16), theme.by_frame(22, 18, 8)
        if scan is None:
            number = readable_phone(self._campaign.switchboard) if self._campaign.switchboard else ""
            sentence = _("No number is listed. The Capitol switchboard connects you: {number}", number=number)
            return box("card", column(label, Words(theme, "min", sentence), None, margins=(edge, top, edge, top)))
        digits = Words(theme, "phone", scan.readable, wraps=False)
        plate = CodePlate(theme, scan.payload, _("Code that dials the number"), theme.by_frame(170, 200, 132))
        hint = column(None, Words(theme, "label", _("Scan to dial")), None)
        if not theme.is_compact:
            calm = _("Opens your phone. Nothing is called until you press call.")
            hint.insertWidget(2, Words(theme, "min", calm, tone="quiet"))
        offices = [] if theme.is_compact else self._offices(person)
        if theme.is_portrait:
            layout: QBoxLayout = row(column(label, digits, hint, *offices), 12, plate)
            layout.setStretch(0, 1)
        else:
            code = row(plate, 12, hint)
            code.setStretch(2, 1)
            # In a low window under the ribbon the number and its code matter more than the words above them.
            named = () if theme.is_compact and theme.has_ribbon else (label,)
            layout = column(*named, digits, None, code, None, *offices)
        layout.setContentsMargins(edge, top, edge - 8, theme.by_frame(20, 18, 8))
        return box("card", layout)

    def _offices(self, person: Lawmaker) -> list[QWidget]:
        listed = [office for office in person.offices if office.phone]
        return [self._office(office) for office in listed[: self.theme.by_height(_OFFICES_SHOWN, 1)]]

    def _office(self, office: LocalOffice) -> Words:
        said = _("{city} office: {phone}", city=office.city, phone=readable_phone(office.phone or ""))
        return Words(self.theme, "min", said, tone="quiet")

    def _further(self) -> list[QWidget]:
        """What else the campaign offers to everyone: petitions to companies, pages to read."""
        offered = [action for action in self._campaign.actions_on(today(self._clock)) if action.kind in _FURTHER]
        return [
            self._code_card(page_scan(action.url), action.title, action.target or "", is_large=False)
            for action in offered
            if action.url is not None
        ]

    def _call_line(self, person: Lawmaker) -> QWidget | None:
        if person.phone is None:
            return None
        said = _("Or call {phone}.", phone=readable_phone(person.phone))
        return box("soft", column(Words(self.theme, "min", said), margins=(24, 14, 24, 14)))

    def _code_card(self, scan: Scan, title: Sayable, hint: Sayable, *, is_large: bool) -> QWidget:
        theme = self.theme
        words: list[Part] = [
            Words(theme, "label", title),
            Words(theme, "min", hint, tone="quiet"),
            Words(theme, "label", breakable(scan.readable), tone="accent"),
        ]
        plate = CodePlate(theme, scan.payload, title, theme.by_frame(260, 220, 170) if is_large else 150)
        if is_large and not theme.is_portrait:
            layout: QBoxLayout = column(row(None, plate, None), theme.by_frame(10, 10, 2), *words)
        else:
            texts = column(None, *words, None)
            layout = row(plate, 14, texts)
            layout.setStretchFactor(texts, 1)
        layout.setContentsMargins(theme.by_frame(20, 20, 12), theme.by_frame(16, 14, 8), 20, theme.by_frame(16, 14, 8))
        return box("card", layout)
