"""A pack as one file: the same folder gives the same bytes on every machine, signed or not."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from outreach_app.campaign.archive import SUFFIX
from outreach_app.campaign.names import SIGNATURE
from outreach_app.campaign.problems import Findings, refusal
from outreach_app.campaign.reading import gather
from outreach_app.campaign.signature import FileSum, pack_files, signature_file, sum_of, text_to_sign
from outreach_app.errors import FolderError
from outreach_app.language import _

_PIECE = 1024 * 1024
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time ZIP can write. When a file was last saved says nothing about what it says."""
_PLAIN_FILE = 0o100644 << 16


class PackSigner(Protocol):
    """Whoever can sign a pack; the office alone holds what it takes."""

    @property
    def publisher(self) -> str:
        """The public key, 64 hex digits."""

    def sign(self, text: bytes) -> str:
        """The signature of a text, in hex digits."""


@dataclass(frozen=True)
class BuiltPack:
    """What was built: the file, how many files it holds, and its own size in bytes and SHA-256 in hex digits."""

    path: Path
    files: int
    size: int
    sha256: str


def size_of_pack(folder: Path) -> int:
    """Bytes of a pack's files together.

    Raises:
        FolderError: one of them cannot be read.
    """
    try:
        return sum((folder / name).stat().st_size for name in pack_files(folder))
    except OSError as error:
        raise _not_written(error) from error


def build_pack(folder: Path, out: Path, signer: PackSigner | None, advance: Callable[[int], None]) -> BuiltPack:
    """Put a pack into one ``.campaign`` file.

    Its files lie in it by their names' order, unpacked as they are: media do not pack, and a program that packs may do
    so otherwise in its next version. An older signature is left out.

    Args:
        folder: the pack; nothing in it may refuse it.
        out: the file to make, ending in ``.campaign``; one that is there is replaced when the new one is whole.
        signer: who signs it; ``None`` for an unsigned pack.
        advance: told how many more bytes were written.

    Raises:
        CampaignError: the pack cannot be used.
        FolderError: the file is named otherwise, would lie in the pack itself, or cannot be written.
    """
    if out.suffix != SUFFIX:
        raise FolderError(_("A campaign file ends in {suffix}. Name it so.", suffix=SUFFIX))
    if out.resolve().is_relative_to(folder.resolve()):
        raise FolderError(_("The file may not lie in the pack itself. Name another place."))
    findings = Findings()
    if gather(folder, findings) is None or findings.errors():
        raise refusal(findings.errors())
    partial = out.with_name(out.name + ".partial")
    try:
        files = _write(folder, partial, signer, advance)
        built = sum_of(partial)
        partial.replace(out)
    except OSError as error:
        raise _not_written(error) from error
    finally:
        partial.unlink(missing_ok=True)
    return BuiltPack(out, files, built.bytes, built.sha256)


def _write(folder: Path, partial: Path, signer: PackSigner | None, advance: Callable[[int], None]) -> int:
    """Write and sync the archive; returns how many files are in it."""
    sums: dict[str, FileSum] = {}
    with partial.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
            for name in pack_files(folder):
                sums[name] = _put_in(archive, name, folder / name, advance)
            if signer is not None:
                signed = signature_file(sums, signer.publisher, signer.sign(text_to_sign(sums)))
                archive.writestr(_plainly(SIGNATURE), signed)
        file.flush()
        os.fsync(file.fileno())
    return len(sums)


def _put_in(archive: zipfile.ZipFile, name: str, path: Path, advance: Callable[[int], None]) -> FileSum:
    """Put one file in, and tell what was put in, so that what is signed is what is there."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(_plainly(name), "w") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            digest.update(piece)
            size += len(piece)
            advance(len(piece))
    return FileSum(size, digest.hexdigest())


def _plainly(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _FIRST_DAY)
    told.create_system, told.external_attr = 3, _PLAIN_FILE
    return told


def _not_written(error: OSError) -> FolderError:
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return FolderError(_("The campaign file cannot be written: {reason}. Nothing was left behind.", reason=reason))
