"""``python -m outreach_app`` and the ``outreach`` command."""

from __future__ import annotations

from outreach_app.cli.program import run


def main() -> None:
    """Start the command line and leave with its exit code."""
    raise SystemExit(run())


if __name__ == "__main__":
    main()
