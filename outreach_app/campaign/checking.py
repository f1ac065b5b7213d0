"""An author's check of a pack: everything that refuses it, and everything worth a look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from outreach_app.campaign.ageing import (
    dated_ahead,
    expired,
    expiring,
    last_day_with_facts,
    overdue,
    unverified_helplines,
)
from outreach_app.campaign.names import SETTINGS
from outreach_app.campaign.problems import Findings, Problem
from outreach_app.campaign.reading import gather
from outreach_app.domain.campaign import Campaign
from outreach_app.language import _


def check_campaign(folder: Path, today: date) -> list[Problem]:
    """Every problem of a pack on a day, what refuses it first. A pack without an error can be used.

    What has grown old is looked at once nothing refuses the pack any more.

    Raises:
        OSError: the program's own theme cannot be read.
    """
    findings = Findings()
    campaign = gather(folder, findings)
    if campaign is not None and not findings.errors():
        _look_at_age(campaign, today, findings)
        if not campaign.pledge.is_approved:
            said = _("The pledge's words are not approved, so the staff see them marked as sample text.")
            findings.warn(SETTINGS, "pledge.approved", said)
    return findings.all()


def _look_at_age(campaign: Campaign, today: date, findings: Findings) -> None:
    for one in expired(campaign, today):
        said = _("This ended on {day} and is hidden. Renew it or take it out.", day=one.freshness.expires)
        findings.warn(SETTINGS, one.key, said)
    for one in overdue(campaign, today):
        said = _("This was good until {day}. It is shown all the same; look at it again.", day=one.freshness.expires)
        findings.warn(SETTINGS, one.key, said)
    for one in expiring(campaign, today):
        said = _("This ends on {day} and is hidden from the next day on.", day=one.freshness.expires)
        findings.warn(SETTINGS, one.key, said)
    for one in dated_ahead(campaign, today):
        said = _("This is dated {day}, which is still to come. Look at the date.", day=one.freshness.as_of)
        findings.warn(SETTINGS, one.key, said)
    for helpline in unverified_helplines(campaign, today):
        said = _("Nobody has verified this since {day}. Call or look, then change the date.", day=helpline.verified_on)
        findings.warn(SETTINGS, f"helplines.{helpline.id}", said)
    last = last_day_with_facts(campaign)
    if last is not None:
        said = _("After {day} no fact is left to show. Add one that never expires.", day=last)
        findings.warn(SETTINGS, "facts", said)
