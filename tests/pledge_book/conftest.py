"""A book for keys whose secrets the test holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.office.opening import Opener, new_secret
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.ports import BookPorts
from tests.pledge_book.people import NOON, TABLE

SECRETS = (new_secret(), new_secret())
RECIPIENTS = tuple(Opener(secret).recipient for secret in SECRETS)
OPENER = Opener(SECRETS[0])


class Seconds:
    """A running clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "pledges.book"


@pytest.fixture
def new_book(path, seconds):
    """Makes the book of an event; it is closed after the test."""
    books: list[PledgeBook] = []

    def make(**ports: object) -> PledgeBook:
        books.append(PledgeBook.create(path, RECIPIENTS, TABLE, NOON, BookPorts(seconds=seconds, **ports)))
        return books[-1]

    yield make
    for book in books:
        book._chained.file.abandon()


@pytest.fixture
def book(new_book: Callable[..., PledgeBook]) -> PledgeBook:
    return new_book()
