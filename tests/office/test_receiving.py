"""Opening a day's packs: what comes in, what was in already, what never comes back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from outreach_app.errors import OpeningError
from outreach_app.office.erasing import standing_requests
from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener, new_secret
from outreach_app.office.people import count, people, remove, withdraw
from outreach_app.office.receiving import receive
from outreach_app.office.verdicts import Verdict
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.pack import pack_line
from tests.office.conftest import WORDS
from tests.pledge_book.people import NOON, TABLE, consents, later, pledge


@pytest.fixture
def book(tmp_path, office):
    with closing(PledgeBook.create(tmp_path / "book", office.enrolment.recipients, TABLE, NOON)) as book:
        yield book


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "office.ledger", WORDS, may_create=True) as ledger:
        yield ledger


def judge(ledger, office, path: Path):
    return receive(ledger, office.keys.opener, path, lambda _bytes: None)


def test_what_was_signed_comes_home_with_every_field(book, stick, ledger, office):
    signed = pledge("Inés", consents=consents(email=True), choices=(("size", "large"),))
    book.sign(signed)
    judged = judge(ledger, office, copy_out(book, DurableFolder(stick)).path)
    assert (judged.verdict, judged.pledges, judged.withdrawn) == (Verdict.OPEN, 1, 0)
    assert [person.pledge for person in people(ledger)] == [signed]


def test_a_later_pack_brings_only_what_is_new_and_takes_out_what_was_taken_back(book, stick, ledger, office):
    code = book.sign(pledge("Ada")).withdrawal_code
    first = copy_out(book, DurableFolder(stick)).path
    assert judge(ledger, office, first).verdict is Verdict.OPEN
    book.sign(pledge("Bo"))
    book.withdraw(code)
    book.close_event(later(9))
    last = copy_out(book, DurableFolder(stick)).path
    assert judge(ledger, office, last).verdict is Verdict.CLOSED_VERIFIED
    assert [person.pledge.given_name for person in people(ledger)] == ["Bo"]
    assert judge(ledger, office, last).verdict is Verdict.DUPLICATE
    assert judge(ledger, office, first).verdict is Verdict.SUPERSEDED
    assert [person.pledge.given_name for person in people(ledger)] == ["Bo"]


def test_a_code_applied_before_the_pack_comes_keeps_the_person_out_for_good(book, stick, ledger, office):
    code = book.sign(pledge("Ada")).withdrawal_code
    book.sign(pledge("Bo"))
    assert withdraw(ledger, code) is False
    judge(ledger, office, copy_out(book, DurableFolder(stick)).path)
    assert [person.pledge.given_name for person in people(ledger)] == ["Bo"]
    assert count(ledger).withdrawn == 1


def test_an_older_stick_brings_nobody_back(book, stick, ledger, office):
    code = book.sign(pledge("Ada")).withdrawal_code
    book.sign(pledge("Bo"))
    first = copy_out(book, DurableFolder(stick)).path
    book.sign(pledge("Chidi"))
    last = copy_out(book, DurableFolder(stick)).path
    judge(ledger, office, last)
    assert withdraw(ledger, code) is True
    [bo] = [person for person in people(ledger) if person.pledge.given_name == "Bo"]
    remove(ledger, bo.id, "asked by letter")
    judge(ledger, office, first)
    judge(ledger, office, last)
    assert [person.pledge.given_name for person in people(ledger)] == ["Chidi"]


def test_two_stories_of_one_event_are_a_fork(tmp_path, office, stick, ledger):
    recipients = office.enrolment.recipients
    PledgeBook.create(tmp_path / "a", recipients, TABLE, NOON).close()
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes())
    packs = []
    for name in ("a", "b"):
        with closing(PledgeBook.open(tmp_path / name, recipients)) as book:
            book.sign(pledge(name))
            (tmp_path / f"stick-{name}").mkdir()
            packs.append(copy_out(book, DurableFolder(tmp_path / f"stick-{name}")).path)
    assert judge(ledger, office, packs[0]).verdict is Verdict.OPEN
    judged = judge(ledger, office, packs[1])
    assert judged.verdict is Verdict.FORK
    assert count(ledger).pledges == 1


def test_a_quarantined_pack_leaves_nobody_in_the_ledger(book, stick, ledger, office):
    for name in ("Ada", "Bo", "Chidi"):
        book.sign(pledge(name))
    path = copy_out(book, DurableFolder(stick)).path
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    judged = judge(ledger, office, path)
    assert judged.verdict is Verdict.TRUNCATED
    assert judged.reason
    assert count(ledger).pledges == 0
    path.write_bytes(b"".join(lines))
    assert judge(ledger, office, path).verdict is Verdict.OPEN


def test_a_taken_back_pledge_that_somebody_put_back_is_named(book, stick, ledger, office):
    code = book.sign(pledge("Ada")).withdrawal_code
    [sealed] = [sealed for _line, sealed in book.entries() if sealed is not None]
    book.withdraw(code)
    path = copy_out(book, DurableFolder(stick)).path
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = pack_line(lines[1].removeprefix(b'{"entry":').removesuffix(b"}\n"), sealed)
    path.write_bytes(b"".join(lines))
    judged = judge(ledger, office, path)
    assert judged.verdict is Verdict.ALTERED
    assert "taken back but is still there" in judged.reason
    assert count(ledger).pledges == 0


def test_an_empty_pack_of_another_office_is_named_too(tmp_path, stick, ledger, office):
    strangers = (Opener(new_secret()).recipient, Opener(new_secret()).recipient)
    with closing(PledgeBook.create(tmp_path / "book", strangers, TABLE, NOON)) as book:
        path = copy_out(book, DurableFolder(stick)).path
    assert judge(ledger, office, path).verdict is Verdict.WRONG_KEY


@pytest.mark.parametrize("content", [b"", b"\n", b"PK\x03\x04", b"[" * 100_000, b"\x00" * 50_000])
def test_what_is_no_pack_is_named_and_harms_nothing(content, stick, ledger, office):
    path = stick / "strange.pledges"
    path.write_bytes(content)
    assert judge(ledger, office, path).verdict in (Verdict.DAMAGED, Verdict.TRUNCATED)


def test_a_pack_that_cannot_be_read_is_damaged(stick, ledger, office):
    assert judge(ledger, office, stick / "missing.pledges").verdict is Verdict.DAMAGED


def test_one_person_twice_is_counted_as_a_duplicate_and_both_are_kept(book, stick, ledger, office):
    book.sign(pledge("Ada", email="ada@example.org", signed_at=later(1)))
    book.sign(pledge("Ada", email="ADA@example.org", signed_at=later(2)))
    book.sign(pledge("Ada", email=None, signed_at=later(3)))
    judge(ledger, office, copy_out(book, DurableFolder(stick)).path)
    assert (count(ledger).pledges, count(ledger).duplicates) == (3, 1)
    assert [person.duplicate_of is not None for person in people(ledger)] == [False, True, False]


def test_rehearsals_are_counted_apart_and_left_out_when_asked(book, stick, ledger, office):
    book.sign(pledge("Ada"))
    book.sign(pledge("Bo", is_rehearsal=True))
    judge(ledger, office, copy_out(book, DurableFolder(stick)).path)
    assert (count(ledger).pledges, count(ledger).rehearsal) == (2, 1)
    assert [person.pledge.given_name for person in people(ledger, with_rehearsal=False)] == ["Ada"]


def test_a_sealed_erasure_request_reaches_the_office(book, stick, ledger, office):
    book.request_erasure("Ada Oyelaran", "ada@example.org")
    judge(ledger, office, copy_out(book, DurableFolder(stick)).path)
    assert [(each.name, each.email) for each in standing_requests(ledger)] == [("Ada Oyelaran", "ada@example.org")]


def test_removing_somebody_unknown_says_so(ledger):
    with pytest.raises(OpeningError, match="Nobody in this ledger has the id"):
        remove(ledger, "nobody", "no reason")
