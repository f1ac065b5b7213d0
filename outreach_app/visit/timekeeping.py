"""The time as a pledge records it, with an honest word on whether the clock could be trusted."""

from __future__ import annotations

from datetime import UTC, datetime

from outreach_app.domain.pledge import ClockReading
from outreach_app.visit.ports import Clock


def read_clock(clock: Clock, not_before: datetime) -> ClockReading:
    """What the clock says now.

    A table has no network to ask. So a clock counts as trusted while it is not earlier than a moment this station has
    seen before, such as its own set-up: a device whose battery died starts in the past.

    Args:
        clock: the station's.
        not_before: that earlier moment, aware of its zone.
    """
    moment = clock.now()
    return ClockReading(moment.astimezone(UTC), str(moment.tzinfo), moment >= not_before)


def untrusted_clock(clock: Clock) -> ClockReading:
    """What the clock says where nothing is known that it could be compared with."""
    moment = clock.now()
    return ClockReading(moment.astimezone(UTC), str(moment.tzinfo), is_trusted=False)
