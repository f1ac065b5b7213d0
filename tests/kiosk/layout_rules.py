"""What must hold of any window, in any language and at any size: nothing cut, nothing covered, nothing out of reach.

:func:`broken_rules` looks at a window as it stands and says each fault in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QScrollArea, QSlider, QWidget

from outreach_app.kiosk.idle_sheet import IdleSheet
from outreach_app.kiosk.lawmaker_rows import Avatar
from outreach_app.look.button import Button
from outreach_app.look.card import CardButton
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.countdown import CountdownRing
from outreach_app.look.icon import Icon
from outreach_app.look.keyboard import Keyboard
from outreach_app.look.keypad import DigitBoxes
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.look.signs import StepDots
from outreach_app.look.theme import Frame, frame_for
from outreach_app.look.words import Words

LEAST_TOUCH_PX = 56
LEAST_KEY_PX = 48
"""Keys of the on-screen keyboard on the small landscape screen, where the design holds them narrower."""
LEAST_CODE_PX = 120
LEAST_PAD_PX = 100
_PAINTED = (DigitBoxes, CodePlate, StepDots, Icon, Avatar, CountdownRing)
"""Pictures that are painted at one size; with less room their edge would be missing."""

_SHOWS = (Words, QAbstractButton, QLineEdit, QSlider, SignaturePad, *_PAINTED)
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,20}")


def broken_rules(window: QWidget, size: tuple[int, int]) -> list[str]:
    """Every fault of a window that was asked to be of a size, px."""
    faults = []
    if (window.width(), window.height()) != size:
        faults.append(f"the window grew to {window.width()}x{window.height()}")
    shown = list(_shown(window))
    for widget in shown:
        faults += _cut(widget) + _outside(widget, window) + _too_small(widget) + _out_of_reach(widget, window)
    return faults + _overlaps(shown, window)


def _shown(window: QWidget) -> Iterator[QWidget]:
    """Everything that is seen and says or takes something; under the idle sheet nothing is seen."""
    sheets = [sheet for sheet in window.findChildren(IdleSheet) if sheet.isVisible()]
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, _SHOWS) or not widget.isVisible() or _says_nothing(widget):
            continue
        under = (
            sheets
            and not sheets[0].isAncestorOf(widget)
            and _in_window(widget, window).intersects(_in_window(sheets[0], window))
        )
        if not under:
            yield widget


def _says_nothing(widget: QWidget) -> bool:
    return isinstance(widget, Words) and not widget.text().strip()


# -- nothing cut -------------------------------------------------------------------------------------------------------


def _cut(widget: QWidget) -> list[str]:
    match widget:
        case Words():
            return _cut_words(widget)
        case Button():
            return _cut_button(widget)
        case CardButton():
            need = widget.heightForWidth(widget.width())
            return (
                [f"{_called(widget)} needs {need} px of height and has {widget.height()}"]
                if (widget.height() < need)
                else []
            )
        case QPushButton():
            room, need = widget.contentsRect().width(), widget.fontMetrics().horizontalAdvance(widget.text())
            return [f"{_called(widget)} needs {need} px of width and has {room}"] if need > room else []
        case QLineEdit():
            room = widget.width() - 24
            need = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            return [f"the empty field {_called(widget)} cuts its {widget.placeholderText()!r}"] if need > room else []
        case DigitBoxes() | CodePlate() | StepDots() | Icon() | Avatar() | CountdownRing():
            hint = widget.sizeHint()
            small = widget.width() < hint.width() or widget.height() < hint.height()
            return [f"{_called(widget)} is cut to {_size(widget)}"] if small else []
    return []


def _cut_words(words: Words) -> list[str]:
    faults = []
    need = words.heightForWidth(words.width()) if words.hasHeightForWidth() else words.sizeHint().height()
    if words.height() < need:
        faults.append(f"{_called(words)} needs {need} px of height and has {words.height()}")
    if not words.hasHeightForWidth():
        if words.width() < words.natural_width() - 0.5:
            faults.append(f"{_called(words)} needs {words.natural_width():.0f} px of width and has {words.width()}")
    else:
        widest = max((words.fontMetrics().horizontalAdvance(word) for word in _plain_words(words)), default=0)
        if widest > words.width() + 1:
            faults.append(f"{_called(words)} breaks a word of {widest} px in the middle, in {words.width()} px")
    return faults


def _plain_words(words: Words) -> list[str]:
    """Words of a sentence; addresses and codes may be broken, they are not."""
    return [
        word
        for word in words.text().split()
        if _PLAIN_WORD.fullmatch(word.strip(".,:;¿?!()[]“”\"'")) and "\u200b" not in word
    ]


def _cut_button(button: Button) -> list[str]:
    if not button.text():
        return []
    icon = button._icon_size() if button._icon else 0
    room = button.width() - 2 * button._side - icon - button._gap()
    flags = int(Qt.TextFlag.TextWordWrap)
    area = button.fontMetrics().boundingRect(0, 0, max(room, 1), 10_000, flags, button.text())
    widest = max(button.fontMetrics().horizontalAdvance(word) for word in button.text().split())
    faults = []
    if widest > room + 1:
        faults.append(f"the button {_called(button)} needs {widest} px for a word and has {room}")
    if area.height() > button.height():
        faults.append(f"the button {_called(button)} needs {area.height()} px of height and has {button.height()}")
    return faults


# -- nothing outside ---------------------------------------------------------------------------------------------------


def _outside(widget: QWidget, window: QWidget) -> list[str]:
    """Each widget lies within its parent and so on up to the window; in a list only its width has to."""
    child = widget
    while child is not window:
        parent = child.parentWidget()
        area = _area_of_viewport(parent)
        place = child.geometry()
        if area is not None:
            inside = place.left() >= 0 and place.right() <= parent.rect().right()
            child = area
        else:
            inside = parent.rect().contains(place)
            child = parent
        if not inside:
            return [
                f"{_called(widget)} reaches out of its {type(parent).__name__}: {place.getRect()} in {_size(parent)}"
            ]
    return []


def _overlaps(shown: list[QWidget], window: QWidget) -> list[str]:
    """No two things that say or take something lie over each other, but for what lies on a card."""
    faults = []
    places = [(widget, _seen_part(widget, window), _area_around(widget)) for widget in shown]
    for (one, seen, one_area), (other, other_seen, other_area) in combinations(places, 2):
        in_one_list = one_area is not None and one_area is other_area
        over = (
            _in_window(one, window).intersected(_in_window(other, window))
            if in_one_list
            else seen.intersected(other_seen)
        )
        if over.width() > 0 and over.height() > 0 and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            faults.append(f"{_called(one)} and {_called(other)} overlap by {over.width()}x{over.height()} px")
    return faults


# -- nothing out of a finger's reach -----------------------------------------------------------------------------------


def _too_small(widget: QWidget) -> list[str]:
    if isinstance(widget, CodePlate):
        small = widget.width() < LEAST_CODE_PX or widget._module < 4
        return [f"the code {_called(widget)} is only {_size(widget)}, {widget._module} px a module"] if small else []
    if isinstance(widget, SignaturePad):
        return [f"the space to sign is only {_size(widget)}"] if widget.height() < LEAST_PAD_PX else []
    if not isinstance(widget, QAbstractButton | QLineEdit | QSlider):
        return []
    is_small_key = _on_keyboard(widget) and frame_for(widget.window().size()) is Frame.COMPACT
    least = LEAST_KEY_PX if is_small_key else LEAST_TOUCH_PX
    if min(widget.width(), widget.height()) < least:
        return [f"{_called(widget)} is {_size(widget)}, less than {least} px to touch"]
    return []


def _out_of_reach(widget: QWidget, window: QWidget) -> list[str]:
    if not isinstance(widget, QAbstractButton | QLineEdit | SignaturePad):
        return []
    area = _area_around(widget)
    middle = widget.mapTo(window, widget.rect().center())
    if area is not None:
        inner = area.widget()
        if not inner.rect().contains(widget.mapTo(inner, widget.rect().center())):
            return [f"{_called(widget)} cannot be scrolled to"]
        if not _in_window(area.viewport(), window).contains(middle):
            return []
    under = window.childAt(middle)
    if under is None or not (under is widget or widget.isAncestorOf(under)):
        return [f"{_called(widget)} is covered by {_called(under) if under is not None else 'nothing'}"]
    return []


def _on_keyboard(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Keyboard):
        parent = parent.parentWidget()
    return parent is not None


# -- places ------------------------------------------------------------------------------------------------------------


def _area_of_viewport(parent: QWidget) -> QScrollArea | None:
    area = parent.parentWidget()
    return area if isinstance(area, QScrollArea) and area.viewport() is parent else None


def _areas_around(widget: QWidget) -> list[QScrollArea]:
    """The scroll areas a widget lies in, the innermost first."""
    areas = []
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()
    return areas


def _area_around(widget: QWidget) -> QScrollArea | None:
    """The one that moves: a list inside a page that scrolls shows all it has."""
    return (_areas_around(widget) or [None])[-1]


def _in_window(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _seen_part(widget: QWidget, window: QWidget) -> QRect:
    place = _in_window(widget, window)
    for area in _areas_around(widget):
        place = place.intersected(_in_window(area.viewport(), window))
    return place


def _size(widget: QWidget) -> str:
    return f"{widget.width()}x{widget.height()}"


def _called(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return repr(widget.accessibleName())
    text = widget.text() if isinstance(widget, Words | QAbstractButton) else ""
    said = text or widget.accessibleName() or type(widget).__name__
    return repr(said if len(said) < 50 else said[:47] + "...")
