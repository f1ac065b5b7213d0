"""The real page, small: a PDF as it will be printed, on the sunken ground with the one shadow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from outreach_app.language import Tongue, _
from outreach_app.look.reading import leave_unread
from outreach_app.look.shadow import cast_shadow
from outreach_app.look.theme import Theme

_LETTER_RATIO = 11 / 8.5
_SOON_MS = 30
"""A page takes as long to draw as the rest of its screen, which is seen first."""


class _Sheet(QWidget):
    """The white sheet; blank until the page is there."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.ratio = _LETTER_RATIO
        leave_unread(self)

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
        painter.end()


class PagePreview(QFrame):
    """Shows the first page of a PDF."""

    reads_as = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._pdf = b""
        self.setProperty("box", "sunken")
        self._sheet.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._edge = theme.by_frame(30, 26, 14)
        self._drawn: tuple[bytes, QSize] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._draw)
        cast_shadow(self._sheet, theme)

    def speak(self, tongue: Tongue) -> None:
        """Name itself in this language."""
        self.setAccessibleName(tongue.say(_("Picture of your page")))

    def show_pdf(self, pdf: bytes) -> None:
        """Show another page; nothing for a blank sheet."""
        self._pdf = pdf
        if not pdf:
            # Gone at once: the next person must not see it.
            self._draw()
        self._soon.start()

    def resizeEvent(self, event: object) -> None:
        room = self.size() - QSize(2 * self._edge, 2 * self._edge)
        width = min(room.width(), round(room.height() / self._sheet.ratio))
        size = QSize(max(width, 1), max(round(width * self._sheet.ratio), 1))
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        self._sheet.setGeometry(QRect(corner, size))
        self._soon.start()

    @property
    def is_drawn(self) -> bool:
        """Whether the sheet shows what it was last given."""
        return not self._soon.isActive()

    def _draw(self) -> None:
        size = self._sheet.size() * 2 * self.devicePixelRatioF()
        if self._drawn == (self._pdf, size):
            return
        self._drawn = (self._pdf, size)
        if not self._pdf:
            self._sheet.show_picture(QImage())
            return
        # Imported here: QtPdf is needed by this one widget, and not before a page is there.
        from outreach_app.look.pdf_pictures import page_of_size

        self._sheet.show_picture(page_of_size(self._pdf, size))
