"""The ledger is encrypted, opens with its passphrase alone, and tells a stranger's file."""

from __future__ import annotations

import apsw
import pytest

from outreach_app.errors import BookBusy, OpeningError
from outreach_app.office.ledger import Ledger
from tests.office.conftest import WORDS


def test_nothing_in_the_file_can_be_read_without_the_passphrase(tmp_path):
    path = tmp_path / "a.ledger"
    with Ledger(path, WORDS, may_create=True) as ledger, ledger.changing():
        ledger.execute("INSERT INTO withdrawn_tags VALUES ('a-canary-in-the-ledger', 'now')")
    content = path.read_bytes()
    assert b"canary" not in content
    assert b"SQLite format" not in content
    assert b"CREATE TABLE" not in content


def test_another_passphrase_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "a.ledger"
    Ledger(path, WORDS, may_create=True).__exit__(None, None, None)
    with pytest.raises(OpeningError, match="passphrase is another one"):
        Ledger(path, WORDS + "s")


def test_a_passphrase_with_quotes_and_accents_works(tmp_path):
    path = tmp_path / "a.ledger"
    for _time in range(2):
        with Ledger(path, 'it\'s "grün"; --', may_create=True) as ledger:
            assert ledger.number("SELECT count(*) FROM people") == 0


def test_a_missing_ledger_is_a_mistake_unless_one_may_be_made(tmp_path):
    with pytest.raises(OpeningError, match="There is no ledger"):
        Ledger(tmp_path / "none.ledger", WORDS)
    assert not (tmp_path / "none.ledger").exists()


def test_a_plain_database_is_no_ledger(tmp_path):
    path = tmp_path / "plain.db"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(OpeningError):
        Ledger(path, WORDS, may_create=True)
    assert path.read_bytes() == before


def test_a_newer_ledger_asks_for_the_newer_version(tmp_path):
    path = tmp_path / "a.ledger"
    with Ledger(path, WORDS, may_create=True) as ledger:
        ledger.execute("PRAGMA user_version = 99")
    with pytest.raises(OpeningError, match="newer version"):
        Ledger(path, WORDS)


def test_a_transaction_that_fails_changes_nothing(tmp_path):
    with Ledger(tmp_path / "a.ledger", WORDS, may_create=True) as ledger:
        with pytest.raises(ZeroDivisionError):
            write_and_fail(ledger)
        assert ledger.number("SELECT count(*) FROM withdrawn_tags") == 0


def write_and_fail(ledger):
    with ledger.changing():
        ledger.execute("INSERT INTO withdrawn_tags VALUES ('a', 'now')")
        raise ZeroDivisionError


def test_two_programs_cannot_change_a_ledger_at_once(tmp_path):
    path = tmp_path / "a.ledger"
    with Ledger(path, WORDS, may_create=True) as first, Ledger(path, WORDS) as second, first.changing():
        change = second.changing()
        with pytest.raises(BookBusy):
            change.__enter__()
