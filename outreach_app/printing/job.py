"""A page on its way to a visitor, as the visitor sees it: no name, no words of it, only how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class JobStage(Enum):
    """How far a page is."""

    UNDER_WAY = auto()
    CANCELLING = auto()
    PRINTED = auto()
    CANCELLED = auto()
    FAILED = auto()


@dataclass(eq=False)
class PrintJob:
    """One visit's page.

    Attributes:
        began: on the clock that only grows, seconds.
        expected_seconds: how long the last pages took.
    """

    began: float
    expected_seconds: float
    stage: JobStage = JobStage.UNDER_WAY

    @property
    def is_under_way(self) -> bool:
        """Whether it may still come out."""
        return self.stage in (JobStage.UNDER_WAY, JobStage.CANCELLING)

    @property
    def allows_another(self) -> bool:
        """Whether the visit may ask once more: nothing came out."""
        return self.stage in (JobStage.CANCELLED, JobStage.FAILED)
