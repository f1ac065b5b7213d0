"""The quiet loop on the attract screen: it plays whole in its turn, muted and always with captions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from outreach_app.domain.campaign import Film
from outreach_app.look.film_player import FilmTrouble
from outreach_app.look.film_view import FilmView
from outreach_app.look.multimedia import Multimedia, multimedia
from outreach_app.look.theme import Theme

OPENING_MS = 4_000
"""A table opens with the words alone: neither its first frame nor its first screens wait for a film."""


class AttractFilm(FilmView):
    """The loop's picture, which lies behind the start button. It is shown once its first frame is there.

    Args:
        screen: the attract screen it lies on.
        theme, film, fallback_language, bring: as for every film.
        report: hears of trouble.

    Signals:
        over: its turn is over, because it has played or because it cannot.
        came: it is seen now, or is not any more.
    """

    over = Signal()
    came = Signal(bool)

    def __init__(
        self,
        screen: QWidget,
        theme: Theme,
        film: Film,
        *,
        fallback_language: str,
        report: Callable[[FilmTrouble], None],
        bring: Callable[[], Multimedia] = multimedia,
    ) -> None:
        super().__init__(theme, film, fallback_language=fallback_language, bring=bring)
        self.setParent(screen)
        self.hide()
        self.lower()
        self.has_failed = False
        self._opening = QTimer(self, singleShot=True, interval=OPENING_MS)
        self._opening.timeout.connect(self._begin)
        self._wants_turn = False
        self.ready.connect(self._appear)
        self.ended.connect(self._give_way)
        self.troubled.connect(report)
        self.troubled.connect(self._give_up)
        self._has_opened = False

    # -- its turn --------------------------------------------------------------------------------------------------

    def take_turn(self) -> None:
        """Play from the beginning; the first time, a moment after the table has opened."""
        self._wants_turn = True
        if self._has_opened:
            self._begin()
        elif not self._opening.isActive():
            self._opening.start()

    def stand_still(self) -> None:
        """Hold this picture."""
        self._opening.stop()
        self.pause()

    def go_on(self) -> None:
        """Play on from where it was held."""
        self.take_turn() if not self._has_opened else self.play()

    def end_turn(self) -> None:
        """Hide, and wait for the next turn at the first picture."""
        self._opening.stop()
        self._wants_turn = False
        self.pause()
        self.hide()

    @property
    def has_turn(self) -> bool:
        """Whether it is its turn now."""
        return self._wants_turn

    def place(self, area: QRect, button: QRect) -> None:
        """Lie in an area of the screen, behind the start button; captions go where the button leaves room."""
        self.setGeometry(area)
        button = button.translated(-area.topLeft())
        if not area.translated(-area.topLeft()).contains(button):
            self.keep_clear(QRect(), None)
            return
        left, right = button.left() - self._gap, area.width() - button.right() - self._gap
        room = QRect(0, button.top(), left, button.height())
        if right > left:
            room = QRect(area.width() - right, button.top(), right, button.height())
        self.keep_clear(button, room)

    # -- what the film does ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._has_opened = True
        if self.has_failed or not self._wants_turn:
            return
        if self.is_ready:
            self.go_to(0)
            self.show()
        self.play()

    def _appear(self) -> None:
        if self._wants_turn and not self.has_failed:
            self.show()

    def _give_way(self) -> None:
        self.end_turn()
        self.over.emit()

    def _give_up(self, trouble: FilmTrouble) -> None:
        if trouble is FilmTrouble.NO_CAPTIONS:
            return
        self.has_failed = True
        had_turn = self._wants_turn
        self.end_turn()
        if had_turn:
            self.over.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lower()
        self.came.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()
        self.came.emit(False)
