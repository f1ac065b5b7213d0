"""The pledge: its words, what it asks for, what may be agreed to beside it, and what becomes of it all."""

from __future__ import annotations

from collections.abc import Iterable

from outreach_app.campaign.table import Table
from outreach_app.campaign.texts import Texts
from outreach_app.domain.campaign import (
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
_WITH_CHOICES = frozenset({PledgeFieldKind.CHOICE})
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
        minimum_age=table.whole_number("minimum_age", 0, OLDEST_LIMIT),
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
        kind = table.one_of("kind", PledgeFieldKind)
        place = f"pledge.fields.{table.id()}" if kind in _WITH_LABEL else ""
        if kind not in _WITH_LABEL and kind in (field.kind for field in fields):
            table.refuse("kind", _("The pledge already asks for this."))
        fields.append(
            PledgeField(
                kind=kind,
                is_required=table.yes_or_no("required"),
                label=texts.wording(f"{place}.label") if place else None,
                choices=texts.wordings(f"{place}.choices") if kind in _WITH_CHOICES else (),
            )
        )
        table.close()
    if PledgeField(PledgeFieldKind.NAME, is_required=True) not in fields:
        pledge.refuse("fields", _("A pledge asks for a name, and the name is required."))
    return tuple(fields)


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
        lines.append(NoticeLine(table.one_of("icon", NoticeIcon), texts.wording(f"pledge.notice.{name}")))
        table.close()
    if not lines:
        pledge.refuse("notice", _("Say in at least one line what happens to the details people give."))
    return tuple(lines)
