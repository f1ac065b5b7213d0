"""The files of a pack on disk, read as if a stranger had sent them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from outreach_app.campaign.names import MEDIA_FOLDER, SETTINGS, TEXT_FOLDER, fault_of_name, folded, twin_message
from outreach_app.campaign.problems import Findings
from outreach_app.language import _

MOST_FILES = 200
MOST_BYTES = 200 * 1024 * 1024
MOST_TOML_BYTES = 1024 * 1024
_HEAD_BYTES = 16
_ENDLESS_KEY = re.compile(
    r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){16}""",
)
"""A key of sixteen parts; tomllib takes 1.5 GB for one of twenty thousand."""
_TOML_PLACE = re.compile(r"line (\d+), column (\d+)")

FILM_TYPES = frozenset({"mp4", "webm"})
PICTURE_TYPES = frozenset({"png", "jpg"})
CAPTION_TYPES = frozenset({"vtt"})


def media_type(head: bytes) -> str | None:
    """What a file is by its first 16 bytes: ``mp4``, ``webm``, ``png``, ``jpg``, ``vtt`` or ``None``."""
    if head[4:8] == b"ftyp":
        return "mp4"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return "vtt"
    return None


class PackFolder:
    """A pack's folder: ``campaign.toml``, ``text/*.toml`` and ``media/*``. Whatever else lies there is not the pack's.

    Args:
        root: the folder.
        findings: where problems are noted.
    """

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self._findings = findings
        self._media: dict[str, str | None] = {}
        self._texts: list[str] = []

    def is_there(self) -> bool:
        """Whether the folder exists and may be looked into; if not, that is noted."""
        try:
            if self.root.is_dir():
                return True
        except OSError:
            self._findings.refuse(SETTINGS, "", _("The folder cannot be read. Check who may open it."))
            return False
        self._findings.refuse(SETTINGS, "", _("There is no such folder. Look at the path."))
        return False

    def toml(self, name: str) -> Mapping[str, object] | None:
        """One TOML file of the pack; ``None``, with the reason noted, if it cannot be read."""
        path = self.root / name
        try:
            if path.is_symlink() or not path.is_file():
                self._findings.refuse(name, "", _("This file is missing."))
                return None
            with path.open("rb") as file:
                raw = file.read(MOST_TOML_BYTES + 1)
        except OSError:
            self._findings.refuse(name, "", _("This file cannot be read. Check who may open it."))
            return None
        if len(raw) > MOST_TOML_BYTES:
            self._findings.refuse(name, "", _("This file is larger than a megabyte, so it is no campaign text."))
            return None
        return self._parsed(name, raw)

    def _parsed(self, name: str, raw: bytes) -> Mapping[str, object] | None:
        try:
            text = raw.decode("utf-8-sig")
            if _ENDLESS_KEY.search(text):
                raise RecursionError
            return tomllib.loads(text)
        except UnicodeDecodeError:
            self._findings.refuse(name, "", _("This file is not saved as UTF-8. Save it again as UTF-8."))
        except tomllib.TOMLDecodeError as error:
            place = _TOML_PLACE.search(str(error))
            if place is None:
                self._findings.refuse(name, "", _("This file ends too early. Look at its last lines."))
            else:
                line, column = place.groups()
                said = _("Line {line}, column {column} is not written as TOML.", line=line, column=column)
                self._findings.refuse(name, "", said)
        except (RecursionError, ValueError):
            # tomllib lets these through for brackets nested a thousand deep and for numbers thousands of digits long.
            self._findings.refuse(name, "", _("This file is nested or numbered beyond reason."))
        return None

    def sweep(self) -> None:
        """Look at every file of the pack once: how many, how large, what they are, and that none is a link."""
        seen: dict[str, str] = {}
        size = 0
        for folder in (TEXT_FOLDER, MEDIA_FOLDER):
            for entry in self._entries(folder):
                name = f"{folder}/{entry.name}"
                if len(seen) >= MOST_FILES:
                    self._findings.refuse(folder, "", _("A pack holds at most {most} files.", most=MOST_FILES))
                    return
                twin = seen.setdefault(folded(name), name)
                if twin != name:
                    self._findings.refuse(name, "", twin_message(name, twin))
                size += self._looked_at(folder, entry)
        if size > MOST_BYTES:
            megabytes = MOST_BYTES // (1024 * 1024)
            self._findings.refuse("media", "", _("A pack holds at most {most} megabytes.", most=megabytes))

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        path = self.root / folder
        if path.is_symlink():
            self._findings.refuse(folder, "", _("This is a link to another place. Put the files here themselves."))
            return []
        try:
            with os.scandir(path) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            return []
        except OSError:
            self._findings.refuse(folder, "", _("This folder cannot be read. Check who may open it."))
            return []

    def _looked_at(self, folder: str, entry: os.DirEntry[str]) -> int:
        """The size of one file in bytes, once it has been found to be what it should be."""
        name = f"{folder}/{entry.name}"
        try:
            if entry.is_symlink():
                self._findings.refuse(name, "", _("This is a link to another place. Put the file here itself."))
            elif not entry.is_file(follow_symlinks=False):
                self._findings.refuse(name, "", _("Only files may lie here. Take it out."))
            elif fault := fault_of_name(name):
                self._findings.refuse(name, "", fault)
            elif folder == MEDIA_FOLDER:
                self._note_media(name, Path(entry.path))
            else:
                self._texts.append(name)
            return entry.stat(follow_symlinks=False).st_size
        except OSError:
            self._findings.refuse(name, "", _("This file cannot be read. Check who may open it."))
            return 0

    def _note_media(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            found = media_type(file.read(_HEAD_BYTES))
        written = path.suffix.lower().lstrip(".").replace("jpeg", "jpg")
        if found is None or found != written:
            said = _("Its content is not what its name says. A pack holds MP4, WebM, PNG, JPEG and WebVTT files.")
            self._findings.refuse(name, "", said)
            found = None
        self._media[name] = found

    def note_undeclared(self, languages: Iterable[str]) -> None:
        """Note the text files of languages that the campaign does not name."""
        declared = {f"text/{code}.toml" for code in languages}
        for name in self._texts:
            if name not in declared:
                self._findings.warn(name, "", _("This language is not among the campaign's languages."))

    def media(self, name: str, types: frozenset[str]) -> Path | None:
        """The path of a media file that :meth:`sweep` found to be of one of these types, else ``None``."""
        return self.root / name if self._media.get(name) in types else None
