"""Rehearsing a day: invented people, marked as such, signed through the real desk and the real book."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from outreach_app.domain.campaign import Campaign, ConsentBox, PledgeFieldKind
from outreach_app.domain.pledge import DrawnSignature, Pledge, Signature, TypedSignature
from outreach_app.visit.pledging import PledgeDesk
from outreach_app.visit.visit import PledgeDraft

_GIVEN_NAMES = ("Ada", "Bo", "Chidi", "Dolores", "Eun-ji", "Fatima", "Grace", "Hiro", "Inés", "José", "Kofi", "Lena")
_FAMILY_NAMES = ("Abara", "Brandt", "Castillo", "Dubois", "Ekström", "Flores", "García", "Haddad", "Ito", "Jensen")
_POSTCODES = ("43215", "10001", "60601", "94110", "78701", "30303", "98101", "02139")
_DRAWN_SHARE = 0.5
_CONSENT_SHARE = 0.6


def invented_pledges(campaign: Campaign, desk: PledgeDesk, count: int, seed: int) -> Iterator[Pledge]:
    """That many people's pledges, the same ones for the same seed.

    Args:
        campaign: decides what is asked and which languages there are.
        desk: made with ``is_rehearsal=True``.
        count: how many.
        seed: of the chance that invents them.
    """
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    for number in range(1, count + 1):
        yield desk.compose(_draft(campaign, chance, f"{seed}-{number}"), chance.choice(campaign.languages))


def _draft(campaign: Campaign, chance: Random, mark: str) -> PledgeDraft:
    given, family = chance.choice(_GIVEN_NAMES), chance.choice(_FAMILY_NAMES)
    asked = {field.kind for field in campaign.pledge.fields}
    offered = {consent.box for consent in campaign.pledge.consents}
    ticked = {box for box in ConsentBox if box in offered and chance.random() < _CONSENT_SHARE}
    if PledgeFieldKind.MOBILE not in asked:
        ticked.discard(ConsentBox.TEXTS)
    return PledgeDraft(
        given_name=given,
        family_name=family,
        # example.org belongs to nobody, and numbers from 555-0100 to 555-0199 reach nobody.
        email=f"rehearsal-{mark}@example.org" if PledgeFieldKind.EMAIL in asked else "",
        postcode=chance.choice(_POSTCODES) if PledgeFieldKind.POSTCODE in asked else "",
        mobile=f"+1614555{chance.randint(100, 199):04}" if ConsentBox.TEXTS in ticked else "",
        consents=dict.fromkeys(ticked, campaign.fallback_language),
        signature=_signature(chance, f"{given} {family}") if PledgeFieldKind.SIGNATURE in asked else None,
    )


def _signature(chance: Random, name: str) -> Signature:
    if chance.random() >= _DRAWN_SHARE:
        return TypedSignature(name)
    x, y = 100, 200
    points = [(x, y)]
    for _point in range(chance.randint(20, 120)):
        x, y = min(999, x + chance.randint(0, 12)), max(0, min(399, y + chance.randint(-25, 25)))
        points.append((x, y))
    return DrawnSignature((tuple(points),))
