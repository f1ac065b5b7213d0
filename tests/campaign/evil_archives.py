"""Archives that nobody made by accident: each the starter pack with one classic trick played on it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from outreach_app.asset_files import asset

TEXTS = {name: asset("starter-campaign", *name.split("/")).read_bytes() for name in ("campaign.toml", "text/en.toml")}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
LINK, DEVICE, PIPE, FOLDER = 0o120777, 0o020666, 0o010644, 0o040755
END_SIZE = 22


def with_entries(*extra: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """The starter's texts and these further entries, as Python's own zipfile writes them."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in TEXTS.items():
            archive.writestr(name, content)
        for told, content in extra:
            archive.writestr(told, content)
    return made.getvalue()


def of_kind(name: str, mode: int) -> zipfile.ZipInfo:
    """An entry that Unix would make something else of than a file."""
    told = zipfile.ZipInfo(name)
    told.create_system, told.external_attr = 3, mode << 16
    return told


def raw_named(name: bytes, content: bytes = PNG) -> bytes:
    """An entry whose name zipfile would not write; it is put in after the fact, with the same length."""
    stand_in = "media/" + "q" * (len(name) - 6) if len(name) > 6 else "q" * len(name)
    return with_entries((stand_in, content)).replace(stand_in.encode(), name)


def fields_of(raw: bytes) -> tuple[int, int, int]:
    """Where the last header starts, where its line in the list starts, and where the list starts."""
    (contents_at,) = struct.unpack_from("<L", raw, len(raw) - END_SIZE + 16)
    place, last = contents_at, contents_at
    while raw[place : place + 4] == b"PK\x01\x02":
        last = place
        lengths = struct.unpack_from("<3H", raw, place + 28)
        place += 46 + sum(lengths)
    (header_at,) = struct.unpack_from("<L", raw, last + 42)
    return header_at, last, contents_at


def patched(raw: bytes, *changes: tuple[int, str, int]) -> bytes:
    """The same bytes with numbers written over: offset, struct letter, value."""
    made = bytearray(raw)
    for place, letter, value in changes:
        struct.pack_into(f"<{letter}", made, place, value)
    return bytes(made)


def told_size(raw: bytes, size: int) -> bytes:
    """The last entry claims another size, in both places."""
    header, listed, _contents = fields_of(raw)
    return patched(raw, (header + 22, "L", size), (listed + 24, "L", size))


def encrypted() -> bytes:
    raw = with_entries(("media/secret.png", PNG))
    header, listed, _contents = fields_of(raw)
    return patched(raw, (header + 6, "H", 1), (listed + 8, "H", 1))


def of_method(method: int) -> bytes:
    raw = with_entries(("media/odd.png", PNG))
    header, listed, _contents = fields_of(raw)
    return patched(raw, (header + 8, "H", method), (listed + 10, "H", method))


def declared_bomb() -> bytes:
    """20 MB of zeros that pack to 20 KB, and say so."""
    return with_entries(("media/bomb.png", PNG + bytes(20_000_000)), method=zipfile.ZIP_DEFLATED)


def undeclared_bomb() -> bytes:
    """The same, claiming to be 100 bytes."""
    return told_size(declared_bomb(), 100)


def many_small_bombs() -> bytes:
    """Each within its ratio, together far beyond what a pack may hold."""
    piece = bytes(range(256)) * 4 + bytes(80_000)
    raw = with_entries(*((f"media/{number}.png", piece) for number in range(150)), method=zipfile.ZIP_DEFLATED)
    made = bytearray(raw)
    _header, _listed, place = fields_of(raw)
    while made[place : place + 4] == b"PK\x01\x02":
        struct.pack_into("<L", made, place + 24, 3_000_000)
        place += 46 + sum(struct.unpack_from("<3H", made, place + 28))
    return bytes(made)


def overlapping() -> bytes:
    """Two entries in the list point to the same bytes, as in the bomb that needs no nesting."""
    raw = with_entries(("media/a.png", PNG), ("media/b.png", PNG))
    _header, listed, _contents = fields_of(raw)
    (before,) = struct.unpack_from("<L", raw, listed - 46 - len("media/a.png") + 42)
    return patched(raw, (listed + 42, "L", before))


def a_million_entries() -> bytes:
    """10^6 empty entries: a list of 60 MB behind one small header."""
    name = b"media/0123456.png"
    line = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    start = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    size = len(line) * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, size, len(start), 0)
    return start + line * 1_000_000 + end


def many_entries_that_say_they_are_few() -> bytes:
    return patched(raw := a_million_entries(), (len(raw) - 14, "H", 3), (len(raw) - 12, "H", 3))


def bytes_before_the_list() -> bytes:
    """Something lies between the last file and the list, and the list's place is told right."""
    raw = with_entries(("media/a.png", PNG))
    _header, _listed, contents = fields_of(raw)
    longer = raw[:contents] + b"hidden" + raw[contents:]
    return patched(longer, (len(longer) - 6, "L", contents + 6))


def twice_told() -> bytes:
    """The list at the end gives an entry another name than its header does."""
    raw = with_entries(("media/one.png", PNG))
    _header, listed, _contents = fields_of(raw)
    return raw[:listed] + raw[listed:].replace(b"media/one.png", b"media/two.png")


def hidden_behind_its_end() -> bytes:
    """A packed file whose bytes go on after its content has ended."""
    raw = with_entries(("media/a.png", PNG))
    header, listed, contents = fields_of(raw)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(PNG) + packer.flush()
    data = header + 30 + len("media/a.png")
    content = packed.ljust(len(PNG), b"\0")
    assert len(content) == len(PNG)
    body = raw[:data] + content + raw[contents:]
    return patched(body, (header + 8, "H", 8), (listed + 10, "H", 8))


def wrong_checksum() -> bytes:
    raw = with_entries(("media/a.png", PNG))
    header, listed, _contents = fields_of(raw)
    return patched(raw, (header + 14, "L", 7), (listed + 16, "L", 7))


def torn_inside() -> bytes:
    """Packed bytes that cannot be opened."""
    raw = with_entries(("media/a.png", PNG * 20), method=zipfile.ZIP_DEFLATED)
    header, _listed, _contents = fields_of(raw)
    return patched(raw, (header + 30 + len("media/a.png"), "L", 0xFFFFFFFF))


def a_whole_pack() -> bytes:
    return with_entries(("media/a.png", PNG))


def written_to(folder: Path, make: Callable[[], bytes]) -> Path:
    file = folder / "evil.campaign"
    file.write_bytes(make())
    return file
