"""The table of contents of a ``.campaign`` file, read as if a stranger had sent it.

A ``.campaign`` file is a ZIP file of the plainest kind: its files follow one another from the first byte, each told the
same way before its bytes and in the list at the end, and nothing stands between or after them. Whatever else ZIP allows
is refused, because every such freedom has been used to show one content to a check and another to a reader. The list is
read only after its size is known to be small, so that no file can make us hold a million entries.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from outreach_app.campaign.folder import MOST_BYTES, MOST_FILES
from outreach_app.campaign.names import fault_of_name, folded, twin_message
from outreach_app.campaign.problems import Findings
from outreach_app.errors import Message
from outreach_app.language import _

SUFFIX = ".campaign"
MOST_ENTRIES = MOST_FILES + 4
"""The files of text and media, campaign.toml, the signature and the two folders."""
HIGHEST_RATIO = 100
"""Bytes that one packed byte may become. Text packs to a tenth; a thousandth is what bombs are made of."""
STORED, DEFLATED = 0, 8

_MOST_ARCHIVE_BYTES = MOST_BYTES + 1024 * 1024
_MOST_CONTENTS_BYTES = 256 * 1024
_LONGEST_COMMENT = 65_535
_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_SUMS = struct.Struct("<3L")
_END_MARK, _LISTED_MARK, _HEADER_MARK, _SUMS_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04", b"PK\x07\x08"
_ENCRYPTED, _SUMS_FOLLOW, _UTF_8 = 0x2041, 0x08, 0x800
_MEGABYTE = 1024 * 1024


class NoArchive(Exception):
    """The file as a whole cannot be trusted to hold what it says; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Entry:
    """One file of the archive, as the list at its end tells it; ``packed`` and ``size`` in bytes."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    header_at: int
    data_at: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether it stands for a folder, and has no content."""
        return self.name in ("text/", "media/") and self.size == 0 and self.packed == 0


def open_archive(path: Path, most_bytes: int = _MOST_ARCHIVE_BYTES) -> BinaryIO:
    """Open an archive for reading, once it is known to be a plain file of a bearable size.

    Raises:
        NoArchive: it is not.
        OSError: it cannot be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NoArchive(_("This is neither a folder nor a file."))
    if status.st_size > most_bytes:
        raise NoArchive(_("A pack holds at most {most} megabytes.", most=most_bytes // _MEGABYTE))
    return path.open("rb")


def read_contents(file: BinaryIO, most_entries: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> list[Entry]:
    """Every entry of an archive, in the order their bytes lie in it.

    Args:
        file: the archive.
        most_entries: how many files and folders it may list.
        most_bytes: how large they may be together, unpacked.

    Raises:
        NoArchive: it is cut off, holds more than a pack may, or its two lists of contents differ.
    """
    end = file.seek(0, os.SEEK_END) - _END.size
    count, size, at = _end_of(file, end)
    if count > most_entries or size > _MOST_CONTENTS_BYTES:
        shown = MOST_FILES if most_entries == MOST_ENTRIES else most_entries
        raise NoArchive(_("A pack holds at most {most} files.", most=shown))
    if at + size != end:
        raise _stray_bytes()
    file.seek(at)
    entries = sorted(_listed(file.read(size), count), key=lambda entry: entry.header_at)
    if sum(entry.size for entry in entries) > most_bytes:
        raise NoArchive(_("Unpacked, this would be larger than {most} megabytes.", most=most_bytes // _MEGABYTE))
    return list(_in_their_places(file, entries, at))


def _end_of(file: BinaryIO, end: int) -> tuple[int, int, int]:
    """How many entries the list has, its size and where it starts."""
    file.seek(0)
    if file.read(2) != _HEADER_MARK[:2]:
        raise NoArchive(_("This is no campaign file. Build one with outreach campaign build."))
    file.seek(max(0, end))
    raw = file.read(_END.size)
    if len(raw) == _END.size and raw.startswith(_END_MARK):
        _mark, disk, first_disk, here, count, size, at, comment = _END.unpack(raw)
        if disk or first_disk or here != count:
            raise NoArchive(_("This is one part of an archive in several parts. Build it again in one."))
        if not comment:
            return count, size, at
    file.seek(max(0, end - _LONGEST_COMMENT))
    if _END_MARK in file.read():
        raise _stray_bytes()
    raise NoArchive(_("This file is cut off. Copy or build it again."))


def _listed(raw: bytes, count: int) -> Iterator[Entry]:
    place = 0
    for _number in range(count):
        if raw[place : place + len(_LISTED_MARK)] != _LISTED_MARK or place + _LISTED.size > len(raw):
            raise _damaged()
        fields = _LISTED.unpack_from(raw, place)
        flags, method = fields[3:5]
        crc, packed, size, name_length, extra_length, comment_length = fields[7:13]
        attributes, header_at = fields[15:17]
        name = raw[place + _LISTED.size : place + _LISTED.size + name_length]
        place += _LISTED.size + name_length + extra_length + comment_length
        yield Entry(_decoded(name), name, flags, method, crc, packed, size, attributes >> 16, header_at)
    if place != len(raw):
        raise _damaged()


def _decoded(name: bytes) -> str:
    """A name as text. Those of a pack are plain letters; others are shown in the sentence that refuses them."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("cp437")


