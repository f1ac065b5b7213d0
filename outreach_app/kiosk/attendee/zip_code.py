"""Five digits that find the visitor's lawmakers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from outreach_app.errors import MalformedPostcode
from outreach_app.kiosk.code_promises import lead, promises
from outreach_app.kiosk.digits_page import digits_page
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.button import Button
from outreach_app.look.keypad import DigitBoxes
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit


class ZipScreen(Screen):
    """Find your lawmakers, where postcodes are digits."""

    place = Place.ZIP
    steps = frozenset({Step.SHOW_LAWMAKERS, Step.BACK})

    def __init__(self, theme: Theme, *, finder: LegislatorFinder) -> None:
        super().__init__(theme)
        self._finder = finder
        self._visit: Visit | None = None
        self._known = ""
        shape = finder.code_shape
        self._digits = shape.digits or len(shape.example)
        named = _("Your ZIP code") if shape.is_zip else _("Your postcode")
        self._boxes = DigitBoxes(theme, named, most=self._digits, shown=self._digits)
        self._fault = Words(theme, "fault", tone="warn")
        page = digits_page(
            theme, _("Find your lawmakers"), lead(shape), self._boxes, promises(theme, shape), self._fault
        )
        self.arrange(page, top=theme.by_frame(20, 36, 12), bottom=theme.by_frame(20, 36, 12))
        skip = Button(theme, "quiet", _("Skip this step"))
        skip.clicked.connect(self._skip)
        has_room = not (theme.is_large and theme.frame is Frame.PORTRAIT)
        word = _("Show my lawmakers") if has_room else _("Continue")
        self._show = Button(theme, "primary", word, icon="arrow-right", icon_after=True)
        self._show.setEnabled(False)
        self._show.clicked.connect(self._find)
        self._boxes.changed.connect(self._type)
        self._boxes.confirmed.connect(self._find)
        self.bar.put(start=(self.back_button(),), end=(skip, self._show))

    def enter(self, visit: Visit) -> None:
        known = visit.finding.postcode if visit.finding is not None else ""
        if visit is not self._visit or known != self._known:
            # Whoever comes back from Get help finds the digits they had.
            self._boxes.put(known)
        self._visit, self._known = visit, known
        self._boxes.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def leave(self) -> None:
        self._visit = None
        self._boxes.put("")

    def carried(self) -> str:
        return self._boxes.digits

    def resume(self, carried: object) -> None:
        self._boxes.put(str(carried))

    def _type(self, digits: str) -> None:
        is_whole = len(digits) == self._digits
        self._show.setEnabled(is_whole)
        self._fault.tell("")
        known = self._visit.finding.postcode if self._visit is not None and self._visit.finding is not None else ""
        if is_whole and digits != known and self._look_up():
            self.nearing.emit(Step.SHOW_LAWMAKERS)

    def _look_up(self) -> bool:
        """Find who speaks for the digits; says the fix where they are no ZIP."""
        if self._visit is None:
            return False
        try:
            self._visit.take_finding(self._finder.find(self._boxes.digits))
        except MalformedPostcode as error:
            self.say_fault(self._fault, error.message)
            return False
        return True

    def _find(self) -> None:
        if self._visit is None or len(self._boxes.digits) != self._digits:
            return
        known = self._visit.finding
        if (known is not None and known.postcode == self._boxes.digits) or self._look_up():
            self.emits(Step.SHOW_LAWMAKERS)

    def _skip(self) -> None:
        if self._visit is not None:
            self._visit.take_finding(self._finder.without_postcode())
            self.emits(Step.SHOW_LAWMAKERS)
