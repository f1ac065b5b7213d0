"""An event's last day, and what follows from it once it is over.

A table left with its event open must not go on taking pledges for weeks. But an event may run past midnight, and
whoever set it up the evening before may have named the wrong day: so the table opens until noon on the day after, and
a lead gives a later day at any time. It is judged by the device's clock. One that is behind lets the table open, and
the list says that its time is doubtful; one that is ahead keeps it shut, so the remedy names the clock too.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.language import _

LAST_DAY_CODE = "last-day"
GRACE_ENDS = time(12)
_FOR_TOMORROW = time(15)
_A_DAY = timedelta(days=1)


def is_over(last_day: date | None, now: datetime) -> bool:
    """Whether the event is over: from noon on the day after its last one; an event without one never is.

    Args:
        last_day: as the staff have set it.
        now: the moment, aware of the station's zone.
    """
    return last_day is not None and now >= datetime.combine(last_day + _A_DAY, GRACE_ENDS, now.tzinfo)


def usual_last_day(now: datetime) -> date:
    """The answer that is filled in: today, or tomorrow where a table is set up late, most often for the next day."""
    return now.date() + _A_DAY if now.time() >= _FOR_TOMORROW else now.date()


def check_last_day(last_day: date | None, now: datetime) -> Check:
    """The line of the list before opening."""
    if last_day is None:
        return Check(LAST_DAY_CODE, CheckLevel.OK, _("This event has no last day."))
    if now.date() <= last_day:
        return Check(LAST_DAY_CODE, CheckLevel.OK, _("The last day of this event is {day}.", day=last_day))
    if not is_over(last_day, now):
        text = _("The last day of this event was {day}. The table opens until noon today.", day=last_day)
        remedy = _("If the event goes on, a lead gives it a later last day in the settings.")
        return Check(LAST_DAY_CODE, CheckLevel.WARN, text, remedy)
    text = _("The last day of this event was {day}, and the clock says {today}.", day=last_day, today=now.date())
    remedy = _(
        "A lead closes the event and copies the pledges out, or gives it a later last day in the settings. "
        "If today’s date is wrong, set the device’s clock."
    )
    return Check(LAST_DAY_CODE, CheckLevel.FAIL, text, remedy)
