"""Malformed packs by the thousand: each is refused or read, with a sentence for each problem, and nothing else happens.

python -m tests.campaign.malformed --packs 2000 [--seed S]

Every pack starts from a good one, is spoilt in one to five ways by a seeded hand, and is given as a folder or as a
``.campaign`` file. Some of the ways are planted: what must be named for them is known, and all of it must be named at
once. Prints what came of it; ends with 1 if anything else than a verdict did.
"""

from __future__ import annotations

import argparse
import copy
import random
import shutil
import sys
import tempfile
import time
import tomllib
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from outreach_app.asset_files import asset
from outreach_app.campaign.checking import Examination, examine
from outreach_app.campaign.problems import Severity
from outreach_app.campaign.reading import read_campaign
from outreach_app.errors import CampaignError
from outreach_app.language import Tongue
from tests.campaign.packs import A_DAY, document

BASES = {
    "starter": asset("starter-campaign"),
    "take-it-down": asset("campaigns", "take-it-down"),
    "riverbend-library": asset("campaigns", "riverbend-library"),
}
MEDIA = {
    "a.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(24),
    "a.jpg": b"\xff\xd8\xff\xe0" + bytes(24),
    "a.mp4": b"\x00\x00\x00\x18ftypmp42" + bytes(24),
    "a.webm": b"\x1a\x45\xdf\xa3" + bytes(24),
    "a.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
}
ODD_TEXTS = (
    "", " ", "<b>bold</b>", "<script>alert(1)</script>", "<img src='https://example.org/x.png'>", "&lt;", "%s %n",
    "{}", "{name", "{bill}", "{0.__class__}", "\x00", "\x1b[31mred", "\x07", "a\u202eb", "a\u2066b", "\u200b",
    "\ufeffa", "\ud7ff", "\U000e0041", "a\tb", "a\r\nb", "\u0301" * 200, "\U0001f600" * 300, "x" * 100_000,
    "media/../../x", "file:///etc/passwd",
    "javascript:alert(1)", "https://user@example.org/", "https://127.0.0.1/", "https://[::1]/", "http://example.org/",
    "https://xn--80ak6aa92e.com/", "https://example.org:8443/", "tel:911", "never", "$(reboot)",
    "'; DROP TABLE", "..", "/",
)  # fmt: skip
ODD_VALUES = (
    True, False, 0, -1, 2**63, 10**400, 0.5, float("inf"), float("nan"), date.min, date.max, [], {}, [[]], [[[[]]]],
    [0], [""], {"": ""}, {"a": {"b": {"c": []}}}, [{}], [{"id": "x"}, {"id": "x"}], ["en", "en"], *ODD_TEXTS,
)  # fmt: skip
ODD_NAMES = (
    "../evil.png", "/evil.png", "C:evil.png", "a\\b.png", "CON.png", "nul.txt", "A.PNG", "\u00e9.png", "e\u0301.png",
    "a b.png", "a.svg", "a.html", "a.qml", "a.ttf", "a.zip", "a.exe", "x" * 150 + ".png", ".hidden", "-rf.png",
    "a\u202e.png", "a\nb.png",
)  # fmt: skip
PLANTED: tuple[tuple[str, str, tuple[object, ...], object], ...] = (
    ("campaign.toml", "page.url", ("page", "url"), "http://example.org/"),
    ("campaign.toml", "pledge.approved", ("pledge", "approved"), "yes"),
    ("campaign.toml", "pledge.minimum_age", ("pledge", "minimum_age"), "eighteen"),
    ("campaign.toml", "organisation", ("organisation",), "a\u202eb"),
    ("campaign.toml", "version", ("version",), 7),
    ("campaign.toml", "surprise", ("surprise",), 1),
    ("text/en.toml", "name", ("name",), "\x1b[2J"),
    ("text/en.toml", "slides", ("slides",), "no list"),
    ("text/en.toml", "help.lead", ("help", "lead"), "{visitor}"),
    ("text/en.toml", "surprise", ("surprise",), "nobody asked"),
)
"""File and key that must be named, the place that is spoilt, and with what."""


@dataclass
class Spoilt:
    """A pack on its way: its tables, its raw files, and what must be named in the end."""

    tables: dict[str, dict[str, object]]
    media: dict[str, bytes]
    raw: dict[str, bytes] = field(default_factory=dict)
    must_name: set[tuple[str, str]] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    def files(self) -> dict[str, bytes]:
        texts = {name: document(tables).encode("utf-8", "surrogatepass") for name, tables in self.tables.items()}
        return {**texts, **{f"media/{name}": content for name, content in self.media.items()}, **self.raw}


