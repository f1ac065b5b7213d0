"""How long a code takes, beside the library that ours are equal to, and what the choice of a mask is worth.

python -m tests.benchmarks.bench_codes

Codes of invented links and of monotonous ones are turned, blurred, made noisy and pale with a fixed seed, and read by
zxing-cpp, and by Debian's zbar where it is installed. Blur is the sigma of a Gaussian in modules. Synthetic blur is no
phone: it compares masks with each other and promises nothing.
"""

from __future__ import annotations

import random
import shutil
import string
import subprocess
import tempfile
import time
from pathlib import Path

import zxingcpp
from PIL import Image, ImageChops, ImageFilter
from qrcode.main import QRCode

from outreach_app.handouts import code_making
from outreach_app.handouts.codes import Level

DOTS = 5
LINKS = 300
MASKS = (None, 0, 1, 2, 3, 4, 5, 6, 7)
CONDITIONS = ((0.30, 10, 1.0), (0.36, 10, 1.0), (0.40, 4, 1.0), (0.40, 12, 0.6))
"""Blur in modules, noise (sigma of 255), contrast."""

MONOTONOUS = [letter * count for letter in "U3fw*aAz01-/" for count in (20, 60, 100)]


def links() -> list[str]:
    chance = random.Random(5)
    letters = string.ascii_lowercase + "-/"
    made = [
        f"https://www.{''.join(chance.choices(string.ascii_lowercase, k=chance.randint(5, 14)))}.example.org/"
        + "".join(chance.choices(letters, k=chance.randint(3, 40)))
        for _ in range(LINKS)
    ]
    return made + MONOTONOUS


def modules_of(link: str, mask: int | None) -> list[list[bool]]:
    code = QRCode(error_correction=0, mask_pattern=mask)
    code.add_data(link)
    code.make()
    return code.modules


def modules_of_ours(link: str) -> tuple[bytes, ...]:
    return code_making.modules_of(link, Level.M.value)


def worn(modules: list[list[bool]], seed: int, blur: float, noise: float, contrast: float) -> Image.Image:
    """The code as a poor camera might see it."""
    side = len(modules) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, is_dark in enumerate(row):
            if is_dark:
                picture.putpixel((x + 4, y + 4), 0)
    picture = picture.resize((side * DOTS, side * DOTS), Image.Resampling.NEAREST)
    turn = random.Random(seed).uniform(-15, 15)
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(blur * DOTS))
    picture = picture.point(lambda shade: int(128 + (shade - 128) * contrast))
    return ImageChops.add(picture, Image.effect_noise(picture.size, noise), 1, -128)


def read_by_zxing(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def read_by_zbar(pictures: list[Image.Image], folder: Path) -> list[str]:
    files = []
    for place, picture in enumerate(pictures):
        files.append(str(folder / f"{place:04}.png"))
        picture.save(files[-1])
    read = subprocess.run(["zbarimg", "-q", "--raw", *files], capture_output=True, text=True)
    return read.stdout.splitlines()


def main() -> None:
    every_link = links()
    modules_of_ours("https://example.org/first")
    for name, make in (("ours", modules_of_ours), ("the library", lambda link: modules_of(link, None))):
        begun = time.process_time()
        for link in every_link:
            make(link)
        taken = (time.process_time() - begun) / len(every_link) * 1_000
        print(f"{name}: {taken:.2f} ms a code, the best mask of eight")
    has_zbar = shutil.which("zbarimg") is not None
    for blur, noise, contrast in CONDITIONS:
        print(f"blur {blur}, noise {noise}, contrast {contrast}: read of {len(every_link)}")
        for mask in MASKS:
            pictures = [
                worn(modules_of(link, mask), seed, blur, noise, contrast) for seed, link in enumerate(every_link)
            ]
            zxing = sum(link in read_by_zxing(picture) for link, picture in zip(every_link, pictures, strict=True))
            line = f"  mask {'of eight' if mask is None else mask!s:8}  zxing {zxing}"
            if has_zbar:
                with tempfile.TemporaryDirectory() as folder:
                    line += f"  zbar {len(set(read_by_zbar(pictures, Path(folder))) & set(every_link))}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
