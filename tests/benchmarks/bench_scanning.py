"""How many printed codes are read when the picture of them is bad, and where that ends.

python -m tests.benchmarks.bench_scanning [--codes 60]

Codes of invented links are drawn as paper has them, then seen from aside (perspective), turned, creased, blurred, paled
and made noisy, with fixed seeds, and read by zxing-cpp and, where it is installed, by Debian's zbar. Blur is the sigma
of a Gaussian in modules, by the lens before the sensor adds its noise; perspective is the share by which the far edge
is shorter; noise is a sigma of 255 in each pixel. Six pixels a module are what a video picture of 1,080 lines has of
a code that fills a sixth of its height, with 29 modules on a side; the lines below say what fewer and more do.

Two rates are given. "One frame" is one picture and one try. "Three frames" is what holding a phone means: the camera
goes on looking, thirty times a second, and each frame has its own noise, tilt and turn; a code counts that is read in
one of the first three, a tenth of a second. Synthetic blur is no phone: a real camera has a lens, a hand and a light,
and this promises nothing about them. It finds the cliff.
"""

from __future__ import annotations

import argparse
import random
import shutil
import string
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image, ImageFilter

from outreach_app.handouts.codes import QUIET_ZONE, Level, code_matrix

FRAMES = 3


@dataclass(frozen=True)
class Look:
    """How a code is seen."""

    blur: float = 0.0
    perspective: float = 0.10
    turn: float = 15.0
    noise: float = 10.0
    contrast: float = 1.0
    crease: float = 0.0
    dots: int = 6
    """Pixels of the picture for each module."""


AIM = Look(blur=0.40)
BLURS = (0.0, 0.2, 0.3, 0.34, 0.36, 0.38, 0.40, 0.42, 0.44, 0.48, 0.52)
OTHERS = {
    "2 pixels a module": replace(AIM, blur=0.3, dots=2),
    "3 pixels a module": replace(AIM, blur=0.3, dots=3),
    "4 pixels a module": replace(AIM, blur=0.3, dots=4),
    "10 pixels a module": replace(AIM, blur=0.3, dots=10),
    "perspective 20 %": replace(AIM, blur=0.3, perspective=0.20),
    "turn 45 degrees": replace(AIM, blur=0.3, turn=45.0),
    "noise 25": replace(AIM, blur=0.3, noise=25.0),
    "contrast 0.3": replace(AIM, blur=0.3, contrast=0.3),
    "crease 1 module": replace(AIM, blur=0.3, crease=1.0),
    "crease 2 modules": replace(AIM, blur=0.3, crease=2.0),
    "crease 3 modules": replace(AIM, blur=0.3, crease=3.0),
}


def links(count: int) -> list[str]:
    chance = random.Random(11)
    letters = string.ascii_lowercase + "-/"
    return [
        f"https://www.{''.join(chance.choices(string.ascii_lowercase, k=chance.randint(5, 14)))}.example.org/"
        + "".join(chance.choices(letters, k=chance.randint(3, 40)))
        for _place in range(count)
    ]


def seen(link: str, level: Level, look: Look, seed: int) -> Image.Image:
    """The code as a poor camera might see it."""
    matrix = code_matrix(link, level)
    dark = np.array([list(row) for row in matrix.rows], dtype=bool)
    modules = np.pad(~dark, QUIET_ZONE + 4, constant_values=True)
    shades = np.kron(modules, np.ones((look.dots, look.dots))) * 255.0
    chance = np.random.default_rng(seed)
    if look.crease:
        _fold(shades, look.crease * look.dots, chance)
    picture = Image.fromarray(shades.astype(np.uint8))
    picture = picture.transform(
        picture.size,
        Image.Transform.PERSPECTIVE,
        _aside(picture.width, look.perspective, chance),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    picture = picture.rotate(
        chance.uniform(-look.turn, look.turn), Image.Resampling.BICUBIC, expand=True, fillcolor=255
    )
    picture = picture.filter(ImageFilter.GaussianBlur(look.blur * look.dots))
    flat = 128 + (np.asarray(picture, dtype=float) - 128) * look.contrast
    return Image.fromarray(np.clip(flat + chance.normal(0, look.noise, flat.shape), 0, 255).astype(np.uint8))


def _fold(shades: np.ndarray, width: float, chance: np.random.Generator) -> None:
    """A crease across the middle third: ink is gone from it, and a shadow lies beside it."""
    size = shades.shape[0]
    y = int(size * chance.uniform(0.4, 0.6))
    half = max(1, round(width / 2))
    shades[y - half : y + half] = 235
    shades[y + half : y + 2 * half] *= 0.75


def _aside(size: int, share: float, chance: np.random.Generator) -> tuple[float, ...]:
    """The eight numbers of a perspective whose upper or lower edge is shorter by ``share``."""
    inset = size * share / 2
    corners = [(inset, 0), (size - inset, 0), (size, size), (0, size)]
    if chance.random() < 0.5:
        corners = [(0, 0), (size, 0), (size - inset, size), (inset, size)]
    rows, goals = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (size, 0), (size, size), (0, size)], strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goals += [u, v]
    return tuple(np.linalg.solve(np.array(rows, dtype=float), np.array(goals, dtype=float)))


def read_by_zxing(pictures: list[Image.Image]) -> set[str]:
    return {found.text for picture in pictures for found in zxingcpp.read_barcodes(picture)}


def read_by_zbar(pictures: list[Image.Image]) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder) / f"{place:04}.png") for place in range(len(pictures))]
        for file, picture in zip(files, pictures, strict=True):
            picture.save(file)
        command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *files]
        return set(subprocess.run(command, capture_output=True, text=True).stdout.splitlines())


def rates(wanted: list[str], level: Level, look: Look, read: Callable[[list[Image.Image]], set[str]]) -> str:
    """The share read in the first frame, and in one of the first few; who was read is not looked at again."""
    left = list(enumerate(wanted))
    shares = []
    for frame in range(FRAMES):
        found = read([seen(link, level, look, frame * len(wanted) + seed) for seed, link in left]) if left else set()
        left = [(seed, link) for seed, link in left if link not in found]
        shares.append(1 - len(left) / len(wanted))
    return f"{shares[0]:6.1%} {shares[-1]:6.1%}"


def report(name: str, look: Look, wanted: list[str]) -> None:
    readers = {"zxing": read_by_zxing}
    if shutil.which("zbarimg"):
        readers["zbar"] = read_by_zbar
    parts = [
        f"{level.name} {called} {rates(wanted, level, look, read)}"
        for level in Level
        for called, read in readers.items()
    ]
    print(f"{name:20} " + "   ".join(parts), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--codes", type=int, default=60)
    wanted = links(parser.parse_args().codes)
    print(f"{len(wanted)} codes, {AIM.dots} pixels a module; 10 % perspective, up to 15 degrees, noise 10")
    print(f"for each level and reader: one frame, {FRAMES} frames")
    for blur in BLURS:
        report(f"blur {blur:.2f}", replace(AIM, blur=blur), wanted)
    print("at blur 0.30:")
    for name, look in OTHERS.items():
        report(name, look, wanted)


if __name__ == "__main__":
    main()
