"""An office with keys, made once: locking and unlocking them takes seconds on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.office.keys import KEYS_NAME, OfficeKeys, make_keys, read_keys
from outreach_app.pledge_book.enrolment import Enrolment

WORDS = "correct horse battery staple"


@dataclass(frozen=True)
class Office:
    """An office: its folder, its sheet, its enrolment, and its keys unlocked."""

    folder: Path
    sheet: Path
    enrolment: Enrolment
    keys: OfficeKeys


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Office:
    folder = tmp_path_factory.mktemp("office") / "keys"
    sheet = folder.parent / "sheet.pdf"
    enrolment = make_keys(folder, sheet, "Office", WORDS)
    return Office(folder, sheet, enrolment, read_keys(folder / KEYS_NAME, WORDS))
