"""A size in bytes as people say it: in GB once there is one."""

from __future__ import annotations

from outreach_app.errors import Message
from outreach_app.language import _

_MEGABYTE, _GIGABYTE = 1_000_000, 1_000_000_000
_WHOLE_FROM = 10
"""From ten gigabytes, or a hundred megabytes, on nobody reads the tenths."""


def said_size(size: int) -> Message:
    """Such as ``0.1 MB``, ``27.4 MB``, ``1.5 GB`` or ``81 GB``; never rounded up, since it may be room."""
    if size >= _GIGABYTE:
        return _("{size} GB", size=_tenths(size / _GIGABYTE, _WHOLE_FROM))
    return _("{size} MB", size=_tenths(max(size / _MEGABYTE, 0.1), 10 * _WHOLE_FROM))


def _tenths(number: float, whole_from: int) -> str:
    return str(int(number)) if number >= whole_from else str(int(number * 10) / 10)
