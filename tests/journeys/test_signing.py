"""A person signs, finds their lawmakers and takes a page home: every code leads where it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from outreach_app.look.code_plate import CodePlate
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.visit.flow import Place
from tests.handouts.reading import codes_on, words_on
from tests.journeys.visitor import Visitor
from tests.kiosk.states import states
from tests.kiosk.table import wait_until

REPOSITORY = Path(__file__).resolve().parent.parent.parent
LAWMAKERS_OF_43215 = [f"https://example.org/oh-{end}" for end in ("a", "b", "3", "12")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_person_signs_and_takes_a_page_whose_codes_lead_where_they_say(set_a_table, language):
    table = set_a_table(language=language)
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Adaeze", "Quillfeather", "adaeze@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.withdrawal_code in visitor.reading()
    assert "Adaeze" not in visitor.reading()

    visitor.tap("Find my lawmakers")
    assert visitor.place is Place.LAWMAKERS
    assert visitor.reads("One of these is your representative")
    finder = table.campaign.finders[0].url
    assert visitor.codes() == [finder]

    visitor.tap_name("Denise Nakamura")
    assert visitor.codes() == ["https://example.org/oh-3", "tel:+12025550118"]
    visitor.tap("Write")
    assert visitor.codes() == ["https://example.org/oh-3"]
    visitor.tap("Share")
    assert visitor.codes() == sorted([table.campaign.page, "https://www.instagram.com/example_nakamura/"])

    visitor.tap("Take it with you")
    wait_until(lambda: visitor.reads("It is ready. Save it, and staff can print it."), "the page")
    assert "https://example.org/oh-3" in visitor.codes()
    visitor.tap("Save my page")
    wait_until(lambda: list((table.folder / "pages").glob("*.pdf")), "the saved page")
    (page,) = (table.folder / "pages").iterdir()
    pdf = page.read_bytes()
    assert codes_on(pdf, 200) == sorted([*LAWMAKERS_OF_43215, finder, table.campaign.page])
    assert {"Adaeze", "Quillfeather", "adaeze@example.org"}.isdisjoint(words_on(pdf))
    visitor.tap("I am done")
    assert visitor.place is Place.ATTRACT


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=["1280x800", "1024x600"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_code_on_every_screen_is_read_from_a_picture_of_it(set_a_table, language, size):
    table = set_a_table(language=language, size=size)
    visitor = Visitor(table.window)
    looked_at = 0
    for state in states(table, {"split": "43215", "one": "43055"}):
        plates = [plate for plate in table.window.findChildren(CodePlate) if seen_whole(plate, visitor)]
        unread = {plate.payload for plate in plates} - set(visitor.codes())
        assert not unread, f"{state}: {unread}"
        looked_at += len(plates)
    assert looked_at >= 30


def seen_whole(plate: CodePlate, visitor: Visitor) -> bool:
    """Whether it is in sight: not under the idle sheet, nor further down a list."""
    return (
        plate.isVisible() and plate.visibleRegion().boundingRect() == plate.rect() and not visitor.reads("Still there?")
    )


def test_the_code_to_copy_can_be_hidden(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    code = table.window.visit.receipt.withdrawal_code
    visitor.tap("Hide my code")
    assert code not in visitor.reading()


def test_a_program_killed_right_after_thank_you_has_kept_the_pledge_sealed(set_a_table, tmp_path):
    office, recovery = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    recipients = (str(office.to_public()), str(recovery.to_public()))
    folder = tmp_path / "killed"
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.sign_and_stay", str(folder), *recipients],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout.readline() == "thank you 1\n"
    finally:
        program.kill()
        program.wait(timeout=30)
        program.stdout.close()

    for file in folder.rglob("*"):
        held = file.read_bytes() if file.is_file() else b""
        assert not any(word in held for word in (b"Adaeze", b"Quillfeather", b"adaeze@")), file
    book = PledgeBook.open(folder / "pledges.book", recipients)
    try:
        assert book.pledges == 1
        (sealed,) = [sealed for _line, sealed in book.entries() if sealed is not None]
    finally:
        book.close()
    for identity in (office, recovery):
        assert b"Quillfeather" in pyrage.decrypt(sealed, [identity])

    # The same folder, the next morning.
    table = set_a_table(folder=folder, recipients=recipients)
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Bo", "Li", "bo@example.org", "43215")
    visitor.sign(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 2
