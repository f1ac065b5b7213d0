"""What is read again before signing: each answer on a line, and what was agreed to."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from outreach_app.domain.campaign import Campaign, ConsentBox, PledgeForm
from outreach_app.domain.links import readable_phone
from outreach_app.language import Listing, Sayable, _
from outreach_app.look.arranging import box, column, holding, row, rule
from outreach_app.look.theme import Theme
from outreach_app.look.words import Strong, Words
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import PledgeDraft


def review_lines(campaign: Campaign, desk: PledgeDesk, draft: PledgeDraft) -> list[tuple[Sayable, Sayable]]:
    """Label and value of all that would be sealed now; what was not given has no line."""
    titles = {consent.box: consent.title for consent in campaign.pledge.consents}
    chosen = tuple(titles[consent] for consent in ConsentBox if consent in draft.consents and consent in titles)
    lines: list[tuple[Sayable, Sayable]] = [(_("Name"), full_name(draft))]
    if draft.email:
        lines.append((_("Email"), draft.email.replace("@", "@\u200b")))
    if draft.postcode:
        lines.append((_("ZIP") if desk.asks_zip else _("Postcode"), draft.postcode))
    if draft.mobile and desk.keeps_mobile(draft):
        lines.append((_("Mobile"), readable_phone(draft.mobile)))
    if draft.country:
        lines.append((_("Country"), draft.country))
    answers = _answers_given(campaign, draft)
    if answers:
        lines.append((_("Answers"), Listing(answers)))
    if campaign.pledge.consents:
        lines.append((_("Agreed to"), Listing(chosen) if chosen else _("Nothing more")))
    return lines


def _answers_given(campaign: Campaign, draft: PledgeDraft) -> tuple[Sayable, ...]:
    """What was chosen and ticked among the pledge's own questions, in the pack's words."""
    said: list[Sayable] = []
    for field in campaign.pledge.fields:
        given = draft.answers.get(field.id)
        chosen = [choice.label for choice in field.choices if choice.id == given]
        if given is not None and field.label is not None:
            said.append(chosen[0] if chosen else field.label)
    return tuple(said)


def full_name(draft: PledgeDraft) -> str:
    """The person's names, as far as they were given."""
    return " ".join(filter(None, (draft.given_name, draft.family_name)))


def asking_note(theme: Theme, form: PledgeForm) -> QWidget:
    """What the pledge asks for, and of whom."""
    asking = _("**You are asking**\n{whom}: {ask}", whom=form.ask_to, ask=form.ask)
    return box("note", column(Words(theme, "min", asking, strong=Strong.STARRED), margins=(18, 12, 18, 12)))


def answer_row(theme: Theme, label: Sayable, value: Sayable) -> QWidget:
    """One line of the review."""
    name = Words(theme, "min", label, tone="quiet")
    said = Words(theme, "min" if theme.is_compact else "body", value)
    if theme.is_large:
        line: QBoxLayout = column(name, said)
    else:
        name.setFixedWidth(theme.by_frame(116, 150, 104))
        line = row(name, 0, said)
        line.setStretchFactor(said, 1)
    pad = theme.by_frame(theme.by_height(12, 8), 12, 4)
    return holding(column(pad, line, pad, rule()))
