"""What a visitor can do about one lawmaker, or without any: the words to say, the codes to scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from outreach_app.domain.action import Action, ActionKind, ScriptLine
from outreach_app.domain.campaign import Bill, Campaign
from outreach_app.domain.lawmakers import Lawmaker, LocalOffice, Role
from outreach_app.domain.links import dialling_code, readable_address, readable_phone
from outreach_app.errors import Message
from outreach_app.language import Sayable, Tongue, _
from outreach_app.visit.titles import first_office, form_of_address

_IN_WRITING = (ActionKind.CONTACT_FORM, ActionKind.LETTER)
_SAME_AREA_CHARACTERS = 3
"""Postcodes that share their first three characters are of one area: in the United States, one sorting center."""
_NETWORKS = {
    "twitter": ("X", "https://x.com/{name}"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/{name}"),
    "mastodon": ("Mastodon", "https://{host}/@{name}"),
    "threads": ("Threads", "https://www.threads.net/@{name}"),
    "facebook": ("Facebook", "https://www.facebook.com/{name}"),
    "instagram": ("Instagram", "https://www.instagram.com/{name}/"),
    "youtube": ("YouTube", "https://www.youtube.com/{name}"),
}
"""What people call each network of the data, and where a name's page lies; those where one can answer come first."""

_LONGEST_MAIL = 120
"""Characters: a code that holds more takes more room than a screen and a paper have, or scans badly."""


@dataclass(frozen=True)
class Scan:
    """One code to scan: what it says, and what a person reads beside it."""

    payload: str
    readable: str


@dataclass(frozen=True)
class Handle:
    """A lawmaker's name on a network, such as ``@ada`` on Bluesky, and the code of their page there."""

    network: str
    name: str
    scan: Scan


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
        """The line as it is said; where a pack lacks it in a language, the blanks are in the one that stands in."""
        wording = self.line.text
        tongue = Tongue(code if code in wording.versions else wording.fallback)
        text = wording.in_language(code)
        for blank, value in self.blanks.items():
            text = text.replace("{" + blank + "}", tongue.say(value))
        return text


# -- words ---------------------------------------------------------------------------------------------------------


def script(campaign: Campaign, kind: ActionKind, lawmaker: Lawmaker | None, today: date) -> tuple[Said, ...]:
    """What to say or write, about the bill that is alive for this lawmaker, or without a bill.

    Without a lawmaker (several at once, or none known) the words fit any office.
    """
    action = action_for(campaign, kind, lawmaker, today)
    return script_of(campaign, action, lawmaker, today) if action is not None else ()


def script_of(campaign: Campaign, action: Action, lawmaker: Lawmaker | None, today: date) -> tuple[Said, ...]:
    """The lines of one action; empty where nothing is said."""
    bill = _bill_for(campaign, action, lawmaker, today)
    lines = action.lines if bill is not None else action.lines_without_bill
    blanks: dict[str, Sayable] = {
        "title": form_of_address(lawmaker) if lawmaker is not None else _("the"),
        "name": lawmaker.name if lawmaker is not None else _("office"),
    }
    if bill is not None:
        blanks["bill"] = _bill_name(bill)
    return tuple(Said(line, blanks) for line in lines)


def action_for(campaign: Campaign, kind: ActionKind, lawmaker: Lawmaker | None, today: date) -> Action | None:
    """The campaign's first action of a kind for this lawmaker.

    Words for a form serve for a letter where there are none of its own, and the other way round.
    """
    suited = [
        action
        for action in campaign.actions_on(today)
        if action.is_for_lawmakers and (lawmaker is None or action.suits(lawmaker))
    ]
    kinds = (kind, *(other for other in _IN_WRITING if other is not kind)) if kind in _IN_WRITING else (kind,)
    return next((action for wanted in kinds for action in suited if action.kind is wanted), None)


def ways(campaign: Campaign, lawmaker: Lawmaker, today: date) -> tuple[ActionKind, ...]:
    """What can be done about this lawmaker; calling always, if only through the switchboard."""

    def has(kind: ActionKind) -> bool:
        return action_for(campaign, kind, lawmaker, today) is not None

    is_written_to = has(ActionKind.CONTACT_FORM) or write_scan(lawmaker) or letter_addresses(lawmaker)
    offered = {
        ActionKind.CALL: True,
        ActionKind.CONTACT_FORM: bool(is_written_to),
        ActionKind.VISIT: has(ActionKind.VISIT) and bool(offices_to_visit(lawmaker)),
        ActionKind.SHARE: bool(posts(campaign, today) or handles(lawmaker)),
    }
    return tuple(kind for kind, is_offered in offered.items() if is_offered)


