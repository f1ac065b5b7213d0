"""Open Civic Data division ids, taken apart: which state, which congressional district, which place elsewhere."""

from __future__ import annotations


def parts_of(division_id: str) -> dict[str, str]:
    """The parts of an id by type: ``{"country": "us", "state": "oh", "cd": "3"}``."""
    return dict(part.split(":", 1) for part in division_id.split("/") if ":" in part)


def state_of(division_id: str) -> str | None:
    """Two small letters of the state, district or territory of the United States; ``None`` elsewhere."""
    parts = parts_of(division_id)
    if parts.get("country") != "us":
        return None
    return parts.get("state") or parts.get("territory") or parts.get("district")


def district_of(division_id: str) -> str | None:
    """The congressional district's number as text; ``None`` for at large, a state or anything else."""
    number = parts_of(division_id).get("cd")
    return number if number is not None and number.isdigit() else None


def readable_division(division_id: str) -> str:
    """The lowest part of an id as a person can read it, where no list names it: ``harbour:2`` becomes "Harbour 2"."""
    kind, _colon, name = division_id.rpartition("/")[2].partition(":")
    words = f"{kind} {name}".replace("_", " ").replace("-", " ").split()
    return " ".join(word.capitalize() if word.isalpha() else word for word in words)
