"""What a set-up says of the choices that a campaign makes by itself."""

from __future__ import annotations

from outreach_app.domain.campaign import Campaign
from outreach_app.language import Message, _, language_name


def campaigns_language(campaign: Campaign) -> Message:
    """The language each visit begins in where nobody chooses another."""
    return _("{language}, as the campaign has it", language=language_name(campaign.fallback_language))
