"""Whom an action is for, and what a ready-made post says in the end."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_app.domain.action import Action, ActionKind
from outreach_app.domain.freshness import Freshness
from outreach_app.domain.lawmakers import Role
from tests.visit.table import lawmaker, words

OHIO = "ocd-division/country:us/state:oh"
FRESH = Freshness(date(2026, 11, 22), None)


def action(**more: object) -> Action:
    plain = {"id": "a", "kind": ActionKind.CALL, "title": words("Call"), "roles": (Role.SENATOR,), "target": None}
    empty = {"lines": (), "lines_without_bill": (), "url": None, "post": None, "freshness": FRESH}
    return Action(**plain | empty | more)


@pytest.mark.parametrize(
    ("places", "division", "suits"),
    [
        ((), OHIO, True),
        ((OHIO,), OHIO, True),
        ((OHIO,), f"{OHIO}/cd:3", True),
        ((f"{OHIO}/cd:3",), OHIO, False),
        (("ocd-division/country:us/state:o",), OHIO, False),
        (("ocd-division/country:us/state:ca", OHIO), OHIO, True),
    ],
)
def test_an_action_suits_lawmakers_of_its_places(places: tuple[str, ...], division: str, suits: bool) -> None:
    assert action(places=places).suits(lawmaker(division=division)) is suits


def test_an_action_suits_lawmakers_of_its_roles_alone() -> None:
    assert not action(roles=(Role.REPRESENTATIVE,)).suits(lawmaker())
    assert not action(roles=(), target=words("A company")).suits(lawmaker())


def test_a_post_ends_in_its_link() -> None:
    post = action(kind=ActionKind.SHARE, roles=(), post=words("Read this."), url="https://example.org/")
    assert post.whole_post("en") == "Read this. https://example.org/"
    assert action().whole_post("en") == ""
