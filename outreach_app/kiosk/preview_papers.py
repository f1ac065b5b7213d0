"""Every paper of a campaign, as an author sees it: with the invented lawmakers, and nothing of any visitor."""

from __future__ import annotations

from datetime import date

from outreach_app.domain.campaign import Campaign
from outreach_app.handouts.papers import PAPERS, paper_named
from outreach_app.language import Tongue
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.finding import Finding
from outreach_app.visit.paper_making import PaperMaker


class PreviewPapers:
    """Makes each paper of the registry.

    Args:
        campaign: whose papers they are.
        tokens: the theme they are coloured with.
        finding: the lawmakers that stand on them; ``None`` for a campaign that asks nothing of any.
        today: the day, for what is still current.
    """

    def __init__(self, campaign: Campaign, tokens: ThemeTokens, finding: Finding | None, today: date) -> None:
        self._campaign, self._tokens, self._finding, self._today = campaign, tokens, finding, today

    @property
    def names(self) -> tuple[str, ...]:
        """Every paper there is."""
        return tuple(paper.name for paper in PAPERS)

    def pdf(self, name: str, tongue: Tongue) -> bytes:
        """One paper in one language.

        Raises:
            HandoutError: the campaign's words do not fit on it so that it reads and scans well.
        """
        maker = PaperMaker(self._campaign, self._tokens, self._today)
        return maker.pdf(paper_named(name), tongue, self._finding)