def _in_their_places(file: BinaryIO, entries: list[Entry], contents_at: int) -> Iterator[Entry]:
    """The entries with the places of their bytes, having made sure that they lie side by side and fill the file."""
    place = 0
    for entry in entries:
        if entry.header_at < place:
            raise NoArchive(_("Two of its files share the same bytes, as archives do that are made to do harm."))
        if entry.header_at > place:
            raise _stray_bytes()
        file.seek(place)
        raw = file.read(_HEADER.size)
        if len(raw) < _HEADER.size or not raw.startswith(_HEADER_MARK):
            raise _damaged()
        _mark, _needs, flags, method, _time, _date, crc, packed, size, name_length, extra_length = _HEADER.unpack(raw)
        here = (flags, method, file.read(name_length))
        is_told_later = flags & _SUMS_FOLLOW and not (crc or packed or size)
        sums_fit = is_told_later or (crc, packed, size) == (entry.crc, entry.packed, entry.size)
        if here != (entry.flags, entry.method, entry.raw_name) or not sums_fit:
            raise _two_stories()
        data_at = place + _HEADER.size + name_length + extra_length
        place = data_at + entry.packed
        if flags & _SUMS_FOLLOW:
            place += _size_of_sums(file, place, entry)
        if place > contents_at:
            raise _damaged()
        yield replace(entry, data_at=data_at)
    if place != contents_at:
        raise _stray_bytes()


def _size_of_sums(file: BinaryIO, place: int, entry: Entry) -> int:
    """How many bytes after a file's content repeat its size: programs that write in one go put it there."""
    file.seek(place)
    raw = file.read(len(_SUMS_MARK) + _SUMS.size)
    mark = len(_SUMS_MARK) if raw.startswith(_SUMS_MARK) else 0
    if raw[mark : mark + _SUMS.size] != _SUMS.pack(entry.crc, entry.packed, entry.size):
        raise _two_stories()
    return mark + _SUMS.size


def sound_entries(entries: list[Entry], findings: Findings) -> list[Entry]:
    """The entries that may be unpacked; what is wrong with each other one is noted."""
    seen: dict[str, str] = {}
    sound = []
    for entry in entries:
        if entry.is_folder:
            continue
        twin = seen.get(folded(entry.name))
        seen.setdefault(folded(entry.name), entry.name)
        fault = _fault_of(entry) or (twin_message(entry.name, twin) if twin is not None else None)
        if fault is None:
            sound.append(entry)
        else:
            findings.refuse(entry.name, "", fault)
    return sound


def _fault_of(entry: Entry) -> Message | None:
    kind = stat.S_IFMT(entry.mode)
    if kind == stat.S_IFLNK:
        return _("This is a link to another place. Put the file here itself.")
    if kind not in (0, stat.S_IFREG):
        return _("Only files may lie here. Take it out.")
    if entry.name.endswith("/"):
        return fault_of_name(entry.name[:-1]) or _("Only files may lie here. Take it out.")
    if fault := fault_of_name(entry.name):
        return fault
    if entry.flags & _ENCRYPTED:
        return _("This file is locked with a password. Pack it without one.")
    if entry.method not in (STORED, DEFLATED):
        return _("This file is packed in a way that not every program can open. Build the pack again.")
    if entry.size > entry.packed * HIGHEST_RATIO:
        return _("Unpacked, this file would be more than {most} times its size.", most=HIGHEST_RATIO)
    if entry.method == STORED and entry.size != entry.packed:
        return _("This file is damaged. Copy or build the pack again.")
    return None


def _stray_bytes() -> NoArchive:
    return NoArchive(_("This file holds bytes that belong to none of its files. Build it again."))


def _two_stories() -> NoArchive:
    return NoArchive(_("This file names its contents twice, and the two lists differ. Build it again."))


def _damaged() -> NoArchive:
    return NoArchive(_("This file's list of contents is damaged. Copy or build it again."))
