"""Somebody comes back without their code: a lead seals a request, it leaves with the copy, the office erases them."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from outreach_app.office.erasing import erase_sure
from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener, new_secret
from outreach_app.office.people import people
from outreach_app.office.receiving import receive
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment
from outreach_app.visit.flow import Place
from tests.journeys.staffed_table import VOLUNTEER_PIN
from tests.journeys.test_staff_day import Staff
from tests.pledge_book.test_canary import MARK, files_that_tell


@pytest.fixture
def secrets_of_the_office():
    return new_secret(), new_secret()


@pytest.fixture
def table(set_a_staffed_table, secrets_of_the_office):
    """A table whose pledges this test can open, as its office does."""
    table = set_a_staffed_table()
    recipients = tuple(Opener(secret).recipient for secret in secrets_of_the_office)
    booth = table.folder / "booth"
    (booth / "office.enrolment").write_bytes(encode_enrolment(Enrolment("Office", recipients, "ab" * 32)))
    (booth / "pledges.book").unlink()
    settings = table.place.settings
    PledgeBook.create(booth / "pledges.book", recipients, settings.where, table.place.now(table.clock)).close()
    return table


def come_to_the_request(staff: Staff) -> None:
    staff.come_in()
    staff.tap("Take back")
    staff.tap("Hide the keyboard")
    staff.tap("They have no code")
    assert staff.place is Place.ERASING


def go_back_to_the_desk(staff: Staff) -> None:
    staff.tap("Back")
    assert staff.place is Place.WITHDRAWING
    staff.tap("Hide the keyboard")
    staff.tap("Back to the desk")


def write_the_name(staff: Staff, given: str, family: str) -> None:
    staff.fill("First and last name, as signed", given)
    staff.tap("space")
    staff.type(family)


def seal_a_request(staff: Staff, given: str, family: str, email: str) -> None:
    write_the_name(staff, given, family)
    staff.fill("Email, as signed", email)
    staff.tap("Hide the keyboard")
    staff.tap("Seal for the office")
    staff.waits_to_read("The request is sealed. Copy the pledges to a stick, so that it reaches the office.")


def test_from_the_table_to_the_office_with_no_name_in_any_file(table, tmp_path, secrets_of_the_office):
    staff = Staff(table.window)
    staff.go_to_the_form()
    staff.fill_in(MARK, MARK, f"{MARK.lower()}@example.org", "43215")
    staff.sign(table.campaign.pledge_title)
    staff.wait_for(Place.THANKS)
    staff.window._leave()
    come_to_the_request(staff)
    seal_a_request(staff, MARK, MARK, f"{MARK.lower()}@example.org")
    assert MARK not in staff.reading()
    assert staff.field("First and last name, as signed").text() == ""
    go_back_to_the_desk(staff)

    stick = table.plug_in("CAMPAIGN-A")
    staff.tap("Copy to a stick")
    staff.waits_to_read("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    (copy,) = stick.iterdir()
    assert files_that_tell(tmp_path) == []

    with Ledger(tmp_path / "office.ledger", "words", may_create=True) as ledger:
        receive(ledger, Opener(secrets_of_the_office[0]), copy, lambda _bytes: None)
        assert len(list(people(ledger))) == 1
        [meant] = erase_sure(ledger)
        assert len(meant.sure) == 1
        assert list(people(ledger)) == []


def test_a_request_that_no_copy_holds_is_said_at_the_desk(table):
    staff = Staff(table.window)
    stick = table.plug_in("CAMPAIGN-A")
    staff.sign_as_visitor(table)
    staff.come_in()
    staff.tap("Copy to a stick")
    staff.waits_to_read("CAMPAIGN-A")
    staff.tap("Copy now")
    staff.waits_to_read("It is safe to remove CAMPAIGN-A.")
    assert len(list(stick.iterdir())) == 1
    staff.tap("Back to the desk")
    assert "only on this device" not in staff.reading()
    staff.tap("Take back")
    staff.tap("Hide the keyboard")
    staff.tap("They have no code")
    seal_a_request(staff, "Ada", "Quill", "ada@example.org")
    go_back_to_the_desk(staff)
    staff.waits_to_read("One request to be erased is only on this device.")


def test_what_cannot_be_an_address_is_said_and_nothing_is_sealed(table):
    staff = Staff(table.window)
    come_to_the_request(staff)
    staff.fill("Email, as signed", "ada")
    staff.tap("Hide the keyboard")
    staff.tap("Seal for the office")
    staff.waits_to_read("Add the @ and the part after it, such as gmail.com")
    table.close()
    with closing(table.place.open_book()) as book:
        assert [json.loads(line)["kind"] for line, _sealed in book.entries()] == ["OPEN"]


def test_practice_sends_no_request_to_the_office(table):
    staff = Staff(table.window)
    staff.come_in()
    staff.tap("Practice")
    staff.tap("Begin practice")
    staff.tap("Back to the desk")
    staff.tap("Take back")
    staff.tap("Hide the keyboard")
    staff.tap("They have no code")
    write_the_name(staff, "Ada", "Quill")
    staff.tap("Hide the keyboard")
    staff.tap("Seal for the office")
    staff.waits_to_read("This is practice, and a request goes to the office. End the practice first.")


def test_a_closed_event_says_whose_turn_it_is(table):
    staff = Staff(table.window)
    with closing(table.place.open_book()) as book:
        book.close_event(table.place.now(table.clock))
    come_to_the_request(staff)
    write_the_name(staff, "Ada", "Quill")
    staff.tap("Hide the keyboard")
    staff.tap("Seal for the office")
    staff.waits_to_read("the office takes pledges of this one back")


def test_volunteers_are_not_offered_it(table):
    staff = Staff(table.window)
    staff.come_in(VOLUNTEER_PIN)
    assert "Take back" not in staff.names()
