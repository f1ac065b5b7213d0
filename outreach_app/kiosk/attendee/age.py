"""How old are you? Asked of everyone, before any detail, with no hint of a limit."""

from __future__ import annotations

from PySide6.QtCore import Qt

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.digits_page import digits_page, promise
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.button import Button
from outreach_app.look.keypad import DigitBoxes
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.answers import check_age
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.form_pages import stage
from outreach_app.visit.visit import Visit


class AgeScreen(Screen):
    """Keeps only whether the age meets the campaign's limit; the digits go as soon as they are judged."""

    place = Place.AGE
    steps = frozenset({Step.AGE_MEETS_LIMIT, Step.AGE_UNDER_LIMIT, Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign) -> None:
        super().__init__(theme)
        self._limit = campaign.pledge.minimum_age or 0
        self._visit: Visit | None = None
        self._boxes = DigitBoxes(theme, _("Your age in years"), most=3, shown=2)
        self._fault = Words(theme, "fault", tone="warn")
        below = (
            promise(
                theme,
                "lock",
                _("**Your age is not kept.** It only decides which questions come next."),
            ),
            promise(theme, "printer", _("It is not printed.")),
        )
        page = digits_page(
            theme,
            _("How old are you?"),
            _("We ask everyone. Enter your age in years."),
            self._boxes,
            below,
            self._fault,
        )
        self.arrange(page, top=theme.by_frame(20, 36, 12), bottom=theme.by_frame(20, 36, 12))
        self._on = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        self._on.clicked.connect(self._judge)
        self._boxes.confirmed.connect(self._judge)
        self._boxes.changed.connect(self._type)
        self._on.setEnabled(False)
        steps = Steps(theme, *stage(campaign.pledge, self.place))
        self.bar.put(start=(self.back_button(),), middle=steps, end=(self._on,))

    def enter(self, visit: Visit) -> None:
        if visit is not self._visit:
            # Whoever comes back from Get help finds the digits they had.
            self._boxes.put("")
        self._visit = visit
        self._boxes.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def leave(self) -> None:
        self._visit = None
        self._boxes.put("")

    def carried(self) -> str:
        return self._boxes.digits

    def resume(self, carried: object) -> None:
        self._boxes.put(str(carried))

    def _type(self, digits: str) -> None:
        self._on.setEnabled(bool(digits))
        self._fault.tell("")

    def _judge(self) -> None:
        meets = check_age(self._boxes.digits, self._limit)
        if meets is None:
            self.say_fault(self._fault, _("Enter your age in years, such as 34."))
            return
        self._boxes.put("")
        if self._visit is not None:
            self._visit.meets_age_limit = meets
            self.emits(Step.AGE_MEETS_LIMIT if meets else Step.AGE_UNDER_LIMIT)
