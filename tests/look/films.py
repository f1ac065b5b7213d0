"""Small films for tests, made when first wanted: sound or none, whole or broken in one way or another."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

WIDTH, HEIGHT, FRAMES_PER_SECOND = 320, 180, 30


def make_film(path: Path, seconds: float = 1.5, *, has_sound: bool = False, has_picture: bool = True) -> Path:
    """A film that goes from black to white, with a quiet tone if wanted."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        # Every stream is there before the first packet is written.
        video = container.add_stream("libx264", rate=FRAMES_PER_SECOND) if has_picture else None
        audio = container.add_stream("aac", rate=48_000, layout="mono") if has_sound else None
        if video is not None:
            video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            _add_pictures(container, video, round(seconds * FRAMES_PER_SECOND))
        if audio is not None:
            _add_tone(container, audio, round(seconds * 48_000))
    return path


def _add_pictures(container, stream, count: int) -> None:
    noise = np.random.default_rng(1)
    for number in range(count):
        shade = round(255 * number / max(count - 1, 1))
        pixels = np.full((HEIGHT, WIDTH, 3), shade, np.uint8)
        # Something that fills the file, so that there is something to damage.
        pixels[60:120, 60:260] = noise.integers(0, 255, (60, 200, 3), np.uint8)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, FRAMES_PER_SECOND)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _add_tone(container, stream, count: int) -> None:
    for begin in range(0, count, 1024):
        times = np.arange(begin, begin + 1024) / 48_000
        samples = (0.05 * np.sin(2 * np.pi * 220 * times)).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, begin, Fraction(1, 48_000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def damaged(film: Path, path: Path) -> Path:
    """The same film with noise in its middle third."""
    content = bytearray(film.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = np.random.default_rng(2).bytes(third)
    path.write_bytes(content)
    return path


def truncated(film: Path, path: Path, share: float) -> Path:
    """The first part of a film."""
    content = film.read_bytes()
    path.write_bytes(content[: round(len(content) * share)])
    return path
