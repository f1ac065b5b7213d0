"""A disk that refuses: every call of every kind of write, once and for good. Nothing acknowledged is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from outreach_app.errors import PledgeBookError, StorageFailed, StorageFull
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.chain import Chain, Pledged
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.pledge_book.ports import BookPorts
from tests.pledge_book.faulty_disk import FAULTS, Faults, FaultyVFS
from tests.pledge_book.people import NOON, TABLE, later, pledge, seeded
from tests.pledge_book.quick_folder import QUICK
from tests.pledge_book.small_disk import small_disk

RECIPIENTS = throwaway_recipients(seeded(1))


def sign(book: PledgeBook, _code: str) -> None:
    book.sign(pledge("Bo"))


def take_back(book: PledgeBook, code: str) -> None:
    book.withdraw(code)


def end(book: PledgeBook, _code: str) -> None:
    book.close_event(later(5))


def add_checkpoint(book: PledgeBook, _code: str) -> None:
    book.checkpoint()


ACTIONS = {"signing": sign, "taking back": take_back, "closing": end, "a checkpoint": add_checkpoint}


def attempt(action: Callable[[PledgeBook, str], None], faults: Faults) -> None:
    """Sign one pledge on a good disk, act on a faulty one, then see that the first is safe and the book goes on."""
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        path = Path(folder) / "pledges.book"
        vfs = FaultyVFS(f"faulty-{uuid4()}", faults)
        at, faults.at = faults.at, 0
        book = PledgeBook.create(path, RECIPIENTS, TABLE, NOON, BookPorts(vfs=vfs.name))
        code = book.sign(pledge("Ada")).withdrawal_code
        faults.calls, faults.at = 0, at
        try:
            action(book, code)
            refusal = None
        except PledgeBookError as error:
            refusal = error
        faults.at = 0
        assert refusal is None or isinstance(refusal, StorageFull | StorageFailed)
        if refusal is not None:
            check_that_nothing_was_half_done(book, action)
        numbers, withdrawn = what_is_in(book)
        book.close()
        with_reopened_book(path, numbers, withdrawn)


def check_that_nothing_was_half_done(book: PledgeBook, action: Callable[[PledgeBook, str], None]) -> None:
    assert book.pledges == 1, "what was refused does not count"
    if not book.is_closed and action is not end:
        receipt = book.sign(pledge("Chidi"))
        numbers, withdrawn = what_is_in(book)
        assert receipt.number in numbers - withdrawn
        assert book.pledges == len(numbers - withdrawn)
        assert len(numbers - withdrawn) in (1, 2), "a pledge that was refused was taken back"


def what_is_in(book: PledgeBook) -> tuple[set[int], set[int]]:
    chain, numbers = Chain(), set()
    for line, _sealed in book.entries():
        entry = chain.follow(line)
        if isinstance(entry, Pledged):
            numbers.add(entry.number)
    return numbers, set(chain.withdrawn)


def with_reopened_book(path: Path, numbers: set[int], withdrawn: set[int]) -> None:
    book = PledgeBook.open(path, RECIPIENTS)
    assert what_is_in(book) == (numbers, withdrawn)
    assert 1 in numbers
    book.close()


def calls_of(action: Callable[[PledgeBook, str], None]) -> int:
    faults = Faults()
    attempt(action, faults)
    return faults.calls


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("action", ACTIONS)
def test_a_disk_that_refuses_any_call_loses_nothing_acknowledged(action, fault, for_good):
    refused = 0
    for at in range(1, calls_of(ACTIONS[action]) + 1):
        faults = Faults(codes=FAULTS[fault], at=at, for_good=for_good)
        attempt(ACTIONS[action], faults)
        refused += bool(faults.refused)
    assert refused >= 5


def test_a_full_disk_is_called_full(tmp_path):
    faults = Faults()
    vfs = FaultyVFS(f"faulty-{uuid4()}", faults)
    book = PledgeBook.create(tmp_path / "pledges.book", RECIPIENTS, TABLE, NOON, BookPorts(vfs=vfs.name))
    faults.calls, faults.at, faults.for_good = 0, 1, True
    with pytest.raises(StorageFull, match="The disk is full"):
        book.sign(pledge())
    faults.at = 0
    assert book.sign(pledge()).number == 1
    book.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_book_that_cannot_be_made_leaves_nothing_that_looks_like_one(fault):
    at = 0
    while True:
        at += 1
        with tempfile.TemporaryDirectory(dir=QUICK) as folder:
            path = Path(folder) / "pledges.book"
            faults = Faults(codes=FAULTS[fault], at=at, for_good=True)
            vfs = FaultyVFS(f"faulty-{uuid4()}", faults)
            try:
                PledgeBook.create(path, RECIPIENTS, TABLE, NOON, BookPorts(vfs=vfs.name)).close()
            except (StorageFull, StorageFailed):
                faults.at = 0
                if path.exists() and path.stat().st_size:
                    # What reached the disk is a whole book or is rolled back; either way the next try is clear.
                    try:
                        PledgeBook.open(path, RECIPIENTS).close()
                    except PledgeBookError:
                        PledgeBook.create(path, RECIPIENTS, TABLE, NOON).close()
                else:
                    PledgeBook.create(path, RECIPIENTS, TABLE, NOON).close()
            else:
                break
    assert at > 5


def test_a_really_full_disk_says_so_loses_nothing_and_works_again_when_freed(tmp_path):
    with small_disk(tmp_path / "small", kilobytes=512) as small:
        (small / "ballast").write_bytes(bytes(100_000))
        book = PledgeBook.create(small / "pledges.book", RECIPIENTS, TABLE, NOON)
        with pytest.raises(StorageFull, match="The disk is full"):
            sign_for_ever(book)
        signed = book.pledges
        assert signed > 20
        (small / "ballast").unlink()
        assert book.sign(pledge()).number == signed + 1
        assert what_is_in(book) == (set(range(1, signed + 2)), set())
        book.close()


def sign_for_ever(book: PledgeBook) -> None:
    while True:
        book.sign(pledge())
