"""Actions and finders: what a person can do, and where the official finder is."""

from __future__ import annotations

import re

from outreach_app.campaign.table import Table, phone_number
from outreach_app.campaign.texts import SCRIPT_BLANKS, Texts
from outreach_app.domain.action import Action, ActionKind, ScriptLine
from outreach_app.domain.campaign import Finder
from outreach_app.domain.posting import MOST_ON, Network, length_on
from outreach_app.domain.wording import Wording
from outreach_app.language import _

_TO_SOMEBODY = frozenset(
    {ActionKind.CALL, ActionKind.EMAIL, ActionKind.CONTACT_FORM, ActionKind.LETTER, ActionKind.VISIT}
)
"""These go to the visitor's lawmakers or to one named company or office."""
_TO_A_TARGET = frozenset({ActionKind.EMAIL, ActionKind.PETITION})
"""These go to a named company or office alone: no list of lawmakers holds email addresses."""
_WITH_SCRIPT = frozenset({ActionKind.CALL, ActionKind.CONTACT_FORM, ActionKind.LETTER, ActionKind.EMAIL})
_WITH_LINK = frozenset({ActionKind.PETITION, ActionKind.SHARE, ActionKind.LINK})
_WITH_ADDRESS = frozenset({ActionKind.LETTER, ActionKind.VISIT})
_CONGRESS_HOSTS = ("house.gov", "senate.gov")
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}")
_DIVISION = re.compile(r"ocd-division(/[a-z_]+:[a-z0-9._~-]+)+")


def read_actions(settings: Table, texts: Texts) -> tuple[Action, ...]:
    """The list ``[[actions]]``, in the pack's order."""
    return tuple(_action(name, table, texts) for name, table in settings.named_tables("actions"))


def _action(name: str, table: Table, texts: Texts) -> Action:
    place = f"actions.{name}"
    kind = table.one_of("kind", ActionKind)
    roles = table.strings("roles") if kind in _TO_SOMEBODY else ()
    if roles and kind is ActionKind.EMAIL:
        table.refuse("roles", _("Lawmakers get no email from here: Congress takes web forms. Use contact-form."))
        roles = ()
    is_for_target = kind in _TO_A_TARGET or (kind in _TO_SOMEBODY and not roles)
    lines, lines_without_bill = _scripts(place, kind, texts, names_lawmaker=not is_for_target)
    action = Action(
        id=name,
        kind=kind,
        title=texts.wording(f"{place}.title"),
        roles=roles,
        places=_places(table) if roles else (),
        target=_target(place, kind, table, texts) if is_for_target else None,
        hint=texts.wording_or_none(f"{place}.hint"),
        lines=lines,
        lines_without_bill=lines_without_bill,
        url=table.link("url") if _has_link(kind, is_for_target=is_for_target) else None,
        phone=phone_number(table, "phone") if is_for_target and kind is ActionKind.CALL else None,
        mailbox=_mailbox(table) if kind is ActionKind.EMAIL else None,
        subject=texts.wording(f"{place}.subject") if kind is ActionKind.EMAIL else None,
        address=texts.wording(f"{place}.address") if is_for_target and kind in _WITH_ADDRESS else None,
        post=texts.wording(f"{place}.post") if kind is ActionKind.SHARE else None,
        networks=_networks(table) if kind is ActionKind.SHARE else (),
        source=table.link("source") if is_for_target and kind not in _WITH_LINK else None,
        freshness=table.freshness(),
    )
    if action.post is not None:
        _measure(f"{place}.post", action, texts)
    table.close()
    return action


def _target(place: str, kind: ActionKind, table: Table, texts: Texts) -> Wording:
    key = f"{place}.target"
    if kind in _TO_SOMEBODY - _TO_A_TARGET and not texts.has(key):
        said = _("Say which lawmakers this is for, such as senator, or name a company or office as its target.")
        table.refuse("roles", said)
        return texts.nothing()
    return texts.wording(key)


def _has_link(kind: ActionKind, *, is_for_target: bool) -> bool:
    return kind in _WITH_LINK or (kind is ActionKind.CONTACT_FORM and is_for_target)


def _places(table: Table) -> tuple[str, ...]:
    """The divisions whose lawmakers it is for."""
    places = table.strings("places")
    if any(not _DIVISION.fullmatch(place) for place in places):
        said = _("A place is written as a division, such as ocd-division/country:us/state:oh.")
        table.refuse("places", said)
    return places


def _mailbox(table: Table) -> str:
    """The address an email goes to; never one of the United States Congress, which takes web forms."""
    mailbox = table.string("mailbox")
    host = mailbox.rpartition("@")[2].lower()
    if mailbox and not _MAILBOX.fullmatch(mailbox):
        table.refuse("mailbox", _("This is no email address. Write it as name@example.org."))
    elif any(host == one or host.endswith(f".{one}") for one in _CONGRESS_HOSTS):
        table.refuse("mailbox", _("Members of Congress take web forms, no email. Use the kind contact-form."))
    return mailbox


def _networks(table: Table) -> tuple[Network, ...]:
    """Where a post can go; without the key, everywhere."""
    if not table.has("networks"):
        return tuple(Network)
    known = {network.value: network for network in Network}
    named = table.strings("networks")
    if not named or any(name not in known for name in named):
        table.refuse("networks", _("This must be a list of these: {known}.", known=", ".join(known)))
    return tuple(network for name, network in known.items() if name in named)


def _measure(key: str, action: Action, texts: Texts) -> None:
    """Refuse a post that is too long, in any of its languages, for a place it is meant for."""
    for language in action.post.versions if action.post is not None else ():
        post = action.whole_post(language)
        for network in action.networks:
            found, most = length_on(network, post), MOST_ON[network]
            if found <= most:
                continue
            if network is Network.SMS:
                said = _(
                    "With its link this makes {found} text messages, and {most} are the most.", found=found, most=most
                )
            else:
                said = _(
                    "With its link this counts {found} characters on {network}, which takes {most}.",
                    found=found,
                    network=network.value,
                    most=most,
                )
            texts.refuse(language, key, said)


def _scripts(
    place: str, kind: ActionKind, texts: Texts, *, names_lawmaker: bool
) -> tuple[tuple[ScriptLine, ...], tuple[ScriptLine, ...]]:
    """The words to say, and the same words when no bill is alive."""
    key, without = f"{place}.lines", f"{place}.lines_without_bill"
    if kind not in _WITH_SCRIPT and not (kind is ActionKind.VISIT and texts.has(key)):
        return (), ()
    lines = texts.script(key, SCRIPT_BLANKS if names_lawmaker else ())
    names_bill = any("{bill}" in text for line in lines for text in line.text.versions.values())
    if not names_bill and not texts.has(without):
        return lines, lines
    return lines, texts.script(without, SCRIPT_BLANKS - {"bill"})


def read_finders(settings: Table, texts: Texts) -> tuple[Finder, ...]:
    """The list ``[[finders]]``: official pages that find lawmakers by street address."""
    finders = []
    for name, table in settings.named_tables("finders"):
        said, url = texts.wording(f"finders.{name}"), table.link("url")
        finders.append(Finder(name, said, url, table.freshness(), table.strings("roles")))
        table.close()
    return tuple(finders)
