"""Who asked at a table to be erased, without a code: found by name and address, erased for good, and nobody else."""

from __future__ import annotations

import itertools
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach_app.domain.pledge import ClockReading
from outreach_app.errors import OpeningError
from outreach_app.office import erasing
from outreach_app.office.erasing import erase_sure, erase_these, standing_requests, whom_they_mean
from outreach_app.office.ledger import Ledger
from outreach_app.office.people import count, people
from outreach_app.office.receiving import receive
from outreach_app.office.verdicts import Verdict
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.sealing import PADDED_BYTES
from tests.office.conftest import WORDS
from tests.pledge_book.people import NOON, TABLE, pledge

ADA = {"given_name": "Ada", "family_name": "Oyelaran", "email": "ada@example.org"}


THE_DAY_OF_ERASING = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def days_after_the_fair(monkeypatch):
    monkeypatch.setattr(erasing, "stamp", THE_DAY_OF_ERASING.isoformat)


class Tables:
    """Tables whose sticks are brought to one office, in any order."""

    def __init__(self, folder: Path, office) -> None:
        self._folder, self._office, self._numbers = folder, office, itertools.count()
        self.ledger = Ledger(folder / "office.ledger", WORDS, may_create=True)
        self._books: list[PledgeBook] = []

    def table(self) -> PledgeBook:
        recipients = self._office.enrolment.recipients
        book = PledgeBook.create(self._folder / f"book-{next(self._numbers)}", recipients, TABLE, NOON)
        self._books.append(book)
        return book

    def copy(self, book: PledgeBook) -> Path:
        stick = self._folder / f"stick-{next(self._numbers)}"
        stick.mkdir()
        return copy_out(book, DurableFolder(stick)).path

    def bring(self, pack: Path) -> Verdict:
        return receive(self.ledger, self._office.keys.opener, pack, lambda _bytes: None).verdict

    def names(self) -> list[str]:
        return sorted(person.pledge.given_name for person in people(self.ledger))

    def close(self) -> None:
        for book in self._books:
            book.close()
        self.ledger.__exit__(None, None, None)


@pytest.fixture
def tables(tmp_path, office):
    tables = Tables(tmp_path, office)
    yield tables
    tables.close()


def test_name_and_address_are_enough_and_no_older_stick_brings_the_person_back(tables):
    fair = tables.table()
    fair.sign(pledge(**ADA))
    fair.sign(pledge("Bo"))
    early = tables.copy(fair)
    fair.request_erasure("ada OYELARAN", "Ada@Example.org")
    late = tables.copy(fair)
    tables.bring(late)
    [meant] = erase_sure(tables.ledger)
    assert [person.pledge.given_name for person in meant.sure] == ["Ada"]
    assert tables.names() == ["Bo"]
    assert tables.bring(early) is Verdict.SUPERSEDED
    assert tables.bring(late) is Verdict.DUPLICATE
    assert tables.names() == ["Bo"]
    assert count(tables.ledger).erasure_requests == 0


def test_a_pack_of_another_table_that_comes_later_brings_nobody_back(tables):
    market, fair = tables.table(), tables.table()
    market.sign(pledge("Ada", email="ADA@example.org"))
    market.sign(pledge("Bo"))
    fair.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    erase_sure(tables.ledger)
    assert tables.bring(tables.copy(market)) is Verdict.OPEN
    assert tables.names() == ["Bo"]


def test_whoever_signs_again_afterwards_of_their_own_will_stays(tables):
    fair, next_year = tables.table(), tables.table()
    fair.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    erase_sure(tables.ledger)
    tomorrow = THE_DAY_OF_ERASING + timedelta(days=1)
    next_year.sign(pledge(**ADA, signed_at=ClockReading(tomorrow, "UTC", is_trusted=True)))
    next_year.sign(pledge(**ADA, signed_at=ClockReading(tomorrow, "UTC", is_trusted=False)))
    tables.bring(tables.copy(next_year))
    assert tables.names() == ["Ada"], "a clock nobody trusts speaks for nobody's coming back"


def test_one_of_a_couple_who_share_an_address_stays_now_and_later(tables):
    fair, market = tables.table(), tables.table()
    fair.sign(pledge(**ADA))
    fair.sign(pledge("Bo", family_name="Oyelaran", email="ada@example.org"))
    market.sign(pledge("Bo", family_name="Oyelaran", email="ada@example.org"))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    erase_sure(tables.ledger)
    tables.bring(tables.copy(market))
    assert tables.names() == ["Bo", "Bo"]


