"""The rules of the house hold in every module, and each finds the offence it is there for."""

from __future__ import annotations

import pytest

from tests.architecture import rules
from tests.architecture.program_files import module_of, program_modules

RULES = [
    rules.only_the_theme_sets_style_sheets,
    rules.screens_hold_no_loose_sentences,
    rules.marked_sentences_are_whole,
    rules.only_the_office_opens,
    rules.only_two_places_import_pyrage,
    rules.only_the_command_line_opens_the_offices_window,
    rules.nothing_at_the_table_reaches_the_network,
    rules.every_module_says_what_it_is_for,
    rules.no_global_statement,
]

OFFENCES = [
    (rules.only_the_theme_sets_style_sheets, "look/card.py", "card.setStyleSheet('color: red')"),
    (rules.only_the_theme_sets_style_sheets, "kiosk/window.py", "dress = window.setStyleSheet"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "label.setText('Sign the pledge')"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "Button(theme, 'primary', 'Next')"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "Button(theme, 'primary', 'Únete')"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "TITLE = 'Take it with you'"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "say(f'{count} pages left')"),
    (rules.screens_hold_no_loose_sentences, "look/banner.py", "words.tell('Please wait, it prints')"),
    (rules.marked_sentences_are_whole, "visit/pledging.py", "_(f'Hello {name}')"),
    (rules.marked_sentences_are_whole, "visit/pledging.py", "_(sentence)"),
    (rules.marked_sentences_are_whole, "visit/pledging.py", "ngettext('one page', many, 2)"),
    (rules.only_the_office_opens, "pledge_book/sealing.py", "from pyrage.x25519 import Identity"),
    (rules.only_the_office_opens, "visit/pledging.py", "pyrage.decrypt(blob, keys)"),
    (rules.only_the_office_opens, "kiosk/station.py", "def open_book(passphrase): ..."),
    (rules.only_the_office_opens, "cli/station.py", "pyrage.decrypt(blob, keys)"),
    (rules.only_two_places_import_pyrage, "pledge_book/book.py", "def later():\n    from pyrage import x25519"),
    (
        rules.only_the_command_line_opens_the_offices_window,
        "office/report.py",
        "from outreach_app.office import window",
    ),
    (rules.nothing_at_the_table_reaches_the_network, "visit/finding.py", "from urllib.request import urlopen"),
    (rules.nothing_at_the_table_reaches_the_network, "kiosk/station.py", "from PySide6 import QtNetwork"),
    (rules.nothing_at_the_table_reaches_the_network, "look/film.py", "import http.client"),
    (rules.every_module_says_what_it_is_for, "visit/pledging.py", "import json"),
    (rules.no_global_statement, "visit/pledging.py", "def count():\n    global counted\n    counted = 1"),
]

BLAMELESS = [
    (rules.only_the_theme_sets_style_sheets, "look/theme.py", "root.setStyleSheet(sheet)"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "label.tell(_('Sign the pledge'))"),
    (
        rules.screens_hold_no_loose_sentences,
        "kiosk/attendee/home.py",
        "ngettext('One page left', '{count} pages left', 2)",
    ),
    (
        rules.screens_hold_no_loose_sentences,
        "kiosk/attendee/home.py",
        '"""The first screen."""\nclass Home:\n    """It greets."""',
    ),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "assert step, 'the flow has no such step'"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "raise ValueError(f'no such step as {step}')"),
    (rules.screens_hold_no_loose_sentences, "kiosk/attendee/home.py", "Button(theme, 'primary', icon='arrow-right')"),
    (rules.screens_hold_no_loose_sentences, "cli/doctor.py", "click.echo('All is well')"),
    (rules.only_the_office_opens, "office/opening.py", "pyrage.decrypt(blob, keys)"),
    (rules.only_the_office_opens, "cli/keys.py", "def new(passphrase_file): ..."),
    (rules.nothing_at_the_table_reaches_the_network, "domain/links.py", "from urllib.parse import urlsplit"),
    (rules.only_the_command_line_opens_the_offices_window, "cli/office.py", "import outreach_app.office.window"),
]


@pytest.mark.parametrize("rule", RULES)
def test_every_module_keeps_each_rule(rule: rules.Rule) -> None:
    offences = [f"{module.place}:{offence}" for module in program_modules() for offence in rule(module)]
    assert not offences, "\n".join([rule.__doc__ or "", *offences])


@pytest.mark.parametrize(("rule", "place", "text"), OFFENCES)
def test_each_rule_finds_its_offence(rule: rules.Rule, place: str, text: str) -> None:
    assert rule(module_of(f"outreach_app/{place}", text))


@pytest.mark.parametrize(("rule", "place", "text"), BLAMELESS)
def test_each_rule_lets_the_right_thing_pass(rule: rules.Rule, place: str, text: str) -> None:
    assert rule(module_of(f"outreach_app/{place}", text)) == []


def test_every_rule_has_an_offence_that_it_finds() -> None:
    assert {rule for rule, *_ in OFFENCES} == set(RULES)
