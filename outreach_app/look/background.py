"""Slow work off the event loop: one thread for each kind of work, answers by a queued signal, late ones dropped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from outreach_app.errors import OutreachError
from outreach_app.language import _
from outreach_app.visit.log_book import kind_and_place

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class _Job:
    stamp: object
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[OutreachError], None]


class Lane(QObject):
    """One thread that does jobs in the order they came, such as all writing to the book.

    Each job carries the stamp of the visit it belongs to. When its answer arrives after :meth:`belong_to` has named
    another stamp, the answer is dropped: it must not reach the next visitor. The work itself is done all the same.

    Args:
        name: of the thread, for a debugger.
    """

    _answered = Signal(object, object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._stamp: object = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def belong_to(self, stamp: object) -> None:
        """Name the visit whose answers are wanted from now on."""
        self._stamp = stamp

    def do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[OutreachError], None],
    ) -> None:
        """Do some work in the lane's thread; ``done`` or ``failed`` is called later in the caller's thread."""
        self._jobs.put(_Job(self._stamp, work, done, failed))

    def finish(self) -> None:
        """Do what is waiting, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                answer, error = job.work(), None
            except OutreachError as caught:
                answer, error = None, caught
            except Exception as caught:  # noqa: BLE001 - a fault of ours must not end the thread that saves pledges
                # The text of an unforeseen error may hold what a visitor typed; its kind and place may not.
                _log.error("background work failed: %s", kind_and_place(caught))
                answer, error = None, unforeseen()
            self._answered.emit(job, answer, error)
            # A thread that waits must not go on holding what belonged to a visit.
            del job, answer, error

    def _deliver(self, job: _Job, answer: object, error: OutreachError | None) -> None:
        if job.stamp is not self._stamp:
            return
        if error is None and _is_there(job.done):
            job.done(answer)
        elif error is not None and _is_there(job.failed):
            job.failed(error)


def _is_there(asker: Callable[..., None]) -> bool:
    """Whether whoever asked can still be told: a screen goes when the window is turned, and its answer comes late."""
    owner = getattr(asker, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def unforeseen() -> OutreachError:
    """What a visitor is told of a fault of ours."""
    return OutreachError(_("Something went wrong here, and it is not your doing. Please call a member of staff."))
