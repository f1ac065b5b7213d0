"""What stands on the card of the page to take home, from the page, the printer and the visit's own job."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.printing.job import JobStage, PrintJob
from outreach_app.printing.queue import Offer
from outreach_app.visit.taking import CAN_SAVE, TakeState, is_paper_first, share_done, take_state

NOW = 100.0


def state(job=None, offer=Offer.PRINT, *, is_made=True, has_failed=False, seconds=NOW):
    return take_state(job, offer, seconds=seconds, is_made=is_made, has_failed=has_failed)


def job_at(stage):
    return PrintJob(began=NOW, expected_seconds=10, stage=stage)


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        (Offer.PRINT, TakeState.PRINT),
        (Offer.BUSY, TakeState.WAIT),
        (Offer.RESTING, TakeState.WAIT),
        (Offer.NO_PRINTER, TakeState.SAVE),
        (Offer.OUT_OF_ORDER, TakeState.OUT_OF_ORDER),
        (Offer.OUT_OF_SHEETS, TakeState.OUT_OF_SHEETS),
        (Offer.CAP_REACHED, TakeState.CAP_REACHED),
    ],
)
def test_what_the_queue_offers_is_what_stands_there_once_the_page_is_made(offer, expected):
    assert state(offer=offer) is expected
    assert state(offer=offer, is_made=False) is TakeState.MAKING
    assert state(offer=offer, is_made=False, has_failed=True) is TakeState.NOT_MADE


@pytest.mark.parametrize("offer", list(Offer))
def test_the_visits_own_page_comes_before_whatever_the_queue_offers_others(offer):
    assert state(job_at(JobStage.UNDER_WAY), offer) is TakeState.PRINTING
    assert state(job_at(JobStage.UNDER_WAY), offer, seconds=NOW + 16) is TakeState.SLOW
    assert state(job_at(JobStage.CANCELLING), offer) is TakeState.CANCELLING
    assert state(job_at(JobStage.PRINTED), offer, is_made=False) is TakeState.PRINTED


def test_a_page_that_did_not_come_out_calls_staff_until_the_printer_is_well():
    failed = job_at(JobStage.FAILED)
    assert state(failed, Offer.OUT_OF_ORDER) is TakeState.CALL_STAFF
    assert state(failed, Offer.PRINT) is TakeState.PRINT


@pytest.mark.parametrize("each", list(TakeState))
def test_a_page_can_be_saved_only_where_scanning_stands_first(each):
    if each in CAN_SAVE:
        assert not is_paper_first(each, Offer.OUT_OF_ORDER)


def test_the_cards_do_not_change_places_when_the_page_is_made():
    for offer in Offer:
        assert is_paper_first(TakeState.MAKING, offer) == is_paper_first(state(offer=offer), offer)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(5, 45))
def test_the_bar_only_grows_and_is_never_full_before_the_end(first, second, expected):
    job = PrintJob(0.0, expected)
    earlier, later = sorted((first, second))
    assert 0 <= share_done(job, earlier) <= share_done(job, later) < 1
