"""Cards that can be touched: a tile, a title, a line, a chevron. The whole card is the target."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QSizePolicy, QWidget

from outreach_app.language import Sayable, Tongue
from outreach_app.look.arranging import Margins, Part, box, column, row
from outreach_app.look.focus_ring import FocusRing
from outreach_app.look.icon import Icon
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words


class CardButton(QPushButton):
    """A card around any layout, touched as one. Its accessible name is all that is written on it.

    Args:
        theme: sizes and colours.
        layout: what stands on the card.
        names: the texts that make its name for a screen reader.
        kind: ``card``, ``offer`` or ``choice``.
    """

    def __init__(self, theme: Theme, layout: QLayout, names: tuple[Sayable, ...], kind: str = "card") -> None:
        super().__init__()
        self._names = names
        self._inner = layout
        self.setProperty("kind", kind)
        self.setLayout(layout)
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        FocusRing(theme, self, radius=20)

    def speak(self, tongue: Tongue) -> None:
        """Name the card in this language."""
        self.setAccessibleName(". ".join(filter(None, (tongue.say(name) for name in self._names))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = self._inner
        return inner.totalHeightForWidth(width) if inner.hasHeightForWidth() else inner.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return self._inner.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner.totalMinimumSize()


def icon_tile(theme: Theme, icon: str, size: int | None = None) -> QFrame:
    """The soft square with a large icon at the start of a card."""
    side = size if size is not None else theme.size("icon_tile")
    tile = box("tile", row(None, Icon(theme, icon, size=theme.by_frame(34, 34, 30)), None))
    tile.setFixedSize(side, side)
    return tile


def chevron(theme: Theme) -> Icon:
    """What a tappable card ends in."""
    return Icon(theme, "chevron-right", size=30)


def choice_card(
    theme: Theme,
    icon: str,
    title: Sayable,
    line: Sayable,
    *,
    chip: QWidget | None = None,
    margins: Margins | None = None,
    kind: str = "card",
) -> CardButton:
    """The card of the home screen: tile, title, one line and perhaps a chip, chevron.

    ``kind``: ``offer`` for one of a few equal ways on, which has the accent's border.
    """
    side = theme.by_frame(72, 72, 60)
    words = Words(theme, "door", title)
    below = Words(theme, "min", line, tone="quiet")
    second: Part = row(below, 12, chip, None, align=Qt.AlignmentFlag.AlignVCenter) if chip is not None else below
    # With large text the second line goes before the first is made smaller; a screen reader still says it.
    seen = (words,) if theme.is_large else (words, theme.by_frame(3, 3, 0), second)
    texts = column(None, *seen, None)
    edge = margins if margins is not None else theme_margins(theme)
    layout = row(icon_tile(theme, icon, side), theme.by_frame(24, 24, 18), texts, 16, chevron(theme), margins=edge)
    layout.setStretchFactor(texts, 1)
    return CardButton(theme, layout, (title, line), kind)


def theme_margins(theme: Theme) -> Margins:
    """The inner margins of a home card."""
    return theme.by_frame(28, 28, 20), 12, theme.by_frame(28, 24, 20), 12
