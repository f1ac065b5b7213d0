"""A postcode with letters, typed on the screen's keyboard, that finds the visitor's lawmakers."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from outreach_app.errors import MalformedPostcode
from outreach_app.kiosk.code_promises import lead, promises
from outreach_app.kiosk.screen import Screen
from outreach_app.kiosk.typing_area import TypingArea
from outreach_app.language import Sayable, _
from outreach_app.look.arranging import column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.field import Field
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.finding import LegislatorFinder
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_LONGEST = 12


class PostcodeScreen(Screen):
    """Find your lawmakers, where postcodes have letters."""

    place = Place.ZIP
    steps = frozenset({Step.SHOW_LAWMAKERS, Step.BACK})

    def __init__(self, theme: Theme, *, finder: LegislatorFinder) -> None:
        super().__init__(theme)
        self._finder = finder
        self._visit: Visit | None = None
        self._known = ""
        shape = finder.code_shape
        self._field = Field(theme, _("Your postcode"), longest=_LONGEST, layout_name="letters")
        self._area = TypingArea(theme, self.bar, self)
        self._area.take([self._field], [self._field], self._forgive)
        self._area.completed.connect(self._find)
        self._area.went_back.connect(lambda: self.emits(Step.BACK))
        self._promises = holding(column(*promises(theme, shape), gap=theme.by_frame(12, 12, 6)))
        self._area.keyboard_shown.connect(
            lambda is_shown: self._promises.setVisible(not (theme.is_compact and is_shown))
        )
        # Beside the field, since the keyboard takes the place of the bar.
        skip = Button(theme, "small", _("Skip this step"))
        skip.clicked.connect(self._skip)
        edge = theme.grid.margin
        content = column(
            Words(theme, "h2" if theme.is_compact else "h1", _("Find your lawmakers")),
            theme.by_frame(12, 12, 2),
            Words(theme, "lead", lead(shape), tone="quiet"),
            theme.by_frame(20, 24, 6),
            self._entry(skip),
            theme.by_frame(12, 16, 4),
            self._promises,
            None,
            margins=(edge, theme.by_frame(28, 36, 8), edge, theme.by_frame(12, 24, 4)),
        )
        self.fill(content, self._area.keyboard, self.bar)
        show = Button(theme, "primary", _("Show my lawmakers"), icon="arrow-right", icon_after=True)
        show.clicked.connect(self._find)
        self.bar.put(start=(self.back_button(),), end=(show,))

    def _entry(self, skip: Button) -> QBoxLayout:
        """The field and, beside it or below, the way past it."""
        theme = self.theme
        if theme.is_large:
            return column(self._field, 12, row(skip, None))
        self._field.setFixedWidth(theme.by_frame(480, 440, 420))
        return row(self._field, theme.by_frame(16, 12, 12), column(34, skip, None), None)

    def enter(self, visit: Visit) -> None:
        known = visit.finding.postcode if visit.finding is not None else ""
        if visit is not self._visit or known != self._known:
            # Whoever comes back from Get help finds what they had typed.
            self._field.line.setText(known)
        self._visit, self._known = visit, known
        self._area.start()

    def leave(self) -> None:
        self._visit = None
        self._field.line.wipe()
        self._field.show_fault(None)

    def carried(self) -> tuple[str, Sayable | None]:
        return self._field.line.text(), self._field.fault

    def resume(self, carried: object) -> None:
        if isinstance(carried, tuple):
            text, fault = carried
            self._field.line.setText(text)
            self._field.show_fault(fault)
            self.say_anew(self._field)

    def _forgive(self, field: Field) -> None:
        field.show_fault(None)

    def _find(self) -> None:
        if self._visit is None:
            return
        try:
            self._visit.take_finding(self._finder.find(self._field.line.text()))
        except MalformedPostcode as error:
            self._field.show_fault(error.message)
            self.say_anew(self._field)
            return
        self.emits(Step.SHOW_LAWMAKERS)

    def _skip(self) -> None:
        if self._visit is not None:
            self._visit.take_finding(self._finder.without_postcode())
            self.emits(Step.SHOW_LAWMAKERS)
