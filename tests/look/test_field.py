"""A field for a stranger's words: nothing leaves it but by being read, and nothing outlives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.language import _
from outreach_app.look.field import Field, empty_clipboard
from tests.look.showing import SPANISH, show

SECRET = "Adaeze Quillfeather"
MEND = _("Add one more number")


@pytest.fixture
def field(qtbot, theme):
    shown = show(qtbot, theme, Field(theme, _("First name"), optional=_("Optional"), longest=40), (400, 160))
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.line.setFocus()
    yield shown
    empty_clipboard()


@pytest.fixture
def clipboard(qapp):
    empty_clipboard()
    yield QApplication.clipboard()
    empty_clipboard()


@pytest.mark.parametrize(
    "key",
    [
        QKeySequence.StandardKey.Copy,
        QKeySequence.StandardKey.Cut,
        QKeySequence.StandardKey.Undo,
        QKeySequence.StandardKey.Redo,
    ],
    ids=["copy", "cut", "undo", "redo"],
)
def test_copy_cut_undo_and_redo_do_nothing(qtbot, field, clipboard, key):
    qtbot.keyClicks(field.line, SECRET)
    field.line.selectAll()
    for binding in QKeySequence.keyBindings(key):
        QTest.keySequence(field.line, binding)
    assert field.line.text() == SECRET
    assert clipboard.text() == ""


def test_selecting_leaves_nothing_in_the_clipboard(qtbot, field, clipboard):
    qtbot.keyClicks(field.line, SECRET)
    qtbot.mouseDClick(field.line, Qt.MouseButton.LeftButton)
    assert clipboard.text() == ""


def test_there_is_no_context_menu(field, qapp):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), field.line.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(field.line, event)
    assert QApplication.activePopupWidget() is None
    assert field.line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_what_is_dropped_on_it_is_refused(field):
    data = QMimeData()
    data.setText(SECRET)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    QApplication.sendEvent(field.line, drop)
    assert field.line.text() == ""
    assert not field.line.acceptDrops()
    assert not field.line.dragEnabled()


def test_ten_thousand_characters_are_cut_to_the_fields_length_and_none_can_be_pasted(field, clipboard):
    clipboard.setText("x" * 10_000)
    QTest.keySequence(field.line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert field.line.text() == ""
    QTest.keyClicks(field.line, "x" * 60)
    assert field.line.text() == "x" * 40


def test_a_fault_is_shown_and_read_out_and_goes_again(qtbot, field):
    assert not field.has_fault
    field.show_fault(MEND)
    assert field.has_fault
    assert field._fault.isVisible()
    assert field._fault.text() == "Add one more number"
    assert field.line.accessibleDescription() == "Add one more number"
    field.show_fault(None)
    assert not field.has_fault
    assert not field._fault.isVisible()
    assert field.line.accessibleDescription() == "Optional"


def test_a_fault_is_read_out_in_the_language_that_is_chosen(field):
    from outreach_app.look.words import speak

    field.show_fault(MEND)
    speak(field, SPANISH)
    assert field._fault.text() == SPANISH.say(MEND) != str(MEND)
    assert field.line.accessibleDescription() == SPANISH.say(MEND)
    assert field.line.accessibleName() == SPANISH.say(_("First name"))


def test_the_label_stays_above_what_is_typed(qtbot, field):
    qtbot.keyClicks(field.line, SECRET)
    assert field._label_words.isVisible()
    assert field._label_words.text() == "First name"
    assert field._label_words.buddy() is field.line


def test_a_wiped_field_has_nothing_to_bring_back(qtbot, field):
    qtbot.keyClicks(field.line, SECRET)
    assert field.line.isUndoAvailable()
    field.line.wipe()
    assert field.line.text() == ""
    assert not field.line.isUndoAvailable()
    field.line.undo()
    assert field.line.text() == ""
    assert SECRET not in str(field.line.accessibleDescription())


def test_nothing_is_predicted_or_learnt_from_it(field):
    hints = field.line.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert field.line.completer() is None


def test_entering_selects_nothing_so_a_key_cannot_wipe_what_is_there(qtbot, field):
    field.line.setText(SECRET)
    field.line.clearFocus()
    field.line.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.line.hasSelectedText()


def test_leaving_and_entering_are_told(qtbot, field):
    with qtbot.waitSignal(field.line.finished):
        field.line.clearFocus()
    with qtbot.waitSignal(field.line.entered):
        field.setFocus()


def test_an_emptied_clipboard_is_empty(clipboard):
    clipboard.setText(SECRET)
    empty_clipboard()
    assert clipboard.text() == ""
