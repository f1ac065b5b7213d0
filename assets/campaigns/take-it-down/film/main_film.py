"""The film, 50 seconds: a feed grows; what is reported, what the law asks, what survivors ask, what many can do.

The picture says nothing in one language alone: figures, citations, icons and addresses. The captions hold the
sentences.
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

from clearing import CLEARING, Figure, Laws, SameAnswers
from ending import BUTTONS, EndCard, TwoMinutes
from pack_words import PackWords
from PySide6.QtCore import QPointF, QRectF
from stage import HEIGHT, WALL, WIDTH, Stage, between, blended, ease, glide, moved

from outreach_app.look.theme import Theme
from outreach_app.look.wall import laid_wall

SECONDS = 50
POSTER_AT = 33.0

_CLOSE, _FAR, _NEAR = 5.2, 0.62, 1.0
_WORLD = QRectF(-2300, -1305, 4600, 2610)
_GROUND_TOP = 800
_FALLING, _ROWS = 20, 2


class Brick(NamedTuple):
    """One bar of the wall: its place around the middle of the picture, its shade, when it comes, when it comes down."""

    place: QRectF
    shade: str
    comes: float
    falls: float | None
    slot: QRectF | None


class MainFilm:
    """The film, frame by frame."""

    seconds = SECONDS
    poster_at = POSTER_AT

    def __init__(self, theme: Theme, words: PackWords) -> None:
        self._bricks = _bricks(theme.tokens.motif["attract"])
        coming_down = [brick for brick in self._bricks if brick.falls is not None]
        self._falling = sorted(coming_down, key=lambda brick: -(brick.falls or 0))
        self._amber = theme.color("dawn").name()
        self._scenes = (
            Figure(words),
            Laws(),
            SameAnswers(theme.tokens.motif["attract"][3]),
            TwoMinutes(),
            EndCard(words),
        )

    def paint(self, stage: Stage, frame: int) -> None:
        """Paint one frame of 1,500."""
        now = frame / 30
        self._paint_wall(stage, now)
        stage.veil(0.55 * ease(now, 5.8, 7.4) * (1 - ease(now, 26.0, 27.6)))
        self._paint_falling(stage, now)
        for scene in self._scenes:
            scene.paint(stage, now)

    # -- the wall --------------------------------------------------------------------------------------------------

    def _zoom(self, now: float) -> float:
        """How near the wall is. It draws back by the same share each second, which the eye takes for even."""
        near = math.exp(between(math.log(_CLOSE), math.log(_FAR), glide(now, 0.4, 7.0)))
        return between(near, _NEAR, ease(now, 25.8, 28.0))

    def _paint_wall(self, stage: Stage, now: float) -> None:
        zoom = self._zoom(now)
        gone = ease(now, 36.8, 38.8)
        opens = ease(now, 5.6, 7.2) * (1 - ease(now, 25.8, 27.4))
        ground = ease(now, 26.2, 28.0)
        lighter = 0.35 * ease(now, 29, 34)
        for brick in self._bricks:
            if brick.falls is not None and now >= brick.falls:
                continue
            place = _seen(brick.place, zoom)
            opacity = ease(now, brick.comes, brick.comes + 0.9) * (1 - gone)
            if opens and place.intersects(CLEARING):
                opacity *= 1 - opens
            if ground and brick.place.bottom() > _GROUND_TOP - HEIGHT / 2:
                opacity *= 1 - ground
            shade = blended(brick.shade, "#235153", round(lighter, 2)) if lighter else brick.shade
            stage.bar(place, shade, opacity, WALL.radius * zoom)

    def _paint_falling(self, stage: Stage, now: float) -> None:
        """The bars that warm, come down, and at last gather into three buttons."""
        gathered = ease(now, 39.6, 39.8)
        # Those that are on their way pass in front of those that are still in the wall.
        for index, brick in enumerate(self._falling):
            if brick.falls is None or brick.slot is None or now < brick.falls - 1.0 or gathered == 1:
                continue
            warm = ease(now, brick.falls - 1.0, brick.falls)
            down = ease(now, brick.falls, brick.falls + 1.9)
            place = moved(_seen(brick.place, self._zoom(now)), brick.slot, down)
            begin = 36.9 + 0.8 * ((index * 37) % 10) / 10
            place = moved(place, BUTTONS[_nearest(brick.slot)], ease(now, begin, begin + 1.8))
            stage.bar(place, blended(brick.shade, self._amber, round(warm, 3)))


def _seen(place: QRectF, zoom: float) -> QRectF:
    return QRectF(
        WIDTH / 2 + place.x() * zoom, HEIGHT / 2 + place.y() * zoom, place.width() * zoom, place.height() * zoom
    )


def _nearest(slot: QRectF) -> int:
    return min(range(len(BUTTONS)), key=lambda index: abs(BUTTONS[index].center().x() - slot.center().x()))


def _bricks(shades: tuple[str, ...]) -> list[Brick]:
    """The wall around the middle, the bar in the very middle first, each later the farther it is."""
    laid = [(place, shade) for place, shade in laid_wall(_WORLD, QRectF(), shades, WALL, seed=23)]
    first = min(laid, key=lambda bar: QPointF(bar[0].center()).manhattanLength())[0].center()
    far = math.hypot(_WORLD.width() / 2, _WORLD.height() / 2)
    coming_down = dict(zip(_chosen([place for place, _shade in laid]), range(_FALLING), strict=True))
    slots, moments = _slots(), _moments()
    bricks = []
    for number, (place, shade) in enumerate(laid):
        centred = place.translated(-first)
        away = math.hypot(centred.center().x(), centred.center().y() * 1.5) / far
        turn = coming_down.get(number)
        bricks.append(
            Brick(
                centred,
                shade,
                0.2 + 4.6 * min(away * 1.25, 1.2) ** 0.55 if away > 0.001 else 0.0,
                None if turn is None else moments[turn],
                None if turn is None else slots[turn],
            )
        )
    return bricks


def _chosen(places: list[QRectF]) -> list[int]:
    """Which bars come down, in order: well inside the picture, far apart, the first near the middle."""
    inside = QRectF(-820, -480, 1640, 700)
    candidates = [number for number, place in enumerate(places) if inside.contains(place)]
    random.Random(4).shuffle(candidates)  # noqa: S311 - a picture, not a secret
    candidates.sort(key=lambda number: places[number].width() < 190)
    first = min(candidates[:30], key=lambda number: abs(places[number].center().x()) + abs(places[number].y() + 200))
    return [first, *(number for number in candidates if number != first)][:_FALLING]


def _moments() -> list[float]:
    """When they begin to fall: one, after a while another, and then more and more of them."""
    return [28.2, 30.0, 31.1, *(31.9 + 3.0 * (index / (_FALLING - 4)) ** 0.8 for index in range(_FALLING - 3))]


def _slots() -> list[QRectF]:
    """Where they come to lie: two rows at the foot of the picture, filled from the middle."""
    per_row = _FALLING // _ROWS
    width = (WIDTH - (per_row + 1) * WALL.gap) / per_row
    slots = []
    for row in range(_ROWS):
        top = HEIGHT - (row + 1) * (WALL.bar + WALL.gap)
        across = [QRectF(WALL.gap + index * (width + WALL.gap), top, width, WALL.bar) for index in range(per_row)]
        slots += sorted(across, key=lambda slot: abs(slot.center().x() - WIDTH / 2))
    return slots
