"""The keys, menus and gestures that lead away from the kiosk, as far as a program can stop them.

What belongs to the system (Ctrl+Alt+Del, the Super key, power, another console) never reaches a program: for that the
recipes in ``assets/recipes`` start the kiosk where there is nothing else to go to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CHORD = _ALT_GR | Qt.KeyboardModifier.MetaModifier
_MOVING_IN_A_LINE = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
)
_ALONE = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Print,
        Qt.Key.Key_SysReq,
        Qt.Key.Key_Help,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    }
)
_FIRST_MEDIA_KEY = Qt.Key.Key_Back.value
"""From here on Qt counts the keys of browsers, players and mail."""

_LAST_MEDIA_KEY = Qt.Key.Key_MediaLast.value

_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.Gesture,
        QEvent.Type.WhatsThisClicked,
    }
)

WATCHED = _NEVER | {QEvent.Type.KeyPress}
"""The kinds of event to ask :func:`leads_away` about."""


def leads_away(event: QEvent) -> bool:
    """Whether an event of these kinds is to be swallowed: no screen needs it, and some system would act on it."""
    if event.type() in _NEVER:
        return True
    return isinstance(event, QKeyEvent) and _is_a_way_out(event)


def _is_a_way_out(event: QKeyEvent) -> bool:
    key = Qt.Key(event.key())
    if key in _ALONE or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return True
    if key == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        # An old way to cut, as those with Insert are to copy and to paste: another person's words would come and go.
        return True
    if _FIRST_MEDIA_KEY <= key.value <= _LAST_MEDIA_KEY:
        return True
    chord = event.modifiers() & _CHORD
    if not chord or key in _MOVING_IN_A_LINE:
        return False
    # With AltGr (Ctrl+Alt to some systems), or Option on a Mac, people write letters.
    may_write = chord in (Qt.KeyboardModifier.AltModifier, _ALT_GR)
    return not (may_write and event.text() and event.text().isprintable())
