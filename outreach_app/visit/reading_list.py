"""What there is to read at a table: the facts that may be shown today, then where each bill stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.campaign import Bill, Campaign, Fact
from outreach_app.domain.wording import Wording


@dataclass(frozen=True)
class ReadingList:
    """Facts, and bills told as facts: a card each, in the pack's order."""

    facts: tuple[Fact, ...]
    bills: tuple[Fact, ...]

    @property
    def cards(self) -> tuple[Fact, ...]:
        """All of them, facts first."""
        return (*self.facts, *self.bills)


def reading_list(campaign: Campaign, today: date) -> ReadingList:
    """What may be read on a day. Somebody who is about to call about a bill wants to know where it stands."""
    return ReadingList(campaign.facts_on(today), tuple(_told(bill) for bill in campaign.bills_on(today)))


def _told(bill: Bill) -> Fact:
    """A bill as a card: its number large, its title and status below, its own source and month."""
    number = Wording({bill.title.fallback: bill.number}, bill.title.fallback)
    languages = {*bill.title.versions, *bill.status.versions}
    sentence = {code: f"{bill.title.in_language(code)}. {bill.status.in_language(code)}" for code in languages}
    said = Wording(sentence, bill.title.fallback)
    return Fact(f"bill-{bill.id}", number, said, (), bill.source, bill.freshness)
