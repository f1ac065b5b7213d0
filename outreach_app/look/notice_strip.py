"""A strip that says how something went: always in sight, with an icon of its own, and heard by screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from outreach_app.language import Sayable, Tongue
from outreach_app.look.arranging import column, row
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words


class Said(Enum):
    """What kind of sentence it is; the values name its box."""

    NEWS = "note"  # how things stand, or what is under way
    DONE = "good"
    REFUSED = "warn"  # something is in the way, or to be mended


_ICONS: Mapping[Said, tuple[str, str]] = {
    Said.NEWS: ("info", "accent"),
    Said.DONE: ("check", "good"),
    Said.REFUSED: ("notice", "warn"),
}


class NoticeStrip(QFrame):
    """One sentence, or nothing at all. It is as high as its words, and stands outside of what scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.kind = Said.NEWS
        self._sentence: Sayable = ""
        self._icons = {kind: Icon(theme, icon, color=color, size=26) for kind, (icon, color) in _ICONS.items()}
        self._words = Words(theme, "staff_strong", strong=Strong.STARRED)
        line = row(column(*self._icons.values(), None), 14, self._words)
        line.setStretchFactor(self._words, 1)
        side, top = theme.by_frame(20, 18, 14), theme.by_frame(12, 12, 7)
        line.setContentsMargins(side, top, side, top)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, in the language it was said in."""
        return self._words.text()

    def put(self, what: Sayable, kind: Said, tongue: Tongue) -> None:
        """Say this, or nothing for an empty text."""
        is_new = what != self._sentence or kind is not self.kind
        self._sentence, self.kind = what, kind
        self._words.tell(what)
        self._words.speak(tongue)
        for each, icon in self._icons.items():
            icon.setVisible(each is kind)
        self.setProperty("box", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(what))
        # Whoever is refused twice hears it twice.
        if what and (is_new or kind is Said.REFUSED):
            self._announce(is_urgent=kind is Said.REFUSED)

    def _announce(self, *, is_urgent: bool) -> None:
        """Let a screen reader say it without moving there."""
        event = QAccessibleAnnouncementEvent(self, self._words.text())
        event.setPoliteness(
            QAccessible.AnnouncementPoliteness.Assertive if is_urgent else QAccessible.AnnouncementPoliteness.Polite
        )
        QAccessible.updateAccessibility(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0
