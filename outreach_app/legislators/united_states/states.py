"""States, the district and the territories, as Congress counts them, and their division ids.

Numbers are those of the Federal Information Processing Standard (FIPS 5-2), as the Census Bureau uses them.
"""

from __future__ import annotations

from outreach_app.errors import LegislatorsError
from outreach_app.language import _

COUNTRY = "ocd-division/country:us"

_STATES = (
    "01 AL, 02 AK, 04 AZ, 05 AR, 06 CA, 08 CO, 09 CT, 10 DE, 12 FL, 13 GA, 15 HI, 16 ID, 17 IL, 18 IN, 19 IA, 20 KS, "
    "21 KY, 22 LA, 23 ME, 24 MD, 25 MA, 26 MI, 27 MN, 28 MS, 29 MO, 30 MT, 31 NE, 32 NV, 33 NH, 34 NJ, 35 NM, 36 NY, "
    "37 NC, 38 ND, 39 OH, 40 OK, 41 OR, 42 PA, 44 RI, 45 SC, 46 SD, 47 TN, 48 TX, 49 UT, 50 VT, 51 VA, 53 WA, 54 WV, "
    "55 WI, 56 WY"
)
_WITHOUT_A_VOTE = "11 DC, 60 AS, 66 GU, 69 MP, 72 PR, 78 VI"

_FIPS = {pair[:2]: pair[3:] for pair in f"{_STATES}, {_WITHOUT_A_VOTE}".split(", ")}
STATES = frozenset(pair[3:] for pair in _STATES.split(", "))
DELEGATIONS = frozenset(pair[3:] for pair in _WITHOUT_A_VOTE.split(", "))
"""Places with a delegate who has no vote on the floor, and no senators."""
NOT_OURS = frozenset({"AA", "AE", "AP", "FM", "MH", "PW"})
"""Postal abbreviations of the armed forces and of the freely associated states: nobody in Congress stands for them."""

_AT_LARGE = frozenset({0, 98})
"""0 in lists by abbreviation and for states in Census files, 98 for delegates there."""


def state_division(abbreviation: str) -> str:
    """The division id of a state, the district or a territory.

    Raises:
        LegislatorsError: there is no such place.
    """
    if abbreviation == "DC":
        return f"{COUNTRY}/district:dc"
    if abbreviation in DELEGATIONS:
        return f"{COUNTRY}/territory:{abbreviation.lower()}"
    if abbreviation in STATES:
        return f"{COUNTRY}/state:{abbreviation.lower()}"
    raise LegislatorsError(_("{state} is no state or territory.", state=abbreviation[:20] or "“”"))


def district_division(abbreviation: str, district: str) -> str:
    """The division id of a congressional district; 0, 00 and 98 mean the whole state.

    Raises:
        LegislatorsError: there is no such state, or the district is no number.
    """
    if not (district.isascii() and district.isdigit() and len(district) <= 2):
        raise LegislatorsError(_("{district} is no number of a district.", district=district[:20] or "“”"))
    number = int(district)
    return f"{state_division(abbreviation)}/cd:{'at-large' if number in _AT_LARGE else number}"


def abbreviation_of(fips: str) -> str:
    """The postal abbreviation for a two-digit Census number.

    Raises:
        LegislatorsError: there is no such number.
    """
    if fips not in _FIPS:
        raise LegislatorsError(_("{number} is no Census number of a state.", number=fips[:20] or "“”"))
    return _FIPS[fips]
