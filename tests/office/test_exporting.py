"""Exports: consents respected, spreadsheets safe, nothing half-written."""

from __future__ import annotations

import csv
import io
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.domain.pledge import DrawnSignature
from outreach_app.errors import FolderError
from outreach_app.office.exporting import PRESETS, defused, export
from outreach_app.office.ledger import Ledger
from outreach_app.office.receiving import receive
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from tests.office.conftest import WORDS
from tests.pledge_book.people import NOON, TABLE, consents, later, pledge


@pytest.fixture
def exported(tmp_path, office):
    """Signs pledges at a table, brings them home, exports them; returns the file's rows and its bytes."""

    def run(preset: str, *pledges, with_rehearsal: bool = False):
        with closing(PledgeBook.create(tmp_path / "book", office.enrolment.recipients, TABLE, NOON)) as book:
            for each in pledges:
                book.sign(each)
            pack = copy_out(book, DurableFolder(tmp_path)).path
        out = tmp_path / "out.csv"
        with Ledger(tmp_path / "a.ledger", WORDS, may_create=True) as ledger:
            receive(ledger, office.keys.opener, pack, lambda _bytes: None)
            done = export(ledger, PRESETS[preset], out, with_rehearsal=with_rehearsal)
        content = out.read_bytes()
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert done.rows == len(rows)
        return rows, content

    return run


def test_action_network_gets_only_those_who_agreed_to_email(exported):
    rows, content = exported(
        "action-network",
        pledge("Ada", consents=consents(email=True)),
        pledge("Bo", consents=consents(texts=True, named=True)),
        pledge("Chidi", email=None, consents=consents(email=True)),
    )
    assert [row["first_name"] for row in rows] == ["Ada"]
    assert list(rows[0]) == ["email", "first_name", "last_name", "zip_code", "tags", "consent_email", "consent_sms",
                             "consent_text_id", "consent_at"]  # fmt: skip
    assert rows[0]["consent_text_id"] == "email-1"
    assert content.startswith(b"\xef\xbb\xbf")


def test_what_a_person_said_last_counts_also_where_it_was_no(exported):
    rows, _content = exported(
        "action-network",
        pledge("Ada", email="a@example.org", consents=consents(email=True), signed_at=later(1)),
        pledge("Ada", email="A@example.org", consents=consents(), signed_at=later(2)),
        pledge("Bo", email="b@example.org", consents=consents(), signed_at=later(3)),
        pledge("Bo", email="b@example.org", consents=consents(email=True), signed_at=later(4)),
    )
    assert [row["email"] for row in rows] == ["b@example.org"]


def test_a_name_that_a_spreadsheet_would_run_is_defused(exported):
    rows, _content = exported(
        "action-network", pledge('=HYPERLINK("x")', email="a@example.org", consents=consents(email=True))
    )
    assert rows[0]["first_name"] == '\'=HYPERLINK("x")'


def test_zip_codes_keep_their_leading_zero(exported):
    rows, content = exported("action-network", pledge(postcode="02139", consents=consents(email=True)))
    assert rows[0]["zip_code"] == "02139"
    assert b'"02139"' in content


def test_the_raw_file_is_exact_and_holds_everything(exported):
    drawn = DrawnSignature((((1, 2), (3, 4)),))
    rows, content = exported(
        "raw",
        pledge("=Ada", mobile="+16145550100", signature=drawn, choices=(("size", "large"),)),
        pledge("Bo", is_rehearsal=True),
    )
    [row] = rows
    assert not content.startswith(b"\xef\xbb\xbf")
    assert (row["given_name"], row["mobile"], row["signature"]) == ("=Ada", "+16145550100", "[[[1,2],[3,4]]]")
    assert (row["consent_email"], row["consent_sms"], row["consent_named"]) == ("no", "no", "no")
    assert (row["event"], row["clock_trusted"], row["signed_at"]) == (TABLE.event, "yes", NOON.utc.isoformat())
    assert row["choices"] == '[["size", "large"]]'


def test_rehearsals_come_only_when_asked_for(exported):
    rows, _content = exported("raw", pledge("Ada"), pledge("Bo", is_rehearsal=True), with_rehearsal=True)
    assert [row["rehearsal"] for row in rows] == ["no", "yes"]


def test_a_missing_folder_is_a_sentence(tmp_path):
    with Ledger(tmp_path / "a.ledger", WORDS, may_create=True) as ledger, pytest.raises(FolderError, match="no folder"):
        export(ledger, PRESETS["raw"], tmp_path / "none" / "out.csv", with_rehearsal=False)


@given(st.text(max_size=20))
def test_no_cell_starts_a_formula_and_nothing_else_is_changed(cell):
    safe = defused(cell)
    assert not safe.lstrip(" ").startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )
    assert safe in (cell, "'" + cell)
