"""An author's check of a pack: everything that refuses it, and everything worth a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.campaign.ageing import (
    dated_ahead,
    expired,
    expiring,
    last_day_with_facts,
    overdue,
    soon_overdue,
    unverified_helplines,
)
from outreach_app.campaign.fitting import note_tight_places
from outreach_app.campaign.names import SETTINGS
from outreach_app.campaign.placeholders import note_placeholders
from outreach_app.campaign.problems import Findings, Problem, Severity
from outreach_app.campaign.reading import gather
from outreach_app.campaign.screening import look_at_films
from outreach_app.campaign.signature import verify_signature
from outreach_app.campaign.unpacking import looked_into
from outreach_app.domain.campaign import Campaign
from outreach_app.language import _

_FILMS = frozenset({"film", "loop"})
"""Tables of campaign.toml whose files are looked into, once nothing is wrong with the tables themselves."""


@dataclass(frozen=True)
class Examination:
    """What came of a check.

    Attributes:
        problems: everything wrong or worth a look, what refuses the pack first.
        campaign: what was read; ``None`` where the pack could not be read at all. Its films are gone if it was a file.
        signed_by: public key of whoever signed it, 64 hex digits; ``None`` if nobody did, or it was changed since.
    """

    problems: list[Problem]
    campaign: Campaign | None
    signed_by: str | None

    @property
    def is_usable(self) -> bool:
        """Whether nothing refuses the pack."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def check_campaign(pack: Path, today: date) -> list[Problem]:
    """Every problem of a pack on a day; see :func:`examine`."""
    return examine(pack, today).problems


def examine(pack: Path, today: date, *, with_signature: bool = True) -> Examination:
    """Look at everything in a pack, as a folder or a ``.campaign`` file. Without an error it can be used.

    What has grown old is looked at once nothing refuses the pack any more.

    Args:
        pack: the folder or file, or the name of a bundled campaign.
        today: the day.
        with_signature: whether a signature in it must fit; not while the pack is about to be signed anew.

    Raises:
        StorageFull, StorageFailed, FolderError: there is no place to unpack it.
        OSError: the program's own theme cannot be read.
    """
    findings = Findings()
    with looked_into(pack, findings) as folder:
        campaign = gather(folder, findings) if folder is not None else None
        signed_by = verify_signature(folder, findings) if folder is not None and with_signature else None
        if folder is not None and campaign is not None:
            note_placeholders(folder, campaign.languages, findings)
            if not any(problem.key.split(".")[0] in _FILMS for problem in findings.errors()):
                look_at_films(campaign, findings)
    if campaign is not None and not findings.errors():
        _look_at_age(campaign, today, findings)
        note_tight_places(campaign, findings)
        if campaign.pledge.minimum_age is None:
            said = _("Nobody's age is asked. Ask your counsel whether children may sign this.")
            findings.warn(SETTINGS, "pledge.minimum_age", said)
        if not campaign.pledge.is_approved:
            said = _("The pledge's words are not approved, so the staff see them marked as sample text.")
            findings.warn(SETTINGS, "pledge.approved", said)
    return Examination(findings.all(), campaign, signed_by)


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
    for one in soon_overdue(campaign, today):
        said = _("This is good until {day}. It is shown after that too; look at it by then.", day=one.freshness.expires)
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
