"""Any paper by its name: the right words, set on it. For the command line, the preview and the staff's desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.handout import Form, Leaf
from outreach_app.domain.pledge import PledgeReceipt
from outreach_app.handouts import papers
from outreach_app.handouts.papers import Paper, Purpose
from outreach_app.handouts.press import press_batch
from outreach_app.language import Tongue
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.theme_tokens import ThemeTokens
from outreach_app.visit.finding import Finding
from outreach_app.visit.handing_out import HandoutDesk
from outreach_app.visit.paper_words import PaperWords
from outreach_app.visit.recovery_slip import recovery_slip
from outreach_app.visit.trouble_words import TroubleWords


class PaperMaker:
    """Makes papers of one campaign.

    Args:
        campaign: whose words stand on them.
        tokens: the theme they are coloured with.
        today: the day, for what is still current.
    """

    def __init__(self, campaign: Campaign, tokens: ThemeTokens, today: date) -> None:
        self._campaign, self._tokens, self._today = campaign, tokens, today

    def pdf(
        self,
        paper: Paper,
        tongue: Tongue,
        finding: Finding | None = None,
        copies: int = 1,
        advance: Callable[[], None] = lambda: None,
    ) -> bytes:
        """One paper, as often as wanted, in one language.

        Args:
            paper: the kind of sheet, which also says what stands on it.
            tongue: the language.
            finding: the lawmakers on a page to take home; ``None`` for the official finders in their place.
            copies: how many equal leaves.
            advance: called after each of them.

        Raises:
            HandoutError: the campaign's words do not fit on it so that it reads and scans well.
        """
        if paper.purpose is Purpose.TAKE_HOME:
            pressing = HandoutDesk(
                self._campaign, self._tokens, lambda page: press_batch(_often(page, copies, advance), paper)
            )
            return pressing.page(finding, tongue, self._today)
        return press_batch(_often(self._leaf(paper, tongue), copies, advance), paper)

    def closing_slip(self, paper: Paper, tongue: Tongue, slip: ClosingSlip) -> bytes:
        """The closing slip of a book, on a paper of this size.

        Raises:
            HandoutError: it does not fit there.
        """
        return press_batch([PaperWords(self._campaign, self._tokens, tongue).closing_slip(slip)], paper)

    def withdrawal_slip(self, paper: Paper, tongue: Tongue, receipt: PledgeReceipt) -> bytes:
        """The slip with a signer's code, on a paper of this size.

        Raises:
            HandoutError: it does not fit there.
        """
        return press_batch([PaperWords(self._campaign, self._tokens, tongue).withdrawal_slip(receipt)], paper)

    def recovery_slip(self, paper: Paper, tongue: Tongue, code: str) -> bytes:
        """The slip with a recovery code, on a paper of this size.

        Raises:
            HandoutError: it does not fit there.
        """
        return press_batch([recovery_slip(code, tongue, self._tokens)], paper)

    def _leaf(self, paper: Paper, tongue: Tongue) -> Leaf:
        words = PaperWords(self._campaign, self._tokens, tongue)
        forms: dict[str, Callable[[], Form]] = {
            papers.STAFF_CARD.name: words.staff_card,
            papers.PLEDGE_SHEET.name: words.pledge_sheet,
            papers.CLOSING_SLIP.name: lambda: words.closing_slip(None),
            papers.WITHDRAWAL_SLIP.name: lambda: words.withdrawal_slip(None),
            papers.RECOVERY_SLIP.name: lambda: recovery_slip(None, tongue, self._tokens),
            **TroubleWords(self._campaign, self._tokens, tongue).forms,
        }
        if paper.purpose is Purpose.FORM:
            return forms[paper.name]()
        return words.help_card() if paper.purpose is Purpose.HELP else words.flyer()


def _often(leaf: Leaf, copies: int, advance: Callable[[], None]) -> Iterator[Leaf]:
    for _copy in range(copies):
        yield leaf
        advance()
