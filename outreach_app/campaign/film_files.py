"""What a film file is, read from its index: how long, and whether it holds a picture in a known coding.

MP4 is a tree of boxes (ISO/IEC 14496-12), each a length, four letters and a content; ``moov`` says all that is asked
here. WebM files are known by their first bytes alone. Only an author's check looks here, never a start.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PLAYABLE = frozenset({b"avc1", b"avc3", b"vp09", b"mp4v"})
"""Codings of pictures that the player decodes everywhere: H.264, VP9, MPEG-4."""

_LARGEST_INDEX = 16 * 1024 * 1024
_MOST_BOXES = 20_000
_INNER = frozenset({b"trak", b"mdia", b"minf", b"stbl"})


@dataclass(frozen=True)
class FilmFile:
    """``seconds``: how long it plays; ``pictures``: the codings of its video tracks, four letters each."""

    seconds: float
    pictures: frozenset[bytes]

    @property
    def is_playable(self) -> bool:
        """Whether there is a picture that can be decoded."""
        return bool(self.pictures & PLAYABLE)


def read_film_file(path: Path) -> FilmFile | None:
    """What an MP4 file says of itself; ``None`` where it is cut off or says nothing that makes sense.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        index = _index(file, path.stat().st_size)
    if index is None:
        return None
    seconds, pictures = 0.0, set()
    try:
        for kind, content in _boxes(index):
            if kind == b"mvhd":
                seconds = _length(content)
            elif kind == b"stsd":
                pictures.add(content[12:16])
    except (struct.error, ValueError):
        return None
    return FilmFile(seconds, frozenset(pictures)) if seconds > 0 else None


def _index(file: BinaryIO, size: int) -> bytes | None:
    """The content of ``moov``, found without reading the film itself; ``None`` if a box reaches past the file's end."""
    at, index = 0, None
    for _box in range(_MOST_BOXES):
        if at >= size:
            return index
        file.seek(at)
        head = file.read(16)
        length, begin = _span(head, size - at)
        if length < begin or at + length > size:
            return None
        if head[4:8] == b"moov":
            if length > _LARGEST_INDEX:
                return None
            file.seek(at + begin)
            index = file.read(length - begin)
        at += length
    return None


def _span(head: bytes, rest: int) -> tuple[int, int]:
    """Length of a box with its head, and length of the head, bytes; 0 where it makes no sense."""
    if len(head) < 8:
        return 0, 8
    length = int.from_bytes(head[:4], "big")
    if length == 1 and len(head) == 16:
        return int.from_bytes(head[8:16], "big"), 16
    return (rest if length == 0 else length), 8


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of an index with those inside them, such as tracks."""
    waiting = [content]
    count = 0
    while waiting:
        block, at = waiting.pop(), 0
        while at + 8 <= len(block):
            count += 1
            length, begin = _span(block[at : at + 16], len(block) - at)
            if length < begin or at + length > len(block) or count > _MOST_BOXES:
                raise ValueError("a box reaches out of the one around it")
            kind, inner = block[at + 4 : at + 8], block[at + begin : at + length]
            yield kind, inner
            if kind in _INNER:
                waiting.append(inner)
            at += length


def _length(header: bytes) -> float:
    """Seconds, from the movie header: version 0 has 32-bit numbers, version 1 has 64-bit ones."""
    if header[:1] == b"\x01":
        scale, duration = struct.unpack_from(">IQ", header, 20)
    else:
        scale, duration = struct.unpack_from(">II", header, 12)
    return float(duration / scale) if scale else 0.0
