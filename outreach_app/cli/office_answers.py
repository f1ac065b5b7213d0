"""What ``outreach office`` answers: packs with their verdicts, what the ledger holds, people, and who asked to go."""

from __future__ import annotations

from pathlib import Path

from outreach_app.domain.campaign import ConsentBox
from outreach_app.errors import Message
from outreach_app.language import _, ngettext
from outreach_app.office.erasing import Meant
from outreach_app.office.exporting import has_agreed
from outreach_app.office.people import Counts, Person
from outreach_app.office.verdicts import Judged, Verdict


def pack_document(file: Path, pack: Judged) -> dict[str, object]:
    """One pack as it stands in the JSON."""
    return {
        "file": str(file),
        "verdict": pack.verdict.value,
        "pledges": pack.pledges,
        "withdrawn": pack.withdrawn,
        "head": pack.head,
        "reason": pack.reason,
    }


def pack_line(pack: Judged) -> Message:
    """One pack for a person."""
    if pack.verdict.is_harmless:
        return _(
            "{file}: {verdict}. Pledges, practice included: {pledges}. Taken back: {withdrawn}.",
            file=pack.file,
            verdict=_VERDICTS[pack.verdict],
            pledges=pack.pledges,
            withdrawn=pack.withdrawn,
        )
    return _(
        "{file}: put aside, nothing of it was taken in. {verdict}. What was found: {reason}.",
        file=pack.file,
        verdict=_VERDICTS[pack.verdict],
        reason=pack.reason,
    )


def counts_document(counts: Counts) -> dict[str, int]:
    """What the ledger holds, for the JSON."""
    return {
        "pledges": counts.pledges,
        "duplicates": counts.duplicates,
        "withdrawn": counts.withdrawn,
        "rehearsal": counts.rehearsal,
        "erasure_requests": counts.erasure_requests,
    }


def counts_lines(counts: Counts) -> list[Message]:
    """What the ledger holds, for a person, and what waits for an answer."""
    lines = [
        _(
            "In the ledger: {pledges} pledges, {duplicates} of people who signed before, {rehearsal} of a rehearsal. "
            "Taken back: {withdrawn}.",
            pledges=counts.pledges,
            duplicates=counts.duplicates,
            rehearsal=counts.rehearsal,
            withdrawn=counts.withdrawn,
        )
    ]
    if counts.erasure_requests:
        lines.append(
            ngettext(
                "One person asked to be erased. outreach office erase does it; outreach office list shows who.",
                "{count} people asked to be erased. outreach office erase does it; outreach office list shows who.",
                counts.erasure_requests,
            )
        )
    return lines


def person_document(person: Person) -> dict[str, object]:
    """One person as they stand in the JSON."""
    pledge = person.pledge
    return {
        "id": person.id,
        "duplicate_of": person.duplicate_of,
        "given_name": pledge.given_name,
        "family_name": pledge.family_name,
        "email": pledge.email,
        "postcode": pledge.postcode,
        "mobile": pledge.mobile,
        "country": pledge.country,
        "choices": dict(pledge.choices),
        "language": pledge.language,
        "consents": {box.value: has_agreed(pledge, box) for box in ConsentBox},
        "signed_at": pledge.signed_at.utc.isoformat(),
        "clock_trusted": pledge.signed_at.is_trusted,
        "event": pledge.where.event,
        "place": pledge.where.place,
        "station": pledge.where.station,
        "from_paper": pledge.is_from_paper,
        "rehearsal": pledge.is_rehearsal,
    }


def person_line(person: Person) -> Message:
    """One person, on one line."""
    pledge = person.pledge
    name = " ".join(part for part in (pledge.given_name, pledge.family_name) if part)
    return _(
        "{id}  {name}  {email}  {postcode}",
        id=person.id,
        name=name,
        email=pledge.email or "-",
        postcode=pledge.postcode or "-",
    )


_VERDICTS = {
    Verdict.CLOSED_VERIFIED: _("closed and verified"),
    Verdict.OPEN: _("verified, the event was still open"),
    Verdict.SUPERSEDED: _("an earlier copy of what is here already"),
    Verdict.DUPLICATE: _("the same pack again"),
    Verdict.TRUNCATED: _("It stops before its signed end"),
    Verdict.GAP: _("Something is missing in it"),
    Verdict.FORK: _("It contradicts a pack that is here already"),
    Verdict.ALTERED: _("It was changed after it was signed"),
    Verdict.WRONG_KEY: _("It was sealed for other keys"),
    Verdict.REPLAY: _("It repeats a pledge that belongs elsewhere"),
    Verdict.DAMAGED: _("It cannot be read as a pack"),
}


def request_document(meant: Meant, *, is_answered: bool) -> dict[str, object]:
    """One request to be erased as it stands in the JSON; ``erased`` only where it was answered."""
    request, sure = meant.request, [person.id for person in meant.sure]
    document: dict[str, object] = {"id": request.id, "name": request.name, "email": request.email}
    if is_answered:
        return document | {"answered": True, "erased": sure}
    return document | {"answered": False, "means": sure, "may_mean": [person.id for person in meant.doubtful]}


def request_lines(meant: Meant) -> list[Message]:
    """A request that stands: who asked, and whom it means or may mean."""
    request = meant.request
    lines = [
        _(
            "Asked to be erased: {name}, {email}. Request {id}",
            name=request.name,
            email=request.email or "-",
            id=request.id,
        )
    ]
    if meant.sure:
        lines.append(ngettext("It means one pledge:", "It means {count} pledges:", len(meant.sure)))
    elif meant.doubtful:
        lines.append(
            _("It may mean one of these. To erase: outreach office erase --request {id} --id ID", id=request.id)
        )
    else:
        lines.append(_("Nobody here fits yet. The pack with their pledge may still come."))
    return [*lines, *map(person_line, (*meant.sure, *meant.doubtful))]


def erased_line(meant: Meant) -> Message:
    """A request that was answered, naming nobody any more."""
    return ngettext(
        "Request {id}: one pledge was erased, and no pack brings it back.",
        "Request {id}: {count} pledges were erased, and no pack brings them back.",
        len(meant.sure),
        id=meant.request.id,
    )
