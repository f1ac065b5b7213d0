"""A person at the table: reads what is on screen, taps by name where a finger would, types on the screen's keyboard.

Taps go to the window, not to a widget: whatever lies on top there gets them, as it would from a finger.
"""

from __future__ import annotations

import io
import math
import time

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from outreach_app.kiosk.second_tap import SAME_SPOT_PX
from outreach_app.kiosk.window import KioskWindow
from outreach_app.language import Message, Sayable, Tongue
from outreach_app.look.keyboard_layouts import SYMBOL_ROWS
from outreach_app.look.keypad import DigitBoxes
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place
from outreach_app.visit.ports import Clock
from tests.kiosk.table import settle, wait_until

_LOOK_SECONDS = 0.5


class Visitor:
    """One person in front of one window."""

    def __init__(self, window: KioskWindow) -> None:
        self.window = window
        self._touched: tuple[QPoint, QWidget] | None = None

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The screen they see."""
        return self.window.visit.journey.at

    def says(self, what: Sayable) -> str:
        """A text in the language on screen; a plain string is taken for one of the program's own sentences."""
        return Tongue(self.window.visit.language).say(Message(what) if isinstance(what, str) else what)

    def reading(self) -> str:
        """Everything written on the window, from top to bottom."""
        texts = [(_top_left(widget), _written_on(widget)) for widget in self._visible(QWidget)]
        return "\n".join(text for (_y, _x), text in sorted(texts) if text)

    def reads(self, what: Sayable) -> bool:
        """Whether a text is on screen now."""
        return self.says(what).replace("**", "") in self.reading()

    def names(self) -> list[str]:
        """The names of everything that can be tapped."""
        return [name_of(button) for button in self._visible(QAbstractButton)]

    def codes(self) -> list[str]:
        """What the codes on screen say, read from a picture of the window as a phone would."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.window.grab().save(buffer, "PNG")
        picture = Image.open(io.BytesIO(bytes(buffer.data().data())))
        found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
        return sorted(code.text for code in found)

    def wait_for(self, place: Place) -> None:
        """Stand there until a screen comes."""
        wait_until(lambda: self.place is place, f"the screen {place.name}")

    # -- touching --------------------------------------------------------------------------------------------------

    def tap(self, what: Sayable) -> None:
        """Tap the button, card or key with this name."""
        name = self.says(what)
        self.tap_on(self._named(name))

    def tap_name(self, name: str) -> None:
        """Tap what has exactly this name, or begins with it as a card does, whatever the language."""
        self.tap_on(self._named(name))

    def can_reach(self, what: Sayable) -> bool:
        """Whether something of this name is there, and nothing lies over it."""
        name = self.says(what)
        if name not in self.names():
            return False
        widget = self._named(name)
        under = self.window.childAt(widget.mapTo(self.window, widget.rect().center()))
        return under is not None and (under is widget or widget.isAncestorOf(under))

    def tap_on(self, widget: QWidget) -> None:
        """Put a finger on the middle of a widget."""
        self.tap_at(self._aim_at(widget))

    def tap_at(self, point: QPoint) -> None:
        """Put a finger on a point of the window."""
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        settle()

    def _aim_at(self, widget: QWidget) -> QPoint:
        """The middle of a widget in the window, after the look that a person takes before they touch it."""
        self._bring_into_sight(widget)
        point = widget.mapTo(self.window, widget.rect().center())
        under = self.window.childAt(point)
        assert under is not None, f"{name_of(widget)} is outside the window"
        assert under is widget or widget.isAncestorOf(under), f"{name_of(widget)} is covered by {under}"
        self._look_first(point, widget)
        return point

    def _look_first(self, point: QPoint, widget: QWidget) -> None:
        """Let the time pass in which a person sees that something new stands where their finger is; none otherwise."""
        before, self._touched = self._touched, (point, widget)
        is_new = before is None or (_is_near(point, before[0]) and widget is not before[1])
        if is_new and (clock := self._clock) is not None:
            getattr(clock, "wait", time.sleep)(_LOOK_SECONDS)

    @property
    def _clock(self) -> Clock | None:
        """What the window reads the time from, where it minds how quickly somebody touches."""
        return self.window._plan.clock if isinstance(self.window, KioskWindow) else None

    def enter_digits(self, digits: str) -> None:
        """Touch digits on the pad."""
        for digit in digits:
            self.tap_name(digit)

    def fill(self, label: str, text: str) -> None:
        """Touch a field and type into it on the screen's keyboard."""
        self.tap_on(self.field(label))
        self.type(text)

    def type(self, text: str) -> None:
        """Type on the screen's keyboard, turning to capitals and numbers as needed."""
        for character in text:
            self._show_key_for(character)
            self.tap_name(character)

    def field(self, label: str) -> QLineEdit:
        """The field with this label."""
        wanted = self.says(label)
        return next(line for line in self._visible(QLineEdit) if name_of(line) == wanted)

    def boxes(self) -> DigitBoxes:
        """The boxes that show digits."""
        return self._visible(DigitBoxes)[0]

    def draw_a_signature(self) -> None:
        """Move a finger over the pad."""
        pad = self._visible(SignaturePad)[0]
        points = [
            pad.mapTo(
                self.window,
                QPoint(round(pad.width() * (0.1 + 0.02 * i)), round(pad.height() * (0.5 + 0.3 * math.sin(i)))),
            )
            for i in range(40)
        ]
        handle = self.window.windowHandle()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(handle, point)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])
        settle()

    # -- longer stretches of a visit -------------------------------------------------------------------------------

    def go_to_the_form(self, age: str = "34") -> None:
        """From the loop to the pledge's form, or to where an age leads."""
        self.tap("Touch to begin")
        self.tap("Start")
        self.enter_digits(age)
        self.tap("Continue")

    def fill_in(self, given: str, family: str, email: str, postcode: str) -> None:
        """Fill the four fields of the form."""
        self.fill("First name", given)
        self.fill("Last name", family)
        self.fill("Email", email)
        self.fill("ZIP code", postcode)

    def sign(self, title: Sayable) -> None:
        """From the filled form to thank you, with nothing ticked and a drawn signature; ``title`` is the button's."""
        self.tap("Continue")
        assert self.place is Place.CONSENTS, self.reading()
        self.tap("Continue")
        self.draw_a_signature()
        self.tap(title)

    # -- finding ---------------------------------------------------------------------------------------------------

    def _visible(self, kind: type) -> list:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def _named(self, name: str) -> QAbstractButton:
        buttons = [button for button in self._visible(QAbstractButton) if button.isEnabled()]
        exact = [button for button in buttons if name_of(button) == name]
        # A card is named by everything written on it.
        beginning = [button for button in buttons if name_of(button).startswith(name + ".")]
        found = exact or beginning
        assert found, f"nothing to tap is called {name!r} at {self.place.name}; there are {self.names()}"
        return found[0]

    def _show_key_for(self, character: str) -> None:
        names = self.names()
        if character in names:
            return
        is_symbol = any(character in line for line in SYMBOL_ROWS)
        turn = self.says("123") if is_symbol else self.says("ABC")
        if turn in names:
            self.tap_name(turn)
        if character not in self.names():
            self.tap("Capital letters")

    def _bring_into_sight(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
                settle()
            parent = parent.parentWidget()


def name_of(widget: QWidget) -> str:
    """A widget's name as a screen reader says it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def leave_by_key(window: KioskWindow, key: Qt.Key) -> None:
    """Press a key of a real keyboard."""
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key)
    settle()


def _is_near(point: QPoint, another: QPoint) -> bool:
    return (point - another).manhattanLength() < 2 * SAME_SPOT_PX


def _written_on(widget: QWidget) -> str:
    if isinstance(widget, Words | QAbstractButton):
        return widget.text().replace("\u200b", "")
    return ""


def _top_left(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return corner.y(), corner.x()


KEY_PRESS = QEvent.Type.KeyPress
