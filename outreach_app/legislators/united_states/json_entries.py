"""JSON lists, read entry by entry, so that a problem can be said with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators.csv_rows import located, read_text

Entry = TypeVar("Entry")


def read_entries(path: Path, kind: type[Entry]) -> Iterator[tuple[int, Entry]]:
    """Each entry of a JSON list, with the number of the line where it begins.

    Raises:
        LegislatorsError: it is no JSON list, or an entry lacks something or holds the wrong kind of thing.
    """
    content = read_text(path).encode()
    try:
        raw_entries = msgspec.json.decode(content, type=list[msgspec.Raw])
    except msgspec.DecodeError as error:
        raise _unreadable(path.name, content, error) from error
    reader = msgspec.json.Decoder(kind)
    position, line = 0, 1
    for raw in raw_entries:
        entry = bytes(raw)
        start = content.index(entry, position)
        line += content.count(b"\n", position, start)
        try:
            yield line, reader.decode(entry)
        except msgspec.DecodeError as error:
            raise located(path.name, line, _("this entry cannot be used: {detail}.", detail=str(error))) from error
        line += entry.count(b"\n")
        position = start + len(entry)


def _unreadable(file: str, content: bytes, error: msgspec.DecodeError) -> LegislatorsError:
    """The sentence for a broken file; msgspec names the byte where it stopped."""
    byte = re.search(r"byte ([0-9]+)", str(error))
    stopped = int(byte[1]) if byte else len(content) if "truncated" in str(error) else 0
    return located(file, content.count(b"\n", 0, stopped) + 1, _("this is no JSON list ({detail}).", detail=str(error)))
