"""How well a mask spreads dark and light over a code: the penalties of ISO/IEC 18004, for all modules at once."""

from __future__ import annotations

_RUN_LOSS = 2
_BLOCK_LOSS = 3
_FINDER_LOSS = 40
_SHARE_LOSS = 10
_SHARE_STEP = 5

_FINDER_DARK = (0, 2, 3, 4, 6)
_FINDER_LIGHT = (1, 5)
_LIGHT_BESIDE = 4
_FINDER = 7


class MaskJudge:
    """Judges codes of ``size`` modules on a side.

    A code is one number, a bit for each module, row after row; which corner comes first does not matter. Shifted by 1
    it lies beside itself, and shifted by ``size`` below itself.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._all = (1 << size * size) - 1
        self._has_room = {
            (step, reach): self._room(step, reach) for step in (1, size) for reach in (1, _FINDER + _LIGHT_BESIDE - 1)
        }

    def _room(self, step: int, reach: int) -> int:
        """The modules from which one can go ``reach`` steps without leaving the code."""
        if step != 1:
            return (1 << self._size * (self._size - reach)) - 1
        row = (1 << self._size - reach) - 1
        return sum(row << start for start in range(0, self._size * self._size, self._size))

    def loss(self, code: int) -> int:
        """All penalties of a code together: the fewer, the better it reads."""
        across, down = (self._alike(code, step) for step in (1, self._size))
        blocks = (across & across >> self._size & down).bit_count()
        runs = self._runs(across, 1) + self._runs(down, self._size)
        finders = self._finders(code, 1) + self._finders(code, self._size)
        percent = float(code.bit_count()) / self._size**2 * 100
        share = int(abs(percent - 50) / _SHARE_STEP)
        return runs + _BLOCK_LOSS * blocks + _FINDER_LOSS * finders + _SHARE_LOSS * share

    def _alike(self, code: int, step: int) -> int:
        """The modules that look like the next one."""
        return ~(code ^ code >> step) & self._has_room[step, 1]

    def _runs(self, alike: int, step: int) -> int:
        """Rows of five or more of one shade lose their length less two: one for each five in a row, two for a start."""
        pairs = alike & alike >> step
        fives = pairs & pairs >> 2 * step
        starts = fives & ~(fives << step)
        return fives.bit_count() + _RUN_LOSS * starts.bit_count()

    def _finders(self, code: int, step: int) -> int:
        """What could be taken for a finder pattern, with four light modules on one side of it."""
        light = ~code & self._all
        finder = self._all
        for place in _FINDER_DARK:
            finder &= code >> place * step
        for place in _FINDER_LIGHT:
            finder &= light >> place * step
        pairs = light & light >> step
        fours = pairs & pairs >> 2 * step
        before = fours & finder >> _LIGHT_BESIDE * step
        after = finder & fours >> _FINDER * step
        return ((before | after) & self._has_room[step, _FINDER + _LIGHT_BESIDE - 1]).bit_count()
