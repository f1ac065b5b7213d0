"""A film on screen: its frames or what stands in for them, painted by ourselves, with captions over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QCloseEvent, QImage, QImageReader, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from outreach_app.campaign.captions import Cue, caption_at, find_captions
from outreach_app.domain.campaign import Film
from outreach_app.language import Tongue, _
from outreach_app.look.caption_plate import CaptionPlate
from outreach_app.look.caption_slides import CaptionSlides
from outreach_app.look.film_player import FilmPlayer, FilmTrouble
from outreach_app.look.multimedia import Multimedia, multimedia
from outreach_app.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_LONGEST_POSTER_SIDE = 1920


@dataclass(frozen=True)
class FilmStand:
    """Where a film stands, for the view that goes on with it.

    ``trouble``: why something stands in for it; ``frame``: its last picture.
    """

    seconds: float
    is_playing: bool
    shows_captions: bool
    trouble: FilmTrouble | None
    frame: QVideoFrame | None


class FilmView(QWidget):
    """Plays one film of the campaign. When it cannot, poster and captions go on in its place, at the same pace.

    Args:
        theme: colours and type.
        film: which one.
        fallback_language: whose captions are shown where the spoken language has none.
        loops: whether it begins again without a gap.
        bring: how Qt's multimedia is brought in.

    Signals:
        ready: the first picture is there.
        moved: carries the seconds from the film's beginning.
        ended: it has played, or been read, to its end.
        sound_found: it has sound.
        troubled: carries a :class:`FilmTrouble`; what stands in is shown from then on.
        captions_changed: it speaks another language, so :attr:`has_captions` may be another.
    """

    reads_as = QAccessible.Role.Animation

    ready = Signal()
    moved = Signal(float)
    ended = Signal()
    sound_found = Signal()
    troubled = Signal(object)
    captions_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        film: Film,
        *,
        fallback_language: str,
        loops: bool = False,
        bring: Callable[[], Multimedia] = multimedia,
    ) -> None:
        super().__init__()
        self._film = film
        self._fallback = fallback_language
        self._loops = loops
        self._ground = theme.color("paper")
        self._gap = theme.space("s2" if theme.is_compact else "s5")
        self._plate = CaptionPlate(theme)
        self._cues: tuple[Cue, ...] = ()
        self._language: str | None = None
        self._shows_captions = True
        self._caption = ""
        self._room: QRect | None = None
        self._covered = QRegion()
        self._poster: QImage | None = None
        self._slides: CaptionSlides | None = None
        self._trouble: FilmTrouble | None = None
        self.is_playing = False
        self.is_ready = False
        self._player = FilmPlayer(film.path, loops=loops, bring=bring)
        self._player.setParent(self)
        self._player.frame_came.connect(self._show_frame)
        self._player.moved.connect(self._move)
        self._player.ended.connect(self._end)
        self._player.sound_found.connect(self.sound_found)
        self._player.failed.connect(self._stand_in)
        # Every pixel is painted here, so Qt need not paint the page underneath each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what a person can do --------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Fetch the first picture, so that playing begins at once."""
        self._player.prepare()

    def play(self) -> None:
        """Play on."""
        self.is_playing = True
        (self._slides or self._player).play()

    def pause(self) -> None:
        """Stand still."""
        self.is_playing = False
        (self._slides or self._player).pause()

    def go_to(self, seconds: float) -> None:
        """Jump to a moment."""
        (self._slides or self._player).go_to(seconds)

    def set_volume(self, share: float) -> None:
        """How loud, 0 to 1."""
        self._player.set_volume(share)

    def show_captions(self, is_shown: bool) -> None:
        """Show captions or hide them. Where they stand in for the film they are always shown."""
        self._shows_captions = is_shown
        self._say()

    def stand(self) -> FilmStand:
        """Where it stands now."""
        return FilmStand(self.position, self.is_playing, self._shows_captions, self._trouble, self._player.frame)

    def take_over(self, stand: FilmStand) -> None:
        """Go on where another view stood; its last picture is seen until the first of this one is there."""
        if stand.trouble is not None and self._slides is None:
            self._player.close()
            self._lay_slides(stand.trouble)
        elif stand.trouble is None:
            self._player.hold(stand.frame)
        self.go_to(stand.seconds)
        (self.play if stand.is_playing else self.pause)()
        self.show_captions(stand.shows_captions)

    @property
    def position(self) -> float:
        """Seconds from the film's beginning."""
        return (self._slides or self._player).position

    @property
    def is_standing_in(self) -> bool:
        """Whether poster and captions are shown in the film's place."""
        return self._slides is not None

    @property
    def has_captions(self) -> bool:
        """Whether there are captions that can be read, in the language it speaks or the campaign's own."""
        return bool(self._cues)

    def close_film(self) -> None:
        """Let go of the file."""
        self.is_playing = False
        self._player.close()
        if self._slides is not None:
            self._slides.close()

    # -- where things stand ----------------------------------------------------------------------------------------

    def keep_clear(self, covered: QRect, caption_room: QRect | None) -> None:
        """Say what lies over the picture, which is not painted again with each frame, and where captions go (px)."""
        self._covered, self._room = QRegion(covered), caption_room
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def picture_area(self) -> QRectF:
        """Where the picture is: whole, as large as it fits, in the middle."""
        size = QSizeF(16, 9)
        if self._player.frame is not None:
            size = QSizeF(self._player.frame.size())
        elif self._poster is not None and not self._poster.isNull():
            size = QSizeF(self._poster.size())
        size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        # Whole pixels: a picture that ends within one leaves a seam beside it.
        width, height = round(size.width()), round(size.height())
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    # -- words -----------------------------------------------------------------------------------------------------

    def speak(self, tongue: Tongue) -> None:
        """Show the captions of this language, or of the campaign's own where there are none."""
        self.setAccessibleName(tongue.say(_("The film")))
        if tongue.code == self._language:
            return
        self._language = tongue.code
        found = find_captions(self._film, tongue.code, self._fallback)
        self._cues = found.cues
        if found.has_broken:
            self.troubled.emit(FilmTrouble.NO_CAPTIONS)
        self._say()
        self.captions_changed.emit()

    def _say(self) -> None:
        is_shown = self._shows_captions or self.is_standing_in
        caption = caption_at(self._cues, self.position) if is_shown else ""
        if caption != self._caption:
            before = self._plate_area()
            self._caption = caption
            # What a screen reader reads of the picture.
            self.setAccessibleDescription(caption.replace("\n", " "))
            self.update(QRegion(before.toAlignedRect()) | QRegion(self._plate_area().toAlignedRect()))

    # -- what the player tells -------------------------------------------------------------------------------------

    @Slot()
    def _show_frame(self) -> None:
        self.update(QRegion(self.picture_area().toAlignedRect()) - self._covered)
        if not self.is_ready:
            self.is_ready = True
            self._poster = None
            self.ready.emit()

    @Slot(float)
    def _move(self, seconds: float) -> None:
        self._say()
        self.moved.emit(seconds)

    @Slot()
    def _end(self) -> None:
        self.is_playing = False
        self.ended.emit()

    @Slot(object)
    def _stand_in(self, trouble: FilmTrouble) -> None:
        self._lay_slides(trouble)
        self.troubled.emit(trouble)

    def _lay_slides(self, trouble: FilmTrouble) -> None:
        self._trouble = trouble
        slides = CaptionSlides(self._film.seconds, self._player.position, loops=self._loops)
        slides.setParent(self)
        slides.moved.connect(self._move)
        slides.ended.connect(self._end)
        self._slides = slides
        self._player.frame = None
        if self.is_playing:
            slides.play()
        self._say()
        self.update()

    # -- painting --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_film()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._player.frame
        picture = self._still() if frame is None else None
        area = self.picture_area()
        painter.setClipRegion(event.region() - QRegion(area.toAlignedRect()))
        painter.fillRect(self.rect(), self._ground)
        painter.setClipRegion(event.region())
        if frame is not None:
            self._player.paint_frame(painter, area)
        elif picture is not None and not picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, picture)
        else:
            painter.fillRect(area, self._ground)
        plate = self._plate_area()
        if not plate.isEmpty():
            self._plate.paint(painter, plate.topLeft())
        painter.end()

    def _plate_area(self) -> QRectF:
        room = QRectF(self._room) if self._room is not None else QRectF(self.rect())
        size = self._plate.size(self._caption, room.width(), self.devicePixelRatioF())
        if size.isEmpty():
            return QRectF()
        left = room.left() + (room.width() - size.width()) / 2
        if self._room is not None:
            return QRectF(QPointF(left, room.top() + (room.height() - size.height()) / 2), size)
        below = self.picture_area().bottom() + self._gap
        # Below the picture where there is room, else over its foot.
        top = below if below + size.height() + self._gap <= self.height() else self.height() - size.height() - self._gap
        return QRectF(QPointF(round(left), round(top)), size)

    def _still(self) -> QImage:
        """The poster, read when it is first needed and no larger than a screen."""
        if self._poster is None:
            self._poster = QImage()
            if self._film.poster is not None:
                reader = QImageReader(str(self._film.poster))
                size = reader.size()
                if max(size.width(), size.height()) > _LONGEST_POSTER_SIDE:
                    longest = QSize(_LONGEST_POSTER_SIDE, _LONGEST_POSTER_SIDE)
                    reader.setScaledSize(size.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio))
                self._poster = reader.read()
        return self._poster
