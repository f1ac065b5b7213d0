"""PINs: six digits or more, two of them, kept as slow hashes."""

from __future__ import annotations

import pytest

from outreach_app.errors import FolderError
from outreach_app.visit.pins import StaffRole, new_pins, read_pin_file


def write(tmp_path, text):
    path = tmp_path / "pins.txt"
    path.write_text(text)
    return path


def test_a_pin_file_is_two_lines(tmp_path):
    path = write(tmp_path, "Lead:  123456 \nvolunteer: 00654321\n\n")
    assert read_pin_file(path) == {StaffRole.LEAD: "123456", StaffRole.VOLUNTEER: "00654321"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lead: 123456\n",
        "lead: 123456\nvolunteer: 654321\nboss: 111111\n",
        "lead 123456\nvolunteer: 654321\n",
        "lead: 12345\nvolunteer: 654321\n",
        "lead: 12345a\nvolunteer: 654321\n",
        "lead: ١٢٣٤٥٦\nvolunteer: 654321\n",
        "lead: 123456\nvolunteer: 123456\n",
        f"lead: {'1' * 33}\nvolunteer: 654321\n",
    ],
)
def test_a_strange_pin_file_is_a_sentence_that_tells_no_pin(tmp_path, text):
    with pytest.raises(FolderError, match=r"pins\.txt") as refused:
        read_pin_file(write(tmp_path, text))
    assert not any(digits in str(refused.value) for digits in ("12345", "654321", "11111"))


def test_a_missing_pin_file_is_a_sentence(tmp_path):
    with pytest.raises(FolderError, match="cannot be read"):
        read_pin_file(tmp_path / "none")


def test_invented_pins_are_six_digits_and_differ():
    for _time in range(50):
        pins = new_pins()
        assert len(set(pins.values())) == 2
        assert all(len(pin) == 6 and pin.isdigit() for pin in pins.values())
