"""One lawmaker: the words to say, the number to call, where to write, an office to visit, a post to share."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QVBoxLayout, QWidget

from outreach_app.domain.action import ActionKind
from outreach_app.domain.campaign import Campaign
from outreach_app.domain.lawmakers import Lawmaker, LocalOffice
from outreach_app.kiosk.action_cards import (
    aside,
    code_card,
    lines_card,
    other_ways_card,
    post_note,
    said_line,
    text_card,
)
from outreach_app.kiosk.call_cards import OFFICES_SHOWN, call_card, call_line, office_card
from outreach_app.kiosk.lawmaker_rows import Avatar, seat_line
from outreach_app.kiosk.screen import Screen
from outreach_app.language import SOURCE_LANGUAGE, Listing, Sayable, Tongue, _, language_name
from outreach_app.look.arranging import box, column, empty, holding, row
from outreach_app.look.button import Button
from outreach_app.look.scrolling import bring_into_sight, scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.acting import (
    action_for,
    handles,
    is_in_area,
    letter_addresses,
    offices_to_visit,
    open_actions,
    page_scan,
    posts,
    script,
    ways,
    write_scan,
)
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.happenings import Happening
from outreach_app.visit.ports import Clock, today
from outreach_app.visit.titles import form_of_address, initials
from outreach_app.visit.visit import Visit

_MOST_FOR_CODES = 520
"""Height in portrait, px; more is moved by a finger, so that the words keep half the page."""
_TABS = {
    ActionKind.CALL: (_("Call"), "phone"),
    ActionKind.CONTACT_FORM: (_("Write"), "mail"),
    ActionKind.VISIT: (_("Visit"), "pin"),
    ActionKind.SHARE: (_("Share"), "share"),
}


_COUNTED = {
    ActionKind.CALL: Happening.CALL_OPENED,
    ActionKind.CONTACT_FORM: Happening.WRITE_OPENED,
    ActionKind.SHARE: Happening.SHARE_OPENED,
}
"""What the desk counts of the tabs that are opened."""


class ActScreen(Screen):
    """Call, write, visit or share."""

    place = Place.ACT
    steps = frozenset({Step.TAKE_IT, Step.SEE_OTHER_WAYS, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign, clock: Clock) -> None:
        super().__init__(theme)
        self._campaign, self._clock = campaign, clock
        self._visit: Visit | None = None
        self._tab = ActionKind.CALL
        self._by_post = False
        self._in_english = False
        self._ready_for: Lawmaker | None = None
        self._open_for: Lawmaker | None = None
        self._tab_buttons: dict[ActionKind, Button] = {}
        self._head = QVBoxLayout()
        self._words = QVBoxLayout()
        self._codes = QVBoxLayout()
        self._codes.setContentsMargins(0, 0, 0, 0)
        self._tabs = self._make_tabs()
        side = theme.by_frame(32, 20, 20)
        near = theme.by_frame(16, 16, 8)
        left = column(self._head, theme.by_frame(16, 16, 6), self._tabs, near, self._words)
        left.setStretch(4, 1)
        directions = QBoxLayout.Direction
        page = QBoxLayout(directions.TopToBottom if theme.is_portrait else directions.LeftToRight)
        page.setSpacing(side)
        page.addLayout(left, 712 if not theme.is_portrait else 1)
        self._codes_area = scrolling(holding(self._codes))
        if theme.is_large:
            # Where only a part is seen at first, the number and its code come before the words.
            left.insertWidget(4, self._codes_area)
            left.insertSpacing(5, near)
        if theme.is_compact and not theme.is_portrait:
            # As wide as the widest code, the words beside it and the bar that moves them.
            self._codes_area.setFixedWidth(420)
        if not theme.is_large:
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
        group = QButtonGroup(self)
        tabs = row(margins=(6, 6, 6, 6), gap=6)
        for kind, (word, icon) in _TABS.items():
            # Four words of the longer languages have no room for pictures in a narrow column.
            tab = Button(theme, "tab", word, icon=None if theme.drops_second_lines else icon)
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            self._tab_buttons[kind] = tab
            tab.setFixedHeight(max(theme.by_frame(64, 64, 56), theme.size("button_small")))
            tab.clicked.connect(lambda _on=False, kind=kind: self._choose(kind))
            group.addButton(tab)
            tabs.addWidget(tab, 1)
        return box("tabs", tabs)

    # -- the visit -------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        self._visit = visit
        self.once_seen(lambda: self.nearing.emit(Step.TAKE_IT))
        if visit.chosen is None or visit.chosen in (self._ready_for, self._open_for):
            # Made while their finger still rested on the row, or they come back to it from Get help.
            return
        self._in_english = False
        offered = ways(self._campaign, visit.chosen, today(self._clock))
        for kind, tab in self._tab_buttons.items():
            tab.setVisible(kind in offered)
        self._open(offered[0])
        self._ready_for = visit.chosen

    def carried(self) -> tuple[ActionKind, bool, bool]:
        return self._tab, self._by_post, self._in_english

    def resume(self, carried: object) -> None:
        if isinstance(carried, tuple):
            tab, by_post, self._in_english = carried
            self._open(tab)
            self._turn_to_post(by_post=by_post)

    def emits(self, step: Step) -> None:
        """Whoever goes back to the list begins anew with the next, or with the same."""
        if step is Step.BACK:
            self._open_for = None
        super().emits(step)

    def leave(self) -> None:
        self._visit = self._ready_for = self._open_for = None
        for room in (self._head, self._words, self._codes):
            empty(room)

    def speak(self, tongue: Tongue) -> None:
        """In another language the switch to English comes or goes."""
        is_new = tongue.code != self.tongue.code
        super().speak(tongue)
        if is_new:
            self._in_english = False
            self._show()

    def _choose(self, kind: ActionKind) -> None:
        if kind in _COUNTED and kind is not self._tab:
            self.did.emit(_COUNTED[kind])
        self._open(kind)
        first = self._codes.itemAt(0)
        if first is not None and (card := first.widget()) is not None:
            bring_into_sight(card)

    def _open(self, kind: ActionKind) -> None:
        self._tab = kind
        self._by_post = False
        self._tab_buttons[kind].setChecked(True)
        self._show()

    def _show(self) -> None:
        # As it is shown now it is nobody's first sight of it any more.
        self._ready_for = None
        person = self._visit.chosen if self._visit is not None else None
        self._open_for = person
        if person is None:
            return
        for room in (self._head, self._words, self._codes):
            empty(room)
        self._head.addWidget(self._name(person))
        self._words.addWidget(text_card(self.theme, self._left_lines(person)))
        for card in self._right_cards(person):
            self._codes.addWidget(card)
            # A layout counts nothing that is still to be shown.
            card.show()
        if self._tab is ActionKind.CALL and not self.theme.is_portrait:
            self._codes.setStretch(0, 1)
        else:
            self._codes.addStretch(1)
        self._codes.setSpacing(self.theme.by_frame(16, 16, 10))
        self.say_anew(self)
        if self.theme.is_portrait and not self.theme.scrolls:
            self._give_room_to_codes()

    def _give_room_to_codes(self) -> None:
        """One above the other, the codes get the height they need, and the words the rest."""
        for card in self._codes_area.findChildren(QFrame):
            # What a new card measured before it had its words is out of date, and would cut off its last line.
            if (layout := card.layout()) is not None:
                layout.activate()
        codes, width = self._codes, self.width() - 2 * self.theme.grid.margin
        needed = codes.totalHeightForWidth(width) if codes.hasHeightForWidth() else codes.totalSizeHint().height()
        self._codes_area.setFixedHeight(max(0, min(needed, _MOST_FOR_CODES)))

    def _name(self, person: Lawmaker) -> QWidget:
        theme = self.theme
        seat = Words(theme, "min", seat_line(person, today(self._clock)), tone="quiet")
        texts = column(None, Words(theme, "h2", person.name), seat, None)
        line = row(Avatar(theme, initials(person.name)), theme.by_frame(20, 20, 14), texts)
        line.setStretchFactor(texts, 1)
        if self.tongue.code != SOURCE_LANGUAGE and self._tab is not ActionKind.SHARE:
            is_sent = self._tab is ActionKind.CONTACT_FORM and not theme.is_compact
            to_english = _("In English, to send") if is_sent else _("In English")
            back = _("Back to {language}", language=language_name(self.tongue.code))
            turn = Button(theme, "small", back if self._in_english else to_english)
            turn.clicked.connect(self._turn_english)
            line.addSpacing(12)
            line.addLayout(column(None, turn, None))
        return holding(line)

    def _turn_english(self) -> None:
        self._in_english = not self._in_english
        self._show()

    # -- left: the words -------------------------------------------------------------------------------------------

    def _left_lines(self, person: Lawmaker) -> list[QWidget]:
        theme, day = self.theme, today(self._clock)
        if self._tab is ActionKind.SHARE:
            return [post_note(theme, action.post) for action in posts(self._campaign, day) if action.post is not None]
        kind = ActionKind.LETTER if self._by_post else self._tab
        action = action_for(self._campaign, kind, person, day)
        lines: list[QWidget] = []
        if action is not None and action.hint is not None and action.kind is kind:
            lines.append(aside(theme, action.hint))
        said = script(self._campaign, kind, person, day)
        if not said:
            lines.append(Words(theme, "body", _("Say in your own words what you ask for, and where you live.")))
        return [*lines, *(said_line(theme, line, in_english=self._in_english) for line in said)]

    # -- right: the codes ------------------------------------------------------------------------------------------

    def _right_cards(self, person: Lawmaker) -> list[QWidget]:
        match self._tab:
            case ActionKind.SHARE:
                return self._share_cards(person)
            case ActionKind.VISIT:
                offices = offices_to_visit(person)[:OFFICES_SHOWN]
                return [office_card(self.theme, office, is_near=self._is_near(office)) for office in offices]
            case ActionKind.CONTACT_FORM:
                return self._post_cards(person) if self._by_post else self._form_cards(person)
        cards = [call_card(self.theme, person, self._campaign.switchboard, self._is_near)]
        writing = write_scan(person)
        if writing is not None:
            cards.append(
                code_card(self.theme, writing, self._page_name(person), _("or type this address"), is_large=False)
            )
        return cards

    def _share_cards(self, person: Lawmaker) -> list[QWidget]:
        theme = self.theme
        hint = _("Scan, then share it with these words or your own.")
        cards: list[QWidget] = [
            code_card(theme, page_scan(self._campaign.page), self._campaign.page_label, hint, is_large=False)
        ]
        names = handles(person)
        if names:
            others = Listing(tuple(f"{handle.network} {handle.name}" for handle in names[1:]))
            also = _("Also: {names}", names=others) if names[1:] else ""
            title = _("{name} on {network}", name=names[0].name, network=names[0].network)
            cards.append(code_card(theme, names[0].scan, title, also, is_large=False))
        if open_actions(self._campaign, today(self._clock)):
            other = other_ways_card(theme)
            other.clicked.connect(lambda: self.emits(Step.SEE_OTHER_WAYS))
            cards.append(other)
        return cards

    def _form_cards(self, person: Lawmaker) -> list[QWidget]:
        theme, scan = self.theme, write_scan(person)
        hint = _("Scan to open it on your phone. Take a photo of the words first, to have them with you.")
        cards: list[QWidget] = []
        if scan is not None:
            cards.append(code_card(theme, scan, self._page_name(person), hint, is_large=True))
        else:
            cards += self._finder_card(person)
        if letter_addresses(person):
            cards.append(self._turn_button(_("Send a letter instead"), "document", by_post=True))
        return [*cards, *call_line(theme, person)]

    def _post_cards(self, person: Lawmaker) -> list[QWidget]:
        # The post reads it, so it stays as the country writes it.
        whom = f"{Tongue(SOURCE_LANGUAGE).say(form_of_address(person))} {person.name}"
        hint = _("Copy the words by hand, or take a photo of them and print them at home.")
        cards = [lines_card(self.theme, title, [whom, address]) for title, address in letter_addresses(person)]
        soft = box("soft", column(Words(self.theme, "min", hint), margins=(24, 14, 24, 14)))
        return [*cards, soft, self._turn_button(_("Write online instead"), "mail", by_post=False)]

    def _turn_button(self, what: Sayable, icon: str, *, by_post: bool) -> QWidget:
        button = Button(self.theme, "small", what, icon=icon)
        button.clicked.connect(lambda: self._turn_to_post(by_post=by_post))
        return holding(row(button, None))

    def _turn_to_post(self, *, by_post: bool) -> None:
        self._by_post = by_post
        self._show()

    def _finder_card(self, person: Lawmaker) -> list[QWidget]:
        """The chamber's own page, for somebody of whom no page is listed."""
        finding = self._visit.finding if self._visit is not None else None
        finders = finding.finders if finding is not None else self._campaign.finders
        fitting = [finder for finder in finders if not finder.roles or person.role in finder.roles]
        hint = _("No page of this office is listed. This official page leads to it.")
        return [
            code_card(self.theme, page_scan(each.url), each.name, hint, is_large=True)
            for each in (fitting or list(finders))[:1]
        ]

    @staticmethod
    def _page_name(person: Lawmaker) -> Sayable:
        return _("Contact form") if person.contact_url is not None else _("Their own website")

    def _is_near(self, office: LocalOffice) -> bool:
        finding = self._visit.finding if self._visit is not None else None
        return finding is not None and is_in_area(office, finding.postcode)
