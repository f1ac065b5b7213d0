"""The figures of the staff's desk, as the book gives them: never a name, small counts left unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from outreach_app.pledge_book.book import Undoable
from outreach_app.pledge_book.closing_slip import ClosingSlip
from outreach_app.pledge_book.retention import Retention
from outreach_app.pledge_book.tallying import Tally
from outreach_app.visit.copy_note import CopyNote

MOST_HOURS = 10
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class HourBar:
    """How many signed in one hour of today.

    Attributes:
        begins: the hour, aware of the station's zone.
        count: ``None`` for one to four, shown as "few".
        is_now: whether the hour is not over yet.
    """

    begins: datetime
    count: int | None
    is_now: bool


@dataclass(frozen=True)
class DeskFigures:
    """What the book says at one moment.

    Attributes:
        pledges: kept and not taken back, without practice.
        only_here: how many of these are in no verified copy.
        requests_only_here: likewise, requests to be erased.
        languages: by code, most first; ``None`` for few.
        from_paper: entered from paper sheets; ``None`` for few.
        newest: what the staff may still undo.
        book_bytes: size of the book's file.
    """

    slip: ClosingSlip
    pledges: int
    only_here: int
    requests_only_here: int
    hours: tuple[HourBar, ...]
    languages: tuple[tuple[str, int | None], ...]
    from_paper: int | None
    newest: Undoable | None
    last_copy: CopyNote | None
    retention: Retention
    book_bytes: int


class CountedBook(Protocol):
    """What the figures need of the pledge book."""

    @property
    def slip(self) -> ClosingSlip:
        """The counts and the head."""

    @property
    def retention(self) -> Retention:
        """How far it is on its way out."""

    def tallies(self) -> tuple[Tally, ...]:
        """Counts by hour, language and source."""

    def newest(self) -> Undoable | None:
        """The newest pledge, while it can be undone."""


def figures_of(book: CountedBook, last_copy: CopyNote | None, now: datetime, book_bytes: int) -> DeskFigures:
    """The figures of a book, now (aware of the station's zone)."""
    slip, tallies = book.slip, book.tallies()
    signed = slip.pledges + slip.withdrawn
    is_covered = last_copy is not None and last_copy.entries >= slip.entries
    copied = last_copy.signed if last_copy is not None else 0
    kept = slip.pledges - slip.rehearsals
    paper = {tally.value: tally.count for tally in tallies if tally.kind == "source"}
    return DeskFigures(
        slip=slip,
        pledges=kept,
        # What was taken back since, or was practice, is no loss.
        only_here=0 if is_covered else min(max(signed - copied, 0), kept),
        requests_only_here=0 if is_covered else slip.requests - (last_copy.requests if last_copy is not None else 0),
        hours=hours_of(((tally.value, tally.count) for tally in tallies if tally.kind == "hour"), now),
        languages=_most_first([(tally.value, tally.count) for tally in tallies if tally.kind == "language"]),
        from_paper=paper.get("paper", 0),
        newest=book.newest(),
        last_copy=last_copy,
        retention=book.retention,
        book_bytes=book_bytes,
    )


def hours_of(counts: Iterable[tuple[str, int | None]], now: datetime) -> tuple[HourBar, ...]:
    """The hours of today from the first in which anybody signed to this one, the last ten at most, gaps as 0.

    Args:
        counts: such as ``("2026-11-22T21Z", 14)``, with ``None`` for few.
        now: aware of the station's zone.
    """
    held: dict[datetime, int | None] = {}
    for value, count in counts:
        begins = datetime.strptime(value, "%Y-%m-%dT%HZ").replace(tzinfo=UTC)
        if begins.astimezone(now.tzinfo).date() == now.date():
            held[begins] = count
    # Whole hours of UTC, since that is what the book counts; some zones stand half an hour beside.
    this_hour = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    if not held:
        return ()
    bars: list[HourBar] = []
    begins = min(held)
    while begins <= max(this_hour, *held):
        bars.append(HourBar(begins.astimezone(now.tzinfo), held.get(begins, 0), begins == this_hour))
        begins += _HOUR
    return tuple(bars[-MOST_HOURS:])


def _most_first(counts: Sequence[tuple[str, int | None]]) -> tuple[tuple[str, int | None], ...]:
    return tuple(sorted(counts, key=lambda pair: (-(pair[1] or 0), pair[0])))
