"""4 January 2027: every House term and every bill of the old list has ended, and a visitor is told so on every page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outreach_app.language import _
from tests.handouts.reading import codes_on, words_on
from tests.journeys.visitor import Visitor
from tests.kiosk.table import wait_until

THE_DAY_AFTER = datetime(2027, 1, 4, 12, tzinfo=UTC)
EVERYBODY = "https://www.usa.gov/elected-officials"
ENDED = {"en": "until January 3, 2027", "es": "hasta el 3 de enero de 2027"}
SEAT = {"en": "Representative, Texas District 37", "es": "Cámara de Representantes, Texas, distrito 37"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_on_the_day_after_the_congress(set_a_table, congress_file, language):
    table = set_a_table(pack=congress_file, moment=THE_DAY_AFTER, language=language)
    visitor = Visitor(table.window)
    bills = {bill.number for bill in table.campaign.bills}
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("78701")
    visitor.tap("Show my lawmakers")

    # Nobody has vanished; the two whose terms are over are marked, the third is not; the official page comes first.
    reading = visitor.reading()
    warning = visitor.says("Some terms in this list have ended. An official page knows who serves now.")
    places = [" ".join(reading.split()).index(text) for text in (warning, "John Cornyn", "Ted Cruz")]
    assert places == sorted(places)
    assert visitor.codes() == [EVERYBODY]
    assert " ".join(reading.split()).count(ENDED[language]) == 2
    assert f"{SEAT[language]}; {ENDED[language]}" in " ".join(reading.split())

    # Calling and writing: still with a name and its doubt, and without any bill.
    visitor.tap_name(next(name for name in visitor.names() if name.startswith("Lloyd Doggett.")))
    for tab in ("Call", "Write", "Visit", "Share"):
        visitor.tap(tab)
        reading = " ".join(visitor.reading().split())
        assert "Lloyd Doggett" in reading
        assert ENDED[language] in reading
        assert not [bill for bill in bills if bill in reading]

    # The page to take home says all that too.
    visitor.tap("Take it with you")
    wait_until(lambda: table.window.shown.has_page, "the page")
    pdf = table.window.shown._pdf
    paper = " ".join(" ".join(words_on(pdf)).split())
    assert "Lloyd Doggett" in paper
    assert {"en": "Term until January 3, 2027", "es": "Mandato hasta el 3 de enero de 2027"}[language] in paper
    assert warning in paper
    assert EVERYBODY in codes_on(pdf, 200)
    assert not [bill for bill in bills if bill in paper]


def test_a_letter_read_in_spanish_is_there_in_english_to_send(set_a_table, congress_file):
    table = set_a_table(pack=congress_file, moment=datetime(2026, 6, 20, 12, tzinfo=UTC), language="es")
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("78701")
    visitor.tap("Show my lawmakers")
    visitor.tap_name("Ted Cruz. Senado, Texas")
    visitor.tap("Write")
    assert "Para la oficina senatorial de Ted Cruz:" in visitor.reading()
    visitor.tap("In English, to send")
    reading = visitor.reading()
    assert "Dear Senator Ted Cruz," in reading
    assert "la oficina" not in reading
    # Around the letter everything stays Spanish, and the way back is the language's own name.
    assert visitor.reads("Contact form")
    visitor.tap("Send a letter instead")
    reading = visitor.reading()
    assert "Dear Senator Ted Cruz," in reading
    assert "Senator Ted Cruz\n167 Russell Senate Office Building Washington DC 20510" in reading
    assert visitor.says("Copy the words by hand, or take a photo of them and print them at home.") in reading
    visitor.tap(_("Back to {language}", language="Español"))
    assert "Para la oficina senatorial de Ted Cruz:" in visitor.reading()

    # A change of the screen's language ends the turn to English.
    visitor.tap("In English, to send")
    visitor.tap_name("English")
    assert "Dear Senator Ted Cruz," in visitor.reading()
    visitor.tap_name("Español")
    assert "Para la oficina senatorial de Ted Cruz:" in visitor.reading()


def test_reading_english_nobody_is_offered_english(set_a_table):
    table = set_a_table()
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.enter_digits("43215")
    visitor.tap("Show my lawmakers")
    visitor.tap_name("Maria Aldous. Senator, Ohio")
    visitor.tap("Write")
    assert "In English, to send" not in visitor.names()
