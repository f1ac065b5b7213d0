"""Facts, bills and helplines: statements that have a source and grow old."""

from __future__ import annotations

import re

from outreach_app.campaign.table import Table, phone_number
from outreach_app.campaign.texts import Texts
from outreach_app.domain.campaign import Bar, Bill, Fact, Helpline, HelplineKind
from outreach_app.domain.freshness import Freshness, Source
from outreach_app.domain.links import dialling_code, readable_address
from outreach_app.domain.wording import Wording
from outreach_app.language import _

LARGEST_COUNT = 10**12
_SHORT_MESSAGE = re.compile(r"[A-Za-z0-9]{1,20}")


def read_facts(settings: Table, texts: Texts) -> tuple[Fact, ...]:
    """The list ``[[facts]]``."""
    facts = tuple(_fact(name, table, texts) for name, table in settings.named_tables("facts"))
    if not facts:
        settings.refuse("facts", _("A campaign shows at least one fact."))
    return facts


def _fact(name: str, table: Table, texts: Texts) -> Fact:
    place = f"facts.{name}"
    bars = []
    for bar_name, bar in table.named_tables("bars"):
        bars.append(Bar(texts.wording(f"{place}.bars.{bar_name}"), bar.whole_number("value", 0, LARGEST_COUNT)))
        bar.close()
    if len(bars) == 1:
        table.refuse("bars", _("One bar compares nothing. Give two or more, or none."))
    if bars and not any(bar.value for bar in bars):
        table.refuse("bars", _("At least one bar must be larger than zero."))
    checked_by = texts.wording_or_none(f"{place}.checked_by")
    checked_on = table.day("checked_on") if table.has("checked_on") else None
    if (checked_by is None) != (checked_on is None):
        table.refuse("checked_on", _("Say both who checked this fact and when, or neither."))
    fact = Fact(
        id=name,
        figure=texts.wording_or_none(f"{place}.figure"),
        sentence=texts.wording(f"{place}.sentence"),
        bars=tuple(bars),
        source=Source(texts.wording(f"{place}.source"), table.link("source")),
        freshness=table.freshness(),
        checked_by=checked_by,
        checked_on=checked_on,
        is_for_passers_by=table.yes_or_no("loop") if table.has("loop") else True,
    )
    table.close()
    return fact


def read_bills(settings: Table, texts: Texts) -> tuple[Bill, ...]:
    """The list ``[[bills]]``."""
    bills = []
    for name, table in settings.named_tables("bills"):
        place = f"bills.{name}"
        bills.append(
            Bill(
                id=name,
                number=table.string("number"),
                chamber=table.id("chamber") if table.has("chamber") else None,
                title=texts.wording(f"{place}.title"),
                status=texts.wording(f"{place}.status"),
                source=Source(texts.wording(f"{place}.source"), table.link("source")),
                freshness=table.freshness(),
            )
        )
        table.close()
    return tuple(bills)


def read_helplines(settings: Table, texts: Texts) -> tuple[Helpline, ...]:
    """The list ``[[helplines]]``, in the pack's order."""
    helplines = tuple(_helpline(name, table, texts) for name, table in settings.named_tables("helplines"))
    if not helplines:
        settings.refuse("helplines", _("A campaign names at least one place to turn to for help."))
    return helplines


def _helpline(name: str, table: Table, texts: Texts) -> Helpline:
    place = f"helplines.{name}"
    code = _codes(table, texts) if table.has("code") else None
    web = code.versions[code.fallback] if code is not None else ""
    helpline = Helpline(
        id=name,
        kind=table.one_of("kind", HelplineKind),
        label=texts.wording(f"{place}.label"),
        headline=texts.wording(f"{place}.headline"),
        note=texts.wording(f"{place}.note"),
        code=code,
        address=readable_address(web) if web.startswith("https://") else None,
        verified_on=table.day("verified_on"),
        verified_at=table.link("verified_at"),
    )
    if helpline.kind is HelplineKind.EMERGENCY and code is not None:
        table.refuse("code", _("An emergency number has no code: a stray scan must not call it."))
    table.close()
    return helpline


def _codes(table: Table, texts: Texts) -> Wording:
    """What a helpline's code says in each language that has its own; the fallback language must."""
    by_language = table.table("code")
    versions = {}
    for language in by_language.every_key():
        if language not in texts.languages:
            by_language.refuse(language, _("The campaign is not written in this language."))
            continue
        versions[language] = _code(by_language.table(language))
    if texts.fallback not in versions:
        by_language.refuse(texts.fallback, _("This key is missing."))
    return Wording({texts.fallback: "", **versions}, texts.fallback)


def _code(table: Table) -> str:
    """One of ``call = "988"``, ``text = "988"`` with ``saying = "HELLO"``, or ``link = "https://..."``."""
    ways = [way for way in ("call", "text", "link") if table.has(way)]
    if len(ways) != 1:
        table.refuse("", _("Give one of call, text or link."))
        table.every_key()
        return ""
    (way,) = ways
    if way == "link":
        code = table.link("link")
    else:
        number = phone_number(table, way)
        code = dialling_code(number) if way == "call" else dialling_code(number).replace("tel:", "sms:", 1)
        if way == "text" and table.has("saying"):
            code += f"?body={_saying(table)}"
    table.close()
    return code


def _saying(table: Table) -> str:
    word = table.string("saying")
    if word and not _SHORT_MESSAGE.fullmatch(word):
        table.refuse("saying", _("The word to send is a single word of letters and digits."))
    return word


def read_switchboard(settings: Table) -> tuple[str | None, Freshness | None]:
    """The table ``[switchboard]``: the phone number that reaches every office, if the pack has one."""
    if not settings.has("switchboard"):
        return None, None
    table = settings.table("switchboard")
    number, freshness = phone_number(table, "phone"), table.freshness()
    table.close()
    return number, freshness


def read_page(settings: Table) -> tuple[str, Freshness]:
    """The table ``[page]``: the campaign's own page."""
    table = settings.table("page")
    url, freshness = table.link("url"), table.freshness()
    table.close()
    return url, freshness