def posts(campaign: Campaign, today: date) -> tuple[Action, ...]:
    """The ready-made posts that may be offered."""
    return tuple(a for a in campaign.actions_on(today) if a.kind is ActionKind.SHARE and a.post is not None)


def open_actions(campaign: Campaign, today: date) -> tuple[Action, ...]:
    """What anybody can do, whoever speaks for them: write to a company, sign, share, read."""
    return tuple(action for action in campaign.actions_on(today) if not action.is_for_lawmakers)


# -- codes ---------------------------------------------------------------------------------------------------------


def call_scan(lawmaker: Lawmaker) -> Scan | None:
    """The code that dials, if a number is listed."""
    return phone_scan(lawmaker.phone) if lawmaker.phone is not None else None


def phone_scan(phone: str) -> Scan:
    """The code that dials any number."""
    return Scan(dialling_code(phone), readable_phone(phone))


def write_scan(lawmaker: Lawmaker) -> Scan | None:
    """The code of the page to write to: the contact page, else the person's own site."""
    url = lawmaker.contact_url or lawmaker.url
    return Scan(url, readable_address(url)) if url else None


def page_scan(url: str) -> Scan:
    """The code of any page."""
    return Scan(url, readable_address(url))


def goal_scan(action: Action, language: str) -> Scan | None:
    """Where an action for everyone leads: a page, a mailbox with its subject, or a number."""
    if action.mailbox is not None:
        subject = action.subject.in_language(language) if action.subject is not None else ""
        return Scan(_mail(action.mailbox, subject), action.mailbox)
    if action.phone is not None:
        return phone_scan(action.phone)
    return page_scan(action.url) if action.url is not None else None


def _mail(mailbox: str, subject: str) -> str:
    """What opens a new message; without its subject where other letters than Latin ones would fill the code."""
    bare = f"mailto:{mailbox}"
    whole = f"{bare}?subject={quote(subject)}" if subject else bare
    return whole if len(whole) <= _LONGEST_MAIL else bare


def handles(lawmaker: Lawmaker) -> tuple[Handle, ...]:
    """A lawmaker's public names, those places first where a visitor can answer them."""
    listed = lawmaker.social or {}
    found = []
    for network, (called, address) in _NETWORKS.items():
        if network not in listed:
            continue
        name, _at, host = listed[network].partition("@")
        if "{host}" in address and not host:
            continue
        url = address.format(name=name, host=host)
        found.append(Handle(called, f"@{listed[network]}", page_scan(url)))
    # Some accounts are known by a number alone, which nobody can read or type.
    named = tuple(handle for handle in found if not handle.name[1:].isdecimal())
    return named or tuple(found)


# -- offices -------------------------------------------------------------------------------------------------------


def letter_addresses(lawmaker: Lawmaker) -> tuple[tuple[Sayable, str], ...]:
    """Where a letter can go, with what each address is called: the first office, and the first local one listed."""
    found: list[tuple[Sayable, str]] = []
    if lawmaker.address is not None:
        found.append((first_office(lawmaker), lawmaker.address))
    local = ((_("{city} office", city=each.city), each.address or "") for each in offices_to_visit(lawmaker)[:1])
    return (*found, *local)


def offices_to_visit(lawmaker: Lawmaker) -> tuple[LocalOffice, ...]:
    """The local offices whose street is known, in the order of the answer: those of the visitor's area first."""
    return tuple(office for office in lawmaker.offices if office.address is not None)


def is_in_area(office: LocalOffice, postcode: str) -> bool:
    """Whether an office lies in the area of a postcode, as far as postcodes tell."""
    beginning = postcode[:_SAME_AREA_CHARACTERS]
    return bool(beginning) and (office.postcode or "").startswith(beginning)


def _bill_for(campaign: Campaign, action: Action, lawmaker: Lawmaker | None, today: date) -> Bill | None:
    if lawmaker is None and action.is_for_lawmakers:
        return None
    roles: set[str | None] = {None}
    if lawmaker is not None:
        roles.add(Role.REPRESENTATIVE if lawmaker.role == Role.DELEGATE else lawmaker.role)
    alive = (bill for bill in campaign.bills_on(today) if lawmaker is None or bill.chamber in roles)
    return next(alive, None)


def _bill_name(bill: Bill) -> Message:
    return _("{number}, the {title}", number=bill.number, title=bill.title)
