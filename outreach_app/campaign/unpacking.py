"""Unpacking a ``.campaign`` file: into a folder of our own, in small pieces, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from outreach_app.campaign.archive import STORED, Entry, NoArchive, open_archive, read_contents, sound_entries
from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.names import MEDIA_FOLDER, SIGNATURE, TEXT_FOLDER
from outreach_app.campaign.problems import Findings, refusal
from outreach_app.campaign.signature import pack_files, verify_signature
from outreach_app.errors import FolderError, StorageFailed, StorageFull
from outreach_app.language import _

_PIECE = 256 * 1024
"""Bytes that are in memory at a time."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def pack_folder(given: Path) -> Iterator[Path]:
    """A pack as a folder, however a person gave it: a folder, the name of a bundled campaign, or a ``.campaign`` file.

    A file is unpacked into a private temporary folder, which is gone at the end.

    Raises:
        CampaignError: the file cannot be unpacked; the sentence says the first problem and how many more there are.
        StorageFull, StorageFailed, FolderError: there is no place to unpack it.
    """
    pack = pack_at(given)
    if not is_packed(pack):
        yield pack
        return
    with _private_folder() as private:
        unpack(pack, private / "pack")
        yield private / "pack"


@contextmanager
def looked_into(given: Path, findings: Findings) -> Iterator[Path | None]:
    """A pack as a folder to be checked: what is wrong with a file is noted, and what can be unpacked is there.

    Gives ``None`` where the file as a whole cannot be trusted, which is noted.

    Raises:
        StorageFull, StorageFailed, FolderError: there is no place to unpack it.
    """
    pack = pack_at(given)
    if not is_packed(pack):
        yield pack
        return
    with _private_folder() as private:
        is_unpacked = _unpack_what_is_sound(pack, private / "pack", findings)
        yield private / "pack" if is_unpacked else None


def unpack(file: Path, folder: Path) -> None:
    """Unpack a ``.campaign`` file into a folder that does not exist yet; if that fails, nothing is left of it.

    A signed pack is compared with its signature on the way.

    Raises:
        CampaignError: the file holds something that no pack may hold, or is not as it was signed.
        StorageFull, StorageFailed: the disk refuses.
    """
    findings = Findings()
    try:
        _unpack_what_is_sound(file, folder, findings)
        if not findings.errors():
            verify_signature(folder, findings)
        if errors := findings.errors():
            raise refusal(errors)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def put_pack(given: Path, folder: Path) -> None:
    """Put a pack's own files, and nothing else that lies with them, into a folder that does not exist yet.

    Raises:
        CampaignError: it is a file that cannot be unpacked.
        StorageFull, StorageFailed: no room to unpack it.
        OSError: a file cannot be copied.
    """
    pack = pack_at(given)
    if is_packed(pack):
        unpack(pack, folder)
        return
    _make_folders(folder)
    # Not with shutil.copytree, which says only that some copies failed, and not that the disk is full.
    for name in (*pack_files(pack), *([SIGNATURE] if (pack / SIGNATURE).is_file() else [])):
        if not (pack / name).is_symlink() and (pack / name).is_file():
            shutil.copyfile(pack / name, folder / name)


def is_packed(pack: Path) -> bool:
    """Whether a pack is a file to be unpacked; a path that leads nowhere is not."""
    try:
        return pack.exists() and not pack.is_dir()
    except OSError:
        return False


@contextmanager
def _private_folder() -> Iterator[Path]:
    try:
        folder = Path(tempfile.mkdtemp(prefix="outreach-campaign-"))
    except OSError as error:
        raise FolderError(
            _("A campaign file needs a folder for temporary files, and none can be made. Free some space first.")
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack_what_is_sound(file: Path, folder: Path, findings: Findings) -> bool:
    try:
        with open_archive(file) as archive:
            entries = sound_entries(read_contents(archive), findings)
            _make_folders(folder)
            for entry in entries:
                _unpack_one(archive, entry, folder, findings)
    except NoArchive as refused:
        findings.refuse(file.name, "", refused.message)
    except OSError as error:
        if error.filename is not None and Path(error.filename) == file:
            findings.refuse(file.name, "", _("This file cannot be read. Check who may open it."))
        else:
            raise _no_room(error) from error
    else:
        return True
    return False


def _make_folders(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for name in (TEXT_FOLDER, MEDIA_FOLDER):
        (folder / name).mkdir(mode=0o700)


def _unpack_one(archive: BinaryIO, entry: Entry, folder: Path, findings: Findings) -> None:
    """Write one file. Its name is one that :func:`~outreach_app.campaign.names.fault_of_name` lets into a pack."""
    target = folder / entry.name
    archive.seek(entry.data_at)
    written = checksum = 0
    is_damaged = False
    with open(target, "xb", opener=_private) as file:
        try:
            for piece in _pieces(archive, entry):
                written += len(piece)
                if written > entry.size:
                    break
                checksum = zlib.crc32(piece, checksum)
                file.write(piece)
        except zlib.error:
            is_damaged = True
    if written > entry.size:
        findings.refuse(entry.name, "", _("This file opens to more than it says. Build the pack again."))
    elif is_damaged or (written, checksum) != (entry.size, entry.crc):
        findings.refuse(entry.name, "", _("This file is damaged. Copy or build the pack again."))
    else:
        return
    target.unlink()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _pieces(archive: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The content of a file, a little at a time.

    Raises:
        zlib.error: it is damaged, or more bytes belong to it than its content needs.
    """
    packed = _packed_pieces(archive, entry.packed)
    return packed if entry.method == STORED else _inflated(packed)


def _packed_pieces(archive: BinaryIO, left: int) -> Iterator[bytes]:
    while left and (piece := archive.read(min(left, _PIECE))):
        left -= len(piece)
        yield piece


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    opener = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in packed:
        rest = piece
        while rest and not opener.eof:
            yield opener.decompress(rest, _PIECE)
            rest = opener.unconsumed_tail
        if opener.eof:
            break
    while not opener.eof and (last := opener.decompress(b"", _PIECE)):
        yield last
    if not opener.eof or opener.unused_data or next(packed, b""):
        raise zlib.error


def _no_room(error: OSError) -> StorageFull | StorageFailed:
    if error.errno in _FULL:
        return StorageFull(_("There is no room left to unpack the campaign. Free some space and try again."))
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return StorageFailed(_("The campaign cannot be unpacked here: {reason}.", reason=reason))
