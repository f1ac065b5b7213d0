"""What a file of a pack may be called: names that mean the same file on every system, in the three places there are."""

from __future__ import annotations

import re
import unicodedata

from outreach_app.campaign.safety import unseen_character
from outreach_app.errors import Message
from outreach_app.language import _

SETTINGS = "campaign.toml"
SIGNATURE = "signature.json"
TEXT_FOLDER, MEDIA_FOLDER = "text", "media"

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_TEXT_NAME = re.compile(r"[a-zA-Z-]{2,20}\.toml")
_DRIVE = re.compile(r"[A-Za-z]:")
# Names that Windows keeps for devices, whatever ending follows them.
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\..*)?", re.IGNORECASE)
_ARCHIVE = re.compile(r".*\.(campaign|zip|7z|rar|tar|t?gz|bz2|xz|zst|jar|iso)", re.IGNORECASE)


def fault_of_name(name: str) -> Message | None:
    """Why nothing in a pack may have this name; ``None`` if it may.

    Args:
        name: the path inside the pack with forward slashes, such as ``media/film.mp4``.
    """
    return _fault_of_path(name) or _fault_of_place(name)


def _fault_of_path(name: str) -> Message | None:
    """What makes a name mean another place, or different files on different systems."""
    parts = name.split("/")
    if "\0" in name:
        return _("Its name holds a NUL character, which cuts names short on some systems. Rename it.")
    if "\\" in name:
        return _("Its name holds a backslash, which parts folders on Windows. Rename it.")
    if _DRIVE.match(name):
        return _("Its name starts with a drive letter, so it would land outside the pack.")
    if name.startswith("/"):
        return _("Its name starts at the root of the disk, so it would land outside the pack.")
    if any(part in ("", ".", "..") for part in parts):
        return _("Its name leads out of its folder. A pack holds plain names only.")
    if any(_DEVICE.fullmatch(part) for part in parts):
        return _("Windows keeps this name for a device. Rename it.")
    if unseen := unseen_character(name):
        return _("Its name holds a character nobody can see ({code}). Rename it.", code=unseen)
    return None


def _fault_of_place(name: str) -> Message | None:
    """Why a plain name does not belong into a pack."""
    folder, _slash, last = name.rpartition("/")
    if name in (SETTINGS, SIGNATURE):
        return None
    if _ARCHIVE.fullmatch(last):
        return _("An archive inside a pack is never opened. Put its files here themselves.")
    if folder == TEXT_FOLDER and not _TEXT_NAME.fullmatch(last):
        return _("A text file is named by its language, such as en.toml.")
    if folder == MEDIA_FOLDER and not _PLAIN_NAME.fullmatch(last):
        return _("Use only letters, digits, dots, hyphens and underlines in a file name.")
    if last == SETTINGS:
        return _("This must lie at the top of the pack. Zip what is inside the folder, not the folder itself.")
    if folder not in (TEXT_FOLDER, MEDIA_FOLDER):
        return _("A pack holds campaign.toml and the folders text and media, and nothing else. Take this out.")
    return None


def folded(name: str) -> str:
    """A name as systems see it that tell neither capitals nor ways of composing letters apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def twin_message(name: str, other: str) -> Message:
    """What to say of a name that some systems take for another one."""
    if name == other:
        return _("Two files of this name are in the pack. Keep one.")
    if name.casefold() == other.casefold():
        return _("Its name differs from {other} only by capitals. Rename one.", other=printable(other))
    return _("Its name is written with the same letters as another file's. Rename one.")


def printable(name: str, longest: int = 120) -> str:
    """A name from a pack, fit for a terminal: a stranger may have hidden commands to it in a key or a file name."""
    return "".join(character if character.isprintable() else "?" for character in name[:longest])
