"""Captions of a film: WebVTT, as the W3C's note of 4 April 2019 describes it, without Qt.

Read are the cues' times and texts. Styles, regions and settings are passed over: size and place are the kiosk's own, so
that captions are readable in every pack. Marks inside a cue (voices, classes, italics) are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outreach_app.domain.campaign import Film
from outreach_app.errors import CampaignError
from outreach_app.language import _

MOST_BYTES = 1024 * 1024
MOST_CUES = 5_000
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:\s.*)?")
_MARK = re.compile(r"<[^>]*>")
_PASSED_OVER = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class Cue:
    """One caption: the seconds from which and until which it is shown, and its lines, parted by line breaks."""

    begin: float
    end: float
    text: str


@dataclass(frozen=True)
class FoundCaptions:
    """The captions to show, and whether a file on the way to them is broken or says nothing."""

    cues: tuple[Cue, ...]
    has_broken: bool


def find_captions(film: Film, language: str, fallback: str) -> FoundCaptions:
    """Those of a language, or of the campaign's own where there are none that can be read; perhaps none at all."""
    has_broken = False
    for code in dict.fromkeys((language, fallback)):
        path = film.captions.get(code)
        if path is None:
            continue
        try:
            cues = read_captions(path)
        except CampaignError:
            cues = ()
        if cues:
            return FoundCaptions(cues, has_broken)
        has_broken = True
    return FoundCaptions((), has_broken)


def read_captions(path: Path) -> tuple[Cue, ...]:
    """The cues of a file in the order they begin.

    Raises:
        CampaignError: the file cannot be read or is no WebVTT; the sentence names the line.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CampaignError(_("The captions {name} cannot be read.", name=path.name)) from error
    if len(raw) > MOST_BYTES:
        raise CampaignError(_("The captions {name} are larger than a megabyte.", name=path.name))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CampaignError(_("The captions {name} are not saved as UTF-8.", name=path.name)) from error
    return parse_captions(text, path.name)


def parse_captions(text: str, name: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT text; ``name`` is the file's, for the sentence of an error.

    Raises:
        CampaignError: it is no WebVTT; the sentence names the line.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")
    if re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]) is None:
        raise CampaignError(_("The captions {name} do not begin with WEBVTT.", name=name))
    cues = [cue for block in _blocks(lines) if (cue := _cue(block, name)) is not None]
    if len(cues) > MOST_CUES:
        raise CampaignError(_("The captions {name} hold more than {most} cues.", name=name, most=MOST_CUES))
    return tuple(sorted(cues, key=lambda cue: cue.begin))


def caption_at(cues: tuple[Cue, ...], seconds: float) -> str:
    """What is said at a moment; two cues at once stand one below the other. Empty where nothing is said."""
    return "\n".join(cue.text for cue in cues if cue.begin <= seconds < cue.end)


_Block = list[tuple[int, str]]
"""Lines with their numbers, counted from one."""


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """What stands between empty lines, without the head."""
    block: _Block = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            if block[0][0] != 1:
                yield block
            block = []


def _cue(block: _Block, name: str) -> Cue | None:
    """The cue of a block; ``None`` for a note, a style, a region or a cue that says nothing."""
    if block[0][1].split()[0] in _PASSED_OVER and "-->" not in block[0][1]:
        return None
    # A cue may have a name of its own in the line above its times.
    at = 0 if "-->" in block[0][1] else 1
    number, timing = block[min(at, len(block) - 1)]
    found = _TIMING.fullmatch(timing)
    if found is None:
        said = _(
            "Line {line} of the captions {name} holds no times such as 00:01.000 --> 00:04.000.", **_at(number, name)
        )
        raise CampaignError(said)
    parts = found.groups()
    begin, end = _seconds(parts[:4]), _seconds(parts[4:])
    if end <= begin:
        raise CampaignError(_("The caption in line {line} of {name} ends before it begins.", **_at(number, name)))
    text = "\n".join(_plain(line) for _number, line in block[at + 1 :]).strip()
    return Cue(begin, end, text) if text else None


def _at(line: int, name: str) -> dict[str, object]:
    return {"line": line, "name": name}


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60_000 + seconds * 1000 + thousandths) / 1000


def _plain(line: str) -> str:
    bare = _MARK.sub("", line)
    if "&" in bare:
        # Hardly any captions name a letter, and it brings in the names of two thousand.
        import html

        bare = html.unescape(bare)
    return bare.strip()
