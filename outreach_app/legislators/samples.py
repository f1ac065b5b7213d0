"""The invented list for a demonstration: nobody in it exists, and every answer from it says so."""

from __future__ import annotations

from pathlib import Path

from outreach_app.asset_files import asset
from outreach_app.errors import LegislatorsError
from outreach_app.language import _
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.table_folder import read_table_folder


def build_sample_pack(out: Path) -> Path:
    """Build the sample pack from the program's own tables, in a few milliseconds.

    Raises:
        LegislatorsError: the installation is incomplete or the file cannot be written.
    """
    try:
        folder = asset("legislators-sample")
    except OSError as error:
        raise LegislatorsError(_("The program's own files are incomplete. Install it again.")) from error
    build_pack(read_table_folder(folder), out)
    return out
