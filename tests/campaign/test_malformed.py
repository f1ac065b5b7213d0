"""A sample of the malformed packs; the whole run is ``python -m tests.campaign.malformed --packs 2000``."""

from __future__ import annotations

import pytest

from outreach_app.campaign import checking
from tests.campaign.malformed import WAYS, run


def test_malformed_packs_end_in_a_verdict_with_every_planted_problem_named() -> None:
    outcome = run(60, seed=3)
    assert outcome.faults == []
    assert outcome.refused > 40
    assert set(outcome.ways) == {*WAYS, "planted"}


def test_the_run_notices_when_a_check_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(checking, "gather", broken)
    assert any("KeyError" in fault for fault in run(6, seed=3).faults)


def test_the_run_notices_when_a_problem_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from outreach_app.campaign.problems import Findings

    monkeypatch.setattr(Findings, "all", lambda self: [])
    assert any("not named" in fault for fault in run(12, seed=3).faults)
