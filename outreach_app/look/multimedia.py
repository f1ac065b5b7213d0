"""The one place that brings in Qt's multimedia, which needs a system library (libpulse) that may be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory

from outreach_app.errors import DisplayError
from outreach_app.language import _

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

# Its decoder tells of every codec library it does without, on each start.
_NO_CHATTER = "\n".join(f"qt.multimedia.*.{level}=false" for level in ("debug", "info", "warning"))


@dataclass(frozen=True)
class Multimedia:
    """The classes of Qt's multimedia that play a film."""

    player: type[QMediaPlayer]
    sink: type[QVideoSink]
    frame: type[QVideoFrame]
    sound: type[QAudioOutput]


def multimedia() -> Multimedia:
    """Qt's multimedia, imported when first called (14 ms of work).

    Raises:
        DisplayError: a library of the system that it needs is missing.
    """
    QLoggingCategory.setFilterRules(_NO_CHATTER)
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        raise DisplayError(
            _("Films cannot play: a system library is missing. Run “outreach doctor”, which names it.")
        ) from error
    return Multimedia(
        QtMultimedia.QMediaPlayer, QtMultimedia.QVideoSink, QtMultimedia.QVideoFrame, QtMultimedia.QAudioOutput
    )
