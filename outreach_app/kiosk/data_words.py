"""Sentences about the data on this device: how large, what is only here, what remains and when it is erased."""

from __future__ import annotations

from outreach_app.errors import Message
from outreach_app.language import Moment, _, ngettext
from outreach_app.visit.desk_figures import DeskFigures

_MEGABYTE, _GIGABYTE = 1_000_000, 1_000_000_000


def megabytes(size: int) -> Message:
    """A size in bytes, as people say it."""
    if size >= _GIGABYTE:
        return _("{size} GB", size=f"{size / _GIGABYTE:.0f}")
    tenths = f"{max(size, _MEGABYTE // 10) / _MEGABYTE:.1f}" if size < 100 * _MEGABYTE else f"{size / _MEGABYTE:.0f}"
    return _("{size} MB", size=tenths)


def only_here(figures: DeskFigures) -> Message | None:
    """What would be lost with this device; ``None`` where nothing would."""
    if figures.only_here == 0 and figures.requests_only_here == 0:
        return None
    if figures.only_here == 0:
        return ngettext(
            "**One request to be erased is only on this device.** Copy it to the USB stick before you pack up.",
            "**{count} requests to be erased are only on this device.** Copy them to the USB stick before you pack up.",
            figures.requests_only_here,
        )
    return ngettext(
        "**One pledge is only on this device.** Copy it to the USB stick before you pack up.",
        "**{count} pledges are only on this device.** Copy them to the USB stick before you pack up.",
        figures.only_here,
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
