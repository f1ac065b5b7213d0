"""The file itself: what is refused, that it never changes, and that building leaves nothing half made."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from datetime import date

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.errors import LegislatorsError
from outreach_app.legislators import building
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.legislators.table_folder import read_table_folder
from tests.legislators.made_up_country import write_tables

TODAY = date(2026, 6, 20)


@pytest.fixture
def file(tmp_path):
    return build_sample_pack(tmp_path / "sample.lawmakers")


def refusal(path):
    with pytest.raises(LegislatorsError) as refused:
        LegislatorPack.open(path)
    return str(refused.value)


def sealed_anew(file, change):
    """The file after a change to its database, with the digest that belongs to it."""
    database = change(file.read_bytes()[: -building.DIGEST_BYTES])
    file.write_bytes(database + building.digest_of(database))


def test_a_missing_file_is_said(tmp_path):
    path = tmp_path / "none.lawmakers"
    assert refusal(path) == f"The lawmaker list {path} cannot be read: No such file or directory."


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 100, b"SQLite format 3\x00"])
def test_something_else_is_said_to_be_no_list(tmp_path, content):
    path = tmp_path / "other"
    path.write_bytes(content)
    assert "is not a lawmaker list of this program" in refusal(path)


def test_a_database_of_another_program_is_said_to_be_no_list(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE person (id)")
    connection.close()
    assert "is not a lawmaker list of this program" in refusal(path)


def test_a_newer_list_asks_for_a_newer_program(file):
    newer = (building.FORMAT + 1).to_bytes(4, "big")
    sealed_anew(file, lambda database: database[:60] + newer + database[64:])
    assert "made by a newer version of this program" in refusal(file)


@pytest.mark.parametrize("missing_bytes", [1, 4096, 9000])
def test_a_file_cut_short_is_damaged(file, missing_bytes):
    os.truncate(file, file.stat().st_size - missing_bytes)
    assert "is damaged" in refusal(file)


def test_a_list_without_its_tables_is_damaged(tmp_path):
    path = tmp_path / "empty.lawmakers"
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA application_id = {building.APPLICATION_ID}; CREATE TABLE about (name, value)")
    connection.close()
    database = path.read_bytes()
    path.write_bytes(database + building.digest_of(database))
    assert "is damaged" in refusal(path)


@given(some.integers(0, 40_000), some.binary(min_size=1, max_size=64))
def test_damage_anywhere_is_said_when_the_list_is_opened(tmp_path_factory, offset, content):
    file = build_sample_pack(tmp_path_factory.mktemp("damaged") / "sample.lawmakers")
    before = file.read_bytes()
    offset %= len(before) - len(content)
    after = before[:offset] + content + before[offset + len(content) :]
    file.write_bytes(after)
    if after != before:
        assert "damaged" in refusal(file) or "not a lawmaker list" in refusal(file) or "newer" in refusal(file)


def test_one_changed_digit_of_a_phone_number_is_damage(file):
    file.write_bytes(file.read_bytes().replace(b"2025550143", b"2025550144"))
    assert "is damaged" in refusal(file)


def test_a_whole_list_with_a_broken_manifest_is_damaged(file):
    sealed_anew(file, lambda database: database.replace(b'"length":5', b'"length":x'))
    assert "is damaged" in refusal(file)


def test_any_program_that_reads_sqlite_can_read_the_list(file):
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM person").fetchone() == (5,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_asking_writes_nothing_even_in_a_folder_that_cannot_be_written(file):
    before = file.read_bytes()
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        with LegislatorPack.open(file) as pack:
            assert pack.look_up("43215", TODAY).people
        assert list(file.parent.iterdir()) == [file]
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["list with spaces", "50% ?#&=list", "lista española"])
def test_a_file_may_have_any_name(tmp_path, name):
    with LegislatorPack.open(build_sample_pack(tmp_path / name)) as pack:
        assert pack.title == "Sample list (invented people)"
        assert (pack.as_of, pack.is_sample) == (date(2026, 11, 3), True)


@pytest.fixture
def restless():
    """Threads take turns a thousand times as often as they would."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless")
def test_many_threads_may_ask_one_pack_at_once(file):
    answers, failures = [], []

    def ask():
        try:
            answers.extend(pack.look_up(code, TODAY) for _ in range(600) for code in ("43215", "20001"))
            for number in range(2000):
                pack.look_up(f"{number:05}", TODAY)
        except Exception as error:  # noqa: BLE001 - whatever a thread raises has to reach the test
            failures.append(error)

    with LegislatorPack.open(file) as pack:
        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failures == []
    assert len(set(map(repr, answers))) == 2


def test_a_list_in_use_may_be_replaced_and_still_answers_from_the_old_one(file, tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    write_tables(folder)
    with LegislatorPack.open(file) as pack:
        build_pack(read_table_folder(folder), file)
        assert pack.look_up("43215", TODAY).people[0].name == "Maria Aldous"
    with LegislatorPack.open(file) as pack:
        assert pack.title == "Assembly of Lerna"


def test_the_same_tables_make_the_same_file(tmp_path):
    one, two = (build_sample_pack(tmp_path / name).read_bytes() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_list_stays_and_nothing_else(file, monkeypatch, step):
    before = file.read_bytes()

    def refuse(*_arguments):
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(building.os, "fsync", refuse)
    else:
        monkeypatch.setattr(building.Path, "replace", refuse)
    with pytest.raises(LegislatorsError, match="cannot be written: No space left on device"):
        build_sample_pack(file)
    assert list(file.parent.iterdir()) == [file]
    assert file.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(LegislatorsError, match="cannot be written: No such file or directory"):
        build_sample_pack(tmp_path / "none" / "sample.lawmakers")


def test_closing_twice_does_no_harm(file):
    pack = LegislatorPack.open(file)
    pack.close()
    pack.close()


def test_a_list_of_the_first_layout_is_still_read(file):
    """Written by the program before lists brought words of their own: no names of divisions, no titles."""
    connection = apsw.Connection(":memory:")
    connection.deserialize("main", file.read_bytes()[: -building.DIGEST_BYTES])
    connection.execute("ALTER TABLE division DROP COLUMN name; PRAGMA user_version = 1; VACUUM")
    database = connection.serialize("main")
    connection.close()
    with LegislatorPack.open(file) as pack:
        now = pack.look_up("43215", TODAY)
    file.write_bytes(database + building.digest_of(database))
    assert int.from_bytes(file.read_bytes()[60:64], "big") == 1
    with LegislatorPack.open(file) as pack:
        assert pack.look_up("43215", TODAY) == now