def test_without_an_address_the_only_one_of_that_name_in_the_book_is_meant(tables):
    fair, market = tables.table(), tables.table()
    fair.sign(pledge("Inés", family_name="Flores", email=None))
    market.sign(pledge("Inés", family_name="Flores", email=None))
    fair.request_erasure("Ines Flores", "")
    tables.bring(tables.copy(fair))
    tables.bring(tables.copy(market))
    [meant] = erase_sure(tables.ledger)
    assert len(meant.sure) == 1
    [left] = people(tables.ledger)
    assert not left.id.startswith(meant.request.event)


@pytest.mark.parametrize(
    "signed",
    [
        [{"given_name": "Ada", "family_name": "Oyelaran", "email": None}] * 2,
        [{**ADA, "email": "ada@exmaple.org"}],
        [{**ADA, "given_name": "Bo", "family_name": "Quill"}],
    ],
    ids=["father and son", "an address that was mistyped at signing", "another name at the address"],
)
def test_whoever_is_in_doubt_is_shown_and_kept_until_a_person_decides(tables, signed):
    fair = tables.table()
    for fields in signed:
        fair.sign(pledge(**fields))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    [meant] = erase_sure(tables.ledger)
    assert meant.sure == ()
    assert len(meant.doubtful) == len(signed)
    assert len(tables.names()) == len(signed)
    [request] = standing_requests(tables.ledger)
    erase_these(tables.ledger, request.id, [meant.doubtful[0].id])
    assert len(tables.names()) == len(signed) - 1
    assert standing_requests(tables.ledger) == []


def test_what_is_sealed_is_as_long_as_a_pledge_so_that_size_tells_nothing(tables, office):
    fair = tables.table()
    fair.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    opened = [office.keys.opener.open(sealed) for _line, sealed in fair.entries() if sealed is not None]
    assert [len(text) for text in opened] == [PADDED_BYTES, PADDED_BYTES]


def test_a_request_waits_for_the_pack_with_the_pledge(tables):
    market, fair = tables.table(), tables.table()
    market.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    assert [(meant.sure, meant.doubtful) for meant in erase_sure(tables.ledger)] == [((), ())]
    tables.bring(tables.copy(market))
    erase_sure(tables.ledger)
    assert tables.names() == []
    assert standing_requests(tables.ledger) == []


def test_a_request_that_means_nobody_is_let_go_by_a_person(tables):
    fair = tables.table()
    fair.sign(pledge("Bo"))
    fair.request_erasure("Nobody Known", "")
    tables.bring(tables.copy(fair))
    [request] = standing_requests(tables.ledger)
    erase_these(tables.ledger, request.id, [])
    assert tables.names() == ["Bo"]
    assert standing_requests(tables.ledger) == []


def test_a_mistyped_id_changes_nothing(tables):
    fair = tables.table()
    fair.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    [meant] = whom_they_mean(tables.ledger)
    with pytest.raises(OpeningError, match="There is no request"):
        erase_these(tables.ledger, "nothing", [])
    with pytest.raises(OpeningError, match="Nobody in this ledger"):
        erase_these(tables.ledger, meant.request.id, [meant.sure[0].id, "nobody"])
    assert tables.names() == ["Ada"]
    assert len(standing_requests(tables.ledger)) == 1


def test_afterwards_neither_name_nor_address_stands_anywhere_in_the_ledger(tables):
    fair = tables.table()
    fair.sign(pledge(**ADA))
    fair.request_erasure("Ada Oyelaran", "ada@example.org")
    tables.bring(tables.copy(fair))
    erase_sure(tables.ledger)
    tables_of_it = [row[0] for row in tables.ledger.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    held = repr([tables.ledger.execute(f"SELECT * FROM {name}") for name in tables_of_it]).casefold()  # noqa: S608
    assert "oyelaran" not in held
    assert "ada@example" not in held


def test_a_ledger_from_before_there_was_erasing_goes_on(tmp_path, office):
    path = tmp_path / "old.ledger"
    with Ledger(path, WORDS, may_create=True) as old, old.changing():
        old.execute("DROP TABLE erased")
        old.execute("PRAGMA user_version = 1")
    with closing(PledgeBook.create(tmp_path / "book", office.enrolment.recipients, TABLE, NOON)) as book:
        book.sign(pledge(**ADA))
        book.request_erasure("Ada Oyelaran", "ada@example.org")
        (tmp_path / "stick").mkdir()
        pack = copy_out(book, DurableFolder(tmp_path / "stick")).path
    with Ledger(path, WORDS) as ledger:
        receive(ledger, office.keys.opener, pack, lambda _bytes: None)
        erase_sure(ledger)
        assert list(people(ledger)) == []
