"""Rows stay until the office's receipt, and seven days of trusted clock."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from nacl.signing import SigningKey

from outreach_app.errors import BookUnusable, PledgeBookError
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.receipt import FORMAT, Receipt, read_receipt, write_receipt
from tests.pledge_book.conftest import RECIPIENTS
from tests.pledge_book.people import later, pledge, seeded

OFFICE = SigningKey(seeded(4)(32))
VERIFY_KEY = OFFICE.verify_key.encode().hex()
DAY = 24 * 60


@pytest.fixture
def closed(book):
    code = book.sign(pledge("Ada")).withdrawal_code
    book.sign(pledge("Bo"))
    book.withdraw(code)
    book.close_event(later(1))
    return book


def receipt_of(book, **changes) -> Receipt:
    slip = book.slip
    held = Receipt(FORMAT, slip.station, slip.event, slip.pledges, slip.withdrawn, slip.entries, slip.head, "")
    return msgspec.structs.replace(held, **changes)


def sealed_in(book) -> int:
    return sum(sealed is not None for _line, sealed in book.entries())


def test_a_receipt_survives_its_file(closed, tmp_path):
    path = tmp_path / "a.receipt"
    path.write_bytes(write_receipt(receipt_of(closed), OFFICE))
    held = read_receipt(path, VERIFY_KEY)
    assert msgspec.structs.replace(held, signature="") == receipt_of(closed)


def test_a_receipt_of_another_office_or_changed_is_refused(closed, tmp_path):
    path = tmp_path / "a.receipt"
    content = write_receipt(receipt_of(closed), OFFICE)
    for bad in (
        write_receipt(receipt_of(closed), SigningKey.generate()),
        content.replace(b'"pledges":1', b'"pledges":2'),
        content[:-20],
        b"",
        b"{}",
        b"\xff" * 40,
        content.replace(b"outreach-receipt-1", b"outreach-receipt-9"),
    ):
        path.write_bytes(bad)
        with pytest.raises(PledgeBookError, match="no receipt signed by this station’s office"):
            read_receipt(path, VERIFY_KEY)


def test_rows_are_erased_seven_days_after_the_receipt_and_the_chain_still_holds(closed, path):
    closed.take_receipt(receipt_of(closed), later(10))
    closed.erase_when_due(later(10 + 7 * DAY - 1))
    assert sealed_in(closed) == 1
    slip = closed.slip
    [sealed] = [sealed for _line, sealed in closed.entries() if sealed is not None]
    assert closed.erase_when_due(later(10 + 7 * DAY)).is_erased
    assert sealed_in(closed) == 0
    closed.close()
    content = path.read_bytes()
    assert not any(sealed[start : start + 32] in content for start in range(0, len(sealed) - 32, 16))
    again = PledgeBook.open(path, RECIPIENTS)
    assert again.slip == slip
    assert again.retention.is_erased
    again.close()


@pytest.mark.parametrize(
    "changes",
    [
        {"station": "ELSEWHERE"},
        {"event": "OTHER"},
        {"pledges": 2},
        {"withdrawn": 0},
        {"entries": 3},
        {"head": "0" * 64},
    ],
)
def test_a_receipt_for_anything_else_is_refused(closed, changes):
    with pytest.raises(PledgeBookError, match="for another book, or for less"):
        closed.take_receipt(receipt_of(closed, **changes), later(10))
    assert not closed.retention.has_receipt


def test_an_open_event_takes_no_receipt(book):
    book.sign(pledge())
    with pytest.raises(PledgeBookError, match="still open"):
        book.take_receipt(receipt_of(book), later(1))


def test_nothing_is_erased_without_a_receipt(closed):
    assert not closed.erase_when_due(later(1000 * DAY)).is_erased
    assert sealed_in(closed) == 1


def test_days_of_a_doubtful_clock_do_not_count(closed):
    doubtful = replace(later(10), is_trusted=False)
    assert closed.take_receipt(receipt_of(closed), doubtful).erased_from is None
    assert closed.erase_when_due(replace(later(30 * DAY), is_trusted=False)).erased_from is None
    assert closed.erase_when_due(later(40 * DAY)).erased_from == later(47 * DAY).utc
    assert not closed.erase_when_due(replace(later(90 * DAY), is_trusted=False)).is_erased
    assert closed.erase_when_due(later(47 * DAY)).is_erased


def test_the_same_receipt_again_does_not_start_the_days_anew(closed):
    closed.take_receipt(receipt_of(closed), later(0))
    assert closed.take_receipt(receipt_of(closed), later(5 * DAY)).erased_from == later(7 * DAY).utc


def test_an_erased_book_makes_no_copy(closed, tmp_path):
    closed.take_receipt(receipt_of(closed), later(0))
    closed.erase_when_due(later(8 * DAY))
    with pytest.raises(BookUnusable, match="were erased"):
        copy_out(closed, DurableFolder(tmp_path))
