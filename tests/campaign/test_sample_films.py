"""The sample's two films: calm, small, silent, as their script paints them, and captions that can be read in time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise

import av
import numpy as np
import pytest

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.captions import read_captions

PACK = bundled_campaign("take-it-down")
MEDIA = PACK / "media"
FRAMES = {"loop": 600, "film": 1500}
FRAMES_PER_SECOND = 30
MOST_BYTES = 6_000_000
FLASH = 0.1 * 219
"""A tenth of the whole range between black and white: what counts as a flash (WCAG 2.2, 2.3.1)."""

CUT = 24
"""Mean change of a pixel from one frame to the next that the eye takes for another picture, of 219 steps."""

FASTEST_READING = 18
"""Characters a second."""

WIDEST_LINE = 47


def decoded(name: str) -> np.ndarray:
    """All frames of a film, 96 x 54."""
    with av.open(str(MEDIA / f"{name}.mp4")) as container:
        container.streams.video[0].thread_type = "AUTO"
        frames = [small(frame) for frame in container.decode(video=0)]
    return np.stack(frames)


def small(frame: av.VideoFrame) -> np.ndarray:
    """Every twentieth pixel each way, in the greys of video, without converting the rest."""
    plane = frame.planes[0]
    pixels = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
    return pixels[10::20, 10:1920:20].astype(np.int16)


def test_they_are_small_silent_and_of_a_coding_that_plays_everywhere():
    for name, frames in FRAMES.items():
        path = MEDIA / f"{name}.mp4"
        assert path.stat().st_size < MOST_BYTES
        with av.open(str(path)) as container:
            assert [stream.type for stream in container.streams] == ["video"]
            video = container.streams.video[0]
            assert (video.codec_context.name, video.width, video.height) == ("h264", 1920, 1080)
            assert (video.frames, video.average_rate) == (frames, FRAMES_PER_SECOND)


@pytest.mark.parametrize("name", FRAMES)
def test_nothing_flashes_no_cut_hurries_and_the_loop_ends_as_it_begins(name):
    frames = decoded(name)
    assert len(frames) == FRAMES[name]
    assert most_flashes_a_second(frames) <= 3
    cuts = [number for number, change in enumerate(changes(frames)) if change > CUT]
    assert all(later - earlier >= 2 * FRAMES_PER_SECOND for earlier, later in pairwise(cuts))
    apart = np.abs(frames[0] - frames[-1]).mean()
    assert apart < 0.5 if name == "loop" else apart > 2


def test_the_rules_see_a_flash_and_a_cut():
    flashing = np.zeros((60, 54, 96), np.int16)
    flashing[::3] = 120
    assert most_flashes_a_second(flashing) > 3
    assert sum(change > CUT for change in changes(flashing)) > 2


@pytest.mark.parametrize("name", FRAMES)
def test_the_script_paints_what_is_kept(qapp, name, monkeypatch):
    """Whoever changes the script makes the films again."""
    monkeypatch.syspath_prepend(str(PACK / "film"))
    from main_film import MainFilm
    from make import still
    from pack_words import read_pack_words
    from quiet_loop import QuietLoop

    from outreach_app.look.theme import Theme, load_fonts
    from outreach_app.theme_tokens import read_tokens

    load_fonts()
    theme = Theme(read_tokens(), scheme="attract")
    painter = QuietLoop(theme.tokens.motif["attract"]) if name == "loop" else MainFilm(theme, read_pack_words(PACK))
    for number, kept in stills(name, range(60, FRAMES[name], 120)):
        image = still(theme, painter, number)
        assert image == still(theme, painter, number), "the same frame twice is the same picture"
        assert np.abs(small(video_of(image)) - kept).mean() < 1.0, f"frame {number} of the {name} is another now"
    for module in ("make", "main_film", "quiet_loop", "pack_words", "stage", "clearing", "ending", "encoding"):
        sys.modules.pop(module, None)


@pytest.mark.parametrize("name", FRAMES)
def test_captions_stand_long_enough_to_be_read_and_at_the_same_times_in_both_languages(name):
    english, spanish = (read_captions(MEDIA / f"{name}.{language}.vtt") for language in ("en", "es"))
    assert [(cue.begin, cue.end) for cue in english] == [(cue.begin, cue.end) for cue in spanish]
    for cue in (*english, *spanish):
        lines = cue.text.split("\n")
        assert len(lines) <= 2
        assert max(map(len, lines)) <= WIDEST_LINE, cue.text
    for cue in english:
        assert len(cue.text) / (cue.end - cue.begin) <= FASTEST_READING * 1.7, cue.text
    assert english[-1].end < FRAMES[name] / FRAMES_PER_SECOND


def changes(frames: np.ndarray) -> list[float]:
    return [float(np.abs(later - earlier).mean()) for earlier, later in pairwise(frames)]


def most_flashes_a_second(frames: np.ndarray) -> int:
    """Pairs of opposite changes of light within any second, of the whole picture and of each ninth of it."""
    most = 0
    for rows in np.array_split(frames, 3, axis=1):
        for part in np.array_split(rows, 3, axis=2):
            turns = turning_points(part.mean(axis=(1, 2)))
            for begin in turns:
                within = [turn for turn in turns if begin <= turn < begin + FRAMES_PER_SECOND]
                most = max(most, len(within) // 2)
    return most


def turning_points(light: np.ndarray) -> list[int]:
    """The frames at which light has risen or fallen by a flash's worth since it last turned."""
    turns, low, high, rising = [], light[0], light[0], None
    for number, value in enumerate(light):
        low, high = min(low, value), max(high, value)
        if rising is not True and value - low > FLASH:
            turns.append(number)
            rising, high = True, value
            low = value
        elif rising is not False and high - value > FLASH:
            turns.append(number)
            rising, low = False, value
            high = value
    return turns


def stills(name: str, numbers: range) -> Iterator[tuple[int, np.ndarray]]:
    """Some frames of a film; every sixtieth stands for itself, so nothing between them is decoded."""
    with av.open(str(MEDIA / f"{name}.mp4")) as container:
        stream = container.streams.video[0]
        for number in numbers:
            container.seek(round(number / FRAMES_PER_SECOND / stream.time_base), stream=stream)
            frame = next(container.decode(stream))
            yield round(frame.time * FRAMES_PER_SECOND), small(frame)


def video_of(image) -> av.VideoFrame:
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(1080, image.bytesPerLine() // 4, 4)
    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels[:, :1920]), format="bgra")
    return picture.reformat(format="yuv420p", dst_colorspace=1, src_color_range=2, dst_color_range=1)
