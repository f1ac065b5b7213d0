"""From painted frames to H.264 in an MP4 file, the same bytes each time on the same libraries."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtGui import QImage
from stage import FRAMES_PER_SECOND, HEIGHT, WIDTH

_ITU_709 = 1
_OPTIONS = {
    "preset": "slow",
    "crf": "20",
    "tune": "animation",
    "profile": "high",
    # Each picture leans on the one before it alone: so a player holds few of them, 30 MB less than x264 would choose.
    "refs": "1",
    "bf": "0",
    # A still to go back to every two seconds; two threads, since their number changes the bytes.
    "g": "60",
    "threads": "2",
}


def encode(frames: Iterator[QImage], path: Path) -> None:
    """Write a silent film that begins to play before it has been read whole."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
        stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options=_OPTIONS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = stream.codec_context
        context.colorspace = context.color_primaries = context.color_trc = _ITU_709
        context.color_range = 1
        for number, image in enumerate(frames):
            pixels = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine() // 4, 4)
            picture = av.VideoFrame.from_ndarray(pixels[:, :WIDTH], format="bgra")
            picture = picture.reformat(format="yuv420p", dst_colorspace=_ITU_709, src_color_range=2, dst_color_range=1)
            picture.pts, picture.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
