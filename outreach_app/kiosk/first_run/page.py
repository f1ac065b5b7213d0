"""What a page of the first run is: a title, a line, a body that scrolls, and the bar with the way on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.kiosk.bars import BottomBar
from outreach_app.kiosk.first_run.services import FirstRunServices
from outreach_app.kiosk.first_run.turns import FirstPlace, Turn, number_of
from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _
from outreach_app.look.arranging import Part, column, holding
from outreach_app.look.button import Button
from outreach_app.look.scrolling import scrolling
from outreach_app.look.signs import Steps
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words, speak

T = TypeVar("T")


class Page(QWidget):
    """One page. It names no other page; the window knows the way.

    Attributes:
        place: which page it is.
        is_at_work: whether something slow is under way.
        onward: the button that leads on, once :meth:`lay_out` was called.

    Signals:
        turned: a :class:`Turn` was taken.
        change_wanted: one answer shall be given anew; carries its :class:`FirstPlace`.
    """

    turned = Signal(object)
    change_wanted = Signal(object)
    place: ClassVar[FirstPlace]

    def __init__(self, theme: Theme, services: FirstRunServices) -> None:
        super().__init__()
        self.theme, self.services, self.draft = theme, services, services.draft
        self.tongue = Tongue(SOURCE_LANGUAGE)
        self.is_at_work = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.bar = BottomBar(theme)
        self.bar.setParent(self)
        self.fault = Words(theme, "fault", tone="warn")
        self._fault_place = holding(column(self.fault, 10))
        self._fault_place.hide()
        self.onward = Button(theme, "primary", _("Continue"), icon="arrow-right", icon_after=True)
        self.onward.clicked.connect(self.go_on)

    def begin(self) -> None:
        """Called once when the page is shown and its language is known."""

    def go_on(self) -> None:
        """*Continue* was touched."""
        self.turned.emit(Turn.NEXT)

    def speak(self, tongue: Tongue) -> None:
        """Remember the language for what is built later."""
        self.tongue = tongue

    # -- building --------------------------------------------------------------------------------------------------

    def lay_out(
        self,
        title: Sayable,
        lead: Sayable,
        *body: Part,
        below: tuple[QWidget, ...] = (),
        beside: tuple[Button, ...] = (),
    ) -> None:
        """Title, line and body above the bar. ``below``: a keyboard; ``beside``: buttons before *Continue*."""
        theme = self.theme
        edge, top = theme.grid.margin, theme.by_frame(32, 36, 14)
        head: list[Part] = [
            Words(theme, "h1", title),
            theme.by_frame(8, 8, 2),
            Words(theme, "lead", lead, tone="quiet"),
        ]
        content = column(
            *head,
            theme.by_frame(24, 24, 12),
            self._fault_place,
            *body,
            None,
            margins=(edge, top, edge, theme.by_frame(24, 24, 10)),
        )
        area = scrolling(holding(content))
        area.follow_focus()
        self.content = content
        whole = column(area, *below, self.bar)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        back = Button(theme, "secondary", _("Back"), icon="arrow-left")
        back.clicked.connect(lambda: self.turned.emit(Turn.BACK))
        counted = number_of(self.place)
        # Beside the long word of the last step a narrow bar has no room for them.
        shows_steps = counted is not None and not (theme.is_portrait and counted[0] == counted[1])
        steps = Steps(theme, *counted) if counted is not None and shows_steps else None
        self.bar.put(start=(back,), middle=steps, end=(*beside, self.onward))

    def say_anew(self, root: QWidget) -> None:
        """Let widgets that were just built speak the page's language."""
        speak(root, self.tongue)

    # -- slow work -------------------------------------------------------------------------------------------------

    def work(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something slow; the way on waits, and what goes wrong is said above the body."""
        self.is_at_work = True
        self.onward.setEnabled(False)
        self.show_fault(None)

        def finish(answer: T) -> None:
            self.is_at_work = False
            self.onward.setEnabled(True)
            done(answer)

        self.services.lane.do(job, finish, self._fail)

    def _fail(self, error: OutreachError) -> None:
        self.is_at_work = False
        self.onward.setEnabled(True)
        self.show_fault(error.message)

    def show_fault(self, sentence: Sayable | None) -> None:
        """Say how to mend it, or that all is well (``None``)."""
        self.fault.tell(sentence if sentence is not None else "")
        self._fault_place.setVisible(sentence is not None)
        self.say_anew(self.fault)
