"""The rows of a station's checklist that belong to its campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from outreach_app.campaign.ageing import VERIFY_HELPLINES_EVERY_DAYS, WARN_BEFORE_EXPIRY_DAYS
from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import CampaignError, Message, SealingError
from outreach_app.language import Listing, _, ngettext
from outreach_app.visit.campaign_shelf import ShelvedCampaign
from outreach_app.visit.station_folder import StationFolder


def check_campaigns(station: StationFolder, today: date) -> list[Check]:
    """Every row on the campaign that is shown, and one for each other that could not be."""
    try:
        shelf = station.shelf()
    except SealingError:
        # The enrolment has a row of its own, and without it nobody knows whose packs may be shown.
        return []
    try:
        held = shelf.campaigns()
        shown = next((one for one in held if one.is_shown), None)
        if shown is None:
            shelf.read(shelf.shown)
    except CampaignError as error:
        return [_unusable(error.message)]
    rows = list(_shown(shown, today)) if shown is not None else []
    return [*rows, *(_other(one.id, one.fault) for one in held if not one.is_shown and one.fault is not None)]


def _unusable(fault: Message) -> Check:
    remedy = _("Ask the campaign for its pack again, and set the station up with it.")
    return Check("campaign", CheckLevel.FAIL, fault, remedy)


def _other(name: str, fault: Message) -> Check:
    text = _("The campaign {id} could not be shown. {fault}", id=name, fault=fault)
    return Check("other-campaign", CheckLevel.WARN, text, _("Bring its pack again, or leave it out."))


def _shown(held: ShelvedCampaign, today: date) -> Iterator[Check]:
    if held.campaign is None:
        assert held.fault is not None  # noqa: S101 - the shelf gives one or the other
        yield _unusable(held.fault)
        return
    name, version = held.campaign.name, held.campaign.version
    text = _("The campaign is {name}, version {version}.", name=name, version=version)
    yield Check("campaign", CheckLevel.OK, text)
    yield _signature(held)
    if not held.campaign.pledge.is_approved:
        text = _("The pledge’s words are sample text: nobody has approved them.")
        yield Check("sample-text", CheckLevel.WARN, text, _("Ask the campaign for a pack with approved words."))
    yield from _age(held, today)


def _signature(held: ShelvedCampaign) -> Check:
    if held.signed_by is None:
        text = _("Nobody has signed this campaign, so nobody would notice a file that was changed.")
        remedy = _("Ask the office for a pack that it has signed.")
        return Check("signature", CheckLevel.WARN, text, remedy)
    return Check(
        "signature",
        CheckLevel.OK,
        _("The campaign is as it was signed. Fingerprint of the key: {letters}", letters=held.signed_by),
    )


def _age(held: ShelvedCampaign, today: date) -> Iterator[Check]:
    newer = _("Ask the campaign for a newer pack.")
    if hidden := held.hidden(today):
        text = ngettext(
            "One statement is out of date and hidden: {keys}.",
            "{count} statements are out of date and hidden: {keys}.",
            len(hidden),
            keys=Listing(tuple(one.key for one in hidden)),
        )
        yield Check("statements", CheckLevel.WARN, text, newer)
    if ending := held.ending(today):
        text = ngettext(
            "One statement ends within {days} days: {keys}.",
            "{count} statements end within {days} days: {keys}.",
            len(ending),
            days=WARN_BEFORE_EXPIRY_DAYS,
            keys=Listing(tuple(one.key for one in ending)),
        )
        yield Check("ending", CheckLevel.WARN, text, newer)
    if old := held.to_look_at(today):
        text = ngettext(
            "One link is shown though its last day is over: {keys}.",
            "{count} links are shown though their last day is over: {keys}.",
            len(old),
            keys=Listing(tuple(one.key for one in old)),
        )
        yield Check("links", CheckLevel.WARN, text, newer)
    if unverified := held.unverified(today):
        text = ngettext(
            "One helpline was not verified for {days} days: {names}.",
            "{count} helplines were not verified for {days} days: {names}.",
            len(unverified),
            days=VERIFY_HELPLINES_EVERY_DAYS,
            names=Listing(tuple(helpline.label for helpline in unverified)),
        )
        yield Check("helplines", CheckLevel.WARN, text, _("Call each one before the event opens."))
