"""Actions and finders: what a person can do, and where the official finder is."""

from __future__ import annotations

import re

from outreach_app.campaign.table import Table
from outreach_app.campaign.texts import SCRIPT_BLANKS, Texts
from outreach_app.domain.campaign import Action, ActionKind, Finder, ScriptLine
from outreach_app.domain.lawmakers import Role
from outreach_app.language import _

_TO_LAWMAKERS = frozenset({ActionKind.CALL, ActionKind.CONTACT_FORM, ActionKind.LETTER, ActionKind.VISIT})
_WITH_SCRIPT = frozenset({ActionKind.CALL, ActionKind.CONTACT_FORM, ActionKind.LETTER, ActionKind.EMAIL})
_WITH_LINK = frozenset({ActionKind.PETITION, ActionKind.SHARE, ActionKind.LINK})
_CONGRESS = frozenset({Role.SENATOR, Role.REPRESENTATIVE, Role.DELEGATE})
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}")


def read_actions(settings: Table, texts: Texts) -> tuple[Action, ...]:
    """The list ``[[actions]]``, in the pack's order."""
    return tuple(_action(name, table, texts) for name, table in settings.named_tables("actions"))


def _action(name: str, table: Table, texts: Texts) -> Action:
    place = f"actions.{name}"
    kind = table.one_of("kind", ActionKind)
    lines, lines_without_bill = _scripts(place, kind, texts)
    action = Action(
        id=name,
        kind=kind,
        title=texts.wording(f"{place}.title"),
        roles=table.strings("roles"),
        target=texts.wording(f"{place}.target") if kind is ActionKind.PETITION else None,
        lines=lines,
        lines_without_bill=lines_without_bill,
        url=_goal(kind, table),
        post=texts.wording(f"{place}.post") if kind is ActionKind.SHARE else None,
        freshness=table.freshness(),
    )
    if kind in _TO_LAWMAKERS and not action.roles:
        table.refuse("roles", _("Say which lawmakers this is for, such as senator."))
    if kind is ActionKind.EMAIL and _CONGRESS.intersection(action.roles):
        table.refuse("roles", _("Members of Congress take web forms, no email. Use the kind contact-form."))
    table.close()
    return action


def _goal(kind: ActionKind, table: Table) -> str | None:
    """Where an action leads: a web page or a mailbox; ``None`` where the lawmaker's own page is the goal."""
    if kind in _WITH_LINK:
        return table.link("url")
    if kind is not ActionKind.EMAIL:
        return None
    mailbox = table.string("mailbox")
    if mailbox and not _MAILBOX.fullmatch(mailbox):
        table.refuse("mailbox", _("This is no email address. Write it as name@example.org."))
    return f"mailto:{mailbox}"


def _scripts(place: str, kind: ActionKind, texts: Texts) -> tuple[tuple[ScriptLine, ...], tuple[ScriptLine, ...]]:
    """The words to say, and the same words when no bill is alive."""
    key, without = f"{place}.lines", f"{place}.lines_without_bill"
    if kind not in _WITH_SCRIPT:
        return (), ()
    lines = texts.script(key, SCRIPT_BLANKS)
    names_bill = any("{bill}" in text for line in lines for text in line.text.versions.values())
    if not names_bill and not texts.has(without):
        return lines, lines
    return lines, texts.script(without, SCRIPT_BLANKS - {"bill"})


def read_finders(settings: Table, texts: Texts) -> tuple[Finder, ...]:
    """The list ``[[finders]]``: official pages that find lawmakers by street address."""
    finders = []
    for name, table in settings.named_tables("finders"):
        finders.append(Finder(texts.wording(f"finders.{name}"), table.link("url")))
        table.close()
    return tuple(finders)
