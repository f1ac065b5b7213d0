"""The one check command: lint, layout, types, import contracts, tests. ``python3 start.py check`` installs and runs it.

python -m tests.check            everything
python -m tests.check --quick    everything but the tests
python -m tests.check -k printer everything, with the rest handed to pytest
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent

STEPS = {
    "lint": ["ruff", "check", "."],
    "layout": ["ruff", "format", "--check", "."],
    "types on Linux": ["mypy", "--platform", "linux"],
    "types on Windows": ["mypy", "--platform", "win32", "--no-warn-unreachable", "--cache-dir", ".mypy_cache/win32"],
    "types on macOS": ["mypy", "--platform", "darwin", "--no-warn-unreachable", "--cache-dir", ".mypy_cache/darwin"],
    "contracts": ["lint-imports", "--no-logo"],
}


def main(arguments: list[str]) -> int:
    failed = []
    for name, command in STEPS.items():
        print(f"== {name}", flush=True)
        if subprocess.run([str(SCRIPTS / command[0]), *command[1:]], cwd=HERE).returncode:
            failed.append(name)
    if "--quick" not in arguments:
        print("== tests", flush=True)
        if subprocess.run([sys.executable, "-m", "pytest", "-q", "-n", "2", *arguments], cwd=HERE).returncode:
            failed.append("tests")
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
