"""A pack to begin with: complete, commented, and full of marked places for the author's own words."""

from __future__ import annotations

import os
import re
from pathlib import Path

from outreach_app.asset_files import asset
from outreach_app.campaign.names import SETTINGS
from outreach_app.errors import FolderError
from outreach_app.language import _

_TEXTS = "text/en.toml"
_FIRST_NAME = "my-campaign"


def write_starter(folder: Path) -> list[str]:
    """Write the starter pack into a new or empty folder; the campaign gets the folder's name as its id.

    Returns:
        the names of the files.

    Raises:
        FolderError: there is something in the folder already, or it cannot be written.
    """
    name = "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.lower())) or _FIRST_NAME
    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderError(
                _(
                    "There is something in {folder} already. It was left as it is. Name another folder.",
                    folder=str(folder),
                )
            )
        (folder / "text").mkdir(parents=True)
        (folder / "media").mkdir()
        for file in (SETTINGS, _TEXTS):
            text = asset("starter-campaign", *file.split("/")).read_text(encoding="utf-8")
            (folder / file).write_text(text.replace(_FIRST_NAME, name), encoding="utf-8", newline="\n")
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise FolderError(
            _("The folder {folder} cannot be written: {reason}.", folder=str(folder), reason=reason)
        ) from error
    return [SETTINGS, _TEXTS]
