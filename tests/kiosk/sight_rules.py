"""What a person must see at once, however large the text: what was asked, the answers to it, and what must be mended.

:func:`out_of_sight` looks at a window as it stands and says each fault in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget

from outreach_app.kiosk.window import KioskWindow
from outreach_app.look.card import CardButton
from outreach_app.look.choice import Choice
from outreach_app.look.code_plate import CodePlate
from outreach_app.look.field import Field
from outreach_app.look.keypad import DigitBoxes, Keypad
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place
from tests.kiosk.sight import is_whole, seen_part

_WITH_A_CODE = frozenset({Place.ACT, Place.OTHER_WAYS})
_NUMBER = re.compile(r"[0-9]{3}-[0-9]{3}-[0-9]{4}")
"""A number that stands alone, as the one to call does."""

_LISTS = frozenset({Place.HOME, Place.LAWMAKERS, Place.OTHER_WAYS})


def out_of_sight(window: KioskWindow) -> list[str]:
    """Every fault of a window that its person would have to scroll to find out about."""
    found = [f"{_called(widget)} is not seen whole" for widget in _primary(window) if not is_whole(widget, window)]
    return [*found, *_unsaid(window), *_nothing_of_a_list(window)]


def _primary(window: KioskWindow) -> Iterator[QWidget]:
    shown = window.shown
    focus = QApplication.focusWidget()
    field = next((each for each in _seen(shown, Field) if each.line is focus), None)
    if field is not None:
        yield from (field.line, *_faults(field))
    else:
        yield from _faults(shown)[:1]
    for pad in _seen(shown, Keypad):
        yield from pad.findChildren(QPushButton)
    yield from _seen(shown, DigitBoxes)
    yield from _seen(shown, SignaturePad)
    yield from (card for card in _seen(shown, CardButton) if card.property("kind") == "offer")
    yield from (button for button in _seen(shown, QAbstractButton) if button.property("kind") == "round")
    if window.visit.journey.at in _WITH_A_CODE:
        yield from _topmost(_seen(shown, CodePlate), window)
        yield from (words for words in _seen(shown, Words) if _NUMBER.fullmatch(words.text()))
    if not _seen(shown, Keypad):
        yield from _topmost(_seen(shown, Choice), window)


def _unsaid(window: KioskWindow) -> Iterator[str]:
    """A page that goes on below says so."""
    page = window.shown.page_area
    if page is None or not page.isVisible():
        return
    bar = page.verticalScrollBar()
    view = page.viewport().rect().translated(0, bar.value())
    below = [
        widget
        for kind in (Words, QAbstractButton, QLineEdit, CodePlate)
        for widget in _seen(page, kind)
        if widget.mapTo(page.widget(), widget.rect().bottomLeft()).y() > view.bottom()
        and not (isinstance(widget, Words) and not widget.text())
    ]
    if below and not page.tells_of_more:
        yield f"the page goes on below to {_called(below[-1])} and does not say so"


def _nothing_of_a_list(window: KioskWindow) -> Iterator[str]:
    """Of a list at least one row is seen; a ZIP nobody is listed for has codes to scan in its place."""
    cards = _seen(window.shown, CardButton)
    finding = window.visit.finding
    if window.visit.journey.at is Place.LAWMAKERS and finding is not None and not finding.people:
        return
    if window.visit.journey.at in _LISTS and cards and not any(is_whole(card, window) for card in cards):
        yield "no row of the list is seen"


def _faults(root: QWidget) -> list[Words]:
    return [words for words in _seen(root, Words) if words.property("tone") == "warn" and words.text()]


def _topmost(widgets: Sequence[QWidget], window: QWidget) -> list[QWidget]:
    """The first that a person comes to: the one nearest the top of those that are not scrolled past."""
    ahead = [each for each in widgets if seen_part(each, window).height() > 0] or list(widgets)
    return sorted(ahead, key=lambda each: -seen_part(each, window).height() / each.height())[:1]


def _seen(root: QWidget, kind: type) -> list:
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, Words | QAbstractButton) else ""
    return repr((text or widget.accessibleName() or type(widget).__name__)[:50])
