"""From a link to the modules of its code: what the QR library makes, in a small part of its time.

The library decides how a link is cut into segments, which version holds it, how errors are corrected, where each bit
stands and what the patterns are. It goes module by module, though, and does so for each of eight masks. A code is
linear in its data, so all of that is asked of the library once for a version and level, and done with whole numbers
from then on. tests/handouts/test_code_making.py holds both against each other, masks included.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from outreach_app.handouts.code_masks import MaskJudge
from outreach_app.handouts.without_imaging import without_imaging

with without_imaging():
    from qrcode import base, util
    from qrcode.exceptions import DataOverflowError as DataOverflowError
    from qrcode.image.base import BaseImage
    from qrcode.main import QRCode

_MASKS = range(8)
_LEAST_SEGMENT = 20
"""Digits or capitals that stand together before they get a segment of their own: the library's own choice."""

_TERMINATOR = 4
_PADDING = (util.PAD0, util.PAD1)
_AS_MODULES = bytes.maketrans(b"01", b"\x00\x01")


def modules_of(payload: str, level: int) -> tuple[bytes, ...]:
    """The rows of the code that says ``payload``, from the top; each byte is 1 for dark and 0 for light.

    Args:
        payload: what it says.
        level: one of the library's ``ERROR_CORRECT`` numbers.

    Raises:
        DataOverflowError: no code can hold as much.
    """
    segments = _segments(payload)
    return _plan(_version_for(segments, level), level).modules(segments)


def size_of(payload: str, level: int) -> int:
    """Modules on a side of the code that says ``payload``, without making it; raises what :func:`modules_of` does."""
    return 17 + 4 * _version_for(_segments(payload), level)


def _segments(payload: str) -> list[util.QRData]:
    return list(util.optimal_data_chunks(payload, minimum=_LEAST_SEGMENT))


def _version_for(segments: list[util.QRData], level: int) -> int:
    """The smallest version with room for the segments. Their headers grow with it, so it is looked for again."""
    version, sizes = 1, None
    while sizes is not util.mode_sizes_for_version(version):
        sizes = util.mode_sizes_for_version(version)
        bits = _Bits()
        for segment in segments:
            bits.put_segment(segment, sizes[segment.mode])
        version = bisect_left(util.BIT_LIMIT_TABLE[level], bits.count, version)
        if version == len(util.BIT_LIMIT_TABLE[level]):
            raise DataOverflowError
    return version


class _Bits(util.BitBuffer):
    """Bits put one after the other into one number; what a segment of the library writes itself into."""

    def __init__(self) -> None:
        super().__init__()
        self.value = 0
        self.count = 0

    def put(self, num: int, length: int) -> None:
        """Append a number of ``length`` bits."""
        self.value = self.value << length | num
        self.count += length

    def put_segment(self, segment: util.QRData, size_bits: int) -> None:
        """Append what a segment is, how long it is, and what it holds."""
        self.put(segment.mode, 4)
        self.put(len(segment), size_bits)
        if segment.mode == util.MODE_8BIT_BYTE:
            self.put(int.from_bytes(segment.data, "big"), 8 * len(segment))
        else:
            segment.write(self)


@lru_cache(maxsize=128)
def _plan(version: int, level: int) -> _Plan:
    return _Plan(version, level)


