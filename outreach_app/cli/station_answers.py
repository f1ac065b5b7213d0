"""What ``outreach station`` answers: campaigns on a shelf, what is shown once, and how long sealed pledges stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from outreach_app.errors import Message
from outreach_app.language import SOURCE_LANGUAGE, Tongue, _
from outreach_app.pledge_book.retention import Retention
from outreach_app.visit.campaign_shelf import ShelvedCampaign
from outreach_app.visit.pins import StaffRole


def campaign_document(held: ShelvedCampaign, today: date) -> dict[str, object]:
    """One campaign as it stands in the JSON."""
    tongue = Tongue(SOURCE_LANGUAGE)
    return {
        "id": held.id,
        "shown": held.is_shown,
        "name": tongue.say(held.campaign.name) if held.campaign is not None else None,
        "version": held.campaign.version if held.campaign is not None else None,
        "languages": held.campaign.languages if held.campaign is not None else [],
        "signed_by": held.signed_by,
        "hidden": [one.key for one in held.hidden(today)],
        "ending": [one.key for one in held.ending(today)],
        "fault": tongue.say(held.fault) if held.fault is not None else None,
    }


def campaign_line(held: ShelvedCampaign) -> Message:
    """One campaign for a person."""
    if held.campaign is None:
        return _("cannot be used  {id}: {fault}", id=held.id, fault=held.fault)
    name, version = held.campaign.name, held.campaign.version
    if held.is_shown:
        return _("shown           {id}: {name}, version {version}", id=held.id, name=name, version=version)
    return _("can be shown    {id}: {name}, version {version}", id=held.id, name=name, version=version)


@dataclass(frozen=True)
class ShownOnce:
    """What is shown once: PINs that were invented (``None`` for given ones), and the recovery code."""

    pins: dict[StaffRole, str] | None
    recovery_code: str


def lines_shown_once(shown: ShownOnce) -> list[Message]:
    """What to write down."""
    lines = [_("Recovery code for a locked staff area: {code}", code=shown.recovery_code)]
    if shown.pins is not None:
        lines += [
            _("Lead PIN: {pin}", pin=shown.pins[StaffRole.LEAD]),
            _("Volunteer PIN: {pin}", pin=shown.pins[StaffRole.VOLUNTEER]),
        ]
    return [*lines, _("Write them down now. They are not shown again.")]


def retention_line(retention: Retention) -> Message:
    """How long the sealed pledges stay."""
    if retention.is_erased:
        return _("The sealed pledges were erased here. The office has them.")
    if retention.erased_from is None:
        return _("The receipt is kept. The seven days start when the clock is right again.")
    return _("The receipt is kept. The sealed pledges here may be erased from {day}.", day=retention.erased_from.date())
