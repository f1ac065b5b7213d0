"""What lawmakers and seats are called, in words a visitor knows, whatever the country."""

from __future__ import annotations

import pytest

from outreach_app.domain.lawmakers import Role, SeatWords, VacantSeat
from outreach_app.domain.wording import Wording
from outreach_app.language import Tongue
from outreach_app.visit.state_names import STATE_NAMES
from outreach_app.visit.titles import first_office, form_of_address, full_title, initials, seat_of, title_of
from tests.visit.table import OHIO, lawmaker

US = "ocd-division/country:us"
EASTERN = "ocd-division/country:lx/island:kora/harbour:2"
WORDS = SeatWords(
    title=Wording({"en": "Speaker for a harbour", "es": "Voz de un puerto"}, "en"),
    office=Wording({"en": "Assembly office", "es": "Oficina en la Asamblea"}, "en"),
    place="Inner Bay",
)


def said(what, language="en"):
    return Tongue(language).say(what)


@pytest.mark.parametrize(
    ("role", "division", "english", "spanish"),
    [
        (Role.SENATOR, OHIO, "Senator, Ohio", "Senado, Ohio"),
        (Role.REPRESENTATIVE, f"{OHIO}/cd:3", "Ohio District 3", "Ohio, distrito 3"),
        (
            Role.REPRESENTATIVE,
            f"{US}/state:ak/cd:at-large",
            "Representative, Alaska",
            "Cámara de Representantes, Alaska",
        ),
        (
            Role.DELEGATE,
            f"{US}/district:dc/cd:at-large",
            "Delegate, District of Columbia",
            "Cámara, delegación de Distrito de Columbia",
        ),
        (Role.SENATOR, f"{US}/state:nm", "Senator, New Mexico", "Senado, Nuevo México"),
    ],
)
def test_a_seat_of_congress_is_named_in_both_languages(role, division, english, spanish):
    person = lawmaker(role=role, division=division)
    assert (said(seat_of(person)), said(seat_of(person), "es")) == (english, spanish)
    assert said(seat_of(VacantSeat(division, role))) == english


def test_on_paper_a_district_says_what_it_is():
    person = lawmaker(role=Role.REPRESENTATIVE, division=f"{OHIO}/cd:3")
    assert said(full_title(person)) == "Representative, Ohio District 3"


def test_puerto_rico_sends_a_resident_commissioner():
    person = lawmaker(
        role=Role.DELEGATE, division=f"{US}/territory:pr/cd:at-large", note="resident-commissioner", name="Ana Ruiz"
    )
    assert said(form_of_address(person)) == "Resident Commissioner"
    assert said(seat_of(person)) == "Resident Commissioner, Puerto Rico"


def test_another_country_is_called_by_its_own_words_in_the_language_of_the_visitor():
    person = lawmaker(role="speaker", division=EASTERN, words=WORDS)
    assert said(seat_of(person)) == "Speaker for a harbour, Inner Bay"
    assert said(seat_of(person), "es") == "Voz de un puerto, Inner Bay"
    assert (said(first_office(person)), said(first_office(person), "es")) == (
        "Assembly office",
        "Oficina en la Asamblea",
    )
    assert said(form_of_address(person), "es") == "Voz de un puerto"
    # A language that the list lacks gets the list's first one.
    assert "Speaker for a harbour" in said(seat_of(person), "ar")


def test_a_list_without_words_is_still_readable():
    person = lawmaker(role="member-of-parliament", division=EASTERN)
    assert said(title_of(person)) == "Member of parliament"
    assert said(seat_of(person)) == "Member of parliament, Harbour 2"
    assert said(first_office(person)) == "Main office"


def test_the_words_of_a_list_go_before_the_programs_even_for_a_role_it_knows():
    canadian = lawmaker(role=Role.SENATOR, division="ocd-division/country:ca/province:on", words=WORDS)
    assert said(seat_of(canadian)) == "Speaker for a harbour, Inner Bay"
    assert said(first_office(lawmaker())) == "Washington office"


def test_all_states_and_territories_have_a_name_in_spanish():
    assert len(STATE_NAMES) == 56
    renamed = {code for code, name in STATE_NAMES.items() if said(name) != said(name, "es")}
    assert {"hi", "nm", "ny", "nc", "or", "pa", "wv", "dc", "vi"} <= renamed


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Nicholas J. Begich III", "NB"),
        ("Pablo José Hernández", "PH"),
        ("Cher", "C"),
        ("—", ""),
        ("Al Green Jr.", "AG"),
    ],
)
def test_the_sign_beside_a_name_bears_first_and_last(name, letters):
    assert initials(name) == letters
