"""A full disk, a table without a list of lawmakers, and a demo that is opened years later."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from outreach_app.domain.links import readable_phone
from outreach_app.visit.flow import Place
from tests.handouts.reading import codes_on, words_on
from tests.journeys.visitor import Visitor
from tests.kiosk.states import states
from tests.kiosk.table import wait_until
from tests.pledge_book.small_disk import small_disk

LATER_DAYS = [datetime(2027, 1, 4, 12, tzinfo=UTC), datetime(2035, 1, 1, 12, tzinfo=UTC)]


@pytest.fixture
def disk(tmp_path):
    """A disk of four megabytes, where the system lets a test have one."""
    with small_disk(tmp_path / "disk", kilobytes=4096) as disk:
        yield disk


def fill_up(folder) -> None:
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        for size in (65_536, 4096, 512):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError:
                continue


def test_a_full_disk_is_said_kindly_and_signing_goes_on_once_there_is_room(disk, set_a_table):
    table = set_a_table(folder=disk / "station")
    visitor = Visitor(table.window)
    sign_as(visitor, table, "Ada")
    visitor.wait_for(Place.THANKS)
    visitor.tap("Leave")

    fill_up(disk)
    sign_as(visitor, table, "Bo")
    wait_until(lambda: table.window.shown._fault.text(), "the sentence")
    assert visitor.place is Place.SIGN
    sentence = table.window.shown._fault.text()
    assert "cannot be saved" in sentence
    assert "Please call staff." in sentence
    assert "Bo" not in sentence
    assert "!" not in sentence
    assert not table.window.shown._pad.is_empty
    assert table.window.visit.draft.given_name == "Bo"

    (disk / "ballast").unlink()
    visitor.tap(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 2


def sign_as(visitor: Visitor, table, name: str) -> None:
    visitor.go_to_the_form()
    visitor.fill_in(name, "Quill", "ada@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_table_without_a_list_says_so_and_offers_the_official_pages(set_a_table, language):
    table = set_a_table(pack=None, language=language)
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43215")
    visitor.tap("Show my lawmakers")
    assert visitor.reads(
        "This table has no list of lawmakers today. These official pages find yours; "
        "your own phone asks for the address."
    )
    finders = {finder.url for finder in table.campaign.finders}
    assert set(visitor.codes()) == finders
    assert readable_phone(table.campaign.switchboard) in visitor.reading()
    visitor.tap("Take it with you")
    wait_until(lambda: table.window.shown._pdf, "the page")
    pdf = table.window.shown._pdf
    assert finders | {table.campaign.page} == set(codes_on(pdf, 200))
    assert readable_phone(table.campaign.switchboard) in " ".join(words_on(pdf))


@pytest.mark.parametrize("moment", LATER_DAYS, ids=lambda moment: moment.date().isoformat())
@pytest.mark.parametrize("language", ["en", "es"])
def test_years_later_no_screen_is_blank_and_nothing_expired_is_said(set_a_table, language, moment):
    table = set_a_table(moment=moment, language=language, is_demo=True)
    visitor = Visitor(table.window)
    expired = expired_texts(table.campaign, moment.date(), language)
    assert expired
    for state in states(table, {"split": "43215"}):
        reading = visitor.reading()
        assert len(reading.splitlines()) >= 6, f"{state} is blank"
        assert not [text for text in expired if text in reading], state
        if visitor.place is Place.HELP and not visitor.reads("Still there?"):
            for line in table.campaign.helplines:
                assert line.headline.in_language(language) in reading
            codes = {line.code.in_language(language) for line in table.campaign.helplines if line.code}
            assert codes == set(visitor.codes())
        if visitor.place is Place.TAKE:
            paper = " ".join(words_on(table.window.shown._pdf))
            assert not [text for text in expired if text in paper]
            assert table.campaign.helplines[0].headline.in_language(language) in paper


def expired_texts(campaign, day: date, language: str) -> set[str]:
    """What may no longer be said on a day: facts, and the names of bills that are no more."""
    facts = [fact for fact in campaign.facts if fact not in campaign.facts_on(day)]
    bills = [bill for bill in campaign.bills if bill not in campaign.bills_on(day)]
    texts = {fact.sentence.in_language(language) for fact in facts}
    for bill in bills:
        texts |= {bill.number, bill.title.in_language(language)}
    return texts
