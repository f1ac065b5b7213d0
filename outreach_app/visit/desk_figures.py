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
from outreach_app.visit.copy_note import CopyNote, is_wholly_copied

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
class OnlyHere:
    """What the last verified copy does not hold; without a copy, all there is.

    Attributes:
        pledges: kept ones, without practice.
        requests: requests to be erased.
        taken_back: pledges that the copy still holds though they were taken back.
        is_closing: the book was closed since.
    """

    pledges: int
    requests: int
    taken_back: int
    is_closing: bool


@dataclass(frozen=True)
class DeskFigures:
    """What the book says at one moment.

    Attributes:
        only_here: ``None`` where a verified copy ends as the book does, or practice is all there is.
        languages: by code, most first; ``None`` for few.
        from_paper: entered from paper sheets; ``None`` for few. All of these count who signed, also if taken back.
        newest: what the staff may still undo.
        book_bytes: size of the book's file; ``copy_bytes`` of a copy of it.
    """

    slip: ClosingSlip
    only_here: OnlyHere | None
    hours: tuple[HourBar, ...]
    languages: tuple[tuple[str, int | None], ...]
    from_paper: int | None
    newest: Undoable | None
    last_copy: CopyNote | None
    retention: Retention
    book_bytes: int
    copy_bytes: int

    @property
    def is_copied(self) -> bool:
        """Whether a verified copy holds the book as it stands."""
        return self.last_copy is not None and self.only_here is None


class CountedBook(Protocol):
    """What the figures need of the pledge book."""

    @property
    def slip(self) -> ClosingSlip:
        """The counts and the head."""

    @property
    def retention(self) -> Retention:
        """How far it is on its way out."""

    def kept_after(self, number: int) -> int:
        """The pledges that count with a higher number."""

    def copy_bytes(self) -> int:
        """How large a copy is."""

    def tallies(self) -> tuple[Tally, ...]:
        """Counts by hour, language and source."""

    def newest(self) -> Undoable | None:
        """The newest pledge, while it can be undone."""


def figures_of(book: CountedBook, last_copy: CopyNote | None, now: datetime, book_bytes: int) -> DeskFigures:
    """The figures of a book, now (aware of the station's zone)."""
    tallies = book.tallies()
    paper = {tally.value: tally.count for tally in tallies if tally.kind == "source"}
    return DeskFigures(
        slip=book.slip,
        only_here=_only_here(book, last_copy),
        hours=hours_of(((tally.value, tally.count) for tally in tallies if tally.kind == "hour"), now),
        languages=_most_first([(tally.value, tally.count) for tally in tallies if tally.kind == "language"]),
        from_paper=paper.get("paper", 0),
        newest=book.newest(),
        last_copy=last_copy,
        retention=book.retention,
        book_bytes=book_bytes,
        copy_bytes=book.copy_bytes(),
    )


def _only_here(book: CountedBook, last_copy: CopyNote | None) -> OnlyHere | None:
    slip = book.slip
    if is_wholly_copied(slip, last_copy):
        return None
    if last_copy is None:
        return OnlyHere(slip.kept, slip.requests, 0, slip.is_closed)
    return OnlyHere(
        pledges=book.kept_after(last_copy.signed),
        requests=slip.requests - last_copy.requests,
        taken_back=slip.withdrawn - last_copy.withdrawn,
        # Nothing follows the closing, so a copy that ends otherwise was made before it.
        is_closing=slip.is_closed,
    )


def hours_of(counts: Iterable[tuple[str, int | None]], now: datetime) -> tuple[HourBar, ...]:
    """The hours of today from the first in which anybody signed to this one, gaps as 0.

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
    return tuple(bars)


def _most_first(counts: Sequence[tuple[str, int | None]]) -> tuple[tuple[str, int | None], ...]:
    return tuple(sorted(counts, key=lambda pair: (-(pair[1] or 0), pair[0])))
