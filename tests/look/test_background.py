"""Slow work off the event loop: done in order, answered in the loop's own thread, silent about the dead."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from outreach_app.errors import OutreachError, StorageFull
from outreach_app.language import _
from outreach_app.look.background import Lane

CANARY = "Adaeze Quillfeather adaeze@example.org"
FULL = _("The disk is full.")


@pytest.fixture
def lane(qapp):
    made = Lane("a test's lane")
    yield made
    made.finish()


@pytest.fixture
def visit(lane):
    """A stamp, as a visit is one."""
    stamp = object()
    lane.belong_to(stamp)
    return stamp


class Answers:
    """What came back, and in which thread."""

    def __init__(self):
        self.done, self.failed, self.threads = [], [], set()

    def take(self, answer):
        self.done.append(answer)
        self.threads.add(threading.current_thread())

    def explain(self, error):
        self.failed.append(error)
        self.threads.add(threading.current_thread())


@pytest.fixture
def answers():
    return Answers()


def fail(error):
    raise error


def fail_over(name):
    return int(name)


def after_everything_is_delivered(qtbot, lane):
    """Wait for an answer that was asked for last: whatever came before it has been delivered or dropped."""
    came = []
    lane.belong_to(lane)
    lane.do(lambda: True, came.append, came.append)
    qtbot.waitUntil(lambda: bool(came))


@pytest.mark.usefixtures("visit")
def test_work_is_done_elsewhere_and_answered_here(qtbot, lane, answers):
    workers = []
    lane.do(lambda: workers.append(threading.current_thread()) or 42, answers.take, answers.explain)
    qtbot.waitUntil(lambda: answers.done == [42])
    assert workers != [threading.current_thread()]
    assert answers.threads == {threading.current_thread()}


@pytest.mark.usefixtures("visit")
def test_work_is_done_in_the_order_it_came(qtbot, lane, answers):
    for number in range(50):
        lane.do(lambda number=number: number, answers.take, answers.explain)
    qtbot.waitUntil(lambda: len(answers.done) == 50)
    assert answers.done == list(range(50))


@pytest.mark.usefixtures("visit")
def test_the_answer_for_a_visitor_who_has_left_is_dropped_and_the_work_still_done(qtbot, lane, answers):
    may_go_on, work_done = threading.Event(), []
    lane.do(lambda: may_go_on.wait(10) and work_done.append("kept"), answers.take, answers.explain)
    lane.do(lambda: fail(StorageFull(FULL)), answers.take, answers.explain)
    lane.belong_to(object())
    may_go_on.set()
    after_everything_is_delivered(qtbot, lane)
    assert work_done == ["kept"]
    assert answers.done == answers.failed == []


@pytest.mark.usefixtures("visit")
def test_an_answer_that_is_already_on_its_way_is_dropped_too(qtbot, lane, answers):
    finished = threading.Event()
    lane.do(lambda: 42, answers.take, answers.explain)
    lane.do(finished.set, answers.take, answers.explain)
    assert finished.wait(10)
    lane.belong_to(object())
    after_everything_is_delivered(qtbot, lane)
    assert answers.done == []


@pytest.mark.usefixtures("visit")
def test_a_known_error_comes_back_as_its_sentence(qtbot, lane, answers):
    lane.do(lambda: fail(StorageFull(FULL)), answers.take, answers.explain)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert isinstance(answers.failed[0], StorageFull)
    assert answers.failed[0].message == FULL


@pytest.mark.usefixtures("visit")
def test_a_fault_of_ours_becomes_a_calm_sentence_and_the_lane_goes_on(qtbot, lane, answers):
    lane.do(lambda: fail_over(CANARY), answers.take, answers.explain)
    lane.do(lambda: 42, answers.take, answers.explain)
    qtbot.waitUntil(lambda: answers.done == [42])
    assert type(answers.failed[0]) is OutreachError
    assert "not your doing" in str(answers.failed[0])
    assert CANARY not in str(answers.failed[0])


@pytest.mark.usefixtures("visit")
def test_a_fault_of_ours_is_logged_by_kind_and_place_and_never_by_its_text(qtbot, lane, answers, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        lane.do(lambda: fail_over(CANARY), answers.take, answers.explain)
        qtbot.waitUntil(lambda: bool(answers.failed))
    (record,) = [record for record in caplog.records if record.name.endswith("background")]
    assert "ValueError" in record.getMessage()
    assert "look/background.py:" in record.getMessage()
    assert record.exc_info is None
    written = capfd.readouterr()
    for told in (caplog.text, written.out, written.err):
        assert "Adaeze" not in told
        assert "example.org" not in told


@pytest.mark.usefixtures("qapp")
def test_finishing_does_what_is_waiting_first():
    lane, work_done = Lane("a short lane"), []
    for number in range(20):
        lane.do(lambda number=number: work_done.append(number), lambda _: None, lambda _: None)
    lane.finish()
    assert work_done == list(range(20))


class Screen(QObject):
    """Whoever asked, as a screen does."""

    def __init__(self):
        super().__init__()
        self.told = []

    def take(self, answer):
        self.told.append((self.objectName(), answer))

    def explain(self, error):
        self.told.append((self.objectName(), error))


@pytest.mark.parametrize("work", [lambda: 3, lambda: fail(StorageFull(FULL))], ids=["answer", "failure"])
def test_a_screen_that_has_gone_meanwhile_is_told_nothing(lane, visit, qtbot, caplog, work):
    gone, there = Screen(), Screen()
    told = gone.told
    lane.do(work, gone.take, gone.explain)
    lane.do(work, there.take, there.explain)
    delete(gone)
    qtbot.waitUntil(lambda: len(there.told) == 1)
    assert told == []
    assert caplog.records == []
