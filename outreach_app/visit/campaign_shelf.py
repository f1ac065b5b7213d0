"""The campaigns a station has, one of which it shows. Staff choose among them; packs come in checked, or not at all.

A station whose enrolment names a publisher takes and shows only what that publisher signed, byte for byte.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.campaign.ageing import Ageing, expired, expiring, overdue, soon_overdue, unverified_helplines
from outreach_app.campaign.bundled import pack_at
from outreach_app.campaign.problems import Findings, refusal
from outreach_app.campaign.reading import read_campaign
from outreach_app.campaign.signature import require_publisher, verify_signature
from outreach_app.campaign.unpacking import is_packed, put_pack
from outreach_app.domain.campaign import Campaign, Helpline
from outreach_app.errors import CampaignError, Message
from outreach_app.language import Listing, _
from outreach_app.pledge_book.durable_files import storage_error, sync_folder, sync_tree
from outreach_app.pledge_book.enrolment import fingerprint_of_key

_ARRIVING, _LEAVING = ".arriving", ".leaving-"
"""A folder and the beginning of one: where a newer version waits, and where the older one stands aside for a moment."""


@dataclass(frozen=True)
class ShelvedCampaign:
    """One campaign of a station, as the staff see it in their list.

    Attributes:
        id: its name on the shelf, which every pledge bears.
        is_shown: whether it is the one on screen.
        campaign: what it says; ``None`` if it cannot be used.
        fault: why it cannot be used; ``None`` if it can.
        signed_by: fingerprint of whoever signed it; ``None`` if nobody did.
    """

    id: str
    is_shown: bool
    campaign: Campaign | None
    fault: Message | None
    signed_by: str | None

    def hidden(self, today: date) -> list[Ageing]:
        """Facts, bills and actions whose last day is over."""
        return expired(self.campaign, today) if self.campaign is not None else []

    def ending(self, today: date) -> list[Ageing]:
        """What has at most 30 days left, whether it is hidden then or only to be looked at."""
        if self.campaign is None:
            return []
        return [*expiring(self.campaign, today), *soon_overdue(self.campaign, today)]

    def to_look_at(self, today: date) -> list[Ageing]:
        """Links that are never hidden, and whose last day is over."""
        return overdue(self.campaign, today) if self.campaign is not None else []

    def unverified(self, today: date) -> list[Helpline]:
        """Helplines that nobody has verified for 90 days."""
        return unverified_helplines(self.campaign, today) if self.campaign is not None else []


class CampaignShelf:
    """A station's packs, each in a folder named by the campaign's id.

    Args:
        folder: where they lie.
        publisher: public key of the only publisher whose packs may be here, 64 hex digits; ``None`` for any pack.
        shown: id of the campaign on screen.
        keep_shown: keeps another choice in the station's settings.
    """

    def __init__(self, folder: Path, publisher: str | None, shown: str, keep_shown: Callable[[str], None]) -> None:
        self._folder = folder
        self._publisher = publisher
        self._shown = shown
        self._keep_shown = keep_shown

    @property
    def shown(self) -> str:
        """Id of the campaign on screen."""
        return self._shown

    def ids(self) -> tuple[str, ...]:
        """The ids of all campaigns here, sorted.

        Raises:
            CampaignError: the folder cannot be read.
        """
        try:
            self._bring_back()
            names = [entry.name for entry in self._folder.iterdir() if entry.is_dir()]
        except OSError as error:
            raise CampaignError(_("The station’s campaigns cannot be read. Set the station up again.")) from error
        return tuple(sorted(name for name in names if not name.startswith(".")))

    def campaigns(self) -> list[ShelvedCampaign]:
        """All campaigns here, each read and its signature verified; takes a second for packs with films.

        Raises:
            CampaignError: the folder cannot be read.
        """
        return [self._look_at(name) for name in self.ids()]

    def read(self, name: str) -> Campaign:
        """One campaign, ready to be shown. Its signature is verified where the station has a publisher.

        Raises:
            CampaignError: there is none of that id, it cannot be used, or its publisher did not sign it.
        """
        known = self.ids()
        if name not in known:
            raise CampaignError(
                _("This station has no campaign {id}. It has: {known}.", id=name, known=Listing(known))
                if known
                else _("This station has no campaign. Set it up again with a pack.")
            )
        return _read(self._folder / name, self._publisher, name)

    def choose(self, name: str) -> Campaign:
        """Show another campaign from the next opening on, once it is known to be usable.

        Raises:
            CampaignError: it cannot be used; the one shown before stays.
            StorageFull, StorageFailed: the choice cannot be kept; likewise.
        """
        campaign = self.read(name)
        self._keep_shown(name)
        self._shown = name
        return campaign

    def add(self, pack: Path) -> Campaign:
        """Put a campaign on the shelf, in place of an older version of the same; it is not shown by that.

        Args:
            pack: a folder, a ``.campaign`` file, or the name of a bundled campaign.

        Raises:
            CampaignError: it cannot be used, or its publisher did not sign it. Nothing was changed.
            StorageFull, StorageFailed: the disk refuses; likewise.
        """
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            return self._put_in_place(pack)
        except OSError as error:
            raise storage_error(error) from error
        finally:
            self._clear_away()

    def _put_in_place(self, pack: Path) -> Campaign:
        arriving = self._folder / _ARRIVING
        self._clear_away()
        if not is_packed(pack_at(pack)):
            # A folder is judged where it lies, so that no link in it is ever followed.
            read_campaign(pack_at(pack))
        put_pack(pack, arriving)
        name = _read(arriving, self._publisher, None).id
        if self._publisher is None:
            _refuse_altered(arriving)
        sync_tree(arriving)
        if (self._folder / name).exists():
            # No system exchanges two folders in one step everywhere. A power cut between these two leaves both
            # versions here under other names, and whoever looks next finds the older one by its name.
            (self._folder / name).rename(self._folder / (_LEAVING + name))
        arriving.rename(self._folder / name)
        sync_folder(self._folder)
        return read_campaign(self._folder / name)

    def _bring_back(self) -> None:
        """Give an older version its name again, where the newer one never came into its place."""
        for leaving in self._folder.glob(f"{_LEAVING}*"):
            place = self._folder / leaving.name.removeprefix(_LEAVING)
            if not place.exists():
                leaving.rename(place)

    def _clear_away(self) -> None:
        """Leave nothing half-way: no pack that was not taken, no older version beside the newer."""
        shutil.rmtree(self._folder / _ARRIVING, ignore_errors=True)
        with suppress(OSError):
            self._bring_back()
            for leaving in self._folder.glob(f"{_LEAVING}*"):
                if (self._folder / leaving.name.removeprefix(_LEAVING)).exists():
                    shutil.rmtree(leaving, ignore_errors=True)

    def _look_at(self, name: str) -> ShelvedCampaign:
        folder, is_shown = self._folder / name, name == self._shown
        try:
            campaign = _read(folder, self._publisher, name)
            signed_by = _refuse_altered(folder)
        except CampaignError as error:
            return ShelvedCampaign(name, is_shown, None, error.message, None)
        return ShelvedCampaign(name, is_shown, campaign, None, signed_by)


def _read(folder: Path, publisher: str | None, name: str | None) -> Campaign:
    """A pack that may be shown here."""
    if publisher is not None:
        require_publisher(folder, publisher)
    campaign = read_campaign(folder)
    if name not in (None, campaign.id):
        raise CampaignError(_("The campaign in {folder} is another one. Set the station up again.", folder=folder.name))
    return campaign


def _refuse_altered(folder: Path) -> str | None:
    """The fingerprint of whoever signed a pack, ``None`` for an unsigned one; one that was changed is refused."""
    findings = Findings()
    signed_by = verify_signature(folder, findings)
    if errors := findings.errors():
        raise refusal(errors)
    return fingerprint_of_key(signed_by) if signed_by is not None else None
