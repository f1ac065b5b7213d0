"""One setting on screen, made from its declaration: a number or day with minus and plus, a switch, or a few choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.arranging import box, column, row
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.stepper import DayStepper, Stepper, counted
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.preferences import Day, DeviceName, OneOf, Preference, Switch, Value, WholeNumber

_MOST_BESIDE = 4
"""More choices than this, and names that a device gives, stand below each other."""


class PreferenceRow(QFrame):
    """Label, sentence, and what is set.

    Args:
        theme: sizes and colours.
        preference: as it is declared.
        today: the first day to offer, where it is a day.

    Signals:
        changed: carries the value that was touched.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, preference: Preference, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme, self.preference, self._today = theme, preference, today
        self.setProperty("box", "card")
        self._stepper: Stepper | None = None
        self._segments: dict[Value, _Segment] = {}
        texts = column(
            Words(theme, "staff_title", preference.label),
            2,
            Words(theme, "staff_body", preference.sentence, tone="quiet"),
            None,
        )
        control = self._control(theme)
        side = theme.by_frame(24, 20, 16)
        margins = (side, 12, side, 12)
        if theme.is_portrait:
            self.setLayout(column(texts, 10, row(control, None), margins=margins))
        else:
            line = row(texts, 24, control, margins=margins, align=Qt.AlignmentFlag.AlignVCenter)
            line.setStretch(0, 1)
            self.setLayout(line)

    def offer_only(self, values: frozenset[Value]) -> None:
        """Hide what makes no sense here, such as a language that the campaign does not speak."""
        for value, segment in self._segments.items():
            segment.setVisible(value in values)

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer what the device has now, beside what was offered before."""
        for name in names:
            if name not in self._segments:
                self._add_segment(name, name)

    def put(self, value: Value) -> None:
        """Show what is set."""
        if isinstance(self._stepper, DayStepper):
            self._stepper.put_day(date.fromisoformat(str(value)) if value else None, self._today())
        elif self._stepper is not None:
            self._stepper.put(int(value))
        else:
            if isinstance(self.preference.kind, DeviceName):
                # One that is switched off now stays chosen, and is seen to be.
                self.offer_names([str(value)])
            self._segments[value].setChecked(True)

    def _control(self, theme: Theme) -> QWidget:
        kind = self.preference.kind
        if isinstance(kind, WholeNumber):
            stepper = Stepper(theme, self.preference.label, kind.least, kind.most, kind.step, counted(kind.unit))
            stepper.changed.connect(lambda number: self.changed.emit(number))
            self._stepper = stepper
            return stepper
        if isinstance(kind, Day):
            days = DayStepper(theme, self.preference.label, kind.none)
            days.changed.connect(lambda _number: self.changed.emit(days.day.isoformat() if days.day else ""))
            self._stepper = days
            return days
        choices: Mapping[Value, Sayable]
        match kind:
            case Switch():
                choices = {True: _("On"), False: _("Off")}
            case OneOf():
                choices = {code: name for code, name in kind.choices.items()}  # noqa: C416 - its keys become values of any kind
            case DeviceName():
                choices = {code: name for code, name in kind.answers.items()}  # noqa: C416 - likewise
        is_long = isinstance(kind, DeviceName) or len(choices) > _MOST_BESIDE
        line: QBoxLayout = QVBoxLayout() if is_long else QHBoxLayout()
        line.setSpacing(0)
        line.setContentsMargins(4, 4, 4, 4)
        self._line, self._group = line, QButtonGroup(self)
        for value, name in choices.items():
            self._add_segment(value, name)
        return box("tabs", line)

    def _add_segment(self, value: Value, name: Sayable) -> None:
        segment = _Segment(self._theme, name)
        segment.clicked.connect(lambda _on=False, value=value: self.changed.emit(value))
        self._group.addButton(segment)
        self._line.addWidget(segment)
        self._segments[value] = segment


class _Segment(QPushButton):
    """One of a few values side by side."""

    def __init__(self, theme: Theme, name: Sayable) -> None:
        super().__init__()
        self._name, self._least = name, theme.size("touch_min")
        self.setProperty("kind", "switch")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(True)
        self.setFont(theme.font("staff_strong"))
        self.setFixedHeight(theme.size("button_small"))
        FocusRing(theme, self, radius=12)

    def speak(self, tongue: Tongue) -> None:
        """Say its name in this language."""
        said = tongue.say(self._name)
        self.setText(said)
        self.setAccessibleName(said)
        self.setMinimumWidth(max(self.fontMetrics().horizontalAdvance(said) + 32, self._least))
