"""Whatever is done to a pack is named. The long run: ``python -m tests.office.tampering``."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from outreach_app.office.verdicts import Verdict
from tests.office.mutating import mutate, mutated
from tests.office.packs import Bench, make_day, written
from tests.office.tampering import KINDS, tamper
from tests.pledge_book.quick_folder import QUICK


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def day(folder):
    return make_day(folder / "day", 30)


@pytest.fixture(scope="module")
def bench(folder):
    with closing(Bench(folder)) as bench:
        yield bench


def test_each_of_twelve_kinds_of_tampering_is_named(day, bench):
    found = tamper(day, bench, positions=5)
    assert len(KINDS) == 12
    assert found.unnamed == []
    assert sum(found.verdicts.values()) == 60


def test_no_mutated_pack_is_accepted_and_none_crashes(day, bench):
    found = mutate(day, bench, mutations=200)
    assert found.unnamed == []
    assert sum(found.verdicts.values()) == 200


def test_a_chain_hashed_again_is_caught_by_its_signature_alone(day, bench):
    reasons = {bench.judge(mutated(day, Random(seed), hash_again=True), bench.empty).reason for seed in range(40)}
    assert any("signature" in (reason or "") for reason in reasons)


def test_the_honest_pack_is_accepted(day, bench):
    assert bench.judge(written(day.open), bench.seeded).verdict.is_harmless
    assert bench.judge(written(day.closed), bench.seeded).verdict is Verdict.CLOSED_VERIFIED
