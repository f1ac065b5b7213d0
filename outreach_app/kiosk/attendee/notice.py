"""The full notice: who collects, why, who receives, how long, the rights, how to withdraw."""

from __future__ import annotations

from outreach_app.domain.campaign import Campaign
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.arranging import column, holding
from outreach_app.look.scrolling import scrolling
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step


class NoticeScreen(Screen):
    """What happens to my details, in full."""

    place = Place.NOTICE
    steps = frozenset({Step.BACK})

    def __init__(self, theme: Theme, *, campaign: Campaign) -> None:
        super().__init__(theme)
        paragraphs = [Words(theme, "body", paragraph) for paragraph in campaign.pledge.full_notice]
        text = holding(column(*paragraphs, None, gap=theme.by_frame(16, 18, 12), margins=(0, 0, 24, 0)))
        content = column(
            Words(theme, "h1", _("What happens to my details")), theme.by_frame(18, 20, 8), scrolling(text)
        )
        content.setStretch(2, 1)
        self.arrange(content, top=theme.by_frame(32, 36, 14), bottom=theme.by_frame(16, 16, 8))
        self.bar.put(start=(self.back_button(),))
