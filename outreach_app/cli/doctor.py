"""``outreach doctor``: what is missing or odd on this device, each with its remedy."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from outreach_app.asset_files import assets_folder
from outreach_app.cli.checklist import show_checks
from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.errors import Message
from outreach_app.language import _
from outreach_app.look import system_parts
from outreach_app.look.system_parts import Lack, Loading
from outreach_app.printing.cups import queues
from outreach_app.printing.programs import RunProgram, run_program
from outreach_app.printing.states import STATE_NOTICES, PrinterState
from outreach_app.visit.diagnostics import write_bundle
from outreach_app.visit.ports import SystemClock
from outreach_app.visit.said_size import said_size
from outreach_app.visit.station_check import check_station
from outreach_app.visit.station_folder import StationFolder
from outreach_app.visit.station_home import StationHome, home_folder

PROGRAM_BEGAN = date(2026, 1, 1)
"""A clock before this day is wrong: the program did not exist."""
LEAST_BYTES = 100_000_000
FEW_BYTES = 1_000_000_000
_ASSETS = ("theme/tokens.toml", "theme/kiosk.qss", "icons", "locale", "campaigns")


@dataclass(frozen=True)
class Device:
    """What the checks ask of the device; a test hands in another.

    Attributes:
        find_program: as ``shutil.which``.
        free_bytes: free space of the disk that holds a folder.
        run_program: runs CUPS's own programs.
    """

    environment: Mapping[str, str]
    loading: Loading
    data_folder: Path
    find_program: Callable[[str], str | None]
    free_bytes: Callable[[Path], int]
    run_program: RunProgram
    today: date


def this_device() -> Device:
    """The device the program runs on."""
    return Device(
        environment=os.environ,
        loading=system_parts.system_loading(),
        data_folder=home_folder(os.environ),
        find_program=shutil.which,
        free_bytes=lambda folder: shutil.disk_usage(folder).free,
        run_program=run_program,
        today=date.today(),  # noqa: DTZ011 - the day on the wall is the one that has to be right
    )


@click.command(epilog="Example: outreach doctor --json")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write versions, checks and logs into this .zip file for whoever helps; nothing of any visitor.",
)
def command(as_json: bool, bundle: Path | None) -> int:
    """Say what is missing or odd on this device, each with its remedy."""
    system_parts.prepare(os.environ)
    rows = examine(this_device())
    if bundle is not None:
        _write(bundle, rows)
    return show_checks(rows, as_json=as_json)


def _write(bundle: Path, rows: list[Check]) -> None:
    """Put the device's checks, those of its last station and both logs together."""
    home, clock = StationHome(home_folder(os.environ)), SystemClock()
    last = home.opened_last()
    checks: dict[str, Sequence[Check]] = {"device": rows}
    if last is not None:
        checks["station"] = check_station(StationFolder(last), clock)
    write_bundle(bundle, checks, [home.root, *([last] if last is not None else [])], clock.now())


def examine(device: Device) -> list[Check]:
    """Every check, most important first; none of them stops the others."""
    return [
        _python_parts(device),
        _window_parts(device),
        _display(device),
        _film(device),
        _typeface(),
        _program_files(),
        _data_folder(device),
        _disk_space(device),
        _printing(device),
        _clock(device),
    ]


def _python_parts(device: Device) -> Check:
    lack = system_parts.missing_qt(device.environment, device.loading)
    return _lacking_or_well("qt", lack, CheckLevel.FAIL, _("Qt is installed and loads."))


def _window_parts(device: Device) -> Check:
    well = _("The libraries for a window are there.")
    if device.loading.system != "linux":
        return Check("window-parts", CheckLevel.OK, well)
    platforms = system_parts.platforms_asked_for(device.environment) or ("xcb",)
    lacks = [system_parts.missing_plugin(platform, device.loading) for platform in platforms]
    return _lacking_or_well("window-parts", None if None in lacks else lacks[0], CheckLevel.FAIL, well)


