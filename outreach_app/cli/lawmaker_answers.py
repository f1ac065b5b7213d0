"""An answer about lawmakers on the command line: as lines for people, or as the JSON that scripts rely on."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import click

from outreach_app.domain.lawmakers import Answer, Lawmaker, Role, VacantSeat
from outreach_app.domain.links import readable_phone
from outreach_app.errors import Message
from outreach_app.language import SOURCE_LANGUAGE, Sayable, Tongue, _
from outreach_app.legislators.notes import note_text


def answer_document(answer: Answer, finder_url: str, today: date) -> dict[str, object]:
    """The keys that COMMANDS promises and a few more; days as ``2027-01-03``."""
    tongue = Tongue(SOURCE_LANGUAGE)
    return {
        "postcode": answer.postcode,
        "divisions": [asdict(division) for division in answer.divisions],
        "people": [_person_document(person, today) for person in answer.people],
        "vacant": [seat.division_id for seat in answer.vacant],
        "notes": [
            {"code": note.value, "text": tongue.say(note_text(note, answer, finder_url))} for note in answer.notes
        ],
        "as_of": answer.as_of.isoformat(),
        "split": answer.is_split,
        "sample": answer.is_sample,
        "finder": finder_url,
    }


def say_answer(answer: Answer, finder_url: str, today: date) -> None:
    """Print an answer for people."""
    _say(_("{postcode}, list as of {day}", postcode=answer.postcode, day=answer.as_of))
    for person in answer.people:
        _say(_person_line(person, today))
    for seat in answer.vacant:
        _say(_("  {title}, {place}: vacant", title=_title(seat), place=_place(seat)))
    for note in answer.notes:
        _say(note_text(note, answer, finder_url))


def _person_document(person: Lawmaker, today: date) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "division_id": person.division_id,
        "party": person.party,
        "phone": person.phone,
        "contact_url": person.contact_url,
        "url": person.url,
        "address": person.address,
        "start": person.start.isoformat() if person.start else None,
        "end": person.end.isoformat() if person.end else None,
        "voting": person.is_voting,
        "term_ended": person.term_ended(today),
        "note": person.note,
        "offices": [asdict(office) for office in person.offices],
        "social": dict(person.social or {}),
    }


def _person_line(person: Lawmaker, today: date) -> Message:
    values = {
        "title": _title(person),
        "place": _place(person),
        "name": person.name,
        "phone": readable_phone(person.phone) if person.phone else _("no number known"),
    }
    if person.term_ended(today) and person.end is not None:
        return _("  {title}, {place}: {name}, {phone} (until {end})", **values, end=person.end)
    return _("  {title}, {place}: {name}, {phone}", **values)


def _title(seat: Lawmaker | VacantSeat) -> Sayable:
    if seat.words.title is not None:
        return seat.words.title
    titles = {
        Role.SENATOR: _("Senator"),
        Role.REPRESENTATIVE: _("Representative"),
        Role.DELEGATE: _("Delegate"),
    }
    return titles.get(seat.role, seat.role)


def _place(seat: Lawmaker | VacantSeat) -> str:
    """What the list calls it, else the parts of its id below the country: ``state:oh/cd:3`` becomes ``OH 3``."""
    if seat.words.place is not None:
        return seat.words.place
    parts = [part.rpartition(":")[2] for part in seat.division_id.split("/")[2:]]
    return " ".join(part if part == "at-large" else part.upper() for part in parts) or seat.division_id


def _say(message: Message) -> None:
    click.echo(Tongue(SOURCE_LANGUAGE).say(message))
