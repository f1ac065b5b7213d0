"""The people of a ledger: listed, counted, removed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.domain.pledge import Pledge
from outreach_app.errors import OpeningError
from outreach_app.language import _
from outreach_app.office.ledger import Ledger, stamp
from outreach_app.pledge_book.record import NumberedPledge, read_record
from outreach_app.pledge_book.withdrawal_code import withdrawal_tag


@dataclass(frozen=True)
class Person:
    """One pledge in the ledger.

    Attributes:
        id: never changes, and fit for another program as its external id.
        duplicate_of: the id of the same person's first pledge here; ``None`` for the first.
    """

    id: str
    pledge: Pledge
    duplicate_of: str | None


@dataclass(frozen=True)
class Counts:
    """What a ledger holds: pledges (rehearsal ones and duplicates among them) and pledges taken back."""

    pledges: int
    duplicates: int
    withdrawn: int
    rehearsal: int
    erasure_requests: int


def same_person_key(pledge: Pledge) -> str | None:
    """What two pledges of one person have in common: the e-mail address, else the mobile number; else nothing.

    A name and a postcode are not enough: father and son share them.
    """
    if pledge.email:
        return "email:" + pledge.email.strip().casefold()
    if pledge.mobile:
        return "mobile:" + "".join(letter for letter in pledge.mobile if letter.isdigit())
    return None


def people(ledger: Ledger, *, with_rehearsal: bool = True) -> Iterator[Person]:
    """Everybody in the ledger, in the order of signing."""
    question = """
        SELECT id, record,
            first_value(id) OVER (PARTITION BY coalesce(same_as, id), is_rehearsal ORDER BY signed_at, id)
        FROM people WHERE ? OR NOT is_rehearsal ORDER BY signed_at, event, number"""
    for person_id, record, first in ledger.rows(question, (with_rehearsal,)):
        assert isinstance(record, bytes)  # noqa: S101 - the column holds blobs
        held = read_record(record)
        assert isinstance(held, NumberedPledge)  # noqa: S101 - only pledges are put in
        yield Person(str(person_id), held.pledge, None if first == person_id else str(first))


def count(ledger: Ledger) -> Counts:
    """What the ledger holds."""
    return Counts(
        pledges=ledger.number("SELECT count(*) FROM people"),
        duplicates=ledger.number("SELECT count(same_as) - count(DISTINCT same_as || is_rehearsal) FROM people"),
        withdrawn=ledger.number("SELECT count(*) FROM gone WHERE why = 'withdrawn'"),
        rehearsal=ledger.number("SELECT count(*) FROM people WHERE is_rehearsal"),
        erasure_requests=ledger.number("SELECT count(*) FROM erasure_requests"),
    )


def remove(ledger: Ledger, person_id: str, reason: str) -> None:
    """Take one person out for good, and note why.

    Raises:
        OpeningError: nobody has that id.
    """
    with ledger.changing():
        take_out(ledger, person_id, reason)


def take_out(ledger: Ledger, person_id: str, reason: str) -> None:
    """The same, inside a transaction that is under way.

    Raises:
        OpeningError: nobody has that id.
    """
    found = ledger.execute("DELETE FROM people WHERE id = ? RETURNING event, number", (person_id,))
    if not found:
        raise OpeningError(
            _("Nobody in this ledger has the id {id}. outreach office list shows the ids.", id=person_id)
        )
    ledger.execute("INSERT INTO gone VALUES (?, ?, 'removed', ?, ?)", (*found[0], reason, stamp()))


def withdraw(ledger: Ledger, code: str) -> bool:
    """Take the pledge of a code back for good, also if its pack has not come yet.

    Returns:
        whether it was in the ledger.

    Raises:
        CodeNotKnown: the code is mistyped.
    """
    tag = withdrawal_tag(code)
    with ledger.changing():
        ledger.execute("INSERT OR IGNORE INTO withdrawn_tags VALUES (?, ?)", (tag, stamp()))
        found = ledger.execute("DELETE FROM people WHERE tag = ? RETURNING event, number", (tag,))
        for event, number in found:
            ledger.execute("INSERT INTO gone VALUES (?, ?, 'withdrawn', NULL, ?)", (event, number, stamp()))
    return bool(found)
