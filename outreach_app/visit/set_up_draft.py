"""A set-up under way: each answer is on the disk before the next question, so that it can be left at any moment.

What is chosen is copied at once, so that the stick can go; PINs are hashed at once and never kept in the clear. Only
:meth:`SetUpDraft.finish` makes a station, whole or not at all; then the draft is erased.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import StorageFailed
from outreach_app.language import _
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.pledge_book.durable_files import DurableFolder, storage_error, sync_folder
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, read_enrolment
from outreach_app.visit.campaign_shelf import CampaignShelf
from outreach_app.visit.pins import StaffRole, choose_pin
from outreach_app.visit.ports import Clock
from outreach_app.visit.preferences import FIRST_LANGUAGE, GOAL, LAST_DAY, Preferences
from outreach_app.visit.set_up_file import SUFFIX, read_set_up_file, write_set_up_file
from outreach_app.visit.setting_up import StaffDoor, StationSetup, set_up
from outreach_app.visit.staff_gate import recovery_tag
from outreach_app.visit.station_folder import (
    CAMPAIGNS_NAME,
    ENROLMENT_NAME,
    LEGISLATORS_NAME,
    USUAL_PAPER,
    StationFolder,
)
from outreach_app.visit.station_home import StationHome

_ANSWERS_NAME = "answers.json"
_UNPACKED = "unpacked"
_MOST_BYTES = 65_536


class SetUpStep(Enum):
    """The steps of a set-up, in their order; the values stand in the draft."""

    OFFICE = "office"  # whose key pledges are sealed for
    CAMPAIGN = "campaign"
    EVENT = "event"  # its name, place and last day, the goal, the first language
    PRINTER = "printer"
    LAWMAKERS = "lawmakers"
    PINS = "pins"
    RECOVERY = "recovery"  # the code that opens a locked staff area
    CHECK = "check"  # all of it on one page


class Answers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was answered so far. ``made`` is the folder's name once the station is being made."""

    format: Literal[1] = 1
    language: str = ""
    is_compared: bool = False
    campaign: str = ""
    event: str = ""
    place: str = ""
    goal: int = 0
    first_language: str = "campaign"
    last_day: str = ""
    printer: str = ""
    paper: str = USUAL_PAPER
    has_chosen_printer: bool = False
    lawmakers: Literal["", "none", "given"] = ""
    pins: dict[StaffRole, str] = {}
    recovery: str = ""
    made: str = ""


