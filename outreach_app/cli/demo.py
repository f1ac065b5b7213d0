"""``outreach demo``: a complete station in a throwaway folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_app.cli.window_size import SizeOption
from outreach_app.errors import FolderError
from outreach_app.kiosk.opening import Ending, Size, run_window
from outreach_app.language import _
from outreach_app.visit.demo_folders import DEMO_PREFIX, wipe_crashed_demos
from outreach_app.visit.folder_lock import FolderLock

if TYPE_CHECKING:
    from outreach_app.kiosk.window import KioskWindow


@click.command(epilog="Example: outreach demo --windowed --size 1024x600 --language es")
@click.option("--windowed", is_flag=True, help="In a window on the desktop instead of the full screen.")
@click.option("--size", type=SizeOption(), default=(1280, 800), show_default="1280x800", help="Size of that window.")
@click.option("--language", default=None, help="Language each visit begins in, such as es.")
@click.option("--printer", default="", help="Print pages on this printer, as lpstat -p lists it; else on none.")
@click.option(
    "--legislators", type=click.Path(path_type=Path), help="A lawmaker data pack in place of invented people."
)
@click.option(
    "--campaign",
    type=click.Path(path_type=Path),
    help="A campaign pack in place of the sample: a folder, a .campaign file, or a bundled campaign's name.",
)
def command(
    *, windowed: bool, size: Size, language: str | None, printer: str, legislators: Path | None, campaign: Path | None
) -> int:
    """Open a complete station in a throwaway folder.

    Nothing is kept when it closes. Close it with Alt+F4, or Ctrl+Q.
    """
    ending = Ending()
    wipe_crashed_demos()
    with _throwaway_folder() as name:
        lock = FolderLock(Path(name))

        def make() -> tuple[KioskWindow, Callable[[], None]]:
            # The window's modules load Qt, so they come after the check that Qt is there.
            from outreach_app.kiosk.demo import open_demo

            return open_demo(
                Path(name), campaign_pack=campaign, legislators=legislators, language=language, printer=printer
            )

        try:
            return run_window(make, size=size if windowed else None, ending=ending)
        finally:
            lock.release()


def _throwaway_folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix=DEMO_PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        raise FolderError(
            _("The demo needs a folder for temporary files, and none can be written. Free some space and try again.")
        ) from error
