"""A pledge that asks for no signature: the words, the name and the day stand where the pad would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_app.domain.campaign import Campaign, PledgeFieldKind
from outreach_app.domain.display import Display
from outreach_app.look.signature_pad import SignaturePad
from outreach_app.visit.flow import Place
from outreach_app.visit.visit import Visit
from tests.journeys.visitor import Visitor
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import SIZES, settle


def unsigned(campaign: Campaign) -> Campaign:
    fields = tuple(field for field in campaign.pledge.fields if field.kind is not PledgeFieldKind.SIGNATURE)
    return replace(campaign, pledge=replace(campaign.pledge, fields=fields))


@pytest.mark.parametrize("display", [Display(), Display(large_text=True)], ids=["usual", "large"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_pledge_the_name_and_the_day_fill_the_place_of_the_pad(set_a_table, size, display):
    table = set_a_table(size=size, rewrite=unsigned, display=display)
    visit = Visit("en")
    visit.draft.given_name, visit.draft.family_name = "Ada", "Quill"
    table.window.look_in(Place.SIGN, visit)
    settle()
    visitor = Visitor(table.window)
    for said in (table.campaign.pledge.text, "Your details", "Ada Quill", "November 22, 2026"):
        assert visitor.reads(said), said
    assert not visitor.reads("Sign with your finger")
    assert not [pad for pad in table.window.shown.findChildren(SignaturePad) if pad.isVisible()]
    assert not broken_rules(table.window, size)


def test_it_is_kept_by_one_touch(set_a_table):
    table = set_a_table(rewrite=unsigned)
    visitor = Visitor(table.window)
    visitor.go_to_the_form()
    visitor.fill_in("Ada", "Quill", "ada@example.org", "43215")
    for _page in range(2):
        visitor.tap("Continue")
        settle()
    visitor.tap(table.campaign.pledge_title)
    visitor.wait_for(Place.THANKS)
    assert table.window.visit.receipt.number == 1
