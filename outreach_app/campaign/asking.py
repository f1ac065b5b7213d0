"""The pledge: its words, what it asks for, what may be agreed to beside it, and what becomes of it all."""

from __future__ import annotations

from collections.abc import Iterable

from outreach_app.campaign.table import Table
from outreach_app.campaign.texts import Texts
from outreach_app.domain.campaign import (
    Choice,
    Consent,
    ConsentBox,
    NoticeIcon,
    NoticeLine,
    PledgeField,
    PledgeFieldKind,
    PledgeForm,
)
from outreach_app.language import _

OLDEST_LIMIT = 99
MOST_FIELDS = 9
MOST_CHOICES = 6
"""More would not fit on one screen without scrolling, and nobody at a table reads them."""
_WITH_LABEL = frozenset({PledgeFieldKind.CHOICE, PledgeFieldKind.CHECK_BOX})


def read_pledge(settings: Table, texts: Texts) -> PledgeForm:
    """The table ``[pledge]``."""
    table = settings.table("pledge")
    fields = _fields(table, texts)
    form = PledgeForm(
        text_id=table.id(),
        text=texts.wording("pledge.text"),
        is_approved=table.yes_or_no("approved"),
        ask_to=texts.wording("pledge.ask_to"),
        ask=texts.wording("pledge.ask"),
        minimum_age=table.whole_number("minimum_age", 1, OLDEST_LIMIT) if table.has("minimum_age") else None,
        fields=fields,
        consents=_consents(table, texts, fields),
        notice=_notice(table, texts),
        full_notice=texts.wordings("pledge.full_notice"),
        withdrawal_address=table.link_or_none("withdrawal_address"),
        withdrawal_contact=texts.wording("pledge.withdrawal_contact"),
    )
    table.close()
    return form


def _fields(pledge: Table, texts: Texts) -> tuple[PledgeField, ...]:
    fields: list[PledgeField] = []
    for table in pledge.tables("fields"):
        field = _field(table, texts)
        if field.id in (other.id for other in fields):
            table.refuse("id" if table.has("id") else "kind", _("The pledge already asks for this."))
        fields.append(field)
        table.close()
    if not any(field.kind is PledgeFieldKind.NAME and field.is_required for field in fields):
        pledge.refuse("fields", _("A pledge asks for a name, and the name is required."))
    if len(fields) > MOST_FIELDS:
        pledge.refuse("fields", _("A pledge asks for at most {most} things.", most=MOST_FIELDS))
    return tuple(fields)


def _field(table: Table, texts: Texts) -> PledgeField:
    kind = table.one_of("kind", PledgeFieldKind)
    is_required = table.yes_or_no("required")
    if kind not in _WITH_LABEL:
        has_letters = kind is PledgeFieldKind.POSTCODE and table.has("letters") and table.yes_or_no("letters")
        return PledgeField(kind.value, kind, is_required, has_letters=has_letters)
    name = table.id()
    place = f"pledge.fields.{name}"
    label = texts.wording(f"{place}.label")
    choices: tuple[Choice, ...] = ()
    if kind is PledgeFieldKind.CHOICE:
        names = table.strings("choices")
        if not 2 <= len(names) <= MOST_CHOICES or len(set(names)) != len(names):
            table.refuse("choices", _("Give from 2 to {most} answers, each once.", most=MOST_CHOICES))
        choices = tuple(Choice(choice, texts.wording(f"{place}.choices.{choice}")) for choice in names)
    return PledgeField(name, kind, is_required, label, choices)


def _consents(pledge: Table, texts: Texts, fields: Iterable[PledgeField]) -> tuple[Consent, ...]:
    asked = {field.kind for field in fields}
    consents: list[Consent] = []
    for name, table in pledge.named_tables("consents"):
        box = table.one_of("box", ConsentBox)
        if box in (consent.box for consent in consents):
            table.refuse("box", _("Another entry already asks for this."))
        if box is ConsentBox.EMAIL and PledgeFieldKind.EMAIL not in asked:
            table.refuse("box", _("This asks to send email, and the pledge asks for no email address."))
        place = f"pledge.consents.{name}"
        consents.append(Consent(name, box, texts.wording(f"{place}.title"), texts.wording(f"{place}.text")))
        table.close()
    return tuple(consents)


def _notice(pledge: Table, texts: Texts) -> tuple[NoticeLine, ...]:
    lines = []
    for name, table in pledge.named_tables("notice"):
        lines.append(NoticeLine(name, table.one_of("icon", NoticeIcon), texts.wording(f"pledge.notice.{name}")))
        table.close()
    if not lines:
        pledge.refuse("notice", _("Say in at least one line what happens to the details people give."))
    return tuple(lines)