def _display(device: Device) -> Check:
    well = _("There is a display.")
    if device.loading.system != "linux":
        return Check("display", CheckLevel.OK, well)
    platforms = system_parts.platforms_asked_for(device.environment)
    if not platforms:
        return _lacking_or_well("display", system_parts.no_display(), CheckLevel.FAIL, well)
    lacks = [system_parts.missing_display(platform, device.environment, device.loading) for platform in platforms]
    return _lacking_or_well("display", None if None in lacks else lacks[0], CheckLevel.FAIL, well)


def _film(device: Device) -> Check:
    lack = system_parts.missing_film_parts(device.loading)
    if lack is None:
        return Check("film", CheckLevel.OK, _("Films can be played."))
    text = _("Films cannot be played, and slides are shown in their place. {what}", what=lack.what)
    return Check("film", CheckLevel.WARN, text, lack.remedy)


def _typeface() -> Check:
    if importlib.util.find_spec("font_source_sans_pro") is None:
        return Check("typeface", CheckLevel.FAIL, _("The typeface is missing."), _install_again())
    return Check("typeface", CheckLevel.OK, _("The typeface is there."))


def _program_files() -> Check:
    try:
        folder = assets_folder()
    except OSError:
        text = _("The program's folder of pictures and texts is missing.")
        return Check("program-files", CheckLevel.FAIL, text, _install_again())
    missing = [name for name in _ASSETS if not (folder / name).exists()]
    if missing:
        text = _("Files of the program are missing: {names}.", names=", ".join(missing))
        return Check("program-files", CheckLevel.FAIL, text, _install_again())
    return Check("program-files", CheckLevel.OK, _("The program's files are complete."))


def _data_folder(device: Device) -> Check:
    where = _nearest_existing(device.data_folder)
    try:
        with tempfile.TemporaryFile(dir=where) as trial:
            trial.write(b"x")
    except OSError:
        text = _("The folder for data cannot be written: {folder}", folder=str(device.data_folder))
        remedy = _("Give this user the right to write there, or name another folder with --folder.")
        return Check("data-folder", CheckLevel.FAIL, text, remedy)
    text = _("The folder for data can be written: {folder}", folder=str(device.data_folder))
    return Check("data-folder", CheckLevel.OK, text)


def _disk_space(device: Device) -> Check:
    try:
        free = device.free_bytes(_nearest_existing(device.data_folder))
    except OSError:
        return Check("disk-space", CheckLevel.WARN, _("The free space cannot be read."), _("Look at the disk by hand."))
    level = CheckLevel.OK
    if free < FEW_BYTES:
        level = CheckLevel.FAIL if free < LEAST_BYTES else CheckLevel.WARN
    remedy = None if level is CheckLevel.OK else _("Free some space on the disk that holds the data.")
    return Check("disk-space", level, _("{size} are free for data.", size=said_size(free)), remedy)


def _printing(device: Device) -> Check:
    if device.loading.system == "win32":
        return Check("printing", CheckLevel.OK, _("The system can print."))
    if not device.find_program("lp"):
        text = _("The lp program is missing, so nothing can be printed. Handouts can still be scanned and saved.")
        return Check("printing", CheckLevel.WARN, text, STATE_NOTICES[PrinterState.NO_PROGRAM].remedy)
    names = queues(device.run_program)
    if names is None:
        notice = STATE_NOTICES[PrinterState.NO_ANSWER]
        text = _("{what} Handouts can still be scanned and saved.", what=notice.what)
        return Check("printing", CheckLevel.WARN, text, notice.remedy)
    if not names:
        return Check("printing", CheckLevel.OK, _("The system can print, and knows of no printer yet."))
    return Check("printing", CheckLevel.OK, _("The system can print. Printers: {names}.", names=", ".join(names)))


def _clock(device: Device) -> Check:
    if device.today < PROGRAM_BEGAN:
        text = _("The clock says {day}, which cannot be right.", day=device.today)
        return Check("clock", CheckLevel.FAIL, text, _("Set the date and time of the device."))
    return Check("clock", CheckLevel.OK, _("The clock says {day}.", day=device.today))


def _lacking_or_well(code: str, lack: Lack | None, level: CheckLevel, well: Message) -> Check:
    return Check(code, CheckLevel.OK, well) if lack is None else Check(code, level, lack.what, lack.remedy)


def _nearest_existing(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _install_again() -> Message:
    return _("Install the program again. In a checkout, run: python3 start.py demo")
