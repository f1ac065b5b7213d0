"""The sticks that are plugged in: staff choose one, hear its name, and are told what speaks against it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.language import Message, Tongue, _
from outreach_app.look.arranging import column, empty
from outreach_app.look.choice import Choice
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak
from outreach_app.visit.said_size import said_size
from outreach_app.visit.stick import Stick

_LOOK_EVERY_MS = 1_500


class StickChooser(QWidget):
    """Every screen that writes to a stick, or reads from one, asks here which.

    Args:
        theme: sizes and colours.
        find_sticks: the sticks that are there now.
        fault: what speaks against one, for what is to be done with it.

    Signals:
        judged: whether the chosen stick serves may be another now.
    """

    judged = Signal()

    def __init__(
        self, theme: Theme, find_sticks: Callable[[], tuple[Stick, ...]], fault: Callable[[Stick], Message | None]
    ) -> None:
        super().__init__()
        self._theme, self._find_sticks, self._fault = theme, find_sticks, fault
        self._tongue = Tongue("en")
        self._sticks: tuple[Stick, ...] | None = None
        self._chosen: Stick | None = None
        self._serves = False
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space("s3"))
        self._told = Words(theme, "staff_body")
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self.look)
        self.setLayout(column(self._list, theme.space("s3"), self._told))

    @property
    def serving(self) -> Stick | None:
        """The chosen stick, if nothing speaks against it."""
        return self._chosen if self._serves else None

    def speak(self, tongue: Tongue) -> None:
        """Remember the language for what is built later."""
        self._tongue = tongue

    def begin(self) -> None:
        """Look for sticks from now on."""
        self._sticks = self._chosen = None
        self._looks.start()
        self.look()

    def rest(self) -> None:
        """Look no more: nobody is there, or a stick is being written to."""
        self._looks.stop()

    def go_on(self) -> None:
        """Look again after :meth:`rest`."""
        self._looks.start()
        self.look()

    def look(self) -> None:
        """Look now. A stick that is still there stays chosen, whatever became of its room meanwhile."""
        found = self._find_sticks()
        if found != self._sticks:
            paths = [stick.path for stick in found]
            kept = self._chosen.path if self._chosen is not None else None
            place = 0 if len(found) == 1 else paths.index(kept) if kept in paths else None
            self._chosen = found[place] if place is not None else None
            self._sticks = found
            self._show(found)
        self.judge()

    def judge(self) -> None:
        """Say what is in the way, or nothing."""
        fault = self._fault(self._chosen) if self._chosen is not None else None
        self._serves = self._chosen is not None and fault is None
        said: Message | str = fault or ""
        if not self._sticks:
            said = _("No stick is plugged in. Plug one in; it shows here by itself.")
        elif self._chosen is None:
            said = _("More than one stick is plugged in. Touch the one for the office.")
        self._told.wear("quiet" if fault is None else "warn")
        self._told.tell(said)
        self._told.setVisible(bool(said))
        speak(self._told, self._tongue)
        self.judged.emit()

    def _show(self, sticks: tuple[Stick, ...]) -> None:
        empty(self._list)
        for stick in sticks:
            choice = Choice(
                self._theme, stick.name, _("{free} free", free=said_size(stick.free_bytes)), is_one_of_several=True
            )
            choice.setAutoExclusive(True)
            choice.setChecked(stick is self._chosen)
            choice.toggled.connect(lambda is_on, stick=stick: self._choose(stick) if is_on else None)
            self._list.addWidget(choice)
            speak(choice, self._tongue)

    def _choose(self, stick: Stick) -> None:
        self._chosen = stick
        self.judge()
