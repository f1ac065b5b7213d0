"""A day with the pledge book: sign, take back, close, open again."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from outreach_app.errors import BookBusy, BookUnusable, CodeNotKnown, EventClosed, PledgeBookError, SealingError
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.chain import Chain, Checkpoint, ClockSeen, Closed, Entry, Opened, Pledged, Withdrawn
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.pledge_book.record import NumberedPledge, read_record
from outreach_app.pledge_book.tallying import Tally
from tests.pledge_book.conftest import OPENER, RECIPIENTS
from tests.pledge_book.people import NOON, TABLE, later, pledge, seeded
from tests.pledge_book.quick_folder import QUICK


def followed(book: PledgeBook) -> list[tuple[Entry, bytes | None]]:
    chain = Chain()
    return [(chain.follow(line), sealed) for line, sealed in book.entries()]


def kinds(book: PledgeBook) -> list[str]:
    return [type(entry).__name__ for entry, _sealed in followed(book)]


def opened(sealed: bytes) -> NumberedPledge:
    return read_record(OPENER.open(sealed))


def test_a_signed_pledge_is_sealed_numbered_and_counted(book):
    receipt = book.sign(pledge("Ada"))
    assert receipt.number == 1
    assert book.pledges == 1
    [(_opened, _none), (entry, sealed)] = followed(book)
    assert entry.sealed == sha256(sealed).hexdigest()
    assert opened(sealed) == NumberedPledge(book.slip.event, 1, pledge("Ada"))


def test_each_receipt_has_its_own_code(book):
    codes = {book.sign(pledge()).withdrawal_code for _time in range(20)}
    assert len(codes) == 20


def test_the_code_takes_the_pledge_back_and_leaves_nothing_to_open(book):
    book.sign(pledge("Bo"))
    code = book.sign(pledge("Ada")).withdrawal_code
    assert book.withdraw(code.lower()) == 2
    assert (book.pledges, book.slip.withdrawn) == (1, 1)
    [bo, ada] = [sealed for entry, sealed in followed(book) if isinstance(entry, Pledged)]
    assert ada is None
    assert opened(bo).pledge.given_name == "Bo"


def test_a_taken_back_ciphertext_is_overwritten_in_the_file(new_book, path):
    book = new_book()
    code = book.sign(pledge("Ada")).withdrawal_code
    [sealed] = [sealed for _entry, sealed in followed(book) if sealed]
    book.withdraw(code)
    book.close()
    content = path.read_bytes()
    assert not any(sealed[start : start + 32] in content for start in range(0, len(sealed) - 32, 16))


def test_a_code_works_once(book):
    code = book.sign(pledge()).withdrawal_code
    book.withdraw(code)
    with pytest.raises(CodeNotKnown, match="taken back before"):
        book.withdraw(code)


def test_a_code_of_another_book_is_told_so(book):
    book.sign(pledge())
    with pytest.raises(CodeNotKnown, match="no pledge in this book"):
        book.withdraw("0000-0000-0000-0000-0")


def test_the_staff_can_undo_the_newest_pledge_for_ten_minutes(book, seconds):
    book.sign(pledge("Ada"))
    book.sign(pledge("Bo"))
    seconds.now += 120
    assert (book.newest().number, book.newest().seconds_ago) == (2, 120)
    book.undo(2)
    assert book.pledges == 1
    assert book.newest() is None
    [withdrawn] = [entry for entry, _sealed in followed(book) if isinstance(entry, Withdrawn)]
    assert (withdrawn.number, withdrawn.by) == (2, "staff")


def test_after_ten_minutes_or_a_newer_pledge_there_is_no_undo(book, seconds):
    book.sign(pledge("Ada"))
    book.sign(pledge("Bo"))
    with pytest.raises(PledgeBookError, match="Only the newest pledge"):
        book.undo(1)
    seconds.now += 601
    assert book.newest() is None
    with pytest.raises(PledgeBookError, match="ten minutes"):
        book.undo(2)


def test_every_25_pledges_are_followed_by_a_signature(book):
    for number in range(60):
        book.sign(pledge(f"P{number}"))
    assert kinds(book).count("Checkpoint") == 2
    checkpoints = [entry for entry, _sealed in followed(book) if isinstance(entry, Checkpoint)]
    assert [checkpoint.pledges for checkpoint in checkpoints] == [25, 50]


def test_closing_signs_the_end_and_destroys_the_key(new_book, path):
    random = seeded(3)
    book = new_book(random_bytes=random)
    seed = seeded(3)(32)
    book.sign(pledge())
    slip = book.close_event(later(60))
    assert (slip.pledges, slip.withdrawn, slip.is_closed) == (1, 0, True)
    assert len(slip.short_head) == 19
    assert kinds(book)[-1] == "Closed"
    book.close()
    assert seed not in path.read_bytes()


@pytest.mark.parametrize(
    "action",
    [
        lambda book: book.sign(pledge()),
        lambda book: book.close_event(NOON),
        lambda book: book.undo(1),
        lambda book: book.request_erasure("Ada", "ada@example.org"),
        lambda book: book.withdraw("0000-0000-0000-0000-0"),
    ],
)
def test_a_closed_event_takes_nothing_more(book, action):
    book.sign(pledge())
    book.close_event(later(1))
    before = list(book.entries())
    with pytest.raises(EventClosed, match="closed"):
        action(book)
    book.checkpoint()
    assert list(book.entries()) == before


def test_an_event_goes_on_after_its_book_was_closed_and_opened(new_book, path):
    book = new_book()
    code = book.sign(pledge("Ada")).withdrawal_code
    slip = book.slip
    book.close()
    again = PledgeBook.open(path, RECIPIENTS)
    assert again.slip == slip
    assert again.newest() is None
    assert again.sign(pledge("Bo")).number == 2
    assert again.withdraw(code) == 1
    again.close()


def test_nothing_lies_beside_a_closed_book(new_book, path):
    book = new_book()
    book.sign(pledge())
    book.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_book_is_open_in_one_place_alone(book, path):
    with pytest.raises(BookBusy, match="Another program"):
        PledgeBook.open(path, RECIPIENTS)
    assert book.sign(pledge()).number == 1


def test_a_book_never_replaces_a_file(path):
    path.write_bytes(b"something else entirely")
    with pytest.raises(BookUnusable):
        PledgeBook.create(path, RECIPIENTS, TABLE, NOON)
    assert path.read_bytes() == b"something else entirely"


def test_a_book_is_not_made_twice(new_book, path):
    new_book().close()
    with pytest.raises(BookUnusable, match="already"):
        PledgeBook.create(path, RECIPIENTS, TABLE, NOON)


def test_a_book_opened_for_other_keys_is_refused(new_book, path):
    new_book().close()
    with pytest.raises(BookUnusable, match="other keys"):
        PledgeBook.open(path, throwaway_recipients(seeded(9)))


def test_one_recipient_makes_no_book(path):
    with pytest.raises(SealingError):
        PledgeBook.create(path, RECIPIENTS[:1], TABLE, NOON)
    assert not path.exists()


def test_a_rehearsal_is_marked_inside_and_outside_and_not_tallied(book):
    book.sign(pledge("Ada"))
    code = book.sign(pledge("Bo", is_rehearsal=True)).withdrawal_code
    assert (book.pledges, book.slip.rehearsals) == (2, 1)
    [_open, (ada, _ada), (bo, sealed)] = followed(book)
    assert (ada.rehearsal, bo.rehearsal) == (False, True)
    assert opened(sealed).pledge.is_rehearsal
    assert book.tallies() == (Tally("hour", "2026-11-22T12Z", None), Tally("language", "en", None))
    book.withdraw(code)
    assert book.slip.rehearsals == 0


def test_tallies_below_five_are_only_few(book):
    for number in range(7):
        book.sign(pledge(language="es" if number < 2 else "en"))
    assert Tally("language", "en", 5) in book.tallies()
    assert Tally("language", "es", None) in book.tallies()


def test_a_clock_that_goes_back_or_changes_its_trust_is_noted(book):
    book.sign(pledge(signed_at=later(5)))
    book.sign(pledge(signed_at=later(4)))
    assert "ClockSeen" not in kinds(book)
    book.sign(pledge(signed_at=later(-90)))
    book.sign(pledge(signed_at=replace(later(-89), is_trusted=False)))
    noted = [(entry.hour, entry.trusted) for entry, _sealed in followed(book) if isinstance(entry, ClockSeen)]
    assert noted == [("2026-11-22T10Z", True), ("2026-11-22T10Z", False)]


def test_no_clear_line_tells_a_minute_or_a_name(book):
    book.sign(pledge("Ada", signed_at=later(7)))
    book.request_erasure("Ada Oyelaran", "ada@example.org")
    clear = b"".join(line for line, _sealed in book.entries())
    for telling in (b"Ada", b"Oyelaran", b"example.org", b"43215", b"12:07", b"fair", b"takeitdown"):
        assert telling not in clear


def test_an_erasure_request_s_line_names_nobody(book):
    book.sign(pledge("Ada"))
    book.request_erasure("Ada Oyelaran", "ada@example.org")
    _opened, _signed, (line, _sealed) = book.entries()
    assert set(json.loads(line)) == {"kind", "seq", "prev", "what", "sealed"}
    assert book.slip.requests == 1


def test_an_erasure_request_is_sealed_to_the_office(book):
    book.request_erasure("Ada", "ada@example.org")
    [_open, (entry, sealed)] = followed(book)
    assert entry.what == "erasure-request"
    assert read_record(OPENER.open(sealed)).email == "ada@example.org"
    assert book.pledges == 0


def test_the_first_entry_pins_the_keys_and_names_neither_event_nor_place(book):
    [(entry, _none)] = followed(book)
    assert isinstance(entry, Opened)
    assert entry.recipients == RECIPIENTS
    assert entry.station == TABLE.station


class BookMachine(RuleBasedStateMachine):
    """Whatever is done in whatever order, the book agrees with a list in memory, also after opening it again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=QUICK)
        self.path = Path(self.folder.name) / "pledges.book"
        self.book = PledgeBook.create(self.path, RECIPIENTS, TABLE, NOON)
        self.codes: dict[int, str] = {}
        self.gone: set[int] = set()
        self.is_closed = False

    @precondition(lambda self: not self.is_closed)
    @rule(is_rehearsal=st.booleans())
    def sign(self, is_rehearsal):
        receipt = self.book.sign(pledge("Ada", is_rehearsal=is_rehearsal))
        assert receipt.number == len(self.codes) + 1
        self.codes[receipt.number] = receipt.withdrawal_code

    @precondition(lambda self: not self.is_closed and set(self.codes) - self.gone)
    @rule(data=st.data())
    def take_back(self, data):
        number = data.draw(st.sampled_from(sorted(set(self.codes) - self.gone)))
        assert self.book.withdraw(self.codes[number]) == number
        self.gone.add(number)

    @precondition(lambda self: not self.is_closed)
    @rule()
    def checkpoint(self):
        self.book.checkpoint()

    @rule()
    def open_again(self):
        self.book.close()
        self.book = PledgeBook.open(self.path, RECIPIENTS)

    @precondition(lambda self: len(self.codes) > 5 and not self.is_closed)
    @rule()
    def close_event(self):
        self.book.close_event(later(1))
        self.is_closed = True

    @invariant()
    def the_book_says_what_happened(self):
        assert self.book.pledges == len(self.codes) - len(self.gone)
        there = {entry.number: sealed for entry, sealed in followed(self.book) if isinstance(entry, Pledged)}
        assert set(there) == set(self.codes)
        assert {number for number, sealed in there.items() if sealed is None} == self.gone
        assert any(isinstance(entry, Closed) for entry, _sealed in followed(self.book)) == self.is_closed

    def teardown(self):
        self.book.close()
        self.folder.cleanup()


TestAnyOrder = BookMachine.TestCase
TestAnyOrder.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
