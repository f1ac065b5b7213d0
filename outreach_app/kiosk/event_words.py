"""What a list of events says of each: its counts, how it stands, and whether its pledges are on this device alone."""

from __future__ import annotations

from outreach_app.errors import Message
from outreach_app.language import Sayable, _, ngettext
from outreach_app.visit.station_home import EventRecord


def counts_line(record: EventRecord) -> Sayable:
    """How many signed, when and where; or why nobody can tell."""
    if record.fault is not None:
        return record.fault
    pledges = ngettext("{count} pledge", "{count} pledges", record.pledges)
    day = record.set_up_at.date() if record.set_up_at is not None else ""
    if record.place:
        return _("{pledges} · {day} · {place}", pledges=pledges, day=day, place=record.place)
    return _("{pledges} · {day}", pledges=pledges, day=day)


def copy_line(record: EventRecord) -> Message | None:
    """What is still to be done so that nothing is lost with this device; ``None`` where nothing is."""
    if not record.waits_to_be_copied:
        return None
    return _("Not yet copied. Open it, and copy the pledges to a stick with the lead PIN.")


def state_sign(record: EventRecord) -> tuple[Message, str]:
    """The words of its sign, and the sign's kind."""
    if record.fault is not None:
        return _("Look at it"), "warn"
    if record.is_erased:
        return _("The office has it"), "good"
    return (_("Closed"), "plain") if record.is_closed else (_("Still open"), "open")
