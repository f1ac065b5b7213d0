"""What came of many packs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class VerdictCounts:
    """How often each verdict was given, and every pack that was not named as it should be."""

    verdicts: Counter[str] = field(default_factory=Counter)
    unnamed: list[str] = field(default_factory=list)
