"""Sentences about the data on this device: how large, what is only here, what remains and when it is erased."""

from __future__ import annotations

from outreach_app.errors import Message
from outreach_app.language import Moment, _, ngettext
from outreach_app.visit.desk_figures import DeskFigures
from outreach_app.visit.said_size import said_size


def only_here(figures: DeskFigures) -> Message | None:
    """What would be lost with this device, or the copy does not know yet; ``None`` where there is nothing."""
    lacking = figures.only_here
    if lacking is None:
        return None
    if lacking.pledges:
        return ngettext(
            "**One pledge is only on this device.** Copy it to the USB stick before you pack up.",
            "**{count} pledges are only on this device.** Copy them to the USB stick before you pack up.",
            lacking.pledges,
        )
    if lacking.requests:
        return ngettext(
            "**One request to be erased is only on this device.** Copy it to the USB stick before you pack up.",
            "**{count} requests to be erased are only on this device.** Copy them to the USB stick before you pack up.",
            lacking.requests,
        )
    if lacking.taken_back:
        return ngettext(
            "**One pledge was taken back, and the last copy still holds it.** Copy again before you pack up.",
            "**{count} pledges were taken back, and the last copy still holds them.** Copy again before you pack up.",
            lacking.taken_back,
        )
    if lacking.is_closing:
        return _("**The closed book is in no copy yet.** Copy it before you pack up: it belongs to the slip.")
    return _("**The book as it stands is in no copy yet.** Copy it to the USB stick before you pack up.")


def held_here(figures: DeskFigures) -> Message:
    """How much lies locked on this device."""
    slip, size = figures.slip, said_size(figures.book_bytes)
    if not slip.rehearsals:
        return ngettext("One locked pledge, {size}.", "{count} locked pledges, {size}.", slip.kept, size=size)
    return ngettext(
        "One locked pledge and {practice} of practice, {size}.",
        "{count} locked pledges and {practice} of practice, {size}.",
        slip.kept,
        practice=slip.rehearsals,
        size=size,
    )


def last_copy(figures: DeskFigures) -> Message:
    """When the book was last copied."""
    if figures.last_copy is None:
        return _("Last copy: none yet.")
    return _("Last copy: {when}.", when=Moment(figures.last_copy.at))


def what_remains(figures: DeskFigures) -> Message:
    """What stays on this device after a copy, and when it is erased."""
    retention = figures.retention
    if retention.is_erased:
        return _("The office has everything, and the sealed pledges here were erased.")
    if not figures.slip.is_closed:
        return _("The locked pledges also stay on this device. Close the event when the day is over.")
    if retention.erased_from is not None:
        return _(
            "The office has everything. The locked pledges here are erased on {day}.", day=retention.erased_from.date()
        )
    return _("The locked pledges stay on this device until the office says that it has them, and seven days more.")