@dataclass
class Outcome:
    """What a run came to."""

    refused: int = 0
    usable: int = 0
    problems: int = 0
    faults: list[str] = field(default_factory=list)
    ways: Counter[str] = field(default_factory=Counter)


def good_pack(chance: random.Random) -> Spoilt:
    base = BASES[chance.choice(sorted(BASES))]
    files = ["campaign.toml", *(f"text/{path.name}" for path in sorted((base / "text").glob("*.toml")))]
    tables = {name: tomllib.loads((base / name).read_text(encoding="utf-8")) for name in files}
    return Spoilt(copy.deepcopy(tables), dict(chance.sample(sorted(MEDIA.items()), 2)))


def spoil(pack: Spoilt, chance: random.Random) -> list[str]:
    """Spoil a pack in one to five ways; returns their names."""
    ways = chance.choices(list(WAYS), k=chance.randint(1, 5))
    for way in ways:
        WAYS[way](pack, chance)
    if not pack.raw and chance.random() < 0.5:
        plant(pack, chance)
        ways.append("planted")
    return ways


def plant(pack: Spoilt, chance: random.Random) -> None:
    pack.tables.update(copy.deepcopy(good_pack(chance).tables))
    for file, key, path, value in chance.sample(PLANTED, chance.randint(2, 5)):
        inside: object = pack.tables[file]
        for name in path[:-1]:
            inside = inside[name]
        inside[path[-1]] = value
        pack.must_name.add((file, key))


def _place(pack: Spoilt, chance: random.Random) -> tuple[object, object]:
    """A table or list of the pack and a key in it."""
    inside: object = pack.tables[chance.choice(sorted(pack.tables))]
    while True:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            return {"x": 0}, "x"
        key = chance.choice(keys)
        value = inside[key]
        if not isinstance(value, dict | list) or not value or chance.random() < 0.15:
            return inside, key
        inside = value


def drop(pack: Spoilt, chance: random.Random) -> None:
    inside, key = _place(pack, chance)
    del inside[key]


def exchange(pack: Spoilt, chance: random.Random) -> None:
    inside, key = _place(pack, chance)
    inside[key] = copy.deepcopy(chance.choice(ODD_VALUES))


def misspell(pack: Spoilt, chance: random.Random) -> None:
    inside, key = _place(pack, chance)
    if isinstance(inside, dict) and isinstance(key, str):
        inside[chance.choice((key + "s", key.upper(), "\x1b" + key, key[::-1], ""))] = inside.pop(key)


def repeat(pack: Spoilt, chance: random.Random) -> None:
    inside, key = _place(pack, chance)
    if isinstance(inside, list):
        inside.extend([copy.deepcopy(inside[key])] * chance.choice((1, 70)))


def tear(pack: Spoilt, chance: random.Random) -> None:
    name = chance.choice(sorted(pack.tables))
    content = document(pack.tables[name]).encode("utf-8", "surrogatepass")
    at = chance.randrange(len(content) + 1)
    garbage = chance.choice(
        (b"", b"\x00", b"\xff\xfe", b"[" * 3000, b"\xef\xbb\xbf", bytes(chance.randbytes(40)), b"=", b'"""')
    )
    pack.raw[name] = chance.choice(
        (content[:at], content[:at] + garbage + content[at:], content.decode().encode("utf-16"))
    )


def leave_out(pack: Spoilt, chance: random.Random) -> None:
    del pack.tables[chance.choice(sorted(pack.tables))]
    if not pack.tables:
        pack.tables["text/en.toml"] = {}


def add_media(pack: Spoilt, chance: random.Random) -> None:
    pack.media[chance.choice(ODD_NAMES)] = chance.choice(sorted(MEDIA.values()))


def spoil_media(pack: Spoilt, chance: random.Random) -> None:
    name = chance.choice(sorted(MEDIA))
    content = MEDIA[name]
    cut = content[: chance.randrange(len(content))]
    other = MEDIA[chance.choice(sorted(MEDIA))]
    pack.media[name] = chance.choice((cut, b"", b"PK\x03\x04" + content, chance.randbytes(64), other, content * 2000))


def name_media(pack: Spoilt, chance: random.Random) -> None:
    """Let the campaign show media that are there, missing, or of another kind."""
    name = chance.choice((*(f"media/{media}" for media in MEDIA), "media/none.mp4", "../a.mp4", "text/en.toml"))
    pack.tables.setdefault("campaign.toml", {})[chance.choice(("film", "loop"))] = {
        "file": name, "seconds": chance.choice((10, 0, "x")), "poster": chance.choice((name, "media/a.png")),
        "captions": {"en": "media/a.vtt"},
    }  # fmt: skip


