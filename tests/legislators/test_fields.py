"""What may stand in a field, and what is refused with a sentence."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as some
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from outreach_app.errors import LegislatorsError
from outreach_app.legislators import fields


@pytest.mark.parametrize(
    "text",
    [
        "hhttps://fine.house.gov/contact",
        "http://example.org/",
        "https://",
        "https:///path",
        "https://localhost/",
        "https://somebody@example.org/",
        "https://example.org/a b",
        "https://exämple.org/",
        "https://[broken/",
        "javascript:alert(1)",
        "example.org",
        "https://example.org/" + "x" * 133,
    ],
)
def test_a_link_that_cannot_be_trusted_or_scanned_is_refused(text):
    with pytest.raises(LegislatorsError):
        fields.link(text)


def test_the_longest_link_allowed_fits_a_code_of_version_8_at_level_m_and_no_longer_one_does():
    longest = "https://example.org/" + "x" * (fields.LONGEST_LINK_BYTES - 20)
    assert fields.link(longest) == longest
    for link, version in ((longest, 8), (longest + "x", 9)):
        code = QRCode(error_correction=ERROR_CORRECT_M)
        code.add_data(link, optimize=0)
        code.make(fit=True)
        assert code.version == version


@pytest.mark.parametrize("text", ["202-224-3121", "(202) 224-3121", "202.224.3121", "+1 202 224 3121", "12022243121"])
def test_a_north_american_number_becomes_ten_digits(text):
    assert fields.phone(text, "us") == "2022243121"


@pytest.mark.parametrize("text", ["224-3121", "202-224-31210", "102-224-3121", "202-124-3121", "phone", "²⁰²2243121"])
def test_a_number_that_cannot_be_dialled_is_refused(text):
    with pytest.raises(LegislatorsError):
        fields.phone(text, "us")


def test_a_number_of_another_country_keeps_its_digits():
    assert fields.phone("+44 20 7219 3000", "gb") == "+442072193000"
    with pytest.raises(LegislatorsError):
        fields.phone("call us", "gb")


def refusal_of(reading, text):
    try:
        reading(text)
    except LegislatorsError as error:
        return str(error)
    return None


@given(some.text())
def test_whatever_stands_in_a_field_is_a_value_or_a_sentence(text):
    for reading in (
        fields.plain_text,
        fields.link,
        lambda value: fields.phone(value, "us"),
        lambda value: fields.phone(value, "gb"),
        fields.day,
        fields.share,
        fields.yes_or_no,
        fields.slug,
        fields.division,
        fields.postcode,
        fields.handle,
    ):
        sentence = refusal_of(reading, text)
        assert sentence is None or sentence.endswith(".")


@given(some.text(string.ascii_letters + "-/.:", min_size=1, max_size=40))
def test_a_link_is_kept_only_if_it_is_https_with_a_host(text):
    try:
        link = fields.link(f"https://{text}")
    except LegislatorsError:
        return
    assert link is not None
    assert "." in link.removeprefix("https://").split("/")[0]


@pytest.mark.parametrize("text", ["nan", "inf", "-0.1", "1.01", "half"])
def test_a_share_lies_between_none_and_all(text):
    with pytest.raises(LegislatorsError):
        fields.share(text)