class _Plan:
    """All codes of one version and level: where their bits stand, and what stands there in any case."""

    def __init__(self, version: int, level: int) -> None:
        self._sizes = util.mode_sizes_for_version(version)
        blocks = base.rs_blocks(version, level)
        self._data_bytes = sum(block.data_count for block in blocks)
        ends = list(accumulate(block.data_count for block in blocks))
        self._blocks = [
            (end - block.data_count, end, _Remainder.of(block.total_count - block.data_count))
            for block, end in zip(blocks, ends, strict=True)
        ]
        self._bit_count = 8 * sum(block.total_count for block in blocks)
        self._library = _Library(version, level)
        self._pick = itemgetter(*self._library.places(_interleaved(blocks)))
        self._trials = [self._library.patterns(mask, is_trial=True) for mask in _MASKS]
        self._judge = MaskJudge(self._library.size)

    def modules(self, segments: list[util.QRData]) -> tuple[bytes, ...]:
        """The code's rows, under the mask that the library would choose."""
        said = self._data(segments)
        whole = int.from_bytes(said, "big")
        for start, end, remainder in self._blocks:
            whole = whole << remainder.bits | remainder.of_bytes(said[start:end])
        # The first place is for modules that hold no data.
        unmasked = int("".join(self._pick(f"0{whole:0{self._bit_count}b}")), 2)
        losses = [self._judge.loss(unmasked ^ trial) for trial in self._trials]
        modules = unmasked ^ self._library.patterns(losses.index(min(losses)), is_trial=False)
        size = self._library.size
        flat = f"{modules:0{size * size}b}".encode("ascii").translate(_AS_MODULES)
        return tuple(flat[start : start + size] for start in range(0, size * size, size))

    def _data(self, segments: list[util.QRData]) -> bytes:
        """The segments, ended and padded to the room there is."""
        bits = _Bits()
        for segment in segments:
            bits.put_segment(segment, self._sizes[segment.mode])
        bits.put(0, min(_TERMINATOR, 8 * self._data_bytes - bits.count))
        bits.put(0, -bits.count % 8)
        for place in range(self._data_bytes - bits.count // 8):
            bits.put(_PADDING[place % 2], 8)
        return bits.value.to_bytes(self._data_bytes, "big")


def _interleaved(blocks: list[base.RSBlock]) -> list[int]:
    """Where each byte of the code stands in a row of all blocks' data followed by all blocks' corrections."""
    order: list[tuple[bool, int, int, int]] = []
    start = 0
    for number, block in enumerate(blocks):
        order += [(False, place, number, start + place) for place in range(block.data_count)]
        start += block.data_count
    for number, block in enumerate(blocks):
        corrections = block.total_count - block.data_count
        order += [(True, place, number, start + place) for place in range(corrections)]
        start += corrections
    return [place for *_rank, place in sorted(order)]


class _Remainder:
    """The correction of a block, as the library works it out for one byte, for a row of them."""

    def __init__(self, corrections: int) -> None:
        self.bits = 8 * corrections
        self._keep = (1 << self.bits) - 1
        self._table = [0]
        for bit in range(8):
            buffer = util.BitBuffer()
            buffer.buffer = [1 << bit]
            one = util.create_bytes(buffer, [base.RSBlock(1 + corrections, 1)])
            one_as_number = int.from_bytes(bytes(one[1:]), "big")
            self._table += [number ^ one_as_number for number in self._table]

    @staticmethod
    @lru_cache(maxsize=64)
    def of(corrections: int) -> _Remainder:
        """Kept, since a few dozen counts of corrections serve all versions."""
        return _Remainder(corrections)

    def of_bytes(self, data: bytes) -> int:
        """The corrections of a block's data, as one number."""
        remainder, top = 0, self.bits - 8
        for byte in data:
            remainder = (remainder << 8 & self._keep) ^ self._table[byte ^ remainder >> top]
        return remainder


class _Library:
    """What the library draws for given bytes, in one version and level."""

    def __init__(self, version: int, level: int) -> None:
        self._code = QRCode[BaseImage](version=version, error_correction=level)
        self._patterns: dict[tuple[int, bool], int] = {}
        self.size = 17 + 4 * version
        self._bytes = sum(block.total_count for block in base.rs_blocks(version, level))

    def patterns(self, mask: int, *, is_trial: bool) -> int:
        """What stands there without any data, mask included, one bit a module; a trial has no format written on it."""
        wanted = mask, is_trial
        if wanted not in self._patterns:
            self._patterns[wanted] = int(self._drawn(bytes(self._bytes), mask, is_trial=is_trial), 2)
        return self._patterns[wanted]

    def places(self, order: list[int]) -> list[int]:
        """For each module, from the top left, the bit it shows, counted from 1; 0 for those that show none.

        Asked for in binary: each drawing has dark where one digit of a bit's number is 1.
        """
        count = 8 * self._bytes
        empty = self._drawn(bytes(self._bytes), 0)
        numbers = [0] * len(empty)
        for digit in range(count.bit_length()):
            bits = "".join(str(number >> digit & 1) for number in range(1, count + 1))
            drawn = self._drawn(int(bits, 2).to_bytes(self._bytes, "big"), 0)
            for place, (now, before) in enumerate(zip(drawn, empty, strict=True)):
                numbers[place] |= (now != before) << digit
        return [8 * order[(number - 1) // 8] + (number - 1) % 8 + 1 if number else 0 for number in numbers]

    def _drawn(self, data: bytes, mask: int, *, is_trial: bool = False) -> str:
        self._code.data_cache = list(data)
        self._code.makeImpl(is_trial, mask)
        return "".join("1" if module else "0" for row in self._code.modules for module in row)
