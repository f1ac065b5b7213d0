"""Open Civic Data division ids of the United States: which state, which district.

Source of the names: USPS Publication 28, appendix B.
"""

from __future__ import annotations

STATE_NAMES = {
    "al": "Alabama", "ak": "Alaska", "az": "Arizona", "ar": "Arkansas", "ca": "California", "co": "Colorado",
    "ct": "Connecticut", "de": "Delaware", "fl": "Florida", "ga": "Georgia", "hi": "Hawaii", "id": "Idaho",
    "il": "Illinois", "in": "Indiana", "ia": "Iowa", "ks": "Kansas", "ky": "Kentucky", "la": "Louisiana",
    "me": "Maine", "md": "Maryland", "ma": "Massachusetts", "mi": "Michigan", "mn": "Minnesota", "ms": "Mississippi",
    "mo": "Missouri", "mt": "Montana", "ne": "Nebraska", "nv": "Nevada", "nh": "New Hampshire", "nj": "New Jersey",
    "nm": "New Mexico", "ny": "New York", "nc": "North Carolina", "nd": "North Dakota", "oh": "Ohio",
    "ok": "Oklahoma", "or": "Oregon", "pa": "Pennsylvania", "ri": "Rhode Island", "sc": "South Carolina",
    "sd": "South Dakota", "tn": "Tennessee", "tx": "Texas", "ut": "Utah", "vt": "Vermont", "va": "Virginia",
    "wa": "Washington", "wv": "West Virginia", "wi": "Wisconsin", "wy": "Wyoming",
    "dc": "District of Columbia", "pr": "Puerto Rico", "gu": "Guam", "vi": "U.S. Virgin Islands",
    "as": "American Samoa", "mp": "Northern Mariana Islands",
}  # fmt: skip


def parts_of(division_id: str) -> dict[str, str]:
    """The parts of an id by type: ``{"country": "us", "state": "oh", "cd": "3"}``."""
    return dict(part.split(":", 1) for part in division_id.split("/") if ":" in part)


def state_of(division_id: str) -> str | None:
    """The state's, district's or territory's name; ``None`` for a division outside the United States."""
    parts = parts_of(division_id)
    code = parts.get("state") or parts.get("territory") or parts.get("district")
    return STATE_NAMES.get(code) if code else None


def district_of(division_id: str) -> str | None:
    """The congressional district's number as text; ``None`` for at large, a state or anything else."""
    number = parts_of(division_id).get("cd")
    return number if number is not None and number.isdigit() else None
