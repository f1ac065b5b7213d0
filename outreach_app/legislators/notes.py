"""What must be said beside an answer, as whole sentences."""

from __future__ import annotations

from outreach_app.domain.divisions import state_of
from outreach_app.domain.lawmakers import Answer, NoteCode, Role
from outreach_app.errors import Message
from outreach_app.language import _


def note_text(code: NoteCode, answer: Answer, finder_url: str) -> Message:
    """One sentence or two for a note of an answer; ``finder_url`` is the list's official finder."""
    match code:
        case NoteCode.UNKNOWN_POSTCODE:
            return _("This code is not in our list. The official finder may know it: {finder}", finder=finder_url)
        case NoteCode.SPLIT:
            return _(
                "This code lies in several districts. One of these is your representative; your street tells which: "
                "{finder}",
                finder=finder_url,
            )
        case NoteCode.SEVERAL_STATES:
            return _("This code may lie in more than one state. Only the lawmakers of your own state speak for you.")
        case NoteCode.VACANT:
            if any(state_of(seat.division_id) is None for seat in answer.vacant):
                return _("Nobody holds a seat here now. It will be filled again.")
            return _("Nobody holds a seat here now. Its office still takes calls.")
        case NoteCode.DELEGATE:
            return _without_a_vote(answer)
        case NoteCode.MILITARY:
            return _(
                "This is a military address. Your home of record decides who speaks for you; "
                "look up the ZIP code there."
            )
        case NoteCode.BY_PREFIX if NoteCode.SEVERAL_STATES in answer.notes:
            return _(
                "This code itself is not in our list, and its beginning does not tell who speaks for you. The official "
                "finder knows more: {finder}",
                finder=finder_url,
            )
        case NoteCode.BY_PREFIX if any(person.role in answer.lower_roles for person in answer.people):
            return _(
                "This code itself is not in our list; its beginning tells who speaks for the area. The official finder "
                "knows more: {finder}",
                finder=finder_url,
            )
        case NoteCode.BY_PREFIX:
            return _(
                "This code itself is not in our list; its first digits tell the state. The official finder knows more: "
                "{finder}",
                finder=finder_url,
            )
        case NoteCode.TERM_ENDED:
            return _("A term in this list has ended. Somebody else may hold that seat now.")
        case NoteCode.OLD_DATA:
            return _("This list is as of {day}. Seats may have changed since.", day=answer.as_of)
        case NoteCode.SAMPLE_DATA:
            return _("These people are invented, for a demonstration.")


def _without_a_vote(answer: Answer) -> Message:
    """Delegates are those of the House in Washington; other countries have their own words for such a seat."""
    roles = {person.role for person in answer.people}
    if Role.DELEGATE not in roles:
        return _("One of these people has no vote.")
    if Role.SENATOR in roles:
        return _("A delegate speaks in the House but has no vote on the floor.")
    return _("Your delegate speaks in the House but has no vote on the floor, and there are no senators here.")
