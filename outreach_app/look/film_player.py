"""One film: Qt's player, its frames, and a watch on whether they really come.

What was measured of Qt 6.12: disconnecting a slot from the sink while it plays can hang the program, so everything is
connected once and stays; a file that is damaged in the middle raises no error, so frames are waited for and counted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QPainter

from outreach_app.errors import DisplayError
from outreach_app.look.multimedia import Multimedia, multimedia

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

_log = logging.getLogger(__name__)

QUIET = 0.3
"""The volume a film starts with: a table stands in a room full of people."""

_LOOK_EVERY_MS = 1_000
_MOST_LOOKS_IN_VAIN = 5
_LEAST_SHARE_OF_FRAMES = 0.2
"""Of its frames in a second. Measured: of damage that still decodes here and there three in thirty come, as blocks of
colour, and Qt tells no error; a machine that shows fewer than a fifth shows no film either."""

_CUT_SHORT_SECONDS = 1.5
_BEFORE_END_MS = 50


class FilmTrouble(Enum):
    """Why a film does not play. The values are codes for logs and the staff."""

    NO_PLAYER = "film-no-player"  # Qt's multimedia or a library it needs is missing
    UNREADABLE = "film-unreadable"  # the file is missing or holds nothing that can be decoded
    STALLED = "film-stalled"  # hardly a frame comes any more
    CUT_SHORT = "film-cut-short"  # it ended long before it should
    NO_CAPTIONS = "film-no-captions"  # the captions cannot be read


class FilmPlayer(QObject):
    """Plays one file.

    Args:
        path: of the film.
        loops: whether it begins again without a gap.
        bring: how Qt's multimedia is brought in; a test hands in one that fails.
        looks: after how many seconds with hardly a frame it is taken to be stuck.

    Signals:
        frame_came: :attr:`frame` is another one now.
        moved: carries the seconds from the film's beginning.
        ended: it has played to its end.
        sound_found: it has sound, so a volume makes sense.
        failed: carries a :class:`FilmTrouble`; comes once, and nothing after it.
    """

    frame_came = Signal()
    moved = Signal(float)
    ended = Signal()
    sound_found = Signal()
    failed = Signal(object)

    def __init__(
        self,
        path: Path,
        *,
        loops: bool = False,
        bring: Callable[[], Multimedia] = multimedia,
        looks: int = _MOST_LOOKS_IN_VAIN,
    ) -> None:
        super().__init__()
        self._path = path
        self._loops = loops
        self._bring = bring
        self._looks = looks
        self._in_vain = self._came = 0
        self._has_failed = self._wants_to_play = False
        self._volume = QUIET
        self._begin: float | None = None
        self._kit: Multimedia | None = None
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._sound: QAudioOutput | None = None
        self.frame: QVideoFrame | None = None
        self._watch = QTimer(self, interval=_LOOK_EVERY_MS)
        self._watch.timeout.connect(self._look_for_frames)

    # -- what a person can do --------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Open the file and fetch the first frame, so that playing begins at once."""
        if self._player is None and not self._has_failed:
            try:
                self._kit = self._bring()
            except DisplayError:
                self._fail(FilmTrouble.NO_PLAYER)
                return
            self._open(self._kit)

    def play(self) -> None:
        """Play on."""
        self.prepare()
        if self._player is not None and not self._has_failed:
            self._wants_to_play = True
            self._in_vain = self._came = 0
            self._watch.start()
            self._player.play()

    def pause(self) -> None:
        """Stand still at this frame."""
        was_playing, self._wants_to_play = self._wants_to_play, False
        self._watch.stop()
        # Asked to pause after its end, Qt goes back to the beginning.
        if was_playing and self._player is not None and not self._has_failed:
            self._player.pause()

    def go_to(self, seconds: float) -> None:
        """Jump to a moment of the film, as soon as its file is open."""
        if self._player is None or not self._is_open(self._player):
            self._begin = max(seconds, 0.0)
        else:
            self._player.setPosition(round(max(seconds, 0.0) * 1000))

    def hold(self, frame: QVideoFrame | None) -> None:
        """Show this frame until the first of its own comes."""
        self.frame = frame

    def set_volume(self, share: float) -> None:
        """How loud, 0 to 1, as the ear hears it."""
        self._volume = share
        self._apply_volume()

    @property
    def position(self) -> float:
        """Seconds from the film's beginning."""
        if self._begin is not None:
            return self._begin
        return self._player.position() / 1000 if self._player is not None else 0.0

    @property
    def has_sound(self) -> bool:
        """Whether there is anything to hear."""
        return self._sound is not None

    def paint_frame(self, painter: QPainter, area: QRectF) -> None:
        """Paint the frame that came last, scaled to an area."""
        if self.frame is not None and self._kit is not None:
            self.frame.paint(painter, area, self._kit.frame.PaintOptions())

    def close(self) -> None:
        """Stop, and let go of the file."""
        self._has_failed = True
        self._watch.stop()
        if self._player is not None:
            self._player.stop()
            self._player.deleteLater()
            self._player = None
        self.frame = None

    # -- Qt's player -----------------------------------------------------------------------------------------------

    def _open(self, kit: Multimedia) -> None:
        self._player = player = kit.player(self)
        self._sink = kit.sink(player)
        self._sink.videoFrameChanged.connect(self._take_frame)
        player.errorOccurred.connect(self._hear_error)
        player.positionChanged.connect(self._hear_position)
        player.mediaStatusChanged.connect(self._hear_status)
        player.hasAudioChanged.connect(self._hear_sound)
        player.setVideoSink(self._sink)
        player.setLoops(kit.player.Loops.Infinite if self._loops else kit.player.Loops.Once)
        player.setSource(QUrl.fromLocalFile(str(self._path)))
        player.pause()

    @Slot()
    def _take_frame(self) -> None:
        if self._sink is None or self._has_failed:
            return
        frame = self._sink.videoFrame()
        # After the end Qt clears the sink; the last picture stays.
        if frame.isValid():
            self._came += 1
            self.frame = frame
            self.frame_came.emit()

    @Slot()
    def _hear_error(self) -> None:
        self._fail(FilmTrouble.UNREADABLE)

    @Slot("qint64")
    def _hear_position(self, milliseconds: int) -> None:
        if not self._has_failed:
            self.moved.emit(milliseconds / 1000)

    @Slot()
    def _hear_status(self) -> None:
        if self._player is None or self._kit is None or self._has_failed:
            return
        status = self._player.mediaStatus()
        kinds = self._kit.player.MediaStatus
        if status == kinds.InvalidMedia or (status == kinds.LoadedMedia and not self._player.hasVideo()):
            self._fail(FilmTrouble.UNREADABLE)
        elif status == kinds.LoadedMedia:
            self._begin_where_wanted(self._player)
        elif status == kinds.EndOfMedia:
            self._watch.stop()
            self._wants_to_play = False
            missing = (self._player.duration() - self._player.position()) / 1000
            if missing > _CUT_SHORT_SECONDS:
                self._fail(FilmTrouble.CUT_SHORT)
            else:
                self.ended.emit()

    def _is_open(self, player: QMediaPlayer) -> bool:
        assert self._kit is not None  # noqa: S101 - whoever has a player has the kit it was made with
        kinds = self._kit.player.MediaStatus
        return player.mediaStatus() not in (kinds.NoMedia, kinds.LoadingMedia)

    def _begin_where_wanted(self, player: QMediaPlayer) -> None:
        """Only a file that is open can be sought in; done now, its first frame is the one that was wanted."""
        if self._begin is not None:
            # At the very end there is no frame.
            latest = max(player.duration() - _BEFORE_END_MS, 0)
            begin, self._begin = min(round(self._begin * 1000), latest), None
            player.setPosition(begin)

    @Slot()
    def _hear_sound(self) -> None:
        """Only a film with sound needs the system's sound at all; most kiosks have none."""
        if self._player is None or self._kit is None or self._sound is not None or not self._player.hasAudio():
            return
        self._sound = self._kit.sound(self)
        self._apply_volume()
        self._player.setAudioOutput(self._sound)
        self.sound_found.emit()

    def _apply_volume(self) -> None:
        if self._sound is not None:
            self._sound.setVolume(self._volume**2)

    # -- trouble ---------------------------------------------------------------------------------------------------

    @Slot()
    def _look_for_frames(self) -> None:
        """Looks are counted, not seconds, so that a busy machine is not mistaken for a fault."""
        self._in_vain = 0 if self._came >= self._least_frames() else self._in_vain + 1
        self._came = 0
        if self._wants_to_play and self._in_vain > self._looks:
            self._fail(FilmTrouble.STALLED)

    def _least_frames(self) -> int:
        """How many frames come between two looks at least, while a film can be seen at all."""
        if self._player is None:
            return 1
        data = self._player.metaData()
        rate = data.value(data.Key.VideoFrameRate)
        return max(int(rate * _LEAST_SHARE_OF_FRAMES), 1) if isinstance(rate, int | float) else 1

    def _fail(self, trouble: FilmTrouble) -> None:
        if self._has_failed:
            return
        self._has_failed = True
        self._wants_to_play = False
        self._watch.stop()
        _log.warning("a film does not play: %s (%s)", trouble.value, self._path.name)
        if self._player is not None:
            # Not from inside Qt's own report of it.
            QTimer.singleShot(0, self._player, self._player.stop)
        self.failed.emit(trouble)
