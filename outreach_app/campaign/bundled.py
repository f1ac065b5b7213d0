"""The campaigns that come with the program."""

from __future__ import annotations

from pathlib import Path

from outreach_app.asset_files import asset
from outreach_app.campaign.names import SETTINGS
from outreach_app.errors import CampaignError
from outreach_app.language import _

SAMPLE = "take-it-down"


def bundled_campaign(name: str = SAMPLE) -> Path:
    """The folder of a campaign that comes with the program, such as ``take-it-down``.

    Raises:
        CampaignError: the program brings no campaign of that name.
    """
    folders = {folder.parent.name: folder.parent for folder in asset("campaigns").glob(f"*/{SETTINGS}")}
    if name not in folders:
        known = ", ".join(sorted(folders))
        raise CampaignError(_("The program brings no campaign of that name. It brings: {known}.", known=known))
    return folders[name]


def pack_at(given: Path) -> Path:
    """A pack as a person gave it: the path of its folder or file, or the name of a bundled campaign."""
    try:
        is_name = not given.exists() and given.parent == Path() and asset("campaigns", given.name, SETTINGS).is_file()
    except OSError:
        # A name longer than any file's, and the like: whoever reads the pack says so.
        return given
    return bundled_campaign(given.name) if is_name else given
