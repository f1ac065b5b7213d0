"""What a screen is: built from named services, filled by ``enter``, emptied by ``leave``, left by a step."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QWidget

from outreach_app.kiosk.bars import BottomBar
from outreach_app.language import Sayable, Tongue, _
from outreach_app.look.arranging import column, holding
from outreach_app.look.button import Button
from outreach_app.look.scrolling import ScrollArea, bring_into_sight, scrolling
from outreach_app.look.theme import Frame, Theme
from outreach_app.look.words import Words, speak
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_AFTER_PAINT_MS = 50


class Screen(QWidget):
    """One screen. It names no other screen, no colour, and no sentence outside the catalogue.

    Attributes:
        place: its place in the timetable.
        steps: the steps it emits besides those of the top bar; they are its rows of the timetable.
        scheme: which colours it wears.
        page_area: what moves where the screen is longer than the window, once :meth:`fill` has made it.

    Signals:
        left: the visitor took a :class:`Step`; heard only while it is the screen that is shown, since a button may
            be let go after its screen went.
        nearing: they are about to take one, and all that the next screen shows is known.
        did: something that is counted for the staff's desk happened here, a :class:`Happening`.
    """

    left = Signal(object)
    nearing = Signal(object)
    did = Signal(object)
    place: ClassVar[Place]
    steps: ClassVar[frozenset[Step]]
    scheme: ClassVar[str] = "light"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.tongue = Tongue("en")
        self.page_area: ScrollArea | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.bar = BottomBar(theme)
        # A screen that does not lay it out still owns it, so that it goes with the screen.
        self.bar.setParent(self)

    def enter(self, visit: Visit) -> None:
        """Show what is known of this visit."""

    def leave(self) -> None:
        """Drop everything that came from the visit."""

    @property
    def holds_attention(self) -> bool:
        """Whether somebody is taken to be there though nobody touches anything, as before a film that plays."""
        return False

    def carried(self) -> object:
        """What this screen alone holds, to hand to its successor when the window takes another shape."""
        return None

    def resume(self, carried: object) -> None:
        """Go on where the screen before it was, after :meth:`enter`."""

    def speak(self, tongue: Tongue) -> None:
        """Remember the language for what is built later."""
        self.tongue = tongue

    def say_anew(self, root: QWidget) -> None:
        """Let widgets that were just built speak the screen's language."""
        speak(root, self.tongue)

    def arrange(self, content: QLayout, *, top: int, bottom: int, side: int | None = None) -> None:
        """Put the content between the bars, with these inner margins (px)."""
        edge = self.theme.grid.margin if side is None else side
        content.setContentsMargins(edge, top, edge, bottom)
        self.fill(content, self.bar)

    def fill(self, content: QLayout, *below: QWidget) -> None:
        """Put the content above what stays at the foot. Where it may be too long for the window, it scrolls there."""
        upper: QLayout | QWidget = content
        if self.theme.scrolls:
            self.page_area = scrolling(holding(content))
            self.page_area.follow_focus()
            self.page_area.tell_of_more(self.theme)
            upper = self.page_area
        whole = column(upper, *below)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def say_fault(self, words: Words, what: Sayable) -> None:
        """Say what to mend, and let it be seen; an empty text takes it away."""
        words.tell(what)
        words.speak(self.tongue)
        if what:
            bring_into_sight(words)

    def once_seen(self, work: Callable[[], None]) -> None:
        """Do this when the screen has been painted, so that nobody waits for it."""
        QTimer.singleShot(_AFTER_PAINT_MS, self, work)

    def emits(self, step: Step) -> None:
        """Leave by a step."""
        self.left.emit(step)

    def back_button(self) -> Button:
        """The button that goes where the visitor came from."""
        # An arrow needs no word where large words must fit a narrow bar.
        has_room = not (self.theme.is_large and self.theme.frame is Frame.PORTRAIT)
        button = Button(self.theme, "secondary", _("Back"), icon="arrow-left", shows_word=has_room)
        button.clicked.connect(lambda: self.emits(Step.BACK))
        return button
