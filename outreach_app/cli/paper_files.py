"""Papers that a command writes as PDF files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from outreach_app.domain.campaign import Campaign
from outreach_app.errors import HandoutError
from outreach_app.handouts.papers import CLOSING_SLIP
from outreach_app.language import Tongue, _
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.theme_tokens import read_tokens
from outreach_app.visit.paper_making import PaperMaker


def write_pdf(path: Path, pdf: bytes) -> None:
    """Put a paper where it was asked for.

    Raises:
        HandoutError: the file cannot be written.
    """
    try:
        path.write_bytes(pdf)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HandoutError(_("{file} cannot be written: {reason}.", file=str(path), reason=reason)) from error


def write_closing_slip(path: Path, slip: ClosingSlip, campaign: Campaign, today: date) -> None:
    """The closing slip of a copy, for a receipt printer, in the campaign's first language.

    Raises:
        HandoutError: the file cannot be written.
    """
    tokens = read_tokens().with_palettes(campaign.palettes)
    maker = PaperMaker(campaign, tokens, today)
    write_pdf(path, maker.closing_slip(CLOSING_SLIP, Tongue(campaign.languages[0]), slip))
