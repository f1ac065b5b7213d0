"""How full the battery is, where the system says so: Linux shows it as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
_LONGEST = 64


@dataclass(frozen=True)
class Battery:
    """The device's battery: ``percent`` from 0 to 100, and whether it is fed from the wall."""

    percent: int
    is_plugged_in: bool


def read_battery(supplies: Path = SUPPLIES) -> Battery | None:
    """The battery of this device; ``None`` where there is none, or nobody can tell."""
    try:
        folders = sorted(supplies.iterdir())
    except OSError:
        return None
    for folder in folders:
        # A wireless mouse has a battery too; its scope is its own.
        if _line(folder / "type") == "Battery" and _line(folder / "scope") != "Device":
            percent = _line(folder / "capacity")
            if percent.isdigit():
                return Battery(min(int(percent), 100), _line(folder / "status") in ("Charging", "Full", "Not charging"))
    return None


def _line(path: Path) -> str:
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(_LONGEST).strip()
    except OSError:
        return ""
