"""The classic evil archives: each refused by name with a sentence, and nothing written but in our own folder."""

from __future__ import annotations

import io
import os
import stat
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach_app.campaign import unpacking
from outreach_app.campaign.checking import examine
from outreach_app.campaign.problems import Problem, Severity
from outreach_app.campaign.unpacking import pack_folder, unpack
from outreach_app.errors import CampaignError, FolderError, StorageFull
from tests.campaign import evil_archives as evil
from tests.campaign.packs import A_DAY

WHOLE = evil.a_whole_pack()

NAMED = [
    ("traversal", lambda: evil.with_entries(("../../evil.png", evil.PNG)), "../../evil.png", "leads out of its folder"),
    ("traversal inside", lambda: evil.with_entries(("media/../../e.png", evil.PNG)), "media/../../e.png", "leads out"),
    ("absolute", lambda: evil.with_entries(("/etc/evil.png", evil.PNG)), "/etc/evil.png", "root of the disk"),
    ("drive letter", lambda: evil.with_entries(("C:/evil.png", evil.PNG)), "C:/evil.png", "drive letter"),
    ("backslash", lambda: evil.raw_named(b"media\\..\\..\\evil.png"), "media\\..\\..\\evil.png", "backslash"),
    ("NUL", lambda: evil.raw_named(b"media/good.png\0.exe"), "media/good.png?.exe", "NUL"),
    ("no name", lambda: evil.with_entries(("media//a.png", evil.PNG)), "media//a.png", "leads out"),
    ("symbolic link", lambda: evil.with_entries((evil.of_kind("media/a.png", evil.LINK), b"/etc/passwd")),
     "media/a.png", "a link to another place"),
    ("device", lambda: evil.with_entries((evil.of_kind("media/a.png", evil.DEVICE), b"")), "media/a.png", "Only files"),
    ("pipe", lambda: evil.with_entries((evil.of_kind("media/a.png", evil.PIPE), b"")), "media/a.png", "Only files"),
    ("folder", lambda: evil.with_entries((evil.of_kind("media/sub/", evil.FOLDER), b"")), "media/sub/", "Only files"),
    ("CON", lambda: evil.with_entries(("media/CON.png", evil.PNG)), "media/CON.png", "for a device"),
    ("NUL.txt", lambda: evil.with_entries(("NUL.txt", b"")), "NUL.txt", "for a device"),
    ("COM1 with blanks", lambda: evil.with_entries(("text/com1 .toml", b"")), "text/com1 .toml", "for a device"),
    ("case twins", lambda: evil.with_entries(("media/A.png", evil.PNG), ("media/a.png", evil.PNG)),
     "media/a.png", "only by capitals"),
    ("Unicode twins", lambda: evil.with_entries(("media/\u00e9.png", evil.PNG), ("media/e\u0301.png", evil.PNG)),
     "media/e\u0301.png", "Use only letters"),
    ("text turned round", lambda: evil.with_entries(("media/\u202egnp.exe", evil.PNG)), "media/?gnp.exe", "U+202E"),
    ("nested archive", lambda: evil.with_entries(("media/more.zip", WHOLE)), "media/more.zip", "archive inside a pack"),
    ("nested in disguise", lambda: evil.with_entries(("media/more.png", WHOLE)), "media/more.png", "not what its name"),
    ("wrong type", lambda: evil.with_entries(("media/film.mp4", b"MZ" + bytes(60))), "media/film.mp4", "not what its"),
    ("a page", lambda: evil.with_entries(("media/page.png", b"<html><script>")), "media/page.png", "not what its name"),
    ("a vector picture", lambda: evil.with_entries(("media/a.svg", b"<svg/>")), "media/a.svg", "not what its name"),
    ("a folder on top", lambda: evil.with_entries(("my/campaign.toml", b"")), "my/campaign.toml", "at the top"),
    ("beside the folders", lambda: evil.with_entries(("run.sh", b"")), "run.sh", "and nothing else"),
    ("encrypted", evil.encrypted, "media/secret.png", "locked with a password"),
    ("unknown way of packing", lambda: evil.of_method(99), "media/odd.png", "not every program can open"),
    ("LZMA", lambda: evil.of_method(14), "media/odd.png", "not every program can open"),
    ("bomb that says so", evil.declared_bomb, "media/bomb.png", "more than 100 times"),
    ("bomb that does not", evil.undeclared_bomb, "media/bomb.png", "opens to more than it says"),
    ("hidden bytes in a file", evil.hidden_behind_its_end, "media/a.png", "damaged"),
    ("wrong checksum", evil.wrong_checksum, "media/a.png", "damaged"),
    ("torn inside", evil.torn_inside, "media/a.png", "damaged"),
    ("one size, two truths", lambda: evil.told_size(WHOLE, 5), "media/a.png", "damaged"),
]  # fmt: skip