class SetUpDraft:
    """The answers on disk. Every method that takes a file may take a second, so it belongs off the event loop.

    Args:
        home: the device's stations.

    Attributes:
        answers: what was answered so far.
    """

    def __init__(self, home: StationHome) -> None:
        self._home, self._folder = home, home.draft_folder
        self.answers = self._read()

    # -- what is known ---------------------------------------------------------------------------------------------

    @property
    def has_begun(self) -> bool:
        """Whether there is something to go on with."""
        return (self._folder / _ANSWERS_NAME).is_file()

    def enrolment(self) -> Enrolment | None:
        """Whom pledges will be sealed for, once that was chosen."""
        path = self._folder / ENROLMENT_NAME
        return read_enrolment(path) if path.is_file() else None

    def campaign(self) -> Campaign | None:
        """The campaign that will be shown, once it was chosen.

        Raises:
            CampaignError: its copy cannot be used, or the office chosen since then wants its own packs only.
        """
        return self._shelf().read(self.answers.campaign) if self.answers.campaign else None

    def step(self) -> SetUpStep:
        """The first step that is not answered."""
        held = self.answers
        answered = {
            SetUpStep.OFFICE: held.is_compared and (self._folder / ENROLMENT_NAME).is_file(),
            SetUpStep.CAMPAIGN: bool(held.campaign),
            SetUpStep.EVENT: bool(held.event),
            SetUpStep.PRINTER: held.has_chosen_printer,
            SetUpStep.LAWMAKERS: bool(held.lawmakers),
            SetUpStep.PINS: set(held.pins) == set(StaffRole),
            SetUpStep.RECOVERY: bool(held.recovery),
        }
        return next((step for step, is_answered in answered.items() if not is_answered), SetUpStep.CHECK)

    # -- answers ---------------------------------------------------------------------------------------------------

    def keep(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Answers, which msgspec checks
        """Keep some answers.

        Raises:
            StorageFull, StorageFailed: the disk refuses; the answers before still stand.
        """
        answers = msgspec.structs.replace(self.answers, **changes)
        content = msgspec.json.format(msgspec.json.encode(answers), indent=2) + b"\n"

        def check(file: BinaryIO) -> None:
            if file.read() != content:
                raise StorageFailed(_("The disk gave back something else than was written. Take another."))

        self._make_folder()
        DurableFolder(self._folder, is_private=True).keep(_ANSWERS_NAME, [content], check)
        self.answers = answers

    def speak(self, language: str) -> None:
        """Remember the language of whoever answers, so that it goes on in it; before the first answer, until then.

        Raises:
            StorageFull, StorageFailed: the disk refuses.
        """
        if self.has_begun:
            self.keep(language=language)
        else:
            self.answers = msgspec.structs.replace(self.answers, language=language)

    def take_enrolment(self, file: Path) -> Enrolment:
        """Copy an enrolment; it counts once somebody has compared its letters.

        Raises:
            SealingError: it cannot be used; what was chosen before stays.
            StorageFull, StorageFailed: the disk refuses; likewise.
        """
        enrolment = read_enrolment(file)
        content = encode_enrolment(enrolment)
        self.keep(is_compared=False)
        DurableFolder(self._folder, is_private=True).keep(ENROLMENT_NAME, [content], lambda _copy: None)
        return enrolment

    def take_campaign(self, pack: Path) -> Campaign:
        """Copy a campaign: a folder, a ``.campaign`` file or a bundled one's name.

        Raises:
            CampaignError: it cannot be used, or the office did not sign it.
            StorageFull, StorageFailed: the disk refuses.
        """
        self._make_folder()
        campaign = self._shelf().add(pack)
        self.keep(campaign=campaign.id)
        return campaign

    def take_lawmakers(self, file: Path | None) -> None:
        """Copy lawmaker data, or go without.

        Raises:
            LegislatorsError: it cannot be used.
            StorageFull, StorageFailed: the disk refuses.
        """
        target = self._folder / LEGISLATORS_NAME
        if file is not None:
            LegislatorPack.open(file).close()
        try:
            self._make_folder()
            if file is None:
                target.unlink(missing_ok=True)
            elif file != target:
                partial = target.with_suffix(".partial")
                shutil.copyfile(file, partial)
                partial.replace(target)
                sync_folder(self._folder)
        except OSError as error:
            raise storage_error(error) from error
        self.keep(lawmakers="none" if file is None else "given")

    def set_pin(self, role: StaffRole, pin: str) -> None:
        """Hash a PIN and forget it.

        Raises:
            FolderError: it is short, easy to guess, or the other role's.
            StorageFull, StorageFailed: the disk refuses.
        """
        self.keep(pins={**self.answers.pins, role: choose_pin(role, pin, self.answers.pins)})

    def set_recovery(self, code: str) -> None:
        """Keep the tag of a recovery code that was written down.

        Raises:
            StorageFull, StorageFailed: the disk refuses.
        """
        self.keep(recovery=recovery_tag(code) or "")

    def take_set_up_file(self, file: Path) -> None:
        """Take every answer from a ``.setup`` file; only the office's letters are still to be compared.

        Raises:
            FolderError, CampaignError, SealingError, LegislatorsError: it, or a part in it, cannot be used.
            StorageFull, StorageFailed: the disk refuses.
        """
        self._make_folder()
        unpacked = self._folder / _UNPACKED
        shutil.rmtree(unpacked, ignore_errors=True)
        try:
            held = read_set_up_file(file, unpacked)
            setup = held.setup
            self.take_enrolment(setup.enrolment)
            shelf = self._shelf()
            ids = [shelf.add(pack).id for pack in (setup.campaign, *setup.more_campaigns)]
            self.take_lawmakers(setup.legislators)
            self.keep(
                campaign=ids[0],
                event=setup.event,
                place=setup.place,
                goal=setup.preferences.number(GOAL),
                first_language=setup.preferences.choice(FIRST_LANGUAGE),
                last_day=setup.preferences.choice(LAST_DAY),
                printer=setup.printer,
                paper=setup.paper,
                has_chosen_printer=True,
                pins=dict(held.door.pin_hashes),
                recovery=held.door.recovery_tag,
            )
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)

    def begin_like(self, station: StationFolder) -> None:
        """Begin the next event with the office, campaigns, lawmakers, printer and PINs of this one.

        Raises:
            FolderError, CampaignError, SealingError, LegislatorsError: a part of it cannot be used.
            StorageFull, StorageFailed: the disk refuses.
        """
        self._make_folder()
        file = self._folder / f"like{SUFFIX}"
        try:
            self.take_set_up_file(write_set_up_file(station, file))
        finally:
            file.unlink(missing_ok=True)
        # The letters were compared when that station was set up, and its copy has not left this device.
        self.keep(is_compared=True, event="", last_day="")

    # -- the end ---------------------------------------------------------------------------------------------------

    def finish(self, clock: Clock, random_bytes: Callable[[int], bytes]) -> StationFolder:
        """Make the station, remember it as the one to open, and erase the draft.

        Raises:
            FolderError, CampaignError, LegislatorsError, SealingError: a part cannot be used; the draft stays.
            StorageFull, StorageFailed: the disk refuses; likewise.
        """
        held = self.answers
        folder = self._home.new_folder(held.event, clock.now().date(), random_bytes)
        self._home.make()
        self.keep(made=folder.name)
        shelf = self._shelf()
        others = tuple(self._folder / CAMPAIGNS_NAME / name for name in shelf.ids() if name != held.campaign)
        setup = StationSetup(
            campaign=self._folder / CAMPAIGNS_NAME / held.campaign,
            enrolment=self._folder / ENROLMENT_NAME,
            event=held.event,
            place=held.place,
            legislators=self._folder / LEGISLATORS_NAME if held.lawmakers == "given" else None,
            more_campaigns=others,
            printer=held.printer,
            paper=held.paper,
            preferences=self._preferences(),
        )
        station = set_up(folder, setup, StaffDoor(held.pins, held.recovery), clock, random_bytes)
        self._home.remember(folder)
        self.discard()
        return station

    def discard(self) -> None:
        """Erase the draft and begin anew."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self.answers = Answers(language=self.answers.language)

    # -- disk ------------------------------------------------------------------------------------------------------

    def _preferences(self) -> Preferences:
        held = self.answers
        chosen = ((GOAL, held.goal), (FIRST_LANGUAGE, held.first_language), (LAST_DAY, held.last_day))
        return Preferences({each.key: value for each, value in chosen if value != each.default})

    def _shelf(self) -> CampaignShelf:
        enrolment = self.enrolment()
        publisher = None if enrolment is None else enrolment.publisher
        return CampaignShelf(self._folder / CAMPAIGNS_NAME, publisher, self.answers.campaign, lambda _shown: None)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error) from error

    def _read(self) -> Answers:
        """The answers there are. What cannot be read is begun anew, and so is what became a station before a crash."""
        held: Answers | None = None
        with (
            suppress(OSError, msgspec.DecodeError, UnicodeDecodeError),
            (self._folder / _ANSWERS_NAME).open("rb") as file,
        ):
            held = msgspec.json.decode(file.read(_MOST_BYTES), type=Answers)
        if held is None:
            return Answers()
        made = next((path for path in self._home.stations() if path.name == held.made), None)
        if made is not None:
            self._home.remember(made)
            shutil.rmtree(self._folder, ignore_errors=True)
            return Answers()
        return held