def link_away(pack: Spoilt, chance: random.Random) -> None:
    pack.links.append(chance.choice(("campaign.toml", "text/en.toml", "media/link.png", "media", "text")))


WAYS: Mapping[str, Callable[[Spoilt, random.Random], None]] = {
    "dropped": drop,
    "exchanged": exchange,
    "misspelt": misspell,
    "repeated": repeat,
    "torn": tear,
    "left out": leave_out,
    "odd name": add_media,
    "odd media": spoil_media,
    "media shown": name_media,
    "linked": link_away,
}


def as_folder(pack: Spoilt, folder: Path) -> Path:
    folder.mkdir()
    for name, content in pack.files().items():
        path = folder / name
        if ".." in name or name.startswith("media//") or "\\" in name or len(path.name) > 200:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in sorted(set(pack.links), reverse=True):
        path = folder / name
        if path.parent.is_symlink():
            continue
        if path.is_dir():
            shutil.rmtree(path)
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to("/etc/hostname")
    return folder


def as_file(pack: Spoilt, file: Path, chance: random.Random) -> Path:
    with zipfile.ZipFile(file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, content in pack.files().items():
            told = zipfile.ZipInfo(name)
            told.compress_type = archive.compression
            if name in pack.links:
                told.create_system, told.external_attr = 3, 0o120777 << 16
            archive.writestr(told, content)
    raw = bytearray(file.read_bytes())
    if not pack.must_name and chance.random() < 0.5:
        match chance.randrange(4):
            case 0:
                raw = raw[: chance.randrange(len(raw))]
            case 1:
                raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
            case 2:
                raw = bytearray(chance.randbytes(9)) + raw
            case _:
                raw += chance.randbytes(9)
    file.write_bytes(raw)
    return file


def judge(pack: Path, spoilt: Spoilt, outcome: Outcome) -> None:
    """Check one pack as a person would, and read it as a station would; note whatever is not a verdict."""
    found = examine(pack, A_DAY)
    outcome.problems += len(found.problems)
    outcome.faults += _faults_of(found, spoilt)
    if pack.is_dir():
        try:
            read_campaign(pack)
            was_read = True
        except CampaignError:
            was_read = False
        if was_read != found.is_usable:
            outcome.faults.append("reading and checking disagree")
    if found.is_usable:
        outcome.usable += 1
    else:
        outcome.refused += 1


def _faults_of(found: Examination, spoilt: Spoilt) -> list[str]:
    faults = []
    for problem in found.problems:
        said = Tongue("en").say(problem.text)
        if not problem.file or not said.endswith((".", ")")) or not (problem.file + problem.key + said).isprintable():
            faults.append(f"not a sentence for a terminal: {problem.file!r} {problem.key!r} {said!r}")
    refused = {(problem.file, problem.key) for problem in found.problems if problem.severity is Severity.ERROR}
    faults += [f"not named: {file}, {key}" for file, key in sorted(spoilt.must_name - refused)]
    return faults


def run(packs: int, seed: int) -> Outcome:
    """Try so many packs; the same seed tries the same ones."""
    outcome = Outcome()
    kept = tempfile.tempdir
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        (room / "scratch").mkdir()
        tempfile.tempdir = str(room / "scratch")
        try:
            for number in range(packs):
                _try_one(number, random.Random(f"{seed}/{number}"), room, outcome)
        finally:
            tempfile.tempdir = kept
    return outcome


def _try_one(number: int, chance: random.Random, room: Path, outcome: Outcome) -> None:
    spoilt = good_pack(chance)
    outcome.ways.update(spoil(spoilt, chance))
    is_folder = chance.random() < 0.5
    if spoilt.must_name:
        spoilt.links.clear()
    pack = as_folder(spoilt, room / "pack") if is_folder else as_file(spoilt, room / "pack.campaign", chance)
    there = {path.relative_to(room) for path in room.rglob("*")}
    try:
        judge(pack, spoilt, outcome)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this run looks for
        outcome.faults.append(f"pack {number}: {type(error).__name__}: {error}")
    if {path.relative_to(room) for path in room.rglob("*")} != there:
        outcome.faults.append(f"pack {number}: files were left or changed")
    shutil.rmtree(room / "pack", ignore_errors=True)
    (room / "pack.campaign").unlink(missing_ok=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    began = time.monotonic()
    outcome = run(given.packs, given.seed)
    print(f"{given.packs} packs: {outcome.refused} refused, {outcome.usable} usable, {outcome.problems} problems named")
    print("spoilt: " + ", ".join(f"{way} {count}" for way, count in sorted(outcome.ways.items())))
    print(f"{time.monotonic() - began:.0f} s")
    for fault in outcome.faults[:40]:
        print(f"FAULT {fault}", file=sys.stderr)
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
