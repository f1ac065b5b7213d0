"""Every screen of a campaign as pictures, in each language and size: the real window with invented answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPixmap

from outreach_app.domain.campaign import Campaign
from outreach_app.domain.display import USUAL, Display
from outreach_app.domain.lawmakers import Lawmaker
from outreach_app.domain.pledge import DrawnSignature, EventPlace, PledgeReceipt, WithdrawalCode
from outreach_app.kiosk.demo import throwaway_book
from outreach_app.kiosk.preview_paper_scenes import PrinterOfPictures
from outreach_app.kiosk.preview_scenes import Scene, scenes, settle, wait_for_paper
from outreach_app.kiosk.station import Station
from outreach_app.kiosk.station_parts import StationParts
from outreach_app.kiosk.window import KioskWindow
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.visit.finding import Finding, LegislatorFinder
from outreach_app.visit.flow import Place
from outreach_app.visit.ports import today
from outreach_app.visit.timekeeping import read_clock
from outreach_app.visit.visit import PledgeDraft, Visit

SIZES = ((1280, 800), (800, 1280), (1024, 600))
"""The windows the screens are laid out for, px."""

_COUNTDOWN = 12
_SIGNED_HERE = 1284
_STROKE = (
    (80, 260), (120, 90), (160, 40), (150, 160), (110, 300), (140, 330), (190, 200), (240, 150), (250, 230), (300, 180),
    (330, 60), (345, 40), (320, 240), (380, 160), (420, 170), (440, 240), (520, 250), (560, 60), (620, 50), (600, 140),
    (540, 150), (600, 230), (660, 250), (720, 170), (740, 250), (790, 180), (840, 230), (940, 140),
)  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """One picture: the screen's number and name, and what it looks like."""

    name: str
    image: QPixmap


@dataclass(frozen=True)
class StillClock:
    """One moment that does not pass, so that no screen asks whether anybody is there while it is drawn."""

    moment: datetime

    def now(self) -> datetime:
        """That moment."""
        return self.moment

    def monotonic(self) -> float:
        """No second has passed."""
        return 0.0


class Preview:
    """Shows a campaign's screens without a visitor.

    Args:
        campaign: whose screens they are.
        folder: throwaway folder for the station behind them.
        moment: the time they are shown at.
        is_demo: with the demo's ribbon in place of the badge.
        display: larger text, more contrast and so on.
    """

    def __init__(
        self, campaign: Campaign, folder: Path, moment: datetime, *, is_demo: bool = False, display: Display = USUAL
    ) -> None:
        clock = StillClock(moment)
        self._pack = LegislatorPack.open(build_sample_pack(folder / "sample.lawmakers"))
        self._findings = _kinds_of_answers(self._pack, LegislatorFinder(self._pack, campaign.finders, clock))
        printer = PrinterOfPictures(folder, wait_for_paper)
        self._asks_lawmakers = campaign.asks_lawmakers
        self._scenes = scenes(campaign, today(clock), self._findings, printer)
        where, read_now = EventPlace("Preview", "", "preview"), partial(read_clock, clock, clock.now())
        self._station = Station(
            StationParts(
                campaign=campaign,
                saved_pages=folder / "pages",
                open_book=lambda: throwaway_book(folder, where, read_now()),
                where=where,
                read_now=read_now,
                open_pack=lambda: self._pack,
                clock=clock,
                first_language=campaign.fallback_language,
                is_demo=is_demo,
                signed_before=_SIGNED_HERE,
                display=display,
                printer=printer.plan,
            )
        )
        printer.belongs_to(self._station.printing)

    @property
    def scenes_at_most(self) -> int:
        """How many pictures a language and size can have; a state that this campaign lacks makes none."""
        return len(self._scenes) + 1

    @property
    def finding(self) -> Finding:
        """The plain answer to a postcode: whom the visitor of the pictures and papers may call."""
        return next(iter(self._findings.values()))

    def close(self) -> None:
        """Let go of the station behind the pictures."""
        self._station.close()
        self._pack.close()

    def pictures(self, language: str, size: tuple[int, int]) -> Iterator[Picture]:
        """Every screen in one language and size (px)."""
        window = self._station.window()
        window.allow_close()
        window.resize(*size)
        window.show()
        try:
            for scene in self._scenes:
                window.look_in(scene.place, self._visit(language, scene))
                settle()
                if scene.prepare(window.shown):
                    settle()
                    yield Picture(scene.name, window.grab())
            yield _idle(window)
        finally:
            window.close()
            window.deleteLater()
            settle()

    def _visit(self, language: str, scene: Scene) -> Visit:
        finding = (scene.finding or self.finding) if self._asks_lawmakers else None
        visit = Visit(language, meets_age_limit=True, finding=finding, fact=scene.fact)
        visit.draft = PledgeDraft("Jordan", "Rivera", "jordan.rivera@example.com", self.finding.postcode)
        visit.draft.signature = DrawnSignature((_STROKE,))
        if scene.place is Place.THANKS:
            visit.receipt = PledgeReceipt(_SIGNED_HERE + 1, WithdrawalCode("K7QD-4M2P-X9TB-60WE-H"))
        visit.chosen = finding.people[0] if finding is not None and finding.people else None
        return visit


def _idle(window: KioskWindow) -> Picture:
    window.ask_whether_there(_COUNTDOWN)
    # Laid out, but without letting a clock run: it would see that somebody is there and clear the sheet.
    QCoreApplication.sendPostedEvents()
    return Picture("16-idle", window.grab())


def _kinds_of_answers(pack: LegislatorPack, finder: LegislatorFinder) -> dict[str, Finding]:
    """One postcode of the data for each kind of answer it gives, plainest first, and what stands there without one."""
    found = [finder.find(code) for code in dict.fromkeys(area.postcode for area in pack.areas()) if code.isalnum()]
    kinds = {"plain": max(found, key=lambda finding: (not finding.is_split, len(finding.people)))}
    for kind, belongs in (("split", _is_split), ("vacant", _has_vacant_seat)):
        others = [finding for finding in found if belongs(finding) and finding not in kinds.values()]
        if others:
            kinds[kind] = others[0]
    kinds["none"] = finder.without_postcode()
    return kinds


def _is_split(finding: Finding) -> bool:
    return finding.is_split


def _has_vacant_seat(finding: Finding) -> bool:
    return any(not isinstance(seat, Lawmaker) for seat in (*finding.upper, *finding.lower))
