"""What a visitor can do about one lawmaker: the words to say, the codes to scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.campaign import Action, ActionKind, Bill, Campaign, ScriptLine
from outreach_app.domain.lawmakers import Lawmaker, Role
from outreach_app.domain.links import dialling_code, readable_address, readable_phone
from outreach_app.errors import Message
from outreach_app.language import Sayable, Tongue, _
from outreach_app.visit.titles import form_of_address


@dataclass(frozen=True)
class Scan:
    """One code to scan: what it says, and what a person reads beside it."""

    payload: str
    readable: str


@dataclass(frozen=True)
class Said:
    """One line of a script with its blanks filled, still in every language."""

    line: ScriptLine
    blanks: Mapping[str, Sayable]

    @property
    def is_pause(self) -> bool:
        """Whether it tells what happens rather than what to say."""
        return self.line.is_pause

    def in_language(self, code: str) -> str:
        """The line as it is said."""
        tongue = Tongue(code)
        text = self.line.text.in_language(code)
        for blank, value in self.blanks.items():
            text = text.replace("{" + blank + "}", tongue.say(value))
        return text


def script(campaign: Campaign, kind: ActionKind, lawmaker: Lawmaker | None, today: date) -> tuple[Said, ...]:
    """What to say or write, about the bill that is alive for this lawmaker, or without a bill.

    Without a lawmaker (several at once, or none known) the words fit any office.
    """
    action = _action(campaign, kind, lawmaker, today)
    if action is None:
        return ()
    bill = _bill_for(campaign, lawmaker, today)
    lines = action.lines if bill is not None else action.lines_without_bill
    blanks: dict[str, Sayable] = {
        "title": form_of_address(lawmaker) if lawmaker is not None else _("the"),
        "name": lawmaker.name if lawmaker is not None else _("office"),
    }
    if bill is not None:
        blanks["bill"] = _bill_name(bill)
    return tuple(Said(line, blanks) for line in lines)


def posts(campaign: Campaign, today: date) -> tuple[Action, ...]:
    """The ready-made posts that may be offered."""
    return tuple(a for a in campaign.actions_on(today) if a.kind is ActionKind.SHARE and a.post is not None)


def call_scan(lawmaker: Lawmaker) -> Scan | None:
    """The code that dials, if a number is listed."""
    if lawmaker.phone is None:
        return None
    return Scan(dialling_code(lawmaker.phone), readable_phone(lawmaker.phone))


def write_scan(lawmaker: Lawmaker) -> Scan | None:
    """The code of the page to write to: the contact page, else the person's own site."""
    url = lawmaker.contact_url or lawmaker.url
    return Scan(url, readable_address(url)) if url else None


def page_scan(url: str) -> Scan:
    """The code of any page."""
    return Scan(url, readable_address(url))


def _action(campaign: Campaign, kind: ActionKind, lawmaker: Lawmaker | None, today: date) -> Action | None:
    kinds = {kind, ActionKind.LETTER} if kind is ActionKind.CONTACT_FORM else {kind}
    suited = (
        action
        for action in campaign.actions_on(today)
        if action.kind in kinds and (lawmaker is None or not action.roles or lawmaker.role in action.roles)
    )
    return next(suited, None)


def _bill_for(campaign: Campaign, lawmaker: Lawmaker | None, today: date) -> Bill | None:
    if lawmaker is None:
        return None
    chamber = Role.REPRESENTATIVE if lawmaker.role == Role.DELEGATE else lawmaker.role
    alive = (bill for bill in campaign.bills_on(today) if bill.chamber in (None, chamber))
    return next(alive, None)


def _bill_name(bill: Bill) -> Message:
    return _("{number}, the {title}", number=bill.number, title=bill.title)
