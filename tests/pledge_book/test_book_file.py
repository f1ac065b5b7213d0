"""The file itself: strangers' files, newer and older ones, and what a connection is told."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import apsw
import pytest

from outreach_app.errors import BookUnusable, StorageFailed
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.book_file import APPLICATION_ID, MIGRATIONS, BookFile
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.pledge_book.ports import BookPorts
from tests.pledge_book.conftest import RECIPIENTS
from tests.pledge_book.killing import REPOSITORY
from tests.pledge_book.people import NOON, TABLE, pledge, seeded
from tests.pledge_book.quick_folder import QUICK

NEXT = (*MIGRATIONS, ("ALTER TABLE receipt ADD COLUMN note TEXT",))


def test_every_connection_is_told_the_settings_that_survive_a_power_cut(new_book):
    connection = new_book()._chained.file._connection
    assert connection.pragma("journal_mode") == "truncate"
    assert connection.pragma("synchronous") == 3
    assert connection.pragma("secure_delete") == 1
    assert connection.pragma("locking_mode") == "exclusive"
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == len(MIGRATIONS)


def test_another_program_s_database_is_left_as_it_is(path):
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(BookUnusable, match="another program"):
        PledgeBook.open(path, RECIPIENTS)
    with pytest.raises(BookUnusable, match="already"):
        BookFile(path, must_be_new=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_what_is_no_book_is_a_sentence(path, content):
    path.write_bytes(content)
    with pytest.raises(BookUnusable):
        PledgeBook.open(path, RECIPIENTS)
    assert path.read_bytes() == content


def test_a_missing_book_is_a_sentence_and_is_not_made(path):
    with pytest.raises(BookUnusable, match="no pledge book"):
        PledgeBook.open(path, RECIPIENTS)
    assert not path.exists()


def test_a_newer_book_asks_for_the_newer_version(new_book, path):
    new_book().close()
    PledgeBook.open(path, RECIPIENTS, BookPorts(migrations=NEXT)).close()
    with pytest.raises(BookUnusable, match="newer version"):
        PledgeBook.open(path, RECIPIENTS)


def test_an_older_book_is_brought_up_to_date_and_loses_nothing(new_book, path):
    book = new_book()
    code = book.sign(pledge()).withdrawal_code
    slip = book.slip
    book.close()
    newer = PledgeBook.open(path, RECIPIENTS, BookPorts(migrations=NEXT))
    assert newer.slip == slip
    assert newer._chained.file._connection.pragma("user_version") == 2
    assert newer.withdraw(code) == 1
    newer.close()


def test_a_migration_that_fails_leaves_the_book_as_it_was(new_book, path):
    new_book().close()
    broken = (*NEXT, ("ALTER TABLE nowhere ADD COLUMN note TEXT",))
    with pytest.raises(apsw.SQLError):
        PledgeBook.open(path, RECIPIENTS, BookPorts(migrations=broken))
    book = PledgeBook.open(path, RECIPIENTS)
    assert book._chained.file._connection.pragma("user_version") == 1
    book.close()


def test_a_changed_line_in_the_file_is_found_at_opening(new_book, path):
    book = new_book()
    for _time in range(3):
        book.sign(pledge())
    book.close()
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE entries SET line = replace(line, '\"number\":2', '\"number\":7') WHERE seq = 2")
    connection.close()
    with pytest.raises(BookUnusable, match="does not hold together at entry 2"):
        PledgeBook.open(path, RECIPIENTS)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere, and Windows differs")
def test_a_folder_that_may_not_be_written_is_a_sentence(new_book, path):
    new_book().close()
    path.parent.chmod(0o500)
    try:
        with pytest.raises(StorageFailed):
            PledgeBook.open(path, RECIPIENTS).sign(pledge())
    finally:
        path.parent.chmod(0o700)


RACER = """
import sys
from pathlib import Path
from outreach_app.errors import BookBusy, BookUnusable
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.enrolment import throwaway_recipients
from tests.pledge_book.people import NOON, TABLE, pledge, seeded
folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
keys = throwaway_recipients(seeded(1))
for turn in range(rounds):
    path = folder / str(turn)
    is_there = path.exists()
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        book = PledgeBook.open(path, keys) if is_there else PledgeBook.create(path, keys, TABLE, NOON)
    except (BookBusy, BookUnusable):
        print("refused", flush=True)
        sys.stdin.readline()
        continue
    print("has", book.sign(pledge()).number, flush=True)
    sys.stdin.readline()
    book.close()
"""


def test_of_two_programs_that_race_for_a_book_one_has_it_and_one_is_told_so():
    rounds = 100
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        for turn in range(0, rounds, 2):
            PledgeBook.create(Path(folder) / str(turn), throwaway_recipients(seeded(1)), TABLE, NOON).close()
        command = [sys.executable, "-c", RACER, folder, str(rounds)]
        racers = [
            subprocess.Popen(
                command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
            for _racer in range(2)
        ]
        try:
            for _turn in range(rounds):
                assert [racer.stdout.readline() for racer in racers] == ["ready\n", "ready\n"]
                for racer in racers:
                    racer.stdin.write("go\n")
                assert sorted(racer.stdout.readline() for racer in racers) == ["has 1\n", "refused\n"]
                for racer in racers:
                    racer.stdin.write("next\n")
        finally:
            for racer in racers:
                racer.stdin.close()
                racer.wait(timeout=20)
                racer.stdout.close()
