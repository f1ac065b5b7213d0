"""Other ways to act, with a finger: each leads where it says, and its words are there in English to send."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_app.domain.action import ActionKind, ScriptLine
from outreach_app.domain.wording import Wording
from outreach_app.language import _
from outreach_app.visit.flow import Place
from tests.journeys.visitor import Visitor


def in_both(english, spanish):
    return Wording({"en": english, "es": spanish}, "en")


def with_two_emails(campaign):
    """The sample campaign, that also asks two invented companies for something by email."""
    petition = next(action for action in campaign.actions if action.kind is ActionKind.PETITION)
    emails = [
        replace(
            petition,
            id=name.lower(),
            kind=ActionKind.EMAIL,
            title=in_both(f"Write to {name}", f"Escribe a {name}"),
            target=in_both(name, name),
            hint=None,
            url=None,
            mailbox=f"{name.lower()}@example.org",
            lines=(),
            lines_without_bill=(ScriptLine(in_both(f"Dear {name}, take it down.", f"Para {name}: quítenlo.")),),
        )
        for name in ("Brill", "Anders")
    ]
    return replace(campaign, actions=(*emails, *campaign.actions), bills=())


@pytest.fixture
def visitor(set_a_table):
    table = set_a_table(language="es", rewrite=with_two_emails)
    visitor = Visitor(table.window)
    visitor.tap("Touch to begin")
    visitor.tap("Contact your lawmakers")
    visitor.tap("Skip this step")
    visitor.tap("Other ways to act")
    assert visitor.place is Place.OTHER_WAYS
    return visitor


def test_each_way_brings_its_own_code(visitor):
    assert visitor.codes() == ["mailto:brill@example.org"]
    visitor.tap_name("Escribe a Anders. Anders")
    assert visitor.codes() == ["mailto:anders@example.org"]


def test_words_are_there_in_english_to_send_and_the_next_way_begins_in_spanish(visitor):
    assert "Para Brill: quítenlo." in visitor.reading()
    visitor.tap("In English")
    assert "Dear Brill, take it down." in visitor.reading()
    visitor.tap(_("Back to {language}", language="Español"))
    visitor.tap("In English")
    visitor.tap_name("Escribe a Anders. Anders")
    assert "Para Anders: quítenlo." in visitor.reading()


def test_a_change_of_language_ends_the_turn_to_english(visitor):
    visitor.tap("In English")
    visitor.tap_name("English")
    assert "Dear Brill, take it down." in visitor.reading()
    assert "In English" not in visitor.names()
    visitor.tap_name("Español")
    assert "Para Brill: quítenlo." in visitor.reading()