AS_A_WHOLE = [
    ("empty", lambda: b"", "no campaign file"),
    ("text", lambda: b"not an archive at all", "no campaign file"),
    ("prefixed", lambda: b"#!/bin/sh\nexit\n" + WHOLE, "no campaign file"),
    ("prefixed with another archive", lambda: WHOLE + WHOLE, "belong to none of its files"),
    ("trailing bytes", lambda: WHOLE + b"more", "belong to none of its files"),
    ("a comment", lambda: evil.patched(WHOLE, (len(WHOLE) - 2, "H", 4)) + b"note", "belong to none of its files"),
    ("truncated", lambda: WHOLE[: len(WHOLE) * 2 // 3], "cut off"),
    ("truncated in its end", lambda: WHOLE[:-3], "none of its files"),
    ("an empty archive", lambda: WHOLE[-22:-18] + bytes(18), "missing"),
    ("in several parts", lambda: evil.patched(WHOLE, (len(WHOLE) - 18, "H", 1)), "several parts"),
    ("a list that points nowhere", lambda: evil.patched(WHOLE, (len(WHOLE) - 6, "L", 7)), "none of its files"),
    ("bytes before the list", evil.bytes_before_the_list, "none of its files"),
    ("overlapping entries", evil.overlapping, "share the same bytes"),
    ("many small bombs", evil.many_small_bombs, "larger than 200 megabytes"),
    ("two lists of contents", evil.twice_told, "two lists differ"),
    ("201 files and more", lambda: evil.with_entries(*((f"media/{n}.png", evil.PNG) for n in range(205))), "200 files"),
    ("10^6 entries", evil.a_million_entries, "200 files"),
    ("10^6 entries that say they are few", evil.many_entries_that_say_they_are_few, "200 files"),
]  # fmt: skip


def refusals(file: Path) -> list[Problem]:
    return [problem for problem in examine(file, A_DAY).problems if problem.severity is Severity.ERROR]


def everything_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def only_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder deep enough to climb out of, where temporary files go too."""
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    return tmp_path


@pytest.mark.parametrize(("make", "file", "sentence"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_a_trick_is_named_with_its_file(only_here: Path, make: Callable[[], bytes], file: str, sentence: str) -> None:
    archive = evil.written_to(only_here / "a" / "b" / "c", make)
    before = everything_in(only_here)
    assert [str(one.text) for one in refusals(archive) if one.file == file and sentence in str(one.text)]
    with pytest.raises(CampaignError):
        with_nothing_left(archive, only_here / "a" / "b" / "c" / "target")
    assert everything_in(only_here) == before


def with_nothing_left(archive: Path, target: Path) -> None:
    """As the demo and a station take it: unpack, then read."""
    from outreach_app.campaign.reading import read_campaign

    with pack_folder(archive) as folder:
        read_campaign(folder)
        unpack(archive, target)


@pytest.mark.parametrize(("make", "sentence"), [row[1:] for row in AS_A_WHOLE], ids=[row[0] for row in AS_A_WHOLE])
def test_an_archive_that_is_wrong_as_a_whole(only_here: Path, make: Callable[[], bytes], sentence: str) -> None:
    archive = evil.written_to(only_here / "a" / "b" / "c", make)
    before = everything_in(only_here)
    assert [str(one.text) for one in refusals(archive) if sentence in str(one.text)]
    with pytest.raises(CampaignError):
        with_nothing_left(archive, only_here / "a" / "b" / "c" / "target")
    assert everything_in(only_here) == before


def test_a_plain_archive_passes(tmp_path: Path) -> None:
    archive = evil.written_to(tmp_path, evil.a_whole_pack)
    assert refusals(archive) == []
    unpack(archive, tmp_path / "out")
    assert {name: (tmp_path / "out" / name).read_bytes() for name in evil.TEXTS} == evil.TEXTS
    assert stat.S_IMODE((tmp_path / "out" / "campaign.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_archives_of_other_programs_pass_too(tmp_path: Path) -> None:
    """Folders as entries, packed files, and sizes told after the content, as programs do that write in one go."""

    class OneGo(io.RawIOBase):
        def __init__(self, file: io.BufferedWriter) -> None:
            self.file = file

        def writable(self) -> bool:
            return True

        def write(self, content: bytes) -> int:
            return self.file.write(content)

    path = tmp_path / "other.campaign"
    with path.open("wb") as file, zipfile.ZipFile(OneGo(file), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(evil.of_kind("text/", evil.FOLDER), b"")
        for name, content in evil.TEXTS.items():
            archive.writestr(name, content)
    unpack(path, tmp_path / "out")
    assert (tmp_path / "out" / "text" / "en.toml").read_bytes() == evil.TEXTS["text/en.toml"]


def test_every_trick_in_one_archive_is_named_at_once(tmp_path: Path) -> None:
    def make() -> bytes:
        return evil.with_entries(
            ("../up.png", evil.PNG), ("media/CON.png", evil.PNG), ("run.sh", b""), ("text/en.txt", b"")
        )

    found = {problem.file for problem in refusals(evil.written_to(tmp_path, make))}
    assert found == {"../up.png", "media/CON.png", "run.sh", "text/en.txt"}


def test_what_is_wrong_in_a_text_is_named_beside_what_is_wrong_in_the_archive(tmp_path: Path) -> None:
    texts = evil.TEXTS | {"campaign.toml": b"nonsense = 1\n" + evil.TEXTS["campaign.toml"]}
    file = tmp_path / "both.campaign"
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in texts.items():
            archive.writestr(name, content)
        archive.writestr("../up.png", evil.PNG)
    assert {(problem.file, problem.key) for problem in refusals(file)} == {
        ("../up.png", ""),
        ("campaign.toml", "nonsense"),
    }


@pytest.mark.parametrize("make", [evil.a_million_entries, evil.undeclared_bomb, evil.many_small_bombs])
def test_memory_stays_small(tmp_path: Path, make: Callable[[], bytes]) -> None:
    file = evil.written_to(tmp_path, make)
    tracemalloc.start()
    try:
        assert refusals(file)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16_000_000, peak


def test_a_bomb_is_left_as_soon_as_it_grows_beyond_its_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    inflated = unpacking._inflated

    def counted(packed: Iterator[bytes]) -> Iterator[bytes]:
        for piece in inflated(packed):
            opened.append(len(piece))
            yield piece

    monkeypatch.setattr(unpacking, "_inflated", counted)
    assert refusals(evil.written_to(tmp_path, evil.undeclared_bomb))
    assert sum(opened) < 2_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.campaign")
    assert "neither a folder nor a file" in str(refusals(tmp_path / "pipe.campaign")[0].text)


def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = evil.written_to(tmp_path, evil.a_whole_pack)

    def full(*_arguments: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(unpacking, "_unpack_one", full)
    with pytest.raises(StorageFull, match="no room"):
        unpack(file, tmp_path / "out")
    assert everything_in(tmp_path) == {"evil.campaign"}


def test_nowhere_to_unpack_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = evil.written_to(tmp_path, evil.a_whole_pack)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(FolderError, match="temporary files"), pack_folder(file):
        pass


def test_nothing_is_left_when_the_work_on_a_pack_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = evil.written_to(tmp_path, evil.a_whole_pack)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError), pack_folder(file) as folder:
        _work_that_fails(folder)
    assert everything_in(tmp_path) == {"evil.campaign"}


def _work_that_fails(folder: Path) -> None:
    assert (folder / "campaign.toml").is_file()
    raise ZeroDivisionError
