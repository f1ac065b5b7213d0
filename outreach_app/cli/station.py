"""``outreach station``: set a table up, check it, rehearse, copy out, take back, take the office's receipt."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_app.campaign.bundled import pack_at
from outreach_app.cli.answering import progress_bar, show
from outreach_app.cli.checklist import show_checks
from outreach_app.cli.station_answers import (
    ShownOnce,
    campaign_document,
    campaign_line,
    lines_shown_once,
    retention_line,
)
from outreach_app.cli.station_book import book_alone, station_or_its_book
from outreach_app.cli.window_size import SizeOption
from outreach_app.errors import FolderError
from outreach_app.kiosk.opening import Ending, Size, run_window
from outreach_app.kiosk.printers import system_printer
from outreach_app.language import _, ngettext
from outreach_app.pledge_book.copying_out import copy_out as copy_book
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.receipt import read_receipt
from outreach_app.visit.pins import new_pins, read_pin_file
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.ports import SystemClock
from outreach_app.visit.preferences import LAST_DAY, Preferences
from outreach_app.visit.rehearsing import invented_pledges
from outreach_app.visit.set_up_file import read_set_up_file, write_set_up_file
from outreach_app.visit.setting_up import StationSetup, door_of, set_up
from outreach_app.visit.staff_gate import new_recovery_code
from outreach_app.visit.station_check import check_station
from outreach_app.visit.station_folder import USUAL_PAPER, StationFolder
from outreach_app.visit.timekeeping import untrusted_clock

if TYPE_CHECKING:
    from outreach_app.kiosk.window import KioskWindow


_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_DAY = click.DateTime(["%Y-%m-%d"])
_STATION = click.option("--folder", type=_FOLDER, required=True, help="The station's folder.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
_NEW = "outreach station new --folder booth --campaign take-it-down --enrolment office.enrolment --event Fair"


@click.group(epilog="Example: outreach station check --folder booth")
def command() -> None:
    """One table on one device: its folder, its pledge book, its copies."""


@command.command(epilog=f"Example: {_NEW}")
@_STATION
@click.option(
    "--campaign",
    "campaigns",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A campaign pack, as a folder or a .campaign file; several, the one shown first.",
)
@click.option("--enrolment", type=_FILE, help="office.enrolment, from outreach keys new.")
@click.option("--event", help="What the event is called.")
@click.option("--place", default="", help="Where it is.")
@click.option("--legislators", type=_FILE, help="Lawmaker data, from outreach legislators build.")
@click.option("--pin-file", type=_FILE, help="Lines lead: 123456 and volunteer: 654321; without it both are invented.")
@click.option("--printer", default="", help="The printer's name, as lpstat -p lists it; without it none is used.")
@click.option("--paper", default=USUAL_PAPER, show_default=True, help="The paper in it, of outreach handouts papers.")
@click.option("--last-day", type=_DAY, help="Its last day; the table opens until noon on the day after.")
@click.option("--from", "setup_file", type=_FILE, help="A .setup file that says all of this, for many devices.")
@_JSON
def new(
    folder: Path,
    campaigns: tuple[Path, ...],
    enrolment: Path | None,
    event: str | None,
    place: str,
    legislators: Path | None,
    pin_file: Path | None,
    printer: str,
    paper: str,
    last_day: datetime | None,
    setup_file: Path | None,
    as_json: bool,
) -> None:
    """Set a station up and open its event."""
    if setup_file is not None:
        station, secrets_shown = _set_up_like(folder, setup_file, last_day), None
    elif not campaigns or enrolment is None or event is None:
        raise click.UsageError("Give --campaign, --enrolment and --event, or --from with a setup file.")
    else:
        shown, *others = map(pack_at, campaigns)
        days = _with_last_day(Preferences(), last_day)
        setup = StationSetup(shown, enrolment, event, place, legislators, tuple(others), printer, paper, days)
        pins = new_pins() if pin_file is None else read_pin_file(pin_file)
        secrets_shown = ShownOnce(pins if pin_file is None else None, new_recovery_code(secrets.token_bytes))
        door = door_of(pins, secrets_shown.recovery_code)
        station = set_up(folder, setup, door, SystemClock(), secrets.token_bytes)
    public = station.enrolment()
    document: dict[str, object] = {
        "folder": str(folder),
        "station": station.settings.where.station,
        "event": station.settings.where.event,
        "fingerprint": public.fingerprint,
    }
    sentences = [
        _("The station is ready in {folder}, and its event is open.", folder=str(folder)),
        _("Pledges are sealed for {label}.", label=public.label),
        _("Compare with the printed sheet: {letters}", letters=public.fingerprint),
    ]
    if secrets_shown is not None:
        document["recovery_code"] = secrets_shown.recovery_code
        sentences += lines_shown_once(secrets_shown)
        if secrets_shown.pins is not None:
            document["pins"] = {role.value: pin for role, pin in secrets_shown.pins.items()}
    show(document, sentences, as_json=as_json)


@command.command("share", epilog="Example: outreach station share --folder booth --out /media/stick/fair.setup")
@_STATION
@click.option("--out", type=_FILE, required=True, help="The .setup file to make.")
@_JSON
def share(folder: Path, out: Path, as_json: bool) -> None:
    """Make one file that sets up more devices like this one, each with an id of its own."""
    made = write_set_up_file(StationFolder(folder), out)
    sentences = [
        _("Made {file}. On the next device: outreach station new --folder booth --from {file}", file=str(made)),
        _("It holds no key and no pledge, but the hashes of both PINs. Keep it like a staff card."),
    ]
    show({"file": str(made)}, sentences, as_json=as_json)


@command.command(name="open", epilog="Example: outreach station open --folder booth")
@_STATION
@click.option("--campaign", help="Id of the campaign to show from now on; without it, the one shown last.")
@click.option("--windowed", is_flag=True, help="In a window on the desktop instead of the full screen.")
@click.option("--size", type=SizeOption(), default=(1280, 800), show_default="1280x800", help="Size of that window.")
def open_station(folder: Path, campaign: str | None, windowed: bool, size: Size) -> int:
    """Open the table for visitors. Stop it with Ctrl+C here, or Alt+F4 in a window."""

    def make() -> tuple[KioskWindow, Callable[[], None]]:
        # The window's modules load Qt, so they come after the check that Qt is there.
        from outreach_app.kiosk.table import open_table

        window, closed = open_table(folder, campaign_id=campaign)
        if windowed:
            window.allow_close()
        return window, closed

    return run_window(make, size=size if windowed else None, ending=Ending())


@command.command(epilog="Example: outreach station campaigns --folder booth --add renewed.campaign --show my-campaign")
@_STATION
@click.option("--add", "packs", type=click.Path(path_type=Path), multiple=True, help="A pack to put in, or to renew.")
@click.option("--show", "shown", help="Id of the campaign to show from the next opening on.")
@_JSON
def campaigns(folder: Path, packs: tuple[Path, ...], shown: str | None, as_json: bool) -> None:
    """List the campaigns of a station, put others in, or choose the one it shows."""
    shelf = StationFolder(folder).shelf()
    for pack in packs:
        shelf.add(pack)
    if shown is not None:
        shelf.choose(shown)
    held, today = shelf.campaigns(), SystemClock().now().date()
    document = {"campaigns": [campaign_document(one, today) for one in held]}
    show(document, [campaign_line(one) for one in held], as_json=as_json)


@command.command(epilog="Example: outreach station check --folder booth --json")
@_STATION
@_JSON
def check(folder: Path, as_json: bool) -> int:
    """Say what the station lacks, each with its remedy."""
    return show_checks(check_station(StationFolder(folder), SystemClock(), system_printer), as_json=as_json)


@command.command(epilog="Example: outreach station rehearse --folder booth --pledges 50 --seed 7")
@_STATION
@click.option("--pledges", type=click.IntRange(min=1), required=True, help="How many invented people sign.")
@click.option("--seed", type=int, help="The same seed invents the same people; without it, others each time.")
@click.option("--verbose", is_flag=True, help="One line, saved NUMBER, after each commit.")
@_JSON
def rehearse(folder: Path, pledges: int, seed: int | None, verbose: bool, as_json: bool) -> None:
    """Let invented people sign through the real desk and the real book, marked as rehearsal."""
    station = StationFolder(folder)
    campaign = station.campaign()
    desk = PledgeDesk(campaign, station.settings.where, lambda: station.now(SystemClock()), is_rehearsal=True)
    seed = secrets.randbelow(1_000_000) if seed is None else seed
    with book_alone(folder) as book, progress_bar(_("Signing"), pledges) as advance:
        for pledge in invented_pledges(campaign, desk, pledges, seed):
            receipt = book.sign(pledge)
            advance()
            if verbose and not as_json:
                click.echo(f"saved {receipt.number}")
        slip = book.slip
    sentence = ngettext(
        "One invented person signed. The book holds {pledges} pledges, {rehearsals} of them rehearsal.",
        "{count} invented people signed. The book holds {pledges} pledges, {rehearsals} of them rehearsal.",
        pledges,
        pledges=slip.pledges,
        rehearsals=slip.rehearsals,
    )
    document = {
        "saved": pledges,
        "pledges": slip.pledges,
        "rehearsals": slip.rehearsals,
        "last_code": receipt.withdrawal_code,
    }
    code_line = _("Withdrawal code of the last one, to try: {code}", code=receipt.withdrawal_code)
    show(document, [sentence, code_line], as_json=as_json)


@command.command("copy-out", epilog="Example: outreach station copy-out --folder booth --to /media/stick --close")
@_STATION
@click.option("--to", "target", type=_FOLDER, required=True, help="Where the copy goes, such as a stick.")
@click.option("--close", "is_last", is_flag=True, help="Close the event first, for good.")
@click.option(
    "--slip", "slip_file", type=_FILE, help="Where the closing slip goes as a PDF; keep it apart from the copy."
)
@_JSON
def copy_out(folder: Path, target: Path, is_last: bool, slip_file: Path | None, as_json: bool) -> None:
    """Copy the sealed pledges, read the copy back, and say what the closing slip holds."""
    if not target.is_dir():
        raise FolderError(_("There is no folder {folder}. Is the stick plugged in?", folder=str(target)))
    # With a slip, which speaks of the campaign, the settings are needed; the sealed book is whole without them.
    station = StationFolder(folder) if slip_file is not None else station_or_its_book(folder)
    with book_alone(folder) as book:
        if is_last and not book.is_closed:
            now = SystemClock()
            book.close_event(untrusted_clock(now) if station is None else station.now(now))
        copied = copy_book(book, DurableFolder(target))
    slip = copied.slip
    document = {
        "file": str(copied.path),
        "station": slip.station,
        "event": slip.event,
        "pledges": slip.pledges,
        "rehearsals": slip.rehearsals,
        "withdrawn": slip.withdrawn,
        "entries": slip.entries,
        "head": slip.head,
        "short_head": slip.short_head,
        "closed": slip.is_closed,
    }
    if slip_file is not None and station is not None:
        # Imported here: a table that opens has no use for the press.
        from outreach_app.cli.paper_files import write_closing_slip

        write_closing_slip(slip_file, slip, station.campaign(), SystemClock().now().date())
        document["slip"] = str(slip_file)
    sentences = [
        _("The copy was read back and is whole: {file}", file=str(copied.path)),
        _(
            "Pledges, practice included: {pledges}. Taken back: {withdrawn}.",
            pledges=slip.pledges,
            withdrawn=slip.withdrawn,
        ),
        _("Head, for the closing slip: {letters}", letters=slip.short_head),
        _("The event is closed, and its signing key was erased, as far as flash memory allows.")
        if slip.is_closed
        else _("The event is still open."),
    ]
    if station is None:
        sentences.append(_("The settings of this event and their copy are damaged. The copy does not need them."))
    if slip_file is not None:
        sentences.append(_("The closing slip is in {file}.", file=str(slip_file)))
    show(document, sentences, as_json=as_json)


@command.command(epilog="Example: outreach station withdraw --folder booth 9Q3K-7ZRD-2M5T-XW8C-A")
@_STATION
@click.argument("code")
@_JSON
def withdraw(folder: Path, code: str, as_json: bool) -> None:
    """Take back the pledge that CODE was given for."""
    StationFolder(folder)  # says what is missing where there is no station
    with book_alone(folder) as book:
        number = book.withdraw(code)
        slip = book.slip
    sentence = _("Pledge number {number} was taken back. Nothing of it can be read any more.", number=number)
    show({"number": number, "pledges": slip.pledges, "withdrawn": slip.withdrawn}, [sentence], as_json=as_json)


@command.command(epilog="Example: outreach station receipt --folder booth /media/stick/K7QF2M3P.receipt")
@_STATION
@click.argument("file", type=_FILE)
@_JSON
def receipt(folder: Path, file: Path, as_json: bool) -> None:
    """Take the office's receipt FILE; seven days later the sealed pledges here are erased.

    Run it again after the seven days to erase them.
    """
    station = StationFolder(folder)
    held = read_receipt(file, station.enrolment().verify_key)
    now = station.now(SystemClock())
    with book_alone(folder) as book:
        book.take_receipt(held, now)
        retention = book.erase_when_due(now)
    due = None if retention.erased_from is None else retention.erased_from.isoformat()
    document = {"receipt": True, "erased_from": due, "erased": retention.is_erased}
    show(document, [retention_line(retention)], as_json=as_json)


def _set_up_like(folder: Path, file: Path, last_day: datetime | None) -> StationFolder:
    with tempfile.TemporaryDirectory(prefix="outreach-setup-") as parts:
        held = read_set_up_file(file, Path(parts))
        setup = replace(held.setup, preferences=_with_last_day(held.setup.preferences, last_day))
        return set_up(folder, setup, held.door, SystemClock(), secrets.token_bytes)


def _with_last_day(preferences: Preferences, last_day: datetime | None) -> Preferences:
    if last_day is None:
        return preferences
    day = last_day.date().isoformat()
    if not LAST_DAY.kind.allows(day):
        raise click.UsageError("The last day lies in a far century. Give it as YYYY-MM-DD.")
    return preferences.having(LAST_DAY, day)
