"""Requests to be erased, sealed at a table for somebody who had lost their code: whom they mean, and doing it for good.

A request names a person as they signed, and says no number. It means without doubt whoever has its e-mail address
under no other name, since couples share one; or, where it or the pledge has no address, the only pledge of that name
in the book it was sealed into. Whoever else it may mean is shown, and a person decides. Once it is done the request is
erased too. Of its address and name only digests stay, so that a later pack of another table brings nobody back.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from outreach_app.domain.pledge import Pledge
from outreach_app.errors import OpeningError
from outreach_app.language import _
from outreach_app.office.ledger import Ledger, stamp
from outreach_app.office.people import Person, people, take_out
from outreach_app.pledge_book.record import ErasureRequest, read_record

REASON = "asked at a table to be erased"
_TAG_PREFIX = b"outreach erased 1\n"


@dataclass(frozen=True)
class StandingRequest:
    """A request that nobody has answered yet.

    Attributes:
        id: of the book and the entry it lay in.
        event: the book's; ``name`` and ``email`` as they were typed at the table, the latter perhaps empty.
    """

    id: str
    event: str
    name: str
    email: str


@dataclass(frozen=True)
class Meant:
    """Whom a request means: ``sure`` without doubt, ``doubtful`` perhaps."""

    request: StandingRequest
    sure: tuple[Person, ...]
    doubtful: tuple[Person, ...]


def standing_requests(ledger: Ledger) -> list[StandingRequest]:
    """Every request, in the order of books and entries."""
    rows = ledger.rows("SELECT event, seq, record FROM erasure_requests ORDER BY event, seq")
    held = [(str(event), seq, read_record(record)) for event, seq, record in rows if isinstance(record, bytes)]
    return [
        StandingRequest(f"{event}-request-{seq}", event, request.name, request.email)
        for event, seq, request in held
        if isinstance(request, ErasureRequest)
    ]


def whom_they_mean(ledger: Ledger) -> list[Meant]:
    """Every request with the people in the ledger that it means or may mean."""
    everybody = list(people(ledger))
    return [_meant(request, everybody) for request in standing_requests(ledger)]


def erase_sure(ledger: Ledger) -> list[Meant]:
    """Answer every request that means somebody without doubt; returns all of them, as they stood before."""
    found = whom_they_mean(ledger)
    for meant in found:
        if meant.sure:
            _answer(ledger, meant.request, meant.sure)
    return found


def erase_these(ledger: Ledger, request_id: str, person_ids: Iterable[str]) -> Meant:
    """Answer one request by erasing these people, or nobody, as a person has decided.

    Raises:
        OpeningError: there is no such request or person; nothing was changed.
    """
    request = next((each for each in standing_requests(ledger) if each.id == request_id), None)
    if request is None:
        raise OpeningError(_("There is no request {id}. outreach office list shows them.", id=request_id))
    known = {person.id: person for person in people(ledger)}
    wanted = tuple(dict.fromkeys(person_ids))
    for person_id in wanted:
        if person_id not in known:
            raise OpeningError(
                _("Nobody in this ledger has the id {id}. outreach office list shows the ids.", id=person_id)
            )
    chosen = tuple(known[person_id] for person_id in wanted)
    _answer(ledger, request, chosen)
    return Meant(request, chosen, ())


def was_erased(ledger: Ledger, pledge: Pledge) -> bool:
    """Whether somebody of this address and name was erased since this was signed; a doubtful clock counts as before."""
    if not pledge.email:
        return False
    words = _digests(pledge.email, _full_name(pledge))
    rows = ledger.execute("SELECT words, at FROM erased WHERE email = ?", (_digest(pledge.email, ""),))
    return any(
        _agree(words, frozenset(json.loads(str(held))))
        and (not pledge.signed_at.is_trusted or pledge.signed_at.utc <= datetime.fromisoformat(str(at)))
        for held, at in rows
    )


def _meant(request: StandingRequest, everybody: list[Person]) -> Meant:
    words = _words(request.name)
    same_name = [person for person in everybody if _agree(words, _words(_full_name(person.pledge)))]
    if request.email:
        same_email = [person for person in everybody if _same_email(person.pledge.email, request.email)]
        sure = tuple(person for person in same_email if person in same_name)
        if sure:
            return Meant(request, sure, ())
        # Its owner under another name, or somebody who shares the address.
        return Meant(request, *_by_name(request, same_name, same_email))
    return Meant(request, *_by_name(request, same_name, []))


def _by_name(
    request: StandingRequest, same_name: list[Person], same_email: list[Person]
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """The only one of that name in the request's own book, unless two addresses speak against it; else nobody."""
    here = [person for person in same_name if person.id.startswith(f"{request.event}-")]
    if len(here) == 1 and not same_email and not (request.email and here[0].pledge.email):
        return tuple(here), ()
    return (), tuple(dict.fromkeys((*same_email, *same_name)))


def _answer(ledger: Ledger, request: StandingRequest, chosen: tuple[Person, ...]) -> None:
    """All in one transaction: the people go, their digests stay, the request goes."""
    known = {(person.pledge.email or "", _full_name(person.pledge)) for person in chosen}
    if chosen and request.email:
        known.add((request.email, request.name))
    event, _dash, seq = request.id.rpartition("-request-")
    with ledger.changing():
        for person in chosen:
            take_out(ledger, person.id, REASON)
        for email, name in known:
            if email:
                held = json.dumps(sorted(_digests(email, name)))
                ledger.execute("INSERT INTO erased VALUES (?, ?, ?)", (_digest(email, ""), held, stamp()))
        ledger.execute("DELETE FROM erasure_requests WHERE event = ? AND seq = ?", (event, int(seq)))


# -- names and addresses -----------------------------------------------------------------------------------------------


def _full_name(pledge: Pledge) -> str:
    return " ".join(part for part in (pledge.given_name, pledge.family_name) if part)


def _words(name: str) -> frozenset[str]:
    """The words of a name, whatever their case and accents: a table's keyboard may have had none."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return frozenset("".join(each for each in plain if not unicodedata.combining(each)).split())


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name may be the other, said shorter."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def _same_email(one: str | None, other: str) -> bool:
    return one is not None and one.strip().casefold() == other.strip().casefold()


def _digests(email: str, name: str) -> frozenset[str]:
    return frozenset(_digest(email, word) for word in _words(name))


def _digest(email: str, word: str) -> str:
    return hashlib.sha256(_TAG_PREFIX + f"{email.strip().casefold()}\n{word}".encode()).hexdigest()
