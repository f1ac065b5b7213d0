"""Small signs: chips, banners, progress and step dots. Colour is never alone; a word or an icon says it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.arranging import Part, box, row
from outreach_app.look.button import Button
from outreach_app.look.direction import turned
from outreach_app.look.icon import Icon
from outreach_app.look.reading import leave_unread
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words

_CHIP_ICONS = {"good": "check", "warn": "notice"}
_CHIP_TONES = {"open": "accent", "good": "good", "warn": "warn"}


def chip(theme: Theme, what: Sayable, kind: str = "plain", *, role: str = "chip") -> QFrame:
    """A chip: ``plain``, ``open``, ``good`` or ``warn``; ``role`` is how its text is set."""
    words = Words(theme, role, what, tone=_CHIP_TONES.get(kind, ""), wraps=False)
    icon = _CHIP_ICONS.get(kind)
    parts = (Icon(theme, icon, color=kind, size=18), 8, words) if icon else (words,)
    frame = box("chip" if kind == "plain" else f"chip-{kind}", row(*parts, margins=(12, 5, 12, 5)))
    frame.setFixedHeight(36 if theme.has_high_contrast else 34)
    frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return frame


def banner(theme: Theme, icon: str, what: Sayable, button: Button | None, *, kind: str = "warn") -> QFrame:
    """The staff's banner: icon, sentence with its starred words bold, and perhaps one button.

    ``kind`` is its ground: ``warn``, or ``card`` where nothing presses.
    """
    words = Words(theme, "min" if kind == "warn" else "staff_body", what, strong=Strong.STARRED)
    words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    last: tuple[Part, ...] = (16, button) if button is not None else ()
    color = "warn" if kind == "warn" else "good"
    layout = row(Icon(theme, icon, color=color), 16, words, *last, margins=(24, 10, 10, 10))
    layout.setStretchFactor(words, 1)
    return box(kind, layout)


class Progress(QWidget):
    """A bar of how much is done; a sentence stands beside it. Starts at nothing, ``advance`` takes 0 to 1."""

    reads_as = QAccessible.Role.ProgressBar

    def __init__(self, theme: Theme, name: Sayable) -> None:
        super().__init__()
        self._name = name
        self._track = theme.color("sunken")
        self._bar = theme.color("accent")
        self._done = 0.0
        self._height = theme.size("progress")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(self._name))

    def advance(self, done: float) -> None:
        """Show this share as done."""
        self._done = min(max(done, 0.0), 1.0)
        self.setAccessibleDescription(f"{round(100 * self._done)}%")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._height / 2
        for color, share in ((self._track, 1.0), (self._bar, self._done)):
            painter.setBrush(color)
            if share > 0:
                width = max(self.width() * share, float(self._height))
                painter.drawRoundedRect(turned(self, QRectF(0, 0, width, self._height)), radius, radius)
        painter.end()


class StepDots(QWidget):
    """The dots of a way with few steps; the current one is wide. ``marks_passed`` fills those behind it.

    Without a ``name`` a screen reader passes over it, as words beside it say the same.
    """

    _GAP = 10
    reads_as = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, current: int, total: int, *, marks_passed: bool = True, name: Sayable | None = None
    ) -> None:
        super().__init__()
        self._name = name
        if name is None:
            leave_unread(self)
        self._on = theme.color("accent")
        self._off = theme.color("line" if marks_passed else "line_strong")
        self._dot = theme.size("dot")
        self._wide = theme.size("dot_current_w")
        self._marks_passed = marks_passed
        # Two dark shades are one for many eyes, so what is to come is an outline there.
        self._is_hollow = theme.has_high_contrast
        self._current, self._total = current, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        if self._name is not None:
            self.setAccessibleName(tongue.say(self._name))

    def stand_at(self, current: int, total: int, name: Sayable) -> None:
        """Move to a step, counted from one; it is named so from the next time it speaks."""
        self._current, self._total, self._name = current, total, name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide + (self._total - 1) * (self._dot + self._GAP), self._dot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for step in range(1, self._total + 1):
            width = self._wide if step == self._current else self._dot
            filled = step == self._current or (self._marks_passed and step < self._current)
            place = turned(self, QRectF(left, 0, width, self._dot))
            if not filled and self._is_hollow:
                painter.setPen(QPen(self._on, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                place.adjust(1, 1, -1, -1)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._on if filled else self._off)
            painter.drawRoundedRect(place, 3, 3)
            left += width + self._GAP
        painter.end()


class Steps(QWidget):
    """Step dots and their sentence, "Step 2 of 4"."""

    reads_as = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, current: int, total: int) -> None:
        super().__init__()
        self._sentence = _("Step {current} of {total}", current=current, total=total)
        words = Words(theme, "meta", self._sentence, tone="quiet")
        dots = StepDots(theme, current, total)
        self.setLayout(row(dots, 14, words, align=Qt.AlignmentFlag.AlignVCenter))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def speak(self, tongue: Tongue) -> None:
        """Name itself for a screen reader."""
        self.setAccessibleName(tongue.say(self._sentence))
